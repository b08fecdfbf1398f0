// Every Profile there is gets the same plan in a browser as from the command: steps, ways, days, gates and the days ahead.
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledForPage } from '../../../scripts/build/page-parts.mjs';
import { chromiumDriver, firefoxDriver, hasChromium, hasFirefox } from '../../support/browsers';
import type { Driver } from '../../support/browsers';
import { sumsOfPlans } from '../plans';

/** Browsers plan for one batch of so many; with `EVERY_PROFILE=1` Chromium plans for all of them, which takes two minutes. */
const SAMPLE = 20;
const EVERY = process.env['EVERY_PROFILE'] === '1' ? 1 : 8;

type Sums = ReturnType<typeof sumsOfPlans>;
let script: string;
beforeAll(async () => {
  // Bundled as the page's script is, and part of no page.
  ({ code: script } = await bundledForPage('tests/page/plans-in-browser.ts'));
});

async function planned(start: () => Promise<Driver>, every: number, here: (every: number) => Sums): Promise<Sums[]> {
  const driver = await start();
  try {
    const tab = await driver.open('about:blank');
    await tab.run(`${script};undefined`);
    const theirs = tab.run<Sums>(`sumsOfPlans(${every})`);
    // While the browser plans, so does this process.
    await new Promise((later) => setTimeout(later, 100));
    return [await Promise.resolve(here(every)), await theirs];
  } finally {
    await driver.close();
  }
}

const PATIENCE = { timeout: 300_000 };
describe.skipIf(!hasChromium)('Chromium', () => {
  it(`plans for one in ${EVERY} of all Profiles as the command does`, PATIENCE, async () => {
    const [wanted, own] = await planned(chromiumDriver, EVERY, sumsOfPlans);
    expect(own?.count).toBeGreaterThan(380_000 / EVERY - 1000);
    expect(own).toEqual(wanted);
  });
});
describe.skipIf(!hasFirefox)('Firefox', () => {
  it(`plans for one in ${SAMPLE} of all Profiles as the command does`, PATIENCE, async () => {
    const [wanted, own] = await planned(firefoxDriver, SAMPLE, sumsOfPlans);
    expect(own?.count).toBeGreaterThan(380_000 / SAMPLE - 1000);
    expect(own).toEqual(wanted);
  });
});
