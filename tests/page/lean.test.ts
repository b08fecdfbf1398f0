// The page is small enough to be mailed, and nobody misses what it leaves behind.
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pageHtml } from '../../scripts/build/page-html';
import { pageFiles, pageScript } from '../../scripts/build/page-parts.mjs';
import { saidWords } from '../../scripts/build/said-words.mjs';
import { pageGuide, UNSHOWN } from '../../scripts/content/page-guide';
import { readContent } from '../../scripts/content/read-content';
import { loadCatalogue } from '../../src/content/catalogue';
import type { Catalogue } from '../../src/content/catalogue';
import { guide } from '../../src/content/compiled/guide';
import type { Guide } from '../../src/content/schema';
import { journeyFor } from '../../src/journey/journey';
import type { Profile } from '../../src/journey/profile';
import { startRecord, withState } from '../../src/journey/record';
import { summarise } from '../../src/journey/summary';
import { timelineOf } from '../../src/journey/timeline';
import { calendarDays } from '../../src/view/calendar-view';
import { chargePage } from '../../src/view/charge-view';
import { checklistDocument } from '../../src/view/checklist-view';
import { endingDocument } from '../../src/view/ending-view';
import { alternativesDocument, pageDocument, reasonsDocument } from '../../src/view/lists-view';
import { assistantScreen } from '../../src/view/move-screen';
import { shareText } from '../../src/view/share-view';
import { differentPage, morePage, stepScreen } from '../../src/view/step-screen';
import { summaryDocument } from '../../src/view/summary-view';
import { translatorOf } from '../../src/view/translator';
import { everySituation } from '../journeys/profiles';
import { TODAY } from '../support/builders';

test('two languages take 680 kB at most, and 204 kB packed', async () => {
  const html = await pageHtml(['en', 'fr']);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(680_000);
  expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(204_000);
});

describe('the guide', () => {
  const small = pageGuide(guide) as unknown as Guide;
  /** What a page shows of a person's way; results are for programs, and no page has them. */
  const shown = (catalogue: Catalogue, profile: Profile): unknown => {
    const translator = translatorOf(catalogue, 'fr');
    const journey = journeyFor(profile, catalogue.guide, TODAY);
    const record = journey.steps
      .slice(0, 3)
      .reduce((so, { step }) => withState(so, step.id, 'done', TODAY), startRecord(profile, TODAY));
    const summary = summarise(record, journey);
    return [
      journey.steps.map(({ step, deadline }) => [step.id, deadline]),
      checklistDocument(translator, journey, TODAY, TODAY).blocks,
      endingDocument(translator, journey, record, summary, TODAY).blocks,
      summaryDocument(translator, summary).blocks,
      calendarDays(translator, timelineOf(record, journey, TODAY), record),
      catalogue.guide.places.map((place) => shareText(translator, summary, place).text),
      journey.steps.flatMap((entry) => [
        ...entry.step.ways.map(({ id }) =>
          stepScreen(translator, journey, entry, record, TODAY, { way: id, at: 0, of: 1 }),
        ),
        morePage(translator, entry, TODAY, { way: entry.step.ways[0]?.id ?? '', at: 0, of: 1 }),
        differentPage(translator, entry),
        chargePage(translator, profile, entry),
      ]),
    ];
  };
  const some = [...everySituation()].filter((_, index, all) => index % Math.ceil(all.length / 40) === 0);

  test.each(['en', 'fr'])(`shows ${some.length} of all situations in %s as the whole guide does`, async (lang) => {
    const whole = await loadCatalogue(lang);
    for (const profile of some) expect(shown({ ...whole, guide: small }, profile)).toEqual(shown(whole, profile));
  });
  test.each(['en', 'fr'])('shows reasons, assistants and pages in %s as the whole guide does', async (lang) => {
    const lists = (catalogue: Catalogue): unknown => {
      const translator = translatorOf(catalogue, 'de');
      return [
        reasonsDocument(translator).blocks,
        alternativesDocument(translator).blocks,
        Object.keys(catalogue.guide.links).map((id) => pageDocument(translator, id).blocks),
        catalogue.guide.alternatives.map((one) => assistantScreen(translator, 'x', one, [], [], undefined)),
      ];
    };
    const whole = await loadCatalogue(lang);
    expect(lists({ ...whole, guide: small })).toEqual(lists(whole));
  });
  test('lacks only what the script never asks for', async () => {
    const { own } = await pageScript();
    expect(Object.keys(guide).filter((part) => !(part in small))).toEqual([...UNSHOWN]);
    for (const part of UNSHOWN) expect(own).not.toMatch(new RegExp(`[.]${part}\\b`));
  });
});

describe('the words', () => {
  test.each(['en', 'fr'])(
    'lack in %s only what the script never says, and three that only a terminal is said',
    async (lang) => {
      const [{ own }, files] = await Promise.all([pageScript(), pageFiles()]);
      type Ui = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
      const { ui: all } = readContent('content').languages[lang] as unknown as { readonly ui: Ui };
      const { ui } = JSON.parse(files[`page-words.${lang}.json`] ?? '') as { readonly ui: Ui };
      const gone = Object.entries(all).flatMap(([part, words]) =>
        Object.keys(words)
          .filter((key) => ui[part]?.[key] === undefined)
          .map((key) => [part, key] as const),
      );
      expect(gone.length).toBeGreaterThan(200);
      const said = gone.filter(([part, key]) => new RegExp(`[.]${part}[.]${key}\\b(?!-)`).test(own));
      expect(said.map((path) => path.join('.')).sort()).toEqual([
        'reading.offered',
        'reading.offered_minutes',
        'reading.unseen',
      ]);
    },
  );
  test('stay wherever a name or a text that is put together could say them', () => {
    const ui = {
      a: { plain: '1', 'with-line': '2', state_done: '3', over_means: '4', gone: '5' },
      page: { title: '6' },
    };
    const code = 'x.plain;y["with-line"];t[`state_${z}`];t[`${z}_means`]';
    expect(saidWords({ ui }, code).ui).toEqual({
      a: { plain: '1', 'with-line': '2', state_done: '3', over_means: '4' },
      page: { title: '6' },
    });
  });
});
