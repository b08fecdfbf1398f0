// What is remembered of a person as entries: grouped, each text once, the newest first.
import { dayOf } from '../save/names';
import type { Instructions, Noted, PersonalNotes } from '../save/personal-notes';
import { entriesIn } from './entries-in';
import { ownWords } from './own-words';

/** In the order in which they are given. `instructions`: how ChatGPT should answer. `profile`: what it should know. `note`: what it wrote down. `memory`: what it had. */
export const GROUPS = [
  'instructions',
  'profile',
  'note',
  'memory',
  'memory-before',
  'instructions-before',
  'profile-before',
] as const;
/** With `-before`: in an earlier version, and no longer in the last one. */
export type Group = (typeof GROUPS)[number];

export type MemoryEntry = {
  readonly group: Group;
  /** As it is exported, without blanks around it. */
  readonly text: string;
  /** The day on which ChatGPT noted it, `YYYY-MM-DD`: stated in a memory, that of the chat for a note. */
  readonly noted: string | undefined;
  /** When it was first and last seen in a chat; epoch seconds. */
  readonly first: number | undefined;
  readonly last: number | undefined;
  /** In how many chats, each form of a memory counted by itself. */
  readonly chats: number;
};

/**
 * All of it, newest first; of the same day, in the order of the groups and of the export. A text that stands in several
 * groups is in the first of them. Custom instructions are versions of each other, so earlier ones are left out without `all`.
 */
export function memoryEntries(
  notes: PersonalNotes,
  { all = false }: { readonly all?: boolean } = {},
): {
  readonly entries: readonly MemoryEntry[];
  /** How many texts of earlier instructions were left out. */
  readonly earlier: number;
} {
  const versions = notes.instructions();
  const found = [
    ...versions.flatMap((one) => instructionEntries(one, isCurrent(one, versions))),
    ...notes.memoryWrites().flatMap(noteEntries),
    ...listEntries(notes.memory()),
  ];
  const once = new Map<string, MemoryEntry>();
  for (const group of GROUPS)
    for (const one of found) {
      if (one.group !== group) continue;
      const known = once.get(one.text);
      once.set(one.text, known === undefined ? one : joined(known, one));
    }
  const entries = [...once.values()].filter(({ group }) => all || !EARLIER.has(group));
  return { entries: entries.sort(byDay), earlier: once.size - entries.length };
}

const EARLIER: ReadonlySet<Group> = new Set<Group>(['instructions-before', 'profile-before']);

/** `all` are in order, newest first. Where no time is known nobody can tell which version is the last. */
function isCurrent({ last }: Pick<Noted, 'last'>, all: readonly Pick<Noted, 'last'>[]): boolean {
  return last === all[0]?.last;
}

function instructionEntries({ text, profile, ...seen }: Instructions, current: boolean): readonly MemoryEntry[] {
  return (['instructions', 'profile'] as const).flatMap((group): readonly MemoryEntry[] => {
    const own = ownWords((group === 'profile' ? profile : text) ?? '');
    return own === '' ? [] : [{ ...seen, group: current ? group : `${group}-before`, text: own, noted: undefined }];
  });
}

/** Calls of other forms, such as JSON, stay as they are: what they ask for may be to forget. */
function noteEntries({ text, ...seen }: Noted): readonly MemoryEntry[] {
  return entriesIn(text).map((entry) => ({
    ...seen,
    group: 'note',
    text: entry.text,
    noted: entry.noted ?? (seen.last === undefined ? undefined : dayOf(seen.last)),
  }));
}

/** Each chat had the memory of its day: what the last one lacks was changed or forgotten since, or not given to it. */
function listEntries(memory: readonly Noted[]): readonly MemoryEntry[] {
  const lists = memory.map(({ text, ...seen }) => ({ seen, entries: entriesIn(text) }));
  const last = new Set(
    lists.flatMap(({ seen, entries }) => (isCurrent(seen, memory) ? entries.map(({ text }) => text) : [])),
  );
  return lists.flatMap(({ seen, entries }) =>
    entries.map(({ text, noted }) => ({
      ...seen,
      group: last.has(text) ? ('memory' as const) : ('memory-before' as const),
      text,
      noted,
    })),
  );
}

function joined(one: MemoryEntry, other: MemoryEntry): MemoryEntry {
  return {
    ...one,
    noted: one.noted ?? other.noted,
    first: least(one.first, other.first),
    last:
      one.last === undefined || other.last === undefined ? (one.last ?? other.last) : Math.max(one.last, other.last),
    chats: one.chats + other.chats,
  };
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/** The newest first: what is undated comes last. */
function byDay(one: MemoryEntry, other: MemoryEntry): number {
  const [day, otherDay] = [dayFor(one), dayFor(other)];
  return day === otherDay ? 0 : day > otherDay ? -1 : 1;
}

/** The day it was noted goes before the day it was seen, which for a memory is every day since. */
function dayFor({ noted, last }: MemoryEntry): string {
  return noted ?? (last === undefined ? '' : dayOf(last));
}
