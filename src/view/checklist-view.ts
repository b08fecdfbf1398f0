// The journey as a checklist: for paper, for a task list, for a program.
import type { CivilDate } from '../journey/dates';
import type { Journey, JourneyStep } from '../journey/journey';
import { UNSURE } from '../journey/profile';
import { oldCopyBlocks, oldCopyText } from './age-view';
import { answerRows } from './answers-view';
import type { Aside, Block, Document, Json } from './document';
import { paragraph } from './document';
import { alsoBlocks } from './review-view';
import { oldTextBlocks, sourcesHere } from './sources-view';
import { stepResult, timeBlocks, wayBlocks } from './step-view';
import { remarksOf, renewalText, stepAside, timeText } from './voice';
import type { Voice } from './voice';

/** The whole journey on one sheet. `checked` is the day the content was checked; how old its texts are is told as of `today`. */
export function checklistDocument(voice: Voice, journey: Journey, checked: string, today: CivilDate): Document {
  const { ui } = voice;
  const title = voice.say(journey.goal === 'delete' ? ui.checklist.title_delete : ui.checklist.title_cancel);
  const given = answerRows(voice, journey.profile)
    .filter((row) => row.given && !row.empty && row.id !== 'goal')
    .map(({ value }) => value);
  const renewal = renewalText(voice, journey);
  // Whoever said that the computer is not theirs has steps for it.
  const isSteps = journey.profile.sharedComputer === true;
  const undecided = journey.profile.goal === undefined || journey.profile.goal === UNSURE;
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(renewal === undefined ? [] : [paragraph(renewal, 'warning')]),
      ...oldCopyBlocks(voice, checked, today),
      paragraph(voice.say(ui.checklist.intro)),
      ...(undecided ? [paragraph(voice.line(ui.checklist.intro_delete), 'quiet')] : []),
      ...(given.length === 0 ? [] : [paragraph(voice.say(ui.checklist.for, { answers: given.join(' · ') }), 'quiet')]),
      ...(isSteps ? [] : [paragraph(voice.say(ui.checklist.computer_first))]),
      ...journey.steps.map((entry): Block => ({
        kind: 'step',
        step: {
          id: entry.step.id,
          number: entry.number,
          state: 'open',
          title: voice.say(voice.step(entry.step.id).title),
          aside: checklistAside(voice, entry),
          blocks: checklistBlocks(voice, journey, entry, today),
        },
      })),
      ...alsoBlocks(voice, journey),
      ...(isSteps ? [] : [paragraph(voice.say(ui.checklist.computer_last))]),
      paragraph(
        `${voice.say(ui.checklist.checked, { date: voice.day(checked) })} ${voice.say(ui.common.not_affiliated)}`,
        'quiet',
      ),
    ],
    // Made only for who reads it: text and pages do not.
    get result() {
      return checklistResult(voice, journey, checked, today);
    },
  };
}

function checklistAside(voice: Voice, entry: JourneyStep): Aside {
  const special = stepAside(voice, entry);
  return {
    text: [timeText(voice, entry), ...(special === undefined ? [] : [special.text])].join(' · '),
    tone: special?.tone ?? 'quiet',
  };
}

/** Condition, path, lines, how to know, address, a line for the date: what fits on paper and is enough without a screen. */
function checklistBlocks(voice: Voice, journey: Journey, entry: JourneyStep, today: CivilDate): readonly Block[] {
  const { ui } = voice;
  const words = voice.step(entry.step.id);
  const link = entry.link === undefined ? undefined : voice.catalogue.guide.links[entry.link];
  const page: readonly Block[] = link === undefined ? [] : [{ kind: 'page', url: link.url, qr: true }];
  const old = oldTextBlocks(voice, sourcesHere(voice, entry), today);
  if (entry.step.brief === true) return [paragraph(voice.line(words.why)), ...old, ...page];
  return [
    ...(entry.inDoubt && words.onlyIf !== undefined ? [paragraph(voice.say(words.onlyIf), 'warning')] : []),
    // When to look is beside the title, and on paper a step waits by itself.
    ...(entry.deadline?.kind === 'after' ? [] : timeBlocks(voice, journey, entry)),
    ...beforeIrreversible(voice, entry),
    ...entry.ways.flatMap((way, index): readonly Block[] => {
      // What cannot be undone is spelled out; elsewhere the menu path is enough.
      if (entry.step.irreversible === true && index === 0) return wayBlocks(voice, entry, way.id);
      const title = entry.ways.length > 1 ? words.ways[way.id]?.title : undefined;
      if (way.path === undefined) return wayBlocks(voice, entry, way.id);
      const last = words.ways[way.id]?.last;
      return [
        {
          kind: 'path',
          labels: [...way.path.map((id) => voice.label(id)), ...(last === undefined ? [] : [voice.say(last)])],
          ...(title === undefined ? {} : { title: voice.say(title) }),
        },
      ];
    }),
    ...entry.notes.filter(isHeavy).map(({ id }) => paragraph(voice.line(words.notes?.[id] ?? ''), 'warning')),
    ...(entry.step.irreversible === true ? [] : trapBlocks(voice, entry, entry.traps.filter(isHeavy))),
    paragraph(voice.line(words.worked), 'plain', voice.say(ui.step.worked)),
    ...old,
    ...page,
    { kind: 'fill', label: voice.say(ui.checklist.on) },
  ];
}

/** What costs money or chats to miss: it stands in every form. */
function isHeavy({ weight }: JourneyStep['traps'][number]): boolean {
  return weight !== 'plain';
}

function trapBlocks(voice: Voice, { step }: JourneyStep, traps: JourneyStep['traps']): readonly Block[] {
  const words = voice.step(step.id).traps;
  return traps.length === 0
    ? []
    : [
        {
          kind: 'list',
          ordered: false,
          tone: 'warning',
          items: traps.map(({ id }) => voice.line(words?.[id] ?? '')),
          title: voice.say(voice.ui.step.traps),
        },
      ];
}

/** What goes for good, what stays and what to watch for, before the steps that cannot be undone. */
function beforeIrreversible(voice: Voice, entry: JourneyStep): readonly Block[] {
  const { gate } = voice.step(entry.step.id);
  if (entry.step.irreversible !== true || gate === undefined) return [];
  const joined = (texts: typeof gate.goes): string => texts.map((text) => voice.say(text)).join(' · ');
  return [
    paragraph(joined(gate.goes), 'warning', voice.say(voice.ui.gate.goes)),
    paragraph(joined(gate.stays), 'plain', voice.say(voice.ui.gate.stays)),
    ...trapBlocks(voice, entry, entry.traps),
  ];
}

function checklistResult(voice: Voice, journey: Journey, checked: string, today: CivilDate): Json {
  return {
    lang: voice.lang,
    checked,
    oldCopy: oldCopyText(voice, checked, today),
    goal: journey.goal,
    minutes: journey.minutes,
    waitDays: journey.waitDays,
    renewal: journey.renewal === undefined ? undefined : { ...journey.renewal, text: renewalText(voice, journey) },
    computer:
      journey.profile.sharedComputer === true
        ? undefined
        : { first: voice.say(voice.ui.checklist.computer_first), last: voice.say(voice.ui.checklist.computer_last) },
    remarks: remarksOf(voice, journey).map(({ use, text }) => ({ use, text })),
    steps: journey.steps.map((entry) => stepResult(voice, entry, today)),
  };
}
