// What was read off a picture: lines of words, each with the box it stands in.
import type { Unshareable } from './unshareable';

/** In pixels of the picture as stored; `right` and `bottom` are just outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PictureWord {
  readonly text: Unshareable;
  readonly box: Box;
}

/** From left to right. `box` is the one around all words. */
export interface PictureLine {
  readonly words: readonly PictureWord[];
  readonly box: Box;
}

/** Rows from the top, four bytes a pixel: red, green, blue and how opaque, not premultiplied. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** The smallest box around all of `boxes`, of which there has to be one. */
export function around([first, ...others]: readonly [Box, ...Box[]]): Box {
  return others.reduce(
    (sum, box) => ({
      left: Math.min(sum.left, box.left),
      top: Math.min(sum.top, box.top),
      right: Math.max(sum.right, box.right),
      bottom: Math.max(sum.bottom, box.bottom),
    }),
    first,
  );
}
