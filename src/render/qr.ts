// An address as a QR code, drawn as SVG, or as its modules.
import { encode } from 'uqr';

/** Light modules around the code that scanners need, from ISO/IEC 18004. */
const QUIET_ZONE = 4;

/**
 * The QR code of a text as inline SVG, black on white with its quiet zone, scaled by CSS (class `qr`). Hidden from
 * screen readers: the address stands beside it as text. `undefined` when the text is too long for a code.
 */
export const qrSvg = (text: string): string | undefined => {
  const code = encoded(text);
  if (code === undefined) return undefined;
  const side = code.size + 2 * QUIET_ZONE;
  const dark = code.data.flatMap((row, y) =>
    runsOf(row).map(([x, length]) => `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`),
  );
  return (
    `<svg class="qr" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true" focusable="false">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${dark.join('')}"/></svg>`
  );
};

/** The modules of a text's code with a border of two, which cameras of phones make do with on a screen; `undefined` when it is too long. */
export const qrModules = (text: string): readonly (readonly boolean[])[] | undefined => encoded(text, 'L', 2)?.data;

const encoded = (
  text: string,
  ecc: 'L' | 'M' = 'M',
  border = 0,
): { readonly size: number; readonly data: readonly (readonly boolean[])[] } | undefined => {
  try {
    return encode(text, { ecc, border });
  } catch {
    return undefined;
  }
};

/** The dark runs of a row, as where each begins and how long it is: one shape each, so that no seams show in print. */
const runsOf = (row: readonly boolean[]): readonly (readonly [from: number, length: number])[] => {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last !== undefined && last[0] + last[1] === x) last[1]++;
    else if (dark) runs.push([x, 1]);
  });
  return runs;
};
