// What happened, keyed by step id: the Record and the only ways it changes.
import type { GuideStep } from '../content/schema';
import type { CivilDate } from './dates';
import type { Journey, JourneyStep } from './journey';
import type { Profile } from './profile';

export const RECORD_SCHEMA = 1;
/** How many receipts one step keeps, the newest: what is written has to be read again. */
export const MOST_PROOFS = 100;

/** Facts about a receipt, never the receipt: `bytes` is its size, `sha256` 64 hex digits, sizes in pixels. */
export type Proof = {
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: 'png' | 'jpeg' | 'webp' | 'heic' | 'gif' | 'pdf' | 'eml';
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly on: CivilDate;
};

/**
 * What a check of the data export found: counts, days and a fingerprint; no title and no text of a chat. `file` is its place
 * in short form, `bytes` its size; `sha256` is missing for a folder. `seen`: the person compared the oldest and the newest chat.
 */
export type ExportCheck = {
  readonly on: CivilDate;
  readonly verdict: 'whole' | 'damaged' | 'cannot-tell';
  readonly conversations: number;
  readonly messages: number;
  readonly first?: CivilDate | undefined;
  readonly last?: CivilDate | undefined;
  readonly file: string;
  readonly bytes: number;
  readonly sha256?: string | undefined;
  readonly seen?: 'both' | 'missing' | undefined;
};

/** The person's own word where no export was found whole: their copy is enough, or they want none. */
export type OwnWord = { readonly word: 'own-copy' | 'no-copy'; readonly on: CivilDate };
export type ExportRecord = { readonly check?: ExportCheck | undefined; readonly own?: OwnWord | undefined };

export type StepState = 'done' | 'skipped';
export type StepRecord = {
  readonly state?: StepState | undefined;
  readonly on?: CivilDate | undefined;
  readonly proofs?: readonly Proof[] | undefined;
};

/** Optional words of the person's own; nothing here is ever filled in for them. */
export type Extras = {
  readonly reason?: string | undefined;
  readonly reasonText?: string | undefined;
  readonly name?: string | undefined;
};

export type JourneyRecord = {
  readonly schema: typeof RECORD_SCHEMA;
  readonly started: CivilDate;
  readonly updated: CivilDate;
  readonly profile: Profile;
  readonly steps: Readonly<Record<string, StepRecord>>;
  readonly extras: Extras;
  /** Which way of a step is in front of the person, both by their ids: asked once. */
  readonly ways?: Readonly<Record<string, string>> | undefined;
  readonly export?: ExportRecord | undefined;
};

/** A Record of someone who has not done anything yet. */
export function startRecord(profile: Profile, today: CivilDate): JourneyRecord {
  return { schema: RECORD_SCHEMA, started: today, updated: today, profile, steps: {}, extras: {} };
}

/** Says that a step was done or skipped today, or (`undefined`) takes that back. Proofs stay. */
export function withState(
  record: JourneyRecord,
  id: string,
  state: StepState | undefined,
  today: CivilDate,
): JourneyRecord {
  const before = record.steps[id];
  if (before?.state === state && state !== undefined) return record;
  const proofs = before?.proofs === undefined ? {} : { proofs: before.proofs };
  const entry: StepRecord = state === undefined ? proofs : { state, on: today, ...proofs };
  return { ...record, updated: today, steps: { ...record.steps, [id]: entry } };
}

/** Adds a receipt to a step; the same file twice counts once. It does not mark the step done. */
export function withProof(record: JourneyRecord, id: string, proof: Proof): JourneyRecord {
  const before = record.steps[id] ?? {};
  const proofs = (before.proofs ?? []).filter(({ sha256 }) => sha256 !== proof.sha256);
  return {
    ...record,
    updated: proof.on,
    steps: { ...record.steps, [id]: { ...before, proofs: [...proofs, proof].slice(-MOST_PROOFS) } },
  };
}

/** Remembers which way of a step is in front of the person. It says nothing about the step itself. */
export function withWay(record: JourneyRecord, id: string, way: string, today: CivilDate): JourneyRecord {
  return { ...record, updated: today, ways: { ...record.ways, [id]: way } };
}

export function withProfile(record: JourneyRecord, profile: Profile, today: CivilDate): JourneyRecord {
  return { ...record, updated: today, profile };
}

export function withExtras(record: JourneyRecord, extras: Extras, today: CivilDate): JourneyRecord {
  return { ...record, updated: today, extras: { ...record.extras, ...extras } };
}

/** Keeps what a check found. A word given about another export does not count any more. */
export function withExportCheck(record: JourneyRecord, check: ExportCheck): JourneyRecord {
  return { ...record, updated: check.on, export: { check } };
}

export function withOwnWord(record: JourneyRecord, word: OwnWord['word'], today: CivilDate): JourneyRecord {
  return { ...record, updated: today, export: { ...record.export, own: { word, on: today } } };
}

/** What the person said about this step: done, skipped, or nothing yet. */
export function stateOf(record: Pick<JourneyRecord, 'steps'>, id: string): StepState | undefined {
  return Object.hasOwn(record.steps, id) ? record.steps[id]?.state : undefined;
}

/** The first step nobody has said anything about. */
export function firstOpen(journey: Journey, record: Pick<JourneyRecord, 'steps'>): JourneyStep | undefined {
  return journey.steps.find(({ step }) => stateOf(record, step.id) === undefined);
}

/** Every step is settled: the person said that it is done, or that they skip it. */
export function isComplete(journey: Journey, record: Pick<JourneyRecord, 'steps'>): boolean {
  return firstOpen(journey, record) === undefined;
}

/** What should come first and has not been done: named before an irreversible step. */
export function missingBefore(
  step: GuideStep,
  journey: Journey,
  record: Pick<JourneyRecord, 'steps'>,
): readonly JourneyStep[] {
  return journey.steps.filter(
    ({ step: other }) => (step.after ?? []).includes(other.id) && stateOf(record, other.id) !== 'done',
  );
}
