// Machines where something is missing that every other one has: a home, a working folder, a place to write. One sentence each.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plusFlags } from '../support/plus-flags';
import { aFolder, plainEnvironment, PROGRAM, run, runProgram, type Ran } from '../support/tools';

const STACK = /^\s+at |node:internal|Error:/m;
const { HOME: _home, ...homeless } = plainEnvironment('/');
const asRoot = process.geteuid?.() === 0;
const JOURNEY = ['--no-input', ...plusFlags({ billedBy: 'openai' })];

/** Runs the program as a user that no list knows, where this test may do so. */
function asStranger(args: readonly string[], env: Readonly<Record<string, string>>, cwd = '/tmp'): Promise<Ran> {
  return run('setpriv', ['--reuid=4242', '--regid=4242', '--clear-groups', process.execPath, PROGRAM, ...args], {
    cwd,
    env,
  });
}

describe.runIf(asRoot)('a user without a name and without HOME, as in containers', () => {
  it.each([['--version'], ['--help'], ['checklist'], ['why'], ['--no-record', ...JOURNEY]])(
    '%s works',
    async (...args) => {
      const { stdout, stderr } = await asStranger(args, homeless);
      expect(stderr).not.toMatch(STACK);
      expect(stdout).not.toBe('');
    },
  );

  it.each([[JOURNEY], [['status']]])('%j says in one sentence what is missing', async (args) => {
    const { code, stderr } = await asStranger(args, homeless);
    expect(code).toBe(1);
    expect(stderr).not.toMatch(STACK);
    expect(stderr).toMatch(/home folder.*--record/);
  });

  it('keeps progress where it is told to', async () => {
    const folder = aFolder();
    chmodSync(folder, 0o777);
    expect((await asStranger([...JOURNEY, '--record', join(folder, 'r.json')], homeless)).code).toBe(3);
  });
});

describe('a working folder that was removed', () => {
  it('is one sentence where a relative path is named, and nothing elsewhere', async () => {
    const home = aFolder();
    const gone = join(home, 'gone');
    mkdirSync(gone);
    const shell = (words: string): Promise<Ran> =>
      run(
        'sh',
        ['-c', `mkdir -p ${gone} && cd ${gone} && rmdir ${gone} && exec ${process.execPath} ${PROGRAM} ${words}`],
        { cwd: home, env: plainEnvironment(home) },
      );
    rmSync(gone, { recursive: true });
    for (const words of ['--version', 'checklist', JOURNEY.join(' ')]) {
      const ran = await shell(words);
      expect(ran.stderr, words).not.toMatch(STACK);
      expect(ran.code, words).not.toBe(1);
    }
    const ran = await shell('checklist --out here.txt');
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/^The folder you are in[^\n]*\n$/);
  });
});

describe('HOME', () => {
  it('that is relative is not taken: nothing is written into the working folder', async () => {
    const folder = aFolder();
    const { stderr } = await runProgram(JOURNEY, {
      cwd: folder,
      env: { ...plainEnvironment('.'), XDG_STATE_HOME: join(folder, 'state') },
    });
    expect(stderr).not.toMatch(STACK);
    const status = await runProgram(['status'], { cwd: folder, env: { ...homeless, HOME: 'here' } });
    expect(status.stderr + status.stdout).not.toContain(join(folder, 'here'));
  });

  it.runIf(asRoot)('that is read-only is said, and the result is there all the same', async () => {
    const home = aFolder();
    chmodSync(home, 0o555);
    const ran = await asStranger(JOURNEY, { ...plainEnvironment(home) });
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain('Cancel');
    expect(ran.stderr.replace(/\s+/g, ' ')).toMatch(/could not be saved in .*: this user has no right to it/);
  });
});

describe('a program that nothing will wake', () => {
  it('never ends with 0: what waits is told, and says so', async () => {
    const home = aFolder();
    const preload = join(home, 'deaf.cjs');
    // A stdin that is a terminal, stays paused, and so wakes nobody: as after Ctrl-Z in older versions.
    writeFileSync(
      preload,
      `const tty = require('node:tty'); const fs = require('node:fs'); const { PassThrough } = require('node:stream');
      tty.isatty = (fd) => fd !== 1; const { fstatSync } = fs; fs.fstatSync = (fd, ...more) => (typeof fd === 'number' && fd < 3 ? { isCharacterDevice: () => fd !== 1 } : fstatSync(fd, ...more));
      const deaf = Object.assign(new PassThrough(), { isTTY: true, setRawMode() { return this; }, ref() {}, unref() {} });
      Object.defineProperty(process, 'stdin', { get: () => deaf });`,
    );
    for (const mode of ['--plain', '--no-color']) {
      const ran = await run(process.execPath, ['--require', preload, PROGRAM, mode], {
        cwd: home,
        env: plainEnvironment(home),
      });
      expect(ran.code).not.toBe(0);
      expect(ran.stderr).not.toMatch(STACK);
    }
  });
});
