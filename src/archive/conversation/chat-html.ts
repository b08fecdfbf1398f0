// Finds what `chat.html` holds while its bytes pass: all conversations once more, and a list of assets.
import type { BytesPort } from '../../host/bytes';
import { joined, latin1, textOfBytes } from '../container/bytes';
import { fieldsOf } from '../container/parsed-json';
import { textOf } from '../json/fields';
import type { ChunkSink } from '../json/json-array-reader';
import type { Outline } from './outline';
import { outlineFinder } from './outlines';

const CHATS = 'jsonData';

/** Calls `onOutline` for every conversation of `jsonData = […]` that can be read, and `onEnd` when the page came whole, with whether it had such a list. */
export function chatsScanner(
  most: number,
  onOutline: (outline: Outline) => void,
  onEnd: (hasList: boolean) => void,
  port: BytesPort,
): ChunkSink {
  const finder = outlineFinder(most, port);
  let kept: Uint8Array = NO_BYTES;
  let isInList = false;
  return {
    push(chunk) {
      let rest: Uint8Array = chunk;
      if (!isInList) {
        const bytes = joined([kept, chunk]);
        const start = chatsStart(bytes);
        if (start === undefined) {
          kept = bytes.subarray(Math.max(0, bytes.length - CHATS.length - MOST_BLANKS));
          return;
        }
        isInList = true;
        rest = bytes.subarray(start);
      }
      for (const one of finder.push(rest)) if (one.kind === 'outline') onOutline(one.outline);
    },
    end: () => onEnd(isInList),
  };
}

const NO_BYTES = new Uint8Array(0);

/** Where a word of ASCII stands, or -1. */
function placeOf(word: string, bytes: Uint8Array, from: number): number {
  const first = word.charCodeAt(0);
  search: for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    for (let index = 1; index < word.length; index += 1)
      if (bytes[at + index] !== word.charCodeAt(index)) continue search;
    return at;
  }
  return -1;
}

/** Where the list begins that is assigned there. */
function chatsStart(bytes: Uint8Array): number | undefined {
  for (let at = placeOf(CHATS, bytes, 0); at >= 0; at = placeOf(CHATS, bytes, at + 1)) {
    const after = at + CHATS.length;
    const head = latin1(bytes, after, after + MOST_BLANKS);
    if (/^\s*=\s*\[/.test(head)) return after + head.indexOf('[');
  }
  return undefined;
}

const MARK = 'assetsJson';
const MOST_LIST = 16 * 1024 * 1024;
const MOST_BLANKS = 64;

/**
 * Calls `onAsset` for every pointer and path of `assetsJson = {"pointer": "path", …}`. Inside a chat the same words stand in a JSON
 * text, with a backslash before each quote: those are passed over. A list that cannot be read says nothing.
 */
export function assetsScanner(onAsset: (pointer: string, path: string) => void): {
  push(chunk: Uint8Array): void;
  end(): void;
} {
  let kept: Uint8Array = NO_BYTES;
  let list: ReturnType<typeof objectCollector> | undefined;

  /** What is left of `bytes` after a list that ends in it; nothing while it goes on. */
  const collect = (bytes: Uint8Array): Uint8Array | undefined => {
    const end = list?.push(bytes);
    if (end === undefined) return undefined;
    for (const [pointer, path] of Object.entries(list?.value() ?? {}))
      if (textOf(path) !== undefined) onAsset(pointer, String(path));
    list = undefined;
    return bytes.subarray(end);
  };

  return {
    push(chunk) {
      let rest: Uint8Array | undefined = chunk;
      if (list === undefined) rest = kept.length === 0 ? rest : joined([kept, rest]);
      kept = NO_BYTES;
      while (rest !== undefined) {
        if (list !== undefined) {
          rest = collect(rest);
          continue;
        }
        const at = placeOf(MARK, rest, 0);
        if (at < 0) {
          kept = rest.subarray(Math.max(0, rest.length - MARK.length + 1));
          return;
        }
        const start = listStart(rest, at + MARK.length);
        if (start === 'later') {
          kept = rest.subarray(at);
          return;
        }
        if (start !== 'none') list = objectCollector();
        rest = rest.subarray(start === 'none' ? at + MARK.length : start);
      }
    },
    end() {},
  };
}

/** Where the object begins that is assigned there. `later`: the bytes end before that can be seen. */
function listStart(bytes: Uint8Array, from: number): number | 'none' | 'later' {
  const head = latin1(bytes, from, from + MOST_BLANKS);
  const found = /^\s*=\s*\{\s*(["}])/.exec(head);
  if (found !== null) return from + head.indexOf('{');
  return head.length < MOST_BLANKS && /^\s*(?:=\s*(?:\{\s*)?)?$/.test(head) ? 'later' : 'none';
}

/** Takes bytes from an opening brace on. `push` says where the object ends, or `undefined` while it goes on. */
function objectCollector(): {
  push(bytes: Uint8Array): number | undefined;
  value(): Readonly<Record<string, unknown>> | undefined;
} {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  return {
    push(bytes) {
      let at = 0;
      let isOver = false;
      for (; at < bytes.length && !isOver; at += 1) {
        const byte = bytes[at];
        if (isEscaped) isEscaped = false;
        else if (isInText) {
          if (byte === BACKSLASH) isEscaped = true;
          else if (byte === QUOTE) isInText = false;
        } else if (byte === QUOTE) isInText = true;
        else if (byte === OPEN) depth += 1;
        else if (byte === CLOSE) isOver = (depth -= 1) === 0;
      }
      size += at;
      if (size <= MOST_LIST) pieces.push(bytes.subarray(0, at));
      else pieces.length = 0;
      return isOver || size > MOST_LIST ? at : undefined;
    },
    value() {
      try {
        return fieldsOf(JSON.parse(textOfBytes(joined(pieces))));
      } catch {
        return undefined;
      }
    },
  };
}

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];
