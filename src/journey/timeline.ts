// The days around leaving: what is due when, from what the person did and from the next payment. Facts: content/guide/facts.yaml.
import type { Guide } from '../content/schema';
import type { CivilDate } from './dates';
import { addDays, addMonths, daysBetween } from './dates';
import type { Journey, JourneyStep } from './journey';
import { findStep } from './journey';
import { isPaidByNobody, UNSURE } from './profile';
import type { Profile } from './profile';
import type { JourneyRecord } from './record';
import { stateOf } from './record';
import { DELETION_DAYS, summarise } from './summary';
import { withdrawalUntil } from './withdrawal';

/** Every kind of due day, in the order of those that fall on one day. */
export const DUE_IDS = [
  'cancel-by',
  'withdrawal',
  'export-asked',
  'export-by',
  'export-link',
  'access-ends',
  'statement',
  'statement-again',
  'deletion-complete',
  'e-mail-free',
] as const;
export type DueId = (typeof DUE_IDS)[number];

/**
 * A day of the person's calendar on which something ends, begins or is due. `by`: it is late after this day. `until`: a right
 * or a chance that lasts through this day. `from`: it can be done on this day and on any later one. `on`: it happens on this day.
 */
export type Due = {
  readonly id: DueId;
  readonly kind: 'by' | 'from' | 'on' | 'until';
  readonly on: CivilDate;
  /** The step that settles it, where there is one on the way. */
  readonly step?: string;
  /** What the day rests on: ids of content/guide/facts.yaml. */
  readonly facts: readonly string[];
  /** By the day alone, but `settled`: nothing is left to do about it. With `from`, `over` means that it is open since then. */
  readonly state: 'ahead' | 'today' | 'over' | 'settled';
  /** Too late: `open`, the day passed and it was not done; `done`, it was done after the day. Something else helps then. */
  readonly late?: 'open' | 'done';
};

/** An export takes up to 7 days to arrive, and its link works for 24 hours (OpenAI Help Center 7260999). */
const EXPORT_DAYS = 7;
const LINK_DAYS = 1;
/** Renewals are charged up to 24 hours early (OpenAI Help Center 7232927); with a day to spare that makes two days. */
const CANCEL_DAYS = 2;

type Draft = Omit<Due, 'state' | 'late'> & {
  readonly isSettled?: boolean;
  /** The day on which it was done, to see whether that was in time. */
  readonly doneOn?: CivilDate | undefined;
};

/**
 * What is due for this person, the earliest first: only what follows from days that are known. `journey` is theirs on the day
 * `today`; the same three always give the same list.
 */
export function timelineOf(record: JourneyRecord, journey: Journey, today: CivilDate): readonly Due[] {
  // In the order of DUE_IDS, which sorting by day keeps for those of one day.
  const drafts = [
    ...cancelDraft(record, journey),
    ...withdrawalDraft(record, journey),
    ...exportDrafts(record, journey),
    ...accessDraft(record, journey),
    ...statementDrafts(record, journey),
    ...deletionDrafts(record, journey),
  ];
  return drafts.map((draft) => dueOf(draft, today)).sort((a, b) => daysBetween(b.on, a.on));
}

/** What is still to come on a later day or today, and not settled: what a calendar is for. */
export function aheadOf(timeline: readonly Due[]): readonly Due[] {
  return timeline.filter(({ state }) => state === 'ahead' || state === 'today');
}

/** What is too late and needs saying. A link that has lapsed stands for the export that it led to. */
export function lateOf(timeline: readonly Due[]): readonly Due[] {
  const hasLapsed = timeline.some(({ id, late }) => id === 'export-link' && late !== undefined);
  return timeline.filter(({ id, late }) => late !== undefined && !(hasLapsed && id === 'export-by'));
}

/** The sources behind a day: ids of content/guide/sources.yaml, each once. */
export function sourcesBehind({ facts }: Pick<Due, 'facts'>, guide: Pick<Guide, 'facts'>): readonly string[] {
  return [...new Set(facts.flatMap((fact) => guide.facts[fact]?.sources ?? []))];
}

function dueOf({ isSettled = false, doneOn, ...due }: Draft, today: CivilDate): Due {
  const days = daysBetween(today, due.on);
  const state = isSettled ? 'settled' : days > 0 ? 'ahead' : days === 0 ? 'today' : 'over';
  const hasEnd = due.kind === 'by' || due.kind === 'until';
  const doneLate = hasEnd && doneOn !== undefined && daysBetween(due.on, doneOn) > 0;
  const late = doneLate ? 'done' : hasEnd && due.step !== undefined && state === 'over' ? 'open' : undefined;
  return { ...due, state, ...(late === undefined ? {} : { late }) };
}

