// The list of scripts is whole: every folder has its line, and every command of package.json is one that somebody can find.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

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
