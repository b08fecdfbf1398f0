// One step, one screen: for whoever may meet it, in every language and window, the clicks and the question are seen together.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { guide } from '../../src/content/compiled/guide';
import { journeyFor } from '../../src/journey/journey';
import type { Journey, JourneyStep } from '../../src/journey/journey';
import { REGIONS, UNSURE, USES } from '../../src/journey/profile';
import { plainStyle } from '../../src/render/style';
import { renderText } from '../../src/render/text';
import { screenDocument, type Document } from '../../src/view/document';
import { gateDocument } from '../../src/view/gate-view';
import { headlineOf, surePage } from '../../src/view/step-screen';
import type { Message } from '../../src/content/schema';
import type { Translator } from '../../src/view/translator';
import { stepQuestion } from '../../src/walk/step-question';
import { aCheck, aRecord, aTranslator, RENEWAL, TODAY } from '../support/builders';
import { flat, frameOf, type Frame } from '../support/frames';
import { firstOf, shareOf } from '../support/languages';
import { everyProfile } from './profiles';

const PATIENCE = 120_000;
/** Of a window of 24 rows. */
const MOST_ROWS = 22;

/** What a step may look like: everything on its screen depends on these. */
const looks = new Map<string, { readonly journey: Journey; readonly entry: JourneyStep }>();
for (const nextBilling of [RENEWAL, TODAY, UNSURE] as const)
  for (const region of nextBilling === RENEWAL ? [undefined, ...REGIONS] : [undefined])
    for (const profile of everyProfile(region === undefined ? [[], UNSURE, USES] : [[]], nextBilling)) {
      const journey = journeyFor({ ...profile, ...(region === undefined ? {} : { region }) }, guide, TODAY);
      for (const entry of journey.steps) {
        const { step, ways, notes, traps, inDoubt, deadline } = entry;
        const ids = [ways, [...notes, ...traps].filter(({ weight }) => weight !== 'plain')].map((list) =>
          list.map(({ id }) => id),
        );
        const key = JSON.stringify([step.id, ids, inDoubt, deadline?.kind, journey.renewal?.state]);
        if (!looks.has(key)) looks.set(key, { journey, entry });
      }
    }

/** A step's screen with its question. */
function stepFrame(
  translator: Translator,
  { journey, entry }: { readonly journey: Journey; readonly entry: JourneyStep },
  shown: Parameters<typeof stepQuestion>[4],
  size: readonly [number, number],
): Frame & { readonly question: ReturnType<typeof stepQuestion> } {
  const now = { canWait: entry.step.waitDays !== undefined, mayNotGoOn: entry.step.irreversible === true };
  // Whoever has looked into an export has one choice more.
  const record = { ...aRecord(), export: { check: aCheck() } };
  const question = stepQuestion({ translator, guide, today: TODAY }, journey, entry, record, shown, now);
  return { ...frameOf(translator, question, size), question };
}

/** Each part of a step, or each way of it. */
const piecesOf = ({ step, ways }: JourneyStep): readonly Parameters<typeof stepQuestion>[4][] =>
  ways.map(({ id }, at) => (step.everyWay === true ? { way: id, at, of: ways.length } : { way: id, at: 0, of: 1 }));

/** A text as it stands on a screen, of any width. */
const drawn = (translator: Translator, line: ReturnType<Translator['line']>): string =>
  flat(
    renderText(
      { lang: translator.lang, title: '', blocks: [{ kind: 'paragraph', line }], result: null },
      { columns: 80, style: plainStyle, quotes: translator.catalogue.words.language.quotes },
    ),
  );

test('there are steps to look at', () => expect(looks.size).toBeGreaterThan(guide.steps.length));

/** In every language each step with each set of its ways; of how else it may look, the languages share. */
const all = [...looks.values()];
const always = firstOf(all, ({ entry }) => [entry.step.id, ...entry.ways.map(({ id }) => id)].join());

