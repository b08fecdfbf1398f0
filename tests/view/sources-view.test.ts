// What a step says of its sources: every one by name, the newest text, the day of the comparison, and when all of it is old.
import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import type { Source } from '../../src/content/schema';
import { addDays } from '../../src/journey/dates';
import type { CivilDate } from '../../src/journey/dates';
import { dayOfText, OLD_TEXT_DAYS } from '../../src/journey/text-age';
import { renderText } from '../../src/render/text';
import { plainStyle } from '../../src/render/style';
import { checklistDocument } from '../../src/view/checklist-view';
import type { Block, Document } from '../../src/view/document';
import { sourceBlocks, sourcesResult } from '../../src/view/sources-view';
import { stepDocument } from '../../src/view/step-view';
import type { Translator } from '../../src/view/translator';
import { aDay, aJourney, aTranslator } from '../support/builders';

const SOURCES: Readonly<Record<string, Source>> = {
  page: { publisher: 'OpenAI Help Center', article: 7232927, since: '2026-07', date: '2026-10' },
  other: { publisher: 'OpenAI Help Center', article: 12362718, date: '2026-06' },
  store: {
    publisher: 'Apple Support',
    title: 'Article 118428',
    url: 'https://support.apple.com/118428',
    date: '2026-09',
    secondHand: true,
  },
  terms: {
    publisher: 'OpenAI',
    title: 'Terms of Use',
    url: 'https://openai.com/policies/row-terms-of-use/',
    date: '2026-01-01',
  },
  app: { publisher: 'OpenAI', title: 'ChatGPT desktop app', date: '2026-07' },
  guide: { publisher: 'Third-party guide', unnamed: true, date: '2026-10-07' },
  year: { publisher: 'legalclarity.org', date: '2026' },
  span: { publisher: 'Somebody', since: '2025-11', date: '2026-02' },
};
const TODAY = aDay('2026-11-27');

let translator: Translator;
beforeAll(async () => {
  const real = await aTranslator('en');
  translator = { ...real, catalogue: { ...real.catalogue, guide: { ...real.catalogue.guide, sources: SOURCES } } };
});

const textOf = (blocks: readonly Block[]): string =>
  renderText({ lang: 'en', title: '', blocks, result: null }, { columns: 80, style: plainStyle })
    .replace(/\s+/g, ' ')
    .trim();
const said = (sources: readonly string[], today: CivilDate = TODAY): string =>
  textOf(sourceBlocks(translator, { sources, checked: '2026-11-21' }, today));

describe('a step names', () => {
  test('help pages by number, all others by publisher and title, with an address or without one', () => {
    expect(said(['terms', 'page', 'year', 'other', 'app', 'store'])).toBe(
      'OpenAI Help Center 7232927, 12362718 · OpenAI (Terms of Use, ChatGPT desktop app) · legalclarity.org · Apple Support (Article 118428) · newest text July to October 2026 · compared 21 November 2026',
    );
  });
  test('what has no name as just that', () =>
    expect(said(['guide'])).toBe('a source without a name · newest text 7 October 2026 · compared 21 November 2026'));
  test('a union, a country and a law in the language of the reader', async () => {
    const french = await aTranslator('fr');
    const text = textOf(sourceBlocks(french, { sources: ['bgb', 'psd2'], checked: '2026-11-21' }, TODAY));
    expect(text).toContain('Allemagne (BGB) · Union européenne (directive (UE) 2015/2366) · ');
  });
  test('the years of a span that reaches over one', () =>
    expect(said(['span'], aDay('2026-03-01'))).toContain('newest text November 2025 to February 2026'));
  test('a year as no more than that', () =>
    expect(said(['year'], aDay('2026-02-01'))).toContain('newest text 2026, no closer date known'));
});

describe('old texts', () => {
  test.each([
    [['page', 'year'], addDays(aDay('2026-10-31'), OLD_TEXT_DAYS)],
    [['other'], addDays(aDay('2026-06-30'), OLD_TEXT_DAYS)],
    [['year'], addDays(aDay('2026-01-01'), OLD_TEXT_DAYS)],
  ])('%j are named as old from the day after %s', (sources, last) => {
    const of = { sources, checked: '2026-11-21' };
    expect(
      sourceBlocks(translator, of, last).map((block) => (block.kind === 'paragraph' ? block.tone : block.kind)),
    ).toEqual(['quiet']);
    expect(
      sourceBlocks(translator, of, addDays(last, 1)).map((block) =>
        block.kind === 'paragraph' ? block.tone : block.kind,
      ),
    ).toEqual(['warning', 'quiet']);
    expect([last, addDays(last, 1)].map((today) => sourcesResult(translator, of, today)['old'])).toEqual([false, true]);
  });
  test('a comparison of yesterday does not make them new', () =>
    expect(textOf(sourceBlocks(translator, { sources: ['other'], checked: '2026-11-26' }, TODAY))).toMatch(
      /^The newest text behind this step is old \(June 2026\)/,
    ));
});

test('a program gets every source with its date, the newest one, and whether it is old', () => {
  expect(sourcesResult(translator, { sources: ['page', 'store', 'year'], checked: '2026-11-21' }, TODAY)).toEqual({
    checked: '2026-11-21',
    newestText: '2026-10',
    old: false,
    sources: expect.stringContaining('compared'),
    texts: [
      {
        publisher: 'OpenAI Help Center',
        article: 7232927,
        url: 'https://help.openai.com/articles/7232927',
        since: '2026-07',
        date: '2026-10',
      },
      {
        publisher: 'Apple Support',
        title: 'Article 118428',
        url: 'https://support.apple.com/118428',
        date: '2026-09',
        secondHand: true,
      },
      { publisher: 'legalclarity.org', date: '2026' },
    ],
  });
});

describe.each(LANGUAGES)('in %s, with the real content', (lang) => {
  const warnings = ({ blocks }: Document): number =>
    blocks.filter((block) => block.kind === 'paragraph' && block.tone === 'warning').length;

  test('a day far ahead puts the warning on every step, on the screen and on paper', async () => {
    const real = await aTranslator(lang);
    const journey = aJourney({ goal: 'delete', billedBy: ['openai', 'apple'], uses: 'unsure', nextBilling: 'unsure' });
    const newest = Object.values(real.catalogue.guide.sources).map(dayOfText).sort().at(-1) ?? TODAY;
    const later = addDays(newest, OLD_TEXT_DAYS + 1);
    const onPaper = (today: CivilDate): readonly number[] =>
      checklistDocument(real, journey, '2026-11-21', today).blocks.flatMap((block) =>
        block.kind === 'step' ? warnings({ lang, title: '', blocks: block.step.blocks, result: null }) : [],
      );
    const fresh = aDay('2020-01-01');
    expect(journey.steps.map((entry) => warnings(stepDocument(real, journey, entry, later)))).toEqual(
      journey.steps.map((entry) => warnings(stepDocument(real, journey, entry, fresh)) + 1),
    );
    expect(onPaper(later)).toEqual(onPaper(fresh).map((count) => count + 1));
  });
});
