// What is remembered of a person as one text to paste into another assistant, or as parts of a size.
import type { Group, MemoryEntry } from '../archive/memory/memory-entries';
import { number } from './export-troubles';
import { dayOf } from './export-facts';
import type { Translator } from './translator';

export type MemoryWishes = {
  /** Epoch seconds. */
  readonly made: number | undefined;
  /** Characters (UTF-16 units, so that an emoji may be two); `undefined` for one text of any size. */
  readonly limit: number | undefined;
  /** From 1. */
  readonly part: number;
  /** Each entry by itself, without a mark and a day: for where they are typed in one by one. */
  readonly bare: boolean;
};

export type MemoryText = {
  /** Without a line break at its end. */
  readonly text: string;
  /** Those in it, newest first. */
  readonly entries: readonly MemoryEntry[];
  readonly part: number;
  readonly parts: number;
  /** Entries in other parts; entries that are longer than a part. */
  readonly others: number;
  readonly tooLong: number;
};

/** `no-part`: there are so many. `too-small`: so many characters would take the shortest entry. */
export type MemoryLaidOut =
  | { readonly kind: 'text'; readonly text: MemoryText }
  | { readonly kind: 'no-part'; readonly parts: number }
  | { readonly kind: 'too-small'; readonly needed: number };

/**
 * The text, or the part of it that is wished for. Each part begins with what it is. Entries are never cut: they go into the parts
 * newest first, and one that no part can hold into none.
 */
export function memoryText(
  translator: Translator,
  entries: readonly MemoryEntry[],
  wishes: MemoryWishes,
): MemoryLaidOut {
  const { limit, part } = wishes;
  const whole = textOf(translator, entries, wishes, undefined);
  if (limit === undefined || whole.length <= limit)
    return part === 1
      ? { kind: 'text', text: { text: whole, entries, part: 1, parts: 1, others: 0, tooLong: 0 } }
      : { kind: 'no-part', parts: 1 };
  // No part has a number of more digits than this one.
  const room = limit - opening(translator, wishes, { part: entries.length, parts: entries.length }).length;
  const { parts, tooLong } = partsOf(translator, entries, wishes, room);
  if (parts.length === 0)
    return {
      kind: 'too-small',
      needed: limit - room + Math.min(...entries.map((one) => costOf(translator, one, wishes))),
    };
  const own = parts[part - 1];
  if (own === undefined) return { kind: 'no-part', parts: parts.length };
  return {
    kind: 'text',
    text: {
      text: textOf(translator, own, wishes, { part, parts: parts.length }),
      entries: own,
      part,
      parts: parts.length,
      others: entries.length - own.length - tooLong,
      tooLong,
    },
  };
}

/** The first part is filled before the next is begun. */
function partsOf(
  translator: Translator,
  entries: readonly MemoryEntry[],
  wishes: MemoryWishes,
  room: number,
): { readonly parts: readonly (readonly MemoryEntry[])[]; readonly tooLong: number } {
  const parts: MemoryEntry[][] = [];
  let [left, tooLong] = [-1, 0];
  let groups = new Set<Group>();
  for (const entry of entries) {
    const alone = costOf(translator, entry, wishes);
    if (alone > room) {
      tooLong += 1;
      continue;
    }
    const cost = groups.has(entry.group) ? alone - headingCost(translator, entry.group) : alone;
    if (parts.length === 0 || cost > left) {
      parts.push([]);
      groups = new Set();
      left = room - alone;
    } else left -= cost;
    groups.add(entry.group);
    parts.at(-1)?.push(entry);
  }
  return { parts, tooLong };
}

/** What an entry takes at most in a part where its group has no heading yet: blank lines and all. */
function costOf(translator: Translator, entry: MemoryEntry, wishes: MemoryWishes): number {
  return headingCost(translator, entry.group) + BLANK.length + lineOf(entry, wishes).length;
}

function headingCost({ say, ui }: Translator, group: Group): number {
  return BLANK.length + say(ui.memory[group]).length;
}

const BLANK = '\n\n';

type Place = { readonly part: number; readonly parts: number };

function textOf(
  translator: Translator,
  entries: readonly MemoryEntry[],
  wishes: MemoryWishes,
  place: Place | undefined,
): string {
  const { say, ui } = translator;
  const pieces = [opening(translator, wishes, place)];
  // Entries come in the order of their groups.
  for (const group of new Set(entries.map((entry) => entry.group))) {
    const own = entries.filter((one) => one.group === group).map((one) => lineOf(one, wishes));
    if (own.length === 0) continue;
    const isList = !wishes.bare && !WHOLE.has(group) && !own.some((line) => line.includes('\n'));
    pieces.push(say(ui.memory[group]), own.join(isList ? '\n' : BLANK));
  }
  return pieces.join(BLANK);
}

function opening(translator: Translator, { made }: MemoryWishes, place: Place | undefined): string {
  const { say, ui, day } = translator;
  return [
    made === undefined ? say(ui.memory.lead_undated) : say(ui.memory.lead, { date: day(dayOf(made)) }),
    say(ui.memory.lacks),
    ...(place === undefined
      ? []
      : [say(ui.memory.part, { part: number(translator, place.part), parts: number(translator, place.parts) })]),
  ].join(' ');
}

/** Custom instructions are a text of their own, and no entries of a list. */
const WHOLE: ReadonlySet<Group> = new Set<Group>(['instructions', 'profile', 'instructions-before', 'profile-before']);

function lineOf({ group, text, noted }: MemoryEntry, { bare }: Pick<MemoryWishes, 'bare'>): string {
  if (bare || WHOLE.has(group)) return text;
  return noted === undefined ? `- ${text}` : `- [${noted}] ${text}`;
}
