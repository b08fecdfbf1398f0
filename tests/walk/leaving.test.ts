// A person may leave at any prompt, in any way: nothing said so far is lost, the code says how, and the next start goes on there.
import { describe, expect, test } from 'vitest';
import type { JourneyRecord } from '../../src/journey/record';
import type { Leaving } from '../../src/prompt/prompter';
import { main } from '../../src/main';
import { RECORD, RECORD_PATH, TODAY, type FakeHost } from '../support/fake-host';
import { aPerson, leave, type Person, type Turn } from '../support/fake-prompter';
import { aPng } from '../support/pictures';
import { aWizard, expectTidy, expectWalk, recordOn } from '../support/program';
import { cancelWithApple, deleted } from './journeys';

const CODES: Readonly<Record<Leaving, number>> = { 'ctrl-c': 130, 'end-of-input': 3, SIGTERM: 143, SIGHUP: 129 };
const setting = { files: { 'shot.png': aPng() }, env: { NO_COLOR: '1' } };
const withExtras: readonly Turn[] = [
  ...cancelWithApple.slice(0, -2),
  ['extras', 'reason'],
  ['reason', 'price'],
  ['extras', 'name'],
  ['name', 'Ana'],
  ['extras', 'on'],
  ['summary', 'no'],
];
const WAYS: Readonly<Record<string, readonly Turn[]>> = {
  'cancelling with Apple': withExtras,
  'deleting the account': deleted,
};
const FIELDS = {
  goal: 'goal',
  plan: 'plan',
  'billed-by': 'billedBy',
  uses: 'uses',
  'next-billing': 'nextBilling',
} as const;

/** What the Record has to hold once these turns were taken: read off the script, not off the program. */
function expectHeld(record: JourneyRecord | undefined, turns: readonly Turn[]): void {
  for (const [id, given] of turns) {
    const [kind, step = ''] = id.split(':');
    if (kind !== undefined && kind in FIELDS)
      expect(record?.profile[FIELDS[kind as keyof typeof FIELDS]]).toEqual(
        Array.isArray(given) ? given.filter((one: string) => one !== 'none') : given,
      );
    if (kind === 'step')
      expect(record?.steps[step]).toMatchObject({ state: given === 'skip' ? 'skipped' : 'done', on: TODAY });
    if (kind === 'proof' && given === 'shot.png') expect(record?.steps[step]?.proofs).toHaveLength(1);
    if (kind === 'reason') expect(record?.extras.reason).toBe(given);
    if (kind === 'name') expect(record?.extras.name).toBe(given);
  }
  // And nothing more than was said.
  expect(Object.keys(record?.steps ?? {})).toHaveLength(turns.filter(([id]) => id.startsWith('step:')).length);
}

describe.each(Object.entries(WAYS))('%s', (_, turns) => {
  const places = turns.map(([id], at) => [`${at + 1}, ${id}`, at] as const);

  describe.each(places)('left at prompt %s', (__, at) => {
    test.each(Object.keys(CODES) as Leaving[])('by %s loses nothing and says how to carry on', async (how) => {
      const before = turns.slice(0, at);
      const person = aPerson([...before, [turns[at]?.[0] ?? '', leave(how)]]);
      const host = await expectWalk(
        '',
        person,
        { code: CODES[how], stdout: '', stderr: /\n[^\n]+\n$/, files: at === 0 ? {} : { [RECORD]: /./ }, pages: [] },
        setting,
      );
      if (at === 0) expect(host.disk()[RECORD_PATH]).toBeUndefined();
      else expectHeld(recordOn(host), before);
      const last = host.printed().stderr.trimEnd().split('\n\n').at(-1) ?? '';
      if (at > 0) expect(last.replace(/\s+/g, ' ')).toMatch(/~\/\.local\/state\/quitgpt\/record\.json.*quitgpt/);
      else expect(last).toMatch(/Nothing was saved/);
    });

    test('goes on at the right place the next time, to the same end', async () => {
      const first = aWizard('', aPerson([...turns.slice(0, at), [turns[at]?.[0] ?? '', leave('ctrl-c')]]), setting);
      expect(await main(first)).toBe(130);
      const rest = remaining(turns, at);
      const person = aPerson(at === 0 ? rest : [['carry-on', 'carry-on'], ...rest]);
      const second = await resumed(first, person);
      const whole = aWizard('', aPerson(turns), setting);
      await main(whole);
      const [got, wanted] = [recordOn(second), recordOn(whole)];
      // A receipt that was never named cannot have been kept.
      const leftAt = turns[at]?.[0] ?? '';
      const none = leftAt.startsWith('proof:') && turns[at - 1]?.[0] !== leftAt;
      expect(got).toEqual(none && wanted !== undefined ? without(wanted, leftAt.slice(6)) : wanted);
    });
  });
});

