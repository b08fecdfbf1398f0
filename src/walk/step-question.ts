// What is asked at a step: its screen, and under it what the person can do.
import type { Journey, JourneyStep } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import type { Choice, OneQuestion } from '../prompt/prompter';
import type { Block } from '../view/document';
import { stepScreen } from '../view/step-screen';
import type { Shown } from '../view/step-screen';
import { addressOf } from './step-pages';
import type { Session } from './session';

/** What the person can do at a step. */
export type Action =
  | 'open'
  | 'check'
  | 'move'
  | 'done'
  | 'later'
  | 'different'
  | 'stuck'
  | 'more'
  | 'skip'
  | 'stop'
  | 'copy'
  | 'code'
  | 'steps';

/** The step as it is asked about: its screen, and under it what can be done. */
export function stepQuestion(
  session: Pick<Session, 'translator' | 'guide' | 'today'>,
  journey: Journey,
  entry: JourneyStep,
  record: JourneyRecord,
  shown: Shown,
  now: { readonly canWait: boolean; readonly mayNotGoOn: boolean; readonly notice?: Block | undefined },
): OneQuestion<Action> {
  const { translator, today } = session;
  return {
    id: `step:${entry.step.id}`,
    title: translator.say(translator.ui.step.ask),
    back: true,
    choices: actionsOf(session, entry, record, shown, now),
    above: stepScreen(translator, journey, entry, record, today, shown, now.notice),
  };
}

/** What can be done: the usual in a list, the rest by a letter in its foot. */
function actionsOf(
  session: Pick<Session, 'translator' | 'guide'>,
  entry: JourneyStep,
  record: JourneyRecord,
  shown: Shown,
  { canWait, mayNotGoOn }: { readonly canWait: boolean; readonly mayNotGoOn: boolean },
): readonly Choice<Action>[] {
  const { say, ui, step: wordsOf } = session.translator;
  const { step, ways } = entry;
  const hasPage = addressOf(session, entry, shown) !== undefined;
  const choice = (value: Action, label: string, more: Partial<Choice<Action>> = {}): Choice<Action> => ({
    value,
    key: value,
    label,
    ...more,
  });
  const isDifferent = wordsOf(step.id).different !== undefined || (step.everyWay !== true && ways.length > 1);
  return [
    ...(mayNotGoOn ? [choice('stop', say(ui.step.stop))] : []),
    ...(hasPage ? [choice('open', say(ui.step.open))] : []),
    ...(step.checksExport === true
      ? [choice('check', say(ui.export_check.action), { hint: say(ui.export_check.action_hint) })]
      : []),
    ...(step.checksExport === true && mayMove(record)
      ? [choice('move', say(ui.move.action), { hint: say(ui.move.action_hint) })]
      : []),
    choice('done', say(ui.step.done), { hint: say(ui.step.done_hint) }),
    ...(canWait ? [choice('later', say(ui.step.later))] : []),
    ...(isDifferent
      ? [choice('different', say(ui.step.look_different), { hint: say(ui.step.look_different_hint) })]
      : []),
    choice('stuck', say(ui.step.stuck)),
    choice('more', say(ui.step.more), { hint: say(ui.step.more_hint) }),
    choice('skip', say(ui.step.skip), { shortcut: { letter: 's', label: say(ui.step.foot_skip) } }),
    ...(mayNotGoOn
      ? []
      : [choice('stop', say(ui.step.stop), { shortcut: { letter: 'q', label: say(ui.step.foot_stop) } })]),
    ...(hasPage
      ? [
          choice('copy', say(ui.step.copy), { shortcut: { letter: 'c', label: say(ui.step.foot_copy) } }),
          choice('code', say(ui.step.code), { shortcut: { letter: 'p', label: say(ui.step.foot_code) } }),
        ]
      : []),
    choice('steps', say(ui.step.steps), { shortcut: { letter: 'a', label: say(ui.step.foot_steps) } }),
  ];
}

/** There are chats to take along: an export was looked into, and is not known to be broken. */
function mayMove({ export: kept }: JourneyRecord): boolean {
  return kept?.check !== undefined && kept.check.verdict !== 'damaged';
}
