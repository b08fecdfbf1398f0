// What is offered at a step: only what makes sense there.
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main';
import type { Setting } from '../support/fake-host';
import { aPerson, BACK, ENTER, type Person, type Turn } from '../support/fake-prompter';
import { aRecord, aWizard, keptAs, recordOn, textOf } from '../support/program';
import type { CivilDate } from '../../src/journey/dates';
import type { JourneyRecord } from '../../src/journey/record';
import { afterCancelApple, beforeTheGate, toTheFirstStep } from './journeys';

async function walked(
  turns: readonly Turn[],
  setting: Setting = {},
  argv = '',
): Promise<{ readonly person: Person; readonly record: JourneyRecord | undefined }> {
  const person = aPerson(turns);
  const host = aWizard(argv, person, { env: { NO_COLOR: '1' }, ...setting });
  await main(host);
  expect(person.problems()).toEqual([]);
  return { person, record: recordOn(host) };
}
const at = (person: Person, id: string, time = 0): Person['put'][number] =>
  person.put.filter((one) => one.id === id)[time] ?? expect.fail(`“${id}” was not asked`);

describe('on the way to a deletion', () => {
  const turns: readonly Turn[] = [
    ...beforeTheGate,
    ['copy', 'own-copy'],
    ['gate:delete-account', 'DELETE'],
    ['step:delete-account', 'stop'],
  ];
  const offering = async (action: string): Promise<readonly string[]> =>
    (await walked(turns)).person.put
      .filter(({ id, values }) => id.startsWith('step:') && values.includes(action))
      .map(({ id }) => id.slice(5));

  test('only the step that waits for the mail can be left for later, and never the deletion', async () =>
    expect(await offering('later')).toEqual(['verify-export']));
  test('an export is checked at the step for it alone', async () =>
    expect(await offering('check')).toEqual(['verify-export']));
  test('every step can be gone back from', async () => {
    const { person } = await walked(turns);
    const steps = person.put.filter(({ id }) => id.startsWith('step:'));
    expect(steps.map(({ back }) => back)).toEqual(steps.map(() => true));
  });
});

const toTheTraining: readonly Turn[] = [
  ...toTheFirstStep,
  ['step:cancel-apple', 'skip'],
  ...afterCancelApple.slice(0, 3),
  ['step:turn-off-training', 'stop'],
];

test('another look is offered where the guide knows one', async () => {
  const { person } = await walked([
    ['goal', 'cancel'],
    ['plan', 'plus'],
    ['billed-by', ['openai']],
    ['uses', ['none']],
    ['next-billing', '2026-12-24'],
    ['region', 'unsure'],
    ['review', 'start'],
    ['step:cancel-web', 'skip'],
    ['step:answer-survey', 'stop'],
  ]);
  expect(at(person, 'step:cancel-web').values).toContain('different');
  expect(at(person, 'step:answer-survey').values).not.toContain('different');
});

test('“more” has everything in words that has only a letter at the step, and says what is optional', async () => {
  const { person } = await walked([
    ...toTheTraining.slice(0, -1),
    ['step:turn-off-training', 'more'],
    ['more:turn-off-training', 'stop'],
  ]);
  expect(at(person, 'more:turn-off-training').values).toEqual(['step', 'copy', 'code', 'steps', 'skip', 'stop']);
  expect(Object.keys(at(person, 'more:turn-off-training').hints)).toEqual(['skip']);
  expect(Object.keys(at(person, 'step:cancel-apple').hints)).toEqual(['done', 'different', 'more']);
});

test('from all steps the person goes on with an open one, and what is settled is not offered', async () => {
  const { person, record } = await walked([
    ...toTheFirstStep,
    ['step:cancel-apple', 'skip'],
    ['step:confirm-cancelled', 'steps'],
    ['steps:confirm-cancelled', 'check-statement'],
    ['step:check-statement', 'done'],
    ['extras', 'on'],
    ['summary', 'no'],
  ]);
  expect(at(person, 'steps:confirm-cancelled').values).not.toContain('cancel-apple');
  expect(Object.keys(record?.steps ?? {})).toEqual(['cancel-apple', 'check-statement']);
});

