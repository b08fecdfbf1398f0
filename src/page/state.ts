// What the page holds of a person: the Record, whether it is kept on this device, and the files they chose. All of it can be erased.
import { recordSchema } from '../content/compiled/record-schema';
import { fits } from '../content/json-schema';
import type { JourneyRecord } from '../journey/record';
import { RECORD_SCHEMA } from '../journey/record';
import type { Kept } from './machine/kept';
import { pickedFiles } from './machine/picked';
import type { Picked } from './machine/picked';

export type State = {
  readonly picked: Picked;
  record(): JourneyRecord | undefined;
  /** Goes on with this Record, and keeps it where the person said so. */
  keep(record: JourneyRecord): void;
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
  const before = device?.read();
  const found = before === undefined ? undefined : recordIn(before);
  let record = found?.ok === true ? found.record : undefined;
  let isKept = record !== undefined;
  let saved = record;
  return {
    picked,
    record: () => record,
    keep(next) {
      record = next;
      if (isKept) isKept = device?.write(textOf(next)) === true;
    },
    mayLose: () => !isKept && record !== undefined && record !== saved && Object.keys(record.profile).length > 0,
    forFile() {
      saved = record;
      return record === undefined ? undefined : textOf(record);
    },
    canBeKept: () => device !== undefined,
    isKept: () => isKept,
    keepHere(wanted) {
      isKept = wanted && device !== undefined && (record === undefined || device.write(textOf(record)));
      if (!isKept) device?.forget();
      return isKept === wanted;
    },
    erase() {
      device?.forget();
      picked.forget();
      record = saved = undefined;
      isKept = false;
    },
  };
}
