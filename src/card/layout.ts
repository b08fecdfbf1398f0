// Places everything on a card, in pixels: as large as fits, nothing cut. The wide and the tall card are arranged differently.
import type { Card } from './card';
import type { Colour } from './colours';
import { cellTable, rowTable } from './facts-table';
import type { Font } from './font';
import type { Box, Fonts, Layout, TextItem } from './placed';
import { wrap, wrapEvenly } from './wrap';

/** The forms a card comes in: for link previews and wide screens, and for phones held upright. */
export const SIZES = ['wide', 'tall'] as const;
export type Size = (typeof SIZES)[number];

type Form = {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly sentence: number;
  readonly date: number;
  readonly reason: number;
  readonly foot: number;
  readonly smallest: { readonly sentence: number; readonly text: number };
};
const FORMS: Readonly<Record<Size, Form>> = {
  wide: {
    width: 1200,
    height: 630,
    margin: 64,
    sentence: 128,
    date: 40,
    reason: 38,
    foot: 25,
    smallest: { sentence: 42, text: 25 },
  },
  tall: {
    width: 1080,
    height: 1350,
    margin: 80,
    sentence: 156,
    date: 48,
    reason: 46,
    foot: 32,
    smallest: { sentence: 56, text: 30 },
  },
};
const BAR = { width: 88, height: 9 };
/** The picture's paper edge, in pixels. */
export const EDGE = 12;

/** Sizes are tried from the largest to the smallest; `undefined` when even the smallest does not hold everything. */
export function layOut(
  card: Card,
  size: Size,
  fonts: Fonts,
  picture?: { readonly width: number; readonly height: number },
): Layout | undefined {
  const form = FORMS[size];
  // A picture is given a good part of the card first, and less where the words need it.
  for (const share of picture === undefined ? [0] : [400, 240, 160]) {
    for (let scale = 1; form.sentence * scale >= form.smallest.sentence; scale -= 0.02) {
      const layout =
        size === 'wide'
          ? wide(card, form, scale, fonts, picture, share)
          : tall(card, form, scale, fonts, picture, share);
      if (layout !== undefined) return layout;
    }
  }
  return undefined;
}

type Shape = { readonly width: number; readonly height: number } | undefined;

/** Words at the left, the picture at the right, the table across the foot. */
function wide(card: Card, form: Form, scale: number, fonts: Fonts, picture: Shape, share: number): Layout | undefined {
  const { width, height, margin } = form;
  const foot = footOf(card, form, fonts);
  const table = cellTable(card.rows, fonts, { x: margin, bottom: height - margin - 50, width: width - 2 * margin });
  if (table === undefined) return undefined;
  const room = table.top - margin - (card.rows.length === 0 ? 0 : 34);
  const photo = picture === undefined ? undefined : contained(picture, { x: 0, y: margin, width: share, height: room });
  const column = width - 2 * margin - (photo === undefined ? 0 : photo.width + 56);
  const words = wordsOf(card, form, scale, fonts, { x: margin, y: margin, width: column });
  if (words.bottom > margin + room) return undefined;
  const down = photo === undefined ? lowered(margin + room - words.bottom) : 0;
  return {
    width,
    height,
    margin,
    texts: [...words.texts.map((text) => ({ ...text, y: text.y + down })), ...table.texts, ...foot],
    bars: [{ ...words.bar, y: words.bar.y + down }, ...table.bars],
    ...(photo === undefined ? {} : { picture: { ...photo, x: width - margin - photo.width } }),
  };
}

