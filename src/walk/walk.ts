// The walk: from the first open step to the last, keeping progress after each.
import { journeyFor } from '../journey/journey';
import type { Journey, JourneyStep } from '../journey/journey';
import { answered, questionBefore, questionsAfter } from '../journey/questions';
import type { JourneyRecord } from '../journey/record';
import { firstOpen, stateOf, withProfile, withState } from '../journey/record';
import { overviewBlocks } from '../view/review-view';
import { offerCalendar } from './calendar-offer';
import { askQuestion } from './interview';
import { askProof } from './proof-turn';
import { changeAnswer, note } from './review';
import type { Session } from './session';
import { stepTurn } from './step-turn';

/** `end`: the person went through to the last step. `back`: back before the first one. */
export type Walked = { readonly kind: 'end' | 'stop' | 'back'; readonly record: JourneyRecord };

/** Walks the steps of the Record's Journey, from `from` (a step id) or the first open one. */
export async function walk(session: Session, start: JourneyRecord, from?: string): Promise<Walked> {
  const { guide } = session;
  let record = start;
  let journey = journeyFor(record.profile, guide, session.today);
  /** The calendar is offered once a run. */
  let isOffered = false;
  let index = indexOf(journey, from ?? firstOpen(journey, record)?.step.id);
  for (;;) {
    const open = journey.steps[index];
    if (open === undefined) return { kind: 'end', record };
    const before = stateOf(record, open.step.id);
    record = await session.catchUp(record);
    if (before === undefined && stateOf(record, open.step.id) !== undefined) {
      // Settled in another window meanwhile.
      journey = journeyFor(record.profile, guide, session.today);
      index = nextOpen(
        journey,
        record,
        journey.steps.findIndex(({ step }) => step.id === open.step.id),
      );
      continue;
    }
    record = await askBefore(session, record, open);
    journey = journeyFor(record.profile, guide, session.today);
    // What was answered may have moved the step, but it does not take it away.
    index = indexOf(journey, open.step.id);
    const entry = journey.steps[index] ?? open;
    const turn = await stepTurn(session, journey, entry, record);
    record = turn.record;
    switch (turn.decided) {
      case 'stop':
        return { kind: 'stop', record };
      case 'go-to':
        index = indexOf(journey, turn.to);
        continue;
      case 'back':
        if (index === 0) return { kind: 'back', record };
        index -= 1;
        continue;
      case 'later':
        index = nextOpen(journey, record, index);
        continue;
      case 'locked-out':
        record = await session.keep(withProfile(record, { ...record.profile, lockedOut: true }, session.today));
        journey = sayNewWay(session, record, session.translator.ui.step.locked_out);
        index = indexOf(journey, firstOpen(journey, record)?.step.id);
        continue;
      case 'skipped':
        record = await session.keep(withState(record, entry.step.id, 'skipped', session.today));
        warnAboutSkip(session, entry);
        index = nextOpen(journey, record, index);
        continue;
      case 'done':
        record = await session.keep(withState(record, entry.step.id, 'done', session.today));
        if (entry.step.proof === true) record = await askProof(session, record, entry.step);
        isOffered ||= await offerCalendar(session, journey, entry, record);
        ({ record, journey } = await learn(session, record, journey, entry));
        index = nextOpen(
          journey,
          record,
          journey.steps.findIndex(({ step }) => step.id === entry.step.id),
        );
    }
  }
}

/** Asks what only this step needs to know. Going back leaves it open: the step shows what may apply. */
async function askBefore(session: Session, start: JourneyRecord, { step }: JourneyStep): Promise<JourneyRecord> {
  let record = start;
  if (session.takesDefaults) return record;
  for (
    let question = questionBefore(step, record.profile);
    question !== undefined;
    question = questionBefore(step, record.profile)
  ) {
    const given = await askQuestion(session, question, { back: true });
    if (given.kind === 'back') return record;
    record = await session.keep(withProfile(record, answered(record.profile, question.id, given.value), session.today));
  }
  return record;
}

/** After a step that finds something out: asks the questions the person was unsure of, and shows the new way out. */
async function learn(
  session: Session,
  start: JourneyRecord,
  journey: Journey,
  entry: JourneyStep,
): Promise<{ record: JourneyRecord; journey: Journey }> {
  const questions = questionsAfter(entry.step, start.profile);
  if (questions.length === 0) return { record: start, journey };
  let record = start;
  for (const id of questions) record = await changeAnswer(session, record, id);
  // A person who still does not know has learned nothing: the way out is the one they were on.
  const isAsBefore = questions.every((id) => questionsAfter(entry.step, record.profile).includes(id));
  return { record, journey: isAsBefore ? journey : sayNewWay(session, record, session.translator.ui.step.learned) };
}

function sayNewWay(
  { prompter, translator, guide, today }: Session,
  record: JourneyRecord,
  why: Parameters<typeof translator.say>[0],
): Journey {
  const journey = journeyFor(record.profile, guide, today);
  prompter.say({
    lang: translator.lang,
    title: translator.say(why),
    blocks: [{ kind: 'paragraph', line: [translator.say(why)] }, ...overviewBlocks(translator, journey, record)],
    result: null,
  });
  return journey;
}

function warnAboutSkip(session: Session, { step }: JourneyStep): void {
  const { prompter, translator } = session;
  if (step.stopsBilling !== undefined)
    prompter.say(
      note(
        session,
        translator.say(translator.ui.step.warn_skip, { step: translator.say(translator.step(step.id).title) }),
        'warning',
      ),
    );
}

/** The place of a step; of the first one when it is not on the way (any more); past the end when no id is given. */
function indexOf(journey: Journey, id: string | undefined): number {
  if (id === undefined) return journey.steps.length;
  return Math.max(
    0,
    journey.steps.findIndex(({ step }) => step.id === id),
  );
}

/** The next step after `index` that nobody spoke of; the first such step when `index` is -1. */
function nextOpen(journey: Journey, record: JourneyRecord, index: number): number {
  const next = journey.steps.findIndex(({ step }, at) => at > index && stateOf(record, step.id) === undefined);
  return next === -1 ? journey.steps.length : next;
}
