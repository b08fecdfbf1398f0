// The wizard with a scripted person: what is asked, in which order, and what becomes of every key they may press.
import { describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { main } from '../../src/main';
import { aHost, RECORD, RECORD_PATH, TODAY, type Setting } from '../support/fake-host';
import { aPerson, BACK, ENTER, leave, type Person, type Turn } from '../support/fake-prompter';
import { aJpeg, aPng, anEmail } from '../support/pictures';
import { aRecord, expectWalk, keptAs, recordOn, resultIn, textOf, type Wanted } from '../support/program';
import type { FakeHost } from '../support/fake-host';
import type { JourneyRecord } from '../../src/journey/record';
import {
  afterCancelApple,
  appleAnswers,
  beforeTheGate,
  cancelWithApple,
  deleteAnswers,
  deleted,
  theEnd,
  toTheFirstStep,
} from './journeys';

const kept = { [RECORD]: /^\{\n {2}"schema": 1,/ };
const shots = { 'shot.png': aPng({ width: 1170, height: 2532 }), 'other.jpg': aJpeg() };
type More = Setting & {
  readonly argv?: string;
  readonly changed?: Readonly<Record<string, Wanted>>;
  readonly pages?: readonly string[];
};

/** Walks a script to its end with code `code`; the Record, and nothing else, is written. */
async function walked(
  turns: readonly Turn[] | Person,
  code: number,
  { argv = '', changed = kept, pages = [], ...setting }: More = {},
): Promise<{ readonly person: Person; readonly host: FakeHost; readonly record: JourneyRecord }> {
  const person = 'turns' in turns ? turns : aPerson(turns);
  const host = await expectWalk(
    argv,
    person,
    { code, stdout: '', stderr: /./, files: changed, pages },
    { env: { NO_COLOR: '1' }, files: shots, ...setting },
  );
  return { person, host, record: recordOn(host) ?? aRecord() };
}
const asked = (person: Person, id: string, time = 0): Person['put'][number] =>
  person.put.filter((one) => one.id === id)[time] ?? expect.fail(`“${id}” was not asked`);
const stepsShown = (person: Person): readonly string[] => [
  ...new Set(person.put.flatMap(({ id }) => (id.startsWith('step:') ? [id.slice(5)] : []))),
];

describe('cancelling with Apple', () => {
  test('asks five questions, walks every step, and ends with 0 and everything kept', async () => {
    const { person, record } = await walked(cancelWithApple, 0);
    expect(stepsShown(person)).toEqual([
      'cancel-apple',
      'confirm-cancelled',
      'ask-refund',
      'turn-off-training',
      'check-statement',
    ]);
    expect(record.profile).toEqual({
      goal: 'cancel',
      plan: 'plus',
      billedBy: ['apple'],
      uses: [],
      nextBilling: '2026-12-03',
    });
    expect(Object.fromEntries(Object.entries(record.steps).map(([id, { state }]) => [id, state]))).toEqual({
      'cancel-apple': 'done',
      'confirm-cancelled': 'done',
      'ask-refund': 'skipped',
      'turn-off-training': 'done',
      'check-statement': 'done',
    });
    expect(record.steps['cancel-apple']?.proofs).toMatchObject([{ kind: 'png', width: 1170, height: 2532, on: TODAY }]);
  });

  test('counts the questions once the plan is known, and never more than six', async () => {
    const { person } = await walked(cancelWithApple, 0);
    expect(['goal', 'plan', 'billed-by', 'uses', 'next-billing'].map((id) => asked(person, id).aside)).toEqual([
      'question 1',
      'question 2',
      'question 3',
      'question 4 of 5',
      'question 5 of 5',
    ]);
  });

  test('first says what it does, where it keeps things, and how to stop', async () => {
    const { person } = await walked(cancelWithApple, 0);
    const first = textOf(asked(person, 'goal').said);
    for (const words of ['password', '~/.local/state/quitgpt', 'Ctrl-C', 'Independent']) expect(first).toContain(words);
  });

  test('shows answers and the whole way before the first step, and each step before it is asked about', async () => {
    const { person } = await walked(cancelWithApple, 0);
    const review = textOf(asked(person, 'review').said);
    for (const words of ['Plus', 'Apple', '3 December 2026', 'Cancel with Apple', 'cannot be undone'].slice(0, 4))
      expect(review).toContain(words);
    expect(textOf(asked(person, 'step:cancel-apple').said)).toContain('Step 1 of 5');
    expect(textOf(asked(person, 'step:check-statement').said)).toContain('Step 5 of 5');
  });

  test('suggests the page first, and leaving a step for its day', async () => {
    const { person } = await walked(cancelWithApple, 0);
    expect(asked(person, 'step:cancel-apple').initial).toBe('open');
    expect(asked(person, 'step:confirm-cancelled').initial).toBe('open');
    expect(asked(person, 'step:check-statement').initial).toBe('later');
    expect(asked(person, 'step:check-statement').values).toContain('later');
    expect(asked(person, 'step:cancel-apple').values).not.toContain('later');
  });

  test('at the end says what comes next, and gives the command that does the same', async () => {
    const { person } = await walked(cancelWithApple, 0);
    const last = textOf(person.saidAfter());
    expect(last).toContain(
      '--no-input --goal cancel --plan plus --billed-by apple --uses none --next-billing 2026-12-03 --done cancel-apple,confirm-cancelled,turn-off-training,check-statement --skip ask-refund',
    );
    expect(textOf(person.said())).toMatch(/4 February 2027|3 February 2027/);
  });

  test('in French everything that is said is French', async () => {
    const { person } = await walked(cancelWithApple, 0, { argv: '--lang fr' });
    expect(person.said().every(({ lang }) => lang === 'fr')).toBe(true);
  });

  test('the Summary goes to stdout too when that is no terminal', async () => {
    await expectWalk(
      '',
      aPerson(cancelWithApple),
      { code: 0, stdout: /Cancel with Apple/, stderr: /./, files: kept, pages: [] },
      { tty: 'conversation', files: shots, env: { NO_COLOR: '1' } },
    );
    await expectWalk(
      '--json',
      aPerson(cancelWithApple),
      {
        code: 0,
        stdout: (text) => expect(resultIn(text)).toMatchObject({ complete: true }),
        stderr: /./,
        files: kept,
        pages: [],
      },
      { files: shots, env: { NO_COLOR: '1' } },
    );
  });

  test('answers given by flags are not asked for again', async () => {
    const { person, record } = await walked(
      [
        ['uses', ['none']],
        ['next-billing', ENTER],
        ['next-billing:unsure', 'unsure'],
        ['review', 'stop'],
      ],
      3,
      { argv: '--goal cancel --plan plus --billed-by apple --done cancel-apple' },
    );
    expect(person.put.map(({ id }) => id)).not.toContain('goal');
    expect(record.steps).toEqual({ 'cancel-apple': { state: 'done', on: TODAY } });
  });
});

describe('opening a page', () => {
  const url = guide.links['apple-subscriptions']?.url ?? '';
  const opening: readonly Turn[] = [...toTheFirstStep, ['step:cancel-apple', 'open'], ['step:cancel-apple', 'stop']];

  test('hands over the address of the step, prints it, and suggests “done” next', async () => {
    const { person } = await walked(opening, 3, { opens: 'asked', pages: [url] });
    expect(textOf(asked(person, 'step:cancel-apple', 1).said)).toContain(url);
    expect(asked(person, 'step:cancel-apple', 1).initial).toBe('done');
  });

  test.each(['failed', 'not-here'] as const)('that is %s still prints the address', async (opens) => {
    const { person } = await walked(opening, 3, { opens, pages: [url] });
    expect(textOf(asked(person, 'step:cancel-apple', 1).said)).toContain(url);
  });

  test('with --no-open only prints it', async () => {
    const { person } = await walked(opening, 3, { argv: '--no-open' });
    expect(textOf(asked(person, 'step:cancel-apple', 1).said)).toContain(url);
  });

  test('marks nothing', async () => {
    expect((await walked(opening, 3, { opens: 'asked', pages: [url] })).record.steps).toEqual({});
  });

  test('a step without a page does not offer it', async () => {
    const { person } = await walked(cancelWithApple, 0);
    expect(asked(person, 'step:check-statement').values).not.toContain('open');
    expect(asked(person, 'step:cancel-apple').values).toEqual(
      expect.arrayContaining(['open', 'done', 'different', 'stuck', 'more', 'skip', 'stop', 'copy', 'code', 'steps']),
    );
  });
});

describe('deleting the account', () => {
  test('puts the export and the store before it, and takes the typed word', async () => {
    const { person, record } = await walked(deleted, 0);
    const order = stepsShown(person);
    for (const before of ['export-data', 'verify-export', 'cancel-apple'])
      expect(order.indexOf(before)).toBeLessThan(order.indexOf('delete-account'));
    expect(record.steps['delete-account']).toMatchObject({ state: 'done', on: TODAY });
    expect(textOf(person.said())).toContain('22 December 2026');
  });

  test('shows what goes, what stays and who keeps billing before the word is asked for, and the steps only after', async () => {
    const { person } = await walked(deleted, 0);
    const gate = textOf(asked(person, 'copy').said);
    expect(gate).toMatch(/cannot be undone[^]*for good[^]*Apple[^]*22 November 2026/i);
    expect(gate).not.toContain('Delete account');
    expect(asked(person, 'step:delete-account').initial).toBe('stop');
  });

  test('Enter alone stops with nothing deleted', async () => {
    const { person, record } = await walked(
      [...beforeTheGate, ['copy', 'own-copy'], ['gate:delete-account', ENTER]],
      3,
    );
    expect(record.steps['delete-account']).toBeUndefined();
    expect(textOf(person.saidAfter())).toMatch(/Nothing was deleted/);
  });

  test('a wrong word is asked for again, in any case of letters', async () => {
    const wrong = ['delete', 'Delete', 'yes', 'DELETE!', 'DELET', 'LEAVE'].map((text): Turn => [
      'gate:delete-account',
      text,
      'refused',
    ]);
    const { person, record } = await walked(
      [
        ...beforeTheGate,
        ['copy', 'own-copy'],
        ...wrong,
        ['gate:delete-account', '  DELETE '],
        ['step:delete-account', 'stop'],
      ],
      3,
    );
    expect(asked(person, 'gate:delete-account').refusals).toHaveLength(wrong.length);
    expect(record.steps['delete-account']).toBeUndefined();
  });

  test('in French the word of the language and the English one are both taken', async () => {
    for (const word of ['SUPPRIMER', 'DELETE'])
      await walked(
        [...beforeTheGate, ['copy', 'own-copy'], ['gate:delete-account', word], ['step:delete-account', 'stop']],
        3,
        { argv: '--lang fr' },
      );
    await walked(
      [
        ...beforeTheGate,
        ['copy', 'own-copy'],
        ['gate:delete-account', 'supprimer', 'refused'],
        ['gate:delete-account', ENTER],
      ],
      3,
      { argv: '--lang fr' },
    );
  });

  test('going back from the word leads to the step before', async () => {
    await walked(
      [...beforeTheGate, ['copy', 'own-copy'], ['gate:delete-account', BACK], ['step:verify-export', 'stop']],
      3,
    );
  });

  test('what was skipped is named at the gate, with who keeps billing', async () => {
    const { person } = await walked(
      [
        ...deleteAnswers,
        ['step:export-data', 'skip'],
        ['step:save-memory', 'done'],
        ['step:cancel-apple', 'skip'],
        ['step:confirm-cancelled', 'done'],
        ['proof:confirm-cancelled', ENTER],
        ['step:ask-refund', 'skip'],
        ['step:verify-export', 'skip'],
        ['copy', 'no-copy'],
        ['gate:delete-account', ENTER],
      ],
      3,
    );
    expect(textOf(asked(person, 'copy').said)).toMatch(
      /Apple: not cancelled[^]*Not done yet[^]*Ask for a copy of your chats[^]*Cancel with Apple/,
    );
  });

  test('--yes neither passes the gate nor marks anything', async () => {
    const { record } = await walked(
      [
        ['step:export-data', 'done'],
        ['step:save-memory', 'done'],
        ['step:cancel-apple', 'skip'],
        ['step:confirm-cancelled', 'skip'],
        ['step:ask-refund', 'skip'],
        ['step:verify-export', 'skip'],
        ['copy', 'no-copy'],
        ['gate:delete-account', ENTER],
      ],
      3,
      { argv: '--yes --goal delete --plan plus --billed-by apple --uses none --next-billing 2026-12-03' },
    );
    expect(record.steps['delete-account']).toBeUndefined();
  });

  test('a Business member is never led to it; leaving the workspace has its own word and Enter leaves it for later', async () => {
    const business: readonly Turn[] = [
      ['goal', 'delete'],
      ['plan', 'business'],
      ['role', 'member'],
      ['billed-by', ['none']],
      ['uses', ['none']],
      ['review', 'stop'],
    ];
    const { record, host } = await walked(business, 3);
    expect(record.profile.billedBy).toEqual(['organization']);
    const person = aPerson([
      ['carry-on', 'carry-on'],
      ['review', 'start'],
      ['step:leave-workspace', 'stop'],
    ]);
    const again = aHost('status --json', { files: host.disk() });
    await main(again);
    const ids = resultIn(again.printed().stdout)['steps'].map(({ id }) => id);
    expect(ids).toContain('leave-workspace');
    expect(ids).not.toContain('delete-account');
    expect(person.turns).toHaveLength(3);
    const before = ids.slice(0, ids.indexOf('leave-workspace'));
    const gate = aPerson([
      ['carry-on', 'carry-on'],
      ['review', 'start'],
      ['gate:leave-workspace', 'DELETE', 'refused'],
      ['gate:leave-workspace', ENTER],
      [`step:${ids[ids.indexOf('leave-workspace') + 1]}`, 'stop'],
    ]);
    const done = keptAs({
      ...record,
      steps: Object.fromEntries(before.map((id) => [id, { state: 'done' as const, on: record.started }])),
    });
    expect((await walked(gate, 3, { files: done })).record.steps['leave-workspace']).toBeUndefined();
    const passes = aPerson([
      ['carry-on', 'carry-on'],
      ['review', 'start'],
      ['gate:leave-workspace', 'LEAVE'],
      ['step:leave-workspace', 'stop'],
    ]);
    await walked(passes, 3, { files: done });
  });
});

describe('not being sure', () => {
  test.each(['goal', 'plan', 'billed-by', 'uses'])(
    'about %s shows how to find out and takes an answer then',
    async (id) => {
      const at = appleAnswers.findIndex(([one]) => one === id);
      const turns: readonly Turn[] = [
        ...appleAnswers.slice(0, at),
        [id, id === 'billed-by' || id === 'uses' ? ['unsure'] : 'unsure'],
        [`${id}:unsure`, 'again'],
        ...appleAnswers.slice(at),
        ['review', 'stop'],
      ];
      const { person, record } = await walked(turns, 3);
      expect(textOf(asked(person, `${id}:unsure`).said)).toContain('How to find out');
      expect(record.profile).toMatchObject({ goal: 'cancel', plan: 'plus', billedBy: ['apple'] });
    },
  );

  test('about the day is an empty line', async () => {
    const { record } = await walked(
      [
        ...appleAnswers.slice(0, 4),
        ['next-billing', ''],
        ['next-billing:unsure', 'again'],
        ['next-billing', '3 December'],
        ['review', 'stop'],
      ],
      3,
    );
    expect(record.profile.nextBilling).toBe('2026-12-03');
  });

  test('about anything and everything is an answer, and the way that can be undone', async () => {
    const { person, record } = await walked(
      [
        ['goal', 'unsure'],
        ['goal:unsure', 'unsure'],
        ['plan', 'unsure'],
        ['plan:unsure', 'unsure'],
        ['billed-by', 'unsure'],
        ['billed-by:unsure', 'unsure'],
        ['uses', 'unsure'],
        ['uses:unsure', 'unsure'],
        ['next-billing', ''],
        ['next-billing:unsure', 'unsure'],
        ['review', 'start'],
        ['step:find-biller', 'stop'],
      ],
      3,
    );
    expect(record.profile).toEqual({
      goal: 'unsure',
      plan: 'unsure',
      billedBy: 'unsure',
      uses: 'unsure',
      nextBilling: 'unsure',
    });
    expect(textOf(asked(person, 'review').said)).not.toContain('Delete the account');
  });

  test('about the role on Business too', async () => {
    const { record } = await walked(
      [
        ['goal', 'cancel'],
        ['plan', 'business'],
        ['role', 'unsure'],
        ['role:unsure', 'again'],
        ['role', 'owner'],
        ['billed-by', ['none']],
        ['uses', ['api', 'codex']],
        ['next-billing', '2026-12-03'],
        ['review', 'stop'],
      ],
      3,
    );
    expect(record.profile).toMatchObject({ role: 'owner', billedBy: ['organization'], uses: ['api', 'codex'] });
  });
});

describe('a day', () => {
  test('that is none, has passed or is far away is refused with the reason', async () => {
    const wrong = ['soon', '2026-02-30', '2026-11-21', '2031-01-01', '3/12'].map((text): Turn => [
      'next-billing',
      text,
      'refused',
    ]);
    const { person } = await walked(
      [...appleAnswers.slice(0, 4), ...wrong, ['next-billing', '2026-11-22'], ['review', 'stop']],
      3,
    );
    expect(new Set(asked(person, 'next-billing').refusals).size).toBe(5);
    expect(textOf(asked(person, 'review').said)).toMatch(/today/);
  });

  test('two years away is still one', async () => {
    await walked(
      [
        ...appleAnswers.slice(0, 4),
        ['next-billing', '2028-11-23', 'refused'],
        ['next-billing', '2028-11-22'],
        ['review', 'stop'],
      ],
      3,
    );
  });
});

describe('going back', () => {
  test('through all questions keeps every answer as the default', async () => {
    const { person, record } = await walked(
      [
        ...appleAnswers.slice(0, 4),
        ['next-billing', BACK],
        ['uses', BACK],
        ['billed-by', BACK],
        ['plan', BACK],
        ['goal', ENTER],
        ['plan', ENTER],
        ['billed-by', ENTER],
        ['uses', ENTER],
        ['next-billing', '2026-12-03'],
        ['review', 'stop'],
      ],
      3,
    );
    expect(
      [asked(person, 'goal', 1), asked(person, 'plan', 2), asked(person, 'billed-by', 2), asked(person, 'uses', 2)].map(
        ({ initial }) => initial,
      ),
    ).toEqual(['cancel', 'plus', ['apple'], ['none']]);
    expect(record.profile).toMatchObject({ goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [] });
  });

  test('is offered from the second question on', async () => {
    const { person } = await walked(cancelWithApple, 0);
    expect(['goal', 'plan', 'billed-by', 'uses', 'next-billing'].map((id) => asked(person, id).back)).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  test('to another plan asks what that plan needs', async () => {
    const { record } = await walked(
      [
        ['goal', 'cancel'],
        ['plan', 'plus'],
        ['billed-by', BACK],
        ['plan', 'free'],
        ['uses', ['none']],
        ['review', 'stop'],
      ],
      3,
    );
    expect(record.profile).toEqual({ goal: 'cancel', plan: 'free', uses: [] });
  });

  test('in the steps leads to the step before, what was done stays done, and before the first to the review', async () => {
    const { record } = await walked(
      [
        ...toTheFirstStep,
        ['step:cancel-apple', 'back'],
        ['review', 'start'],
        ['step:cancel-apple', 'done'],
        ['proof:cancel-apple', BACK],
        ['step:confirm-cancelled', 'back'],
        ['step:cancel-apple', 'back'],
        ['review', 'start'],
        ['step:confirm-cancelled', 'back'],
        ['step:cancel-apple', 'done'],
        ['proof:cancel-apple', ENTER],
        ['step:confirm-cancelled', 'stop'],
      ],
      3,
    );
    expect(record.steps).toEqual({ 'cancel-apple': { state: 'done', on: TODAY } });
  });

  test('and saying “skip” takes “done” back', async () => {
    const { record } = await walked(
      [
        ...toTheFirstStep,
        ['step:cancel-apple', 'done'],
        ['proof:cancel-apple', ENTER],
        ['step:confirm-cancelled', 'back'],
        ['step:cancel-apple', 'skip'],
        ['step:confirm-cancelled', 'stop'],
      ],
      3,
    );
    expect(record.steps).toEqual({ 'cancel-apple': { state: 'skipped', on: TODAY } });
  });
});

describe('being stuck', () => {
  test('shows what to try and comes back to the same step', async () => {
    const problems = guide.steps.find(({ id }) => id === 'cancel-apple')?.stuck.map(({ id }) => id) ?? [];
    const turns = [...problems, 'else'].flatMap((problem): readonly Turn[] => [
      ['step:cancel-apple', 'stuck'],
      ['stuck:cancel-apple', problem],
    ]);
    const { person, record } = await walked(
      [
        ...toTheFirstStep,
        ...turns,
        ['step:cancel-apple', 'stuck'],
        ['stuck:cancel-apple', BACK],
        ['step:cancel-apple', 'stop'],
      ],
      3,
    );
    for (let time = 1; time <= problems.length + 1; time += 1)
      expect(textOf(asked(person, 'step:cancel-apple', time).said).length).toBeGreaterThan(40);
    expect(record.steps).toEqual({});
  });

  test('at signing in changes the way out and starts at its first open step', async () => {
    const { person, record } = await walked(
      [
        ['goal', 'cancel'],
        ['plan', 'plus'],
        ['billed-by', ['openai']],
        ['uses', ['none']],
        ['next-billing', '2026-12-03'],
        ['region', 'unsure'],
        ['review', 'start'],
        ['step:cancel-web', 'stuck'],
        ['stuck:cancel-web', 'no-sign-in'],
        ['step:locked-out', 'stop'],
      ],
      3,
    );
    expect(record.profile.lockedOut).toBe(true);
    expect(textOf(asked(person, 'step:locked-out').said)).toMatch(/cannot sign in[^]*Your way out[^]*Step 1 of/);
  });

  test('another way can be taken, is the only one shown from then on, and is remembered', async () => {
    const { person, record } = await walked(
      [
        ...toTheFirstStep,
        ['step:cancel-apple', 'different'],
        ['different:cancel-apple', 'mac'],
        ['step:cancel-apple', 'stop'],
      ],
      3,
    );
    const again = asked(person, 'step:cancel-apple', 1);
    expect(textOf(again.said)).toMatch(/App Store/);
    expect(again.initial).toBe('open');
    expect(textOf(asked(person, 'step:cancel-apple').said)).not.toMatch(/App Store/);
    expect(record.steps).toEqual({});
    expect(record.ways).toEqual({ 'cancel-apple': 'mac' });
  });

  test('a way that was chosen is not asked for again', async () => {
    const { record } = await walked(
      [
        ...toTheFirstStep.slice(0, -1),
        ['review', 'start'],
        ['way:cancel-apple', 'windows'],
        ['step:cancel-apple', 'stop'],
      ],
      3,
    );
    expect(record.ways).toEqual({ 'cancel-apple': 'windows' });
    const again = aPerson([
      ['carry-on', 'carry-on'],
      ['review', 'start'],
      ['step:cancel-apple', 'stop'],
    ]);
    await walked(again, 3, { files: keptAs(record) });
    expect(again.put.map(({ id }) => id)).not.toContain('way:cancel-apple');
    expect(textOf(asked(again, 'step:cancel-apple').said)).toMatch(/Apple Music/);
  });
});

describe('finding the biller', () => {
  const unsure: readonly Turn[] = [
    ['goal', 'cancel'],
    ['plan', 'plus'],
    ['billed-by', ['unsure']],
    ['billed-by:unsure', 'unsure'],
    ['uses', ['none']],
    ['next-billing', '2026-12-03'],
    ['review', 'start'],
  ];

  test('then asks who bills, and goes on without what does not concern the person', async () => {
    const { person, record } = await walked(
      [...unsure, ['step:find-biller', 'done'], ['billed-by', ['google']], ['step:cancel-google', 'stop']],
      3,
    );
    expect(record.profile.billedBy).toEqual(['google']);
    expect(textOf(asked(person, 'step:cancel-google').said)).toMatch(/Now that you know[^]*Your way out[^]*Step 1 of/);
    expect(textOf(asked(person, 'step:cancel-google').said)).not.toMatch(/Cancel with Apple/);
  });

  test('and still not knowing goes on along the same way, without saying otherwise', async () => {
    const { person, record } = await walked(
      [
        ...unsure,
        ['step:find-biller', 'done'],
        ['billed-by', ['unsure']],
        ['billed-by:unsure', 'unsure'],
        ['step:cancel-web', 'stop'],
      ],
      3,
    );
    expect(record.profile.billedBy).toBe('unsure');
    expect(record.steps['find-biller']?.state).toBe('done');
    expect(textOf(asked(person, 'step:cancel-web').said)).not.toMatch(/Now that you know/);
  });

  test('and going back from the question leaves it open', async () => {
    const { record } = await walked(
      [...unsure, ['step:find-biller', 'done'], ['billed-by', BACK], ['step:cancel-web', 'stop']],
      3,
    );
    expect(record.profile.billedBy).toBe('unsure');
  });

  test('asks for the plan too where that was not known', async () => {
    const { record } = await walked(
      [
        ['goal', 'cancel'],
        ['plan', 'unsure'],
        ['plan:unsure', 'unsure'],
        ['billed-by', ['unsure']],
        ['billed-by:unsure', 'unsure'],
        ['uses', ['none']],
        ['next-billing', ''],
        ['next-billing:unsure', 'unsure'],
        ['review', 'start'],
        ['step:find-biller', 'done'],
        ['billed-by', ['apple']],
        ['plan', 'go'],
        ['step:cancel-apple', 'stop'],
      ],
      3,
    );
    expect(record.profile).toMatchObject({ plan: 'go', billedBy: ['apple'] });
  });
});

describe('a step that is not done', () => {
  test('skipping a store’s cancellation warns that it goes on charging', async () => {
    const { person, record } = await walked(
      [
        ...toTheFirstStep,
        ['step:cancel-apple', 'skip'],
        ['step:confirm-cancelled', 'skip'],
        ['step:ask-refund', 'stop'],
      ],
      3,
    );
    const warning = asked(person, 'step:confirm-cancelled').said[0];
    expect(textOf([warning ?? expect.fail('nothing was said')])).toMatch(/Skipped: .*Apple.*goes on/i);
    expect(textOf(asked(person, 'step:ask-refund').said)).not.toMatch(/Skipped:/);
    expect(record.steps['cancel-apple']?.state).toBe('skipped');
  });

  test('left for later stays open, and the end says that steps are left', async () => {
    const { person, record } = await walked(
      [
        ...toTheFirstStep,
        ['step:cancel-apple', 'done'],
        ['proof:cancel-apple', ENTER],
        ...afterCancelApple.slice(0, -1),
        ['step:check-statement', 'later'],
        ...theEnd,
      ],
      3,
    );
    expect(record.steps['check-statement']).toBeUndefined();
    expect(textOf(person.saidAfter())).toMatch(/Progress saved in ~/);
    expect(textOf(person.said())).toMatch(/still open|step 6/i);
  });

  test('stop and save says how to carry on', async () => {
    const { person } = await walked([...toTheFirstStep, ['step:cancel-apple', 'stop']], 3);
    expect(textOf(person.saidAfter())).toMatch(/~\/\.local\/state\/quitgpt\/record\.json.*quitgpt/s);
  });
});

describe('a receipt', () => {
  const toProof: readonly Turn[] = [...toTheFirstStep, ['step:cancel-apple', 'done']];

  test('is asked for after the step, and its facts are said and kept', async () => {
    const { person, record } = await walked(
      [
        ...toProof,
        ['proof:cancel-apple', 'shot.png'],
        ['proof:cancel-apple', ENTER],
        ['step:confirm-cancelled', 'stop'],
      ],
      3,
    );
    expect(textOf(asked(person, 'proof:cancel-apple', 1).said)).toMatch(/PNG, 1170 × 2532/);
    expect(record.steps['cancel-apple']?.proofs).toHaveLength(1);
  });

  test('that is a saved e-mail is read for its day, sender and subject, and only its facts are kept', async () => {
    const headers = [
      'From: OpenAI <noreply@tm.openai.com>',
      'To: Ana <ana@example.com>',
      'Date: Sat, 21 Nov 2026 10:00:00 +0000',
      'Subject: Your plan was cancelled',
      'MIME-Version: 1.0',
    ];
    const { person, record } = await walked(
      [
        ...toProof,
        ['proof:cancel-apple', 'mail.eml'],
        ['proof:cancel-apple', ENTER],
        ['step:confirm-cancelled', 'stop'],
      ],
      3,
      { files: { ...shots, 'mail.eml': anEmail({ headers }) } },
    );
    const said = textOf(asked(person, 'proof:cancel-apple', 1).said);
    expect(said).toMatch(/21 November 2026[^]*noreply@tm\.openai\.com[^]*Your plan was cancelled/);
    expect(said + JSON.stringify(record)).not.toContain('ana@example.com');
    expect(record.steps['cancel-apple']?.proofs?.[0]?.kind).toBe('eml');
  });

  test('that is refused is asked for again, in every form a path comes in', async () => {
    const { person, record } = await walked(
      [
        ...toProof,
        ['proof:cancel-apple', 'gone.png', 'refused'],
        ['proof:cancel-apple', '.', 'refused'],
        ['proof:cancel-apple', "'/home/ana/desk/other.jpg' "],
        ['proof:cancel-apple', ENTER],
        ['step:confirm-cancelled', 'stop'],
      ],
      3,
    );
    expect(asked(person, 'proof:cancel-apple').refusals).toHaveLength(2);
    expect(record.steps['cancel-apple']?.proofs).toMatchObject([{ kind: 'jpeg' }]);
  });

  test('may be left out with Enter, and that is said', async () => {
    const { person, record } = await walked(
      [
        ...toProof,
        ['proof:cancel-apple', 'gone.png', 'refused'],
        ['proof:cancel-apple', ENTER],
        ['step:confirm-cancelled', 'stop'],
      ],
      3,
    );
    expect(textOf(asked(person, 'step:confirm-cancelled').said)).toMatch(/No receipt/);
    expect(record.steps['cancel-apple']).toEqual({ state: 'done', on: TODAY });
  });

  test('is not asked for where a step takes none', async () => {
    const { person } = await walked(cancelWithApple, 0);
    expect(person.put.filter(({ id }) => id.startsWith('proof:')).map(({ id }) => id)).toEqual([
      'proof:cancel-apple',
      'proof:cancel-apple',
      'proof:confirm-cancelled',
    ]);
  });

  test('the step is kept as done before the receipt is asked for', async () => {
    const { record } = await walked([...toProof, ['proof:cancel-apple', leave('ctrl-c')]], 130);
    expect(record.steps['cancel-apple']).toEqual({ state: 'done', on: TODAY });
  });
});

describe('the review', () => {
  test('lets an answer be changed, with the old one as the default', async () => {
    const { person, record } = await walked(
      [
        ...appleAnswers,
        ['review', 'change'],
        ['change', 'billed-by'],
        ['billed-by', ['google', 'apple']],
        ['review', 'change'],
        ['change', 'goal'],
        ['goal', 'delete'],
        ['review', 'change'],
        ['change', BACK],
        ['review', 'change'],
        ['change', 'plan'],
        ['plan', BACK],
        ['review', 'stop'],
      ],
      3,
    );
    expect(asked(person, 'billed-by', 1).initial).toEqual(['apple']);
    expect(asked(person, 'goal', 1).initial).toBe('cancel');
    expect(record.profile).toMatchObject({ goal: 'delete', billedBy: ['google', 'apple'] });
    expect(textOf(asked(person, 'review', 2).said)).toContain('Delete the account');
  });

  test('asks what a changed plan makes necessary', async () => {
    const { record } = await walked(
      [
        ['goal', 'cancel'],
        ['plan', 'free'],
        ['uses', ['none']],
        ['review', 'change'],
        ['change', 'plan'],
        ['plan', 'business'],
        ['role', 'admin'],
        ['billed-by', ['none']],
        ['review', 'stop'],
      ],
      3,
    );
    expect(record.profile).toMatchObject({ plan: 'business', role: 'admin', billedBy: ['organization'] });
  });

  test('prints the checklist under a name that is free, without marking anything', async () => {
    const name = `~/desk/quitgpt-checklist-${TODAY}`;
    const { person, record } = await walked(
      [...appleAnswers, ['review', 'print'], ['review', 'print'], ['review', 'stop']],
      3,
      {
        changed: { ...kept, [`${name}-2.html`]: /^<!doctype html>/i, [`${name}-3.html`]: /./ },
        files: { [`quitgpt-checklist-${TODAY}.html`]: 'mine' },
      },
    );
    expect(textOf(asked(person, 'review', 1).said)).toContain(`${name}-2.html`);
    expect(record.steps).toEqual({});
  });

  test('Start is suggested first, and names the step', async () => {
    const { person } = await walked([...appleAnswers, ['review', 'stop']], 3);
    const review = asked(person, 'review');
    expect(review.values).toEqual(['start', 'change', 'print', 'stop']);
    expect([review.back, review.labels['start']]).toEqual([false, expect.stringMatching(/step 1/i)]);
  });

  test('asks what a changed answer makes worth asking, also what may be left open', async () => {
    const { record } = await walked(
      [
        ...appleAnswers,
        ['review', 'change'],
        ['change', 'billed-by'],
        ['billed-by', ['openai']],
        ['region', 'uk'],
        ['review', 'stop'],
      ],
      3,
    );
    expect(record.profile).toMatchObject({ billedBy: ['openai'], region: 'uk' });
  });
});

describe('what is optional at the end', () => {
  const toTheEnd = cancelWithApple.slice(0, -2);

  test('is never pushed: going on is the first choice', async () => {
    const { person } = await walked(cancelWithApple, 0);
    expect(asked(person, 'extras').initial).toBe('on');
    expect(asked(person, 'extras').values[0]).toBe('on');
  });

  test('a reason, a name and a text of one’s own go into the Summary', async () => {
    const { person, record } = await walked(
      [
        ...toTheEnd,
        ['extras', 'reason'],
        ['reason', 'price'],
        ['extras', 'reason'],
        ['reason', 'own'],
        ['reasonText', 'ana@example.com is my address', 'refused'],
        ['reasonText', 'It cost too much'],
        ['extras', 'name'],
        ['name', '4242 4242 4242 4242', 'refused'],
        ['name', ' Ana '],
        ['extras', 'text'],
        ['share-on', 'plain'],
        ['share-how', 'nothing'],
        ['extras', 'on'],
        ['summary', 'no'],
      ],
      0,
    );
    expect(record.extras).toEqual({ reason: 'price', reasonText: 'It cost too much', name: 'Ana' });
    expect(textOf(asked(person, 'share-how').said)).toMatch(
      /I cancelled ChatGPT Plus on 22 November 2026\..*It\s+cost\s+too\s+much/s,
    );
    expect(textOf(asked(person, 'summary').said)).toMatch(/Ana[^]*It\s+cost\s+too\s+much/);
  });

  test('a reason and a name can be taken back, and going back changes nothing', async () => {
    const { record } = await walked(
      [
        ...toTheEnd,
        ['extras', 'reason'],
        ['reason', 'price'],
        ['extras', 'name'],
        ['name', 'Ana'],
        ['extras', 'reason'],
        ['reason', BACK],
        ['extras', 'name'],
        ['name', BACK],
        ['extras', 'name'],
        ['name', ''],
        ['extras', 'reason'],
        ['reason', 'none'],
        ['extras', 'on'],
        ['summary', 'no'],
      ],
      0,
    );
    expect(record.extras).toEqual({});
  });

  test('reasons, other assistants and the campaign are shown, and only the campaign opens a page', async () => {
    const campaign = guide.links['quitgpt-campaign']?.url ?? '';
    const { person, record } = await walked(
      [
        ...toTheEnd,
        ['extras', 'why'],
        ['extras', 'others'],
        ['extras', 'campaign'],
        ['extras', 'on'],
        ['summary', 'no'],
      ],
      0,
      { opens: 'asked', pages: [campaign] },
    );
    expect(textOf(asked(person, 'extras', 1).said)).toMatch(/OpenAI/);
    expect(textOf(asked(person, 'extras', 2).said)).toMatch(/alphabetical/);
    expect(textOf(asked(person, 'extras', 3).said)).toContain(campaign);
    expect(record.extras).toEqual({});
    await walked([...toTheEnd, ['extras', 'campaign'], ['extras', 'on'], ['summary', 'no']], 0, { argv: '--no-open' });
  });

  test('the Summary is shown before it is written, as it will be', async () => {
    const name = `~/desk/quitgpt-summary-${TODAY}.md`;
    const { person, host } = await walked([...toTheEnd, ['extras', 'on'], ['summary', 'yes']], 0, {
      changed: { ...kept, [name]: /^# / },
    });
    const preview = textOf(asked(person, 'summary').said);
    for (const line of ['Cancel with Apple', 'All 5 steps are settled']) {
      expect(preview).toContain(line);
      expect(host.changed()[name]).toContain(line);
    }
    expect(textOf(person.saidAfter())).toContain(name);
  });

  test('and is not written when refused', async () => {
    const { person } = await walked([...toTheEnd, ['extras', 'on'], ['summary', 'no']], 0);
    expect(textOf(person.saidAfter())).not.toMatch(/Summary: /);
  });

  test('never goes over another file', async () => {
    await walked([...toTheEnd, ['extras', 'on'], ['summary', 'yes']], 0, {
      files: { ...shots, [`quitgpt-summary-${TODAY}.md`]: 'mine' },
      changed: { ...kept, [`~/desk/quitgpt-summary-${TODAY}-2.md`]: /^# / },
    });
    const { person } = await walked([...toTheEnd, ['extras', 'on'], ['summary', 'yes']], 1, {
      argv: '--out mine.md',
      files: { ...shots, 'mine.md': 'mine' },
    });
    expect(textOf(person.saidAfter())).toMatch(/mine\.md[^]*--no-input/);
  });

  test('goes where --out says, in the form its name says', async () => {
    await walked([...toTheEnd, ['extras', 'on'], ['summary', 'yes']], 0, {
      argv: '--out mine.html',
      changed: { ...kept, '~/desk/mine.html': /^<!doctype html>/i },
    });
  });
});

describe('with --yes', () => {
  test('a person is asked only what has no default, and the Summary is written', async () => {
    const { record } = await walked(
      [
        ['goal', 'cancel'],
        ['plan', 'plus'],
        ['billed-by', ['apple']],
        ['uses', ['none']],
        ['next-billing', '2026-12-03'],
        ['step:cancel-apple', 'done'],
        ['proof:cancel-apple', ENTER],
        ...afterCancelApple,
      ],
      0,
      { argv: '--yes', changed: { ...kept, [`~/desk/quitgpt-summary-${TODAY}.md`]: /./ } },
    );
    expect(Object.keys(record.steps)).toHaveLength(5);
  });
});

describe('starting again', () => {
  const record = aRecord({ steps: { 'cancel-apple': { state: 'done', on: aRecord().started } } });

  test('offers to carry on at the first open step', async () => {
    const { person } = await walked(
      [
        ['carry-on', ENTER],
        ['review', 'start'],
        ['step:confirm-cancelled', 'stop'],
      ],
      3,
      { files: keptAs(record) },
    );
    expect(asked(person, 'carry-on').initial).toBe('carry-on');
    expect(asked(person, 'carry-on').title).toContain('20 November 2026');
  });

  test('or to begin anew, which forgets only once something is said', async () => {
    const { record: anew } = await walked(
      [
        ['carry-on', 'fresh'],
        ['goal', 'delete'],
        ['plan', leave('ctrl-c')],
      ],
      130,
      { files: keptAs(record) },
    );
    expect(anew).toEqual({
      schema: 1,
      started: TODAY,
      updated: TODAY,
      profile: { goal: 'delete' },
      steps: {},
      extras: {},
    });
    const { host } = await walked(
      [
        ['carry-on', 'fresh'],
        ['goal', leave('ctrl-c')],
      ],
      130,
      { files: keptAs(record), changed: {} },
    );
    expect(recordOn(host)).toEqual(record);
  });

  test('or not now, which changes nothing', async () => {
    const { host } = await walked([['carry-on', 'stop']], 3, { files: keptAs(record), changed: {} });
    expect(recordOn(host)).toEqual(record);
  });

  test('with --yes carries on without asking', async () => {
    const { record: after } = await walked([['step:confirm-cancelled', 'stop']], 3, {
      argv: '--yes',
      files: keptAs(record),
    });
    expect(after.steps).toEqual(record.steps);
  });

  test('when all is settled leads to the end', async () => {
    const steps = Object.fromEntries(
      ['cancel-apple', 'confirm-cancelled', 'ask-refund', 'turn-off-training', 'check-statement'].map((id) => [
        id,
        { state: 'done' as const, on: aRecord().started },
      ]),
    );
    const { person } = await walked([['carry-on', 'carry-on'], ['review', 'start'], ...theEnd], 0, {
      files: keptAs(aRecord({ steps })),
    });
    expect(asked(person, 'review').labels['start']).not.toMatch(/step \d/i);
  });

  test('with --step goes straight there', async () => {
    await walked(
      [
        ['carry-on', 'carry-on'],
        ['step:check-statement', 'stop'],
      ],
      3,
      { argv: '--step check-statement', files: keptAs(record) },
    );
  });

  test('with a Record that is damaged asks first, and leaves it alone until then', async () => {
    const person = aPerson([['damaged', 'stop']]);
    const host = await expectWalk(
      '',
      person,
      { code: 3, stdout: '', stderr: new RegExp(RECORD), files: {}, pages: [] },
      { files: { [RECORD_PATH]: '{' }, env: { NO_COLOR: '1' } },
    );
    expect(textOf(asked(person, 'damaged').said)).toContain(RECORD);
    expect(host.disk()[RECORD_PATH]).toBe('{');
  });
});

describe('with --no-record', () => {
  test('nothing is kept, and the first screen and the last say so', async () => {
    const { person } = await walked(
      [...toTheFirstStep, ['step:private-window', 'done'], ['step:cancel-apple', 'stop']],
      3,
      { argv: '--no-record', changed: {} },
    );
    expect(textOf(asked(person, 'goal').said)).not.toContain('.local/state');
    expect(textOf(person.saidAfter())).toMatch(/--no-record/);
  });

  test('leaving says that nothing was saved', async () => {
    const { host } = await walked([...appleAnswers.slice(0, 2), ['billed-by', leave('ctrl-c')]], 130, {
      argv: '--no-record',
      changed: {},
    });
    expect(host.printed().stderr).toMatch(/--no-record[^\n]*\n$/);
  });
});
