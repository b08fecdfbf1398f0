// Where browsers of this system put what they download.
import { join } from 'node:path';
import { windowsHome, xdgFolder } from './user-folders';
import type { Surroundings } from './user-folders';

/** Downloads in the home folder; on Linux also the folder of `user-dirs.dirs`, and under WSL that of the Windows user. */
export async function downloadFolders({ env, platform, home }: Surroundings): Promise<readonly string[]> {
  const own = join(home, 'Downloads');
  if (platform === 'darwin' || platform === 'win32') return [own];
  const stated = await xdgFolder('DOWNLOAD', { env, home });
  const windows = await windowsHome(env);
  return [...new Set([...(stated === undefined ? [] : [stated]), own, ...(windows === undefined ? [] : [join(windows, 'Downloads')])])];
}
