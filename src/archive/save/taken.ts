// Which conversations a save has taken so far: of copies the one that changed last, and what each of them counts for.
import type { Conversation } from '../conversation/conversation';
import type { Extent } from './message-selection';

/** What is kept of a conversation that was written: numbers only, since there may be a hundred thousand conversations. */
export type Taken = {
  readonly updated: number;
  readonly drafts: number;
  readonly behind: number;
  messages: number;
  documents: number;
  /** Where it was written: in the output's log, or the number of its first line. */
  place: number;
  /** How many lines it took, where it is lines; 0 when it has no message. */
  lines: number | undefined;
};

export interface TakenConversations {
  /**
   * Whether to write a conversation: `undefined` when a copy that is as new was written before. `older`: where an older copy was
   * written. The caller sets `messages`, `documents` and `place` of `facts`.
   */
  take(conversation: Conversation): { readonly facts: Taken; readonly older: Taken | undefined } | undefined;
  has(id: string): boolean;
  count(): number;
  /** Further copies of conversations that were offered. */
  copies(): number;
  totals(): {
    readonly messages: number;
    readonly documents: number;
    readonly draftsLeft: number;
    readonly behindLeft: number;
    /** Conversations without a message, where those are not written. */
    readonly empty: number;
  };
}

export function takenConversations(extent: Extent): TakenConversations {
  const taken = new Map<string, Taken>();
  let copies = 0;
  const sum = (of: (facts: Taken) => number): number => {
    let all = 0;
    for (const facts of taken.values()) all += of(facts);
    return all;
  };
  return {
    take(conversation) {
      const updated = conversation.updated ?? conversation.created ?? 0;
      const older = taken.get(conversation.id);
      if (older !== undefined) copies += 1;
      if (older !== undefined && older.updated >= updated) return undefined;
      const facts: Taken = {
        updated,
        ...unwritten(conversation, extent),
        messages: 0,
        documents: 0,
        place: -1,
        lines: undefined,
      };
      taken.set(conversation.id, facts);
      return { facts, older };
    },
    has: (id) => taken.has(id),
    count: () => taken.size,
    copies: () => copies,
    totals: () => ({
      messages: sum(({ messages }) => messages),
      documents: sum(({ documents }) => documents),
      draftsLeft: sum(({ drafts }) => drafts),
      behindLeft: sum(({ behind }) => behind),
      empty: sum(({ lines }) => (lines === 0 ? 1 : 0)),
    }),
  };
}

/** Messages that this extent leaves out. */
function unwritten(
  { path, branches }: Conversation,
  { drafts, all }: Extent,
): { readonly drafts: number; readonly behind: number } {
  const shown = branches.reduce((sum, { messages }) => sum + messages.filter(({ sort }) => sort === 'shown').length, 0);
  return {
    drafts: drafts ? 0 : shown,
    behind: all ? 0 : path.filter(({ sort }) => sort !== 'shown' && sort !== 'empty').length,
  };
}
