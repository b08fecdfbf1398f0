// The facts on a card: cells side by side on a wide card, a list on a tall one, each over a thin line.
import type { Row } from './card';
import type { Fonts, Layout, TextItem } from './placed';

type Place = { readonly x: number; readonly bottom: number; readonly width: number };
type Table = { readonly texts: readonly TextItem[]; readonly bars: Layout['bars']; readonly top: number };

/** Cells side by side, each a label over a value: in one row, or in two where one does not fit. `undefined` when two do not fit. */
export function cellTable(rows: readonly Row[], fonts: Fonts, { x, bottom, width }: Place): Table | undefined {
  if (rows.length === 0) return { texts: [], bars: [], top: bottom };
  for (const [lines, label, value] of [
    [1, 27, 40],
    [1, 25, 36],
    [1, 24, 33],
    [2, 24, 33],
    [2, 22, 28],
  ] as const) {
    const each = Math.ceil(rows.length / lines);
    const groups = Array.from({ length: lines }, (_, index) => rows.slice(index * each, (index + 1) * each)).filter(
      (group) => group.length > 0,
    );
    const columns = Array.from({ length: each }, (_, index) =>
      Math.max(...groups.map((group) => widthOf(group[index], fonts, label, value))),
    );
    const gap =
      columns.length < 2
        ? 0
        : Math.min(84, (width - columns.reduce((sum, one) => sum + one, 0)) / (columns.length - 1));
    if (gap < (columns.length < 2 ? 0 : 36) || (columns[0] ?? 0) > width) continue;
    const height = label + value * 1.32;
    const top = bottom - groups.length * height - (groups.length - 1) * 18 - 24;
    const texts = groups.flatMap((group, line) =>
      group.flatMap((row, index): readonly TextItem[] => {
        const left = x + columns.slice(0, index).reduce((sum, one) => sum + one + gap, 0);
        const base = top + 24 + line * (height + 18) + label * 0.86;
        return [
          {
            text: row.label,
            x: left,
            y: base,
            size: label,
            weight: 'regular',
            colour: 'quiet',
            width: fonts.regular.width(row.label) * label,
          },
          {
            text: row.value,
            x: left,
            y: base + value * 1.2,
            size: value,
            weight: 'bold',
            colour: 'ink',
            width: fonts.bold.width(row.value) * value,
          },
        ];
      }),
    );
    return { texts, bars: [{ x, y: top, width, height: 2, colour: 'line' }], top };
  }
  return undefined;
}

/** A label at the left, its value at the right, a thin line over each. `undefined` when a row does not fit at the smallest size. */
export function rowTable(rows: readonly Row[], fonts: Fonts, { x, bottom, width }: Place): Table | undefined {
  for (const size of [44, 42, 40, 38, 36, 34, 32]) {
    if (rows.some(({ label, value }) => (fonts.regular.width(label) + fonts.bold.width(value)) * size + 32 > width))
      continue;
    const height = size * 1.86;
    const top = bottom - rows.length * height;
    return {
      texts: rows.flatMap(({ label, value }, index): readonly TextItem[] => {
        const y = top + index * height + height * 0.66;
        return [
          { text: label, x, y, size, weight: 'regular', colour: 'quiet', width: fonts.regular.width(label) * size },
          {
            text: value,
            x: x + width,
            y,
            size,
            weight: 'bold',
            colour: 'ink',
            width: fonts.bold.width(value) * size,
            anchor: 'end',
          },
        ];
      }),
      bars: rows.map((_, index) => ({ x, y: top + index * height, width, height: 2, colour: 'line' })),
      top,
    };
  }
  return undefined;
}

function widthOf(row: Row | undefined, { regular, bold }: Fonts, label: number, value: number): number {
  return row === undefined ? 0 : Math.max(regular.width(row.label) * label, bold.width(row.value) * value);
}
