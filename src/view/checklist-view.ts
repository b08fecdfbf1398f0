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
import { remarksOf, renewalText, stepAside, timeText } from './translator';
import type { Translator } from './translator';

/** The whole journey on one sheet. `checked` is the day the content was checked; how old its texts are is told as of `today`. */
export function checklistDocument(
  translator: Translator,
  journey: Journey,
  checked: string,
  today: CivilDate,
): Document {
  const { ui } = translator;
  const title = translator.say(journey.goal === 'delete' ? ui.checklist.title_delete : ui.checklist.title_cancel);
  const given = answerRows(translator, journey.profile)
    .filter((row) => row.given && !row.empty && row.id !== 'goal')
    .map(({ value }) => value);
  const renewal = renewalText(translator, journey);
  // Whoever said that the computer is not theirs has steps for it.
  const isSteps = journey.profile.sharedComputer === true;
  const undecided = journey.profile.goal === undefined || journey.profile.goal === UNSURE;
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(renewal === undefined ? [] : [paragraph(renewal, 'warning')]),
      ...oldCopyBlocks(translator, checked, today),
      paragraph(translator.say(ui.checklist.intro)),
      ...(undecided ? [paragraph(translator.line(ui.checklist.intro_delete), 'quiet')] : []),
      ...(given.length === 0
        ? []
        : [paragraph(translator.say(ui.checklist.for, { answers: given.join(' · ') }), 'quiet')]),
      ...(isSteps ? [] : [paragraph(translator.say(ui.checklist.computer_first))]),
      ...checklistSteps(translator, journey, today),
      ...alsoBlocks(translator, journey),
      ...(isSteps ? [] : [paragraph(translator.say(ui.checklist.computer_last))]),
      paragraph(
        `${translator.say(ui.checklist.checked, { date: translator.day(checked) })} ${translator.say(ui.common.not_affiliated)}`,
        'quiet',
      ),
    ],
    // Made only for who reads it: text and pages do not.
    get result() {
      return checklistResult(translator, journey, checked, today);
    },
  };
}

/** The steps of the journey as they stand on paper, each with its box. How old their texts are is told as of `today`. */
export function checklistSteps(translator: Translator, journey: Journey, today: CivilDate): readonly Block[] {
  return journey.steps.map((entry) => ({
    kind: 'step',
    step: {
      id: entry.step.id,
      number: entry.number,
      state: 'open',
      title: translator.say(translator.step(entry.step.id).title),
      aside: checklistAside(translator, entry),
      blocks: checklistBlocks(translator, journey, entry, today),
    },
  }));
}

function checklistAside(translator: Translator, entry: JourneyStep): Aside {
  const special = stepAside(translator, entry);
  return {
    text: [timeText(translator, entry), ...(special === undefined ? [] : [special.text])].join(' · '),
    tone: special?.tone ?? 'quiet',
  };
}

/** Condition, path, lines, how to know, address, a line for the date: what fits on paper and is enough without a screen. */
function checklistBlocks(
  translator: Translator,
  journey: Journey,
  entry: JourneyStep,
  today: CivilDate,
): readonly Block[] {
  const { ui } = translator;
  const words = translator.step(entry.step.id);
  const link = entry.link === undefined ? undefined : translator.catalogue.guide.links[entry.link];
  const page: readonly Block[] = link === undefined ? [] : [{ kind: 'page', url: link.url, qr: true }];
  const old = oldTextBlocks(translator, sourcesHere(translator, entry), today);
  if (entry.step.brief === true) return [paragraph(translator.line(words.why)), ...old, ...page];
  return [
    ...(entry.inDoubt && words.onlyIf !== undefined ? [paragraph(translator.say(words.onlyIf), 'warning')] : []),
    // When to look is beside the title, and on paper a step waits by itself.
    ...(entry.deadline?.kind === 'after' ? [] : timeBlocks(translator, journey, entry)),
    ...beforeIrreversible(translator, entry),
    ...entry.ways.flatMap((way, index): readonly Block[] => {
      // What cannot be undone is spelled out; elsewhere the menu path is enough.
      if (entry.step.irreversible === true && index === 0) return wayBlocks(translator, entry, way.id);
      const title = entry.ways.length > 1 ? words.ways[way.id]?.title : undefined;
      if (way.path === undefined) return wayBlocks(translator, entry, way.id);
      const last = words.ways[way.id]?.last;
      return [
        {
          kind: 'path',
          labels: [
            ...way.path.map((id) => translator.label(id)),
            ...(last === undefined ? [] : [translator.say(last)]),
          ],
          ...(title === undefined ? {} : { title: translator.say(title) }),
        },
      ];
    }),
    ...entry.notes.filter(isHeavy).map(({ id }) => paragraph(translator.line(words.notes?.[id] ?? ''), 'warning')),
    ...(entry.step.irreversible === true ? [] : trapBlocks(translator, entry, entry.traps.filter(isHeavy))),
    paragraph(translator.line(words.worked), 'plain', translator.say(ui.step.worked)),
    ...old,
    ...page,
    { kind: 'fill', label: translator.say(ui.checklist.on) },
  ];
}

/** What costs money or chats to miss: it stands in every form. */
function isHeavy({ weight }: JourneyStep['traps'][number]): boolean {
  return weight !== 'plain';
}

function trapBlocks(translator: Translator, { step }: JourneyStep, traps: JourneyStep['traps']): readonly Block[] {
  const words = translator.step(step.id).traps;
  return traps.length === 0
    ? []
    : [
        {
          kind: 'list',
          ordered: false,
          tone: 'warning',
          items: traps.map(({ id }) => translator.line(words?.[id] ?? '')),
          title: translator.say(translator.ui.step.traps),
        },
      ];
}

/** What goes for good, what stays and what to watch for, before the steps that cannot be undone. */
function beforeIrreversible(translator: Translator, entry: JourneyStep): readonly Block[] {
  const { gate } = translator.step(entry.step.id);
  if (entry.step.irreversible !== true || gate === undefined) return [];
  const joined = (texts: typeof gate.goes): string => texts.map((text) => translator.say(text)).join(' · ');
  return [
    paragraph(joined(gate.goes), 'warning', translator.say(translator.ui.gate.goes)),
    paragraph(joined(gate.stays), 'plain', translator.say(translator.ui.gate.stays)),
    ...trapBlocks(translator, entry, entry.traps),
  ];
}

function checklistResult(translator: Translator, journey: Journey, checked: string, today: CivilDate): Json {
  return {
    lang: translator.lang,
    checked,
    oldCopy: oldCopyText(translator, checked, today),
    goal: journey.goal,
    minutes: journey.minutes,
    waitDays: journey.waitDays,
    renewal: journey.renewal === undefined ? undefined : { ...journey.renewal, text: renewalText(translator, journey) },
    computer:
      journey.profile.sharedComputer === true
        ? undefined
        : {
            first: translator.say(translator.ui.checklist.computer_first),
            last: translator.say(translator.ui.checklist.computer_last),
          },
    remarks: remarksOf(translator, journey).map(({ use, text }) => ({ use, text })),
    steps: journey.steps.map((entry) => stepResult(translator, entry, today)),
  };
}
