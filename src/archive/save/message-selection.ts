// Selects the messages of a conversation that a save writes, in order: those the person saw, and when asked for drafts and hidden ones.
import type { Conversation, Message, Part } from '../conversation/conversation';
import { timeOf } from './names';
import type { SaveWords } from './words';

/** `drafts`: with what the person left. `all`: with tool calls, their output, thinking and hidden context. */
export type Extent = { readonly drafts: boolean; readonly all: boolean };

/** A message as it is written: who, when, and those of its parts that are wanted. */
export type Turn = { readonly message: Message; readonly parts: readonly Part[] };

/** Messages written one after the other: a piece of the path, or a draft, which stands behind the turn it branches off from. `number` counts drafts from 1. */
export type MessageRun =
  | { readonly kind: 'path'; readonly turns: readonly Turn[] }
  | { readonly kind: 'draft'; readonly number: number; readonly turns: readonly Turn[] };

/** The runs of a conversation in the order they are written. Empty ones are left out. */
export function messageRuns(
  { path, branches }: Pick<Conversation, 'path' | 'branches'>,
  extent: Extent,
): readonly MessageRun[] {
  const leaving = new Map<number, (typeof branches)[number][]>();
  for (const branch of extent.drafts ? branches : []) {
    const there = leaving.get(branch.after);
    if (there === undefined) leaving.set(branch.after, [branch]);
    else there.push(branch);
  }
  const runs: MessageRun[] = [];
  let number = 0;
  let turns: Turn[] = [];
  const cut = (): void => {
    if (turns.length > 0) runs.push({ kind: 'path', turns });
    turns = [];
  };
  const branchOff = (after: number): void => {
    for (const { messages } of leaving.get(after) ?? []) {
      const left = messages.flatMap((message) => turnOf(message, extent) ?? []);
      if (left.length === 0) continue;
      cut();
      number += 1;
      runs.push({ kind: 'draft', number, turns: left });
    }
  };
  branchOff(-1);
  for (const [index, message] of path.entries()) {
    const turn = turnOf(message, extent);
    if (turn !== undefined) turns.push(turn);
    branchOff(index);
  }
  cut();
  return runs;
}

/** Canvas documents are written in tool calls, but a person saw them: they stay. */
function turnOf(message: Message, { all }: Extent): Turn | undefined {
  const { sort, parts } = message;
  const wanted =
    sort === 'shown' || (all && sort !== 'empty')
      ? parts
      : sort === 'tool'
        ? parts.filter(({ kind }) => kind === 'canvas' || kind === 'canvas-edits')
        : [];
  return wanted.length === 0 ? undefined : { message, parts: wanted };
}

/** "You", "ChatGPT", "ChatGPT (python)", with what there is to say about how: spoken, thinking, not shown. */
export function speakerOf({ message, parts }: Turn, words: SaveWords): string {
  const { role, name, recipient, sort } = message;
  const who =
    role === 'user'
      ? words.you
      : role === 'assistant'
        ? words.chatgpt
        : role === 'system'
          ? words.system
          : role === 'tool' || role === undefined
            ? words.chatgpt
            : role;
  const tool =
    role === 'tool'
      ? name
      : sort === 'tool' && recipient !== 'all' && recipient?.startsWith('canmore.') !== true
        ? recipient
        : undefined;
  const how = [
    ...(tool === undefined ? [] : [tool]),
    ...(parts.some(({ kind }) => kind === 'speech') ? [words.spoken] : []),
    ...(sort === 'thinking' ? [words.thinking] : []),
    ...(sort === 'hidden' || sort === 'context' ? [words.hidden] : []),
  ];
  return how.length === 0 ? who : `${who} (${how.join(', ')})`;
}

/** `2024-05-12 10:11 UTC`: the same on every machine. */
export function momentOf(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : `${timeOf(seconds).slice(0, 16).replace('T', ' ')} UTC`;
}

/** The title, or words for a chat that has none. */
export function titleOf({ title }: Pick<Conversation, 'title'>, words: SaveWords): string {
  return title === undefined || title.trim() === '' ? words.untitled : title;
}

/** Messages of the path that the person saw: the same number that a check counts. */
export function messagesIn(runs: readonly MessageRun[]): number {
  return runs.reduce(
    (sum, { kind, turns }) =>
      sum + (kind === 'path' ? turns.filter(({ message }) => message.sort === 'shown').length : 0),
    0,
  );
}

/** Ids of the assets that stand in these turns, each once. */
export function assetsIn(runs: readonly MessageRun[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { turns } of runs)
    for (const { parts } of turns)
      for (const part of parts)
        if (part.kind === 'image' || part.kind === 'audio' || part.kind === 'video' || part.kind === 'attachment')
          found.add(part.asset);
  return found;
}

/** Files that ChatGPT offered to download and never put into an export: `/mnt/data/table.csv`, each once. */
export function sandboxFilesIn(runs: readonly MessageRun[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { turns } of runs) {
    for (const { parts } of turns) {
      for (const part of parts) {
        if (part.kind !== 'text' || !part.text.includes('sandbox:')) continue;
        for (const [, path = ''] of part.text.matchAll(/sandbox:(\/mnt\/data\/[^\s)\]>"'`]+)/g)) found.add(path);
      }
    }
  }
  return found;
}
