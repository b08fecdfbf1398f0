// What was read, cut where columns part and sentences end, and joined where a sentence goes on in the next row.
import { around } from './picture-lines';
import type { Box, PictureLine, PictureWord } from './picture-lines';
import { Unshareable } from './unshareable';

/** Plain text: stays in this room. */
export interface Sentence {
  readonly text: string;
  readonly box: Box;
}

/** A gap wider than this many heights of the line parts two columns. */
const COLUMN_GAP = 1.7;
/** Rows nearer than this many heights belong together. */
const ROW_GAP = 1.3;

/** The sentences of a picture, from the top. A row that goes on in small letters or digits right under another is joined to it. */
export function sentencesOf(lines: readonly PictureLine[]): readonly Sentence[] {
  const rows = lines
    .flatMap(sentencesIn)
    .sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left);
  const open: Sentence[] = [];
  for (const row of rows) {
    const above = open.findLastIndex((one) => continues(one, row) || (isFull(one, rows) && wraps(one, row)));
    const before = open[above];
    if (before === undefined) open.push(row);
    else open[above] = { text: `${before.text} ${row.text}`, box: around([before.box, row.box]) };
  }
  return open.flatMap(({ text, box }) =>
    text.split(/(?<=[.!?])(?<!(?<!\d)\d{1,2}\.)\s+(?=[\p{Lu}¿¡])/u).map((part) => ({ text: part, box })),
  );
}

/** The height of a line's letters: of its middle word, since a stroke or a picture may be read as a high one. */
export function heightOf({ words }: Pick<PictureLine, 'words'>): number {
  const heights = words.map(({ box }) => box.bottom - box.top).sort((one, other) => one - other);
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** The words of a line, parted where its columns part. */
export function columnsOf(line: PictureLine): readonly { readonly words: readonly PictureWord[]; readonly box: Box }[] {
  const gap = heightOf(line) * COLUMN_GAP;
  const columns: PictureWord[][] = [];
  for (const word of line.words) {
    const last = columns.at(-1)?.at(-1);
    if (last !== undefined && word.box.left - last.box.right <= gap) columns.at(-1)?.push(word);
    else columns.push([word]);
  }
  return columns.flatMap((words) => {
    const [first, ...others] = words.map(({ box }) => box);
    return first === undefined ? [] : [{ words, box: around([first, ...others]) }];
  });
}

function sentencesIn(line: PictureLine): readonly Sentence[] {
  return columnsOf(line).map(({ words, box }) => ({
    text: words.map(({ text }) => Unshareable.wordsOf(text)).join(' '),
    box,
  }));
}

/** A row with this share of the width of the widest one that begins where it does has been broken at its end. */
const FULL = 0.8;
/** Rows of one paragraph stand no farther apart than this many heights. */
const LINE_GAP = 0.75;

/** Whether the last row of a sentence reaches as far to the right as rows there do, and has words enough to be no label. */
function isFull({ text, box }: Sentence, rows: readonly Sentence[]): boolean {
  const height = box.bottom - box.top;
  const widest = Math.max(
    ...rows.filter((row) => Math.abs(row.box.left - box.left) < height).map((row) => row.box.right - row.box.left),
  );
  return text.split(' ').length >= 4 && box.right - box.left >= FULL * widest;
}

/** "… discount on ChatGPT" and "Plus expires on …" right under it: a sentence goes on with a capital letter too. */
function wraps(above: Sentence, row: Sentence): boolean {
  const height = row.box.bottom - row.box.top;
  const gap = row.box.top - above.box.bottom;
  return (
    gap > -height / 2 &&
    gap < height * LINE_GAP &&
    Math.abs(row.box.left - above.box.left) < height * 0.75 &&
    !/[.!?:,;]$/.test(above.text)
  );
}

function continues(above: Sentence, row: Sentence): boolean {
  const height = row.box.bottom - row.box.top;
  const gap = row.box.top - above.box.bottom;
  const isUnder = gap > -height / 2 && gap < height * ROW_GAP && Math.abs(row.box.left - above.box.left) < height * 1.5;
  return isUnder && /^[\p{Ll}\d]/u.test(row.text) && !/[.!?:]$/.test(above.text);
}
