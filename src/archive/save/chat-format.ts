// The port of formats that programs read: how conversations stand in a few files, each of them on a line of its own.
import type { Conversation } from '../conversation/conversation';
import type { MessageRun } from './message-selection';

export interface ChatFormat {
  /** The file's name: `number` counts from 1, `total` is how many files there are. */
  nameOf(number: number, total: number): string;
  /** What stands around and between the lines of chats; `between` ends with a line feed. */
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  /** A file with more than one chat has no more bytes than this. */
  readonly mostBytes: number;
  /**
   * A conversation as a line of JSON; as several where one would be larger than a file may be. `messages` counts those the person
   * saw, `documents` canvas documents.
   */
  chatOf(
    conversation: Conversation,
    runs: readonly MessageRun[],
  ): { readonly lines: Iterable<string>; readonly messages: number; readonly documents: number };
  /** The id of the conversation that such a line was made of; `undefined` when it is none. */
  idIn(line: string): string | undefined;
}
