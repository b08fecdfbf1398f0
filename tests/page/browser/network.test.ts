// Nothing leaves the page: one request and no more, and what tries to get out is held by the policy; with a page beside it that is not held.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHtml } from '../../../scripts/build/page-html';
import { hasChromium, pageFile, PLUS, servePage, sitAt, startChromium } from '../../support/page-driver';
import type { Served } from '../../support/page-driver';

describe.skipIf(!hasChromium)('the page in Chromium', () => {
  let browser: Browser;
  let file: string;
  let served: Served;
  beforeAll(async () => {
    [browser, file] = await Promise.all([startChromium(), pageFile()]);
    served = await servePage(await pageHtml(['en', 'fr']));
  });
  afterAll(async () => {
    served.close();
    await browser.close();
  });

  it('makes no request but the file itself from a server, and says nothing in the console', async () => {
    const before = served.asked.length;
    const person = await sitAt(browser, served.url);
    await person.answer(...PLUS);
    expect(await person.question()).toBe('review');
    expect(served.asked.slice(before)).toEqual(['/']);
    expect(person.heard).toEqual([]);
  });
  it('makes none from a file either', async () => {
    const person = await sitAt(browser, file);
    await person.answer(...PLUS);
    expect(person.heard).toEqual([]);
  });

  /** Every way out that a script has, tried on an address of our own server. */
  const ways = `(async () => {
    const to = (name) => '${'URL'}' + name;
    const ends = (act) => Promise.race([act().then(() => 'through', () => 'held'), new Promise((later) => setTimeout(later, 1500, 'held'))]);
    return {
      fetch: await ends(() => fetch(to('fetch'))),
      image: await ends(() => new Promise((done, failed) => { const one = new Image(); one.onload = one.onerror = (event) => event.type === 'load' ? done() : failed(); one.src = to('image'); })),
      socket: await ends(() => new Promise((done, failed) => { const one = new WebSocket(to('socket').replace('http', 'ws')); one.onopen = done; one.onerror = failed; })),
      beacon: navigator.sendBeacon(to('beacon')) ? 'asked' : 'held',
      script: await ends(() => new Promise((done, failed) => { const one = document.createElement('script'); one.onload = done; one.onerror = failed; one.src = to('script'); document.head.append(one); })),
      style: await ends(() => new Promise((done, failed) => { const one = document.createElement('link'); one.rel = 'stylesheet'; one.onload = done; one.onerror = failed; one.href = to('style'); document.head.append(one); })),
      frame: await ends(() => new Promise((done) => { const one = document.createElement('iframe'); one.src = to('frame'); document.body.append(one); setTimeout(done, 300); })),
    };
  })()`;

  it.each(['file', 'http'])('lets nothing out that is tried from the console, opened from %s', async (from) => {
    const person = await sitAt(browser, from === 'file' ? file : served.url);
    const before = served.asked.length;
    await person.page.evaluate(ways.replace('URL', served.url));
    expect(served.asked.slice(before)).toEqual([]);
    expect(person.heard.some((line) => line.includes('Content Security Policy'))).toBe(true);
  });
  it('where nothing holds them, the same ways lead out', async () => {
    const person = await sitAt(browser, `${served.url}bare`);
    const before = served.asked.length;
    await person.page.evaluate(ways.replace('URL', served.url));
    const asked = served.asked.slice(before);
    for (const way of ['/fetch', '/image', '/beacon', '/script', '/style', '/frame']) expect(asked).toContain(way);
  });
  it('opens pages in a new tab that knows nothing of this one', async () => {
    const person = await sitAt(browser, served.url);
    await person.answer(...PLUS, 'review=start', 'way:cancel-web=billing');
    const links: readonly { readonly target: string; readonly rel: string }[] = await person.page.evaluate(
      `[...document.links].map(({ target, rel }) => ({ target, rel }))`,
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toEqual({ target: '_blank', rel: 'noopener noreferrer' });
  });
});
