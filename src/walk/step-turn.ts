// One step with one person: show it, then open, done, stuck, skip, back or stop, until it is clear what became of it.
import type { Journey, JourneyStep } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import type { Choice } from '../prompt/prompter';
import { otherWaysDocument, stepDocument, stuckDocument } from '../view/step-view';
import { exportTurn } from './export-turn';
import { copyOf, passGate } from './gate-turn';
import type { Session } from './session';

/** What the person decided. `locked-out`: they cannot sign in, which changes the way out. */
export type Decision = 'done' | 'skipped' | 'later' | 'back' | 'stop' | 'locked-out';
/** The Record has what was found out meanwhile; what was decided is not in it yet. */
export type Turn = { readonly decided: Decision; readonly record: JourneyRecord };
type Action = 'open' | 'check' | 'ways' | 'done' | 'skip' | 'later' | 'stuck' | 'back' | 'stop';

/** Runs one step. What the person decided is not kept here: the walk does that with the Turn. */
export async function stepTurn(
  session: Session,
  journey: Journey,
  entry: JourneyStep,
  start: JourneyRecord,
): Promise<Turn> {
  const { prompter, translator } = session;
  let record = start;
  let hasCopy = false;
  if (entry.step.irreversible === true) {
    const gate = await passGate(session, journey, entry, record);
    record = gate.record;
    if (gate.decided !== 'open') return { decided: gate.decided, record };
    hasCopy = gate.hasCopy;
  }
  prompter.say(stepDocument(translator, journey, entry, session.today));
  const notYet = entry.deadline?.kind === 'after';
  const canWait = notYet || waitsForAnother(journey, entry);
  let initial: Action = notYet
    ? 'later'
    : entry.step.irreversible === true && !hasCopy
      ? 'stop'
      : entry.step.checksExport === true
        ? 'check'
        : entry.link === undefined
          ? 'done'
          : 'open';
  for (;;) {
    const given = await prompter.askOne<Action>({
      id: `step:${entry.step.id}`,
      title: translator.say(translator.ui.step.ask),
      back: false,
      initial,
      choices: actionsOf(session, entry, canWait),
    });
    const action = given.kind === 'back' ? 'back' : given.value;
    switch (action) {
      case 'open':
        await openPage(session, entry);
        initial = 'done';
        break;
      case 'check': {
        record = await exportTurn(session, record);
        initial = (await copyOf(session, journey, record))?.kind === 'whole' ? 'done' : canWait ? 'later' : 'stop';
        break;
      }
      case 'ways': {
        const ways = otherWaysDocument(translator, entry);
        if (ways !== undefined) prompter.say(ways);
        initial = entry.link === undefined ? 'done' : 'open';
        break;
      }
      case 'stuck':
        if (await helpWhenStuck(session, entry)) return { decided: 'locked-out', record };
        break;
      case 'done':
      case 'later':
      case 'back':
      case 'stop':
        return { decided: action, record };
      case 'skip':
        return { decided: 'skipped', record };
    }
  }
}

/** What it needs may take days to arrive, as an export does. */
function waitsForAnother({ steps }: Journey, { step }: JourneyStep): boolean {
  return (
    step.irreversible !== true &&
    steps.some(({ step: other }) => other.waitDays !== undefined && (step.after ?? []).includes(other.id))
  );
}

function actionsOf({ translator }: Session, entry: JourneyStep, canWait: boolean): readonly Choice<Action>[] {
  const { ui } = translator;
  const { step } = entry;
  const choice = (value: Action, label: string, hint?: string): Choice<Action> => ({
    value,
    key: value,
    label,
    ...(hint === undefined ? {} : { hint }),
  });
  return [
    ...(entry.link === undefined ? [] : [choice('open', translator.say(ui.step.open))]),
    ...(step.checksExport === true
      ? [choice('check', translator.say(ui.export_check.action), translator.say(ui.export_check.action_hint))]
      : []),
    choice('done', translator.say(ui.step.done), translator.say(ui.step.done_hint)),
    ...(canWait ? [choice('later', translator.say(ui.step.later))] : []),
    choice('stuck', translator.say(ui.step.stuck)),
    ...(otherWaysDocument(translator, entry) === undefined
      ? []
      : [choice('ways', translator.say(ui.step.show_other_ways))]),
    choice(
      'skip',
      translator.say(ui.step.skip),
      step.optional === true ? translator.say(ui.step.skip_optional) : undefined,
    ),
    choice('back', translator.say(ui.common.back)),
    choice('stop', translator.say(ui.step.stop)),
  ];
}

async function openPage(
  { host, prompter, translator, guide, opensPages }: Session,
  { link }: JourneyStep,
): Promise<void> {
  const url = link === undefined ? undefined : guide.links[link]?.url;
  if (url === undefined) return;
  const opened = opensPages ? await host.openPage(url) : 'not-here';
  prompter.say({
    lang: translator.lang,
    title: url,
    blocks: [
      { kind: 'page', url },
      {
        kind: 'paragraph',
        line: [translator.say(opened === 'asked' ? translator.ui.step.opened : translator.ui.step.open_failed)],
        tone: 'quiet',
      },
    ],
    result: null,
  });
}

/** Lists what usually goes wrong here, shows the ways out, and comes back. True when the person cannot sign in. */
async function helpWhenStuck({ prompter, translator }: Session, entry: JourneyStep): Promise<boolean> {
  const { ui } = translator;
  const words = translator.step(entry.step.id).stuck;
  const given = await prompter.askOne<string>({
    id: `stuck:${entry.step.id}`,
    title: translator.say(ui.step.stuck_title),
    back: true,
    choices: [
      ...entry.stuck.map(({ id }) => ({ value: id, key: id, label: translator.say(words[id]?.problem ?? id) })),
      { value: '', key: 'else', label: translator.say(ui.step.stuck_else) },
    ],
  });
  if (given.kind === 'back') return false;
  prompter.say(stuckDocument(translator, entry, given.value));
  return entry.step.stuck.some(({ id, lockedOut }) => id === given.value && lockedOut === true);
}
