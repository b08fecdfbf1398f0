// The kit for a table, read as people and machines read it: on A4 and Letter, in black and white, through the camera of a phone.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue';
import { LANGUAGES } from '../../src/content/compiled/about';
import { objections } from '../support/axe';
import { WHOLE } from '../support/languages';
import { aFolder, canUse, plainEnvironment, runProgram, toolAt } from '../support/tools';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
];
const TOOLS = ['pdfinfo', 'pdftotext', 'pdftoppm', 'zbarimg'];
const sees = canUse('chromium', existsSync(executablePath));
const reads = canUse(
  TOOLS.join(', '),
  TOOLS.every((name) => toolAt(name) !== undefined),
);

const FORMATS = ['A4', 'Letter'];
/** The kit of the two languages that are gone through whole, and one of all the others. */
const KITS = [WHOLE, LANGUAGES.filter((lang) => !WHOLE.includes(lang))];
/** Points of a page in the two sizes. */
const SIZE: Readonly<Record<string, readonly [number, number]>> = { A4: [595, 842], Letter: [612, 792] };
/** Dots an inch of a cheap printer, each black or white. */
const DOTS = 200;

type Listed = {
  readonly id: string;
  readonly lang: string;
  readonly kind: string;
  readonly title: string;
  readonly pages?: readonly string[];
};
type Kit = { readonly html: string; readonly sheets: readonly Listed[] };

let browser: Browser;
let page: Page;
const made = new Map<readonly string[], Promise<Kit>>();

describe.skipIf(!sees)('the kit on a screen', () => {
  aBrowser();

  it('asks for nothing, and could not if it tried', async () => {
    const { html } = await kit();
    const { asked, refused } = await show(html);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none';`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/i);
    expect(asked).toEqual([]);
    expect(refused).toEqual([]);
  });

  it('a page that does try is noticed here', async () => {
    const { html } = await kit();
    const { refused } = await show(html.replace('</main>', '<img src="https://example.org/x.png"></main>'));
    expect(refused.join()).toContain('Content Security Policy');
    const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
    const { asked } = await show(open.replace('</main>', '<img src="https://example.org/x.png"></main>'));
    expect(asked).toEqual(['https://example.org/x.png']);
  });

  it('has nothing that axe objects to, and fits a phone and a desk', async () => {
    await show((await kit()).html);
    for (const width of [320, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth'), `${width} pixels`).toBeLessThanOrEqual(width);
    }
    expect(await objections(page)).toEqual([]);
  });

  it.each(KITS.map((langs) => [langs.join(','), langs] as const))(
    'has boxes to tick and nothing to write a name into, in %s',
    async (_names, langs) => {
      const { html } = await kit(langs);
      const fields = [...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([field]) => field);
      expect(fields.filter((field) => !field.includes('type="checkbox"'))).toEqual([]);
      const fills = [...html.matchAll(/<p class="fill">([^<]*)</g)].map(([, label]) => (label ?? '').trim());
      // The only line to write on is for the day of a step.
      const dates = langs.map(async (lang) => (await loadCatalogue(lang)).words.ui.checklist.on);
      expect([...new Set(fills)]).toEqual([...new Set(await Promise.all(dates))]);
    },
  );

  it('is black on white, and says nothing by a background or a colour', async () => {
    await show((await kit()).html);
    await page.emulateMedia({ media: 'print' });
    const inks = (await page.evaluate(INKS)) as readonly string[];
    expect(inks.length).toBeGreaterThan(0);
    for (const ink of inks) {
      const [red = 0, green = 0, blue = 0] = [...ink.matchAll(/\d+/g)].map(([part]) => Number(part));
      expect([green, blue], ink).toEqual([red, red]);
      // #595959 on white is 7 to 1.
      expect(red, ink).toBeLessThanOrEqual(0x59);
    }
  });

  it('has a poster whose smallest words are read from two metres', async () => {
    await show((await kit()).html);
    await page.emulateMedia({ media: 'print' });
    const sizes = (await page.evaluate(POSTER_SIZES)) as readonly number[];
    // 20 points are 7 mm of line, 3.5 mm of small letters: six minutes of arc at two metres.
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...sizes)).toBeGreaterThanOrEqual(70);
  });
});

