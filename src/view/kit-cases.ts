// The usual cases of a kit: who they are as Profiles, and which steps each of them gets.
import type { Guide } from '../content/schema';
import type { CivilDate } from '../journey/dates';
import type { Journey, JourneyStep } from '../journey/journey';
import { journeyFor } from '../journey/journey';
import { GOALS, USES } from '../journey/profile';
import type { Biller, Goal, Plan, Profile, Use } from '../journey/profile';

/** Who charges most people; each has a page of its own where anybody can cancel without asking somebody else. */
export const USUAL_BILLERS = ['openai', 'apple', 'google'] as const satisfies readonly Biller[];

/** Plans that a person has alone and pays for. Their steps are the same, so one sheet is for all of them. */
export const OWN_PLANS = ['go', 'plus', 'pro'] as const satisfies readonly Plan[];

/** One sheet of steps. `also`: what is asked of those who use more than the chats. */
export type KitCase = {
  /** From 1, the same in every language. */
  readonly number: number;
  readonly kind: 'cancel' | 'delete' | 'also';
  readonly biller?: (typeof USUAL_BILLERS)[number];
  readonly journey: Journey;
};

/** Which uses send to the last sheet, and by which of its steps, for each goal. */
export type AlsoNeeded = Readonly<Record<Goal, { readonly uses: readonly Use[]; readonly steps: readonly string[] }>>;

const PAID = { plan: 'plus', uses: [] } as const satisfies Profile;
const FREE = { plan: 'free', uses: [] } as const satisfies Profile;

/**
 * The cases in the order of their sheets, with the steps of the day `today`. What concerns only those who use more than the
 * chats would not fit beside the rest: it stands on the last sheet, and the others send there.
 */
export function kitCases(guide: Pick<Guide, 'steps'>, today: CivilDate): readonly KitCase[] {
  const cases: readonly Omit<KitCase, 'number'>[] = [
    ...GOALS.flatMap((kind) => [
      ...(kind === 'delete' ? [{ kind, journey: journeyFor({ goal: kind, ...FREE }, guide, today) }] : []),
      ...USUAL_BILLERS.map((biller) => ({
        kind,
        biller,
        journey: journeyFor({ goal: kind, ...PAID, billedBy: [biller] }, guide, today),
      })),
    ]),
    { kind: 'also', journey: alsoJourney(guide, today) },
  ];
  return cases.map((one, index) => ({ ...one, number: index + 1 }));
}

/** What the sheets of each goal say of the last one, by the steps of the day `today`. */
export function alsoNeeded(guide: Pick<Guide, 'steps'>, today: CivilDate): AlsoNeeded {
  const onSheet = alsoJourney(guide, today).steps.map(({ step }) => step.id);
  const needed = (goal: Goal): AlsoNeeded[Goal] => {
    const stepsOf = (uses: readonly Use[]): readonly string[] => {
      const way = journeyFor({ goal, ...PAID, billedBy: ['openai'], uses }, guide, today);
      const ids = new Set(way.steps.map(({ step }) => step.id));
      return onSheet.filter((id) => ids.has(id));
    };
    const uses = USES.filter((use) => stepsOf([use]).length > 0);
    return { uses, steps: stepsOf(uses) };
  };
  return { cancel: needed('cancel'), delete: needed('delete') };
}

/** What a deletion asks of those who use everything, beyond what it asks of everybody. Nobody uses all of it: each step says for whom it is. */
function alsoJourney(guide: Pick<Guide, 'steps'>, today: CivilDate): Journey {
  const everybodys = journeyFor({ goal: 'delete', ...FREE }, guide, today);
  const journey = only(journeyFor({ goal: 'delete', ...FREE, uses: USES }, guide, today), everybodys);
  return { ...journey, steps: journey.steps.map((entry) => ({ ...entry, inDoubt: true })) };
}

/** The steps that a computer of somebody else adds to a way: the first and the last of it. */
export function sharedComputerSteps(guide: Pick<Guide, 'steps'>, today: CivilDate): readonly JourneyStep[] {
  const profile: Profile = { goal: 'cancel', plan: 'plus', billedBy: ['openai'], uses: [] };
  return only(journeyFor({ ...profile, sharedComputer: true }, guide, today), journeyFor(profile, guide, today)).steps;
}

/** The journey with only those steps that `other` does not have, numbered anew. */
function only(journey: Journey, other: Journey): Journey {
  const known = new Set(other.steps.map(({ step }) => step.id));
  const steps = journey.steps.filter(({ step }) => !known.has(step.id));
  return { ...journey, steps: steps.map((entry, index) => ({ ...entry, number: index + 1 })) };
}
