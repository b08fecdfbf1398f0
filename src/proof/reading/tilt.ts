// Lines that do not run level: by how much, and the picture turned so that they do. A photo of a screen, or a scan of a page.
import type { Box } from './picture-lines';

/** One byte a pixel. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Lines farther from level are not straightened; nobody would keep such a picture as proof. */
const MOST_DEGREES = 12;
/** Less than this is read as well as level lines are. */
const LEAST_DEGREES = 0.4;
/** The tilt has to part rows from gaps this much better than no tilt does: a level page is left as it is. */
const CLEARLY = 1.15;
/** The picture is looked at in no more columns than this. */
const COLUMNS = 700;
const EDGE = 24;

/**
 * By how many degrees the lines of `grey` fall from left to right (negative: rise), to a tenth; 0 where they are level, or there
 * are none. Rows of ink are parted best from the gaps between them at the angle of the lines (projection profile).
 */
export function tiltOf({ width, height, data }: Grey): number {
  const step = Math.max(1, Math.floor(width / COLUMNS));
  const ink: { readonly x: number; readonly y: number }[] = [];
  for (let y = 0; y + step < height; y += step) {
    for (let x = 0; x < width; x += step)
      if (Math.abs((data[y * width + x] ?? 0) - (data[(y + step) * width + x] ?? 0)) > EDGE)
        ink.push({ x: x / step, y: y / step });
  }
  if (ink.length < 200) return 0;
  const sharpness = (degrees: number): number => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const reach = Math.ceil((Math.abs(slope) * width) / step) + 1;
    const rows = new Float64Array(Math.ceil(height / step) + 2 * reach + 1);
    for (const { x, y } of ink) {
      const at = Math.round(y - x * slope) + reach;
      rows[at] = (rows[at] ?? 0) + 1;
    }
    return rows.reduce((sum, count) => sum + count * count, 0);
  };
  const best = (from: number, to: number, by: number): number => {
    const angles = Array.from({ length: Math.round((to - from) / by) + 1 }, (_, index) => from + index * by);
    return angles
      .map((degrees) => ({ degrees, clear: sharpness(degrees) }))
      .reduce((one, other) => (other.clear > one.clear ? other : one)).degrees;
  };
  const coarse = best(-MOST_DEGREES, MOST_DEGREES, 0.5);
  const fine = Math.round(best(coarse - 0.5, coarse + 0.5, 0.1) * 10) / 10;
  return Math.abs(fine) >= LEAST_DEGREES && sharpness(fine) > sharpness(0) * CLEARLY ? fine : 0;
}

/** The picture turned back by `degrees`, whole, on its own most usual grey; `toPicture` gives the box that holds a turned one. */
export function levelled(
  { width, height, data }: Grey,
  degrees: number,
): { readonly grey: Grey; toPicture(box: Box): Box } {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const wide = Math.ceil(width * Math.abs(cos) + height * Math.abs(sin));
  const high = Math.ceil(width * Math.abs(sin) + height * Math.abs(cos));
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  const turned = new Uint8Array(wide * high).fill(counts.indexOf(Math.max(...counts)));
  const from = (x: number, y: number): readonly [number, number] => {
    const [dx, dy] = [x - wide / 2, y - high / 2];
    return [dx * cos - dy * sin + width / 2, dx * sin + dy * cos + height / 2];
  };
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const [px, py] = from(x + 0.5, y + 0.5);
      const [left, top] = [Math.floor(px - 0.5), Math.floor(py - 0.5)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [right, down] = [px - 0.5 - left, py - 0.5 - top];
      const at = top * width + left;
      const above = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
      const below = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
      turned[y * wide + x] = above * (1 - down) + below * down;
    }
  }
  return {
    grey: { width: wide, height: high, data: turned },
    toPicture({ left, top, right, bottom }) {
      const corners = [from(left, top), from(right, top), from(left, bottom), from(right, bottom)];
      const within = (value: number, most: number): number => Math.min(most, Math.max(0, value));
      return {
        left: within(Math.floor(Math.min(...corners.map(([x]) => x))), width),
        top: within(Math.floor(Math.min(...corners.map(([, y]) => y))), height),
        right: within(Math.ceil(Math.max(...corners.map(([x]) => x))), width),
        bottom: within(Math.ceil(Math.max(...corners.map(([, y]) => y))), height),
      };
    },
  };
}

/** The side of a block whose lightest pixel is taken for the paper there: a few letters. */
const BLOCK = 32;
/** Paper is no darker than this: noise in a black frame is not made into letters. */
const LEAST_PAPER = 64;

/** The picture as if its paper were white all over: a photo is lighter in the middle, and a dark frame hides grey letters. */
export function onWhite({ width, height, data }: Grey): Grey {
  const [across, down] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const paper = new Uint8Array(across * down).fill(LEAST_PAPER);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = Math.floor(y / BLOCK) * across + Math.floor(x / BLOCK);
      paper[at] = Math.max(paper[at] ?? 0, data[y * width + x] ?? 0);
    }
  }
  const white = new Uint8Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(down - 1, Math.max(0, y / BLOCK - 0.5));
    const [top, low] = [Math.floor(row), row - Math.floor(row)];
    const bottom = Math.min(down - 1, top + 1);
    for (let x = 0; x < width; x += 1) {
      const column = Math.min(across - 1, Math.max(0, x / BLOCK - 0.5));
      const [left, far] = [Math.floor(column), column - Math.floor(column)];
      const right = Math.min(across - 1, left + 1);
      const here = (one: number): number =>
        (paper[one * across + left] ?? 255) * (1 - far) + (paper[one * across + right] ?? 255) * far;
      white[y * width + x] = Math.min(
        255,
        ((data[y * width + x] ?? 0) * 255) / (here(top) * (1 - low) + here(bottom) * low),
      );
    }
  }
  return { width, height, data: white };
}
