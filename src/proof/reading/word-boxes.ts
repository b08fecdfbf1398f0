// Words of a line taken together, and the box that hides them.
import { around } from './picture-lines';
import type { Box, PictureLine, PictureWord } from './picture-lines';
import { heightOf } from './sentences';

/** Words nearer than this many heights of the line touch: a word may have been cut where letters stand wide. */
export const TOUCHING = 1.2;
/** How far a box reaches beyond the letters that were seen, in heights of the line. */
const MARGIN = 0.25;

/** `at` (indexes of words) with every word of the line that touches one of them, and those that touch these, and so on. */
export function touching(line: PictureLine, at: readonly number[]): readonly number[] {
  const reach = heightOf(line) * TOUCHING;
  const gap = (left: PictureWord | undefined, right: PictureWord | undefined): number =>
    left === undefined || right === undefined ? Infinity : right.box.left - left.box.right;
  const taken = new Set(at);
  for (const start of at) {
    for (let index = start; gap(line.words[index - 1], line.words[index]) < reach; index -= 1) taken.add(index - 1);
    for (let index = start; gap(line.words[index], line.words[index + 1]) < reach; index += 1) taken.add(index + 1);
  }
  return [...taken].sort((one, other) => one - other);
}

/** Indexes in rising order, parted wherever one is left out: 1, 2, 5 are 1, 2 and 5. */
export function runs(at: readonly number[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const index of at) {
    const last = found.at(-1);
    if (last !== undefined && last.at(-1) === index - 1) last.push(index);
    else found.push([index]);
  }
  return found;
}

/** The box that hides the words of `line` at these indexes, in pixels, with its margin. */
export function boxOf(line: PictureLine, at: readonly number[]): Box {
  const [first, ...others] = line.words.filter((_, index) => at.includes(index)).map(({ box }) => box);
  const { left, top, right, bottom } = first === undefined ? line.box : around([first, ...others]);
  const margin = Math.ceil(heightOf(line) * MARGIN);
  return {
    left: Math.max(0, left - margin),
    top: Math.max(0, top - margin),
    right: right + margin,
    bottom: bottom + margin,
  };
}
