// What only some people are asked, where it changes their way: the region, the day of purchase, and emptying an account that is kept.
import { describe, expect, test } from 'vitest';
import { formatDay } from '../../src/content/locale';
import { addDays } from '../../src/journey/dates';
import { aDay } from '../support/builders';
import { RECORD, TODAY } from '../support/fake-host';
import { aPerson, BACK, ENTER, type Person, type Turn } from '../support/fake-prompter';
import { aRecord, expectWalk, keptAs, recordOn, textOf } from '../support/program';
import type { JourneyRecord } from '../../src/journey/record';
import { theEnd } from './journeys';

const openai: readonly Turn[] = [
  ['goal', 'cancel'],
  ['plan', 'plus'],
  ['billed-by', ['openai']],
  ['uses', ['none']],
  ['next-billing', '2026-12-20'],
];
const toRefund: readonly Turn[] = [
  ['step:cancel-web', 'done'],
  ['proof:cancel-web', ENTER],
  ['step:answer-survey', 'skip'],
  ['step:confirm-cancelled', 'done'],
  ['proof:confirm-cancelled', ENTER],
];

async function walked(
  turns: readonly Turn[],
  code: number,
  argv = '',
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly person: Person; readonly record: JourneyRecord }> {
  const person = aPerson(turns);
  const host = await expectWalk(
    argv,
    person,
    { code, stdout: '', stderr: /./, files: { [RECORD]: /./ }, pages: [] },
    { env: { NO_COLOR: '1' }, files },
  );
  return { person, record: recordOn(host) ?? expect.fail('nothing was kept') };
}
const saidBefore = (person: Person, id: string, time = 0): string =>
  textOf(person.put.filter((one) => one.id === id)[time]?.said ?? []);
const yesterday = addDays(aDay(TODAY), -1);

describe('the region', () => {
  test('is the sixth question for whoever OpenAI charges, and may be left out', async () => {
    const { person, record } = await walked([...openai, ['region', 'unsure'], ['review', 'stop']], 3);
    expect(person.put.find(({ id }) => id === 'region')?.aside).toBe('question 6 of 6');
    expect(record.profile.region).toBe('unsure');
  });
  test('is gone back from like any other', async () => {
    const { record } = await walked(
      [...openai, ['region', BACK], ['next-billing', '2026-12-21'], ['region', 'india'], ['review', 'stop']],
      3,
    );
    expect(record.profile).toMatchObject({ nextBilling: '2026-12-21', region: 'india' });
  });
  test('brings the UPI mandate in India, behind the cancellation', async () => {
    const { person } = await walked(
      [
        ...openai,
        ['region', 'india'],
        ['review', 'start'],
        ['step:cancel-web', 'done'],
        ['proof:cancel-web', ENTER],
        ['step:end-upi-mandate', 'stop'],
      ],
      3,
    );
    expect(saidBefore(person, 'step:end-upi-mandate')).toContain('UPI');
  });
});

describe('the day of purchase', () => {
  test('is asked at the refund, where the law gives days, and moves nothing that is done', async () => {
    const { person, record } = await walked(
      [
        ...openai,
        ['region', 'eea'],
        ['review', 'start'],
        ...toRefund,
        ['charged-on', yesterday],
        ['step:ask-refund', 'done'],
        ['step:turn-off-training', 'stop'],
      ],
      3,
    );
    expect(record.profile.chargedOn).toBe(yesterday);
    const said = saidBefore(person, 'step:ask-refund');
    expect(said).toContain(formatDay('en', addDays(yesterday, 14)));
    expect(said).toContain('14 days');
  });
  test('may be left out, and is not asked again', async () => {
    const { record } = await walked(
      [
        ...openai,
        ['region', 'uk'],
        ['review', 'start'],
        ...toRefund,
        ['charged-on', ENTER],
        ['step:ask-refund', 'skip'],
        ['step:turn-off-training', 'back'],
        ['step:ask-refund', 'stop'],
      ],
      3,
    );
    expect(record.profile.chargedOn).toBe('unsure');
  });
  test('of tomorrow is refused with what to write instead', async () => {
    const { person } = await walked(
      [
        ...openai,
        ['region', 'eea'],
        ['review', 'start'],
        ...toRefund,
        ['charged-on', addDays(aDay(TODAY), 1), 'refused'],
        ['charged-on', ENTER],
        ['step:ask-refund', 'stop'],
      ] as readonly Turn[],
      3,
    );
    expect(person.put.find(({ id }) => id === 'charged-on')?.refusals.join()).toContain('has not come yet');
  });
  test('is not asked where no law gives days', async () => {
    await walked([...openai, ['region', 'us'], ['review', 'start'], ...toRefund, ['step:ask-refund', 'stop']], 3);
  });
  test('given by an option puts the refund behind the cancellation, before anything that can wait', async () => {
    const { person } = await walked(
      [
        ['goal', 'delete'],
        ['plan', 'plus'],
        ['billed-by', ['openai']],
        ['uses', ['none']],
        ['next-billing', '2026-12-20'],
        ['review', 'start'],
        ['step:cancel-web', 'done'],
        ['proof:cancel-web', ENTER],
        ['step:ask-refund', 'stop'],
      ],
      3,
      `--region eea --charged-on ${yesterday}`,
    );
    expect(saidBefore(person, 'step:ask-refund')).toContain('Step 2 of');
  });
});

