// Finds the end of one JSON value by its brackets and quotes alone, across the chunks its bytes come in.

import { joined } from '../container/bytes';

/** `bytes` is a part of a chunk, or a copy where a chunk edge cut it. `too-large`: so many bytes, which were not kept. */
export type Element =
  | { readonly kind: 'element'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large'; readonly bytes: number };

export type ValueScanner = {
  /** Starts a value at its first byte. Both give the place after its last byte, or -1 when the chunk ended inside it. */
  begin(chunk: Uint8Array, at: number, keep: boolean): number;
  go(chunk: Uint8Array, at: number, keep: boolean): number;
  /** The whole value; forgets it. */
  take(): Element;
};

/** Values of more than `most` bytes are not kept. A scalar ends before what follows it, anything else with its last byte. */
export function valueScanner(most: number): ValueScanner {
  let kind: 'nested' | 'string' | 'scalar' = 'scalar';
  let depth = 0;
  let inString = false;
  /** The chunk ended after a backslash that escapes the next byte. */
  let escaped = false;
  let parts: Uint8Array[] = [];
  let size = 0;
  /** A value of more than `LARGE` bytes is copied into one piece of memory as it comes: with its chunks beside it, it would lie there twice. */
  let room: Uint8Array | undefined;

  const note = (part: Uint8Array, keep: boolean): void => {
    const before = size;
    size += part.length;
    if (!keep || size > most) {
      parts = [];
      room = undefined;
    } else if (size <= LARGE) parts.push(part);
    else {
      if (room === undefined || room.length < size) {
        const wider = new Uint8Array(size > DOUBLED && most <= WHOLE ? most : Math.min(most, size * 2));
        if (room !== undefined) wider.set(room.subarray(0, before));
        else {
          let at = 0;
          for (const one of parts) {
            wider.set(one, at);
            at += one.length;
          }
        }
        room = wider;
        parts = [];
      }
      room.set(part, before);
    }
  };

  /** The place after the closing quote, or -1. Backslashes are counted backwards, never past where the search began. */
  const afterString = (chunk: Uint8Array, from: number): number => {
    const { length } = chunk;
    let at = from;
    if (escaped && at < length) {
      at += 1;
      escaped = false;
    }
    for (;;) {
      // Keys and ids are short: a loop beats a native call there.
      for (const near = Math.min(length, at + 24); at < near; at += 1) {
        const byte = chunk[at];
        if (byte === QUOTE) return at + 1;
        if (byte === BACKSLASH) at += 1;
      }
      if (at >= length) {
        escaped = at > length;
        return -1;
      }
      const quote = chunk.indexOf(QUOTE, at);
      const end = quote === -1 ? length : quote;
      let before = end;
      while (before > at && chunk[before - 1] === BACKSLASH) before -= 1;
      const isEscaped = (end - before) % 2 === 1;
      if (quote === -1) {
        escaped = isEscaped;
        return -1;
      }
      if (!isEscaped) return quote + 1;
      at = quote + 1;
    }
  };

  const afterNested = (chunk: Uint8Array, from: number): number => {
    const { length } = chunk;
    let at = from;
    let deep = depth;
    while (at < length) {
      if (inString) {
        at = afterString(chunk, at);
        if (at < 0) break;
        inString = false;
      }
      while (at < length) {
        const byte = chunk[at] ?? 0;
        at += 1;
        if (byte === QUOTE) {
          inString = true;
          break;
        }
        const change = NESTS[byte] ?? 0;
        if (change === 0) continue;
        deep += change;
        if (deep === 0) {
          depth = 0;
          return at;
        }
      }
    }
    depth = deep;
    return -1;
  };

  const afterScalar = (chunk: Uint8Array, from: number): number => {
    let at = from;
    while (at < chunk.length) {
      const byte = chunk[at] ?? 0;
      if (BLANK[byte] === 1 || ENDS_SCALAR[byte] === 1) return at;
      at += 1;
    }
    return -1;
  };

  const scan = (chunk: Uint8Array, from: number, at: number, keep: boolean): number => {
    const end =
      kind === 'nested' ? afterNested(chunk, at) : kind === 'string' ? afterString(chunk, at) : afterScalar(chunk, at);
    note(chunk.subarray(from, end < 0 ? chunk.length : end), keep);
    return end;
  };
  return {
    begin(chunk, at, keep) {
      const byte = chunk[at] ?? 0;
      kind = byte === QUOTE ? 'string' : NESTS[byte] === 1 ? 'nested' : 'scalar';
      depth = kind === 'nested' ? 1 : 0;
      [inString, escaped, parts, size, room] = [false, false, [], 0, undefined];
      return scan(chunk, at, at + 1, keep);
    },
    go: (chunk, at, keep) => scan(chunk, at, at, keep),
    take() {
      const [first] = parts;
      const kept =
        room?.subarray(0, size) ?? (parts.length === 1 ? first : parts.length === 0 ? undefined : joined(parts));
      const whole: Element =
        size > most || kept === undefined ? { kind: 'too-large', bytes: size } : { kind: 'element', bytes: kept };
      parts = [];
      room = undefined;
      return whole;
    },
  };
}

/**
 * In bytes. Above `LARGE`, a value that the edges of chunks cut has memory of its own. It doubles; above `DOUBLED` it gets at once
 * all that a value may have, if that is no more than `WHOLE`: memory that is never written takes no room.
 */
const LARGE = 1024 * 1024;
const DOUBLED = 8 * LARGE;
const WHOLE = 64 * LARGE;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
/** Blanks of JSON, and what ends a number or a word beside them. */
export const BLANK = tableOf(' \t\n\r');
export const ENDS_SCALAR = tableOf(',]}');
const [OPENS, CLOSES] = [tableOf('[{'), tableOf(']}')];
const NESTS = Int8Array.from(OPENS, (opens, byte) => opens - (CLOSES[byte] ?? 0));

function tableOf(characters: string): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (characters.includes(String.fromCharCode(byte)) ? 1 : 0));
}
