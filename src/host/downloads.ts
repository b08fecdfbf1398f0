// Where browsers of this system put what they download.
import { join } from 'node:path';
import { isSet } from './environment';
import { distinct, xdgFolder } from './user-folders';
import type { Surroundings } from './user-folders';
import { windowsFolders, windowsFoldersFromWsl, windowsHome } from './windows-folders';

/**
 * Downloads in the home folder. Before it, where it was moved to: on Linux the folder of `user-dirs.dirs`, on Windows that
 * of its registry. Under WSL those of the Windows user as well.
 */
export async function downloadFolders({ env, platform, home }: Surroundings): Promise<readonly string[]> {
  const own = join(home, 'Downloads');
  if (platform === 'darwin') return [own];
  if (platform === 'win32') return distinct([(await windowsFolders(env)).downloads, own], platform);
  const stated = await xdgFolder('DOWNLOAD', { env, home });
  if (!isSet(env['WSL_DISTRO_NAME'])) return distinct([stated, own], platform);
  const [moved, windows] = await Promise.all([windowsFoldersFromWsl(), windowsHome()]);
  return distinct(
    [stated, own, moved.downloads, windows === undefined ? undefined : join(windows, 'Downloads')],
    platform,
  );
}
