// The ordered steps for one Profile.
import type { Guide, GuideStep } from '../content/schema';
import { holds } from './condition';
import type { Condition } from './condition';
import type { CivilDate } from './dates';
import { addDays, daysBetween } from './dates';
import { goalOf, UNSURE } from './profile';
import type { Goal, Profile, Use } from './profile';
import { isWithdrawalOpen, withdrawalUntil } from './withdrawal';

/** When a step is due: before a day, on the present day (it cannot wait), by the end of a day, or only after a day. */
export type Deadline = { readonly kind: 'before' | 'today' | 'by' | 'after'; readonly on: CivilDate };

/** The next charge as seen from today. `soon`: within two days, today included. `past`: the day that was given is over. */
export type Renewal = { readonly on: CivilDate; readonly days: number; readonly state: 'ahead' | 'soon' | 'past' };

/** A Step as this person meets it: its place, its deadline, and only what applies to them. */
export type JourneyStep = {
  readonly step: GuideStep;
  /** From 1. */
  readonly number: number;
  readonly deadline?: Deadline;
  readonly ways: GuideStep['ways'];
  /** The page to open: that of the first way that has one. */
  readonly link?: string;
  readonly notes: NonNullable<GuideStep['notes']>;
  readonly traps: NonNullable<GuideStep['traps']>;
  readonly stuck: GuideStep['stuck'];
  /** It is here only because the person was not sure; it may turn out not to concern them. */
  readonly inDoubt: boolean;
};

export type Journey = {
  readonly goal: Goal;
  readonly profile: Profile;
  readonly steps: readonly JourneyStep[];
  /** Minutes of the person's own time, optional steps included. */
  readonly minutes: number;
  /** Of these, the minutes of steps that are optional. */
  readonly optionalMinutes: number;
  /** The longest wait on the way, in days; 0 when there is none. */
  readonly waitDays: number;
  readonly renewal?: Renewal;
  /** What the person also uses and no step here is about: each needs a sentence. */
  readonly uncovered: readonly Use[];
};

const NO_LINK = 'none';

/** The ordered steps for `profile` on the day `today`, by today's content. The same three always give the same Journey. */
export function journeyFor(profile: Profile, guide: Pick<Guide, 'steps'>, today: CivilDate): Journey {
  const renewal = renewalOf(profile, today);
  const applying = ordered(
    guide.steps.filter((step) => holds(step.when, profile)),
    profile,
    renewal,
    today,
  );
  const steps = applying.map((step, index): JourneyStep => {
    const deadline = deadlineOf(step, profile, renewal, today);
    const applies = ({ when }: { readonly when?: Condition | undefined }): boolean => holds(when, profile);
    const ways = step.ways.filter(applies);
    const link = (ways.length === 0 ? [undefined] : ways)
      .map((way) => linkOf(step, way))
      .find((id) => id !== undefined);
    return {
      step,
      number: index + 1,
      ...(deadline === undefined ? {} : { deadline }),
      ways,
      ...(link === undefined ? {} : { link }),
      notes: (step.notes ?? []).filter(applies),
      traps: (step.traps ?? []).filter(applies),
      stuck: step.stuck.filter(applies),
      inDoubt: !holds(
        step.when,
        withoutDoubt(profile),
        profile.plan === undefined || profile.plan === UNSURE ? {} : profile,
      ),
    };
  });
  const covered = new Set(steps.flatMap(({ step }) => step.covers ?? []));
  const uses = profile.uses === undefined || profile.uses === UNSURE ? [] : profile.uses;
  return {
    goal: goalOf(profile),
    profile,
    steps,
    minutes: steps.reduce((sum, { step }) => sum + step.minutes, 0),
    optionalMinutes: steps.reduce((sum, { step }) => sum + (step.optional === true ? step.minutes : 0), 0),
    waitDays: Math.max(0, ...steps.map(({ step }) => step.waitDays ?? 0)),
    ...(renewal === undefined ? {} : { renewal }),
    uncovered: uses.filter((use) => !covered.has(use)),
  };
}

