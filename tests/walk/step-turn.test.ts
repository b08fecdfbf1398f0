// What is offered at a step: only what makes sense there.
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main';
import type { Setting } from '../support/fake-host';
import { aPerson, type Person, type Turn } from '../support/fake-prompter';
import { aWizard, recordOn, textOf } from '../support/program';
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
  test('no step can be gone back from but by its choice', async () => {
    const { person } = await walked(turns);
    const steps = person.put.filter(({ id }) => id.startsWith('step:'));
    expect(steps.map(({ back, values }) => [back, values.includes('back')])).toEqual(steps.map(() => [false, true]));
  });
});

const toTheTraining: readonly Turn[] = [
  ...toTheFirstStep,
  ['step:cancel-apple', 'skip'],
  ...afterCancelApple.slice(0, 3),
  ['step:turn-off-training', 'stop'],
];

test('other ways are offered where there are some', async () => {
  const { person } = await walked(toTheTraining);
  expect(at(person, 'step:cancel-apple').values).toContain('ways');
  expect(at(person, 'step:turn-off-training').values).not.toContain('ways');
});

test('beside “skip” stands that a step is optional, where it is; beside “done” always what it means', async () => {
  const { person } = await walked(toTheTraining);
  expect(Object.keys(at(person, 'step:cancel-apple').hints)).toEqual(['done']);
  expect(Object.keys(at(person, 'step:turn-off-training').hints)).toEqual(['done', 'skip']);
});

describe('opening the page', () => {
  const opening: readonly Turn[] = [...toTheFirstStep, ['step:cancel-apple', 'open'], ['step:cancel-apple', 'stop']];
  const saidThen = async (setting: Setting, argv?: string): Promise<string> =>
    textOf(at((await walked(opening, setting, argv)).person, 'step:cancel-apple', 1).said);

  test('says that the browser was asked, or that it was not and what to do', async () => {
    expect(await saidThen({ opens: 'asked' })).toContain('Your browser was asked to open it');
    expect(await saidThen({}, '--no-open')).toContain('Nothing here could open it');
    expect(await saidThen({ opens: 'asked' })).not.toContain('Nothing here could open it');
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
