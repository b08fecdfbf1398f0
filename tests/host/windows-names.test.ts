// Which names Windows does not take, and that nothing is written under one of them by any way of writing.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFiles } from '../../src/host/node-files';
import { nodeFolders } from '../../src/host/node-folders';
import { badWindowsName } from '../../src/host/windows-names';

const BAD = [
  'nul',
  'NUL',
  'CON',
  'Con.txt',
  'prn',
  'aux.json',
  'com1.txt',
  'COM9',
  'lpt1',
  'LPT¹',
  'com².md',
  'nul .txt',
  'nul.tar.gz',
  'CONIN$',
  'conout$',
  'nul:',
  'ab:c',
  'checklist 10:30.html',
  'list.html:hidden',
  'list.html::$DATA',
  'a<b>.html',
  'a>b',
  '"a"',
  'a|b',
  'a?b',
  'a*b',
  'a\u0000b',
  'a\tb',
  'a\u001Fb',
  'a.',
  'a ',
  'a. .',
  '...',
  ' ',
];
const GOOD = [
  'checklist.html',
  '.hidden',
  ' a',
  'a b',
  'a.b.c',
  'é’ — 漢.html',
  'console.txt',
  'null',
  'auxiliary',
  'com10',
  'com',
  'com0.txt',
  'lpt',
  'nulx.txt',
  'my nul.txt',
  'con-1',
  'x.nul',
  "o'neil (1) [2] {3} #4 %5 &6 $7 @8 !9 ~.txt",
];

describe('a name that Windows does not take', () => {
  it.each(BAD)('%j is told, wherever in a path it stands', (name) => {
    for (const start of [
      'C:\\',
      'C:\\Users\\Ana\\',
      'z:/x/',
      '\\\\server\\share\\',
      '\\\\?\\C:\\',
      '\\\\?\\UNC\\server\\share\\',
      '\\',
    ]) {
      expect(badWindowsName(`${start}${name}`)).toBe(name);
      expect(badWindowsName(`${start}${name}\\file.txt`)).toBe(name);
    }
  });

  it.each(GOOD)('%j is a name like any other', (name) => {
    for (const start of [
      'C:\\',
      'C:\\Users\\.\\..\\Ana\\',
      'z:/x/',
      '\\\\server.example\\share$\\',
      '\\\\wsl$\\Debian\\',
      '\\\\?\\C:\\',
      '\\\\?\\UNC\\server\\share\\',
      '\\\\?\\Volume{b75e2c83-0000-0000-0000-602f00000000}\\',
    ]) {
      expect(badWindowsName(`${start}${name}`)).toBeUndefined();
      expect(badWindowsName(`${start}${name}\\file.txt`)).toBeUndefined();
    }
  });

  it.each(['C:\\', 'C:', '\\\\server\\share', '\\\\server\\share\\', '\\\\?\\C:\\', ''])(
    '%j alone holds no name',
    (path) => expect(badWindowsName(path)).toBeUndefined(),
  );
  it.each(['\\\\.\\nul', '\\\\.\\PhysicalDrive0', '//./C:/x', 'a:b', 'C:list.html'])(
    '%j is no path of a file',
    (path) => expect(badWindowsName(path)).toBe(path.replaceAll('/', '\\')),
  );
});

describe('nothing is written under it', () => {
  let folder = '';
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'quitgpt-names-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const codeFrom = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'no error',
      ({ code, name }: { code?: unknown; name?: unknown }) => [code, name],
    );

  it.each(['nul', 'ab:c.html', 'a<b>.html', 'a.', 'com1\\x.txt'])(
    '%j: neither a file nor a folder, nor by renaming',
    async (typed) => {
      const files = nodeFiles({ home: folder, cwd: folder, platform: 'win32' });
      const folders = nodeFolders('win32');
      const told = ['EBADNAME', typed.split('\\')[0]];
      expect(await codeFrom(files.write(typed, 'x', { replace: false }))).toEqual(told);
      expect(await codeFrom(files.write(typed, 'x', { replace: true }))).toEqual(told);
      expect(await codeFrom(files.writeAtomic(typed, 'x'))).toEqual(told);
      expect(await codeFrom(folders.makeFolder(`C:\\x\\${typed}`))).toEqual(told);
      expect(await codeFrom(folders.writeWhole(`C:\\x\\${typed}`, 'x'))).toEqual(told);
      expect(await codeFrom(folders.rename('C:\\x\\y', `C:\\x\\${typed}`))).toEqual(told);
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('what cannot be read for such a name is told in the same way', async () => {
    const files = nodeFiles({ home: folder, cwd: folder, platform: 'win32' });
    expect(await codeFrom(files.read('nul', 10))).toEqual(['EBADNAME', 'nul']);
    expect(await codeFrom(files.read('gone', 10))).toEqual(['ENOENT', 'Error']);
  });

  it('on other systems they are names like any other', async () => {
    await nodeFiles({ home: folder, cwd: folder, platform: 'linux' }).write('nul 10:30?.', 'x', { replace: false });
    await nodeFolders('linux').writeWhole(join(folder, 'con'), 'x');
    expect(readdirSync(folder).sort()).toEqual(['con', 'nul 10:30?.']);
  });
});
