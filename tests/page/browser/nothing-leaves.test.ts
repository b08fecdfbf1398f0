// Nothing leaves the page and nothing stays: in Chromium and Firefox, from a file and from a server, in both languages, on a whole walk.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHtml } from '../../../scripts/build/page-html';
import { guide } from '../../../src/content/compiled/guide';
import { readRecord } from '../../../src/content/outside-schema';
import { civilDateOf } from '../../../src/journey/dates';
import { journeyFor } from '../../../src/journey/journey';
import type { JourneyRecord } from '../../../src/journey/record';
import { chromiumDriver, firefoxDriver, hasChromium, hasFirefox, heldBack } from '../../support/browsers';
import type { Driver, Tab } from '../../support/browsers';
import { pageFile, PLUS, servePage, sitIn, withoutPolicy } from '../../support/page-driver';
import type { Served } from '../../support/page-driver';
import { PROGRAM } from '../../support/tools';

const TODAY = civilDateOf(new Date());

/** Every way out that a script has, tried on an address of our own server. The name of each is what the server is asked for. */
const WAYS: Readonly<Record<string, string>> = {
  fetch: `fetch(to)`,
  xhr: `new Promise((done) => { const one = new XMLHttpRequest(); one.onloadend = done; one.open('GET', to); one.send(); })`,
  events: `new Promise((done) => { const one = new EventSource(to); one.onopen = one.onerror = () => { one.close(); done(); }; })`,
  image: `loads(new Image(), 'src')`,
  socket: `new Promise((done) => { const one = new WebSocket(to.replace('http', 'ws')); one.onopen = one.onclose = one.onerror = done; })`,
  beacon: `Promise.resolve(navigator.sendBeacon(to))`,
  script: `loads(document.createElement('script'), 'src')`,
  module: `import(to)`,
  worker: `new Promise((done) => { const one = new Worker(to); one.onmessage = one.onerror = done; setTimeout(done, 300); })`,
  style: `loads(Object.assign(document.createElement('link'), { rel: 'stylesheet' }), 'href')`,
  font: `new FontFace('x', 'url(' + to + ')').load()`,
  media: `loads(document.createElement('video'), 'src')`,
  object: `loads(document.createElement('object'), 'data')`,
  frame: `loads(document.createElement('iframe'), 'src')`,
  form: `(() => {
    const [into, one] = [document.createElement('iframe'), document.createElement('form')];
    Object.assign(into, { name: 'into' });
    Object.assign(one, { action: to, method: 'post', target: 'into' });
    document.body.append(into, one);
    one.submit();
    return new Promise((later) => setTimeout(later, 300));
  })()`,
};
const tryAll = (server: string): string => `(async () => {
  const ends = async (act) => { try { await Promise.race([act(), new Promise((later) => setTimeout(later, 1500))]); } catch {} };
  const at = (to) => {
    const loads = (one, attribute) => new Promise((done) => { one.onload = one.onerror = one.onloadedmetadata = done; one[attribute] = to; document.body.append(one); });
    return { ${Object.entries(WAYS).map(([name, code]) => `${name}: () => ${code}`)} };
  };
  await Promise.all(${JSON.stringify(Object.keys(WAYS))}.map((name) => ends(() => at('${server}way-' + name)[name]())));
  await new Promise((later) => setTimeout(later, 200));
})()`;

/** Everywhere that a page can leave something. */
const KEPT = `(async () => {
  const or = async (act) => { try { return await act(); } catch { return 0; } };
  return [
    await or(() => localStorage.length),
    await or(() => sessionStorage.length),
    await or(() => document.cookie.length),
    await or(async () => (await indexedDB.databases()).length),
    await or(async () => (await caches.keys()).length),
    await or(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ];
})()`;
const NOTHING = [0, 0, 0, 0, 0, 0];

async function saved(tab: Tab): Promise<{ readonly path: string; readonly record: JourneyRecord }> {
  await tab.run(`void (document.querySelector('#tools').open = true)`);
  const path = await tab.downloaded(() => tab.click('#save'));
  await tab.run(`void (document.querySelector('#tools').open = false)`);
  const read = readRecord(JSON.parse(readFileSync(path, 'utf8')));
  if (!read.ok) throw new Error(read.where);
  return { path, record: read.value };
}
const aFile = (name: string, text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'quitgpt-leaves-')), name);
  writeFileSync(path, text);
  return path;
};
const command = (...args: readonly string[]): { readonly status: number | null; readonly stdout: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
  expect(stderr).not.toMatch(/error/i);
  return { status, stdout };
};

const ENGINES = [
  ['Chromium', hasChromium, chromiumDriver],
  ['Firefox', hasFirefox, firefoxDriver],
] as const;

