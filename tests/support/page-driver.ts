// A person at the page, in a real Chromium: answers by the ids of questions and the keys of choices, as the other persons of the tests do.
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pageHtml } from '../../scripts/build/page-html';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasChromium = existsSync(executablePath);

export const startChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/** The page in both languages as a file; gives its address. */
export async function pageFile(): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'quitgpt-page-')), 'quitgpt.html');
  writeFileSync(file, await pageHtml(['en', 'fr']));
  return `file://${file}`;
}

export type Served = { readonly url: string; readonly asked: string[]; close(): void };

/** A server for the page at `/`, a bare one at `/bare`, and anything else: it notes each request. */
export async function servePage(html: string): Promise<Served> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url === '/' ? html : '<!doctype html><link rel="icon" href="data:,"><p>bare</p>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, close: () => server.close() };
}

export type Seated = {
  readonly page: Page;
  /** What the console, a failing script or a second request have said. Empty is good. */
  readonly heard: string[];
  /** The id of the question that waits. */
  question(): Promise<string>;
  keys(): Promise<readonly string[]>;
  /** Presses the choice with this key, or ticks the box. */
  press(key: string): Promise<void>;
  fill(text: string): Promise<void>;
  /** Answers questions in this order, each `id=key`; boxes `id=key,key`; texts `id="text"`. Throws when another one is asked. */
  answer(...answers: readonly string[]): Promise<void>;
};

/** Opens the page for a person with a language and a window of their own. Nothing is shared with others. */
export async function sitAt(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Seated> {
  const context = await browser.newContext({ locale: 'en', viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('blob:')) heard.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  const form = page.locator('form.ask');
  const seated: Seated = {
    page,
    heard,
    question: async () => (await form.getAttribute('data-question', { timeout: 30_000 })) ?? '',
    keys: () => page.evaluate(`[...document.querySelectorAll('form.ask [data-key]')].map((one) => one.dataset.key)`),
    press: (key) => form.locator(`[data-key="${key}"]`).click({ timeout: 5000 }),
    fill: (text) => form.locator('[data-key=field]').fill(text),
    async answer(...answers) {
      for (const one of answers) {
        const [, id = '', value = ''] = /^([^=]*)=(.*)$/.exec(one) ?? [];
        const asked = await seated.question();
        if (asked !== id) throw new Error(`asked ${asked}, not ${id}`);
        const keys = await seated.keys();
        const isText = keys.includes('field');
        // A field that is left empty is left alone: one for a file cannot be filled.
        if (isText && value !== '""') await seated.fill(value.slice(1, -1));
        if (!isText) for (const key of value.split(',')) await seated.press(key);
        if (isText || keys.includes('go-on')) await seated.press('go-on');
      }
    },
  };
  return seated;
}

/** The answers of somebody who pays OpenAI for Plus in the United States. */
export const PLUS = [
  'goal=cancel',
  'plan=plus',
  'billed-by=openai',
  'uses=none',
  'next-billing=""',
  'next-billing:unsure=unsure',
  'region=us',
] as const;
