// What can still be read of a damaged Record: each answer, step and receipt is taken or left by itself.
import type { CivilDate } from '../journey/dates';
import type { Profile } from '../journey/profile';
import type { Extras, ExportRecord, JourneyRecord, StepRecord } from '../journey/record';
import { recordParts as parts } from './outside-schema';

/** What could be read, and what could not: answers by their field, steps by their id. */
export type Salvage = {
  /** `undefined`: nothing that a person said could be read. */
  readonly record: JourneyRecord | undefined;
  readonly lostAnswers: readonly string[];
  readonly lostSteps: readonly string[];
  /** Something else could not be read, or the file breaks off. */
  readonly lostMore: boolean;
};

type Keyed = Readonly<Record<string, unknown>>;
/** Reads one value: what it holds, or nothing. */
type Part<T> = { safeParse(value: unknown): { success: true; data: T } | { success: false } };

/**
 * Takes from `value` (JSON, or what there is of it) whatever is valid by itself. A state counts only with its day:
 * a day is not made up. `isWhole` says that the text was JSON to its end.
 */
export function salvageRecord(value: unknown, today: CivilDate, isWhole: boolean): Salvage {
  const from = keyed(value);
  const answers = oneByOne(keyed(from?.['profile']) ?? {}, parts.answers);
  const extras = oneByOne(keyed(from?.['extras']) ?? {}, parts.extras);
  const steps = Object.entries(keyed(from?.['steps']) ?? {}).map(([id, entry]) => stepFrom(id, entry));
  const ways = waysFrom(keyed(from?.['ways']) ?? {});
  const exported = exportFrom(keyed(from?.['export']) ?? {});
  const days = { started: taken(parts.day, from?.['started']), updated: taken(parts.day, from?.['updated']) };
  const read = {
    steps: Object.fromEntries(steps.flatMap(({ id, step }) => (step === undefined ? [] : [[id, step] as const]))),
    extras: extras.read as Extras,
    ...(Object.keys(ways.read).length === 0 ? {} : { ways: ways.read }),
    ...(Object.keys(exported.read).length === 0 ? {} : { export: exported.read }),
  };
  const isNothing = [answers.read, read.steps, read.extras, exported.read].every(
    (part) => Object.keys(part).length === 0,
  );
  const started = days.started ?? days.updated ?? today;
  return {
    record: isNothing
      ? undefined
      : {
          schema: parts.schema,
          started,
          updated: days.updated ?? started,
          profile: answers.read as Profile,
          ...read,
        },
    lostAnswers: answers.lost,
    lostSteps: steps.filter(({ isLost }) => isLost).map(({ id }) => id),
    lostMore:
      !isWhole ||
      from === undefined ||
      extras.lost.length > 0 ||
      ways.isLost ||
      exported.isLost ||
      Object.keys(from).some((key) => !TOP.has(key)) ||
      ['started', 'updated'].some((key) => taken(parts.day, from[key]) === undefined) ||
      ['profile', 'steps', 'extras'].some((key) => keyed(from[key]) === undefined),
  };
}

const TOP: ReadonlySet<string> = new Set([
  'schema',
  'started',
  'updated',
  'profile',
  'steps',
  'extras',
  'ways',
  'export',
]);

/** A value of JSON with keys; a list is none. */
function keyed(value: unknown): Keyed | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Keyed) : undefined;
}

function taken<T>(part: Part<T>, value: unknown): T | undefined {
  const result = part.safeParse(value);
  return result.success ? result.data : undefined;
}

function oneByOne(
  values: Keyed,
  shape: Readonly<Record<string, Part<unknown>>>,
): { readonly read: Keyed; readonly lost: readonly string[] } {
  const read = Object.entries(values).map(([key, value]) => {
    const part = Object.hasOwn(shape, key) ? shape[key] : undefined;
    return [key, part === undefined ? undefined : taken(part, value)] as const;
  });
  return {
    read: Object.fromEntries(read.filter(([, value]) => value !== undefined)),
    lost: read.filter(([, value]) => value === undefined).map(([key]) => key),
  };
}