test('a step in parts shows one after the other, goes back among them, and is done with the last', async () => {
  const { person, record } = await walked([
    ['goal', 'cancel'],
    ['plan', 'plus'],
    ['billed-by', ['apple', 'google']],
    ['uses', ['none']],
    ['next-billing', '2026-12-24'],
    ['review', 'start'],
    ['step:cancel-apple', 'skip'],
    ['step:cancel-google', 'skip'],
    ['step:confirm-cancelled', 'done'],
    ['step:confirm-cancelled', BACK],
    ['step:confirm-cancelled', 'done'],
    ['step:confirm-cancelled', 'stop'],
  ]);
  expect(textOf(at(person, 'step:confirm-cancelled', 0).said)).toContain('Part 1 of 2');
  expect(textOf(at(person, 'step:confirm-cancelled', 1).said)).toContain('Part 2 of 2');
  expect(textOf(at(person, 'step:confirm-cancelled', 2).said)).toContain('Part 1 of 2');
  expect(record?.steps['confirm-cancelled']).toBeUndefined();
  // The second “done” of the script was the last part's: no third one goes without saying.
  expect(person.silently.filter((id) => id === 'step:confirm-cancelled')).toEqual([]);
});

test('the last part that is done settles the step: no more of it is asked', async () => {
  const { person, record } = await walked([
    ['goal', 'cancel'],
    ['plan', 'plus'],
    ['billed-by', ['apple', 'google']],
    ['uses', ['none']],
    ['next-billing', '2026-12-24'],
    ['review', 'start'],
    ['step:cancel-apple', 'skip'],
    ['step:cancel-google', 'skip'],
    ['step:confirm-cancelled', 'done'],
    ['step:confirm-cancelled', 'done'],
    ['proof:confirm-cancelled', ENTER],
    ['step:ask-refund', 'stop'],
  ]);
  expect(record?.steps['confirm-cancelled']?.state).toBe('done');
  expect(person.silently).not.toContain('step:confirm-cancelled');
});

test('what may cost money or chats is all seen before the step counts as done', async () => {
  const turns: readonly Turn[] = [...toTheFirstStep, ['step:cancel-apple', 'done']];
  const { person, record } = await walked([...turns, ['sure:cancel-apple', 'step'], ['step:cancel-apple', 'stop']]);
  expect(record?.steps).toEqual({});
  expect(textOf(at(person, 'sure:cancel-apple').said)).toMatch(/24 hours[^]*Uninstalling|Removing the app/);
});

describe('opening the page', () => {
  const opening: readonly Turn[] = [...toTheFirstStep, ['step:cancel-apple', 'open'], ['step:cancel-apple', 'stop']];
  const saidThen = async (setting: Setting, argv?: string): Promise<string> =>
    textOf(at((await walked(opening, setting, argv)).person, 'step:cancel-apple', 1).said);

  test('says that the browser was asked, or that it was not and what to do', async () => {
    expect(await saidThen({ opens: 'asked' })).toContain('Your browser was asked to open the page');
    expect(await saidThen({}, '--no-open')).toContain('Nothing here could open the page');
    expect(await saidThen({ opens: 'asked' })).not.toContain('Nothing here could open the page');
  });
});

describe('being stuck', () => {
  const toCancelWeb: readonly Turn[] = [
    ['goal', 'cancel'],
    ['plan', 'plus'],
    ['billed-by', ['openai']],
    ['uses', ['none']],
    ['next-billing', '2026-12-03'],
    ['region', 'unsure'],
    ['review', 'start'],
    ['step:cancel-web', 'stuck'],
  ];
  test('with anything but signing in leaves the way as it was', async () => {
    const { person, record } = await walked([
      ...toCancelWeb,
      ['stuck:cancel-web', 'else'],
      ['step:cancel-web', 'stop'],
    ]);
    expect(record?.profile.lockedOut).toBeUndefined();
    const [other = ''] = at(person, 'stuck:cancel-web').values.filter((id) => id !== 'no-sign-in' && id !== 'else');
    const tried = await walked([...toCancelWeb, ['stuck:cancel-web', other], ['step:cancel-web', 'stop']]);
    expect(tried.record?.profile.lockedOut).toBeUndefined();
  });
  test('each problem is told in words', async () => {
    const { person } = await walked([...toCancelWeb, ['stuck:cancel-web', 'else'], ['step:cancel-web', 'stop']]);
    for (const [key, label] of Object.entries(at(person, 'stuck:cancel-web').labels)) {
      expect(label).not.toBe(key);
      expect(label).toContain(' ');
    }
  });
});

