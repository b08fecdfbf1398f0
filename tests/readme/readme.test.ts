// What the README says is what the program does: its commands run as written and end with the code it states.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallExport } from '../../scripts/exports/edit';
import { rawZip } from '../../scripts/exports/raw-zip';
import { RUNTIMES } from '../../scripts/platforms/runtimes';
import { EXIT } from '../../src/cli/cli-error';
import { COMMANDS } from '../../src/cli/commands/all';
import { LANGUAGES } from '../../src/content/compiled/about';
import { aPng } from '../support/pictures';
import { runInTerminal } from '../support/terminal';
import { blocksOf, commandsOf, optionsIn, textOf } from './documents';
import type { Command } from './documents';

const PROGRAM = resolve('bin/quitgpt.js');
const readme = textOf('README.md');
const reference = textOf('docs/reference.md');
const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };

const all = commandsOf(readme);
const isNpm = ({ line }: Command): boolean => /^npm\b/.test(line);
/** The wizard: `npx quitgpt` with options at most, and nothing that keeps it from asking. */
const isWizard = ({ line }: Command): boolean =>
  /^npx quitgpt(?: --?[a-z-]+(?: (?:fr|en))?)*$/.test(line) && !line.includes('--no-input');
const isRun = (command: Command): boolean => !isNpm(command) && !isWizard(command);

let home = '';

beforeAll(() => {
  if (!existsSync('dist/quitgpt.cjs')) throw new Error('The program is not built: run `npm run build` first.');
  home = realpathSync(mkdtempSync(join(tmpdir(), 'quitgpt-readme-')));
  const bin = join(home, 'bin');
  mkdirSync(bin);
  // `npx quitgpt …` runs this checkout and fetches nothing.
  writeFileSync(
    join(bin, 'npx'),
    `#!/bin/sh\n[ "$1" = quitgpt ] || exit 99\nshift\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`,
  );
  chmodSync(join(bin, 'npx'), 0o755);
  writeFileSync(join(home, 'screenshot.png'), aPng());
  writeFileSync(join(home, 'export.zip'), rawZip(smallExport().entries));
  for (const block of blocksOf(readme, 'json')) writeFileSync(join(home, 'answers.json'), block);
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

const environment = (): Record<string, string> => ({
  PATH: [join(home, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
  HOME: home,
  LANG: 'en_GB.UTF-8',
  TERM: 'xterm-256color',
  SOURCE_DATE_EPOCH: '1795348800',
});

describe('the commands of the README', () => {
  test('each of them is an npm command, a run of the wizard, or a command that asks nothing', () => {
    expect(all.length).toBeGreaterThan(15);
    expect(all.filter((command) => !isNpm(command)).every(({ line }) => line.startsWith('npx quitgpt'))).toBe(true);
  });

  test('they come first: from a clone, then without one', () => {
    expect(all.slice(0, 3).map(({ line }) => line)).toEqual(['npm install && npm start', 'npm cit', 'npx quitgpt']);
  });

  test('every npm command is a script of the package, or one of npm’s own', () => {
    const words = all.filter(isNpm).flatMap(({ line }) => line.split('&&').map((one) => one.trim().split(/\s+/)));
    for (const [npm, word = '', script] of words) {
      expect(npm).toBe('npm');
      if (word === 'run') expect(scripts).toHaveProperty([script ?? '']);
      else if (word === 'start' || word === 'test') expect(scripts).toHaveProperty([word]);
      else expect(['install', 'cit']).toContain(word);
    }
    expect(scripts).toHaveProperty(['test']);
  });

  test('each runs as written and ends with the code that stands beside it', { timeout: 60_000 }, () => {
    for (const { line, code } of all.filter(isRun)) {
      const ran = spawnSync('sh', ['-c', line], { cwd: home, env: environment(), input: '', encoding: 'utf8' });
      expect({ line, code: ran.status }, ran.stderr).toEqual({ line, code });
      if (/ --json\b/.test(line)) expect(JSON.parse(ran.stdout), line).toHaveProperty('schema', 1);
    }
    expect(existsSync(join(home, 'checklist.html'))).toBe(true);
    expect(existsSync(join(home, '.local/state/quitgpt/record.json'))).toBe(false);
  });

  test.each(all.filter(isWizard).map(({ line }) => line))('%s asks its first question in a terminal', async (line) => {
    const run = runInTerminal('sh', ['-c', `exec ${line}`], {
      cwd: home,
      env: { ...environment(), XDG_STATE_HOME: undefined },
    });
    await run.waitFor(/❯|:\s*$/);
    run.key('ctrl-c');
    expect(await run.exit).toEqual({ code: EXIT.interrupted, signal: undefined });
  });
});

describe('what the README and the reference name', () => {
  const help = (...words: readonly string[]): string =>
    execFileSync(process.execPath, [PROGRAM, ...words, '--help'], { env: environment(), encoding: 'utf8' });
  const helps = [
    help(),
    ...COMMANDS.map((command) => help(command)),
    ...['check', 'save', 'memory'].map((command) => help('export', command)),
  ];
  const offered = new Set(helps.flatMap((text) => [...optionsIn(text)]));

  test('every option they name is in --help', () => {
    expect([...optionsIn(readme), ...optionsIn(reference)].filter((option) => !offered.has(option))).toEqual([]);
  });

  test('every option of --help is in one of them', () => {
    const named = new Set([...optionsIn(readme), ...optionsIn(reference)]);
    expect([...offered].filter((option) => !named.has(option))).toEqual([]);
  });

  test('every command is in the reference', () => {
    for (const command of COMMANDS) expect(reference).toContain(`| \`quitgpt ${command}`);
  });

  test('the exit codes are those of the program', () => {
    const rows = [...readme.matchAll(/^\| (\d[\d, ]*) \| /gm)].flatMap(([, codes = '']) =>
      codes.split(',').map(Number),
    );
    expect(rows.sort((a, b) => a - b)).toEqual(Object.values(EXIT).sort((a, b) => a - b));
  });

  test('the languages are those of the guide', () => {
    const names = LANGUAGES.map((tag) => new Intl.DisplayNames(['en'], { type: 'language' }).of(tag));
    const [, list = ''] = /The guide speaks ([^.]+)\./.exec(readme) ?? [];
    expect(list.split(/, | and /).sort()).toEqual([...names].sort());
  });

  test('the answers file is one that the schema knows', () => {
    const schema = JSON.parse(
      execFileSync(process.execPath, [PROGRAM, 'schema', 'answers'], { env: environment(), encoding: 'utf8' }),
    ) as { readonly properties: object };
    const given = JSON.parse(readFileSync(join(home, 'answers.json'), 'utf8')) as object;
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(Object.keys(given)));
  });
});

test('what it was tried on is what the tries name', () => {
  const [table = ''] = /^### Tried on\n[^]*?(?=\n## )/m.exec(readme) ?? [];
  for (const { version } of RUNTIMES) expect(table).toContain(version);
  const named = [...table.matchAll(/\d+\.\d+\.\d+/g)].map(([version]) => version);
  expect(named.sort()).toEqual(RUNTIMES.map(({ version }) => version).sort());
});

test('it does not promise a release that nobody can fetch', () => {
  const isReleased = 'repository' in JSON.parse(textOf('package.json'));
  expect(/quitgpt is not released yet/.test(readme)).toBe(!isReleased);
});