/** What is still to be asked after leaving at turn `at`: the same question, or the review before the first open step. */
function remaining(turns: readonly Turn[], at: number): readonly Turn[] {
  const id = turns[at]?.[0] ?? '';
  const review = turns.findIndex(([one]) => one === 'review');
  if (at <= review) return turns.slice(at);
  const start: Turn = ['review', 'start'];
  const isGate = (turn: Turn | undefined): boolean => turn?.[0].startsWith('gate:') === true || turn?.[0] === 'copy';
  const isLater = (turn: Turn): boolean => turn[0].startsWith('step:') || isGate(turn) || turn[0] === 'extras';
  if (id.startsWith('step:') || isGate(turns[at])) {
    // The gate stands before its step: whoever left inside passes it again, the question about the copy included.
    let gate = at;
    while (isGate(turns[gate - 1])) gate -= 1;
    return [start, ...turns.slice(gate)];
  }
  // The step is done, so no further receipt is asked for.
  if (id.startsWith('proof:'))
    return [start, ...turns.slice(turns.findIndex(([one], index) => index > at && one !== id))];
  const place = turns.findIndex((turn, index) => index >= at && isLater(turn));
  // Inside the extras the question what else comes first again.
  return id === 'extras'
    ? [start, ...turns.slice(at)]
    : id === 'summary'
      ? [start, ['extras', 'on'], ...turns.slice(at)]
      : [start, ...turns.slice(at - 1 < 0 ? place : at - 1)];
}

function without(record: JourneyRecord, step: string): JourneyRecord {
  const { proofs: _, ...rest } = record.steps[step] ?? {};
  return { ...record, steps: { ...record.steps, [step]: rest } };
}

async function resumed(first: FakeHost, person: Person): Promise<FakeHost> {
  const host = aWizard('', person, { ...setting, files: first.disk() });
  const code = await main(host);
  expect(person.problems(), person.put.map(({ id }) => id).join(' ')).toEqual([]);
  expect(code).toBe(0);
  expectTidy(host);
  return host;
}

describe('a signal', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s between two prompts is heard at the next one', async (name, code) => {
    let host: FakeHost | undefined;
    const person = aPerson(
      [
        ['goal', 'cancel'],
        ['plan', 'plus'],
        ['billed-by', ['apple']],
      ],
      (_, id) => {
        if (id === 'billed-by') host?.signal(name);
      },
    );
    host = aWizard('', person, setting);
    expect(await main(host)).toBe(code);
    expect(recordOn(host)?.profile).toEqual({ goal: 'cancel', plan: 'plus', billedBy: ['apple'] });
    expect(host.problems()).toEqual([]);
    expect(person.closed).toBe(true);
  });
});

test('a person who leaves before the first answer, with progress from before, is told that it is still there', async () => {
  const first = aWizard(
    '',
    aPerson([
      ['goal', 'cancel'],
      ['plan', leave('ctrl-c')],
    ]),
    setting,
  );
  await main(first);
  const host = await expectWalk(
    '',
    aPerson([['carry-on', leave('SIGHUP')]]),
    { code: 129, stdout: '', stderr: /record\.json[^\n]*\n?[^\n]*\n$/, files: {}, pages: [] },
    { ...setting, files: first.disk() },
  );
  expect(recordOn(host)?.profile).toEqual({ goal: 'cancel' });
});
