// Collects custom instructions, memory and notes from all conversations, each different text once.
import type { Conversation } from '../conversation/conversation';
import { keyOf, rememberedTally } from '../conversation/remembered';
import type { RememberedCounts } from '../conversation/remembered';

/** A text, the times of the first and last conversation it stands in (epoch seconds), and how many conversations these are. */
export type Noted = {
  readonly text: string;
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly chats: number;
};
/** `profile`: what ChatGPT should know. `text`: how it should answer. */
export type Instructions = Noted & { readonly profile: string | undefined };

export interface PersonalNotes {
  look(
    conversation: Pick<Conversation, 'created' | 'updated' | 'remembered'> & { readonly id: string | undefined },
  ): void;
  /** Newest first. */
  instructions(): readonly Instructions[];
  /** Memory as ChatGPT had it before a conversation. */
  memory(): readonly Noted[];
  /** What ChatGPT wrote into its memory, sentence by sentence. */
  memoryWrites(): readonly Noted[];
  /** The same numbers as those of a check. */
  counts(): RememberedCounts;
}

/** Holds up to 4 million characters of each: the older half goes when there is more. */
export function personalNotes(most = 4_000_000): PersonalNotes {
  const [instructions, memory, writes] = [collection(most), collection(most), collection(most)];
  const tally = rememberedTally();
  const collections = { instructions, memory, note: writes };
  return {
    look({ id, created, updated, remembered }) {
      const isNew = tally.add(id, remembered);
      const counted = new Set<string>();
      for (const one of remembered) {
        const key = `${one.kind} ${keyOf(one)}`;
        const counts = isNew && !counted.has(key);
        counted.add(key);
        collections[one.kind].add(one, one.created ?? updated ?? created, counts);
      }
    },
    counts: () => tally.counts(),
    instructions: () => instructions.newestFirst(),
    memory: () => memory.newestFirst(),
    memoryWrites: () => writes.newestFirst(),
  };
}

interface Collection {
  /** `counts`: another conversation holds it. */
  add(one: Pick<Instructions, 'text' | 'profile'>, time: number | undefined, counts: boolean): void;
  newestFirst(): readonly Instructions[];
}

function collection(most: number): Collection {
  const found = new Map<string, { -readonly [K in keyof Instructions]: Instructions[K] }>();
  let size = 0;
  const newestFirst = (): Instructions[] =>
    [...found.values()].sort((one, other) => (other.last ?? 0) - (one.last ?? 0));
  return {
    newestFirst,
    add({ text, profile }, time, counts) {
      const key = keyOf({ text, profile });
      const known = found.get(key);
      if (known !== undefined) {
        known.chats += counts ? 1 : 0;
        if (time === undefined) return;
        known.first = Math.min(known.first ?? time, time);
        known.last = Math.max(known.last ?? time, time);
        return;
      }
      // A copy that changed may hold what the first one did not.
      found.set(key, { text, profile, first: time, last: time, chats: 1 });
      size += key.length;
      if (size <= most || found.size < 2) return;
      const kept = newestFirst().slice(0, Math.ceil(found.size / 2));
      found.clear();
      size = 0;
      for (const one of kept) {
        const again = keyOf(one);
        found.set(again, { ...one });
        size += again.length;
      }
    },
  };
}
