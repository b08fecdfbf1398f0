// The page walks: the same questions and steps as the command; it takes progress back, and leaves everything as it is when that cannot be read.
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
import { hasChromium, pageFile, personAt, PLUS, servePage, sitAt, startChromium } from '../../support/page-driver';
import type { Seated, Served } from '../../support/page-driver';
import { everySituation } from '../../journeys/profiles';

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
    const steps = await person.throughSteps();
    const record = await saved(person);
    expect(steps).toEqual(journeyFor(record.profile, guide, TODAY).steps.map(({ step }) => step.id));
    expect(record.steps['delete-account']?.state).toBe('done');
    expect(record.export?.own?.word).toBe('no-copy');
    expect(person.heard).toEqual([]);
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

  it('keeps what is done in two tabs', async () => {
    const person = await sitAt(browser, served.url);
    await person.page.evaluate(`void document.querySelector('#tools').setAttribute('open', '')`);
    await person.page.check('#keep');
    await person.answer(...PLUS);
    const page = await person.page.context().newPage();
    await page.goto(served.url);
    const other = personAt({
      run: <T>(code: string) => page.evaluate<T>(code),
      click: (selector) => page.locator(selector).click(),
    });
    const skip = (id: string): readonly string[] => [`step:${id}=skip`];
    await other.answer('carry-on=carry-on', 'review=start', 'way:cancel-web=billing');
    // The way that was chosen in the other tab is known here.
    await person.answer('review=start', ...skip('cancel-web'));
    await other.answer('step:cancel-web=steps', 'steps:cancel-web=check-statement', ...skip('check-statement'));
    const { steps }: JourneyRecord = JSON.parse(await page.evaluate(`localStorage.getItem('quitgpt-record')`));
    expect([steps['cancel-web']?.state, steps['check-statement']?.state]).toEqual(['skipped', 'skipped']);
  });
  it('goes on in the other language at the same step', async () => {
    const person = await sitAt(browser, file);
    await person.answer(...PLUS, 'review=start', 'way:cancel-web=billing');
    await person.page.selectOption('#language', 'fr');
    expect(await person.question()).toBe('step:cancel-web');
    expect(await person.page.evaluate(`document.documentElement.lang`)).toBe('fr');
  });
  it('speaks the first of its languages to a browser that reads none of them', async () => {
    const one = join(mkdtempSync(join(tmpdir(), 'quitgpt-page-')), 'page.html');
    writeFileSync(one, await pageHtml(['fr']));
    const person = await sitAt(browser, `file://${one}`);
    expect(await person.question()).toBe('goal');
    expect(await person.page.evaluate(`document.documentElement.lang`)).toBe('fr');
    expect(person.heard).toEqual([]);
  });
  it('takes the way back of the browser for its own', async () => {
    const person = await sitAt(browser, file);
    await person.answer('goal=cancel', 'plan=plus');
    await person.page.goBack();
    expect(await person.question()).toBe('plan');
  });

  const some = [...everySituation()].filter((_, index, all) => index % Math.ceil(all.length / 60) === 0);
  it(`shows the steps of the command for ${some.length} of all situations`, async () => {
    const person = await sitAt(browser, served.url);
    await person.page.evaluate(`void document.querySelector('#tools').setAttribute('open', '')`);
    await person.page.check('#keep');
    for (const profile of some) {
      const [record, steps] = await person.reviewOf(startRecord(profile, TODAY));
      expect(steps).toEqual(journeyFor(record.profile, guide, TODAY).steps.map(({ step }) => step.id));
    }
  });
});
