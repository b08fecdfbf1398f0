// One step on the screen: what, why, how, what may look different, how to know that it worked.
import type { CivilDate } from '../journey/dates';
import type { StepWords } from '../content/words';
import type { Journey, JourneyStep } from '../journey/journey';
import { withdrawalUntil } from '../journey/withdrawal';
import type { Block, Document, Json, Line } from './document';
import { paragraph } from './document';
import { sourceBlocks, sourcesHere, sourcesResult } from './sources-view';
import { stepAside, timeText } from './voice';
import type { Voice } from './voice';

/** At most this many numbered lines are shown at once; further ways wait behind a choice. */
const MOST_LINES = 9;

/** The whole step, as it stands above the choices of the walk. */
export function stepDocument(voice: Voice, journey: Journey, entry: JourneyStep, today: CivilDate): Document {
  const { ui } = voice;
  const { step, number } = entry;
  const aside = stepAside(voice, entry);
  const position = voice.say(ui.common.step_of, { number, total: journey.steps.length });
  return {
    lang: voice.lang,
    title: voice.say(voice.step(step.id).title),
    blocks: [
      { kind: 'heading', level: 3, text: position, ...(aside === undefined ? {} : { aside }) },
      {
        kind: 'heading',
        level: 1,
        text: voice.say(voice.step(step.id).title),
        aside: { text: timeText(voice, entry), tone: 'quiet' },
      },
      ...timeBlocks(voice, journey, entry),
      ...stepBlocks(voice, entry, today),
    ],
    get result() {
      return { step: stepResult(voice, entry, today), of: journey.steps.length };
    },
  };
}

/** What, how and how to know, without the heading: the same for the screen and the plain twin. */
function stepBlocks(voice: Voice, entry: JourneyStep, today: CivilDate): readonly Block[] {
  const { ui } = voice;
  const words = voice.step(entry.step.id);
  const { shown, hidden } = splitWays(voice, entry);
  return [
    ...(entry.inDoubt && words.onlyIf !== undefined
      ? [paragraph([voice.say(ui.step.maybe, { condition: withoutStop(voice.say(words.onlyIf)) })], 'warning')]
      : []),
    paragraph(voice.line(words.why)),
    ...shown.flatMap((id) => wayBlocks(voice, entry, id)),
    ...(hidden.length > 0
      ? [paragraph(voice.say(ui.step.other_ways, { list: hiddenTitles(voice, entry, hidden) }), 'quiet')]
      : []),
    ...entry.notes.map(({ id, weight }) =>
      paragraph(voice.line(words.notes?.[id] ?? ''), weight === 'plain' ? 'plain' : 'warning'),
    ),
    ...titled(
      voice.say(ui.step.different),
      words.different?.map((text) => voice.line(text)),
    ),
    ...titled(
      voice.say(ui.step.traps),
      entry.traps.map(({ id }) => voice.line(words.traps?.[id] ?? '')),
    ),
    paragraph(voice.line(words.worked), 'plain', voice.say(ui.step.worked)),
    ...pageBlocks(voice, entry),
    ...sourceBlocks(voice, sourcesHere(voice, entry), today),
  ];
}

/** The ways that were held back, for the choice "show the other ways". `undefined` when all are shown. */
export function otherWaysDocument(voice: Voice, entry: JourneyStep): Document | undefined {
  const { hidden } = splitWays(voice, entry);
  if (hidden.length === 0) return undefined;
  return {
    lang: voice.lang,
    title: voice.say(voice.ui.step.show_other_ways),
    blocks: hidden.flatMap((id) => wayBlocks(voice, entry, id)),
    result: { ways: hidden },
  };
}

/** One problem of "I'm stuck", with what to try, in order. */
export function stuckDocument(voice: Voice, entry: JourneyStep, id: string): Document {
  const stuck = voice.step(entry.step.id).stuck[id];
  const items: readonly Line[] =
    stuck === undefined ? [voice.line(voice.ui.step.stuck_else_try)] : stuck.try.map((text) => voice.line(text));
  const title = stuck === undefined ? voice.say(voice.ui.step.stuck_else) : voice.say(stuck.problem);
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 2, text: title },
      { kind: 'list', ordered: items.length > 1, items },
    ],
    result: { step: entry.step.id, stuck: id },
  };
}

