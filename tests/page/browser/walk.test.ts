// The page walks: the same questions and steps as the command, to the end, and nothing stays behind unless it is asked to.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHtml } from '../../../scripts/build/page-html';
import { guide } from '../../../src/content/compiled/guide';
import { readRecord } from '../../../src/content/outside-schema';
import { civilDateOf } from '../../../src/journey/dates';
import { journeyFor } from '../../../src/journey/journey';
import { startRecord } from '../../../src/journey/record';
import type { JourneyRecord } from '../../../src/journey/record';
import { hasChromium, pageFile, PLUS, servePage, sitAt, startChromium } from '../../support/page-driver';
import type { Seated, Served } from '../../support/page-driver';
import { everySituation } from '../../journeys/profiles';
import { PROGRAM } from '../../support/tools';

const TODAY = civilDateOf(new Date());

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

  /** What a person answers who does each step; what is not here takes the first choice that goes on. */
  const DOING: Readonly<Record<string, string>> = { extras: 'on', summary: 'no', stopped: 'carry-on', titles: 'yes' };
  /** Does each step until the end; gives the ids of the steps in the order in which they were seen. */
  async function throughSteps({ question, keys, press, fill }: Seated): Promise<readonly string[]> {
    const steps: string[] = [];
    for (let turn = 0; turn < 200; turn += 1) {
      const id = await question();
      const [kind = '', step = ''] = id.split(':');
      if (id === 'stopped') return steps;
      if (kind === 'step' && steps.at(-1) !== step) steps.push(step);
      const has = await keys();
      const wish = ['done', 'yes', 'none', 'no-copy', 'no', 'unsure'].find((key) => has.includes(key));
      if (has.includes('field')) {
        if (kind === 'gate') await fill('DELETE');
        await press('go-on');
      } else if (has.includes('go-on')) {
        await press('unsure');
        await press('go-on');
      } else await press(DOING[id] ?? wish ?? has.find((key) => key !== 'back') ?? '');
    }
    throw new Error('no end');
  }

  async function saved({ page }: Seated): Promise<JourneyRecord> {
    await page.locator('#tools > summary').click();
    const [download] = (await Promise.all([page.waitForEvent('download'), page.click('#save')])) as [Download, unknown];
    expect(download.suggestedFilename()).toBe('record.json');
    await page.locator('#tools > summary').click();
    const read = readRecord(JSON.parse(readFileSync(await download.path(), 'utf8')));
    if (!read.ok) throw new Error(read.where);
    return read.value;
  }
  /** Gives the page a file of progress; what it says of it is on the screen then. */
  async function load({ page }: Seated, path: string): Promise<void> {
    const before = await page.locator('form.ask').elementHandle();
    await page.setInputFiles('#load', path);
    await before?.waitForElementState('hidden');
  }
  const written = (text: string): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'quitgpt-record-')), 'record.json');
    writeFileSync(path, text);
    return path;
  };
  const kept = (seated: Seated): Promise<unknown> =>
    seated.page.evaluate(
      `(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys().catch(() => [])).length])()`,
    );

  it.each(['en', 'fr'])('walks a cancellation to the end in %s, with the steps of the command', async (locale) => {
    const person = await sitAt(browser, served.url, { locale });
    await person.answer(...PLUS, 'review=start');
    const steps = await throughSteps(person);
    const record = await saved(person);
    const journey = journeyFor(record.profile, guide, TODAY);
    expect(steps).toEqual(journey.steps.map(({ step }) => step.id));
    expect(journey.steps.map(({ step }) => record.steps[step.id]?.state)).toEqual(steps.map(() => 'done'));
    expect(person.heard).toEqual([]);
    expect(await kept(person)).toEqual([0, 0, '', 0, 0]);
  });
  it('walks a deletion to the end, through the word that has to be typed', async () => {
    const person = await sitAt(browser, file);
    await person.answer(
      'goal=delete',
      'plan=plus',
      'billed-by=apple',
      'uses=none',
      'next-billing=""',
      'next-billing:unsure=unsure',
      'review=start',
    );
    const steps = await throughSteps(person);
    const record = await saved(person);
    expect(steps).toEqual(journeyFor(record.profile, guide, TODAY).steps.map(({ step }) => step.id));
    expect(record.steps['delete-account']?.state).toBe('done');
    expect(record.export?.own?.word).toBe('no-copy');
    expect(person.heard).toEqual([]);
  });

  it('saves what `quitgpt status` reads, and reads what the command has saved', async () => {
    const person = await sitAt(browser, file);
    await person.answer(
      ...PLUS,
      'review=start',
      'way:cancel-web=billing',
      'step:cancel-web=done',
      'sure:cancel-web=yes',
      'proof:cancel-web=""',
    );
    const record = await saved(person);
    const path = written(JSON.stringify(record));
    const status = spawnSync(process.execPath, [PROGRAM, 'status', '--json', '--record', path], { encoding: 'utf8' });
    expect(status.status, status.stderr).toBe(3);
    expect(JSON.parse(status.stdout)).toMatchObject({ result: { done: 1, next: 'answer-survey' } });
    const undone = spawnSync(
      process.execPath,
      [PROGRAM, '--done', 'confirm-cancelled', '--no-input', '--record', path],
      { encoding: 'utf8' },
    );
    expect(undone.status, undone.stderr).toBe(3);
    const other = await sitAt(browser, file, { locale: 'fr' });
    await load(other, path);
    await other.answer('carry-on=carry-on');
    expect(await other.question()).toBe('review');
    expect(await saved(other)).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });
  it.each([
    ['no JSON', '{'],
    ['another file', '{"name":"x"}'],
    ['a Record with a day that is none', JSON.stringify({ ...startRecord({}, TODAY), started: '2026-02-30' })],
    ['a newer version', JSON.stringify({ ...startRecord({}, TODAY), schema: 99 })],
  ])('leaves everything as it is when it is given %s', async (_what, text) => {
    const person = await sitAt(browser, file);
    await person.answer('goal=cancel', 'plan=plus');
    await load(person, written(text));
    await person.page.locator('section p').first().waitFor();
    expect(await person.question()).toBe('billed-by');
    expect((await saved(person)).profile).toEqual({ goal: 'cancel', plan: 'plus' });
  });

  it('keeps on the device only when told to and only where the storage is its own, and erases it', async () => {
    const fromFile = await sitAt(browser, file);
    expect(await fromFile.page.locator('#keep').count()).toBe(0);
    const person = await sitAt(browser, served.url);
    await person.page.locator('#tools > summary').click();
    await person.page.check('#keep');
    await person.page.locator('#tools > summary').click();
    await person.answer('goal=cancel', 'plan=plus');
    expect(await person.page.evaluate(`Object.keys(localStorage)`)).toEqual(['quitgpt-record']);
    await person.page.reload();
    await person.answer('carry-on=carry-on');
    expect(await person.question()).toBe('billed-by');
    person.page.once('dialog', (dialog) => void dialog.accept());
    await person.page.locator('#tools > summary').click();
    await person.page.click('#erase');
    expect(await person.question()).toBe('goal');
    expect(await kept(person)).toEqual([0, 0, '', 0, 0]);
  });
  it('goes on in the other language at the same step', async () => {
    const person = await sitAt(browser, file);
    await person.answer(...PLUS, 'review=start', 'way:cancel-web=billing');
    await person.page.selectOption('#language', 'fr');
    expect(await person.question()).toBe('step:cancel-web');
    expect(await person.page.evaluate(`document.documentElement.lang`)).toBe('fr');
  });
  it('takes the way back of the browser for its own', async () => {
    const person = await sitAt(browser, file);
    await person.answer('goal=cancel', 'plan=plus');
    await person.page.goBack();
    expect(await person.question()).toBe('plan');
  });

  const some = [...everySituation()].filter((_, index, all) => index % Math.ceil(all.length / 60) === 0);
  it(`plans the steps of the command for ${some.length} of all situations`, async () => {
    const person = await sitAt(browser, file);
    for (const profile of some) {
      await load(person, written(JSON.stringify(startRecord(profile, TODAY))));
      await person.answer('carry-on=carry-on');
      for (let id = await person.question(); id !== 'review'; id = await person.question())
        await person.press((await person.keys()).includes('unsure') ? 'unsure' : 'go-on');
      const record = await saved(person);
      const steps = await person.page.evaluate(
        `[...document.querySelectorAll('.screen [data-step]')].map((one) => one.dataset.step)`,
      );
      expect(steps).toEqual(journeyFor(record.profile, guide, TODAY).steps.map(({ step }) => step.id));
    }
  });
});
