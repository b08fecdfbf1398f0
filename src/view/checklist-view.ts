// The journey as a checklist: for paper, for a task list, for a program.
import type { CivilDate } from '../journey/dates';
import type { Journey, JourneyStep } from '../journey/journey';
import { UNSURE } from '../journey/profile';
import { answerRows } from './answers-view';
import type { Aside, Block, Document, Json } from './document';
import { paragraph } from './document';
import { oldTextBlocks } from './sources-view';
import { stepResult, wayBlocks } from './step-view';
import { stepAside, timeText } from './voice';
import type { Voice } from './voice';

/** The whole journey on one sheet. `checked` is the day the content was checked; how old its texts are is told as of `today`. */
export function checklistDocument(voice: Voice, journey: Journey, checked: string, today: CivilDate): Document {
  const { ui } = voice;
  const title = voice.say(journey.goal === 'delete' ? ui.checklist.title_delete : ui.checklist.title_cancel);
  const given = answerRows(voice, journey.profile).filter((row) => row.given && !row.empty && row.id !== 'goal').map(({ value }) => value);
  const undecided = journey.profile.goal === undefined || journey.profile.goal === UNSURE;
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(voice.say(ui.checklist.intro)),
      ...(undecided ? [paragraph(voice.line(ui.checklist.intro_delete), 'quiet')] : []),
      ...(given.length === 0 ? [] : [paragraph(voice.say(ui.checklist.for, { answers: given.join(' · ') }), 'quiet')]),
      ...journey.steps.map((entry): Block => ({ kind: 'step', step: { id: entry.step.id, number: entry.number, state: 'open', title: voice.say(voice.step(entry.step.id).title), aside: checklistAside(voice, entry), blocks: checklistBlocks(voice, entry, today) } })),
      paragraph(`${voice.say(ui.checklist.checked, { date: voice.day(checked) })} ${voice.say(ui.common.not_affiliated)}`, 'quiet'),
    ],
    // Made only for who reads it: text and pages do not.
    get result() {
      return checklistResult(voice, journey, checked, today);
    },
  };
}

function checklistAside(voice: Voice, entry: JourneyStep): Aside {
  const special = stepAside(voice, entry);
  return { text: [timeText(voice, entry), ...(special === undefined ? [] : [special.text])].join(' · '), tone: special?.tone ?? 'quiet' };
}

/** Condition, path, lines, how to know, address, a line for the date: what fits on paper and is enough without a screen. */
function checklistBlocks(voice: Voice, entry: JourneyStep, today: CivilDate): readonly Block[] {
  const { ui } = voice;
  const words = voice.step(entry.step.id);
  const link = entry.link === undefined ? undefined : voice.catalogue.guide.links[entry.link];
  const page: readonly Block[] = link === undefined ? [] : [{ kind: 'page', url: link.url, qr: true }];
  const old = oldTextBlocks(voice, entry.step, today);
  if (entry.step.brief === true) return [paragraph(voice.line(words.why)), ...old, ...page];
  return [
    ...(entry.inDoubt && words.onlyIf !== undefined ? [paragraph(voice.say(words.onlyIf), 'warning')] : []),
    ...beforeIrreversible(voice, entry),
    ...entry.ways.flatMap((way, index): readonly Block[] => {
      // What cannot be undone is spelled out; elsewhere the menu path is enough.
      if (entry.step.irreversible === true && index === 0) return wayBlocks(voice, entry, way.id);
      const title = entry.ways.length > 1 ? words.ways[way.id]?.title : undefined;
      return way.path === undefined ? wayBlocks(voice, entry, way.id) : [{ kind: 'path', labels: way.path.map((id) => voice.label(id)), ...(title === undefined ? {} : { title: voice.say(title) }) }];
    }),
    ...entry.notes.filter(({ tone }) => tone === 'money').map(({ id }) => paragraph(voice.line(words.notes?.[id] ?? ''), 'warning')),
    paragraph(voice.line(words.worked), 'plain', voice.say(ui.step.worked)),
    ...old,
    ...page,
    { kind: 'fill', label: voice.say(ui.checklist.on) },
  ];
}

/** What goes for good and what to watch for, before the steps that cannot be undone. */
function beforeIrreversible(voice: Voice, { step }: JourneyStep): readonly Block[] {
  const { gate, traps } = voice.step(step.id);
  if (step.irreversible !== true || gate === undefined) return [];
  return [
    paragraph(gate.goes.map((text) => voice.say(text)).join(' · '), 'warning', voice.say(voice.ui.gate.goes)),
    { kind: 'list', ordered: false, tone: 'warning', items: (traps ?? []).map((text) => voice.line(text)), title: voice.say(voice.ui.step.traps) },
  ];
}

function checklistResult(voice: Voice, journey: Journey, checked: string, today: CivilDate): Json {
  return {
    lang: voice.lang,
    checked,
    goal: journey.goal,
    minutes: journey.minutes,
    waitDays: journey.waitDays,
    steps: journey.steps.map((entry) => stepResult(voice, entry, today)),
  };
}
