// The printed checklist, read as people and machines read it: in a browser, on paper, through the camera of a phone.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { objections } from '../support/axe';
import { WHOLE } from '../support/languages';
import { plusFlags } from '../support/plus-flags';
import { aFolder, canUse, plainEnvironment, runProgram, toolAt } from '../support/tools';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const sees = canUse('chromium', existsSync(executablePath));
const reads = canUse(
  'pdftotext, pdftoppm and zbarimg',
  ['pdftotext', 'pdftoppm', 'zbarimg'].every((name) => toolAt(name) !== undefined),
);

const SHORT = plusFlags({ billedBy: 'openai', nextBilling: '2026-12-24' });
const JOURNEYS: Readonly<Record<string, readonly string[]>> = {
  'a short cancellation': SHORT,
  'the general list': [],
  'a deletion with everything': [
    '--goal',
    'delete',
    '--plan',
    'pro',
    '--billed-by',
    'openai,apple,google',
    '--uses',
    'api,codex,gpts,shared-links,apps,siri,ads-manager,sign-in',
    '--next-billing',
    'unsure',
  ],
  'a Business owner': [
    '--goal',
    'cancel',
    '--plan',
    'business',
    '--role',
    'owner',
    '--billed-by',
    'none',
    '--uses',
    'api',
    '--next-billing',
    'unsure',
  ],
};
/** The longest list is laid out in every language; the others in those that are gone through whole. */
const CASES = Object.entries(JOURNEYS).flatMap(([name, args]) =>
  (name === 'a deletion with everything' ? LANGUAGES : WHOLE).map((lang) => [name, lang, args] as const),
);
/** Letter is the shorter paper: what has its place there has it on A4. */
const formatsIn = (lang: string): readonly string[] => (WHOLE.includes(lang) ? ['A4', 'Letter'] : ['Letter']);

type Listed = { readonly number: number; readonly title: string; readonly page?: string };
type Sheet = { readonly html: string; readonly steps: readonly Listed[]; readonly addresses: readonly string[] };

let browser: Browser;
let page: Page;

describe.skipIf(!sees)('the checklist', () => {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: QUIET });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    page = await browser.newPage();
  });
  afterEach(() => page.close());

  describe.each(CASES)('for %s in %s', (_name, lang, args) => {
    it('has nothing that axe objects to, fits a phone and a desk, and asks for nothing', async () => {
      const { html } = await sheet(args, lang);
      const asked = await show(html);
      for (const media of ['screen', 'print'] as const)
        for (const width of [320, 1024]) {
          await page.emulateMedia({ media });
          await page.setViewportSize({ width, height: 900 });
          expect(
            await page.evaluate('document.documentElement.scrollWidth'),
            `${media}, ${width} pixels`,
          ).toBeLessThanOrEqual(width);
        }
      // The marks of the page are the same in every language.
      if (WHOLE.includes(lang)) expect(await objections(page)).toEqual([]);
      expect(asked).toEqual([]);
      expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
    });

    it.skipIf(!reads).each(formatsIn(lang))(
      'printed on %s, it holds every step and every address in order',
      async (format) => {
        const { html, steps } = await sheet(args, lang);
        const { pdf, sheets } = await printed(html, format);
        const text = solid(tool('pdftotext', ['-layout', '-enc', 'UTF-8', pdf, '-']));
        let at = 0;
        for (const { number, title, page: address } of steps)
          for (const part of [`${number}${title}`, ...(address === undefined ? [] : [address])]) {
            const found = text.indexOf(solid(part), at);
            expect(found, `${part} is not on the paper after what comes before it`).toBeGreaterThan(-1);
            at = found + solid(part).length;
          }
        if (args === SHORT) expect(sheets).toBeLessThanOrEqual(2);
      },
    );
  });

  // The codes are the same in every language: addresses.
  it.skipIf(!reads).each(Object.entries(JOURNEYS))(
    'printed for %s, every address has a code beside it that a camera reads as that address',
    async (_name, args) => {
      const { html, addresses } = await sheet(args, 'fr');
      const { pdf, folder } = await printed(html, 'A4');
      tool('pdftoppm', ['-r', '150', '-gray', '-png', pdf, join(folder, 'sheet')]);
      const pictures = readdirSync(folder).filter((file) => file.endsWith('.png'));
      const codes = pictures
        .flatMap((file) =>
          tool('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', join(folder, file)]).split('\n'),
        )
        .filter((line) => line !== '');
      expect(codes.sort()).toEqual([...addresses].sort());
    },
  );
});

async function printed(
  html: string,
  format: string,
): Promise<{ readonly pdf: string; readonly folder: string; readonly sheets: number }> {
  await show(html);
  const folder = aFolder();
  const pdf = join(folder, 'list.pdf');
  const bytes = await page.pdf({ format, printBackground: false });
  writeFileSync(pdf, bytes);
  return { pdf, folder, sheets: bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0 };
}

const known = new Map<string, Promise<Sheet>>();

/** The checklist for `args` as a page, and as the list of its steps; made once. */
function sheet(args: readonly string[], lang: string): Promise<Sheet> {
  const key = `${lang} ${args.join(' ')}`;
  const made = known.get(key) ?? makeSheet(args, lang);
  known.set(key, made);
  return made;
}

async function makeSheet(args: readonly string[], lang: string): Promise<Sheet> {
  const home = aFolder();
  const options = { cwd: home, env: plainEnvironment(home) };
  const [html, json] = await Promise.all(
    ['html', 'json'].map((format) => runProgram(['checklist', ...args, '--lang', lang, '--format', format], options)),
  );
  const { steps } = (JSON.parse(json?.stdout ?? '') as { result: { steps: Listed[] } }).result;
  return { html: html?.stdout ?? '', steps, addresses: steps.flatMap(({ page: address }) => address ?? []) };
}

/** Shows the page from a file, as people open it, and gives the list of requests for anything else. */
async function show(html: string): Promise<readonly string[]> {
  const file = join(aFolder(), 'list.html');
  writeFileSync(file, html);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== `file://${file}`) asked.push(request.url());
  });
  await page.goto(`file://${file}`, { waitUntil: 'load' });
  return asked;
}

function tool(name: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(name, [...args], { encoding: 'utf8' });
  // zbarimg ends with 4 where a sheet holds no code at all.
  if (status !== 0 && !(name === 'zbarimg' && status === 4)) throw new Error(`${name} ended with ${status}: ${stderr}`);
  return stdout;
}

const solid = (text: string): string => text.normalize('NFC').replace(/[\s\u00A0\u202F]+/g, '');
