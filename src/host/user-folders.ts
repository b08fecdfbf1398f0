// Folders that a Unix lets its people move, and what programs of the system print.
import { execFile } from 'node:child_process';
import { promises as fs } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Env } from './environment';

export type Surroundings = { readonly env: Env; readonly platform: NodeJS.Platform; readonly home: string };

/** The line `XDG_PICTURES_DIR="$HOME/Images"`; nothing else may stand in front of the path (user-dirs.dirs, xdg-user-dirs). */
export async function xdgFolder(
  which: 'PICTURES' | 'DOWNLOAD',
  { env, home }: Omit<Surroundings, 'platform'>,
): Promise<string | undefined> {
  const config = env['XDG_CONFIG_HOME'];
  const file = join(config !== undefined && isAbsolute(config) ? config : join(home, '.config'), 'user-dirs.dirs');
  const text = await fs.readFile(file, 'utf8').catch(() => '');
  const stated = new RegExp(`^XDG_${which}_DIR="((?:\\$HOME)?/[^"]*)"`, 'm').exec(text)?.[1]?.replace(/^\$HOME/, home);
  return stated === undefined || join(stated) === join(home, '/') ? undefined : stated.replace(/\/+$/, '');
}

/** Each folder once, in the order they came; Windows takes `Downloads` and `downloads` for one. */
export function distinct(folders: readonly (string | undefined)[], platform: NodeJS.Platform): readonly string[] {
  const there = folders.filter((folder) => folder !== undefined);
  const key = (folder: string): string => (platform === 'win32' ? folder.toLowerCase() : folder);
  return there.filter((folder, index) => there.findIndex((other) => key(other) === key(folder)) === index);
}

/** The first of the folders that is there and may not be listed: macOS asks people which folders a terminal may look into. */
export async function hiddenOf(folders: readonly string[]): Promise<string | undefined> {
  for (const folder of folders) {
    const code = await fs.readdir(folder).then(
      () => undefined,
      (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined),
    );
    if (code === 'EPERM' || code === 'EACCES') return folder;
  }
  return undefined;
}

/** The last line of what a program of the system prints; `undefined` when it is not there, fails or takes more than two seconds. */
export async function output(program: string, words: readonly string[]): Promise<string | undefined> {
  return (await printed(program, words))?.trim().split(/\r?\n/).at(-1);
}

/** All that it prints. */
export function printed(program: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      program,
      words,
      { timeout: 2000, killSignal: 'SIGKILL', encoding: 'utf8', windowsHide: true, cwd: neutralFolder() },
      (error, text) => resolve(error === null ? text : undefined),
    );
  });
}

/** Not the working folder: it may be gone, or hold a program of the same name (Windows looks there first). */
function neutralFolder(): string {
  try {
    return homedir();
  } catch {
    return tmpdir();
  }
}