/** Words above, the picture below them, then the table as a list. */
function tall(card: Card, form: Form, scale: number, fonts: Fonts, picture: Shape, share: number): Layout | undefined {
  const { width, height, margin } = form;
  const foot = footOf(card, form, fonts);
  const table = rowTable(card.rows, fonts, { x: margin, bottom: height - margin - 66, width: width - 2 * margin });
  if (table === undefined) return undefined;
  const words = wordsOf(card, form, scale, fonts, { x: margin, y: margin, width: width - 2 * margin });
  const room = table.top - 44 - words.bottom;
  if (room < share) return undefined;
  const photo =
    picture === undefined
      ? undefined
      : contained(picture, { x: margin, y: words.bottom + 44, width: width - 2 * margin, height: room - 44 });
  const down = photo === undefined ? lowered(room) : 0;
  return {
    width,
    height,
    margin,
    texts: [...words.texts.map((text) => ({ ...text, y: text.y + down })), ...table.texts, ...foot],
    bars: [{ ...words.bar, y: words.bar.y + down }, ...table.bars],
    ...(photo === undefined ? {} : { picture: photo }),
  };
}

/** Words alone over much empty paper stand a little lower, as on a poster. */
function lowered(room: number): number {
  return Math.round(Math.max(0, room) * 0.36);
}

type Place = { readonly x: number; readonly y: number; readonly width: number };

/** The bar, the sentence, the day with the name, the reason: one below the other. `bottom` is where the last line ends. */
function wordsOf(
  card: Card,
  form: Form,
  scale: number,
  fonts: Fonts,
  { x, y, width }: Place,
): { readonly texts: readonly TextItem[]; readonly bar: Layout['bars'][number]; readonly bottom: number } {
  const sentence = form.sentence * scale;
  const small = (size: number): number => Math.max(form.smallest.text, size * (0.4 + 0.6 * scale));
  const texts: TextItem[] = [];
  let at = y + BAR.height + 26;
  const put = (lines: readonly string[], size: number, leading: number, weight: keyof Fonts, colour: Colour): void => {
    for (const [index, text] of lines.entries()) {
      at += size * (index === 0 ? 0.98 : leading);
      texts.push({ text, x, y: at, size, weight, colour, width: fonts[weight].width(text) * size });
    }
    at += size * 0.26;
  };
  // Bold letters of this size have some air of their own at the left: set out by it, they stand in line with the rest.
  put(wrapEvenly(card.sentence, fonts.bold, sentence, width), sentence, 1.06, 'bold', 'ink');
  at += 14 * scale;
  put(dateLines(card, fonts.regular, small(form.date), width), small(form.date), 1.3, 'regular', 'quiet');
  if (card.reason !== undefined) {
    at += 16 * scale;
    put(wrapEvenly(card.reason, fonts.regular, small(form.reason), width), small(form.reason), 1.28, 'regular', 'warm');
  }
  return { texts, bar: { x, y, ...BAR, colour: 'warm' }, bottom: at };
}

/** The day and the name on one line, or one below the other. */
function dateLines({ date, name }: Card, font: Font, size: number, width: number): readonly string[] {
  if (name === undefined) return wrap(date, font, size, width);
  const together = `${date} · ${name}`;
  return font.width(together) * size <= width
    ? [together]
    : [...wrap(date, font, size, width), ...wrap(name, font, size, width)];
}

function footOf(card: Card, { width, height, margin, foot }: Form, { regular }: Fonts): readonly TextItem[] {
  const size = Math.min(foot, (width - 2 * margin) / regular.width(card.foot));
  return [
    {
      text: card.foot,
      x: margin,
      y: height - margin + 6,
      size,
      weight: 'regular',
      colour: 'quiet',
      width: regular.width(card.foot) * size,
    },
  ];
}

/** As large as fits, in its own proportions, with its paper edge; at the left top of `box`. */
function contained(picture: { readonly width: number; readonly height: number }, box: Box): Box {
  const scale = Math.min((box.width - 2 * EDGE) / picture.width, (box.height - 2 * EDGE) / picture.height, 1);
  return {
    x: box.x,
    y: box.y,
    width: Math.round(picture.width * scale) + 2 * EDGE,
    height: Math.round(picture.height * scale) + 2 * EDGE,
  };
}
