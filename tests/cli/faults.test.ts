// Every file operation fails once, in every way a disk fails: no stack, no false "done", the right code, one sentence.
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main';
import { aHost, errno, RECORD_PATH, type FakeHost, type Operation, type Setting } from '../support/fake-host';
import { aPerson, ENTER, type Turn } from '../support/fake-prompter';
import { aPng } from '../support/pictures';
import { aRecord, aWizard, expectTidy, keptAs, recordOn } from '../support/program';

const CODES = ['EACCES', 'ENOSPC', 'EROFS', 'EPIPE', 'EMFILE', 'EXDEV', 'EISDIR'] as const;
const apple = '--goal cancel --plan plus --billed-by apple --uses none --next-billing 2026-12-03';
const done = 'cancel-apple,confirm-cancelled,ask-refund,turn-off-training,check-statement';

/** Fails the n-th operation only, or it and all that follow of the same kind. */
const failing = (nth: number, code: string, lasting: boolean): NonNullable<Setting['fault']> => {
  let kind: Operation['name'] | undefined;
  return ({ number, name, path }) => {
    if (number === nth) kind = name;
    if (number === nth || (lasting && kind === name)) throw errno(code, path);
  };
};

/** Runs until no fault is hit any more; gives each run to `check`. */
async function untilItPasses(
  run: (fault: () => NonNullable<Setting['fault']>) => Promise<{ host: FakeHost; code: number }>,
  check: (host: FakeHost, code: number, failed: Operation) => void,
): Promise<number> {
  for (let nth = 1; ; nth += 1) {
    let failed: Operation | undefined;
    for (const code of CODES) {
      for (const lasting of ['EACCES', 'ENOSPC'].includes(code) ? [false, true] : [false]) {
        const ran = await run(() => failing(nth, code, lasting));
        failed = ran.host.operations[nth - 1];
        if (failed === undefined) return nth - 1;
        const { stdout, stderr } = ran.host.printed();
        const seen = `${failed.name} ${nth} ${code}${lasting ? ' from then on' : ''}: ${ran.code}\n${stdout}\n${stderr}`;
        expectTidy(ran.host);
        expect(stderr, seen).not.toMatch(/Something went wrong|refused, '/);
        expect([0, 1, 3], seen).toContain(ran.code);
        check(ran.host, ran.code, failed);
      }
    }
  }
}

describe('a scripted walk', () => {
  const files = { ...keptAs(aRecord()), 'me.json': '{"reason":"price"}', 'shot.png': aPng() };
  const words = `${apple} --answers me.json --done ${done} --proof cancel-apple=shot.png --out result.md`;
  const isKept = (host: FakeHost): boolean => Object.keys(recordOn(host)?.steps ?? {}).length === 5;

  test('says with its code whether everything was kept and written', async () => {
    const operations = await untilItPasses(
      async (fault) => {
        const host = aHost(words, { files, fault: fault() });
        return { host, code: await main(host) };
      },
      (host, code) => {
        const isWritten = host.disk()['/home/ana/desk/result.md'] !== undefined;
        expect(code === 0).toBe(isKept(host) && isWritten);
        if (code !== 0) expect(host.printed().stderr).toMatch(/\S+\.(json|md|png)|recei/);
        // What was not changed is whole.
        expect(recordOn(host)).toBeDefined();
      },
    );
    expect(operations).toBeGreaterThan(6);
  });

  test('without a fault ends with 0', async () => {
    expect(await main(aHost(words, { files }))).toBe(0);
  });
});

describe('a command that reads the Record', () => {
  test.each(['status', 'summary', 'forget --yes', 'status --out here.txt'])(
    '%s never claims what did not happen',
    async (words) => {
      await untilItPasses(
        async (fault) => {
          const host = aHost(words, { files: keptAs(aRecord()), fault: fault() });
          return { host, code: await main(host) };
        },
        (host, code) => {
          if (words.startsWith('forget')) expect(host.disk()[RECORD_PATH] === undefined).toBe(code === 0);
          else if (words.includes('--out')) expect(code === 3).toBe(Object.keys(host.changed()).length === 1);
          else if (code === 1) expect(host.printed().stdout).toBe('');
        },
      );
    },
  );
});

describe('a wizard', () => {
  const start: readonly Turn[] = [
    ['goal', 'cancel'],
    ['plan', 'plus'],
    ['billed-by', ['apple']],
    ['uses', ['none']],
    ['next-billing', '2026-12-03'],
    ['review', 'start'],
  ];
  const rest: readonly Turn[] = [
    ['step:confirm-cancelled', 'done'],
    ['proof:confirm-cancelled', ENTER],
    ['step:ask-refund', 'skip'],
    ['step:turn-off-training', 'done'],
    ['step:check-statement', 'done'],
    ['extras', 'name'],
    ['name', 'Ana'],
    ['extras', 'on'],
    ['summary', 'yes'],
  ];
  const taken: readonly Turn[] = [
    ...start,
    ['step:cancel-apple', 'done'],
    ['proof:cancel-apple', 'shot.png'],
    ['proof:cancel-apple', ENTER],
    ...rest,
  ];
  const notTaken: readonly Turn[] = [
    ...start,
    ['step:cancel-apple', 'done'],
    ['proof:cancel-apple', 'shot.png', 'refused'],
    ['proof:cancel-apple', ENTER],
    ...rest,
  ];

  test('goes on to its end whatever the disk says, and says whether progress is saved', async () => {
    const operations = await untilItPasses(
      async (fault) => {
        for (const turns of [taken, notTaken]) {
          const person = aPerson(turns);
          const host = aWizard('', person, { files: { 'shot.png': aPng() }, fault: fault(), env: { NO_COLOR: '1' } });
          const code = await main(host);
          // A Record that cannot be looked at is not written over: nothing is asked then.
          if (person.problems().length === 0 || person.put.length === 0) return { host, code };
          if (turns === notTaken) expect(person.problems()).toEqual([]);
        }
        throw new Error('neither way was walked');
      },
      (host, code) => {
        const record = host.disk()[RECORD_PATH] === undefined ? undefined : recordOn(host);
        const isKept = record?.extras.name === 'Ana' && Object.keys(record.steps).length === 5;
        const isWritten = Object.keys(host.disk()).some((path) => path.includes('quitgpt-summary'));
        expect(code).toBe(isKept && isWritten ? 0 : 1);
      },
    );
    expect(operations).toBeGreaterThan(15);
  });
});
