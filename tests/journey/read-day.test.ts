// A day as people write it, in the languages they write it in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { addDays, daysBetween } from '../../src/journey/dates';
import { readDay } from '../../src/journey/read-day';
import { aDay, TODAY } from '../support/builders';

const read = (typed: string, lang: string, today = TODAY): string | undefined => readDay(typed, lang, today);

describe.each([
  [
    'en',
    [
      '2026-12-03',
      ' 2026-12-03 ',
      '3 December 2026',
      '3 December',
      '3rd December',
      '3rd of December 2026',
      '3 Dec',
      '3 dec. 2026',
      '03 DECEMBER',
      'December 3',
      'December 3, 2026',
      'December 3rd',
      'Dec. 3 2026',
      'Dec 3rd, 2026',
      'Thursday 3 December 2026',
      'Thursday, 3 December',
      'Thursday, December 3, 2026',
      '3\u00A0December',
    ],
  ],
  [
    'fr',
    [
      '2026-12-03',
      '3/12/2026',
      '3/12',
      '03.12.2026',
      '3-12-2026',
      '3 12 2026',
      '3 décembre 2026',
      '3 decembre',
      '3 déc. 2026',
      '3 DÉC',
      'jeudi 3 décembre',
      'le 3 décembre 2026',
      'le jeudi 3 décembre 2026',
      '3 December',
      '3\u202Fdécembre',
    ],
  ],
  [
    'pt-BR',
    [
      '2026-12-03',
      '3/12/2026',
      '3/12',
      '3 de dezembro de 2026',
      '3 de dezembro',
      '3 dez. 2026',
      'quinta-feira, 3 de dezembro',
      'dia 3 de dezembro',
    ],
  ],
])('in %s', (lang, forms) => {
  test.each(forms)('%j is 3 December 2026', (typed) => expect(read(typed, lang)).toBe('2026-12-03'));
});

test.each(['1º de dezembro', '1o de dezembro de 2026', '1° dezembro'])('%j is the first of a month', (typed) =>
  expect(read(typed, 'pt-BR')).toBe('2026-12-01'),
);

describe('numbers', () => {
  test.each(['3/12', '3/12/2026', '03.12.2026', '12-3-2026', '1/2'])(
    '%j may be two days in English, and is not read',
    (typed) => {
      expect(read(typed, 'en')).toBeUndefined();
      expect(read(typed, 'en-GB')).toBeUndefined();
    },
  );
  test.each([
    ['13/12/2026', '2026-12-13'],
    ['12/13/2026', '2026-12-13'],
    ['12/13', '2026-12-13'],
    ['1/1', '2027-01-01'],
    ['12/12/2026', '2026-12-12'],
  ])('%j can only be one day in English: %s', (typed, day) => expect(read(typed, 'en')).toBe(day));
  test('elsewhere the day stands first', () => {
    expect(read('3/12/2026', 'fr')).toBe('2026-12-03');
    expect(read('12/13/2026', 'fr')).toBeUndefined();
    expect(read('3/12/2026', 'de')).toBe('2026-12-03');
  });
});

test.each([
  '',
  'soon',
  'December',
  '3',
  '31 February',
  '31/04/2027',
  '32 December',
  '0 December',
  '2026-02-30',
  '3 December 26',
  '13/13',
  '3 ma',
  '3 Septober',
  '2026',
  '3 ju',
  '٣ December',
])('%j is no day in any language', (typed) => {
  for (const lang of LANGUAGES) expect(read(typed, lang)).toBeUndefined();
});

describe('a day without a year', () => {
  test('is today when it is today, and next year when it was yesterday', () => {
    expect(read('22 November', 'en')).toBe('2026-11-22');
    expect(read('21 November', 'en')).toBe('2027-11-21');
    expect(read('31 décembre', 'fr', aDay('2026-12-31'))).toBe('2026-12-31');
    expect(read('1er janvier', 'fr', aDay('2026-12-31'))).toBe('2027-01-01');
  });
  test('29 February is read where this year or the next has one', () => {
    expect(read('29 February', 'en', aDay('2027-06-01'))).toBe('2028-02-29');
    expect(read('29 February', 'en', aDay('2026-06-01'))).toBeUndefined();
  });
  test.each(LANGUAGES)('written by the language itself, it is read back as the next such day: %s', (lang) => {
    const ahead = fc.integer({ min: 0, max: 364 });
    fc.assert(
      fc.property(ahead, fc.constantFrom('long', 'short'), (days, month) => {
        const day = addDays(TODAY, days);
        const written = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
          day: 'numeric',
          month,
          timeZone: 'UTC',
        }).format(new Date(day));
        expect(read(written, lang), written).toBe(day);
      }),
    );
  });
  test.each(LANGUAGES)('with its year, it is read back as that day: %s', (lang) => {
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (days) => {
        const day = addDays(TODAY, days);
        expect(
          read(new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)), lang),
        ).toBe(day);
      }),
    );
  });
});

test('whatever is typed, the answer is a day that exists or none, and never in the past without a year', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.constantFrom(...LANGUAGES), (typed, lang) => {
      const day = readDay(typed, lang, TODAY);
      if (day === undefined) return;
      expect(aDay(day)).toBe(day);
      if (!/\d{4}/.test(typed)) expect(daysBetween(TODAY, day)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 1000 },
  ));

describe('a day that was', () => {
  const last = (typed: string, today = TODAY): string | undefined => readDay(typed, 'en', today, 'last');
  test('is today when it is today, and last year when it would be tomorrow', () => {
    expect(last('22 November')).toBe('2026-11-22');
    expect(last('23 November')).toBe('2025-11-23');
    expect(last('21 November')).toBe('2026-11-21');
    expect(last('December 31', aDay('2027-01-01'))).toBe('2026-12-31');
    expect(last('13/12')).toBe('2025-12-13');
  });
  test('is 29 February of this year or the last, where one of them has it', () => {
    expect(last('29 February', aDay('2028-03-01'))).toBe('2028-02-29');
    expect(last('29 February', aDay('2029-03-01'))).toBe('2028-02-29');
    expect(last('29 February', aDay('2026-06-01'))).toBeUndefined();
  });
  test('is, with its year, the day that was written', () => expect(last('3 December 2027')).toBe('2027-12-03'));
});

describe('a month', () => {
  test('may be cut after three letters or more, where no other begins so', () => {
    expect(read('3 decem', 'en')).toBe('2026-12-03');
    expect(read('Sept 3', 'en')).toBe('2027-09-03');
    expect(read('3 fév', 'fr')).toBe('2027-02-03');
    expect(read('3 jui', 'fr')).toBeUndefined();
  });
  test.each(['3 d', '3 se', 'n 3'])('is not read from less: %j', (typed) => expect(read(typed, 'en')).toBeUndefined());
  test('in full is that month, also where another begins with it', () => {
    expect(read('3 červen', 'cs')).toBe('2027-06-03');
    expect(read('3 červenec', 'cs')).toBe('2027-07-03');
  });
});

test('blanks around it say nothing', () => expect(read('\t 3  December ', 'en')).toBe('2026-12-03'));
