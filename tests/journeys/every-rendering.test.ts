// Everything the guide can say about a journey, in every language and form: nothing empty, nothing unfilled, nothing too wide.
import { beforeAll, describe, expect, test } from 'vitest';
import { CHECKED, LANGUAGES } from '../../src/content/compiled/about';
import { guide } from '../../src/content/compiled/guide';
import { formatDay } from '../../src/content/locale';
import { addDays } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import type { Journey, JourneyStep } from '../../src/journey/journey';
import { UNSURE } from '../../src/journey/profile';
import { summarise } from '../../src/journey/summary';
import { timelineOf } from '../../src/journey/timeline';
import { FORMATS, renderAs } from '../../src/render/formats';
import type { Format } from '../../src/render/formats';
import { plainStyle } from '../../src/render/style';
import { renderText } from '../../src/render/text';
import { checklistDocument } from '../../src/view/checklist-view';
import type { Document } from '../../src/view/document';
import { endingDocument } from '../../src/view/ending-view';
import { gateDocument } from '../../src/view/gate-view';
import { reviewDocument } from '../../src/view/review-view';
import { shareDocument, shareText } from '../../src/view/share-view';
import { heldDocument, statusDocument } from '../../src/view/status-view';
import { otherWaysDocument, stepDocument, stuckDocument } from '../../src/view/step-view';
import { summaryDocument } from '../../src/view/summary-view';
import type { Translator } from '../../src/view/translator';
import { aCheck, aPlace, aProof, aRecord, aTranslator, idsOf, RENEWAL, TODAY } from '../support/builders';
import { addressesIn, emptyPlacesOf, leftoversIn, textsIn, wideLinesOf } from './printed';
import { firstOf, shareOf } from '../support/languages';
import { everyProfile, SOME_USES } from './profiles';

/** Seconds alone, but a machine may be busy with other tests. In ms. */
const PATIENCE = 120_000;
const WIDTHS = [40, 80, 120] as const;
const KNOWN = new Set(Object.values(guide.links).map(({ url }) => url));

/** What makes a step look as it looks, wherever it stands. */
const looksOf = ({ step, ways, notes, inDoubt, deadline }: JourneyStep): string =>
  JSON.stringify([step.id, ways.map(({ id }) => id), notes.map(({ id }) => id), inDoubt, deadline?.kind]);

/** None, each by itself, all but one, all, not sure, did not say: no step looks different for a pair. */
const EACH_USE = SOME_USES.filter((uses) => !Array.isArray(uses) || uses.length !== 2);

/** One journey per list of steps, and at least one for each way any step can look; with a date, and a few without. */
const variants = new Map<string, { journey: Journey; entry: JourneyStep }>();
const byIds = new Map<string, Journey>();
const chosen = new Set<Journey>();
let met = 0;
for (const nextBilling of [RENEWAL, UNSURE] as const) {
  for (const profile of everyProfile(nextBilling === RENEWAL ? EACH_USE : [[], UNSURE], nextBilling)) {
    const journey = journeyFor(profile, guide, TODAY);
    met += 1;
    if (!byIds.has(idsOf(journey).join())) byIds.set(idsOf(journey).join(), journey);
    for (const entry of journey.steps) {
      if (variants.has(looksOf(entry))) continue;
      variants.set(looksOf(entry), { journey, entry });
      chosen.add(journey);
    }
  }
}
/** Of the lists of steps, every so many-th; the looks of single steps are all there anyway. */
const SAMPLE = 60;
[...byIds.values()]
  .filter((_, index, all) => index % Math.ceil(all.length / SAMPLE) === 0)
  .forEach((journey) => chosen.add(journey));
const everyJourney = [...chosen];
const everyLook = [...variants];
/** In every language each step with each of its ways. */
const always = firstOf(everyLook, ([, { entry }]) => [entry.step.id, ...entry.ways.map(({ id }) => id)].join());

const DAYS = [addDays(RENEWAL, -30), addDays(RENEWAL, -1), RENEWAL, addDays(RENEWAL, 1)];

/** Everything wrong with a document as text at every width, in words that name it. */
function faultsAsText(
  name: string,
  document: Document,
  options: { readonly ids?: boolean; readonly paper?: boolean } = {},
): readonly string[] {
  const faults = emptyPlacesOf(document).map((place) => `empty ${place}`);
  for (const columns of WIDTHS) {
    const text = renderText(document, { columns, style: plainStyle, ...options });
    faults.push(
      ...leftoversIn(text).map((found) => `holds ${JSON.stringify(found)}`),
      ...wideLinesOf(text, columns).map((line) => `wider than ${columns}: ${line}`),
      ...strangers(text),
    );
  }
  return [...new Set(faults)].map((fault) => `${name}: ${fault}`);
}

