// The eight usual journeys, those of the kit, walked to the end as people do: with a mouse, with the keyboard alone, with a finger.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guide } from '../../../src/content/compiled/guide';
import { readRecord } from '../../../src/content/outside-schema';
import { civilDateOf } from '../../../src/journey/dates';
import { journeyFor } from '../../../src/journey/journey';
import { USES } from '../../../src/journey/profile';
import { hasChromium, startChromium } from '../../support/browsers';
import { pageFile, sitAt } from '../../support/page-driver';

/** What is answered to a question that is not answered with "not sure": keys of choices, or of boxes. */
type Answers = Readonly<Record<string, readonly string[]>>;

/** Each with its answers and a step that makes it what it is. */
const JOURNEYS: readonly (readonly [name: string, answers: Answers, step: string])[] = [
  ['Plus is cancelled with OpenAI', { goal: ['cancel'], plan: ['plus'], 'billed-by': ['openai'] }, 'cancel-web'],
  ['Plus is cancelled with Apple', { goal: ['cancel'], plan: ['plus'], 'billed-by': ['apple'] }, 'cancel-apple'],
  ['Plus is cancelled with Google', { goal: ['cancel'], plan: ['plus'], 'billed-by': ['google'] }, 'cancel-google'],
  ['a free account is deleted', { goal: ['delete'], plan: ['free'] }, 'delete-account'],
  ['Plus by OpenAI is deleted', { goal: ['delete'], plan: ['plus'], 'billed-by': ['openai'] }, 'cancel-web'],
  ['Plus by Apple is deleted', { goal: ['delete'], plan: ['plus'], 'billed-by': ['apple'] }, 'cancel-apple'],
  ['Plus by Google is deleted', { goal: ['delete'], plan: ['plus'], 'billed-by': ['google'] }, 'cancel-google'],
  [
    'an account with everything else in use is deleted',
    { goal: ['delete'], plan: ['free'], uses: USES },
    'copy-own-work',
  ],
];

/** What a person does on the way who does each step. */
const ALWAYS: Answers = { uses: ['none'], extras: ['on'], summary: ['no'], titles: ['yes'] };
const WISHES = ['done', 'yes', 'none', 'no-copy', 'no', 'unsure'];
const WORDS: Readonly<Record<string, string>> = { en: 'DELETE', fr: 'SUPPRIMER' };

type Screen = { readonly id: string; readonly keys: readonly string[]; readonly number: number };
const SCREEN = `(() => {
  const form = document.querySelector('form.ask');
  if (form !== null) form.number ??= (globalThis.screens = (globalThis.screens ?? 0) + 1);
  return form === null ? undefined : { id: form.dataset.question, keys: [...form.querySelectorAll('[data-key]')].map((one) => one.dataset.key), number: form.number };
})()`;

/** How somebody presses what has this key, and types where they are. */
type Hand = (page: Page, key: string) => Promise<void>;
const at = (key: string): string => `form.ask [data-key="${key}"]`;
const mouse: Hand = (page, key) => page.locator(at(key)).click({ timeout: 5000 });
const finger: Hand = (page, key) => page.locator(at(key)).tap({ timeout: 5000 });

/** How many presses of Tab lead from where the focus is to what has the key, in the order of the page. */
const STEPS_TO = `(key) => {
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')].filter((one) => one.checkVisibility());
  const from = all.findLastIndex((one) => one === document.activeElement || (one.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return all.findIndex((one) => one.dataset.key === key) - from;
}`;
const keyboard: Hand = async (page, key) => {
  const count: number = await page.evaluate(`(${STEPS_TO})(${JSON.stringify(key)})`);
  for (let press = 0; press < Math.abs(count); press += 1) await page.keyboard.press(count > 0 ? 'Tab' : 'Shift+Tab');
  // A day has three fields and a button within.
  if (key !== 'field')
    for (let press = 0; press < 4 && (await focused(page)).type === 'date'; press += 1)
      await page.keyboard.press('Tab');
  const { type, ...found } = await focused(page);
  expect(found).toEqual({ key, isSeen: true });
  if (key !== 'field') await page.keyboard.press(type === 'checkbox' ? 'Space' : 'Enter');
};
const focused = (page: Page): Promise<{ readonly key: string; readonly type: string; readonly isSeen: boolean }> =>
  page.evaluate(
    `(({ dataset, type }, { top, bottom }) => ({ key: dataset.key, type, isSeen: top >= 0 && bottom <= innerHeight }))(document.activeElement, document.activeElement.getBoundingClientRect())`,
  );

