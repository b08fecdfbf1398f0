// The first screen, and the offer to carry on where the person stopped.
import { journeyFor } from '../journey/journey';
import { nextRequired } from '../journey/questions';
import type { JourneyRecord } from '../journey/record';
import { firstOpen, stateOf } from '../journey/record';
import { preambleScreen } from '../view/preamble-view';
import type { Session } from './session';

/** Says what this is; when progress was kept, asks whether to carry on with it. */
export async function opening(
  session: Session,
  kept: JourneyRecord | undefined,
  about: { readonly version: string; readonly checked: string; readonly others: readonly string[] },
): Promise<'carry-on' | 'fresh' | 'stop'> {
  const { prompter, translator, guide, today } = session;
  const { ui } = translator;
  const others = about.others.map((tag) => ({
    tag,
    name: new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag,
  }));
  prompter.introduce(
    preambleScreen(translator, {
      version: about.version,
      checked: about.checked,
      today,
      folder: session.keptIn,
      others,
    }),
  );
  if (kept === undefined) return 'fresh';
  if (session.takesDefaults) return 'carry-on';
  const journey = journeyFor(kept.profile, guide, today);
  const open = firstOpen(journey, kept);
  const settled = journey.steps.filter(({ step }) => stateOf(kept, step.id) !== undefined).length;
  const given = await prompter.askOne<'carry-on' | 'fresh' | 'stop'>({
    id: 'carry-on',
    title: translator.say(ui.carry_on.title, { started: translator.day(kept.started) }),
    ...(nextRequired(kept.profile) === undefined
      ? { help: translator.line(ui.carry_on.help, { done: settled, total: journey.steps.length }) }
      : {}),
    back: false,
    initial: 'carry-on',
    choices: [
      {
        value: 'carry-on',
        key: 'carry-on',
        label:
          nextRequired(kept.profile) !== undefined
            ? translator.say(ui.carry_on.resume_questions)
            : open === undefined
              ? translator.say(ui.carry_on.resume_end)
              : translator.say(ui.carry_on.resume, {
                  number: open.number,
                  step: translator.say(translator.step(open.step.id).title),
                }),
      },
      {
        value: 'fresh',
        key: 'fresh',
        label: translator.say(ui.carry_on.fresh),
        hint: translator.say(ui.carry_on.fresh_hint),
      },
      { value: 'stop', key: 'stop', label: translator.say(ui.carry_on.stop) },
    ],
  });
  return given.kind === 'back' ? 'stop' : given.value;
}
