// One step on one screen: the clicks first, how to know that it worked, the one warning, the address; all else is a page away.
import type { StepWords } from '../content/words';
import type { CivilDate } from '../journey/dates';
import { linkOf } from '../journey/journey';
import type { Journey, JourneyStep } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { stateOf } from '../journey/record';
import type { Block, Screen, ScreenPart } from './document';
import { paragraph } from './document';
import { englishBlocks } from './english-view';
import { overviewBlocks } from './review-view';
import { sourceBlocks, sourcesHere } from './sources-view';
import { stuckDocument, timeBlocks, wayBlocks, withoutStop } from './step-view';
import { stepAside, timeText } from './translator';
import type { Translator } from './translator';

/** Which piece of the step is shown: one way of several, or one of the parts that are all to be done. `at` counts from 0. */
export type Shown = { readonly way: string; readonly at: number; readonly of: number };

type Remark = JourneyStep['notes'][number] & { readonly words: StepWords['notes'] };

/** The step as it is looked at while its page is open. `record` says how much of the way is settled. */
export function stepScreen(
  translator: Translator,
  journey: Journey,
  entry: JourneyStep,
  record: Pick<JourneyRecord, 'steps'>,
  today: CivilDate,
  shown: Shown,
  notice?: Block,
): Screen {
  const { ui } = translator;
  const { step } = entry;
  const words = translator.step(step.id);
  const warning = headlineOf(translator, entry);
  const link = pageOf(entry, shown.way);
  const shownLines = clicks(translator, entry, shown);
  const worked = paragraph(translator.line(words.worked), 'plain', translator.say(ui.step.worked));
  const warned = warning === undefined ? [] : [remarkBlock(translator, warning)];
  const url = link === undefined ? undefined : translator.catalogue.guide.links[link]?.url;
  const part = (rank: number, ...blocks: readonly Block[]): readonly ScreenPart[] =>
    blocks.map((block) => ({ rank, block }));
  return {
    key: step.id,
    lang: translator.lang,
    parts: [
      ...part(3, placeHeading(translator, journey, entry, record)),
      { rank: 0, block: titleHeading(translator, entry), brief: bareTitle(translator, entry) },
      ...part(2, ...doubtBlocks(translator, entry)),
      ...part(1, ...timeBlocks(translator, journey, entry)),
      ...part(6, paragraph(translator.line(words.why))),
      ...part(0, ...shownLines),
      ...part(2, worked),
      ...part(1, ...warned),
      ...part(5, ...englishBlocks(translator, [...shownLines, worked, ...warned])),
      ...part(7, ...otherWeighty(translator, entry).map((remark) => remarkBlock(translator, remark))),
      ...part(4, ...(url === undefined ? [] : [{ kind: 'page', url } as const])),
      ...part(9, ...sourceBlocks(translator, sourcesHere(translator, entry), today)),
    ],
    ...(notice === undefined ? {} : { notice }),
  };
}

/** The page to open for one way of the step, by the id of its link. */
export function pageOf(entry: JourneyStep, way: string): string | undefined {
  return linkOf(
    entry.step,
    entry.ways.find(({ id }) => id === way),
  );
}

/** Everything about the step that its screen leaves out, in order: watch out, other ways, what may look different, sources. */
export function morePage(translator: Translator, entry: JourneyStep, today: CivilDate, shown: Shown): Screen {
  const { ui } = translator;
  const words = translator.step(entry.step.id);
  const remarks = remarksIn(translator, entry).map((remark) => remarkLine(translator, remark));
  const others = entry.ways.filter(({ id }) => id !== shown.way);
  return stepPage(translator, entry, 'more', [
    ...doubtBlocks(translator, entry),
    paragraph(translator.line(words.why)),
    ...(remarks.length === 0
      ? []
      : [{ kind: 'list', ordered: false, items: remarks, title: translator.say(ui.step.traps) } as const]),
    ...others.flatMap(({ id }) => wayBlocks(translator, entry, id)),
    ...englishBlocks(translator, waysAs(translator, entry)),
    ...differentBlocks(translator, words),
    ...sourceBlocks(translator, sourcesHere(translator, entry), today),
  ]);
}

/** What may look different on the person's screen. */
export function differentPage(translator: Translator, entry: JourneyStep): Screen {
  return stepPage(translator, entry, 'different', [
    ...differentBlocks(translator, translator.step(entry.step.id)),
    ...englishBlocks(translator, waysAs(translator, entry)),
  ]);
}

/** One problem of "I'm stuck", with what to try. */
export function stuckPage(translator: Translator, entry: JourneyStep, id: string): Screen {
  return stepPage(translator, entry, `stuck-${id}`, stuckDocument(translator, entry, id).blocks);
}

/** A page with nothing but the title of its step: its question says the rest. */
export function barePage(translator: Translator, entry: JourneyStep, name: string): Screen {
  return stepPage(translator, entry, name, []);
}

/**
 * All that may cost money or chats, shown before the step counts as done. `undefined` where the one warning beside the clicks is
 * all there is.
 */
export function surePage(translator: Translator, entry: JourneyStep): Screen | undefined {
  if (otherWeighty(translator, entry).length === 0) return undefined;
  const remarks = remarksIn(translator, entry).filter(({ weight }) => weight !== 'plain');
  const items = remarks.map((remark) => remarkLine(translator, remark));
  return stepPage(translator, entry, 'sure', [{ kind: 'list', ordered: false, items }]);
}