test('the days of a wait are offered for the calendar where one begins, and once', async () => {
  const { person } = await walked([
    ...beforeTheGate.slice(0, 7),
    ['calendar:export-data', 'yes'],
    ...beforeTheGate.slice(7),
    ['copy', 'own-copy'],
    ['gate:delete-account', 'DELETE'],
    ['step:delete-account', 'stop'],
  ]);
  expect(textOf(person.said())).toContain('quitgpt-calendar-');
});

test('after a deletion too; nowhere else', async () => {
  const skipped = beforeTheGate.map((turn): Turn =>
    turn[0] === 'step:export-data' ? ['step:export-data', 'skip'] : turn,
  );
  const toTheEnd: readonly Turn[] = [
    ...skipped,
    ['copy', 'own-copy'],
    ['gate:delete-account', 'DELETE'],
    ['step:delete-account', 'done'],
    ['proof:delete-account', ENTER],
    ['calendar:delete-account', 'no'],
    ['step:remove-apps', 'stop'],
  ];
  const { person } = await walked(toTheEnd);
  expect(person.put.map(({ id }) => id).filter((id) => id.startsWith('calendar:'))).toEqual([
    'calendar:delete-account',
  ]);
  expect(person.silently.filter((id) => id.startsWith('calendar:'))).toEqual([]);
});

describe('a second look at the bill', () => {
  const toTheStatement: readonly Turn[] = [
    ...toTheFirstStep,
    ['step:cancel-apple', 'skip'],
    ...afterCancelApple.slice(0, 4),
  ];

  test('no charge settles the step', async () => {
    const { person, record } = await walked([
      ...toTheStatement,
      ['step:check-statement', 'done'],
      ['charge:check-statement', 'none'],
      ['extras', 'on'],
      ['summary', 'no'],
    ]);
    expect(record?.steps['check-statement']?.state).toBe('done');
    expect(textOf(at(person, 'charge:check-statement').said)).toContain('APPLE.COM/BILL');
  });

  test('no charge after both payment dates settles the step', async () => {
    const kept = aRecord({
      profile: { goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [], nextBilling: '2026-10-10' as CivilDate },
    });
    const { record } = await walked(
      [
        ['carry-on', 'carry-on'],
        ['review', 'start'],
        ['step:cancel-apple', 'steps'],
        ['steps:cancel-apple', 'check-statement'],
        ['step:check-statement', 'done'],
        ['charge:check-statement', 'none'],
        ['extras', 'on'],
        ['summary', 'no'],
      ],
      { files: keptAs(kept) },
    );
    expect(record?.steps['check-statement']?.state).toBe('done');
  });

  test('no charge after the first payment date asks for a second look a month later', async () => {
    const kept = aRecord({
      profile: { goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [], nextBilling: '2026-11-10' as CivilDate },
    });
    const { person, record } = await walked(
      [
        ['carry-on', 'carry-on'],
        ['review', 'start'],
        ['step:cancel-apple', 'steps'],
        ['steps:cancel-apple', 'check-statement'],
        ['step:check-statement', 'done'],
        ['charge:check-statement', 'none'],
        ['charged:check-statement', 'step'],
        ['extras', 'on'],
        ['summary', 'no'],
      ],
      { files: keptAs(kept) },
    );
    expect(record?.steps['check-statement']).toBeUndefined();
    expect(textOf(at(person, 'charged:check-statement').said)).toContain('11 December 2026');
  });

  test.each([
    ['pending', /may lapse after some days/],
    ['booked', /reportaproblem\.apple\.com[^]*Look for a second plan/],
  ] as const)('a charge that is %s is told what it means, and leaves the step open', async (charge, words) => {
    const { person, record } = await walked([
      ...toTheStatement,
      ['step:check-statement', 'done'],
      ['charge:check-statement', charge],
      ['charged:check-statement', 'step'],
      ['extras', 'on'],
      ['summary', 'no'],
    ]);
    expect(record?.steps['check-statement']).toBeUndefined();
    expect(textOf(at(person, 'charged:check-statement').said)).toMatch(words);
  });
});
