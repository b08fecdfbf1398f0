// When a step, a way or a note applies: a closed little language over the Profile, written as data in content/guide.
import { goalOf, mayBeCharged, UNSURE } from './profile';
import type { Biller, Goal, Plan, Profile, Role, Unsure, Use } from './profile';

type OneOrMore<T> = T | readonly T[];

/**
 * Every key present must hold. A list means any of its values. A field the person did not fill in reads as `unsure`,
 * so a step that should show up in doubt says so by naming `unsure`.
 */
export type Condition = Readonly<{
  goal?: Goal;
  plan?: OneOrMore<Plan | Unsure>;
  billedBy?: OneOrMore<Biller | Unsure>;
  role?: OneOrMore<Role | Unsure>;
  uses?: OneOrMore<Use | Unsure>;
  lockedOut?: boolean;
  /** Somebody may be charging the person (see `mayBeCharged`). */
  charged?: boolean;
  any?: readonly Condition[];
  not?: Condition;
}>;

/** Whether `condition` holds for `profile`; no condition always holds. */
export function holds(condition: Condition | undefined, profile: Profile): boolean {
  if (condition === undefined) return true;
  const { goal, plan, billedBy, role, uses, lockedOut, charged, any, not } = condition;
  return (
    (goal === undefined || goal === goalOf(profile)) &&
    (plan === undefined || includesAny(plan, [profile.plan ?? UNSURE])) &&
    (billedBy === undefined || includesAny(billedBy, billersOf(profile))) &&
    (role === undefined || includesAny(role, [profile.role ?? UNSURE])) &&
    (uses === undefined || includesAny(uses, answersOf(profile.uses))) &&
    (lockedOut === undefined || lockedOut === (profile.lockedOut ?? false)) &&
    (charged === undefined || charged === mayBeCharged(profile)) &&
    (any === undefined || any.some((one) => holds(one, profile))) &&
    (not === undefined || !holds(not, profile))
  );
}

/** A Free plan with no word about billers means nobody charges; any other silence means "not sure". */
function billersOf(profile: Profile): readonly (Biller | Unsure)[] {
  if (profile.billedBy === undefined && profile.plan === 'free') return [];
  return answersOf(profile.billedBy);
}

function answersOf<T>(answer: readonly T[] | Unsure | undefined): readonly (T | Unsure)[] {
  return answer === undefined || answer === UNSURE ? [UNSURE] : answer;
}

function includesAny<T>(wanted: OneOrMore<T>, given: readonly T[]): boolean {
  const list = (Array.isArray(wanted) ? wanted : [wanted]) as readonly T[];
  return given.some((value) => list.includes(value));
}
