// One conversation as people know it: the path they saw, the branches they left, and what each message holds.
import type { MessageSort } from './message-sort';
import type { PathOddities } from './outline';
import type { RememberedThen } from './remembered';

/** Times are epoch seconds. `undefined` where the export says nothing usable. */
export type Conversation = {
  /** `conversation_id` or `id`; `position-<n>` where both are missing. */
  readonly id: string;
  readonly title: string | undefined;
  readonly created: number | undefined;
  readonly updated: number | undefined;
  /** The model's slug. */
  readonly model: string | undefined;
  /** `g-p-…` of a project, whose name the export does not have, or `g-…` of a custom GPT. */
  readonly project: string | undefined;
  readonly gpt: string | undefined;
  readonly isArchived: boolean;
  readonly isStarred: boolean;
  /** The whole path from first to last; `sort` says which of it the person saw. */
  readonly path: readonly Message[];
  /** What the person left: in the order of the mapping, each from where it leaves the path or another branch. */
  readonly branches: readonly Branch[];
  /** Custom instructions, memory and notes in any of its messages. */
  readonly remembered: readonly RememberedThen[];
  readonly oddities: PathOddities;
};

/** `after`: index in `path` of the last message both share; -1 where it starts anew. */
export type Branch = { readonly after: number; readonly messages: readonly Message[] };

export type Message = {
  readonly id: string | undefined;
  readonly role: string | undefined;
  /** The tool's name, such as `python`. */
  readonly name: string | undefined;
  readonly recipient: string | undefined;
  readonly created: number | undefined;
  readonly model: string | undefined;
  readonly sort: MessageSort;
  readonly parts: readonly Part[];
  /** Sources that its text names, in the order in which they are first named. */
  readonly citations: readonly Citation[];
};

/** What stands in a message, in order. Texts are exactly as exported. `asset` is an id: `file-…` or `file_…`. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly language: string | undefined; readonly text: string }
  | { readonly kind: 'output'; readonly text: string }
  | {
      readonly kind: 'quote';
      readonly title: string | undefined;
      readonly url: string | undefined;
      readonly text: string;
    }
  | { readonly kind: 'image' | 'audio' | 'video'; readonly asset: string; readonly prompt?: string }
  /** What was said aloud, as text; `by` is who spoke. */
  | { readonly kind: 'speech'; readonly text: string; readonly by: 'person' | 'assistant' | undefined }
  | { readonly kind: 'attachment'; readonly asset: string; readonly name: string | undefined }
  /** A canvas document as it was made or rewritten (`content`), or edits to one that were not applied here. */
  | {
      readonly kind: 'canvas';
      readonly name: string | undefined;
      readonly type: string | undefined;
      readonly content: string;
    }
  | {
      readonly kind: 'canvas-edits';
      readonly edits: readonly { readonly pattern: string; readonly replacement: string }[];
    }
  | { readonly kind: 'thinking'; readonly summary: string | undefined; readonly text: string }
  | { readonly kind: 'error'; readonly name: string | undefined; readonly text: string }
  | { readonly kind: 'instructions'; readonly profile: string | undefined; readonly text: string | undefined }
  | { readonly kind: 'memory'; readonly text: string }
  /** A content or part type nobody has described yet, as JSON. */
  | { readonly kind: 'unknown'; readonly type: string; readonly json: string };

/** `mark` is the exact text in the message that stands for it; it may stand there several times and name several sources. */
export type Citation = {
  readonly mark: string;
  readonly sources: readonly { readonly title: string | undefined; readonly url: string }[];
};
