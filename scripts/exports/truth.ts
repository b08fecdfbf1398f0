// What is really in a made-up export, message by message: against this a reader's counts and files are held.

/** `draft`: would be shown, but on a branch that was left. `aside`: on such a branch, and would not be shown there either. */
export type TrueSort = 'shown' | 'behind' | 'draft' | 'aside';

export type TrueMessage = {
  /** Stands in its text, and nowhere else in the export. Letters only, so that no Markdown or HTML changes it. */
  readonly token: string;
  readonly sort: TrueSort;
  /** Where the token stands. `canvas`: in a document the person saw, though the message is a call. `empty`: nowhere. */
  readonly kind:
    | 'text'
    | 'speech'
    | 'code'
    | 'output'
    | 'quote'
    | 'thinking'
    | 'canvas'
    | 'context'
    | 'picture'
    | 'unknown'
    | 'empty';
  readonly id: string;
};

export type TrueConversation = {
  readonly index: number;
  readonly id: string;
  readonly title: string | null;
  /** Epoch seconds. */
  readonly created: number;
  readonly updated: number;
  readonly project: string | undefined;
  /** Those of the path in its order, then those of the branches. */
  readonly messages: readonly TrueMessage[];
  readonly assets: readonly TrueAsset[];
  readonly images: number;
  readonly voice: number;
  readonly hasInstructions: boolean;
  readonly hasMemory: boolean;
  /** What was written into the memory, note by note. */
  readonly notes: number;
  readonly unknownTypes: readonly string[];
  readonly isGuessed: boolean;
  readonly isShared: boolean;
};

/** `id` as pointers name it; `name` as the person knew it. */
export type TrueAsset = {
  readonly id: string;
  readonly name: string;
  readonly isShipped: boolean;
  readonly size: number;
};

/** `Tok…Q…Z`: the numbers of a conversation and of a message in it, in letters. */
export function tokenOf(conversation: number, message: number): string {
  return `Tok${letters(conversation)}Q${letters(message)}Z`;
}

/** Every token in a text, in order. */
export function tokensIn(text: string): readonly string[] {
  return text.match(/Tok[a-p]+Q[a-p]+Z/g) ?? [];
}

/** Conversation and message of a token. */
export function numbersOf(token: string): readonly [conversation: number, message: number] {
  const [, conversation = '', message = ''] = /^Tok([a-p]+)Q([a-p]+)Z$/.exec(token) ?? [];
  return [numberOf(conversation), numberOf(message)];
}

export type Counts = {
  readonly conversations: number;
  readonly shown: number;
  readonly behind: number;
  readonly drafts: number;
};

export function countsOf(conversations: readonly TrueConversation[]): Counts {
  const of = (sort: TrueSort): number =>
    conversations.reduce((sum, { messages }) => sum + messages.filter((one) => one.sort === sort).length, 0);
  return { conversations: conversations.length, shown: of('shown'), behind: of('behind'), drafts: of('draft') };
}

function letters(number: number): string {
  return [...number.toString(16)].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
}

function numberOf(text: string): number {
  return Number.parseInt([...text].map((letter) => (letter.charCodeAt(0) - 97).toString(16)).join(''), 16);
}
