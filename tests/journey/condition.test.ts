// When a step applies: every key by its table, and what silence means.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../../src/journey/condition';
import type { Condition } from '../../src/journey/condition';
import { goalOf, isOrganizationPlan, mayBeCharged, UNSURE } from '../../src/journey/profile';
import type { Profile } from '../../src/journey/profile';
import { ALL_BILLED_BY, ALL_GOALS, ALL_PLANS, ALL_ROLES, ALL_USES } from '../journeys/profiles';
import { aProfile } from '../support/builders';

type Row = readonly [Condition, Profile, boolean];
const NOBODY: Profile = {};

describe.each<[string, readonly Row[]]>([
  [
    'goal',
    [
      [{ goal: 'cancel' }, { goal: 'cancel' }, true],
      [{ goal: 'cancel' }, { goal: 'delete' }, false],
      [{ goal: 'delete' }, { goal: 'delete' }, true],
      [{ goal: 'cancel' }, { goal: UNSURE }, true],
      [{ goal: 'delete' }, { goal: UNSURE }, false],
      [{ goal: 'cancel' }, NOBODY, true],
      [{ goal: 'delete' }, NOBODY, false],
    ],
  ],
  [
    'plan',
    [
      [{ plan: 'plus' }, { plan: 'plus' }, true],
      [{ plan: 'plus' }, { plan: 'pro' }, false],
      [{ plan: ['go', 'pro'] }, { plan: 'pro' }, true],
      [{ plan: ['go', 'pro'] }, { plan: 'plus' }, false],
      [{ plan: UNSURE }, { plan: UNSURE }, true],
      [{ plan: UNSURE }, NOBODY, true],
      [{ plan: UNSURE }, { plan: 'plus' }, false],
      [{ plan: 'plus' }, NOBODY, false],
    ],
  ],
  [
    'billedBy',
    [
      [{ billedBy: 'apple' }, { billedBy: ['apple'] }, true],
      [{ billedBy: 'apple' }, { billedBy: ['openai', 'apple'] }, true],
      [{ billedBy: 'apple' }, { billedBy: ['openai'] }, false],
      [{ billedBy: ['apple', UNSURE] }, { billedBy: ['google'] }, false],
      [{ billedBy: ['apple', UNSURE] }, { billedBy: UNSURE }, true],
      [{ billedBy: UNSURE }, NOBODY, true],
      [{ billedBy: UNSURE }, { plan: 'plus' }, true],
      [{ billedBy: UNSURE }, { plan: 'free' }, false],
      [{ billedBy: UNSURE }, { plan: 'free', billedBy: UNSURE }, true],
      [{ billedBy: UNSURE }, { billedBy: [] }, false],
      [{ billedBy: 'apple' }, { billedBy: UNSURE }, false],
    ],
  ],
  [
    'role',
    [
      [{ role: 'owner' }, { role: 'owner' }, true],
      [{ role: ['admin', 'member'] }, { role: 'owner' }, false],
      [{ role: ['member', UNSURE] }, NOBODY, true],
      [{ role: 'member' }, { role: UNSURE }, false],
    ],
  ],
  [
    'uses',
    [
      [{ uses: 'api' }, { uses: ['api', 'siri'] }, true],
      [{ uses: ['gpts', 'siri'] }, { uses: ['api', 'siri'] }, true],
      [{ uses: 'api' }, { uses: [] }, false],
      [{ uses: ['api', UNSURE] }, { uses: [] }, false],
      [{ uses: ['api', UNSURE] }, NOBODY, true],
      [{ uses: ['api', UNSURE] }, { uses: UNSURE }, true],
      [{ uses: 'api' }, { uses: UNSURE }, false],
    ],
  ],
  [
    'lockedOut',
    [
      [{ lockedOut: true }, { lockedOut: true }, true],
      [{ lockedOut: true }, { lockedOut: false }, false],
      [{ lockedOut: true }, NOBODY, false],
      [{ lockedOut: false }, NOBODY, true],
      [{ lockedOut: false }, { lockedOut: true }, false],
    ],
  ],
  [
    'charged',
    [
      [{ charged: true }, { plan: 'plus' }, true],
      [{ charged: true }, { plan: 'free' }, false],
      [{ charged: true }, { plan: 'free', billedBy: [] }, false],
      [{ charged: true }, { plan: 'free', billedBy: ['apple'] }, true],
      [{ charged: true }, { plan: 'free', billedBy: UNSURE }, true],
      [{ charged: true }, { plan: 'plus', billedBy: [] }, true],
      [{ charged: true }, NOBODY, true],
      [{ charged: false }, { plan: 'free' }, true],
      [{ charged: false }, { plan: 'plus' }, false],
    ],
  ],
  [
    'region',
    [
      [{ region: 'eea' }, { region: 'eea' }, true],
      [{ region: 'eea' }, { region: 'uk' }, false],
      [{ region: ['eea', 'uk'] }, { region: 'uk' }, true],
      [{ region: ['eea', 'uk'] }, { region: 'us' }, false],
      [{ region: 'eea' }, { region: UNSURE }, false],
      [{ region: 'eea' }, NOBODY, false],
      [{ region: ['india', UNSURE] }, NOBODY, true],
      [{ region: ['india', UNSURE] }, { region: UNSURE }, true],
      [{ region: ['india', UNSURE] }, { region: 'us' }, false],
    ],
  ],
  [
    'paidByNobody',
    [
      [{ paidByNobody: true }, { plan: 'plus', billedBy: [] }, true],
      [{ paidByNobody: true }, { billedBy: [] }, true],
      [{ paidByNobody: true }, { plan: 'free', billedBy: [] }, false],
      [{ paidByNobody: true }, { plan: 'edu', billedBy: [] }, false],
      [{ paidByNobody: true }, { plan: 'plus', billedBy: ['apple'] }, false],
      [{ paidByNobody: true }, { plan: 'plus', billedBy: UNSURE }, false],
      [{ paidByNobody: true }, { plan: 'plus' }, false],
      [{ paidByNobody: false }, { plan: 'plus' }, true],
      [{ paidByNobody: false }, { plan: 'plus', billedBy: [] }, false],
    ],
  ],
  [
    'ownAccount',
    [
      [{ ownAccount: true }, { plan: 'plus' }, true],
      [{ ownAccount: true }, NOBODY, true],
      [{ ownAccount: true }, { plan: 'edu' }, false],
      [{ ownAccount: true }, { plan: 'edu', billedBy: UNSURE }, false],
      [{ ownAccount: true }, { plan: 'edu', billedBy: ['organization'] }, false],
      [{ ownAccount: true }, { plan: 'edu', billedBy: ['organization', 'apple'] }, true],
      [{ ownAccount: false }, { plan: 'edu' }, true],
      [{ ownAccount: false }, { plan: 'plus' }, false],
    ],
  ],
  [
    'losesChats',
    [
      [{ losesChats: true }, { goal: 'delete' }, true],
      [{ losesChats: true }, { goal: 'cancel', cleanUp: true }, true],
      [{ losesChats: true }, { goal: 'cancel', cleanUp: false }, false],
      [{ losesChats: true }, { goal: UNSURE }, false],
      [{ losesChats: false }, NOBODY, true],
    ],
  ],
  [
    'any',
    [
      [{ any: [{ plan: 'plus' }, { role: 'owner' }] }, { plan: 'plus' }, true],
      [{ any: [{ plan: 'plus' }, { role: 'owner' }] }, { role: 'owner' }, true],
      [{ any: [{ plan: 'plus' }, { role: 'owner' }] }, { plan: 'pro' }, false],
    ],
  ],
  [
    'not',
    [
      [{ not: { plan: 'plus' } }, { plan: 'plus' }, false],
      [{ not: { plan: 'plus' } }, { plan: 'pro' }, true],
      [{ not: { plan: 'plus' } }, NOBODY, true],
      [{ not: { plan: 'business', role: 'owner' } }, { plan: 'business', role: 'member' }, true],
    ],
  ],
  [
    'several keys',
    [
      [{ goal: 'delete', plan: 'plus' }, { goal: 'delete', plan: 'plus' }, true],
      [{ goal: 'delete', plan: 'plus' }, { goal: 'delete', plan: 'pro' }, false],
      [{ goal: 'delete', plan: 'plus' }, { goal: 'cancel', plan: 'plus' }, false],
      [
        { goal: 'delete', any: [{ plan: 'plus' }, { plan: 'pro' }], not: { lockedOut: true } },
        { goal: 'delete', plan: 'pro' },
        true,
      ],
      [
        { goal: 'delete', any: [{ plan: 'plus' }, { plan: 'pro' }], not: { lockedOut: true } },
        { goal: 'delete', plan: 'pro', lockedOut: true },
        false,
      ],
    ],
  ],
])('%s', (_key, rows) => {
  test.each(rows)('%j for %j: %s', (condition, profile, expected) => expect(holds(condition, profile)).toBe(expected));
});

