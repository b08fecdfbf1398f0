// The answers that change the route, and the closed vocabulary they are given in.
import type { CivilDate } from './dates';

export const GOALS = ['cancel', 'delete'] as const;
export const PLANS = ['free', 'go', 'plus', 'pro', 'business', 'enterprise', 'edu'] as const;
export const BILLERS = ['openai', 'apple', 'google', 'partner', 'organization'] as const;
export const ROLES = ['owner', 'admin', 'member'] as const;
export const USES = ['api', 'codex', 'gpts', 'shared-links', 'apps', 'siri', 'ads-manager', 'sign-in'] as const;

export type Goal = (typeof GOALS)[number];
export type Plan = (typeof PLANS)[number];
export type Biller = (typeof BILLERS)[number];
export type Role = (typeof ROLES)[number];
export type Use = (typeof USES)[number];

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
  /** True once the person has said that they cannot sign in. */
  lockedOut?: boolean;
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

/** Whether anybody may be charging this person: any plan but Free, or any biller named, or not known. */
export function mayBeCharged(profile: Pick<Profile, 'plan' | 'billedBy'>): boolean {
  if (profile.billedBy === UNSURE) return true;
  if (profile.billedBy !== undefined && profile.billedBy.length > 0) return true;
  return profile.plan !== 'free';
}
