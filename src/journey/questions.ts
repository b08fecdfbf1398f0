// Which questions a person is asked, in which order: only those that change the route.
import type { GuideStep } from '../content/schema';
import type { CivilDate } from './dates';
import {
  BILLERS,
  GOALS,
  isOrganizationPlan,
  isPaidByNobody,
  mayBeCharged,
  PLANS,
  REGIONS,
  ROLES,
  UNSURE,
  USES,
} from './profile';
import type { Profile, Unsure } from './profile';
import { withdrawalDays } from './withdrawal';

export const QUESTION_IDS = [
  'goal',
  'plan',
  'billed-by',
  'role',
  'uses',
  'next-billing',
  'region',
  'charged-on',
] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

/** No person is asked more before the first step. What does not fit is asked at the step that needs it. */
const MOST_QUESTIONS = 6;

/** "None of these", where several answers are possible. */
export const NONE = 'none';

type AnyAnswer = string | readonly string[] | undefined;

export type Question = {
  readonly id: QuestionId;
  /** One choice, several, a day still to come, or a day that was. */
  readonly kind: 'one' | 'several' | 'day' | 'past-day';
  /** A script may leave it out. */
  readonly optional: boolean;
  /** The words to use: an organisation's plan asks for a plan of the person's own. */
  readonly words: QuestionId | 'billed-by-organization';
  /** Values in the order shown, without "not sure". */
  readonly choices: readonly string[];
  readonly answer: AnyAnswer;
};

/** The questions that matter for what has been said so far, in order; answered ones included. Never more than six that are not answered. */
export function questionsFor(profile: Profile): readonly Question[] {
  const organization = isOrganizationPlan(profile.plan);
  const questions: Question[] = [
    { id: 'goal', kind: 'one', optional: false, words: 'goal', choices: GOALS, answer: profile.goal },
    { id: 'plan', kind: 'one', optional: false, words: 'plan', choices: PLANS, answer: profile.plan },
  ];
  if (profile.plan === 'business')
    questions.push({ id: 'role', kind: 'one', optional: false, words: 'role', choices: ROLES, answer: profile.role });
  // A Free plan is not asked; an answer given before the plan was found to be Free stays in sight and can be changed.
  const free = profile.plan === 'free';
  if (!free || profile.billedBy === UNSURE || (profile.billedBy ?? []).length > 0) {
    questions.push({
      id: 'billed-by',
      kind: 'several',
      optional: false,
      words: organization ? 'billed-by-organization' : 'billed-by',
      choices: organization ? [...BILLERS.filter((biller) => biller !== 'organization'), NONE] : [...BILLERS, NONE],
      answer:
        organization && Array.isArray(profile.billedBy) ? withoutOrganization(profile.billedBy) : profile.billedBy,
    });
  }
  questions.push({
    id: 'uses',
    kind: 'several',
    optional: false,
    words: 'uses',
    choices: [...USES, NONE],
    answer: profile.uses,
  });
  if (hasOwnRenewal(profile))
    questions.push({
      id: 'next-billing',
      kind: 'day',
      optional: false,
      words: 'next-billing',
      choices: [],
      answer: profile.nextBilling,
    });
  const later = LATER.map((id) => laterQuestion(profile, id)).filter((question) => question !== undefined);
  return [
    ...questions,
    ...later.filter(({ answer }, index) => answer !== undefined || questions.length + index < MOST_QUESTIONS),
  ];
}

/** The first question without an answer. */
export function nextQuestion(profile: Profile): Question | undefined {
  return questionsFor(profile).find(({ answer }) => answer === undefined);
}

/** The first question that a script has to answer too. */
export function nextRequired(profile: Profile): Question | undefined {
  return questionsFor(profile).find(({ answer, optional }) => answer === undefined && !optional);
}

const LATER = ['region', 'charged-on'] as const;

/** A question that only some steps need, where it changes anything for this person. */
function laterQuestion(profile: Profile, id: (typeof LATER)[number]): Question | undefined {
  if (id === 'region')
    return profile.region !== undefined || regionMatters(profile)
      ? { id, kind: 'one', optional: true, words: id, choices: REGIONS, answer: profile.region }
      : undefined;
  return profile.chargedOn !== undefined || withdrawalDays(profile) !== undefined
    ? { id, kind: 'past-day', optional: true, words: id, choices: [], answer: profile.chargedOn }
    : undefined;
}

/** The first question that `step` needs answered before it is shown, and that nobody has asked yet. */
export function questionBefore(step: Pick<GuideStep, 'asksFirst'>, profile: Profile): Question | undefined {
  return (step.asksFirst ?? [])
    .map((field) => laterQuestion(profile, field === 'chargedOn' ? 'charged-on' : field))
    .find((question) => question !== undefined && question.answer === undefined);
}

/** Refunds, forms and ways to pay differ by region where OpenAI charges, or may soon do so. A store decides by its own rules. */
function regionMatters(profile: Profile): boolean {
  return isPaidByNobody(profile) || (Array.isArray(profile.billedBy) && profile.billedBy.includes('openai'));
}

/** Whether the number of questions can be told without having to take it back: once the plan is known, and who charges for it. */
export function canCountQuestions({ plan, role, billedBy }: Profile): boolean {
  return plan !== undefined && (plan === 'free' || (plan === 'business' && role === 'owner') || billedBy !== undefined);
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
    case 'region':
      return { ...profile, region: one };
    case 'next-billing':
      return { ...profile, nextBilling: one as CivilDate | Unsure | undefined };
    case 'charged-on':
      return { ...profile, chargedOn: one as CivilDate | Unsure | undefined };
  }
}

/** The Profile with one answer taken back, so that the question is asked again. */
export function unanswered(profile: Profile, id: QuestionId): Profile {
  const { [FIELD[id]]: _, ...rest } = profile;
  return rest;
}

/** The questions a finished step asks again, as far as the person was unsure of them. */
export function questionsAfter(step: Pick<GuideStep, 'asks'>, profile: Profile): readonly QuestionId[] {
  const wanted = (step.asks ?? []).map(
    (field) => ({ plan: 'plan', billedBy: 'billed-by', role: 'role' })[field] as QuestionId,
  );
  const open = questionsFor(profile);
  return wanted.filter((id) =>
    open.some((question) => question.id === id && (question.answer === undefined || question.answer === UNSURE)),
  );
}

const FIELD = {
  goal: 'goal',
  plan: 'plan',
  'billed-by': 'billedBy',
  role: 'role',
  uses: 'uses',
  'next-billing': 'nextBilling',
  region: 'region',
  'charged-on': 'chargedOn',
} as const;

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
