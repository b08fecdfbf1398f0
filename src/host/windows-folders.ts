// Where Windows puts downloads, pictures and screenshots of this person: its registry knows, also of folders that were moved or have a name in another language.
import { promises as fs } from 'node:fs';
import { posix, win32 } from 'node:path';
import { isSet } from './environment';
import type { Env } from './environment';
import { output, printed } from './user-folders';

const KEY = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders';
/** Known folders, by the names of their values: `FOLDERID_Downloads`, `FOLDERID_Pictures` under its old name, `FOLDERID_Screenshots`. */
const VALUES = {
  downloads: '{374DE290-123F-4565-9164-39C4925E467B}',
  pictures: 'My Pictures',
  screenshots: '{B7BEDE81-DF94-4682-A7D8-57A52620B86F}',
} as const;

/** Absolute paths of Windows, whole; those that the registry does not know are left out. */
export type WindowsFolders = { readonly [folder in keyof typeof VALUES]?: string };

/** Asks the registry. Gives nothing where it does not answer within two seconds, or not in a way that can be read. */
export async function windowsFolders(env: Env): Promise<WindowsFolders> {
  // Windows has its own command line under this name; from WSL it is on PATH.
  const told = await printed(isSet(env['ComSpec']) ? env['ComSpec'] : 'cmd.exe', [
    '/d',
    '/c',
    'chcp',
    '65001>nul',
    '&',
    'reg',
    'query',
    KEY,
  ]);
  if (told === undefined) return {};
  const folders = await foldersIn(
    told,
    async (name) => env[Object.keys(env).find((one) => one.toLowerCase() === name.toLowerCase()) ?? name],
  );
  return eachOf(folders, (path) => spelled(path, win32));
}

/** The same from WSL, where Windows has to be asked for its variables too; as paths of this side. */
export async function windowsFoldersFromWsl(): Promise<WindowsFolders> {
  const told = await printed('cmd.exe', ['/d', '/c', 'chcp', '65001>nul', '&', 'reg', 'query', KEY]);
  const folders = told === undefined ? {} : await foldersIn(told, windowsVariable);
  return eachOf(folders, async (path) => {
    const here = await fromWindows(path);
    return here === undefined ? undefined : spelled(here, posix);
  });
}

/** Under WSL, the home folder of the Windows user, as a path of this side. */
export async function windowsHome(): Promise<string | undefined> {
  const profile = await windowsVariable('USERPROFILE');
  return profile === undefined ? undefined : fromWindows(profile);
}

/** What `reg query` prints: a name, a type and a value on each line. */
async function foldersIn(
  told: string,
  variable: (name: string) => Promise<string | undefined>,
): Promise<WindowsFolders> {
  const stated = new Map(
    [...told.matchAll(/^[ \t]+(\S.*?)[ \t]+REG_(?:EXPAND_)?SZ[ \t]+(.+?)[ \t\r]*$/gm)].map(
      ([, name = '', value = '']) => [name.toLowerCase(), value],
    ),
  );
  const found: Partial<Record<keyof typeof VALUES, string>> = {};
  for (const folder of ['downloads', 'pictures', 'screenshots'] as const) {
    const path = await expanded(stated.get(VALUES[folder].toLowerCase()) ?? '', variable);
    if (path !== undefined && /^(?:[A-Za-z]:|\\\\[^\\]+\\[^\\]+)(?:\\|$)/.test(path) && !/["*<>|]/.test(path))
      found[folder] = win32.join(path).replace(/(?<![\\:])\\$/, '');
  }
  return found;
}

/** `%USERPROFILE%\Downloads` with the variables filled in; nothing when one of them is not set. */
async function expanded(
  value: string,
  variable: (name: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  let path = '';
  for (const [index, part] of value.split(/%([^%\\]+)%/).entries()) {
    const text = index % 2 === 0 ? part : await variable(part);
    if (text === undefined) return undefined;
    path += text;
  }
  return path;
}

/** A variable of Windows as its command line has it, asked from WSL. */
async function windowsVariable(name: string): Promise<string | undefined> {
  if (!/^[\w()]+$/.test(name)) return undefined;
  const value = await output('cmd.exe', ['/d', '/c', `chcp 65001>nul & echo %${name}%`]);
  return value === undefined || value === '' || value.includes('%') ? undefined : value;
}

async function fromWindows(path: string): Promise<string | undefined> {
  const here = await output('wslpath', ['-u', path]);
  return here?.startsWith('/') === true ? here : undefined;
}

async function eachOf(
  folders: WindowsFolders,
  change: (path: string) => Promise<string | undefined>,
): Promise<WindowsFolders> {
  const changed = await Promise.all(
    Object.entries(folders).map(async ([folder, path]) => [folder, await change(path)] as const),
  );
  return Object.fromEntries(changed.flatMap(([folder, path]) => (path === undefined ? [] : [[folder, path]])));
}

/** `path` with the letters that were lost in a code page (U+FFFD or `?`) filled in from the disk; `undefined` unless exactly one folder fits. */
async function spelled(
  path: string,
  { parse, sep, join }: Pick<typeof win32, 'parse' | 'sep' | 'join'>,
): Promise<string | undefined> {
  const { root } = parse(path);
  let whole = root;
  for (const part of path.slice(root.length).split(sep)) {
    const pattern = new RegExp(
      `^${part
        .replace(/[\\^$.*+()[\]{}|]/g, '\\$&')
        .replace(/[\uFFFD?]+/g, '.+')
        .replaceAll("'", "['’]")}$`,
      'iu',
    );
    const names = /[\uFFFD?]/.test(part)
      ? (await fs.readdir(whole).catch(() => [])).filter((name) => pattern.test(name))
      : [part];
    if (names.length !== 1) return undefined;
    whole = join(whole, names[0] ?? '');
  }
  return whole;
}
