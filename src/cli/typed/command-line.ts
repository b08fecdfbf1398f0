// The one command that does the same without questions.
import type { Journey } from '../../journey/journey';
import { NONE, questionsFor } from '../../journey/questions';
import type { JourneyRecord } from '../../journey/record';
import { stateOf } from '../../journey/record';
import { FLAG_OF } from './options';

/** A command line for any shell, as `quitgpt …`: only words of closed sets, days and step ids, so nothing needs quoting. */
export function commandFor(record: JourneyRecord, journey: Journey): string {
  const { profile } = record;
  const answers = questionsFor(profile).flatMap(({ id, answer }) => {
    if (answer === undefined) return [];
    const text = typeof answer === 'string' ? answer : answer.length === 0 ? NONE : answer.join(',');
    return [`${FLAG_OF[id]} ${text}`];
  });
  const ids = (state: 'done' | 'skipped'): string =>
    journey.steps
      .filter(({ step }) => stateOf(record, step.id) === state)
      .map(({ step }) => step.id)
      .join(',');
  const done = ids('done');
  const skipped = ids('skipped');
  return [
    'quitgpt --no-input',
    ...answers,
    ...FLAGS.flatMap(([field, flag]) => (profile[field] === true ? [flag] : [])),
    ...(record.extras.reason === undefined ? [] : [`--reason ${record.extras.reason}`]),
    ...(done === '' ? [] : [`--done ${done}`]),
    ...(skipped === '' ? [] : [`--skip ${skipped}`]),
  ].join(' ');
}

const FLAGS = [
  ['lockedOut', '--locked-out'],
  ['sharedComputer', '--shared-computer'],
  ['cleanUp', '--clean-up'],
  ['share', '--share'],
] as const;
