// Finds what `chat.html` holds while its bytes pass: all conversations once more, and a list of assets.
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
): ChunkSink {
  const finder = outlineFinder(most);
  let kept: Buffer = Buffer.alloc(0);
  let isInList = false;
  return {
    push(chunk) {
      let rest: Uint8Array = chunk;
      if (!isInList) {
        const bytes = Buffer.concat([kept, chunk]);
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

/** Where the list begins that is assigned there. */
function chatsStart(bytes: Buffer): number | undefined {
  for (let at = bytes.indexOf(CHATS); at >= 0; at = bytes.indexOf(CHATS, at + 1)) {
    const after = at + CHATS.length;
    const head = bytes.toString('latin1', after, after + MOST_BLANKS);
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
  let kept: Buffer = Buffer.alloc(0);
  let list: ReturnType<typeof objectCollector> | undefined;

  /** What is left of `bytes` after a list that ends in it; nothing while it goes on. */
  const collect = (bytes: Buffer): Buffer | undefined => {
    const end = list?.push(bytes);
    if (end === undefined) return undefined;
    for (const [pointer, path] of Object.entries(list?.value() ?? {}))
      if (textOf(path) !== undefined) onAsset(pointer, String(path));
    list = undefined;
    return bytes.subarray(end);
  };

  return {
    push(chunk) {
      let rest: Buffer | undefined = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      if (list === undefined) rest = kept.length === 0 ? rest : Buffer.concat([kept, rest]);
      kept = Buffer.alloc(0);
      while (rest !== undefined) {
        if (list !== undefined) {
          rest = collect(rest);
          continue;
        }
        const at = rest.indexOf(MARK);
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
function listStart(bytes: Buffer, from: number): number | 'none' | 'later' {
  const head = bytes.toString('latin1', from, from + MOST_BLANKS);
  const found = /^\s*=\s*\{\s*(["}])/.exec(head);
  if (found !== null) return from + head.indexOf('{');
  return head.length < MOST_BLANKS && /^\s*(?:=\s*(?:\{\s*)?)?$/.test(head) ? 'later' : 'none';
}

/** Takes bytes from an opening brace on. `push` says where the object ends, or `undefined` while it goes on. */
function objectCollector(): {
  push(bytes: Buffer): number | undefined;
  value(): Readonly<Record<string, unknown>> | undefined;
} {
  const pieces: Buffer[] = [];
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
        return fieldsOf(JSON.parse(Buffer.concat(pieces).toString('utf8')));
      } catch {
        return undefined;
      }
    },
  };
}

const [QUOTE, BACKSLASH, OPEN, CLOSE] = [0x22, 0x5c, 0x7b, 0x7d];
