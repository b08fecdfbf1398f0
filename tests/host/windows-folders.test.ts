// Folders that Windows moved or names in another language, asked of a `cmd.exe` and a `wslpath` of our own. The registry's
// lines are those that Windows 10 and Wine print.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadFolders } from '../../src/host/downloads';
import { screenshotFolders } from '../../src/host/screenshots';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'quitgpt-windows-'));
  vi.stubEnv('PATH', `${folder}:${process.env['PATH'] ?? ''}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const HOME = join('/home', 'ana');
const KEY = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';
const DOWNLOADS = '{374DE290-123F-4565-9164-39C4925E467B}';
const SCREENSHOTS = '{B7BEDE81-DF94-4682-A7D8-57A52620B86F}';
/** What `reg query` prints. */
const registry = (values: Readonly<Record<string, string>>, type = 'REG_EXPAND_SZ'): string =>
  `\r\n${KEY}\r\n${Object.entries(values)
    .map(([name, value]) => `    ${name}    ${type}    ${value}\r\n`)
    .join('')}\r\n`;

/** A command line of Windows that knows a registry and variables; what it is asked is written down. */
function windows(
  told: string | Buffer,
  variables: Readonly<Record<string, string>> = {},
  end = '',
  drives = true,
): void {
  writeFileSync(join(folder, 'registry.txt'), told);
  const echoes = Object.entries(variables)
    .map(([name, value]) => `  *"echo %${name}%") printf '%s\\r\\n' '${value}';;\n`)
    .join('');
  const script = `#!/bin/sh\nprintf '%s\\n' "$*" >> '${folder}/asked'\n${end}\ncase "$*" in\n${echoes}  *"reg query"*"User Shell Folders"*) cat '${folder}/registry.txt';;\n  *echo*) printf '%s\\r\\n' "\${*##* }";;\n  *) exit 1;;\nesac\n`;
  writeFileSync(join(folder, 'cmd.exe'), script, { mode: 0o755 });
  if (drives)
    writeFileSync(
      join(folder, 'wslpath'),
      `#!/bin/sh\n[ "$1" = -u ] || exit 1\ncase "$2" in\n  [A-Za-z]:*) d=$(printf %s "$2" | cut -c1 | tr A-Z a-z); printf '/mnt/%s%s\\n' "$d" "$(printf %s "$2" | cut -c3- | tr '\\\\' /)";;\n  *) exit 1;;\nesac\n`,
      { mode: 0o755 },
    );
}
const env = { USERPROFILE: 'C:\\Users\\Ana', OneDrive: 'D:\\Ana’s OneDrive' };
const onWindows = { env, platform: 'win32', home: HOME } as const;

describe('on Windows', () => {
  it('downloads, screenshots and pictures lie where the registry says, before where they usually lie', async () => {
    windows(
      registry({
        'My Music': '%USERPROFILE%\\Music',
        [DOWNLOADS]: 'E:\\Téléchargements',
        'My Pictures': '%OneDrive%\\Images',
        [SCREENSHOTS]: '%OneDrive%\\Images\\Captures d’écran',
      }),
    );
    expect(await downloadFolders(onWindows)).toEqual(['E:\\Téléchargements', join(HOME, 'Downloads')]);
    expect((await screenshotFolders(onWindows)).slice(0, 3)).toEqual([
      'D:\\Ana’s OneDrive\\Images\\Captures d’écran',
      'D:\\Ana’s OneDrive\\Images\\Screenshots',
      'D:\\Ana’s OneDrive\\Images',
    ]);
    expect(await screenshotFolders(onWindows)).toContain(join(HOME, 'Pictures', 'Screenshots'));
  });

  it('the code page is that of UTF-8 when the registry is asked, and one question is enough', async () => {
    windows(registry({ [DOWNLOADS]: 'E:\\D' }));
    await downloadFolders(onWindows);
    expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe(
      `/d /c chcp 65001>nul & reg query ${KEY.replace('HKEY_CURRENT_USER', 'HKCU')}\n`,
    );
  });

  it.each([
    ['letter case of names and variables', { [DOWNLOADS.toLowerCase()]: '%UserProfile%\\DL' }, 'C:\\Users\\Ana\\DL'],
    ['a value without variables', { [DOWNLOADS]: 'E:\\my downloads' }, 'E:\\my downloads'],
    ['a backslash at the end', { [DOWNLOADS]: '%USERPROFILE%\\DL\\' }, 'C:\\Users\\Ana\\DL'],
    ['a drive', { [DOWNLOADS]: 'E:\\' }, 'E:\\'],
    ['a share', { [DOWNLOADS]: '\\\\server\\homes\\ana\\Downloads' }, '\\\\server\\homes\\ana\\Downloads'],
    ['a value of the plain type', { [DOWNLOADS]: 'E:\\DL' }, 'E:\\DL', 'REG_SZ'],
  ])('%s', async (_what, values, path, type = 'REG_EXPAND_SZ') => {
    windows(registry(values, type));
    expect((await downloadFolders(onWindows))[0]).toBe(path);
  });

  it.each<[string, string | Buffer, string?]>([
    ['a variable that is not set', registry({ [DOWNLOADS]: '%NOWHERE%\\DL' })],
    ['a path that is not whole', registry({ [DOWNLOADS]: 'DL' })],
    ['an empty value', registry({ [DOWNLOADS]: '' })],
    ['another type', registry({ [DOWNLOADS]: 'E:\\DL' }, 'REG_BINARY')],
    ['letters of another code page', Buffer.from(registry({ [DOWNLOADS]: 'E:\\Téléchargements' }), 'latin1')],
    ['no such value', registry({ Desktop: '%USERPROFILE%\\Desktop' })],
    ['an error', 'ERROR: The system was unable to find the specified registry key or value.\r\n', 'exit 1'],
    ['no answer', '', 'sleep 30'],
  ])('%s leaves the usual folders', async (_what, told, end) => {
    windows(told, {}, end);
    expect(await downloadFolders(onWindows)).toEqual([join(HOME, 'Downloads')]);
    expect(await screenshotFolders(onWindows)).toEqual([
      join(HOME, 'Pictures', 'Screenshots'),
      join('D:\\Ana’s OneDrive', 'Pictures', 'Screenshots'),
    ]);
  });

  it('a folder that the registry has in other letters is looked into once', async () => {
    windows(registry({ [DOWNLOADS]: 'C:\\users\\ana\\downloads' }));
    expect(await downloadFolders({ ...onWindows, home: 'C:\\Users\\Ana' })).toHaveLength(
      join('a', 'b') === 'a\\b' ? 1 : 2,
    );
  });
});

