// What axe objects to on a page, as it is on a screen and as it is printed.
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Each objection with the first element it is about: on the screen of a phone, 320 pixels wide, and as printed. Rules about the width
 * look at the narrow one; the rest says the same at every width.
 */
export async function objections(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const [media, width] of [
    ['screen', 320],
    ['print', 1024],
  ] as const) {
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 900 });
    const on: readonly string[] = await page.evaluate(
      'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
    );
    found.push(...on.map((one) => `${media}, ${width} pixels: ${one}`));
  }
  return found;
}
