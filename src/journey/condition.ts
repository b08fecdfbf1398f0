// When a step, a way or a note applies: a closed little language over the Profile, written as data in content/guide.
import { goalOf, hasOwnAccount, isPaidByNobody, losesChats, mayBeCharged, UNSURE } from './profile';
import type { Biller, Goal, Plan, Profile, Region, Role, Unsure, Use } from './profile';

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
  region?: OneOrMore<Region | Unsure>;
  lockedOut?: boolean;
  sharedComputer?: boolean;
  cleanUp?: boolean;
  share?: boolean;
  /** Somebody may be charging the person (see `mayBeCharged`). */
  charged?: boolean;
  /** A paid plan that nobody charges (see `isPaidByNobody`). */
  paidByNobody?: boolean;
  /** A personal account, also one beside an organisation's (see `hasOwnAccount`). */
  ownAccount?: boolean;
  /** The chats are to go (see `losesChats`). */
  losesChats?: boolean;
  any?: readonly Condition[];
  not?: Condition;
}>;

/**
 * Whether `condition` holds for `profile`; no condition always holds. `said`: the answers as they were given, when `profile` is the
 * same person with every "not sure" turned into "no". Only `paidByNobody` goes by `said`: that nobody charges has to be an answer.
 */
export function holds(condition: Condition | undefined, profile: Profile, said: Profile = profile): boolean {
  if (condition === undefined) return true;
  const { goal, plan, billedBy, role, uses, region, any, not } = condition;
  return (
    (goal === undefined || goal === goalOf(profile)) &&
    (plan === undefined || includesAny(plan, [profile.plan ?? UNSURE])) &&
    (billedBy === undefined || includesAny(billedBy, billersOf(profile))) &&
    (role === undefined || includesAny(role, [profile.role ?? UNSURE])) &&
    (uses === undefined || includesAny(uses, answersOf(profile.uses))) &&
    (region === undefined || includesAny(region, [profile.region ?? UNSURE])) &&
    FLAGS.every(
      (flag) =>
        condition[flag] === undefined || condition[flag] === flagOf(flag === 'paidByNobody' ? said : profile, flag),
    ) &&
    (any === undefined || any.some((one) => holds(one, profile, said))) &&
    (not === undefined || !holds(not, profile, said))
  );
}

const FLAGS = [
  'lockedOut',
  'sharedComputer',
  'cleanUp',
  'share',
  'charged',
  'paidByNobody',
  'ownAccount',
  'losesChats',
] as const;

function flagOf(profile: Profile, flag: (typeof FLAGS)[number]): boolean {
  switch (flag) {
    case 'charged':
      return mayBeCharged(profile);
    case 'paidByNobody':
      return isPaidByNobody(profile);
    case 'ownAccount':
      return hasOwnAccount(profile);
    case 'losesChats':
      return losesChats(profile);
    default:
      return profile[flag] ?? false;
  }
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
