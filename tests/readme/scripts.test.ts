// The list of scripts is whole: every folder has its line, every command of package.json is one that somebody can find, and
// what a script names is there.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOMS } from '../../scripts/mutate/rooms.mjs';

const list = readFileSync('scripts/README.md', 'utf8');
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
/** Explained in CONTRIBUTING, or started by npm itself. */
const OTHERS = ['start', 'check', 'format', 'test', 'test:anywhere', 'prepack'];

test('every folder and file of scripts/ is named', () => {
  const entries = readdirSync('scripts', { withFileTypes: true }).filter(({ name }) => name !== 'README.md');
  const missing = entries.filter((one) => !list.includes(one.isDirectory() ? `\`${one.name}/\`` : one.name));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

test('every folder that is named is there', () => {
  const folders = [...list.matchAll(/^\| `([\w-]+)\/`/gm)].map(([, name = '']) => name);
  expect(folders.filter((name) => !readdirSync('scripts').includes(name))).toEqual([]);
});

test('every command that runs a script is named', () => {
  const missing = Object.keys(scripts).filter((name) => !OTHERS.includes(name) && !list.includes(`npm run ${name}`));
  expect(missing).toEqual([]);
});

/** `{a,b}` spelled out, `**` any folders, `*` any name. */
const spelledOut = (glob: string): readonly string[] => {
  const [all, names = ''] = /\{([^}]*)\}/.exec(glob) ?? [];
  return all === undefined ? [glob] : names.split(',').flatMap((name) => spelledOut(glob.replace(all, name)));
};
const matcher = (glob: string): RegExp =>
  new RegExp(
    `^${glob
      .replaceAll('.', '\\.')
      .replaceAll('**/', '(?:.+/)?')
      .replaceAll(/(?<!\.)\*/g, '[^/]*')}$`,
  );

test.each(Object.entries(ROOMS))('every file that the mutation of the room "%s" names is there', (_room, globs) => {
  const files = ['src', 'tests'].flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((path) => `${folder}/${String(path).replaceAll('\\', '/')}`),
  );
  const wanted = [...globs.mutate, ...globs.tests].flatMap(spelledOut);
  expect(wanted.length).toBeGreaterThan(1);
  expect(wanted.filter((glob) => !files.some((file) => matcher(glob).test(file)))).toEqual([]);
});
