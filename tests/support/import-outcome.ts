// What an import into another assistant comes to: the files it refused, and the chats that stand there afterwards.

export type ImportedMessage = { readonly mine: boolean; readonly text: string };

export type ImportedChat = {
  readonly title: string;
  /** The path that the chat opens with. */
  readonly shown: readonly ImportedMessage[];
  /** How many messages it has on all its branches. */
  readonly messages: number;
  /** Epoch seconds; undefined where the assistant takes the moment of the import. */
  readonly created: number | undefined;
};

/** One file of an import. A refused one leaves nothing behind; `why` says what the assistant stumbled over. */
export type ImportOutcome =
  | { readonly ok: true; readonly chats: readonly ImportedChat[] }
  | { readonly ok: false; readonly why: string };

/** A file that the assistant would refuse. */
export class Refused extends Error {}

/** What `read` gives back; a refusal, or a value of another kind than the assistant's code can take, ends the file. */
export function outcomeOf(read: () => readonly ImportedChat[]): ImportOutcome {
  try {
    return { ok: true, chats: read() };
  } catch (error) {
    if (error instanceof Refused || error instanceof TypeError || error instanceof SyntaxError)
      return { ok: false, why: error.message };
    throw error;
  }
}

export type Json = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
