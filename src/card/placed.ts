// What stands on a card once its place is known: lines of text, bars, the photo.
import type { Colour } from './colours';
import type { Font } from './font';

export type Fonts = { readonly regular: Font; readonly bold: Font };
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** A line of text; `y` is its baseline, `width` what it takes at most. `anchor: end` means that `x` is its right end. */
export type TextItem = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: keyof Fonts;
  readonly colour: Colour;
  readonly width: number;
  readonly anchor?: 'end';
};
export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly texts: readonly TextItem[];
  readonly bars: readonly (Box & { readonly colour: Colour })[];
  readonly picture?: Box;
};
