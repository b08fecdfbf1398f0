// A damaged Record at a wizard: what can be read is offered, the file is put aside and never written over; scripts end and leave it.
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main';
import type { CivilDate } from '../../src/journey/dates';
import { aHost, errno, HOME, RECORD, RECORD_PATH, TODAY, type Setting } from '../support/fake-host';
import { aPerson, leave, type Turn } from '../support/fake-prompter';
import { aRecord, aWizard, expectRun, expectWalk, keptAs, recordOn, textOf } from '../support/program';

const on = '2026-11-21' as CivilDate;
const kept = aRecord({ steps: { 'cancel-apple': { state: 'done', on }, 'ask-refund': { state: 'skipped', on } } });
const wrong = `${JSON.stringify({ ...kept, profile: { ...kept.profile, plan: 'gold' } })}\n`;
const cut = JSON.stringify(kept, undefined, 2).slice(0, -120);
const ASIDE = `~/.local/state/quitgpt/record.damaged-${TODAY}.json`;
const ASIDE_PATH = `${HOME}/.local/state/quitgpt/record.damaged-${TODAY}.json`;
const damaged = (text: string): Setting => ({ files: { [RECORD_PATH]: text }, env: { NO_COLOR: '1' } });

describe('a wizard', () => {
  test('says what can be read and what not, puts the file aside, says where, and goes on', async () => {
    const person = aPerson([
      ['damaged', 'carry-on'],
      ['plan', 'plus'],
      ['review', 'stop'],
    ]);
    const host = await expectWalk(
      '',
      person,
      { code: 3, stdout: '', stderr: /./, files: { [RECORD]: /./, [ASIDE]: wrong }, pages: [] },
      damaged(wrong),
    );
    const said = textOf(person.put[0]?.said ?? []);
    expect(said).toMatch(/4 answers, 2 steps, no receipt/);
    expect(said).toContain(RECORD);
    expect(said).toMatch(/cannot be read: .*plan/i);
    expect(textOf(person.said())).toContain(ASIDE);
    expect(recordOn(host)).toEqual({ ...kept, updated: TODAY });
  });

  test('keeps what was read at once: whoever leaves at the next question finds it again', async () => {
    const host = await expectWalk(
      '',
      aPerson([
        ['damaged', 'carry-on'],
        ['plan', leave('ctrl-c')],
      ]),
      { code: 130, stdout: '', stderr: /./, files: { [RECORD]: /./, [ASIDE]: wrong }, pages: [] },
      damaged(wrong),
    );
    expect(recordOn(host)?.steps).toEqual(kept.steps);
    const { plan: _, ...profile } = kept.profile;
    expect(recordOn(host)?.profile).toEqual(profile);
  });

  test('that breaks off: what stands before the break is read', async () => {
    const person = aPerson([
      ['damaged', 'carry-on'],
      ['review', 'stop'],
    ]);
    const host = aWizard('', person, damaged(cut));
    expect(await main(host)).toBe(3);
    expect(person.problems()).toEqual([]);
    expect(recordOn(host)?.profile).toEqual(kept.profile);
    expect(host.disk()[ASIDE_PATH]).toBe(cut);
  });

  test.each<[string, string]>([
    ['that cannot be read at all', '\0\0\0\0'],
    ['that is empty', ''],
    ['that is something else', '[1, 2]'],
  ])('%s: only a new beginning is offered, and the file is put aside', async (_, text) => {
    const person = aPerson([
      ['damaged', 'fresh'],
      ['goal', leave('ctrl-c')],
    ]);
    const host = aWizard('', person, damaged(text));
    expect(await main(host)).toBe(130);
    expect(person.problems()).toEqual([]);
    expect(person.put[0]?.values).toEqual(['fresh', 'stop']);
    expect(host.disk()).toEqual({ [ASIDE_PATH]: text });
  });

  test('start anew: the answers are asked again, and the old file is there', async () => {
    const turns: readonly Turn[] = [
      ['damaged', 'fresh'],
      ['goal', 'cancel'],
      ['plan', leave('ctrl-c')],
    ];
    const host = aWizard('', aPerson(turns), damaged(wrong));
    expect(await main(host)).toBe(130);
    expect(recordOn(host)).toMatchObject({ profile: { goal: 'cancel' }, steps: {} });
    expect(host.disk()[ASIDE_PATH]).toBe(wrong);
  });

  test.each<[string, Turn, number]>([
    ['not now', ['damaged', 'stop'], 3],
    ['Ctrl-C', ['damaged', leave('ctrl-c')], 130],
  ])('%s: nothing is touched', async (_, turn, code) => {
    const stderr = (text: string): void => expect(text).not.toMatch(/Progress\s+saved/);
    await expectWalk('', aPerson([turn]), { code, stdout: '', stderr, files: {}, pages: [] }, damaged(wrong));
  });

  test('a second one of the same day gets a number', async () => {
    const host = aWizard(
      '',
      aPerson([
        ['damaged', 'fresh'],
        ['goal', leave('ctrl-c')],
      ]),
      {
        files: { [RECORD_PATH]: wrong, [ASIDE_PATH]: 'the first' },
      },
    );
    expect(await main(host)).toBe(130);
    expect(host.disk()).toEqual({
      [ASIDE_PATH]: 'the first',
      [ASIDE_PATH.replace('.json', '-2.json')]: wrong,
    });
  });

  test('under a name, and in a file that was named', async () => {
    for (const [words, path, aside] of [
      ['--profile ana', `${HOME}/.local/state/quitgpt/record-ana.json`, `record-ana.damaged-${TODAY}.json`],
      ['--record mine.txt', `${HOME}/desk/mine.txt`, `mine.damaged-${TODAY}.txt`],
      ['--record mine', `${HOME}/desk/mine`, `mine.damaged-${TODAY}`],
    ] as const) {
      const person = aPerson([
        ['damaged', 'carry-on'],
        ['plan', leave('ctrl-c')],
      ]);
      const host = aWizard(words, person, { files: { [path]: wrong } });
      expect(await main(host)).toBe(130);
      expect(person.problems()).toEqual([]);
      expect(host.disk()[path.replace(/[^/]*$/, aside)]).toBe(wrong);
      expect(recordOn(host, path)?.steps).toEqual(kept.steps);
    }
  });

  test('a file that was named and is nothing of this guide is not touched, nor offered', async () => {
    await expectRun(aWizard('--record notes.txt', aPerson([]), { files: { 'notes.txt': 'buy milk' } }), {
      code: 1,
      stdout: '',
      stderr: /notes\.txt.*--record/,
      files: {},
      pages: [],
    });
  });

  test('with --yes it goes on with what can be read', async () => {
    const host = aWizard('--yes', aPerson([]), damaged(wrong));
    await main(host);
    expect(recordOn(host)?.steps['cancel-apple']?.state).toBe('done');
    expect(host.disk()[ASIDE_PATH]).toBe(wrong);
  });

  test('another window that has saved meanwhile is not put aside', async () => {
    const host = aWizard(
      '',
      aPerson(
        [
          ['damaged', 'carry-on'],
          ['review', 'stop'],
        ],
        async (_, id) => {
          if (id === 'damaged') await host.files.writeAtomic(RECORD_PATH, JSON.stringify(kept));
        },
      ),
      damaged(wrong),
    );
    expect(await main(host)).toBe(3);
    expect(host.disk()[ASIDE_PATH]).toBeUndefined();
    expect(recordOn(host)?.steps).toEqual(kept.steps);
  });

  test.each(['EACCES', 'EROFS', 'EBUSY', 'EPERM'])(
    '%s where it would be put aside: said, and it stays',
    async (code) => {
      await expectWalk(
        '',
        aPerson([['damaged', 'carry-on']]),
        { code: 1, stdout: '', stderr: /could not be set aside/, files: {}, pages: [] },
        {
          ...damaged(wrong),
          fault: ({ name, path }) => {
            if (name === 'rename') throw errno(code, path);
          },
        },
      );
    },
  );

  test('a full disk after it was put aside: the file is whole, and nothing is said to be saved', async () => {
    const host = aWizard(
      '',
      aPerson([
        ['damaged', 'carry-on'],
        ['plan', leave('ctrl-c')],
      ]),
      {
        ...damaged(wrong),
        fault: ({ name, path }) => {
          if (name === 'writeAtomic') throw errno('ENOSPC', path);
        },
      },
    );
    expect(await main(host)).toBe(130);
    expect(host.disk()).toEqual({ [ASIDE_PATH]: wrong });
    expect(host.printed().stderr).toMatch(/disk\s+is\s+full/);
    expect(host.printed().stderr).not.toMatch(/Progress\s+saved/);
  });
});

