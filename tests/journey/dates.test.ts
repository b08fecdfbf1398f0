// Calendar days: what is a day, what is not, and counting between them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDateOf, daysBetween, parseCivilDate } from '../../src/journey/dates';
import { aDay } from '../support/builders';

const two = (number: number): string => String(number).padStart(2, '0');
/** Days of a month by the rule of the calendar, not by Date. */
const lengthOf = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;
const anyDay = fc
  .integer({ min: Date.UTC(1900, 0) / 86_400_000, max: Date.UTC(2199, 11) / 86_400_000 })
  .map((days) => aDay(new Date(days * 86_400_000).toISOString().slice(0, 10)));

describe('reading a day', () => {
  test('takes every day from 2000 to 2100 and no other combination of the same digits', () => {
    let count = 0;
    for (let year = 2000; year <= 2100; year += 1)
      for (let month = 0; month <= 13; month += 1)
        for (let day = 0; day <= 32; day += 1) {
          const text = `${year}-${two(month)}-${two(day)}`;
          const exists = month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
          if (parseCivilDate(text) !== (exists ? text : undefined)) expect.fail(text);
          if (exists) count += 1;
        }
    expect(count).toBe((Date.UTC(2101, 0) - Date.UTC(2000, 0)) / 86_400_000);
  });

  test('forgives blanks around it', () => expect(parseCivilDate(' 2026-12-03\n')).toBe('2026-12-03'));

  test.each([
    '',
    '2026-12',
    '2026-12-3',
    '26-12-03',
    '2026/12/03',
    '03-12-2026',
    '2026-12-03T00:00',
    '+002026-12-03',
    '-2026-12-03',
    '２０２６-12-03',
    '2026-02-30',
    '2026-12-03x',
  ])('refuses %j', (text) => expect(parseCivilDate(text)).toBeUndefined());
});

describe('counting days', () => {
  test('there and back is the same day, across summer time and leap days', () =>
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -40_000, max: 40_000 }),
        (day, days) => void expect(addDays(addDays(day, days), -days)).toBe(day),
      ),
    ));
  test('the distance is what was added', () =>
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -40_000, max: 40_000 }),
        (day, days) => void expect(daysBetween(day, addDays(day, days))).toBe(days),
      ),
    ));
  test('days sort as they are written', () =>
    fc.assert(fc.property(anyDay, anyDay, (one, other) => void expect(daysBetween(one, other) > 0).toBe(one < other))));
  test.each([
    ['2026-03-01', -1, '2026-02-28'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2100-02-28', 1, '2100-03-01'],
  ])('%s and %i days is %s', (from, days, to) => expect(addDays(aDay(from), days)).toBe(to));
});

test.each([
  [new Date(2026, 0, 5, 0, 0), '2026-01-05'],
  [new Date(2026, 0, 5, 23, 59, 59), '2026-01-05'],
  [new Date(2026, 11, 31, 12), '2026-12-31'],
])('%s is the day that the clock of the computer shows, written as every other day', (moment, day) => {
  expect(civilDateOf(moment)).toBe(day);
  expect(parseCivilDate(civilDateOf(moment))).toBe(day);
});
