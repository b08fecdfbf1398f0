// Draws SVG with resvg and the shipped typeface alone: the same input gives the same bytes on every computer.
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FAMILY } from './svg';

/** The files a card is drawn with, as they come with the program. */
export type Tools = { readonly wasm: Uint8Array; readonly regular: Uint8Array; readonly bold: Uint8Array };
export const TOOL_FILES = {
  wasm: 'resvg.wasm',
  regular: 'card-regular.ttf',
  bold: 'card-bold.ttf',
} as const satisfies Readonly<Record<keyof Tools, string>>;

export type Pen = {
  /** The SVG as PNG bytes. */
  png(svg: string): Uint8Array;
  /** Whether anything is painted at all: resvg leaves out a picture that it cannot decode and does not say so. */
  draws(svg: string): boolean;
  /** The SVG with every letter as a shape, so that it looks the same where the typeface is missing. */
  outlines(svg: string): string;
};

let ready: Promise<void> | undefined;

/** Loads resvg, once a run, and gives the pen. No system font is ever looked for. */
export async function penWith({ wasm, regular, bold }: Tools): Promise<Pen> {
  ready ??= initWasm(new Uint8Array(wasm));
  await ready;
  const font = {
    fontBuffers: [regular, bold],
    defaultFontFamily: FAMILY,
    serifFamily: FAMILY,
    sansSerifFamily: FAMILY,
  };
  const drawnAs = <T>(svg: string, use: (drawn: InstanceType<typeof Resvg>) => T): T => {
    const drawn = new Resvg(svg, { font });
    try {
      return use(drawn);
    } finally {
      drawn.free();
    }
  };
  return {
    png: (svg) =>
      drawnAs(svg, (drawn) => {
        const image = drawn.render();
        const bytes = image.asPng();
        image.free();
        return bytes;
      }),
    draws: (svg) =>
      drawnAs(svg, (drawn) => {
        const image = drawn.render();
        const isPainted = image.pixels.some((part) => part !== 0);
        image.free();
        return isPainted;
      }),
    outlines: (svg) => drawnAs(svg, (drawn) => drawn.toString()),
  };
}
