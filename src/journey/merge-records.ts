// Two windows, one Record: what each of them said since they last agreed, laid together. Nothing anybody said is lost.
import type { CivilDate } from './dates';
import type { ExportRecord, JourneyRecord, StepRecord } from './record';
import { MOST_PROOFS } from './record';

/**
 * Joins `mine` (what this run holds) with `theirs` (what is kept now). `base` is what both came from; `undefined` when nothing
 * was kept then. What only one of them changed is taken from that one, step by step and answer by answer; where both
 * changed the same, `mine` wins. Receipts of both stay.
 */
export function mergeRecords(
  base: JourneyRecord | undefined,
  mine: JourneyRecord,
  theirs: JourneyRecord,
): JourneyRecord {
  const started =
    base === undefined ? earlier(mine.started, theirs.started) : changedOr(base.started, mine.started, theirs.started);
  const ways = mergeKeys(base?.ways ?? {}, mine.ways ?? {}, theirs.ways ?? {});
  const exported = mergeExports(base?.export, mine.export, theirs.export);
  return {
    schema: mine.schema,
    started,
    updated: base === undefined ? mine.updated : changedOr(base.updated, mine.updated, theirs.updated),
    profile: mergeKeys(base?.profile ?? {}, mine.profile, theirs.profile),
    steps: mergeSteps(base?.steps ?? {}, mine.steps, theirs.steps),
    extras: mergeKeys(base?.extras ?? {}, mine.extras, theirs.extras),
    ...(Object.keys(ways).length === 0 ? {} : { ways }),
    ...(exported === undefined ? {} : { export: exported }),
  };
}

/** What `theirs` says that `base` did not: for a person who is to see what came in. */
export type News = {
  /** Steps said to be done or skipped, or open again, in the order of the Record. */
  readonly steps: readonly { readonly id: string; readonly state: StepRecord['state'] }[];
  /** How many receipts came in. */
  readonly proofs: number;
  readonly answers: boolean;
  readonly export: ExportRecord | undefined;
};

/** What came in since `base`; `undefined` when nothing did that a person would notice. */
export function newsSince(base: JourneyRecord, theirs: JourneyRecord): News | undefined {
  const ids = keysOf(base.steps, theirs.steps);
  const news: News = {
    steps: ids.flatMap((id) =>
      base.steps[id]?.state === theirs.steps[id]?.state ? [] : [{ id, state: theirs.steps[id]?.state }],
    ),
    proofs: ids.reduce((sum, id) => sum + without(theirs.steps[id]?.proofs, base.steps[id]?.proofs).length, 0),
    answers: !isSame(base.profile, theirs.profile),
    export: isSame(base.export?.check, theirs.export?.check) ? undefined : theirs.export,
  };
  return news.steps.length === 0 && news.proofs === 0 && !news.answers && news.export === undefined ? undefined : news;
}

/** Equal in what they hold, whatever the order of their keys; a key that holds `undefined` is as good as none. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (
    typeof one !== 'object' ||
    typeof other !== 'object' ||
    one === null ||
    other === null ||
    Array.isArray(one) !== Array.isArray(other)
  )
    return false;
  return keysOf(one, other).every((key) => isSame((one as Keyed)[key], (other as Keyed)[key]));
}

type Keyed = Readonly<Record<string, unknown>>;

function keysOf(one: object, other: object): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])];
}

function earlier(one: CivilDate, other: CivilDate): CivilDate {
  return one < other ? one : other;
}

function changedOr<T>(base: T, mine: T, theirs: T): T {
  return isSame(base, mine) ? theirs : mine;
}

function mergeKeys<T extends object>(base: T, mine: T, theirs: T): T {
  const merged = keysOf(mine, theirs).map(
    (key) => [key, changedOr((base as Keyed)[key], (mine as Keyed)[key], (theirs as Keyed)[key])] as const,
  );
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as T;
}

function mergeSteps(
  base: JourneyRecord['steps'],
  mine: JourneyRecord['steps'],
  theirs: JourneyRecord['steps'],
): JourneyRecord['steps'] {
  // Theirs first: what came in stands where it was.
  return Object.fromEntries(
    keysOf(theirs, mine).flatMap((id) => {
      const step = mergeStep(base[id], mine[id], theirs[id]);
      return step === undefined ? [] : [[id, step]];
    }),
  );
}

/** `undefined` where both have nothing, or one took the whole step back and the other left it as it was. */
function mergeStep(
  base: StepRecord | undefined,
  mine: StepRecord | undefined,
  theirs: StepRecord | undefined,
): StepRecord | undefined {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  const { state, on } = mergeState(base, mine, theirs);
  const removed = without(base?.proofs, mine?.proofs);
  const proofs = [...without(theirs?.proofs, removed), ...without(mine?.proofs, theirs?.proofs)].slice(-MOST_PROOFS);
  return { ...(state === undefined ? {} : { state, on }), ...(proofs.length === 0 ? {} : { proofs }) };
}

function mergeState(
  base: StepRecord | undefined,
  mine: StepRecord | undefined,
  theirs: StepRecord | undefined,
): Pick<StepRecord, 'state' | 'on'> {
  // Both said the same: the day of whoever said it first.
  if (mine?.state === theirs?.state)
    return {
      state: mine?.state,
      on: mine?.on !== undefined && theirs?.on !== undefined ? earlier(mine.on, theirs.on) : mine?.on,
    };
  return (mine?.state === base?.state ? theirs : mine) ?? {};
}

function without(
  proofs: StepRecord['proofs'] = [],
  others: StepRecord['proofs'] = [],
): NonNullable<StepRecord['proofs']> {
  return proofs.filter(({ sha256 }) => !others.some((other) => other.sha256 === sha256));
}

/** What the person said of their copy was about what they knew then: a check that came in since wins over it, but "no copy wanted" stays. */
function mergeExports(
  base: ExportRecord | undefined,
  mine: ExportRecord | undefined,
  theirs: ExportRecord | undefined,
): ExportRecord | undefined {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || !isSame(mine?.check, base?.check)) return mine;
  if (isSame(theirs?.check, base?.check)) return mine;
  return mine?.own?.word === 'no-copy' ? { ...theirs, own: mine.own } : theirs;
}
