// An open wizard wrote its own copy of the Record over what a second window had kept meanwhile.
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main';
import type { JourneyRecord } from '../../src/journey/record';
import { aHost, RECORD_PATH } from '../support/fake-host';
import type { FakeHost } from '../support/fake-host';
import { aPerson, ENTER, leave, type Turn } from '../support/fake-prompter';
import { aCheck } from '../support/builders';
import { aWizard, keptAs, recordOn, textOf } from '../support/program';
import { appleAnswers, beforeTheGate, toTheFirstStep } from '../walk/journeys';
import { withExportCheck } from '../../src/journey/record';

/** Walks with `turns`; just before the question `at` is put, `meanwhile` changes the disk of the wizard's own host. */
async function walkWhile(
  turns: readonly Turn[],
  at: string,
  meanwhile: (host: FakeHost) => Promise<void>,
): Promise<{
  readonly host: FakeHost;
  readonly said: string;
  readonly record: JourneyRecord | undefined;
  readonly asked: readonly string[];
}> {
  let host: FakeHost | undefined;
  const person = aPerson(turns, async (_turn, id) => {
    if (id === at && host !== undefined) await meanwhile(host);
  });
  host = aWizard('', person, { env: { NO_COLOR: '1' }, opens: 'asked' });
  await main(host);
  expect(person.problems()).toEqual([]);
  return {
    host,
    said: person.put.map(({ said }) => textOf(said)).join('\n') + host.printed().stderr,
    record: recordOn(host),
    asked: person.put.map(({ id }) => id),
  };
}

/** Runs a script on the disk of another host, and puts what it kept back there. */
async function script(host: FakeHost, argv: string): Promise<void> {
  const other = aHost(`--no-input --quiet ${argv}`, { files: { [RECORD_PATH]: String(host.disk()[RECORD_PATH]) } });
  await main(other);
  await host.files.writeAtomic(RECORD_PATH, String(other.disk()[RECORD_PATH]));
}

describe('while the wizard waits at a step', () => {
  test('steps marked in another window stay marked, are said, and are not asked about again', async () => {
    const { said, record, asked } = await walkWhile(
      [
        ...toTheFirstStep,
        ['step:cancel-apple', 'done'],
        ['proof:cancel-apple', ENTER],
        ['step:ask-refund', leave('ctrl-c')],
      ],
      'step:cancel-apple',
      (host) => script(host, '--done confirm-cancelled'),
    );
    expect(record?.steps).toMatchObject({ 'cancel-apple': { state: 'done' }, 'confirm-cancelled': { state: 'done' } });
    expect(said).toContain('another window');
    expect(asked).not.toContain('step:confirm-cancelled');
  });

  test('a step settled elsewhere before it was shown is not asked about', async () => {
    const { asked } = await walkWhile(
      [...toTheFirstStep, ['step:confirm-cancelled', leave('ctrl-c')]],
      'review',
      (host) => script(host, '--done cancel-apple'),
    );
    expect(asked).not.toContain('step:cancel-apple');
  });

  test('an answer changed elsewhere is not taken back', async () => {
    const { record } = await walkWhile(
      [
        ...appleAnswers,
        ['review', 'start'],
        ['step:cancel-apple', 'done'],
        ['proof:cancel-apple', ENTER],
        ['step:confirm-cancelled', leave('ctrl-c')],
      ],
      'step:cancel-apple',
      (host) => script(host, '--reason price --name Ana'),
    );
    expect(record?.extras).toMatchObject({ reason: 'price', name: 'Ana' });
    expect(record?.steps['cancel-apple']?.state).toBe('done');
  });

  test('the Record that another window deleted is kept again, and that is said', async () => {
    const { said, record } = await walkWhile(
      [...toTheFirstStep, ['step:cancel-apple', 'done'], ['proof:cancel-apple', leave('ctrl-c')]],
      'step:cancel-apple',
      async (host) => void (await host.files.remove(RECORD_PATH)),
    );
    expect(record?.steps['cancel-apple']?.state).toBe('done');
    expect(said).toContain('was deleted in another window');
  });
});

describe('at the deletion', () => {
  test('an export found damaged while the word was typed brings the gate back, with what was found', async () => {
    const turns: readonly Turn[] = [
      ...beforeTheGate,
      ['copy', 'own-copy'],
      ['gate:delete-account', 'DELETE'],
      ['copy', 'stop'],
    ];
    const { said, asked } = await walkWhile(turns, 'gate:delete-account', async (host) => {
      const record = recordOn(host);
      if (record === undefined) throw new Error('nothing is kept');
      await host.files.writeAtomic(
        RECORD_PATH,
        keptAs(withExportCheck(record, aCheck({ verdict: 'damaged' })))[RECORD_PATH] ?? '',
      );
    });
    expect(asked).not.toContain('step:delete-account');
    expect(said).toContain('is damaged');
  });
});

test('the check of an export in another window reaches the Record of the wizard', async () => {
  const { record } = await walkWhile(
    [...toTheFirstStep, ['step:cancel-apple', 'done'], ['proof:cancel-apple', leave('ctrl-c')]],
    'step:cancel-apple',
    async (host) => {
      const kept = recordOn(host);
      if (kept !== undefined)
        await host.files.writeAtomic(RECORD_PATH, keptAs(withExportCheck(kept, aCheck()))[RECORD_PATH] ?? '');
    },
  );
  expect(record?.export?.check).toMatchObject({ verdict: 'whole' });
});
