// Chromium and Firefox behind one small driver: Playwright drives the first, Puppeteer the second by WebDriver BiDi, each the installed one.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { canUse, toolAt } from './tools';

/** The first of these that is installed: distributions name them differently. */
const browserAt = (own: string, ...names: readonly string[]): string | undefined =>
  [process.env[own], ...names.map(toolAt)].find((path) => path !== undefined && path !== '');
const chromiumPath = browserAt('CHROMIUM', 'chromium', 'chromium-browser', 'google-chrome');
const firefoxPath = browserAt('FIREFOX', 'firefox-esr', 'firefox');
export const hasChromium = canUse('Chromium', chromiumPath !== undefined);
export const hasFirefox = canUse('Firefox', firefoxPath !== undefined);

/** How somebody sits at a browser. Sizes in CSS pixels. */
export type Seat = { readonly lang?: string; readonly width?: number; readonly height?: number };

/** One page of somebody's own: nothing is shared with other tabs but those of the same `Driver.open` group. */
export type Tab = {
  /** Evaluates code in the page, and awaits it when it is a promise. */
  run<T>(code: string): Promise<T>;
  /** A press of the mouse in the middle of the one element that matches. */
  click(selector: string): Promise<void>;
  key(name: 'Tab' | 'Enter' | 'Space'): Promise<void>;
  type(text: string): Promise<void>;
  chooseFile(selector: string, path: string): Promise<void>;
  /** The path of the file that the browser downloads when `act` is done. */
  downloaded(act: () => Promise<void>): Promise<string>;
  reload(): Promise<void>;
  picture(path: string): Promise<void>;
  /** What the console, a failing script or a held request have said. Empty is good. */
  readonly heard: readonly string[];
  /** The addresses that the page has asked for, without those of its own memory (`blob:`, `data:`). */
  readonly asked: readonly string[];
  close(): Promise<void>;
};

export type Driver = {
  readonly name: 'chromium' | 'firefox';
  open(url: string, seat?: Seat): Promise<Tab>;
  close(): Promise<void>;
};

export const startChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath ?? 'chromium', args: ['--no-sandbox', '--disable-gpu'] });

/** Whether a request leaves the page's own memory. */
const goesOut = (url: string): boolean => !/^(?:blob|data|about):/.test(url);

/** A refusal of the policy is told even where the console keeps silent about it. */
const HOLDS = `addEventListener('securitypolicyviolation', ({ effectiveDirective }) => (globalThis.heldBack ??= []).push(effectiveDirective));`;
const HELD = `(globalThis.heldBack ?? []).splice(0)`;

/** Reads the refusals that came since. */
export const heldBack = (tab: Tab): Promise<readonly string[]> => tab.run(HELD);

export async function chromiumDriver(): Promise<Driver> {
  const browser = await startChromium();
  return {
    name: 'chromium',
    async open(url, { lang = 'en', width = 390, height = 844 } = {}) {
      const context = await browser.newContext({ locale: lang, viewport: { width, height } });
      const page = await context.newPage();
      const heard: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
      page.on('request', (request) => void (goesOut(request.url()) && asked.push(request.url())));
      await page.addInitScript(HOLDS);
      await page.goto(url);
      return {
        heard,
        asked,
        run: <T>(code: string) => page.evaluate<T>(code),
        click: (selector) => page.locator(selector).click({ timeout: 5000 }),
        key: (name) => page.keyboard.press(name),
        type: (text) => page.keyboard.type(text),
        chooseFile: (selector, path) => page.setInputFiles(selector, path),
        async downloaded(act) {
          const [download] = await Promise.all([page.waitForEvent('download'), act()]);
          return download.path();
        },
        reload: async () => void (await page.reload()),
        picture: async (path) => void (await page.screenshot({ path })),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

export async function firefoxDriver(): Promise<Driver> {
  const { launch } = await import('puppeteer-core');
  const downloads = mkdtempSync(join(tmpdir(), 'quitgpt-downloads-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: firefoxPath ?? 'firefox',
    headless: true,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
    },
  });
  return {
    name: 'firefox',
    async open(url, { lang = 'en', width = 390, height = 844 } = {}) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const heard: string[] = [];
      const asked: string[] = [];
      page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => heard.push(`error: ${String(error)}`));
      page.on('request', (request) => void (goesOut(request.url()) && asked.push(request.url())));
      page.on('dialog', (dialog) => void dialog.accept());
      await page.setViewport({ width, height });
      await page.evaluateOnNewDocument(
        `Object.defineProperty(navigator, 'languages', { get: () => [${JSON.stringify(lang)}] }); ${HOLDS}`,
      );
      await page.goto(url);
      return {
        heard,
        asked,
        run: async <T>(code: string) => (await page.evaluate(code)) as T,
        click: (selector) => page.locator(selector).setTimeout(5000).click(),
        key: (name) => page.keyboard.press(name),
        type: (text) => page.keyboard.type(text),
        async chooseFile(selector, path) {
          const field = await page.waitForSelector(selector);
          await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
        },
        async downloaded(act) {
          const before = new Set(readdirSync(downloads));
          await act();
          return arrival(downloads, before);
        },
        reload: async () => void (await page.reload()),
        picture: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** The first whole file in `folder` that was not there before. Firefox writes into a `.part` beside an empty one first. */
async function arrival(folder: string, before: ReadonlySet<string>): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((later) => setTimeout(later, 20))) {
    const names = readdirSync(folder).filter((name) => !before.has(name));
    if (names.length > 0 && names.every((name) => !name.endsWith('.part'))) return join(folder, names[0] ?? '');
  }
  throw new Error('nothing was downloaded');
}
