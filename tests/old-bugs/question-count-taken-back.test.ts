// A Business owner was told "question 3 of 5" and then "question 4 of 6".
import { expect, test } from 'vitest';
import { canCountQuestions } from '../../src/journey/questions';

test.each(['business', 'enterprise', 'edu'] as const)(
  'on %s the number of questions is not told before it is known',
  (plan) => {
    expect(canCountQuestions({ plan })).toBe(false);
    expect(canCountQuestions({ plan, billedBy: ['organization'] })).toBe(true);
  },
);
test('an owner has a renewal, so it is known', () =>
  expect(canCountQuestions({ plan: 'business', role: 'owner' })).toBe(true));
