// `quitgpt undo STEP`: a step that was done or skipped is open again; its receipts stay, and so does what others say meanwhile.
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/journey/dates';
import { withState } from '../../src/journey/record';
import { main } from '../../src/main';
import { aHost, HOME, RECORD, RECORD_PATH, TODAY } from '../support/fake-host';
import { aRecord, expectRefusal, expectRun, keptAs, recordOn, resultIn } from '../support/program';

const on = '2026-11-21' as CivilDate;
const proof = { sha256: 'a'.repeat(64), bytes: 1234, kind: 'png', width: 3, height: 2, on } as const;
const kept = aRecord({
  steps: {
    'cancel-apple': { state: 'done', on, proofs: [proof, { ...proof, sha256: 'b'.repeat(64) }] },
    'ask-refund': { state: 'skipped', on },
    'cancel-web': { state: 'done', on },
  },
});
const files = keptAs(kept);

describe('undo', () => {
  test('takes back what was said, keeps the receipts and says both', async () => {
    const host = await expectRun(aHost('undo cancel-apple', { files }), {
      code: 0,
      stdout: [/Cancel with Apple/, /21 November 2026/, /2 receipts/],
      stderr: '',
      files: { [RECORD]: /./ },
      pages: [],
    });
    expect(recordOn(host)).toEqual({
      ...kept,
      updated: TODAY,
      steps: { ...kept.steps, 'cancel-apple': { proofs: kept.steps['cancel-apple']?.proofs } },
    });
    const status = aHost('status --json', { files: host.disk() });
    expect(await main(status)).toBe(3);
    expect(resultIn(status.printed().stdout)).toMatchObject({ done: 0, next: 'cancel-apple' });
  });

  test('of a skipped step, as JSON and in French', async () => {
    await expectRun(aHost('undo ask-refund --json', { files }), {
      code: 0,
      stdout: (text) =>
        expect(resultIn(text)).toEqual({
          step: 'ask-refund',
          was: 'skipped',
          on,
          receipts: 0,
          next: 'confirm-cancelled',
        }),
      stderr: '',
      files: { [RECORD]: /./ },
      pages: [],
    });
    await expectRun(aHost('undo ask-refund --lang fr', { files }), {
      code: 0,
      stdout: /21 novembre 2026/,
      stderr: '',
      files: { [RECORD]: /./ },
      pages: [],
    });
  });

  test('twice is refused the second time', async () => {
    const host = aHost('undo cancel-apple', { files });
    expect(await main(host)).toBe(0);
    await expectRefusal('undo cancel-apple', {
      id: 'undo_open',
      names: ['cancel-apple', 'ask-refund'],
      setting: { files: host.disk() },
    });
  });

  test('what was done again can be taken back again', async () => {
    const undone = aHost('undo cancel-apple', { files });
    await main(undone);
    const done = aHost('--no-input -q --done cancel-apple', { files: undone.disk() });
    await main(done);
    expect(recordOn(done)?.steps['cancel-apple']).toEqual({ ...kept.steps['cancel-apple'], on: TODAY });
    expect(await main(aHost('undo cancel-apple', { files: done.disk() }))).toBe(0);
  });

  test.each([
    ['a step nobody knows', 'undo cancel-aple', { id: 'bad_step', names: ['cancel-aple', 'cancel-apple?'] }],
    ['what is no step', ['undo', '__proto__'], { id: 'bad_step', names: ['__proto__'] }],
    // Settled, but on another way: taking it back would change nothing that anybody sees.
    ['a step that is not on the way', 'undo cancel-web', { id: 'step_not_on_way', names: ['cancel-web'] }],
    ['a step of which nothing was said', 'undo check-statement', { id: 'undo_open', names: ['check-statement'] }],
  ] as const)('%s is refused in one sentence, and nothing is changed', async (_, words, refused) => {
    await expectRefusal(words, { ...refused, setting: { files } });
  });

  test('where nothing was settled yet, and where nothing is kept', async () => {
    await expectRefusal('undo cancel-apple', { id: 'undo_nothing', setting: { files: keptAs(aRecord()) } });
    await expectRefusal('undo cancel-apple', { id: 'no_record', code: 1, names: [RECORD] });
    await expectRefusal('undo cancel-apple --no-record', { id: 'record_needed', flag: '--record', setting: { files } });
    await expectRefusal('undo', { id: 'missing_argument' });
    await expectRefusal('undo cancel-apple ask-refund', { id: 'too_many_arguments', setting: { files } });
  });

  test('works under a name, and leaves the others alone', async () => {
    const path = `${HOME}/.local/state/quitgpt/record-ana.json`;
    const host = await expectRun(
      aHost('undo cancel-apple --profile ana', { files: { ...files, [path]: JSON.stringify(kept) } }),
      {
        code: 0,
        stdout: /./,
        stderr: '',
        files: { '~/.local/state/quitgpt/record-ana.json': /./ },
        pages: [],
      },
    );
    expect(recordOn(host)).toEqual(kept);
  });

  test('keeps what another window says meanwhile', async () => {
    // Saved between the look and the write: the second read of the Record is the one under the lock.
    let reads = 0;
    const host = aHost('undo cancel-apple', {
      files,
      fault: ({ name, path }) => {
        if (name === 'read' && path === RECORD_PATH) reads += 1;
      },
    });
    const { read } = host.files;
    Object.assign(host.files, {
      read: async (path: string, most: number) =>
        reads === 0 || path !== RECORD_PATH
          ? read(path, most)
          : Buffer.from(JSON.stringify(withState(kept, 'check-statement', 'done', on))),
    });
    expect(await main(host)).toBe(0);
    expect(recordOn(host)?.steps).toMatchObject({ 'check-statement': { state: 'done' } });
    expect(recordOn(host)?.steps['cancel-apple']?.state).toBeUndefined();
  });

  test('that cannot be saved is not said to be done', async () => {
    await expectRefusal('undo cancel-apple', {
      id: 'record_write',
      code: 1,
      names: [RECORD],
      setting: {
        files,
        fault: ({ name }) => {
          if (name === 'writeAtomic') throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        },
      },
    });
  });
});
