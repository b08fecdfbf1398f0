// A QR code on a screen: two modules above each other in one character.
import type { Style } from './style';

/**
 * The modules of a code (rows of dark or light, with the light border that scanners need) as lines of half blocks. A code of
 * version 3 with a border of two is 33 columns wide and 17 lines high. `undefined` where it is wider than `width` columns.
 */
export const qrLines = (
  modules: readonly (readonly boolean[])[],
  width: number,
  style: Style,
): readonly string[] | undefined => {
  const columns = modules[0]?.length ?? 0;
  if (columns > width) return undefined;
  const dark = (x: number, y: number): boolean => modules[y]?.[x] === true;
  return Array.from({ length: Math.ceil(modules.length / 2) }, (_, row) => {
    const cells = Array.from({ length: columns }, (_cell, x) => {
      const [upper, lower] = [dark(x, 2 * row), dark(x, 2 * row + 1)];
      return upper ? (lower ? '█' : '▀') : lower ? '▄' : ' ';
    });
    return style.ink(cells.join(''));
  });
};