test('that nobody charges has to be said; everything else follows from the answers as they would turn out', () => {
  const unsure: Profile = { plan: 'plus', billedBy: UNSURE };
  const sure: Profile = { plan: 'plus', billedBy: [] };
  expect(holds({ paidByNobody: true }, sure, unsure)).toBe(false);
  expect(holds({ paidByNobody: true }, unsure, sure)).toBe(true);
  expect(holds({ any: [{ paidByNobody: true }, { billedBy: 'apple' }] }, sure, unsure)).toBe(false);
  expect(holds({ not: { paidByNobody: true } }, sure, unsure)).toBe(true);
  expect(holds({ lockedOut: true }, { lockedOut: true }, { lockedOut: false })).toBe(true);
  expect(holds({ charged: true }, { plan: 'free' }, { plan: 'free', billedBy: UNSURE })).toBe(false);
});

test('no condition always holds', () => expect(holds(undefined, NOBODY)).toBe(true));

const profiles = fc.record({
  goal: fc.constantFrom(...ALL_GOALS),
  plan: fc.constantFrom(...ALL_PLANS),
  billedBy: fc.constantFrom(...ALL_BILLED_BY),
  role: fc.constantFrom(...ALL_ROLES),
  uses: fc.constantFrom(...ALL_USES),
  lockedOut: fc.constantFrom(true, false, undefined),
});

