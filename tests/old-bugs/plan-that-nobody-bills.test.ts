// `--plan plus --billed-by none` led to a step without a single way to do it, and a locked-out owner to the settings.
import { expect, test } from 'vitest';
import { findStep } from '../../src/journey/journey';
import { aJourney } from '../support/builders';

test.each(['go', 'plus', 'pro', 'unsure'] as const)(
  'whoever says that nobody bills their plan (%s) is told where its renewal would stand',
  (plan) => {
    expect(findStep(aJourney({ plan, billedBy: [] }), 'confirm-cancelled')?.ways.map(({ id }) => id)).toEqual([
      'openai',
      'apple',
      'google',
    ]);
    expect(
      findStep(aJourney({ plan, billedBy: [], lockedOut: true }), 'confirm-cancelled')?.ways.map(({ id }) => id),
    ).toEqual(['apple', 'google', 'support']);
  },
);
test('an owner who cannot sign in confirms with Support', () =>
  expect(
    findStep(
      aJourney({ plan: 'business', role: 'owner', billedBy: ['organization'], lockedOut: true }),
      'confirm-cancelled',
    )?.ways.map(({ id }) => id),
  ).toEqual(['support']));
