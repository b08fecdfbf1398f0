// The check of an export in the page's worker: on every damage the verdict, the counts and the fingerprint of the command.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtOf, DAMAGES } from '../../../scripts/exports/damages';
import { smallExport } from '../../../scripts/exports/edit';
import { memoryDisk } from '../../../scripts/exports/memory-disk';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { checkExport } from '../../../src/archive/check/check-export';
import { verdictOf } from '../../../src/archive/check/findings';
import { openExport } from '../../../src/archive/container/open-export';
import { hasChromium, pageFile, sitAt, startChromium } from '../../support/page-driver';

type Found = { readonly verdict: string; readonly findings?: unknown; readonly titles?: unknown };

async function byCommand(bytes: Uint8Array): Promise<Found> {
  const opening = await openExport('/e/export.zip', memoryDisk({ '/e/export.zip': bytes }));
  if (!opening.ok) return { verdict: opening.problem };
  const { findings, titles } = await checkExport(opening.opened);
  return { verdict: verdictOf(findings), findings, titles };
}

/** A worker of the page's own script, as the page makes it; one for all, because most of a small check is its beginning. */
const CHECK = `async (bytes) => {
  const script = [...document.scripts].find(({ className }) => className === '').textContent;
  globalThis.checker ??= new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  return new Promise((resolve, reject) => {
    checker.onerror = ({ message }) => reject(new Error(message));
    checker.onmessage = ({ data }) => data.kind === 'progress' || resolve(JSON.stringify(data));
    checker.postMessage(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], 'export.zip'));
  });
}`;

async function byPage(page: Page, bytes: Uint8Array): Promise<Found> {
  const text: string = await page.evaluate(`(${CHECK})(${JSON.stringify(Buffer.from(bytes).toString('base64'))})`);
  const found = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return found['kind'] === 'refused'
    ? { verdict: String(found['problem']) }
    : { verdict: String(found['verdict']), findings: found['findings'], titles: found['titles'] };
}

/** As it comes over a wire: what is not said is not there. */
const plain = (found: Found): unknown => JSON.parse(JSON.stringify(found));

describe.skipIf(!hasChromium)('the worker of the page finds what the command finds', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await startChromium();
    ({ page } = await sitAt(browser, await pageFile()));
  });
  afterAll(() => browser.close());

  // With smaller limits or of hundreds of megabytes: those are held in Node, where the two ports are compared.
  const here = DAMAGES.filter(({ limits, name }) => limits === undefined && !/\d{3} MB/.test(name));
  it.each(here.map((damage) => [damage.name, damage] as const))('%s', async (_name, damage) => {
    const zip = builtOf(damage).zip();
    expect(plain(await byPage(page, zip))).toEqual(plain(await byCommand(zip)));
  });

  const given = async (bytes: Uint8Array): Promise<Awaited<ReturnType<typeof sitAt>>> => {
    const path = join(mkdtempSync(join(tmpdir(), 'quitgpt-zip-')), 'export.zip');
    writeFileSync(path, bytes);
    const person = await sitAt(browser, await pageFile());
    await person.answer('goal=delete', 'plan=free', 'uses=none', 'review=start');
    await person.answer('step:export-data=steps', 'steps:export-data=verify-export', 'step:verify-export=check');
    // The question for the file stays while the file is read: what is asked next comes after it has gone.
    const before = await person.page.$('form.ask');
    await person.page.setInputFiles('form.ask input[type=file]', path);
    await before?.waitForElementState('hidden');
    return person;
  };
  it('says so on the screen, and asks for the one thing that only the person can compare', async () => {
    const person = await given(rawZip(smallExport({ generation: 'g6' }).entries));
    await person.answer('export:titles=yes');
    expect(await person.question()).toBe('step:verify-export');
    expect(person.heard).toEqual([]);
  });
  it('says in one sentence what is no export', async () => {
    const person = await given(Buffer.from('nothing of that kind'));
    await person.page.locator('p.warning').first().waitFor();
    expect(await person.question()).toBe('step:verify-export');
  });
});
