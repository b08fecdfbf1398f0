// Adds up the conversations of an export, each once, whatever their number.
import type { Findings, Titled, Titles } from './findings';
import { idTable } from '../conversation/id-table';
import type { Outline } from '../conversation/outline';
import { rememberedTally } from '../conversation/remembered';
import type { RememberedCounts } from '../conversation/remembered';

/** More different conversations, or assets that they refer to, are not told apart. */
const MOST_IDS = 2_000_000;
const MOST_TYPES = 50;
const MOST_TYPE = 80;

export type Sums = Pick<
  Findings,
  | 'conversations'
  | 'copies'
  | 'messages'
  | 'first'
  | 'last'
  | 'paths'
  | 'images'
  | 'voice'
  | keyof RememberedCounts
  | 'unknownTypes'
>;

export type Tally = {
  add(outline: Outline): void;
  /** Different conversations so far. */
  count(): number;
  sums(): Sums;
  titles(): Titles;
  /** Different assets that were referred to. */
  referred(): number;
  isReferred(asset: string): boolean;
  /** There were too many different ids to tell them all apart. */
  isFull(): boolean;
};

/**
 * Of several conversations with one id that with the latest update counts, of equal ones the first; the others are copies.
 * Those without an id are all different. Dates, titles, assets and what is remembered are of whatever was read, copies too;
 * unknown types of the one that was read first.
 */
export function conversationTally(): Tally {
  const ids = idTable(MOST_IDS);
  const assets = idTable(MOST_IDS);
  const remembered = rememberedTally();
  const rows = rowsOf();
  const total = new Float64Array(COLUMNS.length);
  const types = new Map<string, number>();
  let conversations = 0;
  let copies = 0;
  let isFull = false;
  let first: number | undefined;
  let last: number | undefined;
  let oldest: Titled | undefined;
  let newest: Titled | undefined;

  const place = ({ title, created, updated }: Outline): void => {
    const on = created ?? updated;
    if (on === undefined) return;
    if (oldest === undefined || on < oldest.on) oldest = { title, on };
    if (newest === undefined || on >= newest.on) newest = { title, on };
    first = Math.min(first ?? on, on, updated ?? on);
    last = Math.max(last ?? on, on, updated ?? on);
  };
  const isNew = (outline: Outline, row: readonly number[]): boolean => {
    if (outline.id === undefined) return true;
    const known = ids.count();
    const number = ids.put(outline.id);
    if (number === undefined) isFull = true;
    if (number === undefined) return true;
    const updated = outline.updated ?? 0;
    if (number === known) {
      rows.set(number, updated, row);
      return true;
    }
    if (updated > rows.updated(number)) {
      rows.addTo(total, number, -1);
      rows.set(number, updated, row);
      rows.addTo(total, number, 1);
    }
    return false;
  };

  return {
    count: () => conversations,
    add(outline) {
      place(outline);
      for (const asset of outline.assets) if (assets.put(asset) === undefined) isFull = true;
      remembered.add(outline.id, outline.remembered);
      const row = rowOf(outline);
      if (!isNew(outline, row)) {
        copies += 1;
        return;
      }
      conversations += 1;
      row.forEach((value, column) => (total[column] = (total[column] ?? 0) + value));
      for (const type of outline.unknownTypes) {
        const name = type.slice(0, MOST_TYPE);
        if (types.has(name) || types.size < MOST_TYPES) types.set(name, (types.get(name) ?? 0) + 1);
      }
    },
    sums() {
      const of = (column: (typeof COLUMNS)[number]): number => total[COLUMNS.indexOf(column)] ?? 0;
      return {
        conversations,
        copies,
        messages: { shown: of('shown'), behind: of('behind'), drafts: of('drafts') },
        first,
        last,
        paths: { guessed: of('guessed'), broken: of('broken'), circles: of('circles') },
        images: of('images'),
        voice: of('voice'),
        ...remembered.counts(),
        unknownTypes: Object.fromEntries(types),
      };
    },
    titles: () => ({ oldest, newest }),
    referred: () => assets.count(),
    isReferred: (asset) => assets.has(asset),
    isFull: () => isFull,
  };
}

const COLUMNS = ['shown', 'behind', 'drafts', 'images', 'voice', 'guessed', 'broken', 'circles'] as const;

function rowOf({ messages, images, voice, path }: Outline): readonly number[] {
  return [
    messages.shown,
    messages.behind,
    messages.drafts,
    images,
    voice,
    Number(path.guessed),
    Number(path.broken),
    Number(path.circle),
  ];
}

/** What a conversation added, to take it back when a later copy turns up: 40 bytes each. */
function rowsOf(): {
  set(row: number, updated: number, values: readonly number[]): void;
  updated(row: number): number;
  addTo(total: Float64Array, row: number, sign: 1 | -1): void;
} {
  const width = COLUMNS.length;
  let times = new Float64Array(256);
  let cells = new Uint32Array(256 * width);
  return {
    set(row, updated, values) {
      if (row >= times.length) {
        const [oldTimes, oldCells] = [times, cells];
        times = new Float64Array(oldTimes.length * 2);
        times.set(oldTimes);
        cells = new Uint32Array(oldCells.length * 2);
        cells.set(oldCells);
      }
      times[row] = updated;
      cells.set(values, row * width);
    },
    updated: (row) => times[row] ?? 0,
    addTo(total, row, sign) {
      for (let column = 0; column < width; column += 1)
        total[column] = (total[column] ?? 0) + sign * (cells[row * width + column] ?? 0);
    },
  };
}
