// Makes a picture ready to be read: on white, dark on light, and its letters large enough.
import type { Box, Pixels } from './picture-lines';
import { levelled, onWhite, tiltOf } from './tilt';

/** `scale`: how many pixels of `pixels` stand for one of the picture as stored. `toPicture`: from a box of the levelled picture, in pixels as stored, to the picture's own. */
export interface Readable {
  readonly pixels: Pixels & { readonly data: Uint8ClampedArray };
  readonly scale: number;
  /** By how many degrees the lines of the picture fall from left to right. */
  readonly tilt: number;
  toPicture(box: Box): Box;
}

/** Below this many pixels from the top to the bottom of a line its letters are read wrongly; tesseract wants about 30. */
const SMALL_LINE = 17;
/** What was turned is softer, and wants to be larger. */
const SMALL_TURNED_LINE = 30;
/** Larger letters are read no better, only more slowly. */
const LARGE_LINE = 60;
/** Larger pictures take more than 400 MB to read. */
const MOST_PIXELS = 12_000_000;

/**
 * The picture in grey, transparent parts white, turned over when most of it is dark; bilinearly doubled when its letters are small,
 * halved while they are very large or the picture is. Lines that do not run level are levelled first.
 */
export function forReading(picture: Pixels): Readable {
  const asStored = { width: picture.width, height: picture.height, data: greyOf(picture) };
  const degrees = tiltOf(asStored);
  const { grey: level, toPicture } =
    degrees === 0 ? { grey: asStored, toPicture: (box: Box) => box } : levelled(onWhite(asStored), degrees);
  return { ...sized(level, degrees !== 0), tilt: degrees, toPicture };
}

function sized(
  { width, height, data: grey }: { readonly width: number; readonly height: number; readonly data: Uint8Array },
  isTurned: boolean,
): Pick<Readable, 'pixels' | 'scale'> {
  const line = lineHeightOf(grey, width, height);
  if (line !== undefined && line < (isTurned ? SMALL_TURNED_LINE : SMALL_LINE) && width * height * 4 <= MOST_PIXELS)
    return { pixels: opaque(doubled(grey, width, height), width * 2, height * 2), scale: 2 };
  let scale = 1;
  const isTooLarge = (part: number): boolean =>
    width * height * part * part > MOST_PIXELS || (line !== undefined && line * part > LARGE_LINE);
  while (isTooLarge(scale)) scale /= 2;
  if (scale === 1) return { pixels: opaque(grey, width, height), scale };
  return {
    pixels: opaque(reduced(grey, width, height, 1 / scale), Math.floor(width * scale), Math.floor(height * scale)),
    scale,
  };
}

/** One byte a pixel. Weights of ITU-R BT.601, in 256ths. */
function greyOf({ width, height, data }: Pixels): Uint8Array {
  const grey = new Uint8Array(width * height);
  let sum = 0;
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    const alpha = data[from + 3] ?? 255;
    const ink = (77 * (data[from] ?? 0) + 150 * (data[from + 1] ?? 0) + 29 * (data[from + 2] ?? 0)) >> 8;
    const value = alpha === 255 ? ink : Math.round((ink * alpha + 255 * (255 - alpha)) / 255);
    grey[at] = value;
    sum += value;
  }
  if (sum < 110 * grey.length) for (let at = 0; at < grey.length; at += 1) grey[at] = 255 - (grey[at] ?? 0);
  return grey;
}

/** How wide the strips are in which lines of text are looked for: a few letters. */
const STRIP = 48;
const EDGE = 40;

/** The usual height of what stands between two empty rows, in strips of a few letters. `undefined` for a picture without lines. */
function lineHeightOf(grey: Uint8Array, width: number, height: number): number | undefined {
  const heights = new Map<number, number>();
  let found = 0;
  for (let left = 0; left + STRIP <= width; left += STRIP) {
    let run = 0;
    for (let y = 0; y < height; y += 1) {
      const start = y * width + left;
      let isInk = false;
      for (let x = start + 1; x < start + STRIP && !isInk; x += 1)
        isInk = Math.abs((grey[x] ?? 0) - (grey[x - 1] ?? 0)) > EDGE;
      if (isInk) {
        run += 1;
        continue;
      }
      if (run >= 5 && run <= 150) {
        heights.set(run, (heights.get(run) ?? 0) + 1);
        found += 1;
      }
      run = 0;
    }
  }
  if (found < 4) return undefined;
  let seen = 0;
  for (const [size, count] of [...heights].sort(([one], [other]) => one - other)) {
    seen += count;
    if (seen * 2 >= found) return size;
  }
  return undefined;
}

/** Twice as wide and high, bilinear: each new pixel is 9, 3, 3 and 1 sixteenths of the four around it. */
function doubled(grey: Uint8Array, width: number, height: number): Uint8Array {
  const twice = new Uint8Array(width * height * 4);
  for (let y = 0; y < height * 2; y += 1) {
    const near = (y >> 1) * width;
    const far = Math.min(height - 1, Math.max(0, (y >> 1) + (y % 2 === 0 ? -1 : 1))) * width;
    for (let x = 0, to = y * width * 2; x < width * 2; x += 1, to += 1) {
      const one = x >> 1;
      const other = Math.min(width - 1, Math.max(0, one + (x % 2 === 0 ? -1 : 1)));
      twice[to] =
        (9 * (grey[near + one] ?? 0) +
          3 * (grey[near + other] ?? 0) +
          3 * (grey[far + one] ?? 0) +
          (grey[far + other] ?? 0) +
          8) >>
        4;
    }
  }
  return twice;
}

/** Each new pixel is the mean of `step` x `step` old ones. */
function reduced(grey: Uint8Array, width: number, height: number, step: number): Uint8Array {
  const wide = Math.floor(width / step);
  const high = Math.floor(height / step);
  const small = new Uint8Array(wide * high);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      let sum = 0;
      for (let row = y * step; row < (y + 1) * step; row += 1)
        for (let at = row * width + x * step; at < row * width + (x + 1) * step; at += 1) sum += grey[at] ?? 0;
      small[y * wide + x] = sum / (step * step);
    }
  }
  return small;
}

function opaque(grey: Uint8Array, width: number, height: number): Readable['pixels'] {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0, to = 0; at < grey.length; at += 1, to += 4) {
    const value = grey[at] ?? 0;
    data[to] = value;
    data[to + 1] = value;
    data[to + 2] = value;
    data[to + 3] = 255;
  }
  return { width, height, data };
}
