// The browser that `BROWSER` names: one program, or several to be tried in order. Never through a shell.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { isSet } from './environment';
import type { Env } from './environment';

/** Programs with their first words, in order; `nothing` where it says that no page is to be opened. */
export type Named = 'nothing' | readonly (readonly string[])[];

/**
 * What `BROWSER` says, as Unix programs read it: a list parted by `:`, each a program and its words. `%s` stands for the
 * address, which comes last where it does not stand; `%c` is a colon and `%%` a percent sign. Quotes and backslashes
 * keep blanks together, and so does a path that leads to a file as it stands. Windows knows no such variable; `none` and
 * `false` are understood there as well.
 */
export function namedBrowsers(env: Env, platform: NodeJS.Platform): Named {
  const value = env['BROWSER']?.trim();
  if (!isSet(value)) return [];
  if (/^(?:none|false)$/i.test(value)) return 'nothing';
  return platform === 'win32'
    ? []
    : value
        .split(':')
        .map(wordsOf)
        .filter(([program]) => isSet(program));
}

/** The words with which one of them is asked to open `url`. The address is filled in last: nothing in it is read as `%`. */
export function asked(words: readonly string[], url: string): readonly string[] {
  const filled = words.map((word) => word.replace(/%[sc%]/g, (mark) => ({ '%s': url, '%c': ':' })[mark] ?? '%'));
  return words.some((word) => /(?<!%)(?:%%)*%s/.test(word)) ? filled : [...filled, url];
}

/** Starts a program that has none of our terminal and outlives us; `undefined` where none of that name can be started. */
export function started([program = '', ...words]: readonly string[], env: Env): Promise<ChildProcess | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true, env: { ...env } });
    child.once('error', () => resolve(undefined));
    child.once('spawn', () => {
      child.unref();
      resolve(child);
    });
  });
}

function wordsOf(text: string): readonly string[] {
  const path = text.trim();
  if (isAbsolute(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true) return [path];
  const words = text.match(/(?:\\.|"(?:\\.|[^"\\])*"|'[^']*'|[^\s\\])+/g) ?? [];
  return words.map((word) =>
    word.replace(
      /\\(.)|"((?:\\.|[^"\\])*)"|'([^']*)'/g,
      (_all, one?: string, double?: string, single?: string) => one ?? double?.replace(/\\(.)/g, '$1') ?? single ?? '',
    ),
  );
}
