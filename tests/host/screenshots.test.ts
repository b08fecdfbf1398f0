// Which folders a system puts screenshots in, and which picture there is the newest.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { screenshotFolders, screenshotsOf } from '../../src/host/screenshots';

let home = '';
beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'quitgpt-screenshots-'))));
afterEach(() => rmSync(home, { recursive: true, force: true }));

const put = (path: string, at: string): void => {
  mkdirSync(join(home, path, '..'), { recursive: true });
  writeFileSync(join(home, path), 'x');
  utimesSync(join(home, path), new Date(at), new Date(at));
};

test('Linux: Pictures, its Screenshots, and the folder that user-dirs.dirs names', async () => {
  put('.config/user-dirs.dirs', '2026-01-01');
  writeFileSync(
    join(home, '.config/user-dirs.dirs'),
    '# x\nXDG_DESKTOP_DIR="$HOME/Bureau"\nXDG_PICTURES_DIR="$HOME/Images"\n',
  );
  expect(await screenshotFolders({ env: {}, platform: 'linux', home })).toEqual(
    ['Pictures/Screenshots', 'Pictures', 'Images/Screenshots', 'Images'].map((path) => join(home, path)),
  );
});
test('a pictures folder that is the home folder itself means none (xdg-user-dirs)', async () => {
  put('.config/user-dirs.dirs', '2026-01-01');
  writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_PICTURES_DIR="$HOME/"\n');
  expect(await screenshotFolders({ env: {}, platform: 'linux', home })).toEqual([
    join(home, 'Pictures', 'Screenshots'),
    join(home, 'Pictures'),
  ]);
});
test('Windows: Pictures and OneDrive’s', async () => {
  expect(await screenshotFolders({ env: { OneDrive: join(home, 'OneDrive') }, platform: 'win32', home })).toEqual([
    join(home, 'Pictures', 'Screenshots'),
    join(home, 'OneDrive', 'Pictures', 'Screenshots'),
  ]);
});
test('macOS: the Desktop where nothing else is set', async () => {
  expect(await screenshotFolders({ env: {}, platform: 'darwin', home })).toEqual([join(home, 'Desktop')]);
});
test('the newest picture counts; other files, hidden ones and old ones do not', async () => {
  put('Pictures/old.png', '2026-11-22T09:00:00Z');
  put('Pictures/Screenshots/Screenshot 10.02.11.png', '2026-11-22T10:02:11Z');
  put('Pictures/notes.txt', '2026-11-22T10:05:00Z');
  put('Pictures/.half.png', '2026-11-22T10:06:00Z');
  const { newest } = screenshotsOf({ env: {}, platform: 'linux', home });
  expect(await newest(new Date('2026-11-22T10:00:00Z'))).toMatchObject({ name: 'Screenshot 10.02.11.png', bytes: 1 });
  expect(await newest(new Date('2026-11-22T11:00:00Z'))).toBeUndefined();
});
test('a picture that was changed at the very moment is not newer; one a millisecond later is', async () => {
  put('Pictures/now.png', '2026-11-22T10:00:00.000Z');
  const { newest } = screenshotsOf({ env: {}, platform: 'linux', home });
  expect(await newest(new Date('2026-11-22T10:00:00.000Z'))).toBeUndefined();
  expect(await newest(new Date('2026-11-22T09:59:59.999Z'))).toMatchObject({ name: 'now.png' });
});
test('folders that are not there hold nothing', async () => {
  expect(
    await screenshotsOf({ env: {}, platform: 'linux', home: join(home, 'nowhere') }).newest(new Date(0)),
  ).toBeUndefined();
});