/** One day for all that is to be cancelled before the next payment. */
function cancelDraft(record: JourneyRecord, journey: Journey): readonly Draft[] {
  const next = nextPayment(record.profile);
  const steps = journey.steps.filter(({ step }) => step.deadline === 'before-renewal');
  const open = steps.find(({ step }) => stateOf(record, step.id) === undefined);
  const step = open ?? steps[0];
  if (next === undefined || step === undefined) return [];
  const doneOn = steps
    .map((one) => doneOnOf(record, one))
    .filter((on) => on !== undefined)
    .sort()
    .at(-1);
  return [
    {
      id: 'cancel-by',
      kind: 'by',
      on: addDays(next, -CANCEL_DAYS),
      step: step.step.id,
      facts: ['a-day-ahead'],
      isSettled: open === undefined,
      ...(open === undefined ? { doneOn } : {}),
    },
  ];
}

function withdrawalDraft(record: JourneyRecord, journey: Journey): readonly Draft[] {
  const until = withdrawalUntil(record.profile);
  const entry = journey.steps.find(({ step }) => step.deadline === 'withdrawal');
  if (until === undefined || entry === undefined) return [];
  return [
    {
      id: 'withdrawal',
      kind: 'until',
      on: until,
      step: entry.step.id,
      facts: withdrawalFacts(record.profile),
      isSettled: stateOf(record, entry.step.id) !== undefined,
      doneOn: doneOnOf(record, entry),
    },
  ];
}

/** The terms give it in the EEA, Switzerland and the UK; the help page in the EU, the UK and Turkey; in Brazil the law does. */
function withdrawalFacts({ region }: Profile): readonly string[] {
  if (region === 'brazil') return ['brazil-withdrawal'];
  return [
    ...(region === 'turkey' ? [] : ['withdrawal-terms']),
    ...(region === 'switzerland' ? [] : ['withdrawal-help-page']),
  ];
}

/** The days of a wait for the export: nobody knows on which of them it arrives. */
function exportDrafts(record: JourneyRecord, journey: Journey): readonly Draft[] {
  const asked = doneOnOf(record, findStep(journey, 'export-data'));
  if (asked === undefined) return [];
  const looking = findStep(journey, 'verify-export');
  const { check, own } = record.export ?? {};
  const hasArrived = check !== undefined && check.verdict !== 'damaged' && daysBetween(asked, check.on) >= 0;
  const more = {
    ...(looking === undefined ? {} : { step: looking.step.id }),
    isSettled:
      hasArrived || own !== undefined || (looking !== undefined && stateOf(record, looking.step.id) !== undefined),
  };
  return [
    { id: 'export-asked', kind: 'from', on: asked, facts: ['export-seven-days', 'export-link-24-hours'], ...more },
    { id: 'export-by', kind: 'by', on: addDays(asked, EXPORT_DAYS), facts: ['export-seven-days'], ...more },
    {
      id: 'export-link',
      kind: 'until',
      on: addDays(asked, EXPORT_DAYS + LINK_DAYS),
      facts: ['export-link-24-hours', 'export-same-account'],
      ...more,
    },
  ];
}

/** A plan that was cancelled lasts to the end of what is paid, unless the account is gone or nothing was ever paid. */
function accessDraft(record: JourneyRecord, journey: Journey): readonly Draft[] {
  const { paidUntil, deleted } = summarise(record, journey);
  if (paidUntil === undefined || deleted !== undefined || isPaidByNobody(record.profile)) return [];
  return [{ id: 'access-ends', kind: 'on', on: paidUntil, facts: ['access-until-the-end'] }];
}

/** The day after the next payment date, and the day after the one a month later. Nobody can have looked before that day. */
function statementDrafts(record: JourneyRecord, journey: Journey): readonly Draft[] {
  const next = nextPayment(record.profile);
  const entry = journey.steps.find(({ step }) => step.deadline === 'after-renewal');
  if (next === undefined || entry === undefined) return [];
  const doneOn = doneOnOf(record, entry);
  return ([0, 1] as const).map((months): Draft => {
    const on = addDays(addMonths(next, months), 1);
    return {
      id: months === 0 ? 'statement' : 'statement-again',
      kind: 'from',
      on,
      step: entry.step.id,
      facts: ['a-day-ahead', 'failed-charges-retried', 'pending-is-not-charged'],
      isSettled: stateOf(record, entry.step.id) === 'skipped' || (doneOn !== undefined && daysBetween(on, doneOn) >= 0),
    };
  });
}

function deletionDrafts(record: JourneyRecord, journey: Journey): readonly Draft[] {
  const deleted = summarise(record, journey).deleted;
  if (deleted === undefined) return [];
  return [
    {
      id: 'deletion-complete',
      kind: 'by',
      on: deleted.dataGoneBy,
      facts: ['data-within-30-days', 'retention-exceptions', 'deletion-e-mails'],
    },
    { id: 'e-mail-free', kind: 'from', on: addDays(deleted.on, DELETION_DAYS), facts: ['e-mail-reuse', 'phone-reuse'] },
  ];
}

function nextPayment({ nextBilling }: Profile): CivilDate | undefined {
  return nextBilling === UNSURE ? undefined : nextBilling;
}

function doneOnOf(record: JourneyRecord, entry: JourneyStep | undefined): CivilDate | undefined {
  if (entry === undefined || stateOf(record, entry.step.id) !== 'done') return undefined;
  return record.steps[entry.step.id]?.on;
}
