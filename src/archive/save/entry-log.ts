// The entries of a running save, held as bytes of JSON: as objects, tens of thousands of them would be most of the memory it takes.
import { textOfBytes, writeText } from '../container/bytes';
import { entryIn, entryLine } from './save-entry';
import type { Entry } from './save-entry';

export interface EntryLog {
  /** Gives the place of the entry, for `at` and `drop`. */
  add(owner: string, entry: Entry): number;
  at(place: number): Entry;
  /** What stands there was replaced by a later entry. */
  drop(place: number): void;
  /** Entries that were not dropped, in order, as lines of JSON: see `entryLine`. */
  lines(): Iterable<Uint8Array>;
  /** Entries of conversations that were not dropped: their places and when each was created, 0 where nobody knows. */
  conversations(): { readonly places: readonly number[]; readonly created: readonly number[] };
}

export function newEntryLog(): EntryLog {
  const full: Uint8Array[] = [];
  let page = new Uint8Array(PAGE);
  let filled = 0;
  const dropped = new Set<number>();
  const chats = { places: [] as number[], created: [] as number[] };
  const pageAt = (number: number): Uint8Array => full[number] ?? page;
  const lineAt = (place: number): Uint8Array => {
    const [from, start] = [pageAt(Math.floor(place / PAGE)), place % PAGE];
    return from.subarray(start, from.indexOf(END, start));
  };
  return {
    add(owner, entry) {
      const line = `${entryLine(owner, entry)}\n`;
      // A letter has up to three bytes.
      if (filled + line.length * 3 > PAGE) {
        // What is left of a page is an empty line.
        if (filled < PAGE) page[filled] = END;
        full.push(page);
        page = new Uint8Array(PAGE);
        filled = 0;
      }
      const place = full.length * PAGE + filled;
      filled += writeText(line, page.subarray(filled));
      if (owner.startsWith('c:')) {
        chats.places.push(place);
        chats.created.push(entry.created ?? 0);
      }
      return place;
    },
    at(place) {
      const found = entryIn(textOfBytes(lineAt(place)));
      if (found === undefined) throw new Error('no entry');
      return found[1];
    },
    drop: (place) => void dropped.add(place),
    *lines() {
      for (let number = 0; number <= full.length; number += 1) {
        const from = pageAt(number);
        const end = number === full.length ? filled : PAGE;
        for (let start = 0; start < end;) {
          const stop = from.indexOf(END, start);
          if (stop === -1 || stop === start || stop >= end) break;
          if (!dropped.has(number * PAGE + start)) yield from.subarray(start, stop + 1);
          start = stop + 1;
        }
      }
    },
    conversations() {
      const kept = chats.places.flatMap((place, index) => (dropped.has(place) ? [] : [index]));
      return {
        places: kept.map((index) => chats.places[index] ?? 0),
        created: kept.map((index) => chats.created[index] ?? 0),
      };
    },
  };
}

/** Longer than any line: paths and titles are cut. */
const PAGE = 256 * 1024;
const END = 10;
