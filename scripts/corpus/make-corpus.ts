// Draws the made-up screenshots, and notes where on them everything private stands.
import { chromium } from 'playwright-core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FONTS, KINDS, LANGUAGES, pageOf } from './corpus-pages';
import type { Variant } from './corpus-pages';

/** A box in pixels of the picture. */
type TrueBox = {
  readonly kind: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
export type CorpusEntry = Variant & { readonly file: string; readonly boxes: readonly TrueBox[] };

/** Every kind, language, theme and scale; the three fonts take turns, or all are made. */
export function variantsOf(all: boolean): readonly Variant[] {
  const variants: Variant[] = [];
  let turn = 0;
  for (const kind of KINDS) {
    for (const lang of LANGUAGES) {
      for (const theme of ['light', 'dark'] as const) {
        for (const scale of [1, 2] as const) {
          for (const font of all ? FONTS : [FONTS[turn % FONTS.length] ?? FONTS[0]])
            variants.push({ kind, lang, theme, scale, font, turn: turn++ });
        }
      }
    }
  }
  return variants;
}

/** Draws `variants` into `folder` with the chromium of this system; gives where everything private stands. */
export async function makeCorpus(folder: string, variants: readonly Variant[]): Promise<readonly CorpusEntry[]> {
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const entries: CorpusEntry[] = [];
  try {
    for (const scale of [1, 2] as const) {
      const page = await browser.newPage({ viewport: { width: 1100, height: 640 }, deviceScaleFactor: scale });
      for (const variant of variants.filter((one) => one.scale === scale)) {
        const { kind, lang, theme, font, turn } = variant;
        const file = `${kind}-${lang}-${theme}-${font.replaceAll(' ', '').toLowerCase()}-${scale}x-${turn}.png`;
        await page.setContent(pageOf(variant));
        await page.screenshot({ path: join(folder, file) });
        const boxes = await page.locator('[data-private]').evaluateAll((found) =>
          found.flatMap((one) => {
            const range = one.ownerDocument.createRange();
            range.selectNodeContents(one);
            // A text that wraps has a box in each row. Above and below the letters a row is empty.
            return [...range.getClientRects()].map(({ left, top, right, bottom }) => ({
              kind: one.getAttribute('data-private') ?? '',
              left,
              top: top + (bottom - top) * 0.15,
              right,
              bottom: bottom - (bottom - top) * 0.15,
            }));
          }),
        );
        entries.push({
          ...variant,
          file,
          boxes: boxes.map((box) => ({
            kind: box.kind,
            left: box.left * scale,
            top: box.top * scale,
            right: box.right * scale,
            bottom: box.bottom * scale,
          })),
        });
      }
      await page.close();
    }
  } finally {
    await browser.close();
  }
  writeFileSync(join(folder, 'corpus.json'), JSON.stringify(entries, undefined, 1));
  return entries;
}
