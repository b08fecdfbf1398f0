// A disk that took nothing ended with "Progress saved" and exit code 3, which says the same; a later write that worked changed nothing.
import { expect, test } from 'vitest';
import { aHost, errno, RECORD, type Setting } from '../support/fake-host';
import { aPerson, leave, type Turn } from '../support/fake-prompter';
import { expectRun, expectWalk } from '../support/program';

const answers: readonly Turn[] = [
  ['goal', 'cancel'],
  ['plan', 'free'],
  ['uses', ['none']],
];
const full = (until = Infinity): NonNullable<Setting['fault']> => {
  let writes = 0;
  return ({ name, path }) => {
    if (name === 'writeAtomic' && (writes += 1) <= until) throw errno('ENOSPC', path);
  };
};
const setting = (until?: number): Setting => ({ fault: full(until), env: { NO_COLOR: '1' } });
const notSaved = (said: string): void => {
  expect(said).toMatch(/could not be saved/);
  expect(said).not.toMatch(/Progress saved/);
};

test('stopping with a Record that could not be kept says so and ends with 1', async () => {
  await expectWalk(
    '',
    aPerson([...answers, ['review', 'stop']]),
    { code: 1, stdout: '', stderr: notSaved, files: {}, pages: [] },
    setting(),
  );
});

test('it is said once, however often it is tried', async () => {
  const host = await expectWalk(
    '',
    aPerson([...answers, ['review', 'stop']]),
    { code: 1, stdout: '', stderr: notSaved, files: {}, pages: [] },
    setting(),
  );
  expect(host.printed().stderr.match(/could not be saved/g)).toHaveLength(1);
});

test('leaving does too, with the code of the signal', async () => {
  await expectWalk(
    '',
    aPerson([...answers, ['review', leave('ctrl-c')]]),
    { code: 130, stdout: '', stderr: notSaved, files: {}, pages: [] },
    setting(),
  );
  await expectWalk(
    '',
    aPerson([...answers, ['review', leave('end-of-input')]]),
    { code: 1, stdout: '', stderr: notSaved, files: {}, pages: [] },
    setting(),
  );
});

test('a script with steps left ends with 1, not 3', async () => {
  await expectRun(aHost('--goal cancel --plan free --uses none', setting()), {
    code: 1,
    stdout: /./,
    stderr: notSaved,
    files: {},
    pages: [],
  });
});

test('a disk that has room again keeps everything, and that is said', async () => {
  await expectWalk(
    '',
    aPerson([...answers, ['review', 'stop']]),
    { code: 3, stdout: '', stderr: /could not be saved[^]*Progress saved/, files: { [RECORD]: /"free"/ }, pages: [] },
    setting(2),
  );
});
