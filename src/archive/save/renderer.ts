// The port of a renderer: turns a conversation, the list of all of them and the side pages into the text of files.
import type { Conversation } from '../conversation/conversation';
import type { SidePage } from './side-pages';
import type { Page, Places } from './page';
import type { MessageRun } from './message-selection';
import type { ImportWords, SaveWords } from './words';
import type { ChatFile } from './write-chat-files';

export interface Renderer {
  /** Of every page; with its dot. */
  readonly ending: '.md' | '.html';
  /** The file that lists everything. */
  readonly indexName: string;
  page(conversation: Conversation, runs: readonly MessageRun[], places: Places, words: SaveWords): Page;
  sidePage(page: SidePage, words: SaveWords): string;
  /** In pieces, since the list can be long. */
  index(contents: Contents, words: SaveWords): Iterable<string>;
}

/** Everything that the list names. Paths are inside the save. */
export type Contents = {
  /** Saved this time. */
  readonly count: number;
  /** Newest first; `undefined` where all are in one file. */
  readonly conversations:
    | Iterable<{
        readonly path: string;
        readonly title?: string | undefined;
        readonly created?: number | undefined;
        readonly project?: string | undefined;
      }>
    | undefined;
  /** The files that hold them instead, with how many stand in each, and how another program takes them. */
  readonly chatFiles: readonly ChatFile[];
  readonly importing: ImportWords | undefined;
  readonly messages: number;
  readonly files: number;
  readonly documents: number;
  readonly sidePages: readonly { readonly name: string; readonly title: string }[];
  /** In words: what is not in the folder, and why. */
  readonly leftOut: readonly string[];
};
