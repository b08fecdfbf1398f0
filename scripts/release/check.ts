// `npm run release:check`: says what stands in the way of a release, and ends with 1 while anything does. Publishes nothing.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { releaseProblems } from './problems';
import type { ReleaseFacts } from './problems';

type Values = Readonly<Record<string, unknown>>;
const json = (file: string): Values => JSON.parse(readFileSync(file, 'utf8')) as Values;

/** The lines that a program prints; it has to be there and to end well. */
function linesOf(file: string, words: readonly string[]): readonly string[] {
  const { status, stdout, stderr, error } = spawnSync(file, words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${file} ${words.join(' ')} failed: ${stderr?.trim() || String(error ?? status)}`);
  return stdout.split('\n').filter((line) => line !== '');
}

function packed(): ReleaseFacts['packed'] {
  // Its own script builds what it packs.
  const [{ size, files }] = JSON.parse(
    linesOf('npm', ['pack', '--dry-run', '--json'])
      .join('\n')
      .replace(/^[^[]*/, ''),
  ) as [{ size: number; files: readonly { path: string }[] }];
  return { bytes: size, files: files.map(({ path }) => path) };
}

/** Every entry of the content that says on which day it was checked, by its file and its id or place. */
function checkedIn(value: unknown, what: string): ReleaseFacts['checked'] {
  if (typeof value !== 'object' || value === null) return [];
  const { checked, id } = value as Values;
  const own = typeof id === 'string' ? `${what.split(' ')[0]} ${id}` : what;
  return [
    ...(typeof checked === 'string' ? [{ what: own, day: checked }] : []),
    ...Object.entries(value).flatMap(([key, part]) =>
      checkedIn(part, Array.isArray(value) ? own : `${own.split(' ')[0]} ${key}`),
    ),
  ];
}

const guide = 'content/guide';
const problems = releaseProblems({
  manifest: json('package.json'),
  lockVersion: json('package-lock.json')['version'] as string | undefined,
  changelog: readFileSync('CHANGELOG.md', 'utf8'),
  changes: linesOf('git', ['status', '--porcelain']),
  tags: linesOf('git', ['tag', '--points-at', 'HEAD']),
  packed: packed(),
  checked: readdirSync(guide)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => checkedIn(parse(readFileSync(join(guide, name), 'utf8')), name)),
  today: new Date().toISOString().slice(0, 10),
});
for (const problem of problems) console.log(`- ${problem}`);
console.log(
  problems.length === 0
    ? 'Ready to be released. docs/releasing.md says how.'
    : `Not ready: ${problems.length} things are left to set or mend. docs/releasing.md says how.`,
);
if (problems.length > 0) process.exitCode = 1;
