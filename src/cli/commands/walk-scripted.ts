// The walk without questions: every answer has to be there, and what is printed says where that leaves the person.
import { journeyFor, findStep } from '../../journey/journey';
import type { Profile } from '../../journey/profile';
import { UNSURE } from '../../journey/profile';
import { answered, nextRequired } from '../../journey/questions';
import type { JourneyRecord } from '../../journey/record';
import { firstOpen, stateOf, withProfile } from '../../journey/record';
import { summarise } from '../../journey/summary';
import { MissingAnswer } from '../../prompt/prompter';
import { oldCopyText } from '../../view/age-view';
import { stepDocument } from '../../view/step-view';
import { summaryDocument } from '../../view/summary-view';
import { renewalText } from '../../view/translator';
import type { Session } from '../../walk/session';
import { EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { applyProgress, stepOnWay } from '../record/progress-flags';
import { oneLine } from '../../view/document';
import { giveResult } from '../output';
import type { Run } from '../run';
import type { WalkFlags } from './walk.command';
import type { SaidProgress } from '../record/progress-flags';

/** Nobody is asked: every answer has to be there, only `--done` and `--skip` say what happened. */
export async function walkAlone(
  session: Session,
  run: Run,
  flags: WalkFlags,
  start: JourneyRecord,
  said: SaidProgress,
): Promise<ExitCode> {
  const { guide, translator, today } = session;
  const profile = run.flags.yes === true ? withDefaults(start.profile) : start.profile;
  const missing = nextRequired(profile);
  if (missing !== undefined) throw new MissingAnswer(missing.id);
  const record = await session.keep(await applyProgress(run, withProfile(start, profile, today), said));
  const journey = journeyFor(profile, guide, today);
  if (flags.step !== undefined) {
    const entry = findStep(journey, stepOnWay(record, flags.step, session));
    if (entry !== undefined)
      await giveResult(run, stepDocument(translator, journey, entry, today), flags, { name: `quitgpt-${flags.step}` });
    return EXIT.complete;
  }
  const file = await giveResult(run, summaryDocument(run.paper, summarise(record, journey)), flags, {
    name: `quitgpt-summary-${today}`,
  });
  if (file !== undefined)
    session.prompter.say(oneLine(translator, translator.say(translator.ui.ending.summary_written, { file })));
  const old = oldCopyText(translator, run.checked, run.today);
  if (old !== undefined) session.prompter.say(oneLine(translator, old, 'warning'));
  const renewal = renewalText(translator, journey);
  const open = firstOpen(journey, record);
  if (open === undefined) return EXIT.complete;
  if (
    renewal !== undefined &&
    journey.steps.some(({ step }) => step.deadline === 'before-renewal' && stateOf(record, step.id) === undefined)
  )
    session.prompter.say(oneLine(translator, renewal, 'warning'));
  const left = journey.steps.filter(({ step }) => stateOf(record, step.id) === undefined).length;
  session.prompter.say(
    oneLine(
      translator,
      `${translator.say(translator.ui.ending.steps_left, { n: left })} ${translator.say(translator.ui.ending.next_step, { number: open.number, step: translator.say(translator.step(open.step.id).title) })}`,
    ),
  );
  return EXIT.stepsLeft;
}

/** `--yes` answers "not sure" to everything but the goal, which has no default. */
function withDefaults(start: Profile): Profile {
  let profile = start;
  for (
    let question = nextRequired(profile);
    question !== undefined && question.id !== 'goal';
    question = nextRequired(profile)
  )
    profile = answered(profile, question.id, UNSURE);
  return profile;
}
