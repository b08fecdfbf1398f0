// "Check your answers", then the way out as a list: what the person sees before the first step.
import type { Journey, JourneyStep } from '../journey/journey';
import { mayBeCharged, UNSURE } from '../journey/profile';
import type { JourneyRecord } from '../journey/record';
import { stateOf } from '../journey/record';
import { answerRows } from './answers-view';
import type { Block, Document, StepEntry } from './document';
import { paragraph } from './document';
import { deadlineText, remarksOf, renewalText, timeText } from './voice';
import type { Voice } from './voice';

/** The answers, numbered so that each can be changed, and the steps they lead to. */
export function reviewDocument(voice: Voice, journey: Journey, record: JourneyRecord): Document {
  const { ui } = voice;
  const title = voice.say(ui.review.title);
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'facts',
        rows: answerRows(voice, journey.profile).map(({ short, value }, index) => ({
          term: `${index + 1}  ${short}`,
          line: [value],
        })),
      },
      ...firstWords(voice, journey),
      ...overviewBlocks(voice, journey, record),
    ],
    result: { steps: journey.steps.map(({ step }) => step.id) },
  };
}

/** What is also in use and has no step of its own. */
export function alsoBlocks(voice: Voice, journey: Journey): readonly Block[] {
  const remarks = remarksOf(voice, journey);
  return remarks.length === 0
    ? []
    : [
        {
          kind: 'list',
          ordered: false,
          items: remarks.map(({ text }) => [text]),
          title: voice.say(voice.ui.checklist.also),
        },
      ];
}

/** The steps as a list with their number, the time they take and what is special about them. */
export function overviewBlocks(voice: Voice, journey: Journey, record: Pick<JourneyRecord, 'steps'>): readonly Block[] {
  const { ui } = voice;
  const counts = { steps: journey.steps.length, minutes: journey.minutes, days: journey.waitDays };
  return [
    {
      kind: 'heading',
      level: 2,
      text: voice.say(journey.waitDays > 0 ? ui.review.way_out_waiting : ui.review.way_out, counts),
    },
    ...journey.steps.map((entry): Block => ({ kind: 'step', step: overviewEntry(voice, entry, record) })),
  ];
}

function overviewEntry(voice: Voice, entry: JourneyStep, record: Pick<JourneyRecord, 'steps'>): StepEntry {
  const { ui } = voice;
  const { step, number, deadline } = entry;
  const state = stateOf(record, step.id);
  const on = record.steps[step.id]?.on;
  const special =
    step.irreversible === true
      ? voice.say(ui.common.cannot_undo)
      : deadline !== undefined
        ? deadlineText(voice, deadline)
        : step.optional === true
          ? voice.say(ui.common.optional)
          : undefined;
  const aside = [timeText(voice, entry), ...(special === undefined ? [] : [special])].join(' · ');
  const stateWord =
    state === 'done'
      ? voice.say(ui.common.state_done, { date: on === undefined ? '' : voice.day(on) })
      : state === 'skipped'
        ? voice.say(ui.common.state_skipped)
        : undefined;
  return {
    id: step.id,
    number,
    state: state ?? 'open',
    title: voice.say(voice.step(step.id).title),
    ...(stateWord === undefined
      ? { aside: { text: aside, tone: step.irreversible === true ? 'warning' : 'quiet' } as const }
      : { stateWord }),
    blocks: [],
  };
}

function firstWords(voice: Voice, journey: Journey): readonly Block[] {
  const { ui } = voice;
  const { profile } = journey;
  const renewal = renewalText(voice, journey);
  return [
    ...(profile.goal === UNSURE ? [paragraph(voice.say(ui.review.unsure_goal))] : []),
    ...(mayBeCharged(profile) ? [] : [paragraph(voice.say(ui.review.free, { unsure: voice.say(ui.common.unsure) }))]),
    ...(renewal === undefined ? [] : [paragraph(renewal, 'warning')]),
    ...alsoBlocks(voice, journey),
  ];
}
