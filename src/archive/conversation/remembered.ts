// What chats hold about the person: custom instructions, memory as ChatGPT had it, and the notes it wrote into that memory.
import type { Fields } from '../container/parsed-json';
import { fieldsOf } from '../container/parsed-json';
import { textOf, timeOf } from '../json/fields';
import { idTable } from './id-table';
import { readParts } from './parts';

/** `profile` is of instructions: what ChatGPT should know, beside how it should answer. */
export type Remembered = { readonly kind: Kind; readonly text: string; readonly profile: string | undefined };
type Kind = 'instructions' | 'memory' | 'note';
/** `created` is the message's time, in epoch seconds. */
export type RememberedThen = Remembered & { readonly created: number | undefined };

/** The facts of a message that tell whether it may hold something remembered. */
export type RememberingFacts = {
  readonly role: string | undefined;
  readonly isBioTool: boolean;
  readonly contentType: string | undefined;
  readonly recipient: string | undefined;
};

export function rememberingFacts(message: Fields): RememberingFacts {
  const author = fieldsOf(message['author']);
  const role = textOf(author?.['role']);
  return {
    role,
    isBioTool: isBioTool(role, textOf(author?.['name'])),
    contentType: textOf(fieldsOf(message['content'])?.['content_type']),
    recipient: textOf(message['recipient']),
  };
}

/** The tool that keeps the memory; `bio.update` and the like are calls of it too. */
export function isBio(name: string | undefined): boolean {
  return name === 'bio' || name?.startsWith('bio.') === true;
}

/** Whether a message is that tool's answer to a note. */
export function isBioTool(role: string | undefined, name: string | undefined): boolean {
  return role === 'tool' && isBio(name);
}

/**
 * The nodes whose messages may hold something remembered, in their order. The newest exports name no recipient: there the message that the
 * tool answered was a note. `parents` as in `Tree`.
 */
export function rememberingNodes(
  facts: readonly (RememberingFacts | undefined)[],
  parents: ArrayLike<number>,
): readonly RememberingNode[] {
  let answered: Set<number> | undefined;
  facts.forEach((one, node) => {
    if (one?.isBioTool === true) (answered ??= new Set()).add(parents[node] ?? -1);
  });
  const found: RememberingNode[] = [];
  facts.forEach((one, node) => {
    if (one === undefined) return;
    const isNote =
      isBio(one.recipient) || (one.recipient === undefined && one.role === 'assistant' && answered?.has(node) === true);
    if (isNote || one.contentType === 'user_editable_context' || one.contentType === 'model_editable_context')
      found.push({ node, isNote });
  });
  return found;
}

export type RememberingNode = { readonly node: number; readonly isNote: boolean };

/** What such a message holds; texts as they are exported. */
export function rememberedIn(message: Fields, isNote: boolean): readonly RememberedThen[] {
  const created = timeOf(message['create_time']);
  return readParts(message).flatMap((part): RememberedThen[] => {
    if (part.kind === 'instructions')
      return [{ kind: 'instructions', text: part.text ?? '', profile: part.profile, created }];
    if (part.kind === 'memory') return [{ kind: 'memory', text: part.text, profile: undefined, created }];
    return isNote && (part.kind === 'text' || part.kind === 'code') && part.text.trim() !== ''
      ? [{ kind: 'note', text: part.text, profile: undefined, created }]
      : [];
  });
}

/** Two are the same text when their keys are the same. */
export function keyOf({ text, profile }: Pick<Remembered, 'text' | 'profile'>): string {
  return profile === undefined ? text : JSON.stringify([text, profile]);
}

/** Different conversations that hold some, and different texts. */
export type RememberedCount = { readonly chats: number; readonly texts: number };
export type RememberedCounts = {
  /** Conversations that carry custom instructions; those that carry memory or notes. */
  readonly instructions: number;
  readonly memory: number;
  readonly remembered: {
    readonly instructions: RememberedCount;
    readonly memory: RememberedCount;
    readonly notes: RememberedCount;
  };
};

const MOST = 2_000_000;
const KINDS = ['instructions', 'memory', 'note'] as const satisfies readonly Kind[];
const BIT = { instructions: 1, memory: 2, note: 4 } as const;

/** Counts what is remembered, for a check and a save alike. Each id counts once; conversations without an id are all different. */
export function rememberedTally(): {
  /** Gives whether this conversation is new, and no further copy of one that held some. */
  add(id: string | undefined, remembered: readonly Remembered[]): boolean;
  counts(): RememberedCounts;
} {
  const [ids, keys] = [idTable(MOST), idTable(MOST)];
  /** Which kinds each conversation was seen to hold. */
  let held = new Uint8Array(64);
  const chats = { instructions: 0, memory: 0, note: 0, either: 0 };
  const texts = { instructions: 0, memory: 0, note: 0 };
  let nameless = 0;
  return {
    add(id, remembered) {
      if (remembered.length === 0) return false;
      nameless += id === undefined ? 1 : 0;
      const seen = ids.count();
      const number = ids.put(id ?? `\0${nameless}`) ?? MOST;
      if (number >= held.length) {
        const wider = new Uint8Array(Math.max(number + 1, held.length * 2));
        wider.set(held);
        held = wider;
      }
      const before = held[number] ?? 0;
      let now = before;
      for (const one of remembered) {
        now |= BIT[one.kind];
        const known = keys.count();
        if (keys.put(`${one.kind} ${keyOf(one)}`) === known) texts[one.kind] += 1;
      }
      held[number] = now;
      for (const kind of KINDS) if ((now & ~before & BIT[kind]) !== 0) chats[kind] += 1;
      if ((now & MEMORY) !== 0 && (before & MEMORY) === 0) chats.either += 1;
      return number >= seen;
    },
    counts: () => ({
      instructions: chats.instructions,
      memory: chats.either,
      remembered: {
        instructions: { chats: chats.instructions, texts: texts.instructions },
        memory: { chats: chats.memory, texts: texts.memory },
        notes: { chats: chats.note, texts: texts.note },
      },
    }),
  };
}

const MEMORY = BIT.memory | BIT.note;
