// Holds what a reader wrote against the truth: how many messages it lost, and how many left drafts it mixed in.
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { numbersOf } from '../exports/truth';
import type { TrueConversation } from '../exports/truth';

export type Kept = { readonly lost: number; readonly mixedIn: number; readonly conversations: number };

export type Ledger = {
  add(conversation: TrueConversation): void;
  /** Messages that were shown, with a text. */
  shown(): number;
  conversations(): number;
  heldAgainst(texts: AsyncIterable<string>): Promise<Kept>;
};

/** Keeps the truth in a byte a message: exports of 2 GiB have a million. */
export function newLedger(): Ledger {
  const sorts: Uint8Array[] = [];
  let shown = 0;
  return {
    add({ index, messages }) {
      const own = new Uint8Array(messages.length);
      for (const { token, sort, kind } of messages) {
        // The prompt of a picture is no text of the chat, and an empty message has none.
        const hasText = kind !== 'picture' && kind !== 'empty';
        const code = !hasText ? OTHER : sort === 'shown' ? SHOWN : sort === 'draft' ? DRAFT : OTHER;
        own[numbersOf(token)[1]] = code;
        if (code === SHOWN) shown += 1;
      }
      sorts[index] = own;
    },
    shown: () => shown,
    conversations: () => sorts.length,
    async heldAgainst(texts) {
      const found = sorts.map((own) => new Uint8Array(own.length));
      const touched = new Set<number>();
      for await (const text of texts) {
        for (const [token] of text.matchAll(/Tok[a-p]+Q[a-p]+Z/g)) {
          const [conversation, message] = numbersOf(token);
          const own = found[conversation];
          if (own === undefined) continue;
          own[message] = 1;
          touched.add(conversation);
        }
      }
      let [kept, mixedIn] = [0, 0];
      sorts.forEach((own, conversation) =>
        own.forEach((sort, message) => {
          if (found[conversation]?.[message] !== 1) return;
          if (sort === SHOWN) kept += 1;
          if (sort === DRAFT) mixedIn += 1;
        }),
      );
      return { lost: shown - kept, mixedIn, conversations: touched.size };
    },
  };
}

const [OTHER, SHOWN, DRAFT] = [0, 1, 2];

/** All texts of a folder, in pieces that overlap by more than a token: one found twice is one. */
export async function* textsIn(
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): AsyncGenerator<string> {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isWanted(entry.name)) continue;
    let rest = '';
    for await (const part of createReadStream(join(entry.parentPath, entry.name), {
      encoding: 'utf8',
      highWaterMark: 1 << 20,
    })) {
      const text = rest + String(part);
      yield text;
      rest = text.slice(-64);
    }
  }
}
