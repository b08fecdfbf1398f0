// One step on the screen: what, why, how, what may look different, how to know that it worked.
import type { CivilDate } from '../journey/dates';
import type { StepWords } from '../content/words';
import type { Journey, JourneyStep } from '../journey/journey';
import { withdrawalUntil } from '../journey/withdrawal';
import type { Block, Document, Json, Line } from './document';
import { paragraph } from './document';
import { sourceBlocks, sourcesHere, sourcesResult } from './sources-view';
import { stepAside, timeText } from './translator';
import type { Translator } from './translator';

/** At most this many numbered lines are shown at once; further ways wait behind a choice. */
const MOST_LINES = 9;

/** The whole step, as it stands above the choices of the walk. */
export function stepDocument(translator: Translator, journey: Journey, entry: JourneyStep, today: CivilDate): Document {
  const { ui } = translator;
  const { step, number } = entry;
  const aside = stepAside(translator, entry);
  const position = translator.say(ui.common.step_of, { number, total: journey.steps.length });
  return {
    lang: translator.lang,
    title: translator.say(translator.step(step.id).title),
    blocks: [
      { kind: 'heading', level: 3, text: position, ...(aside === undefined ? {} : { aside }) },
      {
        kind: 'heading',
        level: 1,
        text: translator.say(translator.step(step.id).title),
        aside: { text: timeText(translator, entry), tone: 'quiet' },
      },
      ...timeBlocks(translator, journey, entry),
      ...stepBlocks(translator, entry, today),
    ],
    get result() {
      return { step: stepResult(translator, entry, today), of: journey.steps.length };
    },
  };
}

/** What, how and how to know, without the heading: the same for the screen and the plain twin. */
function stepBlocks(translator: Translator, entry: JourneyStep, today: CivilDate): readonly Block[] {
  const { ui } = translator;
  const words = translator.step(entry.step.id);
  const { shown, hidden } = splitWays(translator, entry);
  return [
    ...(entry.inDoubt && words.onlyIf !== undefined
      ? [
          paragraph(
            [translator.say(ui.step.maybe, { condition: withoutStop(translator.say(words.onlyIf)) })],
            'warning',
          ),
        ]
      : []),
    paragraph(translator.line(words.why)),
    ...shown.flatMap((id) => wayBlocks(translator, entry, id)),
    ...(hidden.length > 0
      ? [paragraph(translator.say(ui.step.other_ways, { list: hiddenTitles(translator, entry, hidden) }), 'quiet')]
      : []),
    ...entry.notes.map(({ id, weight }) =>
      paragraph(translator.line(words.notes?.[id] ?? ''), weight === 'plain' ? 'plain' : 'warning'),
    ),
    ...titled(
      translator.say(ui.step.different),
      words.different?.map((text) => translator.line(text)),
    ),
    ...titled(
      translator.say(ui.step.traps),
      entry.traps.map(({ id }) => translator.line(words.traps?.[id] ?? '')),
    ),
    paragraph(translator.line(words.worked), 'plain', translator.say(ui.step.worked)),
    ...pageBlocks(translator, entry),
    ...sourceBlocks(translator, sourcesHere(translator, entry), today),
  ];
}

/** The ways that were held back, for the choice "show the other ways". `undefined` when all are shown. */
export function otherWaysDocument(translator: Translator, entry: JourneyStep): Document | undefined {
  const { hidden } = splitWays(translator, entry);
  if (hidden.length === 0) return undefined;
  return {
    lang: translator.lang,
    title: translator.say(translator.ui.step.show_other_ways),
    blocks: hidden.flatMap((id) => wayBlocks(translator, entry, id)),
    result: { ways: hidden },
  };
}

/** One problem of "I'm stuck", with what to try, in order. */
export function stuckDocument(translator: Translator, entry: JourneyStep, id: string): Document {
  const stuck = translator.step(entry.step.id).stuck[id];
  const items: readonly Line[] =
    stuck === undefined
      ? [translator.line(translator.ui.step.stuck_else_try)]
      : stuck.try.map((text) => translator.line(text));
  const title = stuck === undefined ? translator.say(translator.ui.step.stuck_else) : translator.say(stuck.problem);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 2, text: title },
      { kind: 'list', ordered: items.length > 1, items },
    ],
    result: { step: entry.step.id, stuck: id },
  };
}