function stepFrom(
  id: string,
  value: unknown,
): { readonly id: string; readonly step?: StepRecord; readonly isLost: boolean } {
  const entry = keyed(value);
  if (!parts.stepId.safeParse(id).success || entry === undefined) return { id, isLost: true };
  const state = taken(parts.state, entry['state']);
  const on = taken(parts.day, entry['on']);
  const given = Array.isArray(entry['proofs']) ? entry['proofs'] : [];
  const proofs = given
    .map((one) => taken(parts.proof, one))
    .filter((one) => one !== undefined)
    .slice(-parts.mostProofs);
  const said = state === undefined || on === undefined ? {} : { state, on };
  const step: StepRecord = { ...said, ...(proofs.length === 0 ? {} : { proofs }) };
  const isLost =
    ((entry['state'] !== undefined || entry['on'] !== undefined) && Object.keys(said).length === 0) ||
    (entry['proofs'] !== undefined && proofs.length !== (Array.isArray(entry['proofs']) ? given.length : -1)) ||
    Object.keys(entry).some((key) => !['state', 'on', 'proofs'].includes(key));
  return Object.keys(step).length === 0 ? { id, isLost } : { id, step, isLost };
}

function waysFrom(values: Keyed): { readonly read: Readonly<Record<string, string>>; readonly isLost: boolean } {
  const read = Object.entries(values).flatMap(([step, way]) => {
    const [id, chosen] = [taken(parts.stepId, step), taken(parts.stepId, way)];
    return id === undefined || chosen === undefined ? [] : [[id, chosen] as const];
  });
  return { read: Object.fromEntries(read), isLost: read.length !== Object.keys(values).length };
}

function exportFrom(values: Keyed): { readonly read: ExportRecord; readonly isLost: boolean } {
  const check = taken(parts.check, values['check']);
  const own = taken(parts.own, values['own']);
  return {
    read: { ...(check === undefined ? {} : { check }), ...(own === undefined ? {} : { own }) },
    isLost:
      (values['check'] !== undefined && check === undefined) ||
      (values['own'] !== undefined && own === undefined) ||
      Object.keys(values).some((key) => key !== 'check' && key !== 'own'),
  };
}

/** One piece of JSON. A number or word counts only where something follows it: one that is cut off would be another value. */
const PIECE = /\s*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001F]|\\.)*")|((?:-?\d[\d.eE+-]*|true|false|null)(?=\s*[,}\]])))/y;

/** A Record is six deep. */
const DEEPEST = 50;

/**
 * The beginning of a JSON text that breaks off or goes wrong: every value that is whole before that place, with the objects
 * around it closed. `undefined` when there is none.
 */
export function readableStart(text: string): unknown {
  // After each whole value: how far the text goes, and what closes it there.
  const stops: { readonly end: number; readonly closing: string }[] = [];
  const piece = new RegExp(PIECE);
  let open = '';
  let before = '';
  let key = '';
  let top = '';
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [, sign, word] = match;
    // After a colon stands a value; elsewhere a text is a key. A list that is cut would say less than was said, or the opposite
    // ("nobody"), so none of its words count; whole receipts in one do. What a check found counts as a whole as well.
    const isValue = sign === undefined && before === ':';
    if (sign === undefined && !isValue) key = word ?? '';
    if (open.length === 1) top = key;
    if (sign === '{') open = `}${open}`;
    else if (sign === '[') open = `]${open}`;
    else if (sign === '}' || sign === ']') open = open.slice(1);
    const isStop = isValue || sign === '{' || sign === '}' || sign === ']';
    const isCut = (sign === '}' ? open.slice(1) : open).includes(']') || (top === '"export"' && open.length > 2);
    if (isStop && !isCut) stops.push({ end: piece.lastIndex, closing: open });
    before = sign ?? 'value';
    if (open === '' || open.length > DEEPEST) break;
  }
  // What goes wrong at one stop is wrong at all that follow.
  let [low, high] = [0, stops.length];
  let found: unknown;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const stop = stops[middle];
    try {
      found = JSON.parse(`${text.slice(0, stop?.end)}${stop?.closing ?? ''}`);
      low = middle + 1;
    } catch {
      high = middle;
    }
  }
  return found;
}
