// Reads chosen fields of JSON objects straight from the bytes; whatever is not chosen is passed over.
import type { BytesPort } from '../../host/bytes';
import { bytesOfText } from '../container/bytes';
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COMMA,
  NOT_JSON,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  afterBlanks,
  afterColon,
  afterPlainString,
  afterString,
  afterValue,
} from './json-bytes';

/** A place in the bytes. Each function begins at `at`, leaves it after what it read, and throws `NOT_JSON` where that is none. */
export type Cursor = {
  readonly bytes: Uint8Array;
  readonly port: Texts;
  at: number;
  /** Where the last key of an object began, at its quote, where it ended, and whether it has no escapes. */
  keyFrom: number;
  keyTo: number;
  isPlainKey: boolean;
};

/** What makes texts of bytes. */
type Texts = Pick<BytesPort, 'text'>;

export function cursorAt(bytes: Uint8Array, at: number, port: Texts): Cursor {
  return { bytes, port, at, keyFrom: at, keyTo: at, isPlainKey: true };
}

/** Words by their length in bytes, with their place in the list that was given. */
export type Words = readonly (
  | readonly { readonly index: number; readonly word: string; readonly bytes: Uint8Array }[]
  | undefined
)[];

/** What `nextField` gives at the end of an object, and for a field that is not in the list. */
export const END = -1;
export const OTHER = -2;

/** Prepares keys or other words of ASCII to be found in bytes. */
export function wordsOf(list: readonly string[]): Words {
  const words: { readonly index: number; readonly word: string; readonly bytes: Uint8Array }[][] = [];
  list.forEach((word, index) => (words[word.length] ??= []).push({ index, word, bytes: bytesOfText(word) }));
  return words;
}

/** The byte of the next value, not passed; 0 at the end. */
export function peek(cursor: Cursor): number {
  const { bytes } = cursor;
  const byte = cursor.at < bytes.length ? (bytes[cursor.at] ?? 0) : 0;
  if (byte > 0x20) return byte;
  cursor.at = afterBlanks(bytes, cursor.at);
  return cursor.at < bytes.length ? (bytes[cursor.at] ?? 0) : 0;
}

/** Passes the bracket of an object and its first key: the index of the key, `OTHER` or `END`. */
export function firstField(cursor: Cursor, keys: Words): number {
  cursor.at += 1;
  if (peek(cursor) !== CLOSE_OBJECT) return fieldAt(cursor, keys);
  cursor.at += 1;
  return END;
}

/** The same after a value of the object. */
export function nextField(cursor: Cursor, keys: Words): number {
  const byte = peek(cursor);
  cursor.at += 1;
  if (byte === CLOSE_OBJECT) return END;
  if (byte !== COMMA) throw NOT_JSON;
  return fieldAt(cursor, keys);
}

function fieldAt(cursor: Cursor, keys: Words): number {
  if (peek(cursor) !== QUOTE) throw NOT_JSON;
  const { bytes, at } = cursor;
  const plain = afterPlainString(bytes, at + 1);
  const end = plain === -1 ? afterString(bytes, at + 1) : plain;
  cursor.keyFrom = at;
  cursor.keyTo = end;
  cursor.isPlainKey = plain !== -1;
  cursor.at = afterColon(bytes, end);
  // A known key may be written with escapes.
  return plain === -1
    ? indexOfWord(keys, decoded(cursor, at, end))
    : (find(keys, bytes, at + 1, end - 1)?.index ?? OTHER);
}

function indexOfWord(words: Words, word: string): number {
  return words[word.length]?.find((one) => one.word === word)?.index ?? OTHER;
}

function find(
  words: Words,
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly index: number; readonly word: string } | undefined {
  const length = to - from;
  const same = length < words.length ? words[length] : undefined;
  if (same === undefined) return undefined;
  search: for (const one of same) {
    for (let index = 0; index < length; index += 1) if (one.bytes[index] !== bytes[from + index]) continue search;
    return one;
  }
  return undefined;
}

/** Whether another member of a list begins. `isFirst`: at its opening bracket. */
export function hasMember(cursor: Cursor, isFirst: boolean): boolean {
  const byte = isFirst ? OPEN_LIST : peek(cursor);
  cursor.at += 1;
  if (byte === CLOSE_LIST) return false;
  if (isFirst && peek(cursor) === CLOSE_LIST) {
    cursor.at += 1;
    return false;
  }
  if (!isFirst && byte !== COMMA) throw NOT_JSON;
  return true;
}

/** Passes any value. */
export function pass(cursor: Cursor): void {
  const { bytes, at } = cursor;
  cursor.at = at < bytes.length && bytes[at] === QUOTE ? afterString(bytes, at + 1) : afterValue(bytes, at);
}

/** Passes any value; true when it is neither null nor an empty string. */
export function passFilled(cursor: Cursor): boolean {
  const byte = peek(cursor);
  const from = cursor.at;
  pass(cursor);
  return byte === QUOTE ? cursor.at > from + 2 : byte !== 0x6e;
}

/** Passes any value; true for `true`. */
export function passTrue(cursor: Cursor): boolean {
  const byte = peek(cursor);
  pass(cursor);
  return byte === 0x74;
}

/** A string that is not empty, known ones without making them anew; `undefined` for anything else, which is passed. */
export function text(cursor: Cursor, known?: Words): string | undefined {
  if (peek(cursor) !== QUOTE) {
    pass(cursor);
    return undefined;
  }
  const { bytes, at } = cursor;
  const plain = afterPlainString(bytes, at + 1);
  cursor.at = plain === -1 ? afterString(bytes, at + 1) : plain;
  if (plain === at + 2) return undefined;
  if (plain === -1) return decoded(cursor, at, cursor.at);
  return (
    (known === undefined ? undefined : find(known, bytes, at + 1, plain - 1)?.word) ??
    cursor.port.text(bytes, at + 1, plain - 1)
  );
}

/** A string or number as JSON.parse gives it; `undefined` for anything else, which is passed. */
export function scalar(cursor: Cursor): unknown {
  const byte = peek(cursor);
  const from = cursor.at;
  pass(cursor);
  return byte === QUOTE || byte === 0x2d || (byte >= 0x30 && byte <= 0x39)
    ? JSON.parse(cursor.port.text(cursor.bytes, from, cursor.at))
    : undefined;
}

/** The key that `firstField` or `nextField` passed. */
export function keyOf(cursor: Cursor): string {
  const { bytes, keyFrom, keyTo, isPlainKey, port } = cursor;
  return isPlainKey ? port.text(bytes, keyFrom + 1, keyTo - 1) : decoded(cursor, keyFrom, keyTo);
}

/** A string at the cursor, which has to be one; unlike `text` also an empty one. */
export function string(cursor: Cursor): string {
  const { bytes, at, port } = cursor;
  const plain = afterPlainString(bytes, at + 1);
  cursor.at = plain === -1 ? afterString(bytes, at + 1) : plain;
  return plain === -1 ? decoded(cursor, at, cursor.at) : port.text(bytes, at + 1, plain - 1);
}

/** The string whose quotes stand at `from` and before `to`, escapes undone. */
function decoded({ bytes, port }: Cursor, from: number, to: number): string {
  return JSON.parse(port.text(bytes, from, to)) as string;
}

export function isObject(byte: number): boolean {
  return byte === OPEN_OBJECT;
}

export function isList(byte: number): boolean {
  return byte === OPEN_LIST;
}
