// Breaking lines by how wide they look. Widths are columns of a terminal: 日 is two, a combining accent none.
import stringWidth from 'fast-string-width';

/**
 * A run of escaped text with one look. `paint` is put on after breaking, so a look never runs into a margin.
 * `keep: 'together'` breaks inside only when it is wider than a whole row; `'always'` never, and may stand out of the row.
 * `copied`: an address or something to type, which a full stop put after it would spoil.
 */
export type Span = {
  readonly text: string;
  readonly paint: (text: string) => string;
  readonly keep?: 'together' | 'always';
  readonly copied?: boolean;
};

/** One finished row: its painted text, and its width in columns without the paint. */
export type Row = { readonly text: string; readonly width: number };

/** How many columns a text takes. */
export const widthOf = (text: string): number => (ONE_EACH.test(text) ? text.length : stringWidth(text));

/** Characters that take one column each: most words of Western languages are made of them, and counting them costs nothing. */
const ONE_EACH = /^[ -~\u00A0-\u024F‘’“”…–—→]*$/;

/**
 * Where a row may break: at blanks, but not between the day and the month of a date ("3 December 2026", "1. Dezember 2026",
 * "3 de dezembro de 2026"), and at line ends.
 */
const BREAKS = /((?:(?<!(?<![\p{L}\p{N}])\d{1,2}(?:\.|er|º)?(?: de)?) +| +(?!(?:de )?\p{L}+ (?:de )?\d{4}(?!\d)))|\n)/u;

/**
 * Breaks spans into rows of at most `width` columns: at spaces and after Chinese or Japanese characters, at `\n`
 * always, inside a word only when it is wider than a row. Nothing is lost but the blanks at a break; U+00A0 and U+202F do not break.
 * Own code because fast-wrap-ansi normalises, drops leading no-break spaces, and cuts emoji and addresses in two.
 */
export const wrap = (spans: readonly Span[], width: number): readonly Row[] => {
  const rows: Row[] = [];
  let row: Piece[] = [];
  let used = 0;
  const flush = (): void => {
    rows.push(finish(row));
    row = [];
    used = 0;
  };
  const add = (pieces: readonly Piece[]): void => {
    row.push(...pieces);
    used += widthOfPieces(pieces);
  };
  const place = ({ gap, pieces }: Chunk): void => {
    const wide = widthOfPieces(pieces);
    if (used > 0 && used + widthOfPieces(gap) + wide <= width) return add([...gap, ...pieces]);
    const smaller = wide <= width ? [] : split({ gap, pieces }, width);
    if (used > 0 && !smaller.some((chunk, index) => index > 0 && chunk.gap.length > 0)) flush();
    if (smaller.length > 1) smaller.forEach(place);
    else add(pieces);
  };
  for (const token of tokens(spans)) {
    if (token === 'break') flush();
    else place(token);
  }
  flush();
  return rows;
};

/** Rows behind a margin: `first` before the first one, blanks of the same width before the others. */
export const hang = (first: string, rows: readonly Row[], firstWidth = widthOf(first)): readonly string[] =>
  rows.map((row, index) => (index === 0 ? first + row.text : row.text === '' ? '' : ' '.repeat(firstWidth) + row.text));

type Piece = { readonly text: string; readonly span: Span; readonly width: number };
/** A piece is measured once: a row is made of many, and each is looked at several times. */
const pieceOf = (text: string, span: Span): Piece => ({ text, span, width: widthOf(text) });

/** What stands together on a row, and the blanks before it, which go when the row breaks there. */
type Chunk = { readonly gap: readonly Piece[]; readonly pieces: readonly Piece[] };

const widthOfPieces = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.width, 0);

const finish = (pieces: readonly Piece[]): Row => {
  const runs: { text: string; span: Span }[] = [];
  for (const { text, span } of pieces) {
    const last = runs.at(-1);
    if (last?.span === span) last.text += text;
    else runs.push({ text, span });
  }
  return { text: runs.map(({ text, span }) => span.paint(text)).join(''), width: widthOfPieces(pieces) };
};

const tokens = (spans: readonly Span[]): readonly (Chunk | 'break')[] => {
  const found: (Chunk | 'break')[] = [];
  let gap: Piece[] = [];
  let pieces: Piece[] = [];
  const close = (): void => {
    if (pieces.length > 0) found.push({ gap, pieces });
    if (pieces.length > 0) gap = [];
    pieces = [];
  };
  for (const span of spans) {
    for (const text of span.keep === undefined ? span.text.split(BREAKS) : [span.text]) {
      if (text === '\n') {
        close();
        gap = [];
        found.push('break');
      } else if (/^ +$/.test(text)) {
        close();
        gap.push(pieceOf(text, span));
      } else if (text !== '') {
        for (const [index, unit] of (span.keep === undefined ? unitsOf(text) : [text]).entries()) {
          if (index > 0) close();
          pieces.push(pieceOf(unit, span));
        }
      }
    }
  }
  close();
  return found;
};

/** A chunk that is wider than a row, in smaller ones: at its blanks if it has any, else between characters. */
const split = ({ gap, pieces }: Chunk, width: number): readonly Chunk[] => {
  const open = pieces.map(({ text, span }) => ({
    ...span,
    text,
    ...(span.keep === 'always' ? {} : { keep: undefined }),
  }));
  const chunks = tokens(open).filter((token) => token !== 'break');
  if (chunks.length > 1 || pieces.some(({ span }) => span.keep === 'always'))
    return chunks.map((chunk, index) => (index === 0 ? { ...chunk, gap } : chunk));
  const cut: Chunk[] = [];
  for (const { text, span } of chunks.flatMap((chunk) => chunk.pieces)) {
    let run = '';
    for (const character of charactersOf(text)) {
      if (run !== '' && widthOf(run) + widthOf(character) > width) {
        cut.push({ gap: [], pieces: [pieceOf(run, span)] });
        run = '';
      }
      run += character;
    }
    cut.push({ gap: [], pieces: [pieceOf(run, span)] });
  }
  return cut;
};

let segmenter: Intl.Segmenter | undefined;
const charactersOf = (text: string): readonly string[] => {
  // Each of these is a character of its own, and making a Segmenter takes 8 ms of a start.
  if (ONE_EACH.test(text)) return Array.from(text);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
};

const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const CLINGS_BEFORE = /^[\p{Pe}\p{Pf}、。，．：；！？・ー…々]/u;
const CLINGS_AFTER = /[\p{Ps}\p{Pi}]$/u;

/** The parts between which a word without blanks may break: Chinese and Japanese break nearly anywhere. */
const unitsOf = (word: string): readonly string[] => {
  if (!NO_SPACES.test(word)) return [word];
  const units: string[] = [];
  let before = '';
  for (const character of charactersOf(word)) {
    const mayBreak = NO_SPACES.test(before) || NO_SPACES.test(character) || /^[、。，．：；！？]/u.test(before);
    if (before !== '' && mayBreak && !CLINGS_BEFORE.test(character) && !CLINGS_AFTER.test(before))
      units.push(character);
    else units.push((units.pop() ?? '') + character);
    before = character;
  }
  return units;
};
