// "Check your answers", then the way out as a list: what the person sees before the first step.
import type { Journey, JourneyStep } from '../journey/journey';
import { mayBeCharged, UNSURE } from '../journey/profile';
import type { JourneyRecord } from '../journey/record';
import { stateOf } from '../journey/record';
import { answerRows } from './answers-view';
import type { Block, Document, Screen, StepEntry } from './document';
import { paragraph } from './document';
import { deadlineText, remarksOf, renewalText, timeText } from './translator';
import type { Translator } from './translator';

/** The answers, numbered so that each can be changed, and the steps they lead to. */
export function reviewDocument(translator: Translator, journey: Journey, record: JourneyRecord): Document {
  const { ui } = translator;
  const title = translator.say(ui.review.title);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'facts',
        rows: answerRows(translator, journey.profile).map(({ short, value }, index) => ({
          term: `${index + 1}  ${short}`,
          line: [value],
        })),
      },
      ...firstWords(translator, journey),
      ...overviewBlocks(translator, journey, record),
    ],
    result: { steps: journey.steps.map(({ step }) => step.id) },
  };
}

/** The same as it is seen together with the question what to do now. */
export function reviewScreen(translator: Translator, journey: Journey, record: JourneyRecord): Screen {
  const { lang, blocks } = reviewDocument(translator, journey, record);
  const rankOf = (block: Block, index: number): number =>
    index === 0 ? 3 : block.kind === 'paragraph' && block.tone === 'quiet' ? 2 : 0;
  return { key: 'review', lang, parts: blocks.map((block, index) => ({ rank: rankOf(block, index), block })) };
}

/** What is also in use and has no step of its own. */
export function alsoBlocks(translator: Translator, journey: Journey): readonly Block[] {
  const remarks = remarksOf(translator, journey);
  return remarks.length === 0
    ? []
    : [
        {
          kind: 'list',
          ordered: false,
          items: remarks.map(({ text }) => [text]),
          title: translator.say(translator.ui.checklist.also),
        },
      ];
}

/** The steps as a list with their number, the time they take and what is special about them. */
export function overviewBlocks(
  translator: Translator,
  journey: Journey,
  record: Pick<JourneyRecord, 'steps'>,
): readonly Block[] {
  const { ui } = translator;
  const { steps, minutes, optionalMinutes, waitDays } = journey;
  // What is optional is counted apart: nobody has to spend that time.
  const counts = { steps: steps.length, minutes: minutes - optionalMinutes, days: waitDays };
  return [
    {
      kind: 'heading',
      level: 2,
      text: translator.say(waitDays > 0 ? ui.review.way_out_waiting : ui.review.way_out, counts),
    },
    ...(optionalMinutes === 0
      ? []
      : [paragraph(translator.say(ui.review.way_out_optional, { minutes: optionalMinutes }), 'quiet')]),
    ...journey.steps.map((entry): Block => ({ kind: 'step', step: overviewEntry(translator, entry, record) })),
  ];
}

function overviewEntry(translator: Translator, entry: JourneyStep, record: Pick<JourneyRecord, 'steps'>): StepEntry {
  const { ui } = translator;
  const { step, number, deadline } = entry;
  const state = stateOf(record, step.id);
  const on = record.steps[step.id]?.on;
  const special =
    step.irreversible === true
      ? translator.say(ui.common.cannot_undo)
      : deadline !== undefined
        ? deadlineText(translator, deadline)
        : step.optional === true
          ? translator.say(ui.common.optional)
          : undefined;
  const aside = [timeText(translator, entry), ...(special === undefined ? [] : [special])].join(' · ');
  const stateWord =
    state === 'done'
      ? translator.say(ui.common.state_done, { date: on === undefined ? '' : translator.day(on) })
      : state === 'skipped'
        ? translator.say(ui.common.state_skipped)
        : undefined;
  return {
    id: step.id,
    number,
    state: state ?? 'open',
    title: translator.say(translator.step(step.id).title),
    ...(stateWord === undefined
      ? { aside: { text: aside, tone: step.irreversible === true ? 'warning' : 'quiet' } as const }
      : { stateWord }),
    blocks: [],
  };
}

function firstWords(translator: Translator, journey: Journey): readonly Block[] {
  const { ui } = translator;
  const { profile } = journey;
  const renewal = renewalText(translator, journey);
  return [
    ...(profile.goal === UNSURE ? [paragraph(translator.say(ui.review.unsure_goal))] : []),
    ...(mayBeCharged(profile)
      ? []
      : [paragraph(translator.say(ui.review.free, { unsure: translator.say(ui.common.unsure) }))]),
    ...(renewal === undefined ? [] : [paragraph(renewal, 'warning')]),
    ...alsoBlocks(translator, journey),
  ];
}