/** The page of one way of a step, by the id of the link: its own, else the step's; `undefined` where there is nothing to open. */
export function linkOf(step: GuideStep, way: GuideStep['ways'][number] | undefined): string | undefined {
  return way?.link === NO_LINK ? undefined : (way?.link ?? step.link);
}

/** The step with this id, when it is on the way. */
export function findStep(journey: Journey, id: string): JourneyStep | undefined {
  return journey.steps.find(({ step }) => step.id === id);
}

/** Renewals are charged up to 24 hours early, so two days or less leave no time to wait for anything. */
const SOON_DAYS = 2;

function renewalOf({ nextBilling }: Profile, today: CivilDate): Renewal | undefined {
  if (nextBilling === undefined || nextBilling === UNSURE) return undefined;
  const days = daysBetween(today, nextBilling);
  return { on: nextBilling, days, state: days < 0 ? 'past' : days <= SOON_DAYS ? 'soon' : 'ahead' };
}

/**
 * Renewals are charged up to 24 hours early (OpenAI Help Center 7232927), so a plan has to be cancelled before the day
 * that precedes the next charge. A day that is over is no deadline.
 */
function deadlineOf(
  step: GuideStep,
  profile: Profile,
  renewal: Renewal | undefined,
  today: CivilDate,
): Deadline | undefined {
  switch (step.deadline) {
    case 'before-renewal':
      if (renewal === undefined || renewal.state === 'past') return undefined;
      return renewal.state === 'soon' ? { kind: 'today', on: today } : { kind: 'before', on: addDays(renewal.on, -1) };
    case 'after-renewal':
      return renewal === undefined || renewal.state === 'past' ? undefined : { kind: 'after', on: renewal.on };
    case 'withdrawal': {
      const until = withdrawalUntil(profile);
      return until === undefined || !isWithdrawalOpen(profile, today) ? undefined : { kind: 'by', on: until };
    }
    case undefined:
      return undefined;
  }
}

/**
 * The order of the guide, but what cannot wait first, and nothing before the steps it comes after. When a charge is near,
 * that is the cancellations; while a purchase can be taken back, asking for the money as well; each with what has to be
 * done before it.
 */
function ordered(
  steps: readonly GuideStep[],
  profile: Profile,
  renewal: Renewal | undefined,
  today: CivilDate,
): readonly GuideStep[] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const isOpen = isWithdrawalOpen(profile, today);
  const hurried = new Set<string>();
  const hurry = (step: GuideStep): void => {
    if (hurried.has(step.id)) return;
    hurried.add(step.id);
    for (const id of step.after ?? []) {
      const before = byId.get(id);
      if (before !== undefined) hurry(before);
    }
  };
  const isUrgent = ({ deadline }: GuideStep): boolean =>
    (deadline === 'before-renewal' && (renewal?.state === 'soon' || isOpen)) || (deadline === 'withdrawal' && isOpen);
  if (steps.some(isUrgent))
    for (const step of steps)
      if (isUrgent(step) || (step.beforeUrgent !== undefined && holds(step.beforeUrgent, profile))) hurry(step);

  const waiting = [...steps.filter(({ id }) => hurried.has(id)), ...steps.filter(({ id }) => !hurried.has(id))];
  const placed: GuideStep[] = [];
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ after = [] }) => !waiting.some(({ id }) => after.includes(id)));
    // A circle is refused when the content is checked.
    placed.push(...waiting.splice(Math.max(0, index), 1));
  }
  return placed;
}

/** The same person, had every "not sure" turned out to be "no". */
function withoutDoubt(profile: Profile): Profile {
  const sure = <T>(answer: readonly T[] | typeof UNSURE | undefined): readonly T[] =>
    answer === undefined || answer === UNSURE ? [] : answer;
  return {
    ...profile,
    ...(profile.plan === undefined || profile.plan === UNSURE ? { plan: 'plus' } : {}),
    billedBy: sure(profile.billedBy),
    uses: sure(profile.uses),
  };
}
