// Reads a JSON list item by item while its bytes pass: parsed as a whole it would take many times its size in memory.
import { parsedJson } from '../container/parsed-json';
import { arraySplitter } from './array-splitter';

/** Takes the bytes of a file as they pass; `end` when it came whole. */
export type ChunkSink = { push(chunk: Uint8Array): void; end(): void };

/** Bytes that may stand before a value: blanks and the three of a byte order mark. */
const BEFORE: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf]);
const OPEN_LIST = 0x5b;

/** Gives each item of a list, parsed, or `undefined` for one of more than `most` bytes. What is no list goes to `other`. */
export function jsonArrayReader(most: number, onItem: (item: unknown) => void, other: ChunkSink): ChunkSink {
  let sink: ChunkSink | undefined;
  const itemByItem = (): ChunkSink => {
    const finder = arraySplitter(most);
    return {
      push: (chunk) =>
        finder.push(chunk).forEach((one) => onItem(one.kind === 'element' ? parsedJson(one.bytes) : undefined)),
      end: () => void finder.end(),
    };
  };
  return {
    push(chunk) {
      const first = sink === undefined ? chunk.find((byte) => !BEFORE.has(byte)) : undefined;
      // A chunk of blanks says nothing yet, and nothing is lost without it.
      if (first !== undefined) sink = first === OPEN_LIST ? itemByItem() : other;
      sink?.push(chunk);
    },
    end: () => sink?.end(),
  };
}
