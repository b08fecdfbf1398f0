// Nothing on a card is cut, lies over something else or leaves its frame: measured on the ink of every line, in every language.
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Card } from '../../src/card/card';
import { COLOURS } from '../../src/card/colours';
import { penWith } from '../../src/card/draw';
import type { Tools } from '../../src/card/draw';
import { drawable } from '../../src/card/letters';
import { layOut, SIZES } from '../../src/card/layout';
import type { Size } from '../../src/card/layout';
import type { Box, Fonts, Layout } from '../../src/card/placed';
import { pictureSvg, svgOf } from '../../src/card/svg';
import { LANGUAGES } from '../../src/content/compiled/about';
import { shareOf } from '../support/languages';
import { aCard, cardTools, fontsOf } from '../support/card-tools';

let tools: Tools;
let fonts: Fonts;
beforeAll(async () => {
  tools = await cardTools();
  fonts = fontsOf(tools);
  await penWith(tools);
  await initWasm(new Uint8Array(tools.wasm)).catch(() => undefined);
});

const on = '2026-09-22';
const deleted = { on: '2026-10-30', dataGoneBy: '2026-11-29' };
const steps = ['verify-export', 'cancel-apple'].map((id, index) => ({
  id,
  number: index + 1,
  state: 'done',
  on,
  receipts: 12,
}));
const sentence = (words: number): string =>
  `${Array.from({ length: words }, (_, index) => ['because', 'Widerspruchserklärung', 'my', 'notes', 'quotidiennement', 'are', 'it'][index % 7]).join(' ')}.`;
const SUMMARIES = {
  'the least there is': { plan: undefined, paidUntil: undefined, steps: [] },
  'cancelled, with everything': { plan: 'business', paidUntil: '2026-09-22', steps },
  'cancelled and deleted': {
    plan: 'enterprise',
    cancelled: [{ biller: 'apple', on }],
    deleted,
    paidUntil: '2026-09-22',
    steps,
  },
  'deleted with the plan in the table': { plan: 'business', cancelled: [], deleted, paidUntil: undefined, steps },
  'a long reason and a long name': {
    plan: 'business',
    cancelled: [{ biller: 'apple', on }],
    deleted,
    paidUntil: '2026-09-22',
    steps,
    reason: 'price',
    reasonText: sentence(18),
    name: 'Maximiliane-Antoinette Wolfeschlegelstei',
  },
  'one word without end': { steps, reasonText: 'W'.repeat(50), name: 'M'.repeat(30) },
} as const;
const PICTURES = {
  'no picture': undefined,
  'a wide picture': { width: 2880, height: 1800 },
  'a phone’s picture': { width: 1170, height: 2532 },
  'a strip': { width: 3000, height: 60 },
  'a small one': { width: 60, height: 40 },
} as const;

const CARDS = Object.entries(SUMMARIES).flatMap(([what, parts]) =>
  Object.entries(PICTURES).map(([which, picture]) => ({ what, parts, which, picture })),
);

describe.each(LANGUAGES)('%s', (lang) => {
  describe.each(SIZES)('%s', (size) => {
    test.each(shareOf(lang, CARDS, ({ what }) => what === 'a long reason and a long name'))(
      '$what, $which',
      async ({ parts, picture }) => {
        const { name, ...summary } = { name: undefined, ...parts };
        const card = drawable(
          await aCard(lang, summary as never, { name, price: { amount: 229.99, currency: 'EUR' } }),
          [fonts.regular, fonts.bold],
        ).card;
        expectWell(card, size, picture);
      },
    );
  });
});

test('more than fits in the smallest letters is not drawn at all', async () => {
  const card = await aCard('en', { reasonText: sentence(400) });
  for (const size of SIZES) expect(layOut(card, size, fonts)).toBeUndefined();
});

test('what is on a card is as large as a phone needs it: no line under 8 pixels at 400 wide', async () => {
  for (const size of SIZES) {
    const layout = layOut(
      await aCard('fr', SUMMARIES['cancelled and deleted'] as never, {
        price: { amount: 23, currency: 'EUR' },
        name: 'Ana',
      }),
      size,
      fonts,
    );
    for (const { size: letters, text } of layout?.texts ?? [])
      expect((letters * 400) / (layout?.width ?? 1), text).toBeGreaterThanOrEqual(8);
  }
});