/** Waited for within the page: asking over the wire, again and again, would take more time than the walk. */
const nextScreen = (page: Page, after: number): Promise<Screen> =>
  page.evaluate(`new Promise((come, fail) => {
    const end = performance.now() + 20000;
    const look = () => {
      const screen = ${SCREEN};
      if (screen !== undefined && screen.number !== ${after}) come(screen);
      else if (performance.now() > end) fail(new Error('nothing comes after screen ${after}'));
      else setTimeout(look, 1);
    };
    look();
  })`);

/** Answers until the end; gives the ids of the steps as they came. */
async function walked(
  page: Page,
  hand: Hand,
  answers: Answers,
  lang: string,
  series: string,
): Promise<readonly string[]> {
  const steps: string[] = [];
  for (let screen = await nextScreen(page, 0), turn = 0; turn < 300; turn += 1) {
    const { id, keys, number } = screen;
    await photograph(page, series, `${String(turn).padStart(2, '0')}-${id.replaceAll(':', '-')}`);
    if (id === 'stopped') return steps;
    const [kind = '', step = ''] = id.split(':');
    if (kind === 'step' && steps.at(-1) !== step) steps.push(step);
    const own = answers[id] ?? ALWAYS[id];
    if (keys.includes('field')) {
      if (kind === 'gate') {
        await hand(page, 'field');
        await page.keyboard.type(WORDS[lang] ?? '');
      }
    } else if (keys.includes('go-on')) for (const key of own ?? ['unsure']) await hand(page, key);
    else
      await hand(
        page,
        own?.[0] ?? WISHES.find((key) => keys.includes(key)) ?? keys.find((key) => key !== 'back') ?? '',
      );
    if (keys.includes('go-on')) await hand(page, 'go-on');
    screen = await nextScreen(page, number);
  }
  throw new Error('no end');
}

/** Pictures for whoever wants to look: `PICTURES=folder`. */
async function photograph(page: Page, series: string, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder !== undefined) await page.screenshot({ path: join(folder, series, `${name}.png`) });
}

/** With a finger all eight; with a mouse and with the keyboard four each, by turns. `EVERY_LOOK=1` walks all with all. */
const HANDS = [
  ['a mouse', mouse, 'en', { viewport: { width: 1280, height: 800 } }, 0],
  ['the keyboard alone', keyboard, 'fr', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }, 1],
  [
    'a finger on 390 × 844',
    finger,
    'en',
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    undefined,
  ],
] as const;

describe.skipIf(!hasChromium)('with', () => {
  let browser: Browser;
  let file: string;
  beforeAll(async () => {
    [browser, file] = await Promise.all([startChromium(), pageFile()]);
  });
  afterAll(() => browser.close());

  // Each person sits in a window of their own, and waits most of the time: they walk beside one another.
  describe.each(HANDS)('%s', (means, hand, locale, options, turn) => {
    const walkedHere = JOURNEYS.filter(
      (_, index) => process.env['EVERY_LOOK'] !== undefined || turn === undefined || index % 2 === turn,
    );
    it.concurrent.each(walkedHere)('%s', async (name, answers, own) => {
      const series = `${means} ${name}`.replaceAll(/[^\w]+/g, '-');
      const { page, heard } = await sitAt(browser, file, { locale, ...options });
      const steps = await walked(page, hand, answers, locale, series);
      const [download] = await Promise.all([page.waitForEvent('download'), hand(page, 'save')]);
      const read = readRecord(JSON.parse(readFileSync(await download.path(), 'utf8')));
      if (!read.ok) throw new Error(read.where);
      const { profile, steps: kept } = read.value;
      expect(steps).toEqual(journeyFor(profile, guide, civilDateOf(new Date())).steps.map(({ step }) => step.id));
      expect(steps).toContain(own);
      expect(steps.map((id) => kept[id]?.state)).toEqual(steps.map(() => 'done'));
      expect(heard).toEqual([]);
      await page.context().close();
    });
  });
});
