// From a card to its pictures: letters checked, laid out, drawn as PNG and as SVG.
import type { Card } from './card';
import { penWith } from './draw';
import type { Tools } from './draw';
import { readFont } from './font';
import { layOut } from './layout';
import type { Size } from './layout';
import { drawable } from './letters';
import { photoOf, readied } from './photo';
import type { Picture } from './photo';
import { svgOf, withWords } from './svg';

export type Drawing = { readonly size: Size; readonly png: Uint8Array; readonly svg: string };
export type Made =
  | {
      readonly ok: true;
      readonly card: Card;
      readonly drawings: readonly Drawing[];
      readonly leftOut: readonly string[];
    }
  /** `letters`: characters the typeface lacks. `room`: name and reason do not fit. `picture`: it cannot be decoded. */
  | { readonly ok: false; readonly problem: 'letters' | 'room' | 'picture'; readonly lacking: readonly string[] };

/** Draws `wanted` in each of `sizes`. `describe` gives the text for people who cannot see it, of the card as it was drawn. */
export async function makeCard(
  wanted: Card,
  sizes: readonly Size[],
  tools: Tools,
  describe: (card: Card) => string,
  picture?: Picture,
): Promise<Made> {
  const fonts = { regular: readFont(tools.regular), bold: readFont(tools.bold) };
  const { card, leftOut, lacking } = drawable(wanted, [fonts.regular, fonts.bold]);
  if (lacking.length > 0) return { ok: false, problem: 'letters', lacking };
  const layouts = sizes.flatMap((size) => {
    const layout = layOut(card, size, fonts, picture);
    return layout === undefined ? [] : [{ size, layout }];
  });
  if (layouts.length < sizes.length) return { ok: false, problem: 'room', lacking: [] };
  const pen = await penWith(tools);
  const ready = picture === undefined ? undefined : readied(picture, pen);
  if (picture !== undefined && ready === undefined) return { ok: false, problem: 'picture', lacking: [] };
  const drawings: Drawing[] = [];
  for (const { size, layout } of layouts) {
    const photo = ready === undefined || layout.picture === undefined ? undefined : photoOf(ready, layout.picture, pen);
    const svg = svgOf(layout, card.lang, photo);
    drawings.push({
      size,
      png: pen.png(svg),
      svg: withWords(pen.outlines(svg), card.lang, card.sentence, describe(card)),
    });
  }
  return { ok: true, card, drawings, leftOut };
}
