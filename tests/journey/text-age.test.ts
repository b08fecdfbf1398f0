// How old a text is, whichever way it is dated: never newer than can be known.
import { describe, expect, test } from 'vitest';
import { dayOfText, isOldText, newestText, OLD_TEXT_DAYS, textAge } from '../../src/journey/text-age';
import { addDays } from '../../src/journey/dates';
import { aDay } from '../support/builders';

describe('a text counts', () => {
  test.each([
    ['2026-10-07', '2026-10-07', 'from its day'],
    ['2026-10', '2026-10-31', 'from the last day of its month'],
    ['2026-06', '2026-06-30', 'of a shorter month too'],
    ['2026-02', '2026-02-28', 'of February'],
    ['2028-02', '2028-02-29', 'of February in a leap year'],
    ['2026-12', '2026-12-31', 'of the last month of a year'],
    ['2026', '2026-01-01', 'from the first day of its year when no more is known'],
  ])('%s from %s: %s', (date, day) => expect(dayOfText({ date })).toBe(day));
  test('of a span of months from its end', () =>
    expect(dayOfText({ since: '2026-07', date: '2026-10' })).toBe('2026-10-31'));
});

describe('the newest of several', () => {
  test.each([
    [['2026-06', '2026-10-07', '2026'], '2026-10-07'],
    [['2026', '2025-12-31'], '2026'],
    [['2026', '2026-01-02'], '2026-01-02'],
    [['2026-10-31', '2026-10'], '2026-10-31'],
    [['2026-10-30', '2026-10'], '2026-10'],
  ])('of %j is %s', (dates, newest) => expect(newestText(dates.map((date) => ({ date })))?.date).toBe(newest));
  test('of none is none', () => expect(newestText([])).toBeUndefined());
});

describe('its age', () => {
  test('is counted in days from there', () => expect(textAge({ date: '2026-10' }, aDay('2026-11-27'))).toBe(27));
  test('is nothing while its month lasts', () => expect(textAge({ date: '2026-11' }, aDay('2026-11-27'))).toBe(0));
  test.each(['2026-06-30', '2026-06', '2026'])(
    `of %s is old after ${OLD_TEXT_DAYS} days, and not on that day`,
    (date) => {
      const last = addDays(dayOfText({ date }), OLD_TEXT_DAYS);
      expect(isOldText({ date }, last)).toBe(false);
      expect(isOldText({ date }, addDays(last, 1))).toBe(true);
    },
  );
});
