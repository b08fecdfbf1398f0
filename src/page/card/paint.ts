// Measures and paints a card with the letters that this device has: by the same hand, so that what was measured fits.
import { COLOURS } from '../../card/colours';
import type { Font } from '../../card/font';
import type { Fonts, Layout } from '../../card/placed';
import { canvasOf } from '../machine/picture';

/** Letters with serifs, as on the command's card; each system has one of them. */
const FAMILY = "Literata, 'Iowan Old Style', Georgia, Charter, 'Noto Serif', 'Liberation Serif', 'DejaVu Serif', serif";
const WEIGHTS = { regular: 400, bold: 700 } as const;
/** Pixels at which widths are measured: large, so that rounding is small. */
const MEASURED_AT = 200;

/** Fonts of this device. They are said to have every letter, since a browser takes another font where one lacks it. */
export function deviceFonts(): Fonts {
  return { regular: fontOf('regular'), bold: fontOf('bold') };
}

function fontOf(weight: keyof Fonts): Font {
  const context = readied(canvasOf(1, 1), weight, MEASURED_AT);
  const known = new Map<string, number>();
  return {
    has: () => true,
    width(text) {
      const before = known.get(text);
      if (before !== undefined) return before;
      const width = (context?.measureText(text).width ?? text.length * MEASURED_AT) / MEASURED_AT;
      known.set(text, width);
      return width;
    },
  };
}

/** The card of a layout, in pixels of its own. */
export function painted({ width, height, texts, bars }: Layout, lang: string): HTMLCanvasElement {
  const canvas = canvasOf(width, height);
  canvas.lang = lang;
  const context = canvas.getContext('2d');
  if (context === null) return canvas;
  context.fillStyle = COLOURS.paper;
  context.fillRect(0, 0, width, height);
  for (const bar of bars) {
    context.fillStyle = COLOURS[bar.colour];
    context.fillRect(bar.x, bar.y, bar.width, bar.height);
  }
  for (const { text, x, y, size, weight, colour, anchor, width: most } of texts) {
    readied(canvas, weight, size);
    context.fillStyle = COLOURS[colour];
    context.textAlign = anchor === 'end' ? 'right' : 'left';
    // No line gets wider than it was measured, whatever a browser does with letters of another size.
    context.fillText(text, x, y, most);
  }
  return canvas;
}

function readied(canvas: HTMLCanvasElement, weight: keyof Fonts, size: number): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  if (context !== null) context.font = `${WEIGHTS[weight]} ${size}px ${FAMILY}`;
  return context;
}
