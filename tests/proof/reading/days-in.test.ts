// Days in what was read off a picture, however they are written, and the days that stand beside a sentence.
import { describe, expect, test } from 'vitest';
import { readingWords } from '../../../src/content/compiled/reading-words';
import { isBeside } from '../../../src/proof/reading/days-beside';
import { daysIn } from '../../../src/proof/reading/days-in';
import type { ReadDay } from '../../../src/proof/reading/days-in';

const TODAY = '2026-11-22';
const languages = readingWords.languages as Readonly<Record<string, (typeof readingWords.languages)[string]>>;
const read = (text: string, ...langs: readonly string[]): readonly string[] =>
  daysIn(
    text,
    langs.map((lang) => languages[lang] ?? expect.fail(`no words of ${lang}`)),
    TODAY,
  ).map((day: ReadDay) => (day.kind === 'day' ? day.on : day.either.join(' or ')));

describe('a day', () => {
  test.each<[string, string, readonly string[]]>([
    ['2026-12-03', 'en', ['2026-12-03']],
    ['2026/1/5', 'en', ['2026-01-05']],
    ['12026-12-03', 'en', []],
    ['2026-12-031', 'en', []],
    ['03.12.2026', 'de', ['2026-12-03']],
    ['03.12.26', 'de', ['2026-12-03']],
    ['3 / 12 / 2026', 'fr', ['2026-12-03']],
    ['12/13/2026', 'fr', ['2026-12-13']],
    ['3/12/2026', 'en', ['2026-03-12 or 2026-12-03']],
    ['12/3/2026', 'en', ['2026-03-12 or 2026-12-03']],
    ['12/12/2026', 'en', ['2026-12-12']],
    ['13/12/2026', 'en', ['2026-12-13']],
    ['12/13/2026', 'en', ['2026-12-13']],
    ['13/13/2026', 'en', []],
    ['20.12. 10:00', 'de', ['2026-12-20']],
    ['20.12. 10:00', 'en', []],
    ['3 December 2026', 'en', ['2026-12-03']],
    ['December 3, 2026', 'en', ['2026-12-03']],
    ['Dec. 3', 'en', ['2026-12-03']],
    ['1er décembre 2026', 'fr', ['2026-12-01']],
    ['29 February 2028', 'en', ['2028-02-29']],
    ['29 February 2027', 'en', []],
    ['31 December 1999', 'en', []],
    ['1 January 2000', 'en', ['2000-01-01']],
    ['31 December 2099', 'en', ['2099-12-31']],
    ['1 January 2100', 'en', []],
    ['2026-00-10', 'en', []],
    ['2026-13-10', 'en', []],
    ['2026-12-00', 'en', []],
    ['3 Monkeys 2026', 'en', []],
  ])('%j in %s is %j', (text, lang, days) => expect(read(text, lang)).toEqual(days));
});

test('a day without a year is the one nearest that is at most sixty days past', () => {
  expect(read('November 22', 'en')).toEqual(['2026-11-22']);
  expect(read('September 23', 'en')).toEqual(['2026-09-23']);
  expect(read('September 22', 'en')).toEqual(['2027-09-22']);
  expect(read('January 5', 'en')).toEqual(['2027-01-05']);
  expect(daysIn('December 20', [languages['en'] ?? expect.fail()], '2027-01-10')).toEqual([
    { kind: 'day', on: '2026-12-20' },
  ]);
});

test('several are told in the order they stand in, and the same one once', () =>
  expect(read('December 9, 2026 and 2026-12-03, again December 9, 2026', 'en')).toEqual(['2026-12-09', '2026-12-03']));

test('of two languages on a page, one that writes numbers either way leaves open which day it is', () => {
  expect(read('3/12/2026', 'fr', 'de')).toEqual(['2026-12-03']);
  expect(read('3/12/2026', 'fr', 'en')).toEqual(['2026-03-12 or 2026-12-03']);
  expect(read('20.12. 10:00', 'de', 'en')).toEqual([]);
  expect(read('3 décembre, 4 December', 'en', 'fr')).toEqual(['2026-12-03', '2026-12-04']);
});

describe('what stands beside a sentence', () => {
  const box = { left: 100, top: 100, right: 200, bottom: 120 };
  const at = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 20 });
  test.each<[string, ReturnType<typeof at>, boolean]>([
    ['at its right', at(200, 100), true],
    ['at its right, a little lower', at(260, 119), true],
    ['at its right, a row lower', at(260, 120), false],
    ['at its right, a little higher', at(260, 81), true],
    ['at its right, a row higher', at(260, 80), false],
    ['at its left', at(0, 100), false],
    ['right under it', at(150, 122), true],
    ['overlapping its lower half', at(150, 110), true],
    ['overlapping its upper half', at(150, 109), false],
    ['one row and a half under it', at(150, 149), true],
    ['farther under it', at(150, 150), false],
    ['under it and past its right end', at(200, 125), false],
    ['under it and before its left end', at(0, 125), false],
    ['above it', at(100, 70), false],
  ])('%s: %j is %s', (_where, other, wanted) => expect(isBeside(box, other)).toBe(wanted));
});
