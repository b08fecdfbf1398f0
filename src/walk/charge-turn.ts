// A second look at the bill: whether a charge has come after all, told from one that is only announced, and what to do about it.
import type { JourneyStep } from '../journey/journey';
import type { Profile } from '../journey/profile';
import { bookedPage, chargePage, pendingPage } from '../view/charge-view';
import type { Session } from './session';

type Charge = 'none' | 'pending' | 'booked';

/** Asks what the statement shows, and says what follows: only no charge settles the step. `undefined`: the person looks again first. */
export async function chargeTurn(
  { prompter, translator }: Pick<Session, 'prompter' | 'translator'>,
  profile: Profile,
  entry: JourneyStep,
): Promise<'done' | 'later' | undefined> {
  const { say, ui } = translator;
  const { charge } = ui;
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
  if (given.value === 'none') return 'done';
  await prompter.askOne<'step'>({
    id: `charged:${id}`,
    title: say(ui.step.ask),
    back: 'unlisted',
    choices: [{ value: 'step', key: 'step', label: say(ui.step.later) }],
    above: given.value === 'pending' ? pendingPage(translator, entry) : bookedPage(translator, profile, entry),
  });
  return 'later';
}