/** Letter is the shorter paper: what has its place there has it on A4. */
const PRINTED = FORMATS.flatMap((format) =>
  KITS.filter((langs) => langs === WHOLE || format === 'Letter').map(
    (langs) => [langs.join(','), format, langs] as const,
  ),
);
describe.skipIf(!sees || !reads)('the kit printed', () => {
  aBrowser();

  describe.each(PRINTED)('in %s on %s', (_names, format, langs) => {
    it('has every sheet whole and on its own paper: one page, or two for steps; the language at the edge of each', async () => {
      const { sheets } = await kit(langs);
      const pages = pagesOf((await paper(langs, format)).pdf);
      const found: { edge: string; count: number; text: string }[] = [];
      for (const text of pages) {
        const edge = (text.trimStart().split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
        const last = found.at(-1);
        if (last?.edge === edge) found[found.length - 1] = { edge, count: last.count + 1, text: last.text + text };
        else found.push({ edge, count: 1, text });
      }
      expect(found.length).toBe(sheets.length);
      for (const [index, { id, lang, kind, title }] of sheets.entries()) {
        const sheet = found[index];
        const { name } = (await loadCatalogue(lang)).words.language;
        expect(sheet?.edge.startsWith(`${name} `), `${id}: ${sheet?.edge}`).toBe(true);
        expect(sheet?.count, id).toBeLessThanOrEqual(kind === 'case' ? 2 : 1);
        expect(solid(sheet?.text ?? ''), id).toContain(solid(title));
      }
      // Whoever stops paying gets one page, in English on both papers.
      if (langs[0] === 'en') expect(found.slice(1, 4).map(({ count }) => count)).toEqual([1, 1, 1]);
    });

    it('loses no word at an edge or a fold', async () => {
      const { pdf, words } = await paper(langs, format);
      const there = counted(solidWords(tool('pdftotext', ['-raw', '-enc', 'UTF-8', pdf, '-'])));
      const missing = [...counted(words)].filter(([word, times]) => (there.get(word) ?? 0) < times);
      expect(missing).toEqual([]);
      const [width = 0, height = 0] = SIZE[format] ?? [];
      for (const [left, top, right, bottom] of boxesOf(pdf)) {
        // Printers leave out what is nearer to the edge than 5 mm, 14 points.
        expect(left).toBeGreaterThanOrEqual(14);
        expect(top).toBeGreaterThanOrEqual(14);
        expect(right).toBeLessThanOrEqual(width - 14);
        expect(bottom).toBeLessThanOrEqual(height - 14);
      }
    });
  });

  // The codes are the same in every language and on either paper: addresses.
  it('has a code at each step with an address, in the column of its title, that a camera reads in black and white as that address', async () => {
    const { sheets } = await kit();
    const { pdf, steps } = await paper(WHOLE, 'A4');
    const [width = 0, height = 0] = SIZE['A4'] ?? [];
    const found: string[] = [];
    for (const column of [0, 1]) {
      // Each column for itself: a code in the next one would be taken for that of another step.
      const [left, half] = [Math.round((column * width) / 2), Math.round(width / 2)];
      const texts = pagesOf(pdf, '-raw', ['-x', left, '-y', 0, '-W', half, '-H', height].map(String));
      const folder = aFolder();
      const dots = (points: number): string => String(Math.round((points * DOTS) / 72));
      tool('pdftoppm', ['-r', String(DOTS), '-mono', '-x', dots(left), '-W', dots(half), pdf, join(folder, 'page')]);
      const pictures = readdirSync(folder).sort();
      expect(pictures.length).toBe(texts.length);
      for (const [index, file] of pictures.entries())
        for (const code of codesIn(join(folder, file))) {
          found.push(code);
          const titles = steps.filter(({ address }) => address === code).map(({ title }) => solid(title));
          const text = solid(texts[index] ?? '');
          expect(
            titles.some((title) => text.includes(title)),
            `page ${index + 1}, column ${column + 1}: ${code}`,
          ).toBe(true);
        }
    }
    expect(found.sort()).toEqual(sheets.flatMap(({ pages = [] }) => pages).sort());
  });
});

describe.skipIf(!sees || !reads)('a sheet that does not fit', () => {
  aBrowser();

  it('is noticed: the same sheets in larger type take more pages', async () => {
    const { html } = await kit();
    const large = html.replace('font: 8.6pt/1.25', 'font: 13pt/1.5');
    expect(large).not.toBe(html);
    expect(pagesOf(await printed(large, 'A4')).length).toBeGreaterThan(pagesOf((await paper(WHOLE, 'A4')).pdf).length);
  });

  it('is noticed: a code that is printed too small is not read', async () => {
    const { html, sheets } = await kit();
    const pdf = await printed(html.replace('--qr: 19mm', '--qr: 4mm'), 'A4');
    const folder = aFolder();
    tool('pdftoppm', ['-r', String(DOTS), '-mono', '-f', '2', '-l', '2', pdf, join(folder, 'page')]);
    const read = readdirSync(folder).flatMap((file) => codesIn(join(folder, file)));
    expect(read.length).toBeLessThan(sheets[1]?.pages?.length ?? 0);
  });
});

/** Every colour of words and lines that are printed, as computed. */
const INKS = `[...new Set([...document.querySelectorAll('.sheet, .sheet *')].filter((one) => !one.closest('svg')).flatMap((one) => {
  const look = getComputedStyle(one);
  if (look.backgroundImage !== 'none' || !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(look.backgroundColor)) return ['rgb(255, 0, 0)'];
  return [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '') ? [look.color] : [];
}))]`;

/** The sizes of the words of the posters, in points of a letter as high as Arial's. */
const POSTER_SIZES = `[...document.querySelectorAll('.poster .paper *')]
  .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
  .map((one) => parseFloat(getComputedStyle(one).fontSize) * 0.75)`;

/** Each step that has a code: its title, and the address that stands in it as words. */
const CODED = `[...document.querySelectorAll('.steps > li:has(.codes)')].map((one) => ({
  title: one.querySelector('.title').textContent,
  address: one.querySelector('.page').textContent.trim(),
}))`;

/** The words of all sheets, as they are written. */
const WORDS = `[...document.querySelectorAll('.sheet .paper')].flatMap((one) => {
  const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return texts.join(' ').normalize('NFC').match(/[\\p{L}\\p{N}]{4,}/gu) ?? [];
})`;

function aBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: QUIET });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.close());
}

