// A file that is hashed while it is read for something else, so that the disk is read once.
import type { BytesPort } from '../../host/bytes';
import type { OpenFile } from '../../host/host';
import { hexOf } from './bytes';

export type HashingReader = OpenFile & {
  /** Hashes what is read from now on. Ranges have to be watched before. */
  start(): void;
  /** Watches a range of bytes: `wrong` is called when its CRC-32 is not `crc`. */
  watch(range: { readonly from: number; readonly bytes: number; readonly crc: number }, wrong: () => void): void;
  /** The sha-256 of the whole file, 64 hex digits; `undefined` when the file ends early. Parts that were not read so far are read now. */
  fingerprint(): Promise<string | undefined>;
};

/** Bytes that are read at once. */
export const READ_SIZE = 256 * 1024;
/** A read that begins at most this many bytes further on has what lies between read along, for the hash. */
const GAP = 1024 * 1024;

/** `file` as a reader that hashes: what is read in order, with small gaps, as it passes; the rest when the fingerprint is taken. */
export function hashingReader(file: OpenFile, port: BytesPort): HashingReader {
  const hash = port.sha256();
  const watched: {
    readonly from: number;
    readonly to: number;
    readonly crc: number;
    found: number;
    readonly wrong: () => void;
  }[] = [];
  /** Bytes that were hashed so far, from the beginning of the file. */
  let passed = 0;
  let isBusy = true;

  const pass = (bytes: Uint8Array, at: number): void => {
    if (at > passed || at + bytes.length <= passed) return;
    const fresh = bytes.subarray(passed - at);
    hash.update(fresh);
    for (const one of watched) {
      const [from, to] = [Math.max(one.from, passed), Math.min(one.to, passed + fresh.length)];
      if (from < to) one.found = port.crc32(fresh.subarray(from - passed, to - passed), one.found);
    }
    passed += fresh.length;
  };

  /** Reads on until `to`. False when the file ends before. */
  const readOn = async (to: number): Promise<boolean> => {
    const into = new Uint8Array(Math.max(0, Math.min(READ_SIZE, to - passed)));
    for (let at = passed; at < to; at += into.length) {
      const wanted = into.subarray(0, Math.min(into.length, to - at));
      const came = await file.read(wanted, at);
      pass(wanted.subarray(0, came), at);
      if (came < wanted.length) return false;
    }
    return true;
  };

  /** The same at once. */
  const readOnNow = (readNow: ReadNow, to: number): void => {
    const into = new Uint8Array(Math.max(0, Math.min(READ_SIZE, to - passed)));
    for (let at = passed; at < to; at += into.length) {
      const wanted = into.subarray(0, Math.min(into.length, to - at));
      const came = readNow(wanted, at);
      pass(wanted.subarray(0, came), at);
      if (came < wanted.length) return;
    }
  };
  const now = file.readNow?.bind(file);

  return {
    bytes: file.bytes,
    changed: file.changed,
    ...(now === undefined
      ? {}
      : {
          readNow(into, at) {
            if (isBusy) return now(into, at);
            if (at > passed && at - passed <= GAP) readOnNow(now, at);
            const came = now(into, at);
            pass(into.subarray(0, came), at);
            return came;
          },
        }),
    async read(into, at) {
      // Two readings at once would feed the hash twice: the second then goes past it.
      if (isBusy) return file.read(into, at);
      isBusy = true;
      try {
        if (at > passed && at - passed <= GAP) await readOn(at);
        const came = await file.read(into, at);
        pass(into.subarray(0, came), at);
        return came;
      } finally {
        isBusy = false;
      }
    },
    isUnchanged: () => file.isUnchanged(),
    close: () => file.close(),
    start: () => void (isBusy = false),
    watch: ({ from, bytes, crc }, wrong) => void watched.push({ from, to: from + bytes, crc, found: 0, wrong }),
    async fingerprint() {
      if (!(await readOn(file.bytes))) return undefined;
      for (const { crc, found, wrong } of watched) if (crc !== found) wrong();
      return hexOf(hash.digest());
    },
  };
}

type ReadNow = NonNullable<OpenFile['readNow']>;

/** A part of a file as a file of its own. Closing it closes nothing. */
export function rangeOf(file: OpenFile, from: number, bytes: number): OpenFile {
  const within = (into: Uint8Array, at: number): Uint8Array => into.subarray(0, Math.min(into.length, bytes - at));
  const now = file.readNow?.bind(file);
  return {
    bytes,
    changed: file.changed,
    ...(now === undefined ? {} : { readNow: (into, at) => (at >= bytes ? 0 : now(within(into, at), from + at)) }),
    read: (into, at) => (at >= bytes ? Promise.resolve(0) : file.read(within(into, at), from + at)),
    isUnchanged: () => file.isUnchanged(),
    close: () => Promise.resolve(),
  };
}

/** The same file for many small reads one after the other: each reads 64 KiB, out of which the next are served. */
export function windowed(file: OpenFile): OpenFile {
  let window: Uint8Array = NOTHING;
  /** One piece of memory for all windows that are read at once. */
  let whole: Uint8Array | undefined;
  let start = 0;
  const now = file.readNow?.bind(file);
  return {
    bytes: file.bytes,
    changed: file.changed,
    ...(now === undefined
      ? {}
      : {
          readNow(into, at) {
            if (into.length >= WINDOW) return now(into, at);
            const wanted = Math.max(0, Math.min(into.length, file.bytes - at));
            if (at < start || at + wanted > start + window.length) {
              if (whole === undefined) whole = new Uint8Array(WINDOW);
              const next = whole.subarray(0, Math.max(0, Math.min(WINDOW, file.bytes - at)));
              // While it is filled nothing is known of it.
              [window, start] = [NOTHING, 0];
              [window, start] = [next.subarray(0, now(next, at)), at];
            }
            const part = window.subarray(at - start, at - start + wanted);
            into.set(part);
            return part.length;
          },
        }),
    async read(into, at) {
      if (into.length >= WINDOW) return file.read(into, at);
      const wanted = Math.max(0, Math.min(into.length, file.bytes - at));
      if (at < start || at + wanted > start + window.length) {
        const next = new Uint8Array(Math.max(0, Math.min(WINDOW, file.bytes - at)));
        const came = await file.read(next, at);
        [window, start] = [next.subarray(0, came), at];
      }
      const part = window.subarray(at - start, at - start + wanted);
      into.set(part);
      return part.length;
    },
    isUnchanged: () => file.isUnchanged(),
    close: () => file.close(),
  };
}

const WINDOW = 64 * 1024;
const NOTHING = new Uint8Array(0);
