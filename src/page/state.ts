// What the page holds of a person: the Record, whether it is kept on this device, and the files they chose. All of it can be erased.
import { recordSchema } from '../content/compiled/record-schema';
import { fits } from '../content/json-schema';
import { mergeRecords } from '../journey/merge-records';
import type { JourneyRecord } from '../journey/record';
import { RECORD_SCHEMA } from '../journey/record';
import type { Kept } from './machine/kept';
import { pickedFiles } from './machine/picked';
import type { Picked } from './machine/picked';

export type State = {
  readonly picked: Picked;
  record(): JourneyRecord | undefined;
  /**
   * Goes on with this Record, and keeps it where the person said so. What another tab has kept meanwhile is laid together with
   * it: go on with what is given back.
   */
  keep(record: JourneyRecord): JourneyRecord;
  /** `record` with what another tab has kept since. */
  catchUp(record: JourneyRecord): JourneyRecord;
  /** Whether something would be lost if the page were closed now. */
  mayLose(): boolean;
  /** The Record as the command reads it, for a file that is being saved. */
  forFile(): string | undefined;
  canBeKept(): boolean;
  isKept(): boolean;
  /** Begins or ends keeping on this device. False when the browser does not let it. */
  keepHere(wanted: boolean): boolean;
  erase(): void;
};

/** What a text turned out to be. */
export type Loaded =
  | { readonly ok: true; readonly record: JourneyRecord }
  | { readonly ok: false; readonly why: 'wrong' | 'newer' };

/** The Record in a text, checked as the command checks it. */
export function recordIn(text: string): Loaded {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, why: 'wrong' };
  }
  const schema = (value as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema === 'number' && schema > RECORD_SCHEMA) return { ok: false, why: 'newer' };
  return fits(recordSchema, value) ? { ok: true, record: value as JourneyRecord } : { ok: false, why: 'wrong' };
}

const textOf = (record: JourneyRecord): string => `${JSON.stringify(record, undefined, 2)}\n`;

/** `device` is the storage of the page's own, where there is one. What was kept there before is gone on with. */
export function stateWith(device: Kept | undefined): State {
  const picked = pickedFiles();
  const onDevice = (): Loaded | undefined => {
    const text = device?.read();
    return text === undefined ? undefined : recordIn(text);
  };
  const before = onDevice();
  let record = before?.ok === true ? before.record : undefined;
  let wasKept = record !== undefined;
  let saved = record;
  /** What `record` and the device had in common last: what is there beyond it came from another tab. */
  let agreed = record;

  /** Whoever ends keeping ends it for every tab; what stands in another one stays as long as that is open. */
  const isKept = (): boolean => (wasKept &&= agreed === undefined || device?.read() !== undefined);
  function together(mine: JourneyRecord): JourneyRecord {
    const theirs = onDevice();
    return theirs?.ok === true ? mergeRecords(agreed, mine, theirs.record) : mine;
  }
  /** False when the browser does not let it, or a newer page has kept there what this one cannot read. */
  function write(next: JourneyRecord): boolean {
    const theirs = onDevice();
    return (theirs?.ok !== false || theirs.why !== 'newer') && device?.write(textOf(next)) === true;
  }
  return {
    picked,
    record: () => record,
    keep(next) {
      record = isKept() ? together(next) : next;
      if (wasKept) wasKept = write(record);
      agreed = wasKept ? record : undefined;
      return record;
    },
    catchUp(mine) {
      const theirs = isKept() ? onDevice() : undefined;
      if (theirs?.ok !== true) return mine;
      record = mergeRecords(agreed, mine, theirs.record);
      agreed = theirs.record;
      return record;
    },
    mayLose: () => !isKept() && record !== undefined && record !== saved && Object.keys(record.profile).length > 0,
    forFile() {
      saved = record;
      return record === undefined ? undefined : textOf(isKept() ? together(record) : record);
    },
    canBeKept: () => device !== undefined,
    isKept,
    keepHere(wanted) {
      wasKept = wanted && device !== undefined && (record === undefined || write(together(record)));
      // What another tab has kept before comes in with the next step.
      agreed = wasKept ? record : undefined;
      if (!wanted) device?.forget();
      return wasKept === wanted;
    },
    erase() {
      device?.forget();
      picked.forget();
      record = saved = agreed = undefined;
      wasKept = false;
    },
  };
}