/** The kit in these languages, with the list of its sheets; made once. */
function kit(langs: readonly string[] = WHOLE): Promise<Kit> {
  const known = made.get(langs) ?? makeKit(langs);
  made.set(langs, known);
  return known;
}

async function makeKit(langs: readonly string[]): Promise<Kit> {
  const home = aFolder();
  const { code, stdout, stderr } = await runProgram(
    ['kit', '--langs', langs.join(','), '--out', 'kit.html', '--json'],
    { cwd: home, env: plainEnvironment(home) },
  );
  expect(code, stderr).toBe(0);
  const { sheets } = (JSON.parse(stdout) as { result: { sheets: Listed[] } }).result;
  return { html: readFileSync(join(home, 'kit.html'), 'utf8'), sheets };
}

/** Shows the page from a file, as people open it; says what it asked for, and what its policy refused. */
async function show(html: string): Promise<{ readonly asked: readonly string[]; readonly refused: readonly string[] }> {
  const file = join(aFolder(), 'kit.html');
  writeFileSync(file, html);
  const [asked, refused]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    if (request.url() !== `file://${file}` && request.url().startsWith('http')) asked.push(request.url());
  });
  page.on('console', (message) => refused.push(message.text()));
  await page.goto(`file://${file}`, { waitUntil: 'load' });
  return { asked, refused };
}

type Paper = {
  readonly pdf: string;
  /** The words of all sheets, and each step that has a code. */
  readonly words: readonly string[];
  readonly steps: readonly { readonly title: string; readonly address: string }[];
};
const papers = new Map<string, Promise<Paper>>();
/** Papers are read by several tests: they go when all are over. */
const kept = mkdtempSync(join(tmpdir(), 'quitgpt-kits-'));
afterAll(() => rmSync(kept, { recursive: true, force: true }));

/** A kit as it is printed; made once for each size of paper. */
function paper(langs: readonly string[], format: string): Promise<Paper> {
  const key = `${langs.join()} ${format}`;
  const known = papers.get(key) ?? makePaper(langs, format);
  papers.set(key, known);
  return known;
}

async function makePaper(langs: readonly string[], format: string): Promise<Paper> {
  const pdf = await printed((await kit(langs)).html, format);
  const [words, steps] = (await Promise.all([page.evaluate(WORDS), page.evaluate(CODED)])) as [
    Paper['words'],
    Paper['steps'],
  ];
  return { pdf, words, steps };
}

async function printed(html: string, format: string): Promise<string> {
  await show(html);
  const pdf = join(mkdtempSync(join(kept, 'kit-')), 'kit.pdf');
  writeFileSync(pdf, await page.pdf({ format, printBackground: false }));
  expect(tool('pdfinfo', [pdf])).toContain(format === 'A4' ? '(A4)' : '(letter)');
  return pdf;
}

function pagesOf(pdf: string, order = '-layout', part: readonly string[] = []): readonly string[] {
  return tool('pdftotext', [order, ...part, '-enc', 'UTF-8', pdf, '-'])
    .split('\f')
    .slice(0, -1);
}

/** Where each word of a PDF stands: left, top, right and bottom, in points. */
function boxesOf(pdf: string): readonly (readonly [number, number, number, number])[] {
  return [
    ...tool('pdftotext', ['-bbox', pdf, '-']).matchAll(
      /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"/g,
    ),
  ].map(([, left, top, right, bottom]) => [Number(left), Number(top), Number(right), Number(bottom)] as const);
}

/** What a camera reads in a picture, code by code. */
function codesIn(picture: string): readonly string[] {
  return tool('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', picture])
    .split('\n')
    .filter((line) => line !== '');
}

function tool(name: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, [...args], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  // zbarimg ends with 4 where a page holds no code at all.
  if (status !== 0 && !(name === 'zbarimg' && status === 4)) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return stdout;
}

const solid = (text: string): string => text.normalize('NFC').replace(/[\s\u00A0\u202F]+/g, '');
const solidWords = (text: string): readonly string[] => text.normalize('NFC').match(/[\p{L}\p{N}]{4,}/gu) ?? [];

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
