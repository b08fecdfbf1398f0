// The month in which an answer is due.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween, parseCivilDate } from '../../src/journey/dates';
import { aMonthAfter } from '../../src/journey/letter';
import { aDay } from '../support/builders';

test.each([
  ['2026-11-22', '2026-12-22'],
  ['2026-12-31', '2027-01-31'],
  ['2027-01-31', '2027-02-28'],
  ['2028-01-30', '2028-02-29'],
  ['2027-03-31', '2027-04-30'],
  ['2027-02-28', '2027-03-28'],
])('after %s it is %s', (from, to) => expect(aMonthAfter(aDay(from))).toBe(to));

test('is a day that exists, 28 to 31 days later, from every day of 2024 to 2030', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2556 }), (days) => {
      const from = addDays(aDay('2024-01-01'), days);
      const to = aMonthAfter(from);
      expect(parseCivilDate(to)).toBe(to);
      expect(daysBetween(from, to)).toBeGreaterThanOrEqual(28);
      expect(daysBetween(from, to)).toBeLessThanOrEqual(31);
    }),
  );
});