describe('emptying the account that is kept', () => {
  const done = Object.fromEntries(
    ['turn-off-training'].map((id) => [id, { state: 'done' as const, on: aRecord().started }]),
  );
  const free = keptAs(aRecord({ profile: { goal: 'cancel', plan: 'free', uses: [] }, steps: done }));
  const toTheEnd: readonly Turn[] = [
    ['carry-on', 'carry-on'],
    ['review', 'start'],
  ];
  const saved: readonly Turn[] = [
    ['step:export-data', 'done'],
    ['step:save-memory', 'done'],
    ['step:verify-export', 'done'],
    ['step:delete-task-links', 'done'],
    ['step:revoke-access', 'skip'],
  ];

  test('is offered at the end, shows what is left, and starts with the export', async () => {
    const { person, record } = await walked(
      [...toTheEnd, ['extras', 'clean'], ['step:export-data', 'stop']],
      3,
      '',
      free,
    );
    expect(record.profile.cleanUp).toBe(true);
    expect(saidBefore(person, 'step:export-data')).toMatch(
      /Ask for a copy of your chats[^]*Empty the account you keep/,
    );
  });
  test('needs a word of its own, and asks for the copy first', async () => {
    const { person, record } = await walked(
      [
        ...toTheEnd,
        ['extras', 'clean'],
        ...saved,
        ['copy', 'own-copy'],
        ['gate:clean-account', 'EMPTY'],
        ['step:clean-account', 'done'],
        ['proof:clean-account', ENTER],
        ...theEnd,
      ],
      0,
      '',
      free,
    );
    expect(record.steps['clean-account']).toMatchObject({ state: 'done' });
    expect(saidBefore(person, 'copy')).not.toContain('Deleting the account also ends a plan');
    // Once it is done there is nothing more to offer.
    expect(person.put.filter(({ id }) => id === 'extras').at(-1)?.values).not.toContain('clean');
  });
  test('is left alone by Enter, and nothing is said to be deleted', async () => {
    const { person, record } = await walked(
      [...toTheEnd, ['extras', 'clean'], ...saved, ['copy', 'own-copy'], ['gate:clean-account', ENTER], ...theEnd],
      3,
      '',
      free,
    );
    expect(record.steps['clean-account']).toBeUndefined();
    expect(textOf(person.said())).toContain('Your chats are still there');
  });
  test('does not take the word for a deletion', async () => {
    await walked(
      [
        ...toTheEnd,
        ['extras', 'clean'],
        ...saved,
        ['copy', 'own-copy'],
        ['gate:clean-account', 'DELETE', 'refused'],
        ['gate:clean-account', ENTER],
        ...theEnd,
      ] as readonly Turn[],
      3,
      '',
      free,
    );
  });
  test('is not offered to whoever deletes the account or cannot sign in', async () => {
    for (const profile of [
      { goal: 'cancel', plan: 'free', uses: [], lockedOut: true },
      { goal: 'cancel', plan: 'enterprise', billedBy: ['organization'], uses: [] },
    ] as const) {
      const { journeyFor } = await import('../../src/journey/journey');
      const { guide } = await import('../../src/content/compiled/guide');
      const steps = Object.fromEntries(
        journeyFor(profile, guide, aDay(TODAY)).steps.map(({ step }) => [
          step.id,
          { state: 'done' as const, on: aRecord().started },
        ]),
      );
      const { person } = await walked([...toTheEnd, ...theEnd], 0, '', keptAs(aRecord({ profile, steps })));
      expect(person.put.find(({ id }) => id === 'extras')?.values).not.toContain('clean');
    }
  });
});
