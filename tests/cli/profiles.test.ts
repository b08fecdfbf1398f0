// `--profile NAME`: Records of several people or accounts lie side by side, and no command reaches for another one's.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isKeptName } from '../../src/cli/record/kept-name';
import { badWindowsName } from '../../src/host/windows-names';
import type { CivilDate } from '../../src/journey/dates';
import { main } from '../../src/main';
import { aHost, errno, HOME, RECORD, RECORD_PATH } from '../support/fake-host';
import { aPerson, leave } from '../support/fake-prompter';
import { aRecord, aWizard, expectRefusal, expectRun, keptAs, recordOn, resultIn } from '../support/program';

const FOLDER = `${HOME}/.local/state/quitgpt`;
const ANA = '~/.local/state/quitgpt/record-ana.json';
const ANA_PATH = `${FOLDER}/record-ana.json`;
const on = '2026-11-21' as CivilDate;
const hers = aRecord({ steps: { 'cancel-apple': { state: 'done', on }, 'ask-refund': { state: 'skipped', on } } });
const both = { ...keptAs(aRecord()), [ANA_PATH]: JSON.stringify(hers) };
const nothing = { files: {}, pages: [] };

describe('a name', () => {
  test.each(['ana', 'a', '2', 'ana-2', 'my--account', 'x'.repeat(40), 'damaged-2026-11-29', 'console'])(
    '“%s” is one',
    (name) => expect(isKeptName(name)).toBe(true),
  );

  test.each(
    [
      [
        '',
        'Ana',
        'ANA',
        'ana_2',
        'ana.b',
        'ana b',
        'é',
        '-ana',
        'ana-',
        '..',
        'a/b',
        'a\\b',
        'a:b',
        '~',
        'x'.repeat(41),
      ],
      ['con', 'nul', 'aux', 'prn', 'com1', 'lpt9'],
      ['ana\n', 'ａna', 'ana\u0000', 'ı'],
    ].flat(),
  )('%j is none, and refused in one sentence', async (name) => {
    expect(isKeptName(name)).toBe(false);
    await expectRefusal(['status', `--profile=${name}`], {
      id: 'bad_profile',
      flag: '--profile',
      names: ['lower-case letters', '40'],
      setting: { files: both },
    });
  });

  test('that is taken makes a file that every system takes, and no two names one file where case does not matter', () => {
    const names = fc.string({ unit: fc.constantFrom(...'abcABC012-._ :/\\é'), maxLength: 45 });
    fc.assert(
      fc.property(names, names, (one, other) => {
        for (const name of [one, other].filter(isKeptName)) {
          expect(badWindowsName(`C:\\x\\record-${name}.json.lock`)).toBeUndefined();
          expect(name).toBe(name.toLowerCase());
          expect(`record-${name}.json`).toMatch(/^[a-z0-9.-]{1,60}$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each(['--no-record', '--record mine.json'])('and %s say where the Record is both: refused', async (other) => {
    for (const words of [`status ${other}`, other, `undo cancel-apple ${other}`])
      await expectRefusal(`${words} --profile ana`, {
        id: 'profile_and_record',
        flag: '--profile',
        names: [other.split(' ')[0] ?? ''],
        setting: { files: both },
      });
  });
});

describe('commands with a name', () => {
  test('a walk keeps under it, and leaves the Record without a name alone', async () => {
    const host = await expectRun(
      aHost('--profile ana --no-input --goal cancel --plan free --uses none -q', { files: keptAs(aRecord()) }),
      { code: 3, stdout: /./, stderr: '', files: { [ANA]: /"plan": "free"/ }, pages: [] },
    );
    expect(recordOn(host)).toEqual(aRecord());
    expect(recordOn(host, ANA_PATH)?.profile.plan).toBe('free');
  });

  test.each([
    ['status --json', 3],
    ['summary --json', 0],
  ])('%s reads it, before or after the command', async (words, code) => {
    for (const line of [`${words} --profile ana`, `--profile ana ${words}`, `--profile=ana ${words}`])
      await expectRun(aHost(line, { files: both }), {
        code,
        stdout: (text) => expect(resultIn(text)).toMatchObject({ done: 1 }),
        stderr: '',
        ...nothing,
      });
  });

  test('card and share take it too', async () => {
    for (const words of ['share --on plain --profile ana', 'share --on plain --profile ana --json'])
      await expectRun(aHost(words, { files: { [ANA_PATH]: both[ANA_PATH] ?? '' } }), {
        code: 0,
        stdout: /./,
        stderr: (text) => expect(text).not.toContain('record.json'),
        ...nothing,
      });
  });

  test('what says how to carry on names it', async () => {
    const early = aWizard(
      '--profile ana --goal cancel',
      aPerson([
        ['plan', 'plus'],
        ['billed-by', leave('ctrl-c')],
      ]),
      { env: { NO_COLOR: '1' } },
    );
    expect(await main(early)).toBe(130);
    expect(early.printed().stderr).toContain('--profile ana');
    const none = aHost('status --profile bo');
    expect(await main(none)).toBe(1);
    expect(none.printed().stderr).toContain('`quitgpt --profile bo`');
    const file = aHost('status --record mine.json');
    expect(await main(file)).toBe(1);
    expect(file.printed().stderr).toContain('`quitgpt --record mine.json`');
  });

  test('a name that is misspelt or left out is told of the others', async () => {
    for (const words of ['status --profile anna', 'summary --profile anna', 'undo cancel-apple --profile anna'])
      await expectRefusal(words, { id: 'no_record_here', code: 1, names: ['ana', 'list'], setting: { files: both } });
    await expectRun(aHost('forget --yes --profile anna', { files: both }), {
      code: 1,
      stdout: '',
      stderr: /record-anna\.json.*ana/,
      ...nothing,
    });
    await expectRefusal('status', {
      id: 'no_record_here',
      code: 1,
      names: ['ana', RECORD],
      setting: { files: { [ANA_PATH]: JSON.stringify(hers) } },
    });
  });
});

describe('list', () => {
  const files = {
    ...both,
    [`${FOLDER}/record-bo.json`]: '{"schema": 1, "sta',
    [`${FOLDER}/record-new.json`]: JSON.stringify({ ...hers, schema: 2 }),
    [`${FOLDER}/record-shut.json`]: { kind: 'unreadable' },
    [`${FOLDER}/record-old.damaged-2026-11-01.json`]: '{',
    [`${FOLDER}/record-ana.damaged-2026-11-01-2.json`]: '{',
    // None of these is a Record of a name.
    [`${FOLDER}/record-Ana.json`]: '{}',
    [`${FOLDER}/record-a b.json`]: '{}',
    [`${FOLDER}/record-ana.json.lock`]: '1 x y',
    [`${FOLDER}/record-ana.json.1234567890`]: '{}',
    [`${FOLDER}/notes.json`]: '{}',
  } as const;

  test('shows every Record with how far it is, also those that cannot be read', async () => {
    await expectRun(aHost('list --json', { files }), {
      code: 0,
      stdout: (text) => {
        const { folder, records } = resultIn(text) as unknown as { folder: string; records: object[] };
        expect(folder).toBe('~/.local/state/quitgpt');
        expect(records).toEqual([
          {
            file: RECORD,
            state: 'kept',
            started: '2026-11-20',
            updated: '2026-11-20',
            goal: 'cancel',
            settled: 0,
            total: 5,
            next: 'cancel-apple',
          },
          {
            profile: 'ana',
            file: ANA,
            aside: ['~/.local/state/quitgpt/record-ana.damaged-2026-11-01-2.json'],
            state: 'kept',
            started: '2026-11-20',
            updated: '2026-11-20',
            goal: 'cancel',
            settled: 2,
            total: 5,
            next: 'confirm-cancelled',
          },
          { profile: 'bo', file: '~/.local/state/quitgpt/record-bo.json', state: 'damaged' },
          { profile: 'new', file: '~/.local/state/quitgpt/record-new.json', state: 'newer' },
          {
            profile: 'old',
            file: '~/.local/state/quitgpt/record-old.json',
            aside: ['~/.local/state/quitgpt/record-old.damaged-2026-11-01.json'],
            state: 'set-aside',
          },
          { profile: 'shut', file: '~/.local/state/quitgpt/record-shut.json', state: 'unreadable' },
        ]);
      },
      stderr: '',
      ...nothing,
    });
    for (const words of ['list', 'list --lang fr', 'list --format markdown', 'list --format html'])
      await expectRun(aHost(words, { files }), {
        code: 0,
        stdout: [/ana[^]*bo[^]*new[^]*old[^]*shut/, /2026/, /record-bo\.json/],
        stderr: '',
        ...nothing,
      });
  });

  test('says that nothing is kept, and ends with 0', async () => {
    await expectRun(aHost('list'), { code: 0, stdout: /quitgpt/, stderr: '', ...nothing });
    await expectRun(aHost('list --json'), {
      code: 0,
      stdout: (text) => expect(resultIn(text)).toEqual({ folder: '~/.local/state/quitgpt', records: [] }),
      stderr: '',
      ...nothing,
    });
  });

  test('of a folder that may not be looked into says so', async () => {
    const fault = ({ name, path }: { name: string; path: string }): void => {
      if (name === 'list') throw errno('EACCES', path);
    };
    await expectRefusal('list', { id: 'record_unreadable', code: 1, setting: { files: both, fault } });
  });

  test.each(['--profile ana', '--record mine.json', '--no-record'])('with %s is refused', async (option) => {
    const flag = option.split(' ')[0] ?? '';
    await expectRefusal(`list ${option}`, { id: 'list_all', flag, names: [flag], setting: { files: both } });
  });
});

describe('forget', () => {
  const files = {
    ...both,
    [`${ANA_PATH}.1234567890`]: '{}',
    [`${RECORD_PATH}.1234567890`]: '{}',
    [`${FOLDER}/record-ana.damaged-2026-11-01.json`]: '{',
    [`${FOLDER}/record.damaged-2026-11-01.json`]: '{',
    [`${FOLDER}/record.damaged-notes.json`]: 'mine',
  };

  test('with a name deletes only what is under it, names it, and says what is still kept', async () => {
    await expectRun(aHost('forget --yes --profile ana', { files }), {
      code: 0,
      stdout: '',
      stderr: [/set aside:\s+\S*record-ana\.damaged-2026-11-01\.json/, /Still kept: the one without\s+a name/],
      files: {
        [ANA]: null,
        [`${ANA}.1234567890`]: null,
        '~/.local/state/quitgpt/record-ana.damaged-2026-11-01.json': null,
      },
      pages: [],
    });
  });

  test('without one leaves those with a name', async () => {
    await expectRun(aHost('forget --yes', { files }), {
      code: 0,
      stdout: '',
      stderr: [/record\.damaged-2026-11-01\.json/, /Still kept: ana/],
      files: {
        [RECORD]: null,
        [`${RECORD}.1234567890`]: null,
        '~/.local/state/quitgpt/record.damaged-2026-11-01.json': null,
      },
      pages: [],
    });
  });

  test('deletes a file that was set aside where nothing else is left', async () => {
    const only = { [`${FOLDER}/record.damaged-2026-11-01.json`]: '{' };
    await expectRun(aHost('forget --yes', { files: only }), {
      code: 0,
      stdout: '',
      stderr: /Deleted: [^]*record\.damaged-2026-11-01\.json/,
      files: { '~/.local/state/quitgpt/record.damaged-2026-11-01.json': null },
      pages: [],
    });
  });
});

test('an answer that is changed later rebuilds the journey and keeps what was done', async () => {
  const first = aHost('--profile ana --no-input --plan pro --goal delete -q', { files: both });
  expect(await main(first)).toBe(3);
  expect(recordOn(first, ANA_PATH)).toMatchObject({ profile: { goal: 'delete', plan: 'pro' }, steps: hers.steps });
  const status = await expectRun(aHost('status --profile ana --json', { files: first.disk() }), {
    code: 3,
    stdout: /delete-account/,
    stderr: '',
    ...nothing,
  });
  const steps = resultIn(status.printed().stdout)['steps'] as unknown as readonly { id: string; state: string }[];
  expect(steps.find(({ id }) => id === 'cancel-apple')?.state).toBe('done');
  // Back again: what does not matter on this way was not forgotten.
  const back = aHost('--profile ana --no-input --plan plus --goal cancel -q', { files: first.disk() });
  expect(await main(back)).toBe(3);
  expect(recordOn(back, ANA_PATH)?.steps).toEqual(hers.steps);
});

test('a file that was named needs no home, to be missed or deleted', async () => {
  const homeless = (words: string, files = {}) =>
    Object.defineProperty(aHost(words, { files }), 'stateFolder', {
      get: () => {
        throw errno('ENOHOME');
      },
    });
  const missing = homeless('status --record mine.json');
  expect(await main(missing)).toBe(1);
  expect(missing.printed().stderr).toContain('mine.json');
  const deleted = homeless('forget --yes --record mine.json', { 'mine.json': JSON.stringify(hers) });
  expect(await main(deleted)).toBe(0);
  expect(deleted.disk()).toEqual({});
  // With a name, or to list all, the place has to be known.
  for (const words of ['list', 'status --profile ana']) {
    const host = homeless(words);
    expect(await main(host)).toBe(1);
    expect(host.printed().stderr).toMatch(/home folder/);
  }
});
