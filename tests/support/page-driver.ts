// A person at the page, in a real browser: answers by the ids of questions and the keys of choices, as the other persons of the tests do.
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { pageHtml } from '../../scripts/build/page-html';
import type { JourneyRecord } from '../../src/journey/record';
import type { Driver, Seat, Tab } from './browsers';
import { WHOLE } from './languages';

export { hasChromium, startChromium } from './browsers';

/** The page as a file, in the two languages that are gone through whole unless others are named; gives its address. */
export async function pageFile(langs: readonly string[] = WHOLE): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'quitgpt-page-')), 'quitgpt.html');
  writeFileSync(file, await pageHtml(langs));
  return `file://${file}`;
}

export type Served = { readonly url: string; readonly asked: string[]; close(): void };

/** The page without what holds it: for seeing that a test sees. */
export const withoutPolicy = (html: string): string =>
  html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');

/** A server for the page at `/`, the same without its policy at `/open`, and for anything else: it notes each request. */
export async function servePage(html: string): Promise<Served> {
  const asked: string[] = [];
  const note = ({ url = '' }: IncomingMessage): unknown => asked.push(url);
  const pages: Readonly<Record<string, string>> = { '/': html, '/open': withoutPolicy(html) };
  const server: Server = createServer((request, response) => {
    note(request);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[request.url ?? ''] ?? '<!doctype html><link rel="icon" href="data:,"><p>bare</p>');
  });
  server.on('upgrade', (request, socket) => {
    note(request);
    socket.destroy();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What a person does at the page, whatever the browser. */
export type Person = {
  /** The id of the question that waits. */
  question(): Promise<string>;
  keys(): Promise<readonly string[]>;
  /** Presses the choice with this key, or ticks the box. */
  press(key: string): Promise<void>;
  fill(text: string): Promise<void>;
  /**
   * Answers questions in this order, each `id=key`; boxes `id=key,key`; texts `id="text"`. Throws when another one is asked.
   * It is the way to a place, gone within the page; what is to be tested there is pressed.
   */
  answer(...answers: readonly string[]): Promise<void>;
  /** Does each step until the person would stop; gives the ids of the steps in the order in which they were seen. */
  throughSteps(): Promise<readonly string[]>;
  /** Gives the page this progress, leaves open what it asks, and reads what it keeps on the device and the steps that it shows. */
  reviewOf(record: JourneyRecord): Promise<readonly [kept: JourneyRecord, steps: readonly string[]]>;
};

export type Seated = Person & {
  readonly page: Page;
  /** What the console, a failing script or a second request have said. Empty is good. */
  readonly heard: string[];
};

/** Opens the page in Chromium for a person with a language and a window of their own. Nothing is shared with others. */
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
  return {
    page,
    heard,
    ...personAt({
      run: <T>(code: string) => page.evaluate<T>(code),
      click: (selector) => page.locator(selector).click({ timeout: 5000 }),
    }),
    fill: (text) => page.locator('form.ask [data-key=field]').fill(text),
  };
}

/** The same in whichever browser. */
export async function sitIn(driver: Driver, url: string, seat?: Seat): Promise<Person & { readonly tab: Tab }> {
  const tab = await driver.open(url, seat);
  return { tab, ...personAt(tab) };
}

export function personAt(tab: Pick<Tab, 'run' | 'click'>): Person {
  const inPage = <T>(call: string): Promise<T> => tab.run<T>(`(async () => { ${IN_PAGE} return ${call}; })()`);
  return {
    question: () => inPage('(await waiting()).dataset.question'),
    keys: () => inPage('keysOf(await waiting())'),
    press: (key) => tab.click(`form.ask [data-key="${key}"]`),
    fill: (text) => inPage(`fill(await waiting(), ${JSON.stringify(text)})`),
    answer: (...answers) => inPage(`answer(${JSON.stringify(answers)})`),
    throughSteps: () => inPage('throughSteps()'),
    reviewOf: (record) => inPage(`reviewOf(${JSON.stringify(JSON.stringify(record))})`),
  };
}

/** The same person within the page: no way over the wire between one answer and the next. */
const IN_PAGE = `
  const form = () => document.querySelector('form.ask');
  const until = async (what, says) => {
    for (const end = performance.now() + 30000; performance.now() < end; await new Promise((later) => setTimeout(later)))
      if (says()) return;
    throw new Error(what);
  };
  const waiting = async () => (await until('no question', form), form());
  const keysOf = (one) => [...one.querySelectorAll('[data-key]')].map(({ dataset }) => dataset.key);
  const press = (one, key) => {
    const found = one.querySelector('[data-key="' + key + '"]');
    if (found === null) throw new Error('nothing to press for ' + key + ' at ' + one.dataset.question);
    found.focus();
    found.click();
  };
  const fill = (one, text) => void (one.querySelector('[data-key=field]').value = text);
  const give = async (one, value) => {
    const isText = keysOf(one).includes('field');
    const { question } = one.dataset;
    // A field that is left empty is left alone: one for a file cannot be filled.
    if (isText && value !== '""') fill(one, value.slice(1, -1));
    if (!isText) for (const key of value.split(',')) press(one, key);
    if (isText || keysOf(one).includes('go-on')) press(one, 'go-on');
    await until('stays at ' + question, () => form() !== one);
  };
  const answer = async (answers) => {
    for (const each of answers) {
      const [, id, value] = /^([^=]*)=(.*)$/.exec(each);
      const one = await waiting();
      if (one.dataset.question !== id) throw new Error('asked ' + one.dataset.question + ', not ' + id);
      await give(one, value);
    }
  };
  const DOING = ${JSON.stringify({ extras: 'on', summary: 'no', stopped: 'carry-on', titles: 'yes' })};
  const WISHES = ['done', 'yes', 'none', 'no-copy', 'no', 'unsure'];
  const throughSteps = async () => {
    const steps = [];
    for (let turn = 0; turn < 300; turn += 1) {
      const one = await waiting();
      const id = one.dataset.question;
      const [kind, step] = id.split(':');
      if (id === 'stopped') return steps;
      if (kind === 'step' && steps.at(-1) !== step) steps.push(step);
      const has = keysOf(one);
      if (has.includes('field')) await give(one, kind === 'gate' ? '"' + ({ 'delete-account': 'DELETE', 'empty-account': 'EMPTY' }[step] ?? 'LEAVE') + '"' : '""');
      else await give(one, has.includes('go-on') ? 'unsure' : (DOING[id] ?? WISHES.find((key) => has.includes(key)) ?? has.find((key) => key !== 'back')));
    }
    throw new Error('no end');
  };
  const reviewOf = async (text) => {
    const [before, files] = [form(), new DataTransfer()];
    files.items.add(new File([text], 'record.json'));
    const field = document.querySelector('#load');
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
    await until('not loaded', () => form() !== null && form() !== before);
    await answer(['carry-on=carry-on']);
    for (let one = await waiting(); one.dataset.question !== 'review'; one = await waiting())
      await give(one, keysOf(one).includes('field') ? '""' : keysOf(one).includes('unsure') ? 'unsure' : 'none');
    return [JSON.parse(localStorage.getItem('quitgpt-record')), [...document.querySelectorAll('.screen [data-step]')].map((one) => one.dataset.step)];
  };
`;

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
