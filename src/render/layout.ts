// Where things stand on a screen: a note at the right edge, two aligned columns, a title above.
import type { Aside, Fact, Tone } from '../view/document';
import { escapeToOneLine } from './escape';
import { spansOf, toneOf, type Ink } from './spans';
import type { Style } from './style';
import { widthOf, wrap, type Row, type Span } from './width';

/** The room there is, in columns, and what is drawn with. */
export type Page = {
  readonly width: number;
  /** Under 40 columns: insets shrink. */
  readonly narrow: boolean;
  readonly ids: boolean;
  readonly paper: boolean;
  readonly ink: Ink;
  readonly lang: string;
  /** Whether ▰ and half blocks are shown. */
  readonly unicode: boolean;
};

/** A title with its aside at the right edge, or below it where there is no room. */
export const beside = (
  title: readonly Span[],
  aside: Aside | undefined,
  width: number,
  style: Style,
): readonly string[] => {
  const rows = wrap(title, width);
  const first = rows[0];
  if (aside === undefined || first === undefined) return painted(rows);
  const side = asideSpan(aside, style);
  const room = width - first.width - widthOf(side.text);
  if (rows.length === 1 && room >= 2) return [first.text + ' '.repeat(room) + side.paint(side.text)];
  return [...painted(rows), ...painted(wrap([side], width))];
};

/** The title of a block, on lines of its own. */
export const titleLines = (
  title: string | undefined,
  { ink: { style }, width }: Page,
  tone: Tone = 'plain',
): readonly string[] => {
  if (title === undefined) return [];
  const look = toneOf(style, tone);
  return painted(wrap([{ text: escapeToOneLine(title), paint: (text) => look(style.bold(text)) }], width));
};

/** Terms and what is said of them: in two columns, or below each other where the second would be too narrow to read. */
export const factLines = (facts: readonly Fact[], { ink, width }: Page): readonly string[] => {
  const terms = facts.map((fact) => escapeToOneLine(fact.term));
  const column = Math.max(0, ...terms.map(widthOf)) + 3;
  const room = width - column;
  const inOneRow = (fact: Fact): boolean => wrap(spansOf(fact.line, ink), room).length === 1;
  if (room >= 24 || (room >= 8 && facts.every(inOneRow))) {
    return facts.flatMap((fact, index) => {
      const term = terms[index] ?? '';
      const value = indented(beside(spansOf(fact.line, ink), fact.aside, room, ink.style), column);
      return value.map((line, at) => (at === 0 ? term + line.slice(widthOf(term)) : line));
    });
  }
  return facts.flatMap((fact, index) => [
    ...painted(wrap([{ text: terms[index] ?? '', paint: asIs }], width)),
    ...indented(beside(spansOf(fact.line, ink), fact.aside, width - 2, ink.style), 2),
  ]);
};

export const asideSpan = (aside: Aside, style: Style): Span => ({
  text: escapeToOneLine(aside.text),
  paint: toneOf(style, aside.tone),
});
export const painted = (rows: readonly Row[]): readonly string[] => rows.map((row) => row.text);
export const indented = (lines: readonly string[], by: number): readonly string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(by) + line));
export const asIs = (text: string): string => text;
