// The walk without questions: every answer has to be said, only --done and --skip say what happened, nothing waits.
import { describe, expect, test } from 'vitest';
import { FLAG_OF } from '../../src/cli/typed/options';
import { guide } from '../../src/content/compiled/guide';
import type { CivilDate } from '../../src/journey/dates';
import { journeyFor } from '../../src/journey/journey';
import { main } from '../../src/main';
import { answered, QUESTION_IDS, questionsFor } from '../../src/journey/questions';
import type { Profile } from '../../src/journey/profile';
import { aDay } from '../support/builders';
import { aHost, errno, RECORD, RECORD_PATH, TODAY, type Setting } from '../support/fake-host';
import { aRecord, expectRefusal, expectRun, keptAs, recordOn, resultIn } from '../support/program';
import { aPng } from '../support/pictures';

const apple = '--goal cancel --plan plus --billed-by apple --uses none --next-billing 2026-12-03';
const free = '--goal cancel --plan free --uses none';
const stepsOf = (profile: Profile): readonly string[] =>
  journeyFor(profile, guide, aDay(TODAY)).steps.map(({ step }) => step.id);
const appleSteps = stepsOf({ goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [] });
const all = appleSteps.join(',');
const kept = { [RECORD]: /^\{\n {2}"schema": 1,/ };

describe('a missing answer', () => {
  const profiles: readonly Profile[] = [
    { goal: 'cancel', plan: 'plus', billedBy: ['openai'], uses: [], nextBilling: 'unsure', region: 'eea' },
    {
      goal: 'delete',
      plan: 'business',
      role: 'owner',
      billedBy: ['organization'],
      uses: ['api'],
      nextBilling: 'unsure',
    },
    { goal: 'cancel', plan: 'edu', billedBy: ['apple'], uses: [], nextBilling: 'unsure' },
    { goal: 'cancel', plan: 'free', uses: [] },
  ];
  const cases = profiles.flatMap((profile) =>
    questionsFor(profile)
      .filter(({ optional }) => !optional)
      .map(({ id }) => [id, profile.plan, profile] as const),
  );

  test('is looked for in every question there is', () => {
    expect(new Set(cases.map(([id]) => id))).toEqual(
      new Set(QUESTION_IDS.filter((id) => id !== 'region' && id !== 'charged-on')),
    );
  });

  test.each(cases)('%s on %s ends with 2 and names its flag and what it takes', async (id, _, profile) => {
    const flags = questionsFor(profile).flatMap(({ id: other, answer }) =>
      other === id ? [] : [FLAG_OF[other], Array.isArray(answer) ? answer.join(',') || 'none' : String(answer)],
    );
    // A plan that is not said changes which questions there are: the flags of the others are fine all the same.
    await expectRefusal(flags, { id: 'missing_answer', flag: FLAG_OF[id], names: [FLAG_OF[id], 'unsure'] });
  });

  test('is asked for in the person’s language', async () => {
    await expectRun(aHost('--goal cancel --lang fr'), { code: 2, stdout: '', stderr: /--plan/, files: {}, pages: [] });
  });

  test('is no reason to wait, in CI and with --no-input, even at a terminal', async () => {
    await expectRun(aHost('--goal cancel', { tty: 'all', env: { CI: '1', NO_COLOR: '1' } }), {
      code: 2,
      stdout: '',
      stderr: /--plan/,
      files: {},
      pages: [],
    });
    await expectRun(aHost('--no-input', { tty: 'all', env: { NO_COLOR: '1' } }), {
      code: 2,
      stdout: '',
      stderr: /--goal/,
      files: {},
      pages: [],
    });
  });

  test('is not looked for in a Record that is damaged: that comes first', async () => {
    await expectRefusal('--goal cancel', {
      id: 'record_not_json',
      code: 1,
      names: [RECORD],
      setting: { files: { [RECORD_PATH]: '{' } },
    });
  });
});

describe('what was said', () => {
  test('is kept, shown, and ends with 3 while steps are left', async () => {
    const host = await expectRun(aHost(`${apple} --done cancel-apple`), {
      code: 3,
      stdout: [/\[x\] 1 /, /\[ \] 2 /],
      stderr: /^[^\n]+\n$/,
      files: kept,
      pages: [],
    });
    expect(recordOn(host)).toEqual({
      schema: 1,
      started: TODAY,
      updated: TODAY,
      profile: { goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [], nextBilling: '2026-12-03' },
      steps: { 'cancel-apple': { state: 'done', on: TODAY } },
      extras: {},
    });
  });

  test('ends with 0 and not a word on stderr when every step is settled', async () => {
    await expectRun(aHost(`${apple} --done ${all}`), { code: 0, stdout: /\[x\]/, stderr: '', files: kept, pages: [] });
    await expectRun(
      aHost(`${apple} --done cancel-apple --skip ${appleSteps.filter((id) => id !== 'cancel-apple').join(',')}`),
      { code: 0, stdout: /\[x\] 1 /, stderr: '', files: kept, pages: [] },
    );
  });

  test('with one step left is not done', async () => {
    await expectRun(aHost(`${apple} --done ${appleSteps.slice(0, -1).join(',')} --json`), {
      code: 3,
      stdout: (text) =>
        expect(resultIn(text)).toMatchObject({
          complete: false,
          done: appleSteps.length - 1,
          total: appleSteps.length,
        }),
      stderr: /./,
      files: kept,
      pages: [],
    });
  });

  test('repeated and with blanks between counts the same', async () => {
    await expectRun(aHost(`${apple} --done ${appleSteps.join(' ')}`), {
      code: 0,
      stdout: /./,
      stderr: '',
      files: kept,
      pages: [],
    });
    await expectRun(aHost(`${apple} ${appleSteps.map((id) => `--done ${id}`).join(' ')}`), {
      code: 0,
      stdout: /./,
      stderr: '',
      files: kept,
      pages: [],
    });
  });

  test('named twice is kept once, and the Record can be read again', async () => {
    const host = await expectRun(
      aHost(
        '--goal cancel --plan plus --billed-by apple,apple,apple --billed-by apple,apple,apple --uses api,api,api,api,api,api,api,api,api --next-billing unsure',
      ),
      { code: 3, stdout: /./, stderr: /./, files: kept, pages: [] },
    );
    expect(recordOn(host)?.profile).toMatchObject({ billedBy: ['apple'], uses: ['api'] });
  });

  test('--yes answers “not sure” where nothing was said, but never the goal, and never marks a step', async () => {
    await expectRefusal('--yes', { id: 'missing_answer', flag: '--goal' });
    const host = await expectRun(aHost('--yes --goal delete'), {
      code: 3,
      stdout: /^ +1 /m,
      stderr: /./,
      files: kept,
      pages: [],
    });
    expect(host.printed().stdout).not.toMatch(/\[x\]|\[-\]/);
    expect(recordOn(host)).toMatchObject({
      profile: { goal: 'delete', plan: 'unsure', billedBy: 'unsure', uses: 'unsure', nextBilling: 'unsure' },
      steps: {},
    });
  });

  test('--quiet leaves only the result', async () => {
    await expectRun(aHost(`${apple} --quiet`), { code: 3, stdout: /./, stderr: '', files: kept, pages: [] });
    await expectRun(aHost(`${apple} --quiet --out s.md`), {
      code: 3,
      stdout: '',
      stderr: '',
      files: { ...kept, '~/desk/s.md': /^# / },
      pages: [],
    });
  });

  test('--no-record writes nothing and reads nothing', async () => {
    const host = await expectRun(
      aHost(`${apple} --done cancel-apple --no-record`, { files: { [RECORD_PATH]: '{broken' } }),
      { code: 3, stdout: /\[x\] 1 /, stderr: /./, files: {}, pages: [] },
    );
    expect(host.operations).toEqual([]);
  });

  test('--record keeps it elsewhere', async () => {
    await expectRun(aHost(`${apple} --record mine.json`), {
      code: 3,
      stdout: /./,
      stderr: /./,
      files: { '~/desk/mine.json': /"cancel"/ },
      pages: [],
    });
    await expectRun(aHost(`${apple} --record ~/kept/mine.json`), {
      code: 3,
      stdout: /./,
      stderr: /./,
      files: { '~/kept/mine.json': /"cancel"/ },
      pages: [],
    });
  });

  test('--out takes the result, in the form its name says', async () => {
    await expectRun(aHost(`${apple} --out s.json`), {
      code: 3,
      stdout: '',
      stderr: [/s\.json/],
      files: { ...kept, '~/desk/s.json': (text) => expect(resultIn(text)).toMatchObject({ goal: 'cancel' }) },
      pages: [],
    });
    await expectRun(aHost(`${apple} --out .`), {
      code: 3,
      stdout: '',
      stderr: /quitgpt-summary/,
      files: { ...kept, [`~/desk/quitgpt-summary-${TODAY}.txt`]: /./ },
      pages: [],
    });
  });

  test('a file in the way ends with 1, and what was said is kept', async () => {
    await expectRun(aHost(`${apple} --done cancel-apple --out s.md`, { files: { 's.md': 'mine' } }), {
      code: 1,
      stdout: '',
      stderr: /s\.md.*--force/,
      files: kept,
      pages: [],
    });
    await expectRun(aHost(`${apple} --out s.md --force`, { files: { 's.md': 'mine' } }), {
      code: 3,
      stdout: '',
      stderr: /s\.md/,
      files: { ...kept, '~/desk/s.md': /^# / },
      pages: [],
    });
  });

  test('--locked-out changes the way out', async () => {
    await expectRun(aHost(`${apple} --locked-out --json`), {
      code: 3,
      stdout: /"locked-out"/,
      stderr: /./,
      files: kept,
      pages: [],
    });
  });

  test('--step prints that step and opens nothing', async () => {
    await expectRun(aHost(`${apple} --step check-statement`), {
      code: 0,
      stdout: [/./],
      stderr: '',
      files: kept,
      pages: [],
    });
    await expectRun(aHost(`${apple} --step cancel-google`), {
      code: 2,
      stdout: '',
      stderr: /cancel-google.*cancel-apple/,
      files: kept,
      pages: [],
    });
  });
});

describe('a step that cannot be marked', () => {
  test.each(['--done', '--skip', '--step'])(
    '%s with a word that is no step is refused with the nearest',
    async (flag) => {
      await expectRefusal([...apple.split(' '), flag, 'cancel-aple'], {
        id: 'bad_step',
        flag,
        names: ['cancel-aple', 'cancel-apple?'],
      });
    },
  );

  test.each(['--done', '--skip'])(
    '%s with a step that is not on this way is refused with those that are',
    async (flag) => {
      await expectRefusal([...apple.split(' '), flag, 'delete-account'], {
        id: 'step_not_on_way',
        flag,
        names: ['delete-account', 'check-statement'],
      });
    },
  );

  test('both done and skipped is refused', async () => {
    await expectRefusal(`${apple} --done cancel-apple --skip tell-others,cancel-apple`, {
      id: 'done_and_skipped',
      flag: '--skip',
      names: ['cancel-apple'],
    });
  });
});

describe('a receipt', () => {
  const files = {
    'shot.png': aPng({ width: 7, height: 5 }),
    'a=b.png': aPng(),
    'empty.png': new Uint8Array(),
    'notes.txt': 'hello',
    '~/My shot.png': aPng(),
  };
  const receipts = (id: string, count: number): RegExp => new RegExp(`"${id}"[^}]*"receipts": ${count}`);
  const run = async (words: string | readonly string[], done: string, receiptFor: string): Promise<void> => {
    const argv = [
      ...apple.split(' '),
      '--json',
      ...(done === '' ? [] : ['--done', done]),
      ...(typeof words === 'string' ? words.split(' ') : words),
    ];
    const host = await expectRun(aHost(argv, { files }), {
      code: 3,
      stdout: receipts(receiptFor, 1),
      stderr: /./,
      files: kept,
      pages: [],
    });
    expect(recordOn(host)?.steps[receiptFor]?.proofs).toMatchObject([{ kind: 'png', on: TODAY }]);
    expect(host.printed().stdout).not.toContain('shot');
    expect(JSON.stringify(recordOn(host))).not.toContain('shot');
  };

  test('for a named step', async () => run('--proof confirm-cancelled=shot.png', '', 'confirm-cancelled'));
  test('for the one done step that takes one', async () => run('--proof shot.png', 'cancel-apple', 'cancel-apple'));
  test('whose name holds an equals sign', async () => run('--proof cancel-apple=a=b.png', '', 'cancel-apple'));
  test('whose name holds a blank, in the home folder', async () =>
    run(['--proof', 'cancel-apple=~/My shot.png'], '', 'cancel-apple'));

  test('does not mark its step done', async () => {
    const host = await expectRun(aHost(`${apple} --proof cancel-apple=shot.png`, { files }), {
      code: 3,
      stdout: (text) => expect(text).not.toContain('[x]'),
      stderr: /./,
      files: kept,
      pages: [],
    });
    expect(recordOn(host)?.steps['cancel-apple']?.state).toBeUndefined();
  });

  test('given twice counts once', async () => {
    await expectRun(aHost(`${apple} --json --proof cancel-apple=shot.png --proof cancel-apple=./shot.png`, { files }), {
      code: 3,
      stdout: receipts('cancel-apple', 1),
      stderr: /./,
      files: kept,
      pages: [],
    });
  });

  test('that fits several steps has to be named', async () => {
    await expectRefusal(`${apple} --proof shot.png`, {
      id: 'no_proof_default',
      flag: '--proof',
      names: ['STEP=FILE', 'cancel-apple, confirm-cancelled'],
      setting: { files },
    });
    await expectRefusal(`${apple} --done cancel-apple,confirm-cancelled --proof shot.png`, {
      id: 'no_proof_default',
      flag: '--proof',
      setting: { files },
    });
  });

  test('for a step that takes none is refused', async () => {
    await expectRefusal(`${apple} --proof check-statement=shot.png`, {
      id: 'proof_step',
      flag: '--proof',
      names: ['check-statement', 'cancel-apple'],
      setting: { files },
    });
    await expectRefusal(`${apple} --proof cancel-google=shot.png`, {
      id: 'proof_step',
      flag: '--proof',
      names: ['cancel-google'],
      setting: { files },
    });
  });

  test('on a way without one is refused', async () => {
    await expectRefusal(`${free} --proof shot.png`, {
      id: 'proof_nowhere',
      flag: '--proof',
      names: ['shot.png'],
      setting: { files },
    });
  });

  test.each(['gone.png', 'empty.png', 'notes.txt', '.', 'nostep=shot.png'])(
    '%s is not taken, with the reason, and nothing is kept',
    async (file) => {
      await expectRefusal(`${apple} --done cancel-apple --proof ${file}`, {
        id: 'proof_file',
        flag: '--proof',
        code: 1,
        names: [file],
        setting: { files },
      });
    },
  );
});

describe('answers', () => {
  const answers = {
    goal: 'cancel',
    plan: 'plus',
    billedBy: ['google'],
    uses: ['api'],
    nextBilling: '2026-12-03',
    done: ['cancel-google'],
    skip: ['tell-others'],
    reason: 'price',
    name: 'Ana',
  };
  const files = { 'me.json': JSON.stringify(answers) };
  const ran = async (argv: string, setting: Setting): Promise<ReturnType<typeof recordOn>> =>
    recordOn(await expectRun(aHost(argv, setting), { code: 3, stdout: /./, stderr: /./, files: kept, pages: [] }));

  test('from a file are the same as flags', async () => {
    expect(await ran('--answers me.json', { files })).toMatchObject({
      profile: { goal: 'cancel', plan: 'plus', billedBy: ['google'], uses: ['api'], nextBilling: '2026-12-03' },
      steps: { 'cancel-google': { state: 'done' }, 'tell-others': { state: 'skipped' } },
      extras: { reason: 'price', name: 'Ana' },
    });
  });

  test('from standard input too, with a byte order mark, in pieces', async () => {
    expect(await ran('--answers -', { stdin: `\uFEFF${JSON.stringify(answers, undefined, 2)}\n` })).toMatchObject({
      profile: { billedBy: ['google'] },
    });
  });

  test('from standard input cannot come from a terminal', async () => {
    await expectRun(aHost('--answers - --plain', { tty: 'conversation' }), {
      code: 2,
      stdout: '',
      stderr: /^[^\n]+\n$/,
      files: {},
      pages: [],
    });
  });

  test('give way to flags, and go before the Record', async () => {
    const record = keptAs(
      aRecord({
        profile: {
          goal: 'delete',
          plan: 'pro',
          billedBy: ['openai'],
          uses: [],
          nextBilling: '2027-01-05' as CivilDate,
        },
        extras: { name: 'Old', reason: 'privacy' },
      }),
    );
    expect(
      await ran('--answers some.json --billed-by apple --name Eva', {
        files: { ...record, 'some.json': '{"plan":"go","billedBy":["google"],"name":"Ana"}' },
      }),
    ).toMatchObject({
      started: '2026-11-20',
      updated: TODAY,
      profile: { goal: 'delete', plan: 'go', billedBy: ['apple'], uses: [], nextBilling: '2027-01-05' },
      extras: { name: 'Eva', reason: 'privacy' },
    });
  });

  test('that are no JSON, too many, too big or missing are refused in a sentence', async () => {
    const refused = (text: string, id: string, code: number, names: readonly string[] = []): Promise<void> =>
      expectRefusal('--answers me.json', {
        id,
        flag: '--answers',
        code,
        names: ['~/desk/me.json', ...names],
        setting: { files: { 'me.json': text } },
      });
    await refused('{goal: cancel}', 'answers_not_json', 2);
    await refused('', 'answers_not_json', 2);
    await refused('{"goal":"cancel","golas":1}', 'answers_wrong', 2, ['golas', 'quitgpt schema answers']);
    await refused('{"billedBy":["bank"]}', 'answers_wrong', 2, ['billedBy']);
    await refused('{"nextBilling":"2026-02-30"}', 'answers_wrong', 2, ['nextBilling']);
    await refused('[]', 'answers_wrong', 2);
    await refused(`{"name":"${'x'.repeat(101)}"}`, 'answers_wrong', 2, ['name']);
    await refused(' '.repeat(1024 * 1024 + 1), 'answers_too_big', 1);
    await expectRefusal('--answers gone.json', {
      id: 'answers_missing',
      flag: '--answers',
      code: 1,
      names: ['~/desk/gone.json'],
    });
    await expectRefusal('--answers .', { id: 'answers_unreadable', flag: '--answers', code: 1, names: ['~/desk'] });
    await expectRefusal('--answers -', {
      id: 'answers_too_big',
      flag: '--answers',
      code: 1,
      setting: { stdin: ' '.repeat(1024 * 1024 + 1) },
    });
    await expectRefusal('--answers -', { id: 'answers_not_json', flag: '--answers', setting: { stdin: '' } });
  });

  test('that mark a step nobody knows are refused', async () => {
    await expectRefusal('--answers me.json', {
      id: 'bad_step',
      flag: '--done',
      setting: { files: { 'me.json': '{"done":["fly-away"]}' } },
    });
    await expectRefusal('--answers me.json', {
      id: 'done_and_skipped',
      flag: '--skip',
      setting: { files: { 'me.json': '{"done":["tell-others"],"skip":["tell-others"]}' } },
    });
    await expectRefusal('--answers me.json', {
      id: 'bad_choice',
      flag: '--reason',
      setting: { files: { 'me.json': '{"reason":"boredom"}' } },
    });
  });

  test('at the byte where it is still one megabyte are read', async () => {
    const text = JSON.stringify(answers);
    expect(
      await ran('--answers me.json', { files: { 'me.json': text + ' '.repeat(1024 * 1024 - text.length) } }),
    ).toMatchObject({ extras: { name: 'Ana' } });
  });
});

describe('words of one’s own', () => {
  const PRIVATE = {
    'an e-mail address': 'ana@example.com',
    'a card number': '4242 4242 4242 4242',
    'a token': 'sk-abcdefghijklmnop1234',
    'a session token': 'eyJhbGciOiJIUzI1NiJ9',
    'a code': '123456',
  };

  test.each([
    ['--name', 101],
    ['--reason-text', 2001],
  ])('%s longer than a Record takes is refused', async (flag, length) => {
    await expectRefusal([...apple.split(' '), flag, 'a '.repeat(length).slice(0, length)], {
      id: 'text_too_long',
      flag,
      names: [flag],
    });
  });

  test.each(Object.entries(PRIVATE))('that hold %s are refused and kept nowhere', async (_, text) => {
    for (const flag of ['--name', '--reason-text'])
      await expectRefusal([...apple.split(' '), flag, `me: ${text}`.slice(text.length < 8 ? 4 : 0)], {
        id: 'private_text',
        flag,
        names: [flag],
      });
    await expectRefusal('--answers me.json', {
      id: 'private_text',
      flag: '--name',
      setting: { files: { 'me.json': JSON.stringify({ name: text }) } },
    });
    await expectRefusal('--answers me.json', {
      id: 'private_text',
      flag: '--reason-text',
      setting: { files: { 'me.json': JSON.stringify({ reasonText: text }) } },
    });
  });

  test('that hold nothing of the kind are kept and shown', async () => {
    await expectRun(
      aHost([
        ...apple.split(' '),
        '--name',
        'Ana-María',
        '--reason-text',
        'Since 2023, for €20 a month.',
        '--reason',
        'price',
      ]),
      { code: 3, stdout: [/Ana-María/, /Since 2023, for €20/], stderr: /./, files: kept, pages: [] },
    );
  });

  test('however long, they never make a Record that cannot be read again', async () => {
    const host = aHost([...apple.split(' '), '--name', 'Ana '.repeat(60), '--reason-text', 'too dear '.repeat(400)]);
    await main(host);
    const again = aHost('status --json', { files: host.disk() });
    expect([0, 1, 3]).toContain(await main(again));
    expect(again.printed().stdout).not.toContain('"error": {\n    "code": "record_wrong"');
  });

  test('a reason nobody gave a name is refused', async () => {
    await expectRefusal(`${apple} --reason prices`, { id: 'bad_choice', flag: '--reason', names: ['price?'] });
  });
});

describe('a disk that does not take the Record', () => {
  const fault = ({ name, path }: { name: string; path: string }): void => {
    if (name === 'writeAtomic') throw errno('ENOSPC', path);
  };

  test('ends with 1, shows the result all the same, and says it once', async () => {
    await expectRun(aHost(`${apple} --done ${all}`, { fault }), {
      code: 1,
      stdout: /\[x\]/,
      stderr: /^ *[^\n]*record\.json[^]*\n$/,
      files: {},
      pages: [],
    });
    const host = await expectRun(aHost(`${apple} --done cancel-apple`, { fault }), {
      code: 1,
      stdout: /\[x\]/,
      stderr: /record\.json/,
      files: {},
      pages: [],
    });
    expect(host.printed().stderr.match(/record\.json/g)).toHaveLength(1);
  });

  test('a step answered into a full stdout ends with 1 too', async () => {
    await expectRun(aHost(apple, { stdoutFault: () => errno('ENOSPC') }), {
      code: 1,
      stdout: '',
      stderr: /^[^\n]+\n$/,
      files: kept,
      pages: [],
    });
  });
});

test('an answer of the interview and one of a flag make the same Profile', () => {
  for (const [id, value] of [
    ['goal', 'cancel'],
    ['plan', 'edu'],
    ['role', 'member'],
  ] as const)
    expect(Object.values(answered({}, id, value))).toEqual([value]);
  expect(answered({ plan: 'edu' }, 'billed-by', ['none'])).toEqual({ plan: 'edu', billedBy: ['organization'] });
});
