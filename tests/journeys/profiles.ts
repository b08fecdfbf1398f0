// Every Profile there is, as far as the guide can tell them apart.
import type { Guide } from '../../src/content/schema';
import type { Condition } from '../../src/journey/condition';
import { BILLERS, GOALS, PLANS, REGIONS, ROLES, UNSURE, USES } from '../../src/journey/profile';
import { addDays } from '../../src/journey/dates';
import { TODAY } from '../support/builders';
import type { Profile, Use } from '../../src/journey/profile';

type Step = Guide['steps'][number];

/** All conditions of a step: its own, its ways' and its notes'. */
export function conditionsOf(step: Pick<Step, 'when' | 'ways' | 'notes' | 'traps'>): readonly Condition[] {
  return [
    step.when,
    ...step.ways.map(({ when }) => when),
    ...[...(step.notes ?? []), ...(step.traps ?? [])].map(({ when }) => when),
  ].filter((one) => one !== undefined);
}

/** The values of `uses` that a condition names anywhere within it. */
export function usesIn(condition: Condition): readonly Use[] {
  const { uses, any = [], not } = condition;
  const own =
    uses === undefined
      ? []
      : ((Array.isArray(uses) ? uses : [uses]) as readonly string[]).filter((value): value is Use => value !== UNSURE);
  return [...new Set([...own, ...any.flatMap(usesIn), ...(not === undefined ? [] : usesIn(not))])];
}

/** The most values of `uses` that one step reads together, over its own condition, its ways and its notes. */
export function mostUsesTogether(steps: readonly Step[]): number {
  return Math.max(...steps.map((step) => new Set(conditionsOf(step).flatMap(usesIn)).size));
}

export function subsetsOf<T>(values: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** values.length }, (_, mask) => values.filter((_value, index) => (mask >> index) & 1));
}

/** None, every value, every pair, all but one, all, not sure, did not say. */
export const SOME_USES: readonly Profile['uses'][] = [
  ...subsetsOf(USES).filter(({ length }) => length <= 2 || length >= USES.length - 1),
  UNSURE,
  undefined,
];
export const ALL_USES: readonly Profile['uses'][] = [...subsetsOf(USES), UNSURE, undefined];
export const ALL_BILLED_BY: readonly Profile['billedBy'][] = [...subsetsOf(BILLERS), UNSURE, undefined];
export const ALL_GOALS: readonly Profile['goal'][] = [...GOALS, UNSURE, undefined];
export const ALL_PLANS: readonly Profile['plan'][] = [...PLANS, UNSURE, undefined];
export const ALL_ROLES: readonly Profile['role'][] = [...ROLES, UNSURE, undefined];

/** Every combination of goal, plan, billers, role (only Business has one) and `uses`, able to sign in or not. */
export function* everyProfile(
  uses: readonly Profile['uses'][] = SOME_USES,
  nextBilling?: Profile['nextBilling'],
): Generator<Profile> {
  for (const goal of ALL_GOALS)
    for (const plan of ALL_PLANS)
      for (const role of plan === 'business' ? ALL_ROLES : [undefined])
        for (const billedBy of ALL_BILLED_BY)
          for (const one of uses)
            for (const lockedOut of [undefined, true])
              yield { goal, plan, role, billedBy, uses: one, lockedOut, nextBilling };
}

/** What else a person may say, each on top of everybody: regions, days near and past, a computer of others, an account to empty. */
export function* everySituation(): Generator<Profile> {
  const few = [[], USES, UNSURE] as const;
  for (const profile of everyProfile([[]]))
    for (const region of [...REGIONS, UNSURE] as const) yield { ...profile, region };
  for (const days of [-40, -1, 0, 1, 2, 3])
    for (const profile of everyProfile([[], UNSURE])) yield { ...profile, nextBilling: addDays(TODAY, days) };
  for (const region of ['eea', 'turkey', 'brazil', 'us'] as const)
    for (const days of [0, 6, 8, 14, 15])
      for (const profile of everyProfile([[]])) yield { ...profile, region, chargedOn: addDays(TODAY, -days) };
  for (const profile of everyProfile(few)) {
    yield { ...profile, sharedComputer: true, nextBilling: addDays(TODAY, 1) };
    yield { ...profile, cleanUp: true, region: 'eea' };
    yield { ...profile, cleanUp: true, share: true, sharedComputer: true, region: 'india' };
  }
}