/** Programs are also told where each source can be read; these pages are never opened. */
const SOURCES = new Set(
  Object.values(guide.sources).flatMap(
    ({ url, article }) => url ?? (article === undefined ? [] : `https://help.openai.com/articles/${article}`),
  ),
);
const strangers = (text: string, also: ReadonlySet<string> = new Set()): readonly string[] =>
  addressesIn(text)
    .filter((url) => !KNOWN.has(url) && !also.has(url))
    .map((url) => `${url} is not in links.yaml`);

const idPlaces: Readonly<Record<Format, (text: string) => readonly (string | undefined)[]>> = {
  text: (text) => [...text.matchAll(/\(([a-z]+(?:-[a-z]+)+)\)/g)].map(([, id]) => id),
  markdown: (text) => [...text.matchAll(/^- \[.\] .*`([a-z-]+)`$/gm)].map(([, id]) => id),
  html: (text) => [...text.matchAll(/ data-step="([a-z-]+)"/g)].map(([, id]) => id),
  json: (text) => (JSON.parse(text) as { result: { steps: { id: string }[] } }).result.steps.map(({ id }) => id),
};

/** The words of a form, without what only holds them: styles, drawings, JSON's own braces. */
function wordsOf(format: Format, text: string): string {
  if (format === 'json') return textsIn(JSON.parse(text)).join('\n');
  return format === 'html'
    ? text
        .replace(/<style>[^]*?<\/style>|<svg[^]*?<\/svg>|<meta[^>]*>/g, '')
        .replace(/(?:class|id|data-step|href)="[^"]*"/g, (found) => (found.startsWith('href') ? found : ''))
    : text;
}

