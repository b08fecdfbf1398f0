// What of a made-up export another assistant holds after an import, counted against the truth by its tokens.
import { numbersOf, tokensIn } from './truth';
import type { TrueConversation, TrueMessage } from './truth';

/** A chat as the other assistant shows it: the texts of the path that it opens with, in their order. */
export type ReadChat = { readonly title: string; readonly shown: readonly string[] };

export type MovedCounts = {
  /** Conversations of the export that have something to show. */
  readonly offered: number;
  /** Those of which every message is on the path shown, in order and with no draft among them. */
  readonly whole: number;
  /** Those of which nothing is shown. */
  readonly lost: number;
  /** Those whose messages stand in another order. */
  readonly disordered: number;
  /** Chats more than one a conversation. */
  readonly doubled: number;
  /** Conversations with a title that do not have it any more. */
  readonly retitled: number;
  readonly messages: number;
  readonly kept: number;
  /** Messages of branches that were left, on the path shown. */
  readonly drafts: number;
  /** Messages that were never on the person's screen, on the path shown. */
  readonly behind: number;
};

/** Whether the person read a message's token: it was shown, or it wrote a canvas document. Pictures and empty ones have no text. */
export function isReadable({ sort, kind }: TrueMessage): boolean {
  return (sort === 'shown' && kind !== 'empty' && kind !== 'picture') || (sort === 'behind' && kind === 'canvas');
}

/** Holds the chats against the truth. A chat belongs to the conversation that most of its tokens are of. */
export function movedCounts(truth: readonly TrueConversation[], chats: readonly ReadChat[]): MovedCounts {
  const byConversation = new Map<number, ReadChat[]>();
  for (const chat of chats) {
    const index = ownerOf(chat);
    if (index !== undefined) byConversation.set(index, [...(byConversation.get(index) ?? []), chat]);
  }
  const each = truth.flatMap((one) => {
    const wanted = one.messages.filter(isReadable).map(({ token }) => token);
    return wanted.length === 0 ? [] : [countsOfOne(one, wanted, byConversation.get(one.index) ?? [])];
  });
  const sum = (of: (one: OneCount) => number): number => each.reduce((total, one) => total + of(one), 0);
  return {
    offered: each.length,
    whole: sum(({ isWhole }) => Number(isWhole)),
    lost: sum(({ kept }) => Number(kept === 0)),
    disordered: sum(({ isOrdered }) => Number(!isOrdered)),
    doubled: sum(({ copies }) => Math.max(0, copies - 1)),
    retitled: sum(({ isTitled }) => Number(!isTitled)),
    messages: sum(({ wanted }) => wanted),
    kept: sum(({ kept }) => kept),
    drafts: sum(({ drafts }) => drafts),
    behind: sum(({ behind }) => behind),
  };
}

type OneCount = {
  readonly wanted: number;
  readonly kept: number;
  readonly drafts: number;
  readonly behind: number;
  readonly copies: number;
  readonly isOrdered: boolean;
  readonly isTitled: boolean;
  readonly isWhole: boolean;
};

function countsOfOne(
  { messages, title }: TrueConversation,
  wanted: readonly string[],
  chats: readonly ReadChat[],
): OneCount {
  const found = [...new Set(chats[0]?.shown.flatMap(tokensIn))];
  const isFound = new Set(found);
  const isWanted = new Set(wanted);
  const kept = wanted.filter((token) => isFound.has(token));
  const isOrdered = kept.join() === found.filter((token) => isWanted.has(token)).join();
  const count = (...sorts: readonly TrueMessage['sort'][]): number =>
    messages.filter((one) => sorts.includes(one.sort) && !isReadable(one) && isFound.has(one.token)).length;
  const drafts = count('draft', 'aside');
  return {
    wanted: wanted.length,
    kept: kept.length,
    drafts,
    behind: count('behind'),
    copies: chats.length,
    isOrdered,
    isTitled: title === null || title.trim() === '' || chats.length === 0 || chats[0]?.title === title,
    isWhole: kept.length === wanted.length && isOrdered && drafts === 0,
  };
}

function ownerOf({ shown }: ReadChat): number | undefined {
  const votes = new Map<number, number>();
  for (const token of shown.flatMap(tokensIn)) {
    const [conversation] = numbersOf(token);
    votes.set(conversation, (votes.get(conversation) ?? 0) + 1);
  }
  return [...votes].sort(([, one], [, other]) => other - one)[0]?.[0];
}
