// Runs a command on a fake Host and says what all five of its outcomes have to be.
import { expect, vi } from 'vitest';
import { readRecord } from '../../src/content/outside-schema';
import type { CivilDate } from '../../src/journey/dates';
import { startRecord, type JourneyRecord } from '../../src/journey/record';
import { main } from '../../src/main';
import { plainStyle } from '../../src/render/style';
import { renderText } from '../../src/render/text';
import type { Document } from '../../src/view/document';
import { RECORD_PATH, TODAY, aHost, type FakeHost, type Setting } from './fake-host';
import type { Person } from './fake-prompter';

/** A whole text, what it has to match (every pattern), or a check of one's own. */
export type Wanted = string | RegExp | readonly RegExp[] | ((text: string) => void);
export type Outcome = {
  readonly code: number;
  readonly stdout: Wanted;
  readonly stderr: Wanted;
  /** Every file that changed, by its short name: its text, or `null` where it was removed. */
  readonly files: Readonly<Record<string, Wanted | null>>;
  /** Every address handed to the browser, in order. */
  readonly pages: readonly string[];
};

const people = new WeakMap<object, Person>();

// The person of a test sits where the plain line prompter would: the rest of the program is the real one.
vi.doMock('../../src/prompt/line-prompter', async (original) => {
  const real = await original<typeof import('../../src/prompt/line-prompter')>();
  const linePrompter: typeof real.linePrompter = (options) =>
    people.get(options.input)?.sitDown({ write: (text) => void options.output.write(text), show: options.show }) ??
    real.linePrompter(options);
  return { ...real, linePrompter };
});

/** Runs the command and checks exit code, stdout, stderr, files and pages, and what is true of every run. */
export async function expectRun(host: FakeHost, outcome: Outcome): Promise<FakeHost> {
  return expectOutcome(host, await main(host), outcome);
}

/** The same for a wizard: `person` answers, everything they expect is asked, and nothing else. */
export async function expectWalk(
  argv: string | readonly string[],
  person: Person,
  outcome: Outcome,
  setting: Setting = {},
): Promise<FakeHost> {
  const host = aWizard(argv, person, setting);
  const code = await main(host);
  expect(
    person.problems(),
    `asked: ${person.put.map(({ id }) => id).join(' ')}\n${host.printed().stderr.slice(-2000)}`,
  ).toEqual([]);
  return expectOutcome(host, code, outcome);
}

/** A host with `person` at its terminal, in plain mode. */
export function aWizard(argv: string | readonly string[], person: Person, setting: Setting = {}): FakeHost {
  const words = typeof argv === 'string' ? argv.split(' ').filter((word) => word !== '') : argv;
  const host = aHost([...words, '--plain'], { tty: 'all', shipped: 'gone', ...setting });
  people.set(host.stdin, person);
  return host;
}

function expectOutcome(host: FakeHost, code: number, outcome: Outcome): FakeHost {
  const { stdout, stderr } = host.printed();
  const seen = `stdout:\n${stdout.slice(-3000)}\nstderr:\n${stderr.slice(-3000)}`;
  expect(host.problems(), seen).toEqual([]);
  expect({ code, pages: host.pages, files: Object.keys(host.changed()).sort() }, seen).toEqual({
    code: outcome.code,
    pages: outcome.pages,
    files: Object.keys(outcome.files).sort(),
  });
  expectText(stdout, outcome.stdout, 'stdout');
  expectText(stderr, outcome.stderr, 'stderr');
  for (const [path, text] of Object.entries(host.changed())) {
    const wanted = outcome.files[path] ?? null;
    if (text === null || wanted === null) expect(text, path).toBe(wanted);
    else expectText(text, wanted, path);
  }
  expectTidy(host);
  return host;
}

function expectText(text: string, wanted: Wanted, where: string): void {
  if (typeof wanted === 'string') expect(text, where).toBe(wanted);
  else if (typeof wanted === 'function') wanted(text);
  else for (const pattern of wanted instanceof RegExp ? [wanted] : wanted) expect(text, where).toMatch(pattern);
}

