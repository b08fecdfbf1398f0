// What is said, before how it looks: a small tree in one language, with no styling and no widths.
import type { Inline, Line } from '../content/line';

export type { Inline, Line };

/** How much a block weighs. `warning` is for money and for what cannot be undone; `done` only for what is done. */
export type Tone = 'plain' | 'quiet' | 'warning' | 'done';

/** Something beside a title: minutes, a deadline. */
export type Aside = { readonly text: string; readonly tone: Tone };

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly text: string;
      readonly aside?: Aside;
      /** How far a list of steps is settled, for eyes: the text says where one is. */
      readonly progress?: { readonly done: number; readonly total: number };
    }
  | { readonly kind: 'paragraph'; readonly line: Line; readonly tone?: Tone; readonly title?: string }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly Line[];
      readonly title?: string;
      readonly tone?: Tone;
    }
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  | { readonly kind: 'path'; readonly labels: readonly Inline[]; readonly title?: string }
  | { readonly kind: 'page'; readonly url: string; readonly title?: string; readonly qr?: boolean }
  | { readonly kind: 'command'; readonly text: string }
  /** The modules of a QR code, dark ones true, with their border. Only on a screen: the address stands beside it in words. */
  | { readonly kind: 'code'; readonly modules: readonly (readonly boolean[])[] }
  | { readonly kind: 'step'; readonly step: StepEntry }
  /** A line to write on, on paper only. */
  | { readonly kind: 'fill'; readonly label: string }
  /** What is said in another language than the document. */
  | { readonly kind: 'part'; readonly lang: string; readonly blocks: readonly Block[] };

/** One row of a list of terms; `aside` stands at the right, or under the value when there is no room. */
export type Fact = { readonly term: string; readonly line: Line; readonly aside?: Aside };

/** One step as an entry of a list: a box, a number, a title. `blocks` is empty in an overview. */
export type StepEntry = {
  readonly id: string;
  readonly number: number;
  readonly state: 'open' | 'done' | 'skipped';
  /** The state in words, for readers who cannot see the box. Absent when open. */
  readonly stateWord?: string;
  readonly title: string;
  readonly aside?: Aside;
  readonly blocks: readonly Block[];
};

/** One day for a calendar program. `uid` is the same each time it is written; `on` is a civil day, `YYYY-MM-DD`. */
export type CalendarDay = {
  readonly uid: string;
  readonly on: string;
  readonly title: string;
  readonly text: string;
};

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export type Document = {
  /** BCP 47 tag of the words. */
  readonly lang: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The same content for programs; what `--json` prints as `result`. */
  readonly result: Json;
};

/** What a printed kit is made of: sheets in one language or several, each for itself. */
export type Kit = {
  readonly lang: string;
  readonly title: string;
  /** How to print it: on a screen only. */
  readonly note: string;
  readonly sheets: readonly Sheet[];
  readonly result: { readonly [key: string]: Json };
};

/** One piece of paper; what it holds may go on on its back. */
export type Sheet = {
  /** Unique in the file: `en-poster`, `fr-3`. */
  readonly id: string;
  readonly lang: string;
  /** What stands at the edge of each of its pages: the language, which sheet it is, how new it is. */
  readonly edge: readonly string[];
  readonly title: string;
  readonly body: SheetBody;
};

export type SheetBody =
  | { readonly kind: 'poster'; readonly lead: readonly string[]; readonly rows: readonly Fact[]; readonly foot: string }
  | {
      readonly kind: 'case';
      readonly number: number;
      readonly whom: readonly Fact[];
      readonly blocks: readonly Block[];
    }
  /** The same card so many times, to be cut apart. */
  | { readonly kind: 'cards'; readonly copies: number; readonly blocks: readonly Block[] }
  /** Empty boxes beside each row. */
  | {
      readonly kind: 'tally';
      readonly intro: readonly Block[];
      readonly rows: readonly string[];
      readonly boxes: number;
    }
  | { readonly kind: 'page'; readonly blocks: readonly Block[] };

/** A piece of a Screen. `rank`: where the screen is too low the highest go first, and 0 always stays. */
export type ScreenPart = {
  readonly rank: number;
  readonly block: Block;
  /** Stands in for `block` where there is room for little more than rank 0. */
  readonly brief?: Block;
};

/** Ranks above this are extras of a high window; up to it they are what a window of 24 rows shows, and what is read out. */
export const USUAL_RANK = 4;

const BRIEF_RANK = 2;

/** What stands above a question and is seen together with it. */
export type Screen = {
  /**
   * The same key is the same screen, drawn anew in its place. What follows a slash is a page opened from it, from which the
   * person comes back: `cancel-apple`, `cancel-apple/stuck`.
   */
  readonly key: string;
  readonly lang: string;
  readonly parts: readonly ScreenPart[];
  /** What the last key pressed has done: it is said once, and stays until the next. */
  readonly notice?: Block;
};

/** The parts of a Screen up to `rank` as a Document, for the screen and the plain twin. */
export const screenDocument = ({ lang, parts, notice }: Screen, rank: number): Document => ({
  lang,
  title: '',
  blocks: [
    ...parts
      .filter((part) => part.rank <= rank)
      .map(({ block, brief = block }) => (rank <= BRIEF_RANK ? withoutEnglish(brief) : block)),
    ...(notice === undefined ? [] : [notice]),
  ],
  result: null,
});

/** The English words beside those of a button stand on another page then: there is room for one of the two. */
function withoutEnglish(block: Block): Block {
  const own = (line: Line): Line =>
    line.map((inline) =>
      typeof inline === 'object' && inline.kind === 'label' ? { kind: 'label', text: inline.text } : inline,
    );
  if (block.kind === 'paragraph') return { ...block, line: own(block.line) };
  return block.kind === 'list' ? { ...block, items: block.items.map(own) } : block;
}

export const paragraph = (line: Line | string, tone: Tone = 'plain', title?: string): Block => ({
  kind: 'paragraph',
  line: typeof line === 'string' ? [line] : line,
  tone,
  ...(title === undefined ? {} : { title }),
});

/** A single sentence as a document. */
export function oneLine(
  { lang }: { readonly lang: string },
  text: string | Line,
  tone: 'plain' | 'quiet' | 'warning' = 'plain',
): Document {
  return { lang, title: '', blocks: [paragraph(text, tone)], result: null };
}