/** One step for programs: the same in a checklist and alone. Deadlines are days, times minutes and days. */
export function stepResult(translator: Translator, entry: JourneyStep, today: CivilDate): Json {
  const { step, number, deadline } = entry;
  const words = translator.step(step.id);
  return {
    id: step.id,
    number,
    title: translator.say(words.title),
    inDoubt: entry.inDoubt,
    optional: step.optional ?? false,
    irreversible: step.irreversible ?? false,
    proof: step.proof ?? false,
    minutes: step.minutes,
    waitDays: step.waitDays,
    deadline: deadline === undefined ? undefined : { [deadline.kind]: deadline.on },
    page: entry.link === undefined ? undefined : translator.catalogue.guide.links[entry.link]?.url,
    ...sourcesResult(translator, sourcesHere(translator, entry), today),
    why: translator.say(words.why),
    onlyIf: words.onlyIf === undefined ? undefined : translator.say(words.onlyIf),
    ways: entry.ways.map((way) => ({
      id: way.id,
      lines: (words.ways[way.id]?.do ?? []).map((text) => translator.say(text)),
    })),
    notes: entry.notes.map((note) => remarkResult(translator, note, words.notes)),
    traps: entry.traps.map((trap) => remarkResult(translator, trap, words.traps)),
    different: (words.different ?? []).map((text) => translator.say(text)),
    worked: translator.say(words.worked),
    stuck: entry.stuck.map(({ id }) => ({
      id,
      problem: translator.say(words.stuck[id]?.problem ?? id),
      try: (words.stuck[id]?.try ?? []).map((text) => translator.say(text)),
    })),
    gate:
      words.gate === undefined
        ? undefined
        : {
            goes: words.gate.goes.map((text) => translator.say(text)),
            stays: words.gate.stays.map((text) => translator.say(text)),
          },
  };
}

/** A trap or a note for programs: what it weighs, its words, and the sources of the facts it says. */
function remarkResult(
  translator: Translator,
  { id, weight, facts = [] }: JourneyStep['traps'][number],
  words: StepWords['traps'],
): Json {
  const { guide } = translator.catalogue;
  const sources = new Set(facts.flatMap((fact) => guide.facts[fact]?.sources ?? []));
  return { id, weight, text: translator.say(words?.[id] ?? id), sources: [...sources] };
}

/** One way: its title where there are several, and its numbered lines. */
export function wayBlocks(translator: Translator, entry: JourneyStep, id: string): readonly Block[] {
  const way = translator.step(entry.step.id).ways[id];
  if (way === undefined) return [];
  const items = way.do.map((text) => translator.line(text));
  const title = entry.ways.length > 1 && way.title !== undefined ? translator.say(way.title) : undefined;
  return [{ kind: 'list', ordered: items.length > 1, items, ...(title === undefined ? {} : { title }) }];
}

function splitWays(
  translator: Translator,
  entry: JourneyStep,
): { readonly shown: readonly string[]; readonly hidden: readonly string[] } {
  const ids = entry.ways.map(({ id }) => id);
  const lines = ids.reduce((sum, id) => sum + (translator.step(entry.step.id).ways[id]?.do.length ?? 0), 0);
  return entry.step.everyWay === true || lines <= MOST_LINES
    ? { shown: ids, hidden: [] }
    : { shown: ids.slice(0, 1), hidden: ids.slice(1) };
}

function hiddenTitles(translator: Translator, entry: JourneyStep, hidden: readonly string[]): string {
  return hidden.map((id) => translator.say(translator.step(entry.step.id).ways[id]?.title ?? id)).join(' · ');
}

/** What the dates of this person say about this step. */
export function timeBlocks(
  translator: Translator,
  { profile, renewal }: Pick<Journey, 'profile' | 'renewal'>,
  { step, deadline }: Pick<JourneyStep, 'step' | 'deadline'>,
): readonly Block[] {
  const { ui } = translator;
  switch (deadline?.kind) {
    case 'today':
      return [
        paragraph(translator.say(ui.step.before_soon, { date: translator.day(renewal?.on ?? deadline.on) }), 'warning'),
      ];
    case 'by':
      return [paragraph(translator.say(ui.step.take_back, { date: translator.day(deadline.on) }), 'warning')];
    case 'after':
      return [paragraph(translator.say(ui.step.not_yet, { date: translator.day(deadline.on) }), 'plain')];
    case 'before':
      return [];
    case undefined: {
      const until = step.deadline === 'withdrawal' ? withdrawalUntil(profile) : undefined;
      if (until !== undefined)
        return [paragraph(translator.say(ui.step.take_back_over, { date: translator.day(until) }))];
      if (step.deadline === undefined || step.deadline === 'withdrawal' || renewal?.state !== 'past') return [];
      return [paragraph(translator.say(ui.review.past, { date: translator.day(renewal.on) }), 'warning')];
    }
  }
}

function pageBlocks({ catalogue: { guide } }: Translator, entry: JourneyStep): readonly Block[] {
  const link = entry.link === undefined ? undefined : guide.links[entry.link];
  return link === undefined ? [] : [{ kind: 'page', url: link.url }];
}

function titled(title: string, items: readonly Line[] | undefined): readonly Block[] {
  const [only] = items ?? [];
  if (items === undefined || only === undefined) return [];
  return items.length === 1 ? [paragraph(only, 'plain', title)] : [{ kind: 'list', ordered: false, items, title }];
}

export function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
