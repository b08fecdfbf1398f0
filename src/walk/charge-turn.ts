// A second look at the bill: whether a charge has come after all, told from one that is only announced, and what to do about it.
import type { CivilDate } from '../journey/dates';
import type { Journey, JourneyStep } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { timelineOf } from '../journey/timeline';
import { againPage, bookedPage, chargePage, pendingPage } from '../view/charge-view';
import type { Session } from './session';

type Charge = 'none' | 'pending' | 'booked';

/** Asks what the statement shows, and says what follows: only no charge, after both payment dates, settles the step. `undefined`: the person looks again first. */
export async function chargeTurn(
  { prompter, translator, today }: Pick<Session, 'prompter' | 'translator' | 'today'>,
  journey: Journey,
  record: JourneyRecord,
  entry: JourneyStep,
): Promise<'done' | 'later' | undefined> {
  const { say, ui } = translator;
  const { charge } = ui;
  const { profile } = record;
  const id = entry.step.id;
  const given = await prompter.askOne<Charge>({
    id: `charge:${id}`,
    title: say(charge.ask),
    back: true,
    choices: [
      { value: 'none', key: 'none', label: say(charge.none), hint: say(charge.none_hint) },
      { value: 'pending', key: 'pending', label: say(charge.pending) },
      { value: 'booked', key: 'booked', label: say(charge.booked) },
    ],
    above: chargePage(translator, profile, entry),
  });
  if (given.kind === 'back') return undefined;
  const again = given.value === 'none' ? secondLook(record, journey, today) : undefined;
  if (given.value === 'none' && again === undefined) return 'done';
  const page =
    again !== undefined
      ? againPage(translator, entry, again)
      : given.value === 'pending'
        ? pendingPage(translator, entry)
        : bookedPage(translator, profile, entry);
  await prompter.askOne<'step'>({
    id: `charged:${id}`,
    title: say(ui.step.ask),
    back: 'unlisted',
    choices: [{ value: 'step', key: 'step', label: say(ui.step.later) }],
    above: page,
  });
  return 'later';
}

/** The day of the second look, where the first payment date has passed and the second has not. */
function secondLook(record: JourneyRecord, journey: Journey, today: CivilDate): CivilDate | undefined {
  const dues = timelineOf(record, journey, today);
  const first = dues.find(({ id }) => id === 'statement');
  const second = dues.find(({ id }) => id === 'statement-again');
  return first?.state !== 'ahead' && second?.state === 'ahead' ? second.on : undefined;
}
