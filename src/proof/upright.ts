// Turns pixels the way Exif says they are to be seen.
import type { Pixels } from './reading/picture-lines';

/**
 * The picture as people see it. Orientations 5 to 8 lie on their side, so width and height change places.
 * Source: Exif 3.0 (CIPA DC-008-2023) 4.6.5.1.6: 1 as it is, 2 mirrored, 3 turned by 180°, 4 upside down and mirrored,
 * 5 mirrored along the falling diagonal, 6 to be turned 90° clockwise, 7 mirrored along the rising one, 8 turned 90° back.
 */
export function upright(pixels: Pixels, orientation: number): Pixels {
  const turn = TURNS[orientation];
  if (turn === undefined) return pixels;
  const { width, height } = pixels;
  const [wide, high] = orientation >= 5 ? [height, width] : [width, height];
  const { at, right, down } = turn(width, height);
  const from = words(pixels.data);
  const to = new Uint32Array(width * height);
  for (let y = 0, next = 0; y < high; y += 1) {
    for (let x = 0, source = at + y * down; x < wide; x += 1, source += right, next += 1) to[next] = from[source] ?? 0;
  }
  return { width: wide, height: high, data: new Uint8ClampedArray(to.buffer) };
}

/** Where the first seen pixel is stored, and how far off the one to its right and the one below it are. */
type Turn = (width: number, height: number) => { readonly at: number; readonly right: number; readonly down: number };

const TURNS: Readonly<Record<number, Turn>> = {
  2: (width) => ({ at: width - 1, right: -1, down: width }),
  3: (width, height) => ({ at: width * height - 1, right: -1, down: -width }),
  4: (width, height) => ({ at: width * (height - 1), right: 1, down: -width }),
  5: (width) => ({ at: 0, right: width, down: 1 }),
  6: (width, height) => ({ at: width * (height - 1), right: -width, down: 1 }),
  7: (width, height) => ({ at: width * height - 1, right: -width, down: -1 }),
  8: (width) => ({ at: width - 1, right: width, down: -1 }),
};

/** Four bytes at once. */
function words(data: Uint8Array | Uint8ClampedArray): Uint32Array {
  if (data.byteOffset % 4 === 0) return new Uint32Array(data.buffer, data.byteOffset, data.byteLength / 4);
  return new Uint32Array(Uint8Array.from(data).buffer);
}
