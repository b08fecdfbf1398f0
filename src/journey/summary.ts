// What may be shared: built from an allow-list of Record fields, so that nothing else can slip in.
import type { CivilDate } from './dates';
import { addDays } from './dates';
import type { Journey } from './journey';
import type { Biller, Goal, Plan } from './profile';
import { UNSURE } from './profile';
import type { JourneyRecord, StepState } from './record';
import { firstOpen, stateOf } from './record';

/** OpenAI deletes an account's data within 30 days (OpenAI Help Center 6378407). */
export const DELETION_DAYS = 30;

export type SummaryStep = {
  readonly id: string;
  readonly number: number;
  readonly state: StepState | 'open';
  readonly on?: CivilDate | undefined;
  readonly receipts: number;
};

/** No name unless typed, no path, no hash, no time of day, no machine: dates to the day only. */
export type Summary = {
  readonly goal: Goal;
  readonly plan?: Plan | undefined;
  /** Subscriptions the person said they cancelled. */
  readonly cancelled: readonly { readonly biller: Biller; readonly on: CivilDate }[];
  /** The end of the period already paid, when anything was cancelled and the date is known. */
  readonly paidUntil?: CivilDate | undefined;
  /** `dataGoneBy`: by then OpenAI has deleted the data, with exceptions. The account is gone from the first day. */
  readonly deleted?: { readonly on: CivilDate; readonly dataGoneBy: CivilDate } | undefined;
  /** A data export that was found whole. */
  readonly exported?:
    | {
        readonly on: CivilDate;
        readonly conversations: number;
        readonly first?: CivilDate | undefined;
        readonly last?: CivilDate | undefined;
      }
    | undefined;
  readonly steps: readonly SummaryStep[];
  readonly doneSteps: number;
  readonly complete: boolean;
  readonly reason?: string | undefined;
  readonly reasonText?: string | undefined;
  readonly name?: string | undefined;
};

/** The Summary of a Record along its Journey. Steps that are not on the way any more are left out. */
export function summarise(record: JourneyRecord, journey: Journey): Summary {
  const { plan, nextBilling } = record.profile;
  const cancelled = journey.steps.flatMap(({ step }) => {
    const on = doneOn(record, step.id);
    return step.stopsBilling === undefined || on === undefined ? [] : [{ biller: step.stopsBilling, on }];
  });
  const deletedOn = journey.steps
    .filter(({ step }) => step.deletesAccount === true)
    .map(({ step }) => doneOn(record, step.id))
    .find((on) => on !== undefined);
  const steps = journey.steps.map(({ step, number }): SummaryStep => {
    const entry = record.steps[step.id];
    return {
      id: step.id,
      number,
      state: stateOf(record, step.id) ?? 'open',
      on: entry?.on,
      receipts: entry?.proofs?.length ?? 0,
    };
  });
  return {
    goal: journey.goal,
    plan: plan === UNSURE ? undefined : plan,
    cancelled,
    // A day that was over when the plan was cancelled says nothing about what has been paid since.
    paidUntil:
      cancelled.length > 0 &&
      nextBilling !== undefined &&
      nextBilling !== UNSURE &&
      cancelled.every(({ on }) => nextBilling >= on)
        ? nextBilling
        : undefined,
    deleted: deletedOn === undefined ? undefined : { on: deletedOn, dataGoneBy: addDays(deletedOn, DELETION_DAYS) },
    exported: exportedBy(record),
    steps,
    doneSteps: steps.filter(({ state }) => state === 'done').length,
    complete: firstOpen(journey, record) === undefined,
    reason: record.extras.reason,
    reasonText: record.extras.reasonText,
    name: record.extras.name,
  };
}

/** Only a whole export counts, and only when the person missed no chat in it. */
function exportedBy({ export: exported }: JourneyRecord): Summary['exported'] {
  const check = exported?.check;
  if (check?.verdict !== 'whole' || check.seen === 'missing') return undefined;
  const { on, conversations, first, last } = check;
  return { on, conversations, first, last };
}

function doneOn(record: JourneyRecord, id: string): CivilDate | undefined {
  return stateOf(record, id) === 'done' ? record.steps[id]?.on : undefined;
}
