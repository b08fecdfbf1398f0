// Where this system puts screenshots, and the newest one there.
import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Screenshot } from './host';

type Env = Readonly<Record<string, string | undefined>>;
export type Surroundings = { readonly env: Env; readonly platform: NodeJS.Platform; readonly home: string };

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
  const pictures = await xdgPictures(env, home);
  const own = [...new Set([join(home, 'Pictures'), ...(pictures === undefined ? [] : [pictures])])].flatMap((folder) => [join(folder, 'Screenshots'), folder]);
  return [...own, ...(await windowsFolders(env))];
}

/** The line `XDG_PICTURES_DIR="$HOME/Images"`; nothing else may stand in front of the path (user-dirs.dirs, xdg-user-dirs). */
async function xdgPictures(env: Env, home: string): Promise<string | undefined> {
  const config = env['XDG_CONFIG_HOME'];
  const file = join(config !== undefined && isAbsolute(config) ? config : join(home, '.config'), 'user-dirs.dirs');
  const text = await fs.readFile(file, 'utf8').catch(() => '');
  const stated = /^XDG_PICTURES_DIR="((?:\$HOME)?\/[^"]*)"/m.exec(text)?.[1]?.replace(/^\$HOME/, home);
  return stated === undefined || join(stated) === join(home, '/') ? undefined : stated.replace(/\/+$/, '');
}

/** Under WSL, the folders of the Windows user: told by Windows, in its own form, and turned into a path of this side. */
async function windowsFolders(env: Env): Promise<readonly string[]> {
  if ((env['WSL_DISTRO_NAME'] ?? '') === '') return [];
  const profile = await output('cmd.exe', ['/d', '/c', 'echo %USERPROFILE%']);
  const path = profile === undefined || profile.includes('%') ? undefined : await output('wslpath', ['-u', profile]);
  return path === undefined || !isAbsolute(path) ? [] : [join(path, 'Pictures', 'Screenshots'), join(path, 'OneDrive', 'Pictures', 'Screenshots')];
}

/** What a program of the system prints, on one line; `undefined` when it is not there, fails or takes more than two seconds. */
function output(program: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, words, { timeout: 2000, encoding: 'utf8', windowsHide: true, cwd: homedir() }, (error, text) => resolve(error === null ? (text.trim().split(/\r?\n/).at(-1) ?? '') : undefined));
  });
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