/** One step for programs: the same in a checklist and alone. Deadlines are days, times minutes and days. */
export function stepResult(voice: Voice, entry: JourneyStep, today: CivilDate): Json {
  const { step, number, deadline } = entry;
  const words = voice.step(step.id);
  return {
    id: step.id,
    number,
    title: voice.say(words.title),
    inDoubt: entry.inDoubt,
    optional: step.optional ?? false,
    irreversible: step.irreversible ?? false,
    proof: step.proof ?? false,
    minutes: step.minutes,
    waitDays: step.waitDays,
    deadline: deadline === undefined ? undefined : { [deadline.kind]: deadline.on },
    page: entry.link === undefined ? undefined : voice.catalogue.guide.links[entry.link]?.url,
    ...sourcesResult(voice, sourcesHere(voice, entry), today),
    why: voice.say(words.why),
    onlyIf: words.onlyIf === undefined ? undefined : voice.say(words.onlyIf),
    ways: entry.ways.map((way) => ({
      id: way.id,
      lines: (words.ways[way.id]?.do ?? []).map((text) => voice.say(text)),
    })),
    notes: entry.notes.map((note) => remarkResult(voice, note, words.notes)),
    traps: entry.traps.map((trap) => remarkResult(voice, trap, words.traps)),
    different: (words.different ?? []).map((text) => voice.say(text)),
    worked: voice.say(words.worked),
    stuck: entry.stuck.map(({ id }) => ({
      id,
      problem: voice.say(words.stuck[id]?.problem ?? id),
      try: (words.stuck[id]?.try ?? []).map((text) => voice.say(text)),
    })),
    gate:
      words.gate === undefined
        ? undefined
        : {
            goes: words.gate.goes.map((text) => voice.say(text)),
            stays: words.gate.stays.map((text) => voice.say(text)),
          },
  };
}

/** A trap or a note for programs: what it weighs, its words, and the sources of the facts it says. */
function remarkResult(
  voice: Voice,
  { id, weight, facts = [] }: JourneyStep['traps'][number],
  words: StepWords['traps'],
): Json {
  const { guide } = voice.catalogue;
  const sources = new Set(facts.flatMap((fact) => guide.facts[fact]?.sources ?? []));
  return { id, weight, text: voice.say(words?.[id] ?? id), sources: [...sources] };
}

/** One way: its title where there are several, and its numbered lines. */
export function wayBlocks(voice: Voice, entry: JourneyStep, id: string): readonly Block[] {
  const way = voice.step(entry.step.id).ways[id];
  if (way === undefined) return [];
  const items = way.do.map((text) => voice.line(text));
  const title = entry.ways.length > 1 && way.title !== undefined ? voice.say(way.title) : undefined;
  return [{ kind: 'list', ordered: items.length > 1, items, ...(title === undefined ? {} : { title }) }];
}

function splitWays(
  voice: Voice,
  entry: JourneyStep,
): { readonly shown: readonly string[]; readonly hidden: readonly string[] } {
  const ids = entry.ways.map(({ id }) => id);
  const lines = ids.reduce((sum, id) => sum + (voice.step(entry.step.id).ways[id]?.do.length ?? 0), 0);
  return entry.step.everyWay === true || lines <= MOST_LINES
    ? { shown: ids, hidden: [] }
    : { shown: ids.slice(0, 1), hidden: ids.slice(1) };
}

function hiddenTitles(voice: Voice, entry: JourneyStep, hidden: readonly string[]): string {
  return hidden.map((id) => voice.say(voice.step(entry.step.id).ways[id]?.title ?? id)).join(' · ');
}

/** What the dates of this person say about this step. */
export function timeBlocks(
  voice: Voice,
  { profile, renewal }: Pick<Journey, 'profile' | 'renewal'>,
  { step, deadline }: Pick<JourneyStep, 'step' | 'deadline'>,
): readonly Block[] {
  const { ui } = voice;
  switch (deadline?.kind) {
    case 'today':
      return [paragraph(voice.say(ui.step.before_soon, { date: voice.day(renewal?.on ?? deadline.on) }), 'warning')];
    case 'by':
      return [paragraph(voice.say(ui.step.take_back, { date: voice.day(deadline.on) }), 'warning')];
    case 'after':
      return [paragraph(voice.say(ui.step.not_yet, { date: voice.day(deadline.on) }), 'plain')];
    case 'before':
      return [];
    case undefined: {
      const until = step.deadline === 'withdrawal' ? withdrawalUntil(profile) : undefined;
      if (until !== undefined) return [paragraph(voice.say(ui.step.take_back_over, { date: voice.day(until) }))];
      if (step.deadline === undefined || step.deadline === 'withdrawal' || renewal?.state !== 'past') return [];
      return [paragraph(voice.say(ui.review.past, { date: voice.day(renewal.on) }), 'warning')];
    }
  }
}

function pageBlocks({ catalogue: { guide } }: Voice, entry: JourneyStep): readonly Block[] {
  const link = entry.link === undefined ? undefined : guide.links[entry.link];
  return link === undefined ? [] : [{ kind: 'page', url: link.url }];
}

function titled(title: string, items: readonly Line[] | undefined): readonly Block[] {
  const [only] = items ?? [];
  if (items === undefined || only === undefined) return [];
  return items.length === 1 ? [paragraph(only, 'plain', title)] : [{ kind: 'list', ordered: false, items, title }];
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