describe('any failure of the disk', () => {
  test('leaves the damaged text somewhere, whole', async () => {
    for (let nth = 1; ; nth += 1) {
      let operations = 0;
      for (const code of ['EACCES', 'ENOSPC', 'EROFS', 'EBUSY']) {
        const host = aWizard(
          '',
          aPerson([
            ['damaged', 'carry-on'],
            ['plan', leave('ctrl-c')],
          ]),
          {
            ...damaged(wrong),
            fault: ({ number, path }) => {
              operations = number;
              if (number === nth) throw errno(code, path);
            },
          },
        );
        expect([1, 130]).toContain(await main(host));
        expect(Object.values(host.disk()), `${nth} ${code}`).toContain(wrong);
        expect(host.printed().stderr).not.toMatch(/Something went wrong|refused, '/);
      }
      if (operations < nth) break;
    }
  });
});

describe('without a person', () => {
  test.each(['--no-input --done confirm-cancelled', 'status', 'summary', 'undo cancel-apple', 'share --on plain'])(
    '%s ends with 1, names the way out and leaves the file as it is',
    async (words) => {
      for (const text of [wrong, cut])
        await expectRun(aHost(words, { files: { [RECORD_PATH]: text } }), {
          code: 1,
          stdout: '',
          stderr: [/record\.json/, /`quitgpt`/, /`quitgpt forget`/],
          files: {},
          pages: [],
        });
    },
  );

  test('a Record of a newer version stays untouched at a wizard too, also one that breaks off', async () => {
    const newer = JSON.stringify({ ...kept, schema: 2 });
    for (const text of [newer, newer.slice(0, -20)])
      await expectRun(aWizard('', aPerson([]), { files: { [RECORD_PATH]: text } }), {
        code: 1,
        stdout: '',
        stderr: /newer version/,
        files: {},
        pages: [],
      });
  });
});

describe('a Record of an older guide', () => {
  const old = aRecord({
    steps: {
      ...kept.steps,
      'step-of-old': {
        state: 'done',
        on,
        proofs: [{ sha256: 'a'.repeat(64), bytes: 12, kind: 'png', on }],
      },
      'other-of-old': { state: 'skipped', on },
      'open-of-old': {},
    },
  });

  test('keeps the steps that are no longer there through every save, and status says them', async () => {
    const host = aHost('--no-input -q --done confirm-cancelled', { files: keptAs(old) });
    expect(await main(host)).toBe(3);
    expect(recordOn(host)?.steps).toMatchObject(old.steps);
    await expectRun(aHost('status', { files: host.disk() }), {
      code: 3,
      stdout: [
        /earlier version of this guide/,
        /step-of-old .*done on 21 November 2026, 1 receipt/,
        /other-of-old .*skipped/,
      ],
      stderr: '',
      files: {},
      pages: [],
    });
    await expectRun(aHost('status --json', { files: host.disk() }), {
      code: 3,
      stdout: (text) =>
        expect(JSON.parse(text)).toMatchObject({
          result: {
            earlier: [
              { id: 'step-of-old', state: 'done', on, receipts: 1 },
              { id: 'other-of-old', state: 'skipped', on, receipts: 0 },
            ],
          },
        }),
      stderr: '',
      files: {},
      pages: [],
    });
  });

  test('where there is none of them, nothing is said of it', async () => {
    await expectRun(aHost('status', { files: keptAs(kept) }), {
      code: 3,
      stdout: (text) => expect(text).not.toMatch(/earlier version/),
      stderr: '',
      files: {},
      pages: [],
    });
  });
});
