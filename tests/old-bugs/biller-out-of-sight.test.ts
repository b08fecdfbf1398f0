// Who named a biller and then found the plan to be Free kept the steps of that biller, without seeing why or being able to change it.
import { expect, test } from 'vitest';
import { answered, questionsFor } from '../../src/journey/questions';
import { aProfile } from '../support/builders';

test('a biller named before the plan turned out to be Free stays in sight and can be taken back', () => {
  const profile = answered(aProfile({ plan: 'plus', billedBy: ['apple'] }), 'plan', 'free');
  const question = questionsFor(profile).find(({ id }) => id === 'billed-by');
  expect(question?.answer).toEqual(['apple']);
  expect(question?.choices).toContain('none');
  const after = answered(profile, 'billed-by', 'none');
  expect(after.billedBy).toEqual([]);
  expect(questionsFor(after).some(({ id }) => id === 'billed-by')).toBe(false);
});
