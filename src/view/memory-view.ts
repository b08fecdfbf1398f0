// What is said beside the text of what is remembered: how much it is, what is not in it, where it can go. And what a program gets.
import type { MemoryEntry } from '../archive/memory/memory-entries';
import type { MemoryRead } from '../archive/memory/read-memory';
import type { Message } from '../content/schema';
import type { Block, Document, Json } from './document';
import { paragraph } from './document';
import { dayOf } from './export-facts';
import { number, troubleLines } from './export-troubles';
import type { MemoryText } from './memory-text';
import { isReadWhole, UNREAD } from './save-view';
import type { Translator } from './translator';

/** Where the text is to go: an assistant of the list, or a program with a model of one's own. */
export type MemoryTarget = 'claude' | 'gemini' | 'lumo' | 'local';

/** `earlier`: texts of earlier instructions that were left out. */
export type MemoryReport = {
  readonly read: MemoryRead;
  readonly earlier: number;
  readonly target: MemoryTarget | undefined;
  readonly limit: number | undefined;
};

/** Texts that the reading had no room for. */
export function droppedTexts({ notes }: Pick<MemoryRead, 'notes'>): number {
  const { instructions, memory, notes: written } = notes.counts().remembered;
  const held = notes.instructions().length + notes.memory().length + notes.memoryWrites().length;
  return instructions.texts + memory.texts + written.texts - held;
}

/** For the eyes, beside the text. */
export function memoryRemarks(
  translator: Translator,
  { text, entries, part, parts, others, tooLong }: MemoryText,
  { read, earlier, target, limit }: MemoryReport,
): Document {
  const { say, line, ui } = translator;
  const words = ui.memory;
  const n = (count: number): string => number(translator, count);
  const dropped = droppedTexts(read);
  return documentOf(translator, [
    paragraph(say(words.size, { n: entries.length, size: text.length })),
    paragraph(say(words.read_first), 'warning'),
    ...some(others, () => say(words.cut, { n: others, part: n(part), parts: n(parts) })),
    ...some(tooLong, () => say(words.too_long, { n: tooLong, limit: n(limit ?? 0) })),
    ...some(dropped, () => say(words.dropped, { n: dropped })),
    ...some(earlier, () => say(words.earlier, { n: earlier })),
    paragraph(line(words.by_hand)),
    ...targetBlocks(translator, target),
  ]);
}

/** Nothing was found, and what can be done. */
export function noMemoryDocument(translator: Translator, read: Pick<MemoryRead, 'faults' | 'doubts'>): Document {
  const { say, line, ui } = translator;
  return documentOf(translator, [
    paragraph(say(isReadWhole(read) ? ui.memory.nothing : ui.memory.nothing_damaged)),
    paragraph(line(ui.memory.nothing_next)),
  ]);
}

/** What could not be read and may have held more; `undefined` where all was read. */
export function memoryTroubles(
  translator: Translator,
  { faults, doubts }: Pick<MemoryRead, 'faults' | 'doubts'>,
): Document | undefined {
  const lines = troubleLines(translator, { faults, doubts: doubts.filter(({ kind }) => UNREAD.has(kind)) });
  if (lines.length === 0) return undefined;
  return documentOf(translator, [
    {
      kind: 'list',
      ordered: false,
      items: lines.map((one) => [one]),
      title: translator.say(translator.ui.save.trouble),
      tone: 'warning',
    },
  ]);
}

/** One remark. */
export function memoryRemark(translator: Translator, message: Message): Document {
  return documentOf(translator, [paragraph(translator.line(message))]);
}

/** `laidOut` is left out where nothing was found. */
export function memoryResult(
  laidOut: MemoryText | undefined,
  { read, earlier, target, limit }: MemoryReport,
  copied: string | undefined,
): Json {
  const { notes, conversations, made, faults, doubts } = read;
  return {
    made: made === undefined ? undefined : dayOf(made),
    for: target,
    limit,
    part: laidOut?.part,
    parts: laidOut?.parts,
    text: laidOut?.text,
    characters: laidOut?.text.length,
    entries: (laidOut?.entries ?? []).map(entryResult),
    left: {
      otherParts: laidOut?.others ?? 0,
      tooLong: laidOut?.tooLong ?? 0,
      earlier,
      dropped: droppedTexts(read),
    },
    copied,
    conversations,
    ...notes.counts(),
    faults: faults.map((one) => ({ ...one })),
    doubts: doubts.map((one) => ({ ...one })),
  };
}

function entryResult({ group, text, noted, first, last, chats }: MemoryEntry): Json {
  const isBefore = group.endsWith('-before');
  return {
    kind: isBefore ? group.slice(0, -'-before'.length) : group,
    current: !isBefore,
    text,
    noted,
    first: first === undefined ? undefined : dayOf(first),
    last: last === undefined ? undefined : dayOf(last),
    chats,
  };
}

/** What the assistant takes, where, and that no limit is known: the facts of the list of assistants. */
function targetBlocks({ say, ui, day, catalogue }: Translator, target: MemoryTarget | undefined): readonly Block[] {
  if (target === undefined) return [];
  if (target === 'local') return [paragraph(say(ui.memory.local), 'plain', say(ui.memory.local_name))];
  const { guide, words } = catalogue;
  const own = guide.alternatives.find(({ id }) => id === target);
  if (own === undefined) throw new Error(`no assistant "${target}"`);
  const page = own.link === undefined ? undefined : guide.links[own.link]?.url;
  const checked = say(ui.common.checked, { date: day(own.checked) });
  return [
    paragraph(`${say(words.alternatives[target]?.imports ?? '')} (${checked})`, 'plain', own.name),
    ...(own.noLimitFound === undefined
      ? []
      : [paragraph(say(ui.memory.no_limit, { name: own.name, date: day(own.noLimitFound) }))]),
    ...(page === undefined ? [] : [{ kind: 'page', url: page } as const]),
  ];
}

function some(n: number, text: () => string): readonly Block[] {
  return n === 0 ? [] : [paragraph(text())];
}

function documentOf({ lang }: Translator, blocks: readonly Block[]): Document {
  return { lang, title: '', blocks, result: null };
}
