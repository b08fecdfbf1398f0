// The person's picture as a small photo: drawn anew at the size it is shown, so that nothing of its file comes along.
import type { Pen } from './draw';
import { EDGE } from './layout';
import type { Box } from './placed';
import { pictureSvg } from './svg';

/** A PNG, already blacked out by whoever gives it; sizes in pixels. */
export type Picture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number };

/** How many pixels of the photo stand on one of the card, for screens that show more than one. */
const DENSITY = 2;
/** Enough pixels to see whether there is a picture. */
const TRIAL = 64;

/** Larger than any photo needs: halved once for all forms of the card, since every pass over a large picture takes a second. */
const LARGE = 2400;

/** The picture, halved while it is large; `undefined` when it cannot be decoded. */
export function readied({ bytes, width, height }: Picture, pen: Pen): Picture | undefined {
  if (!pen.draws(pictureSvg(bytes, TRIAL, TRIAL))) return undefined;
  let now: Picture = { bytes, width, height };
  while (now.width >= LARGE || now.height >= LARGE) now = halved(now, pen);
  return now;
}

/** A readied picture as a PNG for `box`. Halved step by step, which keeps small letters even. */
export function photoOf(picture: Picture, box: Pick<Box, 'width' | 'height'>, pen: Pen): Uint8Array {
  const width = Math.min(picture.width, (box.width - 2 * EDGE) * DENSITY);
  const height = Math.min(picture.height, (box.height - 2 * EDGE) * DENSITY);
  let now = picture;
  while (now.width > width * 2 && now.height > height * 2) now = halved(now, pen);
  return pen.png(pictureSvg(now.bytes, width, height));
}

function halved({ bytes, width, height }: Picture, pen: Pen): Picture {
  const half = { width: Math.ceil(width / 2), height: Math.ceil(height / 2) };
  return { bytes: pen.png(pictureSvg(bytes, half.width, half.height)), ...half };
}
