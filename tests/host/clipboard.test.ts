// The clipboard, with programs of our own first in PATH.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { copyToClipboard } from '../../src/host/clipboard';

const folder = mkdtempSync(join(tmpdir(), 'quitgpt-clipboard-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder with fake programs that keep what they were given; each ends with its code. */
function path(programs: Readonly<Record<string, number>>): {
  readonly PATH: string;
  given(name: string): Buffer;
  args(name: string): string;
} {
  const own = mkdtempSync(join(folder, 'bin-'));
  for (const [name, code] of Object.entries(programs)) {
    const file = join(own, name);
    writeFileSync(file, `#!/bin/sh\nprintf '%s' "$*" > '${file}.args'\n/bin/cat > '${file}.given'\nexit ${code}\n`);
    chmodSync(file, 0o755);
  }
  return {
    PATH: own,
    given: (name) => readFileSync(join(own, `${name}.given`)),
    args: (name) => readFileSync(join(own, `${name}.args`), 'utf8'),
  };
}
const TEXT = 'J’ai résilié « Plus » 👋\nzweite Zeile';

describe.runIf(process.platform !== 'win32')('a text is copied', () => {
  test('by pbcopy on macOS', async () => {
    const { PATH, given } = path({ pbcopy: 0 });
    expect(await copyToClipboard(TEXT, { PATH }, 'darwin')).toBe('copied');
    expect(given('pbcopy').toString('utf8')).toBe(TEXT);
  });

  test('by clip.exe on Windows and from WSL, in UTF-16', async () => {
    for (const [platform, env] of [
      ['win32', {}],
      ['linux', { WSL_DISTRO_NAME: 'Debian', DISPLAY: ':0' }],
    ] as const) {
      const { PATH, given } = path({ 'clip.exe': 0, xclip: 0 });
      expect(await copyToClipboard(TEXT, { PATH, ...env }, platform)).toBe('copied');
      expect(given('clip.exe').toString('utf16le')).toBe(TEXT);
    }
  });

  test('by wl-copy under Wayland, and by xclip where that is missing or fails', async () => {
    const both = path({ 'wl-copy': 0, xclip: 0 });
    expect(await copyToClipboard(TEXT, { PATH: both.PATH, WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, 'linux')).toBe(
      'copied',
    );
    expect(both.given('wl-copy').toString('utf8')).toBe(TEXT);
    for (const programs of [{ xclip: 0 }, { 'wl-copy': 1, xclip: 0 }] as readonly Readonly<Record<string, number>>[]) {
      const { PATH, given, args } = path(programs);
      expect(await copyToClipboard(TEXT, { PATH, WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, 'linux')).toBe(
        'copied',
      );
      expect(given('xclip').toString('utf8')).toBe(TEXT);
      expect(args('xclip')).toBe('-selection clipboard -in');
    }
  });

  test('by nobody without a display, without a program, or over SSH', async () => {
    const { PATH } = path({ pbcopy: 0, xclip: 0, 'wl-copy': 0 });
    expect(await copyToClipboard(TEXT, { PATH }, 'linux')).toBe('not-here');
    expect(await copyToClipboard(TEXT, { PATH, SSH_CONNECTION: 'a b' }, 'darwin')).toBe('not-here');
    expect(await copyToClipboard(TEXT, { PATH: path({}).PATH, DISPLAY: ':0' }, 'linux')).toBe('not-here');
  });

  test('a program that fails or does not read is said to have failed', async () => {
    expect(await copyToClipboard(TEXT, { PATH: path({ pbcopy: 3 }).PATH }, 'darwin')).toBe('failed');
    const deaf = path({ pbcopy: 0 });
    writeFileSync(join(deaf.PATH, 'pbcopy'), '#!/bin/sh\nexit 1\n');
    expect(await copyToClipboard('x'.repeat(5_000_000), { PATH: deaf.PATH }, 'darwin')).toBe('failed');
  });
});
