// The built program, as a shell runs it: real pipes, a folder of its own, whole stdout and stderr against golden files.
// After a wanted change: UPDATE_TRANSCRIPTS=1 npx vitest run tests/transcripts, then read the difference.
import { spawn } from 'node:child_process';
import {
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPng } from '../support/pictures';

const here = fileURLToPath(new URL('.', import.meta.url));
const program = resolve(here, '../../bin/quitgpt.js');
const base = realpathSync(mkdtempSync(join(tmpdir(), 'quitgpt-transcripts-')));
const isUpdating = (process.env['UPDATE_TRANSCRIPTS'] ?? '') !== '';
/** 2026-11-22, in the evening. */
const EPOCH = '1795390200';

type Ran = { readonly code: number | null; readonly stdout: Buffer; readonly stderr: string };
type Ask = {
  readonly home: string;
  readonly stdin?: string | 'closed';
  readonly env?: Readonly<Record<string, string>>;
};

beforeAll(() => {
  if (!existsSync(resolve(here, '../../dist/quitgpt.cjs')))
    throw new Error('dist/ is missing: run `npm run build` first');
});
/** The program by its name on PATH, as an installation leaves it: transcripts name no folder of this machine. */
const installed = join(base, 'bin', 'quitgpt');
beforeAll(() => {
  mkdirSync(dirname(installed), { recursive: true });
  symlinkSync(program, installed);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A home folder with a working folder in it. */
function aHome(name: string): string {
  const home = join(base, name);
  mkdirSync(join(home, 'desk'), { recursive: true });
  writeFileSync(join(home, 'desk', 'shot.png'), aPng({ width: 1170, height: 2532 }));
  return home;
}

const surroundings = (home: string, env: Ask['env'] = {}): NodeJS.ProcessEnv => ({
  PATH: `${dirname(installed)}:${process.env['PATH'] ?? ''}`,
  HOME: home,
  LANG: 'C.UTF-8',
  TZ: 'UTC',
  SOURCE_DATE_EPOCH: EPOCH,
  TERM: 'xterm',
  ...env,
});

async function run(argv: string | readonly string[], { home, stdin = '', env }: Ask): Promise<Ran> {
  const words = typeof argv === 'string' ? argv.split(' ').filter((word) => word !== '') : argv;
  const child = spawn(process.execPath, [installed, ...words], {
    cwd: join(home, 'desk'),
    env: surroundings(home, env),
    stdio: [stdin === 'closed' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  return finished(child, stdin);
}

/** The same through a shell, for redirections; `$Q` is the program. */
async function inShell(line: string, { home, env }: Ask): Promise<Ran> {
  const child = spawn('sh', ['-c', line], {
    cwd: join(home, 'desk'),
    env: { ...surroundings(home, env), Q: `${process.execPath} ${installed}` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return finished(child, 'closed');
}

function finished(child: ReturnType<typeof spawn>, stdin: string): Promise<Ran> {
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout?.on('data', (part: Buffer) => stdout.push(part));
  child.stderr?.on('data', (part: Buffer) => stderr.push(part));
  child.stdin?.on('error', () => {});
  if (stdin !== 'closed') child.stdin?.end(stdin);
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code) =>
      ended({ code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString('utf8') }),
    );
  });
}

const redacted = (text: string, home: string): string =>
  text
    .replaceAll(home, '<HOME>')
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, '<DAY>')
    .replace(/\b\d{1,2} [A-Za-zéû]+ \d{4}\b/g, '<DATE>')
    .replace(/\b[0-9a-f]{64}\b/g, '<SHA-256>')
    .replace(/\b(quitgpt) \d+\.\d+\.\d+\b/g, '$1 <VERSION>');

/** What a person would see when they typed these commands one after the other. */
async function transcript(
  name: string,
  commands: readonly (readonly [argv: string, code: number, stdin?: string])[],
  env: Ask['env'] = {},
): Promise<void> {
  const home = aHome(name);
  const parts: string[] = [];
  for (const [argv, code, stdin = ''] of commands) {
    const ran = await run(argv, { home, stdin, env });
    expect(ran.code, `${argv}\n${ran.stdout.toString('utf8')}\n${ran.stderr}`).toBe(code);
    parts.push(
      `$ quitgpt ${argv}${stdin === '' ? '' : ` < ${stdin}`}\n--- stdout\n${ran.stdout.toString('utf8')}--- stderr\n${ran.stderr}--- exit code ${ran.code}\n`,
    );
  }
  const text = redacted(parts.join('\n'), home);
  const file = join(here, `${name}.txt`);
  if (isUpdating) writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

const apple = '--goal cancel --plan plus --billed-by apple --uses none --next-billing 2026-12-03';

describe('a transcript of', () => {
  test('a script that has done everything', () =>
    transcript('cancel-complete', [
      [
        `${apple} --done cancel-apple,confirm-cancelled --skip ask-refund,turn-off-training,tell-others --done check-statement --proof cancel-apple=shot.png`,
        0,
      ],
      ['status', 0],
    ]));
  test('a script with steps left', () =>
    transcript('steps-left', [
      [`${apple} --done cancel-apple --name Ana --reason price`, 3],
      ['status', 3],
      ['summary --format markdown', 0],
    ]));
  test('a deletion as JSON', () =>
    transcript('delete-json', [
      [
        '--json --no-record --answers -',
        3,
        '{"goal":"delete","plan":"go","billedBy":["google","openai"],"uses":["api"],"nextBilling":"unsure","done":["export-data"]}',
      ],
    ]));
  test('the same in French', () =>
    transcript(
      'french',
      [
        [`${apple} --done cancel-apple`, 3],
        ['forget', 2],
        ['--goal resilier', 2],
      ],
      { LANG: 'fr_FR.UTF-8' },
    ));
  test('a missing answer', () =>
    transcript('missing-answer', [
      ['--goal cancel --plan business', 2],
      ['', 2],
    ]));
  test('an error for a program', () =>
    transcript('json-error', [
      ['--json --goal cancle', 2],
      ['status --json', 1],
    ]));
  test('the checklist', () =>
    transcript('checklist-text', [
      ['checklist --goal cancel --plan plus --billed-by openai --uses none --next-billing 2026-12-03', 0],
    ]));
  test('the checklist as a task list', () =>
    transcript('checklist-markdown', [
      ['checklist --goal delete --plan plus --billed-by apple --uses none --format markdown', 0],
    ]));
  test('forgetting', () =>
    transcript('forget', [
      [`${apple} --done cancel-apple --quiet`, 3],
      ['forget', 2],
      ['forget --yes', 0],
      ['forget --yes', 1],
    ]));
  test('nobody at the other end', () =>
    transcript('no-terminal', [
      ['--plain', 2],
      ['--plain --goal cancel', 2],
    ]));
  test('why', () => transcript('why', [['why', 0]]));
});

describe('the pipe', () => {
  test('may be closed by its reader: exit code 0 and not a word', async () => {
    const home = aHome('head');
    for (const command of ['checklist', 'why --format html', '--help', 'completion bash', 'schema answers']) {
      const { stdout, stderr } = await inShell(`($Q ${command}; echo "code $?" >&2) | head -n 1`, { home });
      expect(stdout.toString('utf8').split('\n')).toHaveLength(2);
      expect(stderr).toBe('code 0\n');
    }
  });

  test('takes more than 64 KiB whole', async () => {
    const home = aHome('long');
    const argv = 'checklist --goal delete --plan unsure --billed-by unsure --uses unsure --format html';
    const { code, stdout } = await run(argv, { home });
    expect(code).toBe(0);
    expect(stdout.length).toBeGreaterThan(64 * 1024);
    expect(stdout.toString('utf8').trimEnd().endsWith('</html>')).toBe(true);
    // A reader that is slow gets it whole as well.
    const slow = await inShell(`$Q ${argv} | (sleep 1; cat)`, { home });
    expect(slow.stdout.equals(stdout)).toBe(true);
  });

  const isLinux = existsSync('/dev/full');
  test.skipIf(!isLinux)('into a full disk says one sentence and ends with 1 (needs /dev/full)', async () => {
    const home = aHome('full');
    for (const command of ['checklist', '--version', 'why', 'completion fish', `${apple} --no-record --quiet`]) {
      const { code, stderr } = await inShell(`$Q ${command} > /dev/full`, { home });
      expect([command, code]).toEqual([command, 1]);
      expect(stderr).toMatch(/^[^\n]+\n$/);
    }
  });

  test('with everything closed still ends', async () => {
    const home = aHome('closed');
    for (const command of ['checklist', '', apple]) {
      const { code, stderr } = await inShell(`$Q ${command} <&- 2>&1 >/dev/null`, { home });
      expect([0, 2, 3]).toContain(code);
      expect(stderr).not.toMatch(/\n\s+at /);
    }
  });
});

describe('the Record', () => {
  test('lies under XDG_STATE_HOME, for its owner alone', async () => {
    const home = aHome('xdg');
    await run(`${apple} --quiet`, { home, env: { XDG_STATE_HOME: join(home, 'state') } });
    const file = statSync(join(home, 'state', 'quitgpt', 'record.json'));
    expect(file.mode & (constants.S_IRWXU | constants.S_IRWXG | constants.S_IRWXO)).toBe(0o600);
    expect(statSync(join(home, 'state', 'quitgpt')).mode & 0o777).toBe(0o700);
  });

  test('a relative XDG_STATE_HOME is not valid and is ignored', async () => {
    const home = aHome('xdg-relative');
    await run(`${apple} --quiet`, { home, env: { XDG_STATE_HOME: 'state' } });
    expect(existsSync(join(home, '.local', 'state', 'quitgpt', 'record.json'))).toBe(process.platform === 'linux');
    expect(existsSync(join(home, 'desk', 'state'))).toBe(false);
  });

  test('has the day of SOURCE_DATE_EPOCH, and the same run gives the same bytes', async () => {
    const [one, two] = [aHome('epoch-1'), aHome('epoch-2')];
    for (const home of [one, two])
      await run(`${apple} --done cancel-apple --quiet`, { home, env: { XDG_STATE_HOME: join(home, 's') } });
    const [first, second] = [one, two].map((home) => readFileSync(join(home, 's', 'quitgpt', 'record.json'), 'utf8'));
    expect(first).toContain('"started": "2026-11-22"');
    expect(second).toBe(first);
    await run(`${apple} --quiet`, { home: one, env: { XDG_STATE_HOME: join(one, 's'), SOURCE_DATE_EPOCH: '0' } });
    expect(readFileSync(join(one, 's', 'quitgpt', 'record.json'), 'utf8')).toContain('"updated": "1970-01-01"');
  });

  test('with --no-record leaves no trace in the home folder', async () => {
    const home = aHome('none');
    await run(`${apple} --no-record --quiet`, { home });
    expect(existsSync(join(home, '.local'))).toBe(false);
  });
});
