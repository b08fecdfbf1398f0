// What happens to characters that the card's typeface does not have.
import { beforeAll, expect, test } from 'vitest';
import type { Card } from '../../src/card/card';
import { drawable } from '../../src/card/letters';
import type { Fonts } from '../../src/card/placed';
import { LANGUAGES } from '../../src/content/compiled/about';
import { aCard, cardTools, fontsOf } from '../support/card-tools';

let fonts: Fonts;
let card: Card;
beforeAll(async () => {
  fonts = fontsOf(await cardTools());
  card = await aCard('en');
});
const named = (name: string): ReturnType<typeof drawable> => drawable({ ...card, name }, [fonts.regular, fonts.bold]);

test.each([
  'Ana',
  'Éloïse Œuvrard',
  'Łukasz Żółć',
  'Čeněk Dvořák',
  'José Ñíguez',
  'Großmann',
  'Nguyễn Thị Minh',
  'İğne Şahin',
  'Zoë “Z” O’Neil–Smith',
])('%s is drawn as it is', (name) => {
  expect(named(name)).toMatchObject({ card: { name: name.normalize('NFC') }, leftOut: [], lacking: [] });
});

test('a letter and its accent become one', () => {
  expect(named('E\u0301loi\u0308se').card.name).toBe('Éloïse');
});

test('emoji are left out, and said', () => {
  expect(named('Ana 🎉')).toMatchObject({ card: { name: 'Ana' }, leftOut: ['🎉'], lacking: [] });
  expect(named('👨‍👩‍👧‍👦').card.name).toBeUndefined();
  expect(named('❤️ Ana 👍🏽').card.name).toBe('Ana');
  expect(named('🇫🇷 Ana').leftOut.length).toBeGreaterThan(0);
});

test.each(['Анна', '李小龙', 'שרה', 'سارة', 'Αθηνά'])('letters of another script are named: %s', (name) => {
  expect(named(name).lacking).toEqual([...new Set(name)]);
});

test('what acts without being seen is gone without a word', () => {
  expect(named('A\u202En\u200Ba\u0007\u001B[31m')).toMatchObject({
    card: { name: 'Ana[31m' },
    leftOut: [],
    lacking: [],
  });
});

test('blanks and hyphens of other widths are drawn as the ones there are', () => {
  expect(named('1\u2009234\u2011A\tB\nC').card.name).toBe('1\u00A0234-A B C');
});

test('every text of every language can be drawn', async () => {
  for (const lang of LANGUAGES) {
    for (const parts of [
      {},
      { plan: undefined },
      { cancelled: [], deleted: { on: '2026-11-24', dataGoneBy: '2026-12-24' } as never },
    ]) {
      const one = await aCard(lang, parts, { price: { amount: 1234.5, currency: 'EUR' } });
      expect(drawable(one, [fonts.regular, fonts.bold])).toMatchObject({ leftOut: [], lacking: [] });
    }
  }
});

test('every currency there is can be drawn in every language', async () => {
  const lacking = new Set<string>();
  for (const lang of LANGUAGES)
    for (const currency of Intl.supportedValuesOf('currency'))
      for (const one of drawable(await aCard(lang, {}, { price: { amount: 1234.5, currency } }), [
        fonts.regular,
        fonts.bold,
      ]).lacking)
        lacking.add(`${one} ${currency}`);
  expect([...lacking]).toEqual([]);
});
