// The black boxes on a picture: where they are, in its own pixels, and the way back from each change.

/** Whole pixels; `right` and `bottom` are the first ones that show again. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Size = { readonly width: number; readonly height: number };

export type Boxes = {
  all(): readonly Box[];
  /** Puts in one more and gives its index. */
  add(box: Box): number;
  /** Puts `box` in place of the one at `index`. A change of the same one right after another, while `isOngoing`, is taken back together with it. */
  change(index: number, box: Box, isOngoing?: boolean): void;
  remove(index: number): void;
  /** Takes back the last change. False when there is none. */
  undo(): boolean;
};

export function boxesOn(): Boxes {
  let boxes: readonly Box[] = [];
  const before: (readonly Box[])[] = [];
  const now = (next: readonly Box[]): void => {
    before.push(boxes);
    boxes = next;
  };
  return {
    all: () => boxes,
    add(box) {
      now([...boxes, box]);
      return boxes.length - 1;
    },
    change(index, box, isOngoing = false) {
      const next = boxes.map((one, at) => (at === index ? box : one));
      if (isOngoing) boxes = next;
      else now(next);
    },
    remove: (index) => now(boxes.filter((_, at) => at !== index)),
    undo() {
      const last = before.pop();
      boxes = last ?? boxes;
      return last !== undefined;
    },
  };
}

type Point = { readonly x: number; readonly y: number };

/** The box between two points, outward to whole pixels, inside the picture; `undefined` when it would be thinner than `least` pixels. */
export function boxBetween(one: Point, other: Point, { width, height }: Size, least: number): Box | undefined {
  const between = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  const box = {
    left: between(Math.floor(Math.min(one.x, other.x)), width),
    top: between(Math.floor(Math.min(one.y, other.y)), height),
    right: between(Math.ceil(Math.max(one.x, other.x)), width),
    bottom: between(Math.ceil(Math.max(one.y, other.y)), height),
  };
  return box.right - box.left < least || box.bottom - box.top < least ? undefined : box;
}

/** The box moved by whole pixels, as far as the picture goes. */
export function moved({ left, top, right, bottom }: Box, by: Point, { width, height }: Size): Box {
  const x = Math.min(Math.max(Math.round(by.x), -left), width - right);
  const y = Math.min(Math.max(Math.round(by.y), -top), height - bottom);
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

/** The box with its right lower corner moved: at least a pixel stays, and the picture is not left. */
export function sized({ left, top, right, bottom }: Box, by: Point, { width, height }: Size): Box {
  return {
    left,
    top,
    right: Math.min(Math.max(Math.round(right + by.x), left + 1), width),
    bottom: Math.min(Math.max(Math.round(bottom + by.y), top + 1), height),
  };
}

/** A box to begin with, for whoever draws none: as wide as a line of words, each one below the last. */
export function firstBox({ width, height }: Size, count: number): Box {
  const top = Math.floor(height * (0.1 + 0.08 * (count % 10)));
  return {
    left: Math.floor(width * 0.3),
    top,
    right: Math.max(Math.ceil(width * 0.7), 1),
    bottom: Math.min(top + Math.max(Math.ceil(height * 0.05), 1), height),
  };
}

/** How far a press of an arrow goes, in pixels: a hundredth of the picture. */
export const stepOn = ({ width, height }: Size): Point => ({
  x: Math.max(1, Math.round(width / 100)),
  y: Math.max(1, Math.round(height / 100)),
});

/** Where a box is, in percent of the picture. */
export function percentOf(
  { left, top, right, bottom }: Box,
  { width, height }: Size,
): Readonly<Record<'left' | 'top' | 'width' | 'height', number>> {
  return {
    left: (left / width) * 100,
    top: (top / height) * 100,
    width: ((right - left) / width) * 100,
    height: ((bottom - top) / height) * 100,
  };
}
