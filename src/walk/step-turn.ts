// One step with one person: its screen, and what they do on it, until it is clear what became of it.
import type { Journey, JourneyStep } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { withWay } from '../journey/record';
import type { Block } from '../view/document';
import { barePage, pageOf, wayTitle } from '../view/step-screen';
import type { Shown } from '../view/step-screen';
import { chargeTurn } from './charge-turn';
import { exportTurn } from './export-turn';
import { copyOf, passGate } from './gate-turn';
import { moveTurn } from './move-turn';
import {
  addressOf,
  chooseStep,
  copyAddress,
  helpWhenStuck,
  isSure,
  openPage,
  showCode,
  showDifferent,
  showMore,
} from './step-pages';
import { stepQuestion } from './step-question';
import type { Action } from './step-question';
import type { Session } from './session';

/** What the person decided. `locked-out`: they cannot sign in, which changes the way out. `go-to`: another step first. */
export type Decision = 'done' | 'skipped' | 'later' | 'back' | 'stop' | 'locked-out' | 'go-to';
/** The Record has what was found out meanwhile; what was decided is not in it yet. `to`: the id of the step to go to. */
export type Turn = { readonly decided: Decision; readonly record: JourneyRecord; readonly to?: string };

/** Runs one step. What the person decided is not kept here: the walk does that with the Turn. */
export async function stepTurn(
  session: Session,
  journey: Journey,
  entry: JourneyStep,
  start: JourneyRecord,
): Promise<Turn> {
  const { step } = entry;
  let record = start;
  let hasCopy = false;
  if (step.irreversible === true) {
    const gate = await passGate(session, journey, entry, record);
    record = gate.record;
    if (gate.decided !== 'open') return { decided: gate.decided, record };
    hasCopy = gate.hasCopy;
  }
  const isInParts = step.everyWay === true;
  if (!isInParts) {
    const chosen = await chooseWay(session, entry, record);
    if (chosen === 'back') return { decided: 'back', record };
    record = chosen;
  }
  const notYet = entry.deadline?.kind === 'after';
  const canWait = notYet || waitsForAnother(journey, entry);
  const mayNotGoOn = step.irreversible === true && !hasCopy;
  const first = (at: number): Action =>
    notYet
      ? 'later'
      : mayNotGoOn
        ? 'stop'
        : step.checksExport === true
          ? 'check'
          : pageOf(entry, shownOf(entry, record, at).way) === undefined
            ? 'done'
            : 'open';
  let at = 0;
  let initial = first(at);
  let notice: Block | undefined;
  for (;;) {
    const shown = shownOf(entry, record, at);
    const url = addressOf(session, entry, shown);
    const given = await session.prompter.askOne<Action>({
      ...stepQuestion(session, journey, entry, record, shown, { canWait, mayNotGoOn, notice }),
      initial,
    });
    notice = undefined;
    if (given.kind === 'back') {
      if (at === 0) return { decided: 'back', record };
      at -= 1;
      initial = first(at);
      continue;
    }
    let action = given.value;
    if (action === 'more') {
      const chosen = await showMore(session, entry, shown);
      if (chosen === 'step') continue;
      action = chosen;
    }
    switch (action) {
      case 'open':
        notice = await openPage(session, url);
        initial = 'done';
        break;
      case 'copy':
        notice = await copyAddress(session, url);
        break;
      case 'code':
        await showCode(session, entry, url);
        break;
      case 'check': {
        record = await exportTurn(session, record);
        initial = (await copyOf(session, journey, record))?.kind === 'whole' ? 'done' : canWait ? 'later' : 'stop';
        if (initial === 'stop' && !mayNotGoOn) initial = 'check';
        break;
      }
      case 'move':
        await moveTurn(session, record, entry.step.id);
        initial = 'done';
        break;
      case 'different':
        record = await showDifferent(session, entry, record, shown);
        break;
      case 'stuck':
        if (await helpWhenStuck(session, entry)) return { decided: 'locked-out', record };
        break;
      case 'steps': {
        const to = await chooseStep(session, journey, entry, record);
        if (to !== undefined) return { decided: 'go-to', record, to };
        break;
      }
      case 'done':
        if (at + 1 < shown.of) {
          at += 1;
          initial = first(at);
          break;
        }
        if (!(await isSure(session, entry))) break;
        if (step.asksCharge === true) {
          const decided = await chargeTurn(session, journey, record, entry);
          if (decided === undefined) break;
          return { decided, record };
        }
        return { decided: 'done', record };
      case 'later':
      case 'stop':
        return { decided: action, record };
      case 'skip':
        return { decided: 'skipped', record };
    }
  }
}

/** Which way is in front of the person: asked once, of the steps that ask it. `back`: they would rather not say. */
async function chooseWay(session: Session, entry: JourneyStep, record: JourneyRecord): Promise<JourneyRecord | 'back'> {
  const { prompter, translator } = session;
  const { step, ways } = entry;
  if (step.asksWay !== true || ways.length < 2 || session.takesDefaults || chosenWay(entry, record) !== undefined)
    return record;
  const given = await prompter.askOne<string>({
    id: `way:${step.id}`,
    title: translator.say(translator.ui.step.way_ask),
    help: translator.line(translator.ui.step.way_help),
    back: true,
    choices: ways.map(({ id }) => ({ value: id, key: id, label: wayTitle(translator, entry, id) })),
    above: barePage(translator, entry, 'way'),
  });
  if (given.kind === 'back') return 'back';
  return session.keep(withWay(record, step.id, given.value, session.today));
}

function chosenWay({ step, ways }: JourneyStep, { ways: kept = {} }: JourneyRecord): string | undefined {
  const way = Object.hasOwn(kept, step.id) ? kept[step.id] : undefined;
  return ways.some(({ id }) => id === way) ? way : undefined;
}

/** Of parts the one at `at`, of alternatives the chosen one. */
export function shownOf(entry: JourneyStep, record: JourneyRecord, at: number): Shown {
  const { step, ways } = entry;
  if (step.everyWay === true) return { way: ways[at]?.id ?? '', at, of: ways.length };
  return { way: chosenWay(entry, record) ?? ways[0]?.id ?? '', at: 0, of: 1 };
}

/** What it needs may take days to arrive, as an export does. */
function waitsForAnother({ steps }: Journey, { step }: JourneyStep): boolean {
  return (
    step.irreversible !== true &&
    steps.some(({ step: other }) => other.waitDays !== undefined && (step.after ?? []).includes(other.id))
  );
}
