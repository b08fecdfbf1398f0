// Folders that a system lets its people move, and programs that tell where they are.
import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { isSet } from './environment';
import type { Env } from './environment';

export type Surroundings = { readonly env: Env; readonly platform: NodeJS.Platform; readonly home: string };

/** The line `XDG_PICTURES_DIR="$HOME/Images"`; nothing else may stand in front of the path (user-dirs.dirs, xdg-user-dirs). */
export async function xdgFolder(which: 'PICTURES' | 'DOWNLOAD', { env, home }: Omit<Surroundings, 'platform'>): Promise<string | undefined> {
  const config = env['XDG_CONFIG_HOME'];
  const file = join(config !== undefined && isAbsolute(config) ? config : join(home, '.config'), 'user-dirs.dirs');
  const text = await fs.readFile(file, 'utf8').catch(() => '');
  const stated = new RegExp(`^XDG_${which}_DIR="((?:\\$HOME)?/[^"]*)"`, 'm').exec(text)?.[1]?.replace(/^\$HOME/, home);
  return stated === undefined || join(stated) === join(home, '/') ? undefined : stated.replace(/\/+$/, '');
}

/** Under WSL, the home folder of the Windows user: told by Windows, in its own form, and turned into a path of this side. */
export async function windowsHome(env: Env): Promise<string | undefined> {
  if (!isSet(env['WSL_DISTRO_NAME'])) return undefined;
  const profile = await output('cmd.exe', ['/d', '/c', 'echo %USERPROFILE%']);
  const path = profile === undefined || profile.includes('%') ? undefined : await output('wslpath', ['-u', profile]);
  return path === undefined || !isAbsolute(path) ? undefined : path;
}

/** What a program of the system prints, on one line; `undefined` when it is not there, fails or takes more than two seconds. */
export function output(program: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(program, words, { timeout: 2000, encoding: 'utf8', windowsHide: true, cwd: homedir() }, (error, text) => resolve(error === null ? (text.trim().split(/\r?\n/).at(-1) ?? '') : undefined));
  });
}
