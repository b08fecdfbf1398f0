// The words that stand in saved files: all of them come in from outside, in the language of the person.

import type { ChatFileFormat } from './save-manifest';

export type SaveWords = {
  /** BCP 47 tag. */
  readonly lang: string;
  readonly untitled: string;
  /** Who speaks. */
  readonly you: string;
  readonly chatgpt: string;
  readonly system: string;
  /** Beside the one who speaks. */
  readonly spoken: string;
  readonly thinking: string;
  readonly hidden: string;
  /** Around what the person left. */
  readonly draft: (number: number) => string;
  readonly draftEnd: (number: number) => string;
  readonly image: string;
  readonly audio: string;
  readonly video: string;
  readonly file: string;
  readonly document: string;
  readonly documentEdits: string;
  readonly error: string;
  readonly memory: string;
  readonly instructions: string;
  /** A content type that nobody has described yet. */
  readonly unknown: (type: string) => string;
  readonly notShipped: string;
  /** Above the list at the end of a conversation. */
  readonly notShippedList: string;
  /** Facts at the head of a page. */
  readonly created: string;
  readonly updated: string;
  readonly model: string;
  readonly project: string;
  readonly sources: string;
  readonly index: IndexWords;
  readonly sidePages: SidePageWords;
  /** Of formats that another program takes. */
  readonly imports: Readonly<Partial<Record<ChatFileFormat, ImportWords>>>;
};

/** How another program takes the files, step by step, and what it does not take. Markdown. */
export type ImportWords = {
  readonly title: string;
  readonly steps: readonly string[];
  readonly below: readonly string[];
};

/** For the page that lists everything. */
export type IndexWords = {
  readonly title: string;
  readonly what: (conversations: number, messages: number, files: number) => string;
  readonly times: string;
  readonly conversations: string;
  readonly search: string;
  /** U+FFFC stands where the number goes. */
  readonly found: string;
  readonly back: string;
  readonly undated: string;
  /** Above the files with chats; how many stand in one. */
  readonly chatFiles: string;
  readonly chatsIn: (count: number) => string;
  readonly leftOut: string;
  /** `options`: what to type to have them, as code. */
  readonly drafts: (count: number, options: string) => string;
  readonly behind: (count: number, options: string) => string;
  readonly filtered: (count: number) => string;
  readonly notShipped: (count: number) => string;
  readonly empty: (count: number) => string;
  readonly damaged: string;
  /** Only conversations were given. */
  readonly alone: string;
};

/** For custom instructions, memory and shared links. */
export type SidePageWords = {
  readonly instructions: string;
  readonly instructionsWhat: string;
  readonly profile: string;
  readonly text: string;
  readonly memory: string;
  readonly memoryWhat: string;
  readonly memoryWrites: string;
  readonly shared: string;
  readonly sharedWhat: string;
  /** "12 May 2024 to 3 June 2025"; days as `YYYY-MM-DD`. */
  readonly span: (first: string, last: string) => string;
  readonly undated: string;
};
