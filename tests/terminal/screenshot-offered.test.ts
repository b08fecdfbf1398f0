// A screenshot appears while a receipt is asked for: it is offered, taken with Enter, read, and covered in a copy.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plusFlags } from '../support/plus-flags';
import { runInTerminal } from '../support/terminal';

const ANSWERS = [
  ...plusFlags({ billedBy: 'openai' }),
  '--step',
  'cancel-web',
  '--no-open',
  '--no-record',
  '--lang',
  'en',
];
const SHOT = 'tests/corpus/web-ended-en-light-liberationsans-1x-24.png';
const ACTIVE = 'tests/corpus/web-active-de-light-liberationserif-1x-8.png';
/** Reading takes a second, or several on a busy machine. */
const PATIENCE = 20_000;
const isBuilt = existsSync('dist/quitgpt.cjs');

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'quitgpt-offered-'));
  mkdirSync(join(home, 'Pictures', 'Screenshots'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const start = (...more: readonly string[]) =>
  runInTerminal(process.execPath, [resolve('bin/quitgpt.js'), ...ANSWERS, ...more], {
    rows: 60,
    cwd: home,
    env: { HOME: home, LANG: 'en_GB.UTF-8' },
  });
const take = (picture: string): void =>
  copyFileSync(picture, join(home, 'Pictures', 'Screenshots', 'Screenshot 10.02.11.png'));

test.skipIf(!isBuilt)(
  'what is being typed stays, and Enter on an empty line takes the picture',
  { timeout: 90_000 },
  async () => {
    const run = start();
    await run.waitFor(/Which way[^]*Enter goes on/);
    run.key('enter');
    await run.waitFor(/What now\?[^]*s skip/);
    run.type('done');
    await run.waitFor(/❯ Done/);
    run.key('enter');
    await run.waitFor(/is all of this clear[^]*Enter goes on/);
    run.key('enter');
    await run.waitFor(/Your receipt[^]*Enter goes on/);
    run.type('x');
    await run.waitFor(/› x/);
    take(SHOT);
    await new Promise((later) => setTimeout(later, 2500));
    expect(run.screen()).toMatch(/› x/);
    run.key('backspace');
    await run.waitFor(/Screenshot 10\.02\.11\.png, \d+ seconds? ago: press Enter/, PATIENCE);
    run.key('enter');
    await run.waitFor(/reads like a cancelled plan[^]*It shows[^]*Enter goes on/, PATIENCE);
    run.key('enter');
    await run.waitFor(/Is everything covered/, PATIENCE);
    run.key('enter');
    await run.waitFor(/Another receipt for this step/, PATIENCE);
    expect(existsSync(join(home, 'Pictures', 'Screenshots', 'Screenshot 10.02.11.blacked-out.png'))).toBe(true);
    expect(run.scrollback()).not.toContain('example.com');
    run.key('ctrl-c');
    await run.exit;
  },
);

test.skipIf(!isBuilt)('an active plan is said, in plain lines too', { timeout: 90_000 }, async () => {
  const run = start('--plain');
  for (const [asked, typed] of [
    [/Which way[^]*Choose 1 to \d+[^]*:/, '1'],
    [/What now[^]*Choose 1 to \d+[^]*:/, 'done'],
    [/is all of this clear[^]*Choose 1 to \d+[^]*:/, 'yes'],
  ] as const) {
    await run.waitFor(asked);
    run.type(`${typed}\r`);
  }
  await run.waitFor(/Your receipt[^]*>/);
  take(ACTIVE);
  await run.waitFor(/press Enter to take it/, PATIENCE);
  run.key('enter');
  await run.waitFor(/active plan that renews on 13 December 2026[^]*Keep this picture/, PATIENCE);
  run.key('ctrl-c');
  await run.exit;
});