describe.each(LANGUAGES)('%s', (lang) => {
  const shown = shareOf(lang, all, always);

  test.each([
    [80, 24],
    [60, 24],
    [40, 24],
    [30, 24],
  ] as const)('%i × %i', { timeout: PATIENCE }, async (columns, rows) => {
    const translator = await aTranslator(lang);
    const { say, ui } = translator;
    const faults: string[] = [];
    const most = new Map<string, number>();
    for (const look of shown) {
      const { entry } = look;
      const own = translator.step(entry.step.id);
      for (const piece of piecesOf(entry)) {
        const frame = stepFrame(translator, look, piece, [columns, rows]);
        const name = `${entry.step.id}/${piece.way}`;
        /** In full, or without the English words beside those of a button where there is room for one of the two. */
        const wants = (what: string, message: Message): void => {
          const forms = [drawn(translator, translator.line(message)), flat(say(message))];
          if (!forms.some((form) => frame.text.includes(form)))
            faults.push(`${name}: no ${what}: ${forms[0]}\n${frame.lines.join('\n')}`);
        };
        most.set(name, Math.max(most.get(name) ?? 0, frame.rows));
        if (frame.pages > 1) faults.push(`${name}: ${frame.pages} pages`);
        if (frame.rows > (columns === 80 ? MOST_ROWS : rows - 1)) faults.push(`${name}: ${frame.rows} rows`);
        wants('title', own.title);
        for (const click of own.ways[piece.way]?.do ?? []) wants('click', click);
        const lastClick = frame.lines.findLastIndex((line) => /^\s*\d\. /.test(line));
        const asked = frame.lines.findIndex((line) => line.startsWith(`? ${say(ui.step.ask)}`));
        if (!(asked > lastClick)) faults.push(`${name}: the question is not under the clicks`);
        wants('foot', `s ${say(ui.step.foot_skip)}`);
        const warning = headlineOf(translator, entry);
        const said = warning?.words?.[warning.id];
        if (said !== undefined && (columns >= 60 || surePage(translator, entry) === undefined)) wants('warning', said);
        if (columns < 80) continue;
        wants('worked', own.worked);
        for (const { label, shortcut } of frame.question.choices) if (shortcut === undefined) wants('choice', label);
        const page = frame.question.above?.parts.find(({ block }) => block.kind === 'page')?.block;
        if (page?.kind === 'page') wants('address', page.url);
      }
    }
    if (process.env['SHOW_ROWS'] !== undefined) console.log(lang, columns, rows, Object.fromEntries(most));
    expect([...new Set(faults)]).toEqual([]);
  });

  test('what may cost money or chats never stands under “More” alone, and what goes for good stands at the gate', async () => {
    const translator = await aTranslator(lang);
    const { say } = translator;
    const faults: string[] = [];
    let weighed = 0;
    for (const { journey, entry } of shown) {
      const { step, notes, traps } = entry;
      const own = translator.step(step.id);
      const headline = headlineOf(translator, entry);
      const sure = surePage(translator, entry);
      const seen = [
        headline === undefined ? '' : drawn(translator, translator.line(headline.words?.[headline.id] ?? '')),
        sure === undefined ? '' : textOf(translator, screenDocument(sure, 0)),
        step.irreversible === true
          ? textOf(translator, gateDocument(translator, journey, entry, aRecord(), undefined))
          : '',
      ].join(' ');
      const wanted = [
        ...notes.filter(({ weight }) => weight !== 'plain').map(({ id }) => own.notes?.[id]),
        ...traps.filter(({ weight }) => weight !== 'plain').map(({ id }) => own.traps?.[id]),
        ...(own.gate?.goes ?? []),
        ...(own.gate?.stays ?? []),
      ];
      for (const message of wanted) {
        weighed += 1;
        const forms = [drawn(translator, translator.line(message ?? '')), flat(say(message ?? ''))];
        if (!forms.some((form) => seen.includes(form))) faults.push(`${step.id}: ${forms[0]}`);
      }
    }
    expect(weighed).toBeGreaterThan(shown.length / 2.5);
    expect([...new Set(faults)]).toEqual([]);
  });
});

function textOf(translator: Translator, document: Document): string {
  return flat(
    renderText(document, { columns: 80, style: plainStyle, quotes: translator.catalogue.words.language.quotes }),
  );
}
