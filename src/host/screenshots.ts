// Where this system puts screenshots, and the newest one there.
import { promises as fs } from 'node:fs';
import { isAbsolute, join, posix, win32 } from 'node:path';
import { isSet } from './environment';
import type { Screenshot } from './host';
import { distinct, output, xdgFolder } from './user-folders';
import type { Surroundings } from './user-folders';
import { windowsFolders, windowsFoldersFromWsl, windowsHome } from './windows-folders';
import type { WindowsFolders } from './windows-folders';

const PICTURE = /\.(?:png|jpe?g|webp|heic)$/i;
/** macOS writes a picture under such a name first, and renames it. */
const HALF_WRITTEN = /^\./;

/** Finds the folders when first asked; those that are not there are looked for again each time. */
export function screenshotsOf(surroundings: Surroundings): {
  newest(since: Date): Promise<Screenshot | undefined>;
  folders(): Promise<readonly string[]>;
} {
  let folders: Promise<readonly string[]> | undefined;
  const known = (): Promise<readonly string[]> => (folders ??= screenshotFolders(surroundings));
  return {
    folders: known,
    async newest(since) {
      const found = (await Promise.all((await known()).map((folder) => newestIn(folder, since)))).filter(
        (one) => one !== undefined,
      );
      return found.sort((one, other) => other.changed.getTime() - one.changed.getTime())[0];
    },
  };
}

/**
 * macOS: the location set for screenshots (`com.apple.screencapture`), else the Desktop. Windows: the folders of its registry
 * for screenshots and pictures, Screenshots in Pictures, and in OneDrive's. Linux: Screenshots in Pictures, Pictures, and the
 * pictures folder of `user-dirs.dirs` (xdg-user-dirs). WSL: those of Windows as well.
 */
export async function screenshotFolders({ env, platform, home }: Surroundings): Promise<readonly string[]> {
  if (platform === 'darwin') {
    const told = await output('defaults', ['read', 'com.apple.screencapture', 'location']);
    const location = told === undefined || told === '' ? undefined : told.replace(/^~(?=\/|$)/, home);
    return [location !== undefined && isAbsolute(location) ? location : join(home, 'Desktop')];
  }
  if (platform === 'win32') {
    const drives = [env['OneDrive'], env['OneDriveConsumer'], env['OneDriveCommercial']].filter(isSet);
    return distinct(
      [
        ...statedBy(await windowsFolders(env), win32),
        ...[home, ...drives].map((root) => join(root, 'Pictures', 'Screenshots')),
      ],
      platform,
    );
  }
  const own = distinct([join(home, 'Pictures'), await xdgFolder('PICTURES', { env, home })], platform).flatMap(
    (folder) => [join(folder, 'Screenshots'), folder],
  );
  if (!isSet(env['WSL_DISTRO_NAME'])) return own;
  const [stated, windows] = await Promise.all([windowsFoldersFromWsl(), windowsHome()]);
  const usual =
    windows === undefined
      ? []
      : [join(windows, 'Pictures', 'Screenshots'), join(windows, 'OneDrive', 'Pictures', 'Screenshots')];
  return distinct([...own, ...statedBy(stated, posix), ...usual], platform);
}

/** The screenshots and pictures that Windows states. Screenshots stand in Pictures where nothing else is said. */
function statedBy(
  { screenshots, pictures }: WindowsFolders,
  path: Pick<typeof posix, 'join'>,
): readonly (string | undefined)[] {
  return [screenshots, ...(pictures === undefined ? [] : [path.join(pictures, 'Screenshots'), pictures])];
}

async function newestIn(folder: string, since: Date): Promise<Screenshot | undefined> {
  const names = await fs.readdir(folder).catch(() => []);
  let newest: Screenshot | undefined;
  for (const name of names) {
    if (!PICTURE.test(name) || HALF_WRITTEN.test(name)) continue;
    const path = join(folder, name);
    const facts = await fs.lstat(path).catch(() => undefined);
    if (facts?.isFile() !== true || facts.mtime <= since || (newest !== undefined && facts.mtime <= newest.changed))
      continue;
    newest = { path, name, bytes: facts.size, changed: facts.mtime };
  }
  return newest;
}
