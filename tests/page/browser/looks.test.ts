// Every kind of screen as people meet it: axe finds nothing, it fits 320 pixels and 200 %, targets are large, the keyboard goes all the way.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/content/compiled/about';
import { WHOLE } from '../../support/languages';
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

/** What a screen reader comes to after something that stands below it: only what stays in reach may be seen out of order. */
const OUT_OF_ORDER = `(() => {
  scrollTo(0, 0);
  const fixed = (one) => { for (let at = one; at !== null; at = at.parentElement) if (/sticky|fixed/.test(getComputedStyle(at).position)) return true; return false; };
  const seen = [...document.querySelectorAll('main h1, main h2, main h3, main p, main li, main dt, main dd, main button, main input, main summary')].filter((one) => one.checkVisibility() && !fixed(one) && one.getBoundingClientRect().height > 0);
  return seen.flatMap((one, index) => {
    const before = seen[index - 1];
    return before !== undefined && one.getBoundingClientRect().bottom <= before.getBoundingClientRect().top ? [before.textContent + ' > ' + one.textContent] : [];
  });
})()`;

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
    let person: Seated;
    /** The answers that were given on this page: a screen further on is reached from here. */
    let given: readonly string[] = [];
    beforeAll(async () => {
      person = await sitAt(browser, file, { locale, colorScheme, viewport: { width: 320, height: 640 } });
    });
    async function goTo(answers: readonly string[]): Promise<void> {
      const isFurther = given.every((one, index) => one === answers[index]);
      if (!isFurther) {
        await person.page.evaluate(
          `void addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)`,
        );
        await person.page.reload();
      }
      await person.answer(...answers.slice(isFurther ? given.length : 0));
      given = answers;
    }
    // What is drawn is the same in both: each has every second screen, and EVERY_LOOK all.
    const own = Object.entries(SCREENS).filter(
      (_, index) => process.env['EVERY_LOOK'] !== undefined || index % 2 === WHOLE.indexOf(locale),
    );
    it.each(own)('%s', async (_name, answers) => {
      await goTo(answers);
      await person.question();
      // Focus is on the title of what is new, or where the person pressed.
      if (answers.length > 0)
        expect(await person.page.evaluate(`document.activeElement.matches('h1, h2, .question, [data-key]')`)).toBe(
          true,
        );
      expect(await person.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(await person.page.evaluate(SMALL)).toEqual([]);
      expect(await violationsOn(person)).toEqual([]);
      expect(await person.page.evaluate(OUT_OF_ORDER)).toEqual([]);
      expect(person.heard).toEqual([]);
    });
    it('with what can be done with progress', async () => {
      await goTo(PLUS);
      await person.page.locator('#tools > summary').click();
      expect(await violationsOn(person)).toEqual([]);
      expect(await person.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    });
  });

  // The marks are the same in every language; the words are longer or shorter.
  describe.each(LANGUAGES)('in %s, 320 pixels wide', (locale) => {
    let person: Seated;
    beforeAll(async () => {
      person = await sitAt(browser, await pageFile([locale]), { locale, viewport: { width: 320, height: 640 } });
    });
    it('no screen scrolls sideways, and nothing is too small to press', async () => {
      let given: readonly string[] = [];
      for (const [name, answers] of Object.entries(SCREENS)) {
        if (!given.every((one, index) => one === answers[index])) {
          await person.page.reload();
          given = [];
        }
        await person.answer(...answers.slice(given.length));
        given = answers;
        await person.question();
        expect(await person.page.evaluate('document.documentElement.lang'), name).toBe(locale);
        expect(await person.page.evaluate('document.documentElement.scrollWidth'), name).toBe(320);
        expect(await person.page.evaluate(SMALL), name).toEqual([]);
      }
      expect(person.heard).toEqual([]);
    });
  });

  it('stands without sideways scroll at 200 % in a window of 1280', async () => {
    // Zoom halves the window in CSS pixels and doubles each of them.
    const person = await sitAt(browser, file, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    for (const one of [...PLUS, 'review=start', 'way:cancel-web=billing', 'step:cancel-web=more']) {
      await person.answer(one);
      await person.question();
      expect(await person.page.evaluate('document.documentElement.scrollWidth'), one).toBe(640);
    }
    // What stays in reach leaves room to read.
    expect(
      await person.page.evaluate(`document.querySelector('.reach')?.getBoundingClientRect().height ?? 0`),
    ).toBeLessThan(200);
  });
  it('moves nothing for whoever wants it still', async () => {
    const person = await sitAt(browser, file, { reducedMotion: 'reduce' });
    const moving = `(async () => {
      const named = [...document.querySelectorAll('*')].filter((one) => { const { animationName, transitionDuration } = getComputedStyle(one); return animationName !== 'none' || parseFloat(transitionDuration) > 0.01; });
      return [...named.map(({ tagName }) => tagName), getComputedStyle(document.documentElement).scrollBehavior];
    })()`;
    await person.answer(...PLUS, 'review=start');
    expect(await person.page.evaluate(moving)).toEqual(['auto']);
  });
  it('is read in the order in which it is seen, from the heading that has the focus', async () => {
    const person = await sitAt(browser, file);
    await person.answer(...PLUS, 'review=start', 'way:cancel-web=billing');
    const focused: string = await person.page.evaluate('document.activeElement.textContent');
    const tree = await person.page.locator('main#screen').ariaSnapshot();
    const at = (text: string): number => tree.indexOf(text);
    const order = [
      'Step 1',
      focused,
      'listitem',
      'It worked when',
      'https://',
      'What now',
      'button "Open the page',
      'button "I’m stuck',
      'button "Back',
    ];
    const places = order.map(at);
    expect(
      places.every((place) => place >= 0),
      tree,
    ).toBe(true);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(tree).toContain(`heading "${focused}" [level=1]`);
    expect(await person.page.evaluate(OUT_OF_ORDER)).toEqual([]);
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
