// Covers parts of a picture for good, or cuts it: pixels in, pixels out.
import type { Box, Pixels } from './reading/picture-lines';

/** A length from the edge, in pixels or in hundredths of the picture. */
type Length = { readonly amount: number; readonly unit: 'px' | '%' };

/** A box as a person says it: place of its upper left corner, then width and height, each in pixels or percent. */
export interface SaidBox {
  readonly x: Length;
  readonly y: Length;
  readonly width: Length;
  readonly height: Length;
}

/** Reads `x,y,w,h`: numbers of pixels (`px` may be written) or percent (`%`), mixed as one likes. `undefined` for anything else. */
export function parseBox(text: string): SaidBox | undefined {
  const lengths = text.split(',').map((part) => {
    const said = /^\s*(\d{1,6}(?:\.\d{1,6})?)\s*(px|%)?\s*$/i.exec(text.length > 100 ? '' : part);
    return said === null
      ? undefined
      : { amount: Number(said[1]), unit: said[2] === '%' ? ('%' as const) : ('px' as const) };
  });
  const [x, y, width, height] = lengths;
  if (lengths.length !== 4 || x === undefined || y === undefined || width === undefined || height === undefined)
    return undefined;
  return width.amount > 0 && height.amount > 0 ? { x, y, width, height } : undefined;
}

/** The box in whole pixels of a picture of this size, grown outwards and cut at its edges. `undefined` when it lies outside. */
export function boxOn(
  { x, y, width, height }: SaidBox,
  size: { readonly width: number; readonly height: number },
): Box | undefined {
  const across = ({ amount, unit }: Length): number => (unit === '%' ? (amount * size.width) / 100 : amount);
  const down = ({ amount, unit }: Length): number => (unit === '%' ? (amount * size.height) / 100 : amount);
  return onPicture(
    { left: across(x), top: down(y), right: across(x) + across(width), bottom: down(y) + down(height) },
    size,
  );
}

/**
 * Paints opaque black boxes into `pixels` itself, so that no copy of what was there stays behind, grown outwards to whole
 * pixels. Colours nobody can see, under full transparency, go as well. Boxes outside the picture do nothing.
 */
export function blackOut(pixels: Pixels, boxes: readonly Box[]): Pixels {
  const { width, data } = pixels;
  for (let at = 3; at < data.length; at += 4) if (data[at] === 0) data.fill(0, at - 3, at);
  for (const said of boxes) {
    const box = onPicture(said, pixels);
    if (box === undefined) continue;
    for (let row = box.top; row < box.bottom; row += 1) {
      const [from, to] = [(row * width + box.left) * 4, (row * width + box.right) * 4];
      data.fill(0, from, to);
      for (let at = from + 3; at < to; at += 4) data[at] = 255;
    }
  }
  return pixels;
}

/** The part of a picture inside a box of whole pixels, which has to lie on it. */
export function crop({ width, data }: Pixels, { left, top, right, bottom }: Box): Pixels {
  const wide = right - left;
  const part = new Uint8ClampedArray(wide * (bottom - top) * 4);
  for (let row = top; row < bottom; row += 1)
    part.set(data.subarray((row * width + left) * 4, (row * width + right) * 4), (row - top) * wide * 4);
  return { width: wide, height: bottom - top, data: part };
}

function onPicture(box: Box, { width, height }: { readonly width: number; readonly height: number }): Box | undefined {
  const whole = {
    left: Math.max(0, Math.floor(box.left)),
    top: Math.max(0, Math.floor(box.top)),
    right: Math.min(width, Math.ceil(box.right)),
    bottom: Math.min(height, Math.ceil(box.bottom)),
  };
  return whole.left < whole.right && whole.top < whole.bottom ? whole : undefined;
}