describe('under WSL', () => {
  const wsl = { env: { WSL_DISTRO_NAME: 'Debian', HOME }, platform: 'linux', home: HOME } as const;

  it('the folders of Windows count as well, as paths of this side', async () => {
    windows(
      registry({
        [DOWNLOADS]: 'E:\\Téléchargements',
        'My Pictures': '%OneDrive%\\Images',
        [SCREENSHOTS]: '%USERPROFILE%\\Captures',
      }),
      { USERPROFILE: 'C:\\Users\\René', OneDrive: 'D:\\OneDrive' },
    );
    expect(await downloadFolders(wsl)).toEqual([
      join(HOME, 'Downloads'),
      '/mnt/e/Téléchargements',
      '/mnt/c/Users/René/Downloads',
    ]);
    expect((await screenshotFolders(wsl)).slice(2)).toEqual([
      '/mnt/c/Users/René/Captures',
      '/mnt/d/OneDrive/Images/Screenshots',
      '/mnt/d/OneDrive/Images',
      '/mnt/c/Users/René/Pictures/Screenshots',
      '/mnt/c/Users/René/OneDrive/Pictures/Screenshots',
    ]);
  });

  it('a share that this side does not have is left out', async () => {
    windows(registry({ [DOWNLOADS]: '\\\\server\\homes\\ana' }), { USERPROFILE: 'C:\\Users\\Ana' });
    expect(await downloadFolders(wsl)).toEqual([join(HOME, 'Downloads'), '/mnt/c/Users/Ana/Downloads']);
  });

  it('a folder whose letters came through no code page is the only one on the disk that reads so otherwise', async () => {
    for (const name of ['Téléchargements', 'Captures d’écran', 'one é', 'one è']) mkdirSync(join(folder, name));
    // `wslpath` of this test: a drive is the folder it works in.
    writeFileSync(
      join(folder, 'wslpath'),
      `#!/bin/sh\nprintf '%s%s\\n' '${folder}' "$(printf %s "$2" | cut -c3- | tr '\\\\' /)"\n`,
      { mode: 0o755 },
    );
    windows(
      Buffer.from(
        registry({
          [DOWNLOADS]: 'E:\\Téléchargements',
          'My Pictures': 'E:\\one é',
          [SCREENSHOTS]: "E:\\Captures d'écran",
        }),
        'latin1',
      ),
      {},
      '',
      false,
    );
    expect(await downloadFolders(wsl)).toEqual([join(HOME, 'Downloads'), join(folder, 'Téléchargements')]);
    expect((await screenshotFolders(wsl)).slice(2)).toEqual([join(folder, 'Captures d’écran')]);
  });

  it('without a Windows that answers, the own folders are left', async () => {
    windows('', {}, 'exit 1');
    expect(await downloadFolders(wsl)).toEqual([join(HOME, 'Downloads')]);
    expect(await screenshotFolders(wsl)).toEqual([join(HOME, 'Pictures', 'Screenshots'), join(HOME, 'Pictures')]);
  });
});
