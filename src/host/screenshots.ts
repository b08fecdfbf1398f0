// Where this system puts screenshots, and the newest one there.
import { promises as fs } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Screenshot } from './host';
import { output, windowsHome, xdgFolder } from './user-folders';
import type { Surroundings } from './user-folders';

const PICTURE = /\.(?:png|jpe?g|webp|heic)$/i;
/** macOS writes a picture under such a name first, and renames it. */
const HALF_WRITTEN = /^\./;

/** Finds the folders when first asked; those that are not there are looked for again each time. */
export function screenshotsOf(surroundings: Surroundings): { newest(since: Date): Promise<Screenshot | undefined> } {
  let folders: Promise<readonly string[]> | undefined;
  return {
    async newest(since) {
      folders ??= screenshotFolders(surroundings);
      const found = (await Promise.all((await folders).map((folder) => newestIn(folder, since)))).filter((one) => one !== undefined);
      return found.sort((one, other) => other.changed.getTime() - one.changed.getTime())[0];
    },
  };
}

/**
 * macOS: the location set for screenshots (`com.apple.screencapture`), else the Desktop. Windows: Screenshots in Pictures, and
 * in OneDrive's. Linux: Screenshots in Pictures, Pictures, and the pictures folder of `user-dirs.dirs` (xdg-user-dirs). WSL:
 * those of Windows as well.
 */
export async function screenshotFolders({ env, platform, home }: Surroundings): Promise<readonly string[]> {
  if (platform === 'darwin') {
    const told = await output('defaults', ['read', 'com.apple.screencapture', 'location']);
    const location = told === undefined || told === '' ? undefined : told.replace(/^~(?=\/|$)/, home);
    return [location !== undefined && isAbsolute(location) ? location : join(home, 'Desktop')];
  }
  if (platform === 'win32') {
    const drives = [env['OneDrive'], env['OneDriveConsumer'], env['OneDriveCommercial']].filter((drive) => drive !== undefined && drive !== '');
    return [...new Set([home, ...drives].map((root) => join(root ?? '', 'Pictures', 'Screenshots')))];
  }
  const pictures = await xdgFolder('PICTURES', { env, home });
  const own = [...new Set([join(home, 'Pictures'), ...(pictures === undefined ? [] : [pictures])])].flatMap((folder) => [join(folder, 'Screenshots'), folder]);
  const windows = await windowsHome(env);
  return [...own, ...(windows === undefined ? [] : [join(windows, 'Pictures', 'Screenshots'), join(windows, 'OneDrive', 'Pictures', 'Screenshots')])];
}

async function newestIn(folder: string, since: Date): Promise<Screenshot | undefined> {
  const names = await fs.readdir(folder).catch(() => []);
  let newest: Screenshot | undefined;
  for (const name of names) {
    if (!PICTURE.test(name) || HALF_WRITTEN.test(name)) continue;
    const path = join(folder, name);
    const facts = await fs.lstat(path).catch(() => undefined);
    if (facts?.isFile() !== true || facts.mtime <= since || (newest !== undefined && facts.mtime <= newest.changed)) continue;
    newest = { path, name, bytes: facts.size, changed: facts.mtime };
  }
  return newest;
}