/** Nothing unseen, no stack, no hole where a word should be; every text ends its line. */
export function expectTidy(host: FakeHost): void {
  const { stdout, stderr } = host.printed();
  const written = Object.values(host.changed()).filter((text) => text !== null);
  for (const text of [stdout, stderr, ...written]) {
    // Completions are for a shell: a tab parts the word from what it means. The lines of a calendar end with CRLF.
    const lines = text.startsWith('BEGIN:VCALENDAR') ? text.replaceAll('\r\n', '\n') : text;
    expect(unseen(host.argv[0] === 'complete' ? lines.replaceAll('\t', ' ') : lines)).toEqual([]);
    expect(text).not.toMatch(/^\s+at .+:\d+:\d+\)?$|\[object |\bundefined\b|\bNaN\b/m);
    if (text !== '') expect(text.endsWith('\n')).toBe(true);
  }
}

/** Every character of `text` that acts without being seen, by code point. Joiners and no-break spaces are not among them. */
export function unseen(text: string): readonly string[] {
  // eslint-disable-next-line no-control-regex
  return [
    ...new Set(
      text.match(
        /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu,
      ),
    ),
  ].map((found) => `U+${(found.codePointAt(0) ?? 0).toString(16)}`);
}

/** A Record of someone who said this much, as it lies on the disk. */
export function aRecord(parts: Partial<JourneyRecord> = {}): JourneyRecord {
  return {
    ...startRecord(
      { goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [], nextBilling: '2026-12-03' as CivilDate },
      '2026-11-20' as CivilDate,
    ),
    ...parts,
  };
}

/** The files of a disk where `record` is kept. */
export function keptAs(record: JourneyRecord): Readonly<Record<string, string>> {
  return { [RECORD_PATH]: `${JSON.stringify(record, undefined, 2)}\n` };
}

/** The Record on the host's disk; fails when it is none that could be read again. */
export function recordOn(host: Pick<FakeHost, 'disk'>, path = RECORD_PATH): JourneyRecord | undefined {
  const thing = host.disk()[path];
  if (thing === undefined) return undefined;
  const read = readRecord(JSON.parse(String(thing)));
  if (!read.ok) throw new Error(`the Record cannot be read again: ${read.where}: ${read.why}`);
  return read.value;
}

type Entry = { readonly id: string; readonly title: string; readonly name: string };
export type Result = Readonly<Record<'steps' | 'reasons' | 'alternatives', readonly Entry[]>> &
  Readonly<Record<string, unknown>>;

/** What a JSON output holds; fails when it is not one JSON text of this version. */
export function resultIn(stdout: string): Result {
  const parsed = JSON.parse(stdout) as { schema: unknown; result?: unknown };
  expect(parsed.schema).toBe(1);
  expect(parsed.result).toBeTypeOf('object');
  return parsed.result as Result;
}

/** The text of documents, for looking at what was said. */
export function textOf(documents: readonly Document[]): string {
  return documents.map((document) => renderText(document, { columns: 80, style: plainStyle, plain: true })).join('\n');
}

export const today = TODAY as CivilDate;

export type Refused = {
  readonly id: string;
  readonly flag?: string;
  readonly code?: number;
  /** What the sentence names. */ readonly names?: readonly string[];
  readonly setting?: Setting;
};

/** The command is refused in one line on stderr, and with `--json` in one object on stdout; nothing is done either time. */
export async function expectRefusal(
  argv: string | readonly string[],
  { id, flag, code = 2, names = [], setting = {} }: Refused,
): Promise<void> {
  const words = typeof argv === 'string' ? argv.split(' ').filter((word) => word !== '') : argv;
  let sentence = '';
  await expectRun(aHost(words, setting), {
    code,
    stdout: '',
    stderr: (text) => (sentence = text),
    files: {},
    pages: [],
  });
  expect(sentence).toMatch(/^[^\n]+\n$/);
  for (const name of names) expect(sentence).toContain(name);
  await expectRun(aHost(['--json', ...words], setting), {
    code,
    stdout: (text) =>
      expect(JSON.parse(text)).toEqual({
        schema: 1,
        error: { code: id, message: sentence.trimEnd(), ...(flag === undefined ? {} : { flag }) },
      }),
    stderr: '',
    files: {},
    pages: [],
  });
}
