// A long picture in parts that are read one after the other: less memory at once, and a word on how far it is.
import type { Readable } from './for-reading';

/** `top`: the row of the whole picture where it begins. */
export type Band = Readable['pixels'] & { readonly top: number };

/** Rows of a part, about: a screen or two, at the size at which they are read. */
const ROWS = 2000;
/** A picture of up to this many rows is read whole. */
const WHOLE = 3000;
const EDGE = 40;

/** The parts of `pixels` (grey, four bytes a pixel), cut where as little as possible stands: at best, between two lines. */
export function bandsOf({ width, height, data }: Readable['pixels']): readonly Band[] {
  const bands: Band[] = [];
  let top = 0;
  // Once it is parted, no part is longer than another may be: what is read too much is one part at most.
  const longest = height > WHOLE ? ROWS : WHOLE;
  while (height - top > longest) {
    const cut = emptiest({ width, data }, top + Math.floor(ROWS * 0.7), top + ROWS);
    bands.push(band(top, cut));
    top = cut;
  }
  return [...bands, band(top, height)];

  function band(from: number, to: number): Band {
    return { width, height: to - from, top: from, data: data.slice(from * width * 4, to * width * 4) };
  }
}

/** The middle of the longest run of rows with least ink in them, from `from` to before `to`. */
function emptiest({ width, data }: Pick<Readable['pixels'], 'width' | 'data'>, from: number, to: number): number {
  const inks = Array.from({ length: to - from }, (_, index) => {
    let ink = 0;
    for (let x = 1, at = ((from + index) * width + 1) * 4; x < width; x += 1, at += 4)
      if (Math.abs((data[at] ?? 0) - (data[at - 4] ?? 0)) > EDGE) ink += 1;
    return ink;
  });
  const least = Math.min(...inks);
  let best = { start: 0, length: 0 };
  let start = 0;
  for (const [index, ink] of [...inks, Infinity].entries()) {
    if (ink === least) continue;
    if (index - start > best.length) best = { start, length: index - start };
    start = index + 1;
  }
  return from + best.start + Math.floor(best.length / 2);
}
