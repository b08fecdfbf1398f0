// The answers that change the route, and the closed vocabulary they are given in.
import type { CivilDate } from './dates';

export const GOALS = ['cancel', 'delete'] as const;
export const PLANS = ['free', 'go', 'plus', 'pro', 'business', 'enterprise', 'edu'] as const;
export const BILLERS = ['openai', 'apple', 'google', 'partner', 'organization'] as const;
export const ROLES = ['owner', 'admin', 'member'] as const;
export const USES = [
  'api',
  'codex',
  'gpts',
  'projects',
  'shared-links',
  'apps',
  'siri',
  'ads-manager',
  'sign-in',
] as const;
/** Where the person lives, as far as law, refunds or a way to pay differ. */
export const REGIONS = ['eea', 'switzerland', 'uk', 'turkey', 'india', 'brazil', 'us', 'elsewhere'] as const;

export type Goal = (typeof GOALS)[number];
export type Plan = (typeof PLANS)[number];
export type Biller = (typeof BILLERS)[number];
export type Role = (typeof ROLES)[number];
export type Use = (typeof USES)[number];
export type Region = (typeof REGIONS)[number];

/** The person was asked and does not know. Different from `undefined`: was not asked, did not say. */
export const UNSURE = 'unsure';
export type Unsure = typeof UNSURE;

/** What one person said about their situation. An empty list means "none of these". */
export type Profile = Readonly<{
  goal?: Goal | Unsure;
  plan?: Plan | Unsure;
  billedBy?: readonly Biller[] | Unsure;
  role?: Role | Unsure;
  uses?: readonly Use[] | Unsure;
  /** The day of the next charge. */
  nextBilling?: CivilDate | Unsure;
  /** `unsure`: would rather not say, or does not know. */
  region?: Region | Unsure;
  /** The day of the purchase or of the last charge. */
  chargedOn?: CivilDate | Unsure;
  /** True once the person has said that they cannot sign in. */
  lockedOut?: boolean;
  /** True when the computer is not the person's own: a library's, a friend's, a volunteer's. */
  sharedComputer?: boolean;
  /** True when an account that is kept is to be emptied. */
  cleanUp?: boolean;
  /** True when the person wants to tell others. */
  share?: boolean;
}>;

/**
 * The goal the guide acts on: while the person is not sure, the one that can be undone.
 */
export function goalOf(profile: Pick<Profile, 'goal'>): Goal {
  return profile.goal === 'delete' ? 'delete' : 'cancel';
}

/** Plans that a company or school holds: they have no self-service export or deletion of their own. */
export function isOrganizationPlan(plan: Profile['plan']): boolean {
  return plan === 'business' || plan === 'enterprise' || plan === 'edu';
}

/** Whether the person has an account of their own: a personal plan, or one that they pay for beside an organisation's. */
export function hasOwnAccount({ plan, billedBy }: Pick<Profile, 'plan' | 'billedBy'>): boolean {
  return !isOrganizationPlan(plan) || (Array.isArray(billedBy) && billedBy.some((biller) => biller !== 'organization'));
}

/**
 * A paid plan of the person's own, or one they do not know, that nobody charges: a free promotion, a trial, a partner's code.
 * It can turn into a charge by itself.
 */
export function isPaidByNobody({ plan, billedBy }: Pick<Profile, 'plan' | 'billedBy'>): boolean {
  return billedBy !== undefined && billedBy.length === 0 && plan !== 'free' && !isOrganizationPlan(plan);
}

/** Whether the person's chats are to go: with the account, or out of an account that is kept. */
export function losesChats(profile: Pick<Profile, 'goal' | 'cleanUp'>): boolean {
  return goalOf(profile) === 'delete' || profile.cleanUp === true;
}

/** Whether anybody may be charging this person: any plan but Free, or any biller named, or not known. */
export function mayBeCharged(profile: Pick<Profile, 'plan' | 'billedBy'>): boolean {
  if (profile.billedBy === UNSURE) return true;
  if (profile.billedBy !== undefined && profile.billedBy.length > 0) return true;
  return profile.plan !== 'free';
}
