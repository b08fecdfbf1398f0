// Opening pages from a real terminal, with an `xdg-open` of our own first in PATH that notes what it is asked to open.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue';
import { plusFlags } from '../support/plus-flags';
import { aFolder, plainEnvironment, runProgram } from '../support/tools';
import { sitDown, type Person } from './person';

const APPLE = plusFlags({ billedBy: 'apple' });
const { guide } = await loadCatalogue('en');
const APPLE_PAGE = guide.links['apple-subscriptions']?.url ?? '';

it('a step opens its own page, and nothing else, with the address printed beside it', async () => {
  const { home, env, opened } = aBrowser('exit 0');
  const person = await atCancelApple(home, env);
  const { say, ui } = person.translator;
  await person.pointsAt(say(ui.step.open));
  person.terminal.key('enter');
  await person.sees(say(ui.step.opened));
  expect(opened()).toEqual([APPLE_PAGE]);
  expect(person.terminal.screen()).toContain(APPLE_PAGE);
  await leave(person);
});

it('a browser that cannot be started is said, and the address stands there to copy', async () => {
  const { home, env, opened } = aBrowser('exit 3');
  const person = await atCancelApple(home, env);
  const { say, ui } = person.translator;
  await person.pointsAt(say(ui.step.open));
  person.terminal.key('enter');
  await person.sees(say(ui.step.open_failed));
  expect(opened()).toEqual([APPLE_PAGE]);
  expect(person.terminal.screen()).toContain(APPLE_PAGE);
  await leave(person);
});

it.each<readonly [string, readonly string[], Readonly<Record<string, string>>]>([
  ['--no-open', ['--no-open'], {}],
  ['no display', [], { DISPLAY: '' }],
  ['SSH without a display', [], { DISPLAY: '', SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }],
])('%s opens nothing and prints the address', async (_name, args, more) => {
  const { home, env, opened } = aBrowser('exit 0');
  const person = await atCancelApple(home, { ...env, ...more }, args);
  const { say, ui } = person.translator;
  await person.pointsAt(say(ui.step.open));
  person.terminal.key('enter');
  await person.sees(say(ui.step.open_failed));
  expect(person.terminal.screen()).toContain(APPLE_PAGE);
  expect(opened()).toEqual([]);
  await leave(person);
});

it.each(Object.keys(guide.links))('`quitgpt open %s` hands exactly its address to the system', async (id) => {
  const { home, env, opened } = aBrowser('exit 0');
  const { code, stdout } = await runProgram(['open', id], { cwd: home, env: plainEnvironment(home, env) });
  expect(code).toBe(0);
  expect(stdout).toContain(guide.links[id]?.url);
  expect(opened()).toEqual([guide.links[id]?.url]);
});

it('`quitgpt open` with a failing browser ends with 1, with --no-open with 0, in CI without trying', async () => {
  const { home, env, opened } = aBrowser('exit 3');
  const open = (args: readonly string[], more: Readonly<Record<string, string>> = {}): ReturnType<typeof runProgram> =>
    runProgram(['open', 'apple-subscriptions', ...args], {
      cwd: home,
      env: plainEnvironment(home, { ...env, ...more }),
    });
  expect((await open(['--no-open'])).code).toBe(0);
  expect((await open([], { CI: 'true' })).code).toBe(0);
  expect(opened()).toEqual([]);
  const failed = await open([]);
  expect(failed.code).toBe(1);
  expect(failed.stdout).toContain(APPLE_PAGE);
  expect(opened()).toEqual([APPLE_PAGE]);
});

it.each(['0', 'false', ''])('CI=%j is no CI: the page is opened', async (ci) => {
  const { home, env, opened } = aBrowser('exit 0');
  expect(
    (await runProgram(['open', 'apple-subscriptions'], { cwd: home, env: plainEnvironment(home, { ...env, CI: ci }) }))
      .code,
  ).toBe(0);
  expect(opened()).toEqual([APPLE_PAGE]);
});

it('BROWSER=none opens nothing and prints the address', async () => {
  const { home, env, opened } = aBrowser('exit 0');
  const { code, stdout } = await runProgram(['open', 'apple-subscriptions'], {
    cwd: home,
    env: plainEnvironment(home, { ...env, BROWSER: 'none' }),
  });
  expect(code).toBe(0);
  expect(stdout).toContain(APPLE_PAGE);
  expect(opened()).toEqual([]);
});

it.each(['--help', '-a Calculator', 'https://example.org/', 'file:///etc/passwd', '$(touch pwned)'])(
  '`quitgpt open` opens nothing that is not a page of the guide: %s',
  async (word) => {
    const { home, env, opened } = aBrowser('exit 0');
    await runProgram(['open', '--', word], { cwd: home, env: plainEnvironment(home, env) });
    expect(opened()).toEqual([]);
    expect(existsSync(join(home, 'pwned'))).toBe(false);
  },
);

type Browser = { readonly home: string; readonly env: Readonly<Record<string, string>>; opened(): readonly string[] };

/** A desktop whose `xdg-open` writes its arguments down, then does what `end` says. */
function aBrowser(end: string): Browser {
  const home = aFolder();
  const tools = aFolder();
  const notes = join(tools, 'opened');
  mkdirSync(join(tools, 'bin'));
  const file = join(tools, 'bin', 'xdg-open');
  writeFileSync(file, `#!/bin/sh\nfor one in "$@"; do printf '%s\\n' "$one" >> '${notes}'; done\n${end}\n`);
  chmodSync(file, 0o755);
  return {
    home,
    env: { PATH: `${join(tools, 'bin')}:${process.env['PATH'] ?? ''}`, DISPLAY: ':99' },
    opened: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trimEnd().split('\n') : []),
  };
}

async function atCancelApple(
  home: string,
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Person> {
  const person = await sitDown({ home, args: [...APPLE, '--step', 'cancel-apple', ...args], env });
  await person.seesStep();
  return person;
}

async function leave(person: Person): Promise<void> {
  person.terminal.key('ctrl-c');
  expect((await person.terminal.exit).code).toBe(130);
}
