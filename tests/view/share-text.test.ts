// The text to share stays within the limit of every place, in every language, and says nothing that was not chosen.
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue';
import { LANGUAGES } from '../../src/content/compiled/about';
import { refusalOf } from '../../src/content/hosts';
import type { Place } from '../../src/content/schema';
import { PLACES } from '../../src/cli/typed/options';
import { lengthBy } from '../../src/view/counting';
import { shareText } from '../../src/view/share-view';
import type { ShareText } from '../../src/view/share-view';
import { translatorOf } from '../../src/view/translator';
import { aDay } from '../support/builders';
import { aSummary } from '../support/card-tools';

async function textOn(id: Place['id'], lang: string, parts: Parameters<typeof aSummary>[0] = {}): Promise<ShareText> {
  const catalogue = await loadCatalogue(lang);
  const place = catalogue.guide.places.find((one) => one.id === id);
  if (place === undefined) throw new Error(`no place ${id}`);
  return shareText(translatorOf(catalogue, lang), aSummary(parts), place);
}

/** What is said of a cancellation, word for word. */
const WORDING: Readonly<Record<string, string>> = {
  en: 'I cancelled ChatGPT Plus on 21 November 2026.',
  fr: 'J’ai résilié mon abonnement ChatGPT Plus le 21 novembre 2026.',
};
const LONG = {
  'long words': 'immer wieder Donaudampfschifffahrt '.repeat(60),
  'no blanks': 'x'.repeat(2000),
  emoji: '👨‍👩‍👧‍👦👍🏽'.repeat(200),
  'another script': '日本語の理由'.repeat(200),
  addresses: 'https://example.org/some/where '.repeat(60),
};
const deleted = { on: '2026-11-24', dataGoneBy: '2026-12-24' } as never;

describe.each(LANGUAGES)('%s', (lang) => {
  describe.each(PLACES)('%s', (id) => {
    test.each(Object.entries(LONG))('a reason of %s fits', async (_what, reasonText) => {
      const { place, text, title, length, isShortened, page } = await textOn(id, lang, {
        reasonText,
        deleted,
        plan: 'enterprise',
      });
      expect(length).toBe(lengthBy(place.count, text));
      expect(length).toBeLessThanOrEqual(place.limit ?? Infinity);
      expect([...(title ?? '')].length).toBeLessThanOrEqual(place.titleLimit ?? 0);
      expect(isShortened).toBe(place.limit !== undefined && place.limit < 2000);
      if (isShortened) expect(text).toContain('…');
      expect(text).not.toMatch(/\p{Cs}/u);
      expect(page === undefined ? undefined : refusalOf(page)).toBeUndefined();
    });

    test('without a reason says what happened and nothing else', async () => {
      const { text, isShortened } = await textOn(id, lang);
      const { say, ui, day } = translatorOf(await loadCatalogue(lang), lang);
      expect(text).toBe(
        say(ui.share.cancelled_plan, { plan: say(ui.choices.plan_plus), date: day(aDay('2026-11-21')) }),
      );
      if (lang in WORDING) expect(text).toBe(WORDING[lang]);
      expect(isShortened).toBe(false);
    });
  });
});

test('a page carries the whole text, whatever is in it', async () => {
  const reasonText = 'a & b = c? #1 100% "é" + 👋';
  const { text, page } = await textOn('x', 'en', { reasonText });
  expect(text).toContain(reasonText);
  expect(new URL(page ?? '').searchParams.get('text')).toBe(text);
  const reddit = await textOn('reddit', 'en', { reasonText });
  expect(Object.fromEntries(new URL(reddit.page ?? '').searchParams)).toEqual({
    selftext: 'true',
    title: reddit.title,
    text: reddit.text,
  });
});

test('nothing that acts without being seen gets into a text', async () => {
  const { text, page } = await textOn('x', 'en', { reasonText: 'a\u001B]0;x\u0007\nb\u202Ec\u200B\uD800' });
  expect(text).toBe('I cancelled ChatGPT Plus on 21 November 2026. My reason: a]0;x bc.');
  expect(new URL(page ?? '').searchParams.get('text')).toBe(text);
});