function expectWell(
  card: Card,
  size: Size,
  picture: { readonly width: number; readonly height: number } | undefined,
): void {
  const layout = layOut(card, size, fonts, picture);
  if (layout === undefined) throw new Error('does not fit');
  const { width, height, margin, texts, bars } = layout;
  // Every word is there, in order.
  const words = (text: string): string => text.replace(/[\s\u00A0·]+/g, '');
  const said = [
    card.sentence,
    card.name === undefined ? card.date : `${card.date} · ${card.name}`,
    card.reason ?? '',
    ...card.rows.flatMap(({ label, value }) => [label, value]),
    card.foot,
  ];
  expect(words(texts.map(({ text }) => text).join(''))).toBe(words(said.join('')));
  // Inside the margins, by the ink. A letter may reach over its own edge by a hair.
  const ink = texts.map((item) => ({ what: item.text, box: inkOf(item, layout, card.lang), weight: item.size }));
  for (const { what, box } of ink) {
    expect(box.x, what).toBeGreaterThanOrEqual(margin - 3);
    expect(box.x + box.width, what).toBeLessThanOrEqual(width - margin + 3);
    expect(box.y, what).toBeGreaterThanOrEqual(margin);
    expect(box.y + box.height, what).toBeLessThanOrEqual(height - 36);
  }
  // Nothing over anything else.
  const things = [
    ...ink,
    ...bars.map((box) => ({ what: 'bar', box })),
    ...(layout.picture === undefined ? [] : [{ what: 'picture', box: layout.picture }]),
  ];
  for (const [index, one] of things.entries())
    for (const other of things.slice(index + 1))
      expect(overlap(one.box, other.box), `${one.what} / ${other.what}`).toBe(false);
  if (picture !== undefined) {
    const shown = layout.picture;
    expect(shown).toBeDefined();
    expect((shown?.width ?? 0) - 24).toBeGreaterThan(0);
    expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThanOrEqual(width - margin);
  }
  // What was measured is what the layout counted with: kerning only takes away.
  for (const [index, { box }] of ink.entries())
    expect(box.width).toBeLessThanOrEqual((texts[index]?.width ?? 0) * 1.01 + 4);
}

/** The box of what is really painted for one line. */
function inkOf(item: Layout['texts'][number], layout: Layout, lang: string): Box {
  const drawn = new Resvg(svgOf({ ...layout, texts: [item], bars: [] }, lang).replace(/<rect[^>]*>\n/, ''), {
    font: { fontBuffers: [tools.regular, tools.bold], defaultFontFamily: 'Literata' },
  });
  const found = drawn.getBBox();
  if (found === undefined) throw new Error(`nothing is drawn for "${item.text}"`);
  const box = { x: found.x, y: found.y, width: found.width, height: found.height };
  found.free();
  drawn.free();
  return box;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width - 1 &&
    other.x < one.x + one.width - 1 &&
    one.y < other.y + other.height - 1 &&
    other.y < one.y + one.height - 1
  );
}

test('in the PNG itself the margin is nothing but paper', async () => {
  const pen = await penWith(tools);
  for (const size of SIZES) {
    for (const lang of LANGUAGES) {
      const layout = layOut(
        drawable(
          await aCard(lang, SUMMARIES['a long reason and a long name'] as never, {
            price: { amount: 229.99, currency: 'EUR' },
            name: 'Ana',
          }),
          [fonts.regular, fonts.bold],
        ).card,
        size,
        fonts,
      );
      if (layout === undefined) throw new Error('does not fit');
      const { width, height } = layout;
      const image = new Resvg(pictureSvg(pen.png(svgOf(layout, lang)), width, height)).render();
      const { pixels } = image;
      const paper = [1, 3, 5].map((at) => Number.parseInt(COLOURS.paper.slice(at, at + 2), 16));
      const isPaper = (x: number, y: number): boolean =>
        paper.every((value, part) => pixels[(y * width + x) * 4 + part] === value);
      let stained = 0;
      for (let y = 0; y < height; y += 1)
        for (let x = 0; x < width; x += 1)
          if ((x < 48 || x >= width - 48 || y < 48 || y >= height - 36) && !isPaper(x, y)) stained += 1;
      expect({ size, lang, stained, width: image.width, height: image.height }).toEqual({
        size,
        lang,
        stained: 0,
        width: size === 'wide' ? 1200 : 1080,
        height: size === 'wide' ? 630 : 1350,
      });
      image.free();
    }
  }
});
