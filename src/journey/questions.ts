// Which questions a person is asked, in which order: only those that change the route.
import type { GuideStep } from '../content/schema';
import type { CivilDate } from './dates';
import { BILLERS, GOALS, isOrganizationPlan, mayBeCharged, PLANS, ROLES, UNSURE, USES } from './profile';
import type { Profile, Unsure } from './profile';

export const QUESTION_IDS = ['goal', 'plan', 'billed-by', 'role', 'uses', 'next-billing'] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** "None of these", where several answers are possible. */
export const NONE = 'none';

type AnyAnswer = string | readonly string[] | undefined;

export type Question = {
  readonly id: QuestionId;
  /** One choice, several, or a day. */
  readonly kind: 'one' | 'several' | 'day';
  /** The words to use: an organisation's plan asks for a plan of the person's own. */
  readonly words: QuestionId | 'billed-by-organization';
  /** Values in the order shown, without "not sure". */
  readonly choices: readonly string[];
  readonly answer: AnyAnswer;
};

/** The questions that matter for what has been said so far, in order; answered ones included. Never more than six. */
export function questionsFor(profile: Profile): readonly Question[] {
  const organization = isOrganizationPlan(profile.plan);
  const questions: Question[] = [
    { id: 'goal', kind: 'one', words: 'goal', choices: GOALS, answer: profile.goal },
    { id: 'plan', kind: 'one', words: 'plan', choices: PLANS, answer: profile.plan },
  ];
  if (profile.plan === 'business') questions.push({ id: 'role', kind: 'one', words: 'role', choices: ROLES, answer: profile.role });
  // A Free plan is not asked; an answer given before the plan was found to be Free stays in sight and can be changed.
  const free = profile.plan === 'free';
  if (!free || profile.billedBy === UNSURE || (profile.billedBy ?? []).length > 0) {
    questions.push({
      id: 'billed-by',
      kind: 'several',
      words: organization ? 'billed-by-organization' : 'billed-by',
      choices: organization ? [...BILLERS.filter((biller) => biller !== 'organization'), NONE] : free ? [...BILLERS, NONE] : BILLERS,
      answer: organization && Array.isArray(profile.billedBy) ? withoutOrganization(profile.billedBy) : profile.billedBy,
    });
  }
  questions.push({ id: 'uses', kind: 'several', words: 'uses', choices: [...USES, NONE], answer: profile.uses });
  if (hasOwnRenewal(profile)) questions.push({ id: 'next-billing', kind: 'day', words: 'next-billing', choices: [], answer: profile.nextBilling });
  return questions;
}

/** The first question without an answer. */
export function nextQuestion(profile: Profile): Question | undefined {
  return questionsFor(profile).find(({ answer }) => answer === undefined);
}

/**
 * Whether the number of questions can be told without having to take it back: once the plan is known, and for a plan of an
 * organisation whether the person has a renewal of their own.
 */
export function canCountQuestions({ plan, role, billedBy }: Profile): boolean {
  return plan !== undefined && (!isOrganizationPlan(plan) || role === 'owner' || billedBy !== undefined);
}

/** The Profile with one answer set. `answer` is a value of the question's choices, "unsure", or a list of them. */
export function answered(profile: Profile, id: QuestionId, answer: string | readonly string[]): Profile {
  const list = (typeof answer === 'string' ? [answer] : answer) as readonly never[];
  const several = (list as readonly string[]).includes(UNSURE) ? UNSURE : list.filter((value) => value !== NONE);
  const one = list[0];
  switch (id) {
    case 'goal':
      return { ...profile, goal: one };
    case 'plan':
      return { ...profile, plan: one };
    case 'role':
      return { ...profile, role: one };
    case 'uses':
      return { ...profile, uses: several };
    case 'billed-by':
      return { ...profile, billedBy: isOrganizationPlan(profile.plan) ? withOrganization(several) : several };
    case 'next-billing':
      return { ...profile, nextBilling: one as CivilDate | Unsure | undefined };
  }
}

/** The Profile with one answer taken back, so that the question is asked again. */
export function unanswered(profile: Profile, id: QuestionId): Profile {
  const { [FIELD[id]]: _, ...rest } = profile;
  return rest;
}

/** The questions a finished step asks again, as far as the person was unsure of them. */
export function questionsAfter(step: Pick<GuideStep, 'asks'>, profile: Profile): readonly QuestionId[] {
  const wanted = (step.asks ?? []).map((field) => ({ plan: 'plan', billedBy: 'billed-by', role: 'role' })[field] as QuestionId);
  const open = questionsFor(profile);
  return wanted.filter((id) => open.some((question) => question.id === id && (question.answer === undefined || question.answer === UNSURE)));
}

const FIELD = { goal: 'goal', plan: 'plan', 'billed-by': 'billedBy', role: 'role', uses: 'uses', 'next-billing': 'nextBilling' } as const;

/** A renewal of the person's own: anyone charged, but not a member whom only the organisation pays for. */
function hasOwnRenewal(profile: Profile): boolean {
  if (!mayBeCharged(profile)) return false;
  if (!isOrganizationPlan(profile.plan) || profile.role === 'owner') return true;
  return profile.billedBy === UNSURE || (profile.billedBy ?? []).some((biller) => biller !== 'organization');
}

function withOrganization(answer: readonly never[] | Unsure): Profile['billedBy'] {
  return answer === UNSURE ? UNSURE : ['organization', ...withoutOrganization(answer)];
}

function withoutOrganization<T extends string>(billers: readonly T[]): readonly T[] {
  return billers.filter((biller) => biller !== 'organization');
}
