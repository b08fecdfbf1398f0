// macOS asks people which folders a terminal may use. A refusal is said with where to allow it, and nobody is told that nothing is there.
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main';
import { aHost, DESK, HOME } from '../support/fake-host';
import { aPerson, ENTER, leave } from '../support/fake-prompter';
import { aWizard, textOf } from '../support/program';
import { aFolder, plainEnvironment, PROGRAM } from '../support/tools';
import { toTheFirstStep } from '../walk/journeys';

const WHERE = 'System Settings → Privacy & Security → Files and Folders';

describe('on macOS', () => {
  test.each([
    ['export check secret.zip', 1],
    ['export save secret.zip --to there', 1],
    ['proof secret.png', 1],
    [
      '--no-input --goal cancel --plan plus --billed-by apple --uses none --next-billing unsure --done cancel-apple --proof secret.png',
      1,
    ],
  ] as const)('%s says where to allow it', async (argv, code) => {
    const host = aHost(argv, {
      platform: 'darwin',
      files: { [`${DESK}/secret.zip`]: { kind: 'unreadable' }, [`${DESK}/secret.png`]: { kind: 'unreadable' } },
    });
    expect(await main(host)).toBe(code);
    const { stdout, stderr } = host.printed();
    expect((stdout + stderr).replace(/\s+/g, ' ')).toContain(WHERE);
  });

  test('an export that is looked for in a folder kept back is not called missing', async () => {
    const host = aHost('export check', { platform: 'darwin', hides: 'downloads' });
    expect(await main(host)).toBe(1);
    expect(host.printed().stderr).toContain('~/Downloads');
    expect(host.printed().stderr).toContain(WHERE);
    expect(host.printed().stderr).not.toContain('No data export was found');
  });

  test('watching for screenshots says that it sees nothing, once a step', async () => {
    const person = aPerson([
      ...toTheFirstStep,
      ['step:cancel-apple', 'done'],
      ['proof:cancel-apple', ENTER],
      ['step:confirm-cancelled', leave('ctrl-c')],
    ]);
    await main(aWizard('', person, { platform: 'darwin', hides: 'screenshots' }));
    expect(person.problems()).toEqual([]);
    const said = textOf(person.put.find(({ id }) => id === 'proof:cancel-apple')?.said ?? []);
    expect(said).toContain('~/Desktop');
    expect(said).toContain(WHERE);
  });
});

test('elsewhere nobody is sent to the settings of macOS', async () => {
  const host = aHost('export check', { hides: 'downloads' });
  expect(await main(host)).toBe(1);
  expect(host.printed().stderr).not.toContain('macOS');
  expect(host.printed().stderr).toContain(`${HOME}/Downloads`.replace(HOME, '~'));
});

test('the real program, on a macOS that denies everything under a folder, ends with one sentence', async () => {
  const home = aFolder();
  mkdirSync(join(home, 'Library/Application Support/quitgpt'), { recursive: true });
  const record = join(home, 'Library/Application Support/quitgpt/record.json');
  writeFileSync(record, '{}');
  const preload = join(home, 'macos.cjs');
  writeFileSync(
    preload,
    `Object.defineProperty(process, 'platform', { value: 'darwin' });
    const fs = require('fs');
    for (const name of ['readdir', 'open', 'access', 'readFile', 'writeFile']) { const own = fs.promises[name]; fs.promises[name] = async (path, ...more) => { if (String(path).startsWith(process.env.DENIED)) throw Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM', errno: -1, path }); return own.call(fs.promises, path, ...more); }; }`,
  );
  const env = { ...plainEnvironment(home), DENIED: join(home, 'Library') };
  const ran = await promisify(execFile)(process.execPath, ['--require', preload, PROGRAM, 'status'], {
    cwd: home,
    env,
  }).catch((error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => error);
  expect(ran).toMatchObject({ code: 1, stdout: '' });
  expect(ran.stderr).toMatch(/^macOS does not let this terminal read [^\n]*\n$/);
  expect(ran.stderr).toContain(WHERE);
});