describe.each(ENGINES)('the page in %s', (_name, isHere, start) => {
  describe.skipIf(!isHere)('holds', () => {
    let driver: Driver;
    let served: Served;
    let file: string;
    let open: string;
    beforeAll(async () => {
      // As it is published: what it says to whoever links it is asked for by no browser.
      const html = await pageHtml(['en', 'fr'], 'https://quitgpt.example/');
      [driver, file, served] = await Promise.all([start(), pageFile(), servePage(html)]);
      open = `file://${aFile('open.html', withoutPolicy(html))}`;
    });
    afterAll(async () => {
      served.close();
      await driver.close();
    });
    const places = { file: () => file, http: () => served.url };

    // Where it comes from and what it speaks have nothing to do with one another: each in either, and EVERY_LOOK all four.
    const walks = [
      ['file', 'en'],
      ['http', 'fr'],
      ...(process.env['EVERY_LOOK'] === undefined
        ? []
        : ([
            ['file', 'fr'],
            ['http', 'en'],
          ] as const)),
    ] as const;
    it.each(walks)('on a whole walk from %s in %s', async (from, lang) => {
      const before = served.asked.length;
      const { tab, ...person } = await sitIn(driver, places[from](), { lang });
      await person.answer(...PLUS, 'review=start');
      const steps = await person.throughSteps();
      const { path, record } = await saved(tab);
      // As the command has it, by what the page handed over; and back again with what the command did to it.
      expect(steps).toEqual(journeyFor(record.profile, guide, TODAY).steps.map(({ step }) => step.id));
      expect(JSON.parse(command('status', '--json', '--record', path).stdout)).toMatchObject({
        result: { done: steps.length },
      });
      expect(command('undo', 'cancel-web', '--record', path).status).toBe(0);
      await tab.chooseFile('#load', path);
      await tab.run(
        `new Promise((done) => { const look = () => document.querySelector('[data-question=carry-on]') ? done() : setTimeout(look, 5); look(); })`,
      );
      expect((await saved(tab)).record).toEqual(JSON.parse(readFileSync(path, 'utf8')));
      expect(await tab.run(`document.documentElement.lang`)).toBe(lang);
      expect(await tab.run(KEPT)).toEqual(NOTHING);
      expect(await tab.run(`document.querySelectorAll('#keep').length`)).toBe(from === 'file' ? 0 : 1);
      // Not every browser counts a file that is opened as a request.
      expect(tab.asked.filter((url) => url !== places[from]())).toEqual([]);
      expect(served.asked.slice(before)).toEqual(from === 'file' ? [] : ['/']);
      expect(tab.heard).toEqual([]);
      expect(await heldBack(tab)).toEqual([]);
      // What is tried from the console gets nowhere.
      await tab.run(tryAll(served.url));
      expect(served.asked.slice(before)).toEqual(from === 'file' ? [] : ['/']);
      expect((await heldBack(tab)).length).toBeGreaterThanOrEqual(Object.keys(WAYS).length - 1);
      await tab.close();
    });
    it.each(['file', 'http'] as const)('where nothing holds it, every way leads out, from %s', async (from) => {
      const { tab } = await sitIn(driver, from === 'file' ? open : `${served.url}open`);
      const before = served.asked.length;
      await tab.run(tryAll(served.url));
      const asked = new Set(served.asked.slice(before).map((path) => path.replace('/way-', '')));
      // A worker is only ever made of a script of one's own place: a file has none.
      expect(Object.keys(WAYS).filter((way) => !asked.has(way))).toEqual(from === 'file' ? ['worker'] : []);
      await tab.close();
    });
    it('speaks the language of the link', async () => {
      for (const [link, lang] of [
        ['#lang=fr', 'fr'],
        ['#lang=tlh', 'en'],
      ] as const) {
        const { tab, question } = await sitIn(driver, `${served.url}${link}`);
        expect([await question(), await tab.run(`document.documentElement.lang`)]).toEqual(['goal', lang]);
        await tab.close();
      }
    });
    it('what is kept is seen where something is', async () => {
      const { tab } = await sitIn(driver, served.url);
      await tab.run(
        `(localStorage.x = sessionStorage.x = document.cookie = 'x=1', new Promise((done) => (indexedDB.open('x').onsuccess = done)).then(() => caches.open('x')).then(() => undefined))`,
      );
      expect(await tab.run<readonly number[]>(KEPT)).toEqual([1, 1, 3, 1, 1, 0]);
      await tab.close();
    });
    it('keeps on the device when told to, and erases it', async () => {
      const { tab, ...person } = await sitIn(driver, served.url);
      await tab.run(`void (document.querySelector('#tools').open = true)`);
      await tab.click('#keep');
      await tab.run(`void (document.querySelector('#tools').open = false)`);
      await person.answer('goal=cancel', 'plan=plus');
      expect(await tab.run(`Object.keys(localStorage)`)).toEqual(['quitgpt-record']);
      await tab.reload();
      await person.answer('carry-on=carry-on');
      expect(await person.question()).toBe('billed-by');
      await tab.run(`void (globalThis.confirm = () => true, document.querySelector('#tools').open = true)`);
      await tab.click('#erase');
      expect(await person.question()).toBe('goal');
      expect(await tab.run(KEPT)).toEqual(NOTHING);
      await tab.close();
    });
    it('opens pages in a new tab that knows nothing of this one', async () => {
      const { tab, ...person } = await sitIn(driver, served.url);
      await person.answer(...PLUS, 'review=start', 'way:cancel-web=billing');
      const links = await tab.run<readonly string[]>(
        `[...document.links].map(({ target, rel }) => target + ' ' + rel)`,
      );
      expect(links.length).toBeGreaterThan(0);
      for (const link of links) expect(link).toBe('_blank noopener noreferrer');
      await tab.close();
    });
  });
});
