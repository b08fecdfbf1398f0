// The page as a browser sees it: axe, a narrow phone, a sheet of paper. Needs a Chromium; CHROMIUM names another than the usual one.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html';
import { LETTER_KINDS } from '../../src/journey/letter';
import { aLetter } from '../support/letters';
import { checklist, everywhere, HOSTILE, reviewScreen, stepScreen } from './documents';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!existsSync(executablePath))('the page in a browser', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  it.each([
    ['a checklist', checklist],
    ['a step', stepScreen],
    ['the answers', reviewScreen],
  ])('axe finds nothing wrong with %s', async (_name, document) => {
    await page.setContent(renderHtml(document, { qr: true }));
    await page.evaluate(axe);
    // Which levels the headings have is the document's own choice: a step's position stands above its title.
    const rules = document === checklist ? {} : { 'heading-order': { enabled: false } };
    const violations: unknown = await page.evaluate(
      `axe.run({ rules: ${JSON.stringify(rules)} }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    );
    expect(violations).toEqual([]);
  });
  it.each(LETTER_KINDS)('axe finds nothing wrong with a letter about %s, and it fits a phone', async (kind) => {
    const { document } = await aLetter(kind, 'fr', { profile: { region: 'eea' }, country: 'fr' });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.setContent(renderHtml(document, { qr: true }));
    await page.evaluate(axe);
    const violations: unknown = await page.evaluate(
      `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
    );
    expect(violations).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    // Whoever reads it aloud has to know where the language changes.
    expect(await page.evaluate(`document.querySelector('div[lang=en]')?.textContent.includes('____')`)).toBe(true);
  });
  it.each([checklist, stepScreen, reviewScreen])('fits a phone 320 pixels wide', async (document) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.setContent(renderHtml(document, { qr: true }));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
  it.each(HOSTILE)('%s runs and loads nothing', async (_name, text) => {
    const heard: string[] = [];
    page.on('dialog', (dialog) => heard.push(dialog.message()));
    page.on('request', (request) => heard.push(request.url()));
    await page.setContent(renderHtml(everywhere(text), { qr: true }));
    expect(
      await page.evaluate(
        `document.querySelectorAll('script, img, iframe, object, [onclick], [onerror], [onmouseover]').length`,
      ),
    ).toBe(0);
    expect(
      await page.evaluate(`[...document.links].filter(({ href }) => !href.startsWith('https://example.org/')).length`),
    ).toBe(0);
    expect(heard).toEqual([]);
    page.removeAllListeners();
  });
  it.each(['A4', 'Letter'])('nine steps are one sheet of %s', async (format) => {
    await page.setContent(renderHtml(checklist, { qr: true }));
    const sheets = (await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(sheets).toHaveLength(1);
  });
});
