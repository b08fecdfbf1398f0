// Which program a page is handed to, and with which words: programs of our own stand where browsers would.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInBrowser, showInViewer } from '../../src/host/browser';
import { isOn } from '../../src/host/environment';
import { outputModeOf } from '../../src/host/terminal';

const PAGE = 'https://chatgpt.com/?a=1&b=%20%s;$(x)#c';
let folder = '';
let env: Readonly<Record<string, string>> = {};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quitgpt-browser-'));
  env = { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that writes down its name and each of its words on a line, then does `end`. */
function aProgram(name: string, end = 'exit 0'): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "\${0##*/}" "$@" >> '${folder}/told'\n${end}\n`, { mode: 0o755 });
  return path;
}
const told = (): readonly string[] =>
  existsSync(join(folder, 'told')) ? readFileSync(join(folder, 'told'), 'utf8').trimEnd().split('\n') : [];
const open = (more: Readonly<Record<string, string>>, platform: NodeJS.Platform = 'linux', url = PAGE) =>
  openInBrowser(url, { ...env, ...more }, platform);

describe('BROWSER', () => {
  it.each<NodeJS.Platform>(['linux', 'darwin', 'freebsd', 'openbsd'])(
    'names the program that gets the address, without a display too: %s',
    async (platform) => {
      aProgram('mine');
      expect(await open({ BROWSER: 'mine' }, platform)).toBe('asked');
      expect(told()).toEqual(['mine', PAGE]);
    },
  );

  it('works over SSH, where an editor or a remote shell sets it', async () => {
    const path = aProgram('helpers/browser.sh');
    expect(await open({ BROWSER: path, SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' })).toBe('asked');
    expect(told()).toEqual(['browser.sh', PAGE]);
  });

  it.each([
    ['mine --new-window', ['mine', '--new-window', PAGE]],
    ['mine --to %s --quiet', ['mine', '--to', PAGE, '--quiet']],
    ['mine --to=%s', ['mine', `--to=${PAGE}`]],
    ['mine %%s %c', ['mine', '%s', ':', PAGE]],
    ['mine "a b" \'c d\' e\\ f', ['mine', 'a b', 'c d', 'e f', PAGE]],
    ['mine $(touch x) `touch x` ; touch x', ['mine', '$(touch', 'x)', '`touch', 'x`', ';', 'touch', 'x', PAGE]],
  ])('%s: no shell reads its words, and %%s is the address', async (browser, words) => {
    aProgram('mine');
    expect(await open({ BROWSER: browser })).toBe('asked');
    expect(told()).toEqual(words);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  it('is a list: the first that works gets the page, and no other', async () => {
    aProgram('fails', 'exit 3');
    aProgram('works');
    aProgram('later');
    expect(await open({ BROWSER: 'gone::fails --x %s:works:later' })).toBe('asked');
    expect(told()).toEqual(['fails', '--x', PAGE, 'works', PAGE]);
  });

  it('may be a path with blanks in it, as programs of Windows and macOS have', async () => {
    const path = aProgram('Program Files/my browser.exe');
    expect(await open({ BROWSER: path, WSL_DISTRO_NAME: 'Debian' })).toBe('asked');
    expect(told()).toEqual(['my browser.exe', PAGE]);
  });

  it('a browser that stays open is not waited for', async () => {
    aProgram('stays', 'exec sleep 3');
    expect(await open({ BROWSER: 'stays' })).toBe('asked');
  });

  it.each(['fails', 'killed'])('one that %s is a failure, and no other browser is opened instead', async (name) => {
    aProgram('fails', 'exit 3');
    aProgram('killed', 'kill -9 $$');
    expect(await open({ BROWSER: name, DISPLAY: ':9' })).toBe('failed');
    expect(told()).toEqual([name, PAGE]);
  });

  it.each(['gone', join(tmpdir(), 'gone'), tmpdir(), '""', ':', ' '])(
    '%j names none that is there: without a display, nothing can open the page',
    async (browser) => {
      expect(await open({ BROWSER: browser })).toBe('not-here');
    },
  );

  it.each(['none', 'false', 'None', ' none '])(
    '%j: nothing is opened, on no system, neither page nor picture',
    async (browser) => {
      aProgram('none');
      aProgram('false');
      for (const platform of ['linux', 'darwin', 'win32'] as const) {
        expect(await open({ BROWSER: browser, DISPLAY: ':9' }, platform)).toBe('not-here');
        expect(await showInViewer('/tmp/x.png', { ...env, BROWSER: browser, DISPLAY: ':9' }, platform)).toBe(
          'not-here',
        );
      }
      expect(told()).toEqual([]);
    },
  );

  it.each([
    'http://chatgpt.com/',
    'https://example.org/',
    'https://chatgpt.com:444/',
    'https://a@chatgpt.com/',
    'file:///etc/passwd',
    '--help',
    '',
  ])('gets no address but https of a known host: %j', async (url) => {
    aProgram('mine');
    expect(await open({ BROWSER: 'mine' }, 'linux', url)).toBe('failed');
    expect(told()).toEqual([]);
  });
});

describe('CI', () => {
  it.each([
    ['true', true],
    ['1', true],
    ['yes', true],
    ['0', false],
    ['false', false],
    ['FALSE', false],
    ['', false],
    [undefined, false],
  ] as const)('%j means the same for questions and for pages', async (ci, isCi) => {
    aProgram('mine');
    const terminal = { stdinIsTTY: true, stderrIsTTY: true, stdoutIsTTY: true, columns: () => 80 };
    expect(isOn(ci)).toBe(isCi);
    expect(outputModeOf({}, { CI: ci }, terminal, 'linux').asks).toBe(!isCi);
    expect(await open({ BROWSER: 'mine', ...(ci === undefined ? {} : { CI: ci }) })).toBe(isCi ? 'not-here' : 'asked');
  });
});

it.each([
  ['linux', {}, 'not-here'],
  ['freebsd', {}, 'not-here'],
  ['darwin', { SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }, 'not-here'],
  ['win32', { SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }, 'not-here'],
  ['linux', { WSL_DISTRO_NAME: 'Debian', SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }, 'not-here'],
] as const)('%s with %j has no display to show anything on', async (platform, more, outcome) => {
  expect(await open(more, platform)).toBe(outcome);
  expect(await showInViewer('/tmp/x.png', { ...env, ...more }, platform)).toBe(outcome);
});