/** The address as a code for the camera of a phone, and in words; only in words where the code cannot be had. */
export function codePage(
  translator: Translator,
  entry: JourneyStep,
  url: string,
  modules: readonly (readonly boolean[])[] | undefined,
): Screen {
  const { say, ui } = translator;
  const help = paragraph(say(ui.step.code_help), 'quiet');
  const code: readonly Block[] = modules === undefined ? [] : [{ kind: 'code', modules }];
  const parts = stepPage(translator, entry, 'code', [{ kind: 'page', url }, ...code]);
  return { ...parts, parts: [...parts.parts, { rank: 1, block: help }] };
}

/** All steps with what is done. */
export function stepsPage(
  translator: Translator,
  journey: Journey,
  entry: JourneyStep,
  record: Pick<JourneyRecord, 'steps'>,
): Screen {
  return {
    key: `${entry.step.id}/steps`,
    lang: translator.lang,
    parts: overviewBlocks(translator, journey, record).map((block) => ({ rank: 0, block })),
  };
}

/** The choices' own words for the ways of a step. */
export function wayTitle(translator: Translator, entry: JourneyStep, id: string): string {
  return translator.say(translator.step(entry.step.id).ways[id]?.title ?? id);
}

/** A page opened from the screen of a step, under its title. */
export function stepPage(translator: Translator, entry: JourneyStep, name: string, blocks: readonly Block[]): Screen {
  return {
    key: `${entry.step.id}/${name}`,
    lang: translator.lang,
    parts: [titleHeading(translator, entry), ...blocks].map((block) => ({ rank: 0, block })),
  };
}

function placeHeading(
  translator: Translator,
  journey: Journey,
  entry: JourneyStep,
  record: Pick<JourneyRecord, 'steps'>,
): Block {
  const total = journey.steps.length;
  const done = journey.steps.filter(({ step }) => stateOf(record, step.id) !== undefined).length;
  const aside = stepAside(translator, entry);
  return {
    kind: 'heading',
    level: 3,
    text: translator.say(translator.ui.common.step_of, { number: entry.number, total }),
    progress: { done, total },
    ...(aside === undefined ? {} : { aside }),
  };
}

function titleHeading(translator: Translator, entry: JourneyStep): Block {
  return {
    kind: 'heading',
    level: 1,
    text: translator.say(translator.step(entry.step.id).title),
    aside: { text: timeText(translator, entry), tone: 'quiet' },
  };
}

function bareTitle(translator: Translator, entry: JourneyStep): Block {
  return { kind: 'heading', level: 1, text: translator.say(translator.step(entry.step.id).title) };
}

function doubtBlocks(translator: Translator, entry: JourneyStep): readonly Block[] {
  const { onlyIf } = translator.step(entry.step.id);
  if (!entry.inDoubt || onlyIf === undefined) return [];
  return [paragraph(`${withoutStop(translator.say(onlyIf))}.`, 'warning')];
}

function clicks(translator: Translator, entry: JourneyStep, { way, at, of }: Shown): readonly Block[] {
  const own = translator.step(entry.step.id).ways[way];
  if (own === undefined) return [];
  const items = own.do.map((text) => translator.line(text));
  // Whoever chose a way knows which it is.
  const heading =
    own.title === undefined || of === 1
      ? undefined
      : translator.say(translator.ui.step.part, { number: at + 1, total: of, title: translator.say(own.title) });
  return [{ kind: 'list', ordered: items.length > 1, items, ...(heading === undefined ? {} : { title: heading }) }];
}

/** Every way of the step as lines to read. */
function waysAs(translator: Translator, entry: JourneyStep): readonly Block[] {
  return entry.ways.flatMap(({ id }) => clicks(translator, entry, { way: id, at: 0, of: 1 }));
}

function differentBlocks(translator: Translator, { different = [] }: StepWords): readonly Block[] {
  if (different.length === 0) return [];
  const items = different.map((text) => translator.line(text));
  return [{ kind: 'list', ordered: false, items, title: translator.say(translator.ui.step.different) }];
}

function remarksIn(translator: Translator, entry: JourneyStep): readonly Remark[] {
  const words = translator.step(entry.step.id);
  return [
    ...entry.notes.map((note) => ({ ...note, words: words.notes })),
    ...entry.traps.map((trap) => ({ ...trap, words: words.traps })),
  ];
}

/** The one warning beside the clicks: the worst that matters before them, as the guide marks it. */
export function headlineOf(translator: Translator, entry: JourneyStep): Remark | undefined {
  const weighty = remarksIn(translator, entry).filter(({ weight }) => weight !== 'plain');
  return weighty.find(({ headline }) => headline === true) ?? weighty[0];
}

function otherWeighty(translator: Translator, entry: JourneyStep): readonly Remark[] {
  const headline = headlineOf(translator, entry);
  return remarksIn(translator, entry).filter(
    (remark) => remark.weight !== 'plain' && (remark.id !== headline?.id || remark.words !== headline.words),
  );
}

function remarkBlock(translator: Translator, remark: Remark): Block {
  return paragraph(remarkLine(translator, remark), 'warning', translator.say(translator.ui.step.traps));
}

function remarkLine(translator: Translator, { id, words }: Remark): ReturnType<Translator['line']> {
  return translator.line(words?.[id] ?? '');
}
