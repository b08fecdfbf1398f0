// Runs a command on a fake Host and says what all five of its outcomes have to be.
import { expect, vi } from 'vitest';
import { main } from '../../src/main';
import { readRecord } from '../../src/content/outside-schema';
import { startRecord, type JourneyRecord } from '../../src/journey/record';
import type { CivilDate } from '../../src/journey/dates';
import type { Document } from '../../src/view/document';
import { RECORD, RECORD_PATH, TODAY, aHost, type FakeHost, type Setting } from './fake-host';
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
  const linePrompter: typeof real.linePrompter = (options) => people.get(options.input)?.sitDown({ write: (text) => void options.output.write(text), show: options.show }) ?? real.linePrompter(options);
  return { ...real, linePrompter };
});

/** Runs `main` and checks exit code, stdout, stderr, files and pages, and what is true of every run. Gives the host back. */
export async function expectRun(host: FakeHost, outcome: Outcome): Promise<FakeHost> {
  const code = await main(host);
  const { stdout, stderr } = host.printed();
  const seen = `stdout:\n${stdout}\nstderr:\n${stderr}`;
  expect(host.problems(), seen).toEqual([]);
  expect({ code, pages: host.pages, files: Object.keys(host.changed()).sort() }, seen).toEqual({ code: outcome.code, pages: outcome.pages, files: Object.keys(outcome.files).sort() });
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

/** The same for a wizard: `person` answers, and everything they were to be asked was asked. */
export async function expectWalk(argv: string | readonly string[], person: Person, outcome: Outcome, setting: Setting = {}): Promise<FakeHost> {
  const host = aWizard(argv, person, setting);
  const code = await main(host).finally(() => expect(person.problems(), `put: ${person.put.map(({ id }) => id).join(' ')}\n${host.printed().stderr}`).toEqual([]));
  const ran: FakeHost = { ...host, problems: host.problems };
  expect(code).toBe(outcome.code);
  return expectAfter(ran, code, outcome);
}

/** A host with `person` at its terminal. The first word may be a command. */
export function aWizard(argv: string | readonly string[], person: Person, setting: Setting = {}): FakeHost {
  const words = typeof argv === 'string' ? argv.split(' ').filter((word) => word !== '') : argv;
  const host = aHost([...words, '--plain'], { tty: 'all', ...setting });
  people.set(host.stdin, person);
  return host;
}
