// What is said, before how it looks: a small tree in one language, with no styling and no widths.
import type { Inline, Line } from '../content/line';

export type { Inline, Line };

/** How much a block weighs. `warning` is for money and for what cannot be undone; `done` only for what is done. */
export type Tone = 'plain' | 'quiet' | 'warning' | 'done';

/** Something beside a title: minutes, a deadline. */
export type Aside = { readonly text: string; readonly tone: Tone };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly aside?: Aside }
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
  | { readonly kind: 'step'; readonly step: StepEntry }
  /** A line to write on, on paper only. */
  | { readonly kind: 'fill'; readonly label: string };

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

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export type Document = {
  /** BCP 47 tag of the words. */
  readonly lang: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The same content for programs; what `--json` prints as `result`. */
  readonly result: Json;
};

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
