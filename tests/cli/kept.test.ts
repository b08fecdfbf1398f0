// `quitgpt summary`, `status` and `forget`: with no Record, a damaged one, a foreign one and a good one.
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/journey/dates';
import type { JourneyRecord } from '../../src/journey/record';
import { aHost, errno, RECORD, RECORD_PATH, TODAY } from '../support/fake-host';
import { aPerson, leave } from '../support/fake-prompter';
import { aRecord, expectRefusal, expectRun, expectWalk, keptAs, recordOn, resultIn } from '../support/program';

const on = '2026-11-21' as CivilDate;
const proof = { sha256: 'a'.repeat(64), bytes: 1234, kind: 'png', width: 3, height: 2, on } as const;
const halfway = aRecord({
  steps: { 'cancel-apple': { state: 'done', on, proofs: [proof] } },
  extras: { name: 'Ana', reason: 'price' },
});
const finished = (record: JourneyRecord, ids: readonly string[]): JourneyRecord => ({
  ...record,
  steps: Object.fromEntries(ids.map((id) => [id, { state: 'done', on }])),
});
const DAMAGED = {
  'no JSON': '{"schema": 1, "sta',
  empty: '',
  'a list': '[]',
  null: 'null',
  'of another version': JSON.stringify({ ...halfway, schema: 2 }),
  'with a key too many': JSON.stringify({ ...halfway, extra: 1 }),
  'with a day that is none': JSON.stringify({ ...halfway, started: '2026-02-30' }),
  'with a prototype': '{"__proto__":{"schema":1}}',
};
const nothing = { files: {}, pages: [] };

