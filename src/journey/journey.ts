// The ordered steps for one Profile.
import type { Guide, GuideStep } from '../content/schema';
import { holds } from './condition';
import type { CivilDate } from './dates';
import { addDays } from './dates';
import { goalOf, UNSURE } from './profile';
import type { Goal, Profile } from './profile';

/** The day a step has to be done before, or can only be done after. */
export type Deadline = { readonly kind: 'before' | 'after'; readonly on: CivilDate };

/** A Step as this person meets it: its place, its deadline, and only the ways and notes that apply. */
export type JourneyStep = {
  readonly step: GuideStep;
  /** From 1. */
  readonly number: number;
  readonly deadline?: Deadline;
  readonly ways: GuideStep['ways'];
  /** The page to open: that of the first way, else the step's own. */
  readonly link?: string;
  readonly notes: NonNullable<GuideStep['notes']>;
  /** It is here only because the person was not sure; it may turn out not to concern them. */
  readonly inDoubt: boolean;
};

export type Journey = {
  readonly goal: Goal;
  readonly profile: Profile;
  readonly steps: readonly JourneyStep[];
  /** Minutes of the person's own time. */
  readonly minutes: number;
  /** The longest wait on the way, in days; 0 when there is none. */
  readonly waitDays: number;
};

/** The ordered steps for `profile`, by today's content. The same Profile always gives the same Journey. */
export function journeyFor(profile: Profile, guide: Pick<Guide, 'steps'>): Journey {
  const applying = guide.steps.filter((step) => holds(step.when, profile));
  const steps = applying.map((step, index): JourneyStep => {
    const deadline = deadlineOf(step, profile);
    const ways = step.ways.filter((way) => holds(way.when, profile));
    const link = ways[0]?.link ?? step.link;
    return {
      step,
      number: index + 1,
      ...(deadline === undefined ? {} : { deadline }),
      ways,
      ...(link === undefined ? {} : { link }),
      notes: (step.notes ?? []).filter((note) => holds(note.when, profile)),
      inDoubt: !holds(step.when, withoutDoubt(profile)),
    };
  });
  return {
    goal: goalOf(profile),
    profile,
    steps,
    minutes: steps.reduce((sum, { step }) => sum + step.minutes, 0),
    waitDays: Math.max(0, ...steps.map(({ step }) => step.waitDays ?? 0)),
  };
}

/** The step with this id, when it is on the way. */
export function findStep(journey: Journey, id: string): JourneyStep | undefined {
  return journey.steps.find(({ step }) => step.id === id);
}

/**
 * Renewals are charged up to 24 hours early (OpenAI Help Center 7232927), so a plan has to be cancelled before the day
 * that precedes the next charge.
 */
function deadlineOf(step: GuideStep, profile: Profile): Deadline | undefined {
  const next = profile.nextBilling;
  if (step.deadline === undefined || next === undefined || next === UNSURE) return undefined;
  return step.deadline === 'before-renewal' ? { kind: 'before', on: addDays(next, -1) } : { kind: 'after', on: next };
}

/** The same person, had every "not sure" turned out to be "no". */
function withoutDoubt(profile: Profile): Profile {
  const sure = <T>(answer: readonly T[] | typeof UNSURE | undefined): readonly T[] => (answer === undefined || answer === UNSURE ? [] : answer);
  return {
    ...profile,
    ...(profile.plan === undefined || profile.plan === UNSURE ? { plan: 'plus' } : {}),
    billedBy: sure(profile.billedBy),
    uses: sure(profile.uses),
  };
}
