// Lines as if read off a picture: each text a row, or several texts in columns of one row.
import { around } from '../../../src/proof/reading/picture-lines';
import type { PictureLine, PictureWord } from '../../../src/proof/reading/picture-lines';
import { Unshareable } from '../../../src/proof/reading/unshareable';

const LETTER = 8;
const HEIGHT = 16;
const ROW = 40;
const COLUMN = 400;

/** Rows from the top; words of a text stand a blank apart, columns far apart. */
export function linesOf(...rows: readonly (string | readonly string[])[]): readonly PictureLine[] {
  return rows.map((row, index) => {
    const columns = typeof row === 'string' ? [row] : row;
    const words = columns.flatMap((text, column) => wordsOf(text, column * COLUMN, index * ROW));
    const [first, ...others] = words.map(({ box }) => box);
    if (first === undefined) throw new Error('a row without words');
    return { words, box: around([first, ...others]) };
  });
}

/** Rows of one text, which stand closer than those of `linesOf`. */
export function packed(...rows: readonly string[]): readonly PictureLine[] {
  return linesOf(...rows).map((line, index) => {
    const at = { top: index * 18, bottom: index * 18 + 14 };
    return { box: { ...line.box, ...at }, words: line.words.map((word) => ({ ...word, box: { ...word.box, ...at } })) };
  });
}

function wordsOf(text: string, start: number, top: number): readonly PictureWord[] {
  let left = start;
  return text.split(' ').map((word) => {
    const box = { left, top, right: left + word.length * LETTER, bottom: top + HEIGHT };
    left = box.right + LETTER;
    return { text: new Unshareable(word), box };
  });
}
