// What a renderer makes of one conversation, and where it finds the files that a page links to.
import type { Conversation, Message } from '../conversation/conversation';

/** A finished page, and files that go with it: canvas documents. Paths are inside the save, with `/`. */
export type Page = {
  readonly text: string;
  readonly documents: readonly { readonly path: string; readonly content: string }[];
  /** Messages in it that the person saw. */
  readonly messages: number;
};

export type Places = {
  /** Where an asset stands in the save: `files/…`. `undefined` when it is not in the export. */
  asset(id: string): string | undefined;
  /** Where a canvas document of a message stands: `documents/…`. `number` counts those of the conversation from 0. */
  document(
    document: { readonly name: string | undefined; readonly type: string | undefined },
    message: Pick<Message, 'id' | 'created'>,
    conversation: Pick<Conversation, 'id' | 'created'>,
    number: number,
  ): string;
};
