// Every kind of screen as people meet it: axe finds nothing, it fits 320 pixels and 200 %, targets are large, the keyboard goes all the way.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, pageFile, PLUS, sitAt, startChromium } from '../../support/page-driver';
import type { Seated } from '../../support/page-driver';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The way to a deletion's gate, by the steps before it. */
const TO_DELETION = ['goal=delete', 'plan=free', 'uses=none', 'review=start'];
/** Each kind of screen, by the answers that lead to it. */
const SCREENS: Readonly<Record<string, readonly string[]>> = {
  'the first': [],
  'one of several': ['goal=cancel'],
  boxes: ['goal=cancel', 'plan=plus'],
  'a day': PLUS.slice(0, 4),
  'how to find out': PLUS.slice(0, 5),
  'the review': PLUS,
  'which answer': [...PLUS, 'review=change'],
  'which way': [...PLUS, 'review=start'],
  'a step': [...PLUS, 'review=start', 'way:cancel-web=billing'],
  'a step with a notice': [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=copy'],
  'more of a step': [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=more'],
  'what is in the way': [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=stuck'],
  'what to try': [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=stuck', 'stuck:cancel-web=else'],
  'a code': [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=code'],
  'all steps': [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=steps'],
  'is it sure': [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=done'],
  'a file': [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=done', 'sure:cancel-web=yes'],
  'an export': [
    ...TO_DELETION,
    'step:export-data=steps',
    'steps:export-data=verify-export',
    'step:verify-export=check',
  ],
  'before the gate': [...TO_DELETION, 'step:export-data=steps', 'steps:export-data=delete-account'],
  'the gate': [...TO_DELETION, 'step:export-data=steps', 'steps:export-data=delete-account', 'copy=none'],
  stopped: [...PLUS, 'review=stop'],
};

async function violationsOn({ page }: Seated): Promise<unknown> {
  // A policy that lets nothing in would hold axe as well: it comes over the wire of the driver.
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ html }) => html).join(' ')))`,
  );
}

/** What can be pressed and is smaller than a thumb, links inside sentences aside. */
const SMALL = `[...document.querySelectorAll('button, summary, select, label.choice, .page a, form input')].filter((one) => one.checkVisibility()).map((one) => [one.className || one.tagName, one.getBoundingClientRect()]).filter(([, { width, height }]) => height > 0 && height < 44 && width > 0 && !(height > 20 && width < 30)).map(([name, { height }]) => name + ' ' + height)`;

describe.skipIf(!hasChromium)('the page in Chromium', () => {
  let browser: Browser;
  let file: string;
  beforeAll(async () => {
    [browser, file] = await Promise.all([startChromium(), pageFile()]);
  });
  afterAll(() => browser.close());

  describe.each([
    ['en', 'light'],
    ['fr', 'dark'],
  ] as const)('in %s, %s', (locale, colorScheme) => {
    it.each(Object.entries(SCREENS))('%s', async (_name, answers) => {
      const person = await sitAt(browser, file, { locale, colorScheme, viewport: { width: 320, height: 640 } });
      await person.answer(...answers);
      await person.question();
      expect(await violationsOn(person)).toEqual([]);
      expect(await person.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(await person.page.evaluate(SMALL)).toEqual([]);
      // Focus is on the title of what is new, or where the person pressed.
      expect(await person.page.evaluate(`document.activeElement.matches('h1, h2, .question, [data-key]')`)).toBe(true);
      await person.page.locator('#tools > summary').click();
      expect(await violationsOn(person)).toEqual([]);
      expect(await person.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(person.heard).toEqual([]);
    });
  });

  it('is gone through with the keyboard alone', async () => {
    const person = await sitAt(browser, file);
    const { keyboard } = person.page;
    const toKey = async (key: string): Promise<void> => {
      for (let press = 0; press < 60; press += 1) {
        await keyboard.press('Tab');
        if ((await person.page.evaluate(`document.activeElement.dataset.key`)) === key) return;
      }
      throw new Error(`${key} was not reached`);
    };
    const choose = async (key: string, how: 'Enter' | 'Space' = 'Enter'): Promise<void> => {
      await toKey(key);
      await keyboard.press(how);
    };
    await choose('cancel');
    await choose('plus');
    await choose('openai', 'Space');
    await choose('go-on');
    await choose('none', 'Space');
    await choose('go-on');
    await choose('go-on');
    await choose('unsure');
    await choose('us');
    await choose('start');
    await choose('billing');
    expect(await person.question()).toBe('step:cancel-web');
  });
  it('says aloud why an answer is not taken, and stays', async () => {
    const person = await sitAt(browser, file);
    await person.answer('goal=cancel', 'plan=plus');
    await person.press('go-on');
    expect(await person.page.locator('.ask [role=alert]').textContent()).not.toBe('');
    expect(await person.question()).toBe('billed-by');
  });
  it('keeps the first choices of a step in reach while it is read', async () => {
    const person = await sitAt(browser, file, { viewport: { width: 390, height: 640 } });
    await person.answer(...PLUS, 'review=start', 'way:cancel-web=billing');
    const { bottom }: { readonly bottom: number } = await person.page.evaluate(
      `(({ bottom }) => ({ bottom }))(document.querySelector('[data-key=done]').getBoundingClientRect())`,
    );
    expect(bottom).toBeLessThanOrEqual(640);
    expect(await person.page.evaluate('document.documentElement.scrollHeight')).toBeGreaterThan(640);
  });
  it('prints the checklist and nothing around it', async () => {
    const person = await sitAt(browser, file);
    await person.answer(...PLUS);
    await person.page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    await person.page.emulateMedia({ media: 'print' });
    expect(
      await person.page.evaluate(
        `[...document.body.children].filter((one) => one.checkVisibility()).map(({ id }) => id)`,
      ),
    ).toEqual(['paper']);
    expect(await person.page.locator('#paper .steps > li').count()).toBe(6);
    expect(await person.page.locator('#paper svg.qr').count()).toBeGreaterThan(0);
  });
});