describe.each(LANGUAGES)('in %s', (lang) => {
  const journeys = shareOf(lang, everyJourney);
  const looks = shareOf(lang, everyLook, always);
  let translator: Translator;
  let elsewhere: Translator;
  beforeAll(async () => {
    translator = await aTranslator(lang);
    elsewhere = await aTranslator(lang, 'pt-BR');
  });

  test(
    `the checklists of ${journeys.length} of ${met} journeys hold the same ids in text, Markdown, HTML and JSON, and nothing unfit to print`,
    async () => {
      const faults: string[] = [];
      for (const journey of journeys) {
        const document = checklistDocument(translator, journey, CHECKED, TODAY);
        const name = JSON.stringify(journey.profile);
        faults.push(...faultsAsText(name, document, { ids: true, paper: true }));
        for (const format of FORMATS) {
          const text = await renderAs(format, document, {
            columns: 80,
            style: plainStyle,
            ids: true,
            paper: true,
            qr: false,
          });
          if (idPlaces[format](text).join() !== idsOf(journey).join())
            faults.push(`${name}: ${format} has other steps`);
          const words = wordsOf(format, text);
          faults.push(
            ...[
              ...leftoversIn(
                format === 'markdown' ? words.replace(/_{12}|\\_/g, '') : words.replaceAll('_'.repeat(12), ''),
              ),
              ...strangers(words, format === 'json' ? SOURCES : undefined),
            ].map((fault) => `${name}: ${format}: ${fault}`),
          );
        }
      }
      expect([...new Set(faults)].slice(0, 10)).toEqual([]);
    },
    PATIENCE,
  );

  test(
    `each of ${looks.length} of the ${variants.size} ways a step can look reads well at 40, 80 and 120 columns, on any day`,
    () => {
      const faults: string[] = [];
      for (const [name, { journey, entry }] of looks) {
        for (const one of [translator, elsewhere])
          faults.push(...faultsAsText(name, stepDocument(one, journey, entry, TODAY)));
        if (entry.deadline !== undefined)
          for (const day of DAYS)
            faults.push(...faultsAsText(`${name} on ${day}`, stepDocument(translator, journey, entry, day)));
        const others = otherWaysDocument(translator, entry);
        if (others !== undefined) faults.push(...faultsAsText(`other ways of ${name}`, others));
      }
      for (const { journey, entry } of new Map(
        [...variants.values()].map((variant) => [variant.entry.step.id, variant]),
      ).values()) {
        for (const { id } of [...entry.step.stuck, { id: 'something-else' }])
          faults.push(...faultsAsText(`${entry.step.id} stuck ${id}`, stuckDocument(translator, entry, id)));
        if (entry.step.irreversible !== true) continue;
        faults.push(
          ...faultsAsText(
            `gate of ${entry.step.id}`,
            gateDocument(translator, journey, entry, aRecord(), { kind: 'none' }),
          ),
          ...faultsAsText(
            `gate of ${entry.step.id}, all done`,
            gateDocument(translator, journey, entry, aRecord({ done: idsOf(journey) }), {
              kind: 'whole',
              check: aCheck(),
            }),
          ),
        );
      }
      expect([...new Set(faults)].slice(0, 10)).toEqual([]);
    },
    PATIENCE,
  );

  test('every step that cannot be undone says so in its list and at its gate, and its gate says what goes and what stays', () => {
    const irreversible = [...variants.values()].filter(({ entry }) => entry.step.irreversible === true);
    expect(new Set(irreversible.map(({ entry }) => entry.step.id)).size).toBeGreaterThan(1);
    const warning = translator.say(translator.ui.common.cannot_undo);
    for (const { journey, entry } of irreversible) {
      const gate = gateDocument(translator, journey, entry, aRecord(), undefined);
      const facts = gate.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows.map(({ term }) => term) : []));
      expect(facts).toEqual(
        expect.arrayContaining([
          translator.say(translator.ui.gate.goes),
          translator.say(translator.ui.gate.stays),
          translator.say(translator.ui.gate.billing),
        ]),
      );
      for (const document of [
        gate,
        checklistDocument(translator, journey, CHECKED, TODAY),
        reviewDocument(translator, journey, aRecord()),
      ]) {
        const asides = document.blocks.flatMap((block) =>
          block.kind === 'heading' && document === gate
            ? (block.aside ?? [])
            : block.kind === 'step' && block.step.id === entry.step.id
              ? (block.step.aside ?? [])
              : [],
        );
        expect(asides.some(({ text, tone }) => text.includes(warning) && tone === 'warning')).toBe(true);
      }
    }
  });

  test('a step that is there in doubt says whom it concerns', () => {
    const silent = [...variants.values()]
      .filter(({ entry }) => entry.inDoubt && translator.step(entry.step.id).onlyIf === undefined)
      .map(({ entry }) => entry.step.id);
    expect([...new Set(silent)]).toEqual([]);
  });

  test(
    `review, status, ending, Summary and text to share read well for ${journeys.length} journeys, each untouched, in the middle and finished`,
    () => {
      const faults: string[] = [];
      for (const [index, journey] of journeys.entries()) {
        const ids = idsOf(journey);
        const profile = journey.profile;
        const records = [
          aRecord({ profile }),
          aRecord({
            profile,
            done: ids.filter((_, place) => place % 2 === 0),
            skipped: ids.filter((_, place) => place % 4 === 1),
            proofs: { [ids[0] ?? '']: [aProof(), aProof({}, 'b')] },
            extras: { reasonText: 'For a reason' },
          }),
          aRecord({
            profile,
            done: ids,
            extras: { name: 'Ada', reason: guide.claims[index % guide.claims.length]?.id },
          }),
        ];
        for (const [state, record] of records.entries()) {
          const summary = summarise(record, journey);
          const day = DAYS[(index + state) % DAYS.length] ?? TODAY;
          const documents = {
            review: reviewDocument(translator, journey, record),
            status: statusDocument(
              translator,
              journey,
              record,
              summary,
              timelineOf(record, journey, TODAY),
              '~/record.json',
            ),
            ending: endingDocument(translator, journey, record, summary, day),
            summary: summaryDocument(translator, summary),
            share: shareDocument(translator, shareText(translator, summary, aPlace('plain'))),
            held: heldDocument(translator, record),
          };
          for (const [name, document] of Object.entries(documents))
            faults.push(...faultsAsText(`${name} ${state} of ${JSON.stringify(profile)}`, document));
        }
      }
      expect([...new Set(faults)].slice(0, 10)).toEqual([]);
    },
    PATIENCE,
  );

  test('deadlines are written as the language writes days', () => {
    const { journey } =
      [...variants.values()].find(({ entry }) => entry.deadline?.kind === 'before') ??
      expect.fail('no deadline anywhere');
    const text = renderText(checklistDocument(translator, journey, CHECKED, TODAY), { columns: 80, style: plainStyle });
    expect(text).toContain(formatDay(lang, addDays(RENEWAL, -1), 'short'));
  });
});

describe('the looking itself', () => {
  const document = (text: string): Document => ({
    lang: 'en',
    title: 'A title',
    blocks: [{ kind: 'paragraph', line: [text] }],
    result: null,
  });
  test.each([
    'undefined',
    '[object Object]',
    'NaN min',
    'before {date}',
    'Choose \uE000menu_billing\uE001.',
    'Choose menu_billing.',
    'keys_one',
    'ui.common.back',
    'See https://example.com/ now',
  ])('finds %j', (text) => expect(faultsAsText('it', document(text))).not.toEqual([]));
  test.each(['', ' ', '\u00A0'])('finds the empty text %j', (text) =>
    expect(emptyPlacesOf(document(text))).toEqual(['paragraph']),
  );
  test('finds a line that is too wide, but lets an address be', () => {
    expect(wideLinesOf(`${'x'.repeat(41)}\n  https://example.com/${'x'.repeat(40)}`, 40)).toEqual(['x'.repeat(41)]);
  });
  test('finds nothing in a good one', () =>
    expect(faultsAsText('it', document(`Open ${guide.links['billing']?.url}.`))).toEqual([]));
});
