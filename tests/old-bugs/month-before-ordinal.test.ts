// "December 3rd" was taken for the third of the month "rd", and "3 jui" for June although it may be July.
import { expect, test } from 'vitest';
import { readDay } from '../../src/journey/read-day';
import { TODAY } from '../support/builders';

test.each(['December 3rd', 'Dec 3rd, 2026', 'December 3rd 2026'])('%j is a day', (typed) =>
  expect(readDay(typed, 'en', TODAY)).toBe('2026-12-03'),
);
test('the beginning of two months is neither', () => {
  expect(readDay('3 jui', 'fr', TODAY)).toBeUndefined();
  expect(readDay('3 juil', 'fr', TODAY)).toBe('2027-07-03');
  expect(readDay('3 juin', 'fr', TODAY)).toBe('2027-06-03');
});
