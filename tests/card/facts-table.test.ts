// The table of facts on a card: how far its cells stand apart, and when it breaks into two rows.
import { expect, test } from 'vitest';
import type { Font } from '../../src/card/font';
import { cellTable, rowTable } from '../../src/card/facts-table';

/** A font whose letters are all as wide as they are high. */
const square: Font = { has: () => true, width: (text) => text.length };
const fonts = { regular: square, bold: square };
const rows = (count: number, letters: number) =>
  Array.from({ length: count }, () => ({ label: 'a', value: 'b'.repeat(letters) }));
const place = (width: number) => ({ x: 0, bottom: 600, width });
/** Where the values begin, and how large they are. */
const values = (table: ReturnType<typeof cellTable>) =>
  table?.texts.filter(({ weight }) => weight === 'bold').map(({ x, y, size }) => [x, y, size]);

test('cells stand 84 pixels apart where there is room, and closer where there is less', () => {
  expect(values(cellTable(rows(2, 4), fonts, place(1000)))?.map(([x]) => x)).toEqual([0, 160 + 84]);
  expect(values(cellTable(rows(2, 4), fonts, place(370)))?.map(([x]) => x)).toEqual([0, 160 + 50]);
});

test('cells stand 36 pixels apart at least: with less the letters get smaller', () => {
  expect(values(cellTable(rows(2, 4), fonts, place(356)))?.map(([x, , size]) => [x, size])).toEqual([
    [0, 40],
    [196, 40],
  ]);
  expect(values(cellTable(rows(2, 4), fonts, place(355)))?.map(([x, , size]) => [x, size])).toEqual([
    [0, 36],
    [144 + 67, 36],
  ]);
});

test('two rows of cells are 18 pixels apart, and a table too wide for two is none', () => {
  const table = cellTable(rows(4, 10), fonts, place(760));
  const [first, , third] = values(table) ?? [];
  expect((third?.[1] ?? 0) - (first?.[1] ?? 0)).toBeCloseTo(24 + 33 * 1.32 + 18);
  expect((third?.[1] ?? 0) + 33 * 0.12 + 24 * 0.14, 'the lower one stands on the bottom').toBeCloseTo(600);
  expect(cellTable(rows(4, 10), fonts, place(300))).toBeUndefined();
});

test('in a list a label and its value are 32 pixels apart at least', () => {
  expect(rowTable(rows(1, 4), fonts, place(44 * 5 + 32))?.texts[0]?.size).toBe(44);
  expect(rowTable(rows(1, 4), fonts, place(44 * 5 + 31))?.texts[0]?.size).toBe(42);
});
