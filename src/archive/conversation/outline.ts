// What a check has to know of one conversation: counts, times and ids; of its words only the title.
import type { RememberedThen } from './remembered';

/** Times are epoch seconds; `undefined` where the export says nothing usable. */
export type Outline = {
  readonly id: string | undefined;
  /** As the person gave it; `undefined` when null, missing or blank. */
  readonly title: string | undefined;
  readonly created: number | undefined;
  readonly updated: number | undefined;
  readonly messages: MessageCounts;
  readonly path: PathOddities;
  /** Ids of assets the conversation refers to, each once: `file-…` or `file_…`, without scheme and fragment. */
  readonly assets: readonly string[];
  /** Image pointers, and pieces of speech with their text, of messages on the path. */
  readonly images: number;
  readonly voice: number;
  /** Content types and part types nobody has described yet, of any message, each once. */
  readonly unknownTypes: readonly string[];
  /** Custom instructions, memory and notes in any message of the conversation. */
  readonly remembered: readonly RememberedThen[];
};

/** How many messages of each sort; see `message-sort.ts`. */
export type MessageCounts = {
  /** On the path, and seen by the person. */
  readonly shown: number;
  /** The rest of the path: tool calls and their output, thinking, context, hidden and empty ones. */
  readonly behind: number;
  /** Messages like the shown ones on branches the person left. */
  readonly drafts: number;
};

export type PathOddities = {
  /** `current_node` was missing or led nowhere: the newest leaf was taken. */
  readonly guessed: boolean;
  /** A node of the path names a parent that is not there. */
  readonly broken: boolean;
  /** The parents of the path run in a circle. */
  readonly circle: boolean;
};

/** An object without id, title, time and message is no conversation. */
export function saysAnything({ id, title, created, updated, messages }: Outline): boolean {
  return (id ?? title ?? created ?? updated) !== undefined || messages.shown + messages.behind + messages.drafts > 0;
}