describe('for everybody', () => {
  test('what was not said is what the person is not sure of, but for a free plan', () =>
    fc.assert(
      fc.property(
        profiles,
        fc.constantFrom<Condition>(
          { plan: UNSURE },
          { role: UNSURE },
          { uses: ['api', UNSURE] },
          { billedBy: ['apple', UNSURE] },
          { charged: true },
          { goal: 'delete' },
        ),
        (profile, condition) => {
          fc.pre(profile.plan !== 'free');
          const unsure = {
            ...profile,
            goal: profile.goal ?? UNSURE,
            plan: profile.plan ?? UNSURE,
            role: profile.role ?? UNSURE,
            uses: profile.uses ?? UNSURE,
            billedBy: profile.billedBy ?? UNSURE,
          } as const;
          expect(holds(condition, profile)).toBe(holds(condition, unsure));
        },
      ),
    ));
  test('not turns every answer round', () =>
    fc.assert(
      fc.property(
        profiles,
        fc.constantFrom<Condition>(
          { plan: ['plus', UNSURE] },
          { uses: 'api' },
          { charged: true },
          { lockedOut: false },
        ),
        (profile, condition) => void expect(holds({ not: condition }, profile)).toBe(!holds(condition, profile)),
      ),
    ));
  test('while the goal is open, the guide acts on the one that can be undone', () =>
    expect(ALL_GOALS.map((goal) => goalOf({ goal }))).toEqual(['cancel', 'delete', 'cancel', 'cancel']));
  test('three plans are held by an organisation', () =>
    expect(ALL_PLANS.filter(isOrganizationPlan)).toEqual(['business', 'enterprise', 'edu']));
  test('only a free plan that nobody bills is not charged', () => {
    const free = ALL_PLANS.flatMap((plan) => ALL_BILLED_BY.map((billedBy) => aProfile({ plan, billedBy }))).filter(
      (profile) => !mayBeCharged(profile),
    );
    expect(free.map(({ plan, billedBy }) => [plan, billedBy])).toEqual([
      ['free', []],
      ['free', undefined],
    ]);
  });
});
