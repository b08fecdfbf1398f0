// The boxes on a picture: they stay inside it, grow outward to whole pixels, and every change can be taken back.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxBetween, boxesOn, firstBox, moved, sized, stepOn } from '../../src/page/cover/boxes';
import type { Box } from '../../src/page/cover/boxes';

const size = { width: 1170, height: 2532 };
const inside = ({ left, top, right, bottom }: Box, { width, height } = size): boolean =>
  left >= 0 && top >= 0 && right <= width && bottom <= height && left < right && top < bottom;
const point = fc.record({
  x: fc.double({ min: -500, max: 3000, noNaN: true }),
  y: fc.double({ min: -500, max: 3000, noNaN: true }),
});

describe('a box that is drawn', () => {
  test('covers both of its points, whichever way it was drawn', () => {
    expect(boxBetween({ x: 40.6, y: 90.2 }, { x: 10.4, y: 20.9 }, size, 5)).toEqual({
      left: 10,
      top: 20,
      right: 41,
      bottom: 91,
    });
  });
  test('is none when it is a mere touch, or beside the picture', () => {
    expect(boxBetween({ x: 10, y: 10 }, { x: 11, y: 200 }, size, 5)).toBeUndefined();
    expect(boxBetween({ x: -50, y: 10 }, { x: -10, y: 200 }, size, 5)).toBeUndefined();
  });
  test('is inside the picture, moved or sized as one likes', () =>
    fc.assert(
      fc.property(point, point, point, (one, other, by) => {
        const box = boxBetween(one, other, size, 1);
        if (box === undefined) return;
        expect(inside(box)).toBe(true);
        const there = moved(box, by, size);
        expect(inside(there)).toBe(true);
        expect([there.right - there.left, there.bottom - there.top]).toEqual([
          box.right - box.left,
          box.bottom - box.top,
        ]);
        expect(inside(sized(box, by, size))).toBe(true);
      }),
    ));
  test('can be had without drawing on the smallest picture too', () => {
    for (const small of [{ width: 1, height: 1 }, { width: 3, height: 2000 }, size])
      for (let count = 0; count < 25; count += 1)
        expect(inside(firstBox(small, count), small), `${small.width}`).toBe(true);
    expect(stepOn({ width: 20, height: 20 })).toEqual({ x: 1, y: 1 });
  });
});

test('each change is taken back by itself, and a drag as one', () => {
  const boxes = boxesOn();
  const [one, two] = [firstBox(size, 0), firstBox(size, 1)];
  boxes.add(one);
  boxes.add(two);
  boxes.change(0, moved(one, { x: 5, y: 0 }, size));
  boxes.change(0, moved(one, { x: 9, y: 0 }, size), true);
  boxes.change(0, moved(one, { x: 12, y: 0 }, size), true);
  boxes.remove(1);
  expect(boxes.all()).toEqual([moved(one, { x: 12, y: 0 }, size)]);
  boxes.undo();
  expect(boxes.all()).toHaveLength(2);
  boxes.undo();
  expect(boxes.all()).toEqual([one, two]);
  boxes.undo();
  boxes.undo();
  expect(boxes.all()).toEqual([]);
  expect(boxes.undo()).toBe(false);
});