describe.each(['summary', 'status'])('%s', (command) => {
  test('without a Record says how to start, and ends with 1', async () => {
    await expectRefusal(command, { id: 'no_record', code: 1, names: [RECORD] });
  });

  test.each(Object.entries(DAMAGED))('leaves a Record that is %s alone and names it', async (what, text) => {
    const files = { [RECORD_PATH]: text };
    const isNewer = what === 'of another version';
    await expectRefusal(command, {
      id: ['no JSON', 'empty'].includes(what) ? 'record_not_json' : isNewer ? 'record_newer' : 'record_wrong',
      code: 1,
      names: [RECORD, isNewer ? 'npx quitgpt@latest' : 'forget'],
      setting: { files },
    });
  });

  test.each(['directory', 'device', 'fifo', 'unreadable'] as const)(
    'a Record that is a %s is named in one sentence without a word of the program',
    async (kind) => {
      await expectRefusal(command, {
        id: kind === 'unreadable' ? 'record_no_access' : 'record_unreadable',
        code: 1,
        names: [RECORD],
        setting: { files: { [RECORD_PATH]: { kind } } },
      });
      await expectRun(aHost(`${command} --lang fr`, { files: { [RECORD_PATH]: { kind } } }), {
        code: 1,
        stdout: '',
        stderr: (said) => expect(said).not.toMatch(/directory|device|fifo|unreadable/),
        ...nothing,
      });
    },
  );

  test('with --no-record has nothing to read', async () => {
    await expectRefusal(`${command} --no-record`, {
      id: 'record_needed',
      flag: '--record',
      names: ['--no-record'],
      setting: { files: keptAs(halfway) },
    });
  });

  test('reads the Record that is named', async () => {
    const files = { '~/other.json': JSON.stringify(halfway) };
    await expectRun(aHost(`${command} --record ~/other.json --json`, { files }), {
      code: command === 'status' ? 3 : 0,
      stdout: (text) => expect(resultIn(text)).toMatchObject({ goal: 'cancel', done: 1 }),
      stderr: '',
      ...nothing,
    });
  });

  test('writes into a file, and says so unless quiet', async () => {
    const code = command === 'status' ? 3 : 0;
    await expectRun(aHost(`${command} --out here.md`, { files: keptAs(halfway) }), {
      code,
      stdout: '',
      stderr: /~\/desk\/here\.md/,
      files: { '~/desk/here.md': /^# / },
      pages: [],
    });
    await expectRun(aHost(`${command} --out here.md --quiet`, { files: keptAs(halfway) }), {
      code,
      stdout: '',
      stderr: '',
      files: { '~/desk/here.md': /^# / },
      pages: [],
    });
  });
});

describe('summary', () => {
  test('says what was reached, in every form', async () => {
    const files = keptAs(halfway);
    await expectRun(aHost('summary', { files }), { code: 0, stdout: /Ana[^]*\[x\] 1 /, stderr: '', ...nothing });
    await expectRun(aHost('summary --format markdown', { files }), {
      code: 0,
      stdout: /^# .*Ana[^]*- \[x\] /,
      stderr: '',
      ...nothing,
    });
    await expectRun(aHost('summary --format html', { files }), {
      code: 0,
      stdout: /^<!doctype html>/i,
      stderr: '',
      ...nothing,
    });
    await expectRun(aHost('summary --json', { files }), {
      code: 0,
      stdout: (text) =>
        expect(resultIn(text)).toMatchObject({
          name: 'Ana',
          reason: 'price',
          cancelled: [{ biller: 'apple', on }],
          paidUntil: '2026-12-03',
        }),
      stderr: '',
      ...nothing,
    });
  });

  test('into a folder it has the day in its name', async () => {
    await expectRun(aHost('summary --format markdown --out .', { files: keptAs(halfway) }), {
      code: 0,
      stdout: '',
      stderr: /./,
      files: { [`~/desk/quitgpt-summary-${TODAY}.md`]: /./ },
      pages: [],
    });
  });

  test('holds no fingerprint, path or size of a receipt in any form', async () => {
    for (const form of ['text', 'markdown', 'html', 'json']) {
      const host = await expectRun(aHost(`summary --format ${form}`, { files: keptAs(halfway) }), {
        code: 0,
        stdout: /./,
        stderr: '',
        ...nothing,
      });
      expect(host.printed().stdout).not.toMatch(/aaaa|1234|\/home|record\.json/);
    }
  });

  test('in French it has French days', async () => {
    await expectRun(aHost('summary --lang fr', { files: keptAs(halfway) }), {
      code: 0,
      stdout: /21 novembre 2026/,
      stderr: '',
      ...nothing,
    });
  });
});

describe('status', () => {
  test('ends with 3 while steps are left and names the next one', async () => {
    await expectRun(aHost('status', { files: keptAs(halfway) }), {
      code: 3,
      stdout: [/\[x\] 1 /, /\[ \] 2 /, new RegExp(RECORD)],
      stderr: '',
      ...nothing,
    });
    await expectRun(aHost('status --json', { files: keptAs(halfway) }), {
      code: 3,
      stdout: (text) =>
        expect(resultIn(text)).toMatchObject({ complete: false, started: '2026-11-20', next: 'confirm-cancelled' }),
      stderr: '',
      ...nothing,
    });
  });

  test('ends with 0 when every step is settled, a skipped one too', async () => {
    const ids = resultIn(
      (
        await expectRun(aHost('status --json', { files: keptAs(halfway) }), {
          code: 3,
          stdout: /./,
          stderr: '',
          ...nothing,
        })
      ).printed().stdout,
    )['steps'].map(({ id }) => id);
    const all = finished(halfway, ids);
    const last = ids.at(-1) ?? '';
    await expectRun(aHost('status', { files: keptAs(all) }), { code: 0, stdout: /\[x\] 1 /, stderr: '', ...nothing });
    await expectRun(
      aHost('status --json', { files: keptAs({ ...all, steps: { ...all.steps, [last]: { state: 'skipped', on } } }) }),
      {
        code: 0,
        stdout: (text) => expect(resultIn(text)).toMatchObject({ complete: true, done: ids.length - 1 }),
        stderr: '',
        ...nothing,
      },
    );
    await expectRun(aHost('status', { files: keptAs({ ...all, steps: { ...all.steps, [last]: {} } }) }), {
      code: 3,
      stdout: /\[ \] /,
      stderr: '',
      ...nothing,
    });
  });
});

describe('forget', () => {
  test('without a Record says so and ends with 1', async () => {
    await expectRun(aHost('forget --yes'), { code: 1, stdout: '', stderr: new RegExp(RECORD), ...nothing });
  });

  test('without a person it needs --yes, says what is kept, and keeps it', async () => {
    await expectRun(aHost('forget', { files: keptAs(halfway) }), {
      code: 2,
      stdout: '',
      stderr: [/5 answers, 1 step, .*1 receipt/, /--yes/],
      ...nothing,
    });
    await expectRun(
      aHost('forget --no-input', { files: keptAs(halfway), tty: 'conversation', env: { NO_COLOR: '1' } }),
      { code: 2, stdout: '', stderr: /--yes/, ...nothing },
    );
  });

  test('with --yes it says what was kept, then deletes it', async () => {
    await expectRun(aHost('forget --yes', { files: keptAs(halfway) }), {
      code: 0,
      stdout: '',
      stderr: [/5 answers, 1 step, .*1 receipt[^]*name[^]*reason[^]*record\.json/i],
      files: { [RECORD]: null },
      pages: [],
    });
  });

  test('--quiet deletes without a word, at a terminal too', async () => {
    await expectRun(aHost('forget --yes -q', { files: keptAs(halfway), tty: 'all' }), {
      code: 0,
      stdout: '',
      stderr: '',
      files: { [RECORD]: null },
      pages: [],
    });
    await expectRun(aHost('forget --yes -q', { files: keptAs(halfway) }), {
      code: 0,
      stdout: '',
      stderr: '',
      files: { [RECORD]: null },
      pages: [],
    });
  });

  test.each(Object.entries(DAMAGED))(
    'deletes a Record that is %s too, saying that it could not be read',
    async (_, text) => {
      await expectRun(aHost('forget --yes', { files: { [RECORD_PATH]: text } }), {
        code: 0,
        stdout: '',
        stderr: (said) => expect(said).not.toMatch(/\d answer/),
        files: { [RECORD]: null },
        pages: [],
      });
    },
  );

  test('deletes the Record that was named and no other', async () => {
    await expectRun(
      aHost('forget --yes --record mine.json', { files: { ...keptAs(halfway), 'mine.json': JSON.stringify(halfway) } }),
      { code: 0, stdout: '', stderr: /mine\.json/, files: { '~/desk/mine.json': null }, pages: [] },
    );
  });

  test('a Record that cannot be deleted ends with 1 and a sentence', async () => {
    const fault = ({ name, path }: { name: string; path: string }): void => {
      if (name === 'remove') throw errno('EACCES', path);
    };
    await expectRun(aHost('forget --yes', { files: keptAs(halfway), fault }), {
      code: 1,
      stdout: '',
      stderr: new RegExp(RECORD),
      ...nothing,
    });
  });

  test('with --no-record there is nothing to delete', async () => {
    await expectRun(aHost('forget --yes --no-record', { files: keptAs(halfway) }), {
      code: 2,
      stdout: '',
      stderr: /--no-record/,
      ...nothing,
    });
  });

  test('a person is asked, keeping is suggested first, and what they say is done', async () => {
    const keeps = aPerson([['forget', 'keep']]);
    await expectWalk(
      'forget',
      keeps,
      { code: 0, stdout: '', stderr: /5 answers/, ...nothing },
      { files: keptAs(halfway) },
    );
    expect(keeps.put[0]?.values[0]).toBe('keep');
    await expectWalk(
      'forget',
      aPerson([['forget', 'delete']]),
      { code: 0, stdout: '', stderr: /5 answers/, files: { [RECORD]: null }, pages: [] },
      { files: keptAs(halfway) },
    );
  });

  test('a person who leaves keeps everything and is not told otherwise', async () => {
    const host = await expectWalk(
      'forget',
      aPerson([['forget', leave('ctrl-c')]]),
      { code: 130, stdout: '', stderr: new RegExp(RECORD), ...nothing },
      { files: keptAs(halfway) },
    );
    expect(recordOn(host)).toEqual(halfway);
  });
});
