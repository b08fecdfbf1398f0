// Where the person stands, and what would be deleted by `forget`.
import type { Journey, JourneyStep } from '../journey/journey';
import type { Due } from '../journey/timeline';
import type { JourneyRecord } from '../journey/record';
import { firstOpen, stateOf } from '../journey/record';
import { questionsFor } from '../journey/questions';
import type { Summary } from '../journey/summary';
import type { Block, Document, Fact } from './document';
import { dueBlocks } from './due-view';
import { dueResult } from './timeline-view';
import { overviewBlocks } from './review-view';
import { answerRows } from './answers-view';
import { earlierBlocks, earlierResult } from './earlier-view';
import { outcomeLines, summaryResult } from './summary-view';
import { paragraph } from './document';
import type { Translator } from './translator';

/**
 * The page a person comes back to: the outcome so far, what is too late, what they wait for until when, what comes next; then the
 * answers and the steps. `file` is where progress is kept, in short form.
 */
export function statusDocument(
  translator: Translator,
  journey: Journey,
  record: JourneyRecord,
  summary: Summary,
  dues: readonly Due[],
  file: string,
): Document {
  const { ui } = translator;
  const title = translator.say(ui.status.title);
  const open = firstOpen(journey, record);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...outcomeLines(translator, summary).map((text) => paragraph(text)),
      ...dueBlocks(translator, dues),
      ...nextBlocks(translator, open),
      {
        kind: 'facts',
        rows: [
          ...answerRows(translator, record.profile).map(({ short, value }): Fact => ({ term: short, line: [value] })),
          { term: translator.say(ui.status.started), line: [translator.day(record.started)] },
          { term: translator.say(ui.status.updated), line: [translator.day(record.updated)] },
          { term: translator.say(ui.status.file), line: [file] },
        ],
      },
      ...overviewBlocks(translator, journey, record),
      ...earlierBlocks(translator, record),
    ],
    result: {
      ...(summaryResult(summary) as Readonly<Record<string, never>>),
      started: record.started,
      updated: record.updated,
      next: open?.step.id,
      days: dues.map((due) => dueResult(translator, due)),
      ...earlierResult(translator, record),
    },
  };
}

/** How many steps of the way the person has spoken of. */
export function settledOf(journey: Journey, record: Pick<JourneyRecord, 'steps'>): { done: number; total: number } {
  const done = journey.steps.filter(({ step }) => stateOf(record, step.id) !== undefined).length;
  return { done, total: journey.steps.length };
}

function nextBlocks(translator: Translator, open: JourneyStep | undefined): readonly Block[] {
  if (open === undefined) return [];
  const { say, ui } = translator;
  const title = say(translator.step(open.step.id).title);
  return [
    { kind: 'heading', level: 2, text: say(ui.status.next) },
    paragraph(`${open.number}. ${title}`),
    paragraph(translator.line(ui.status.next_command, { step: open.step.id }), 'quiet'),
  ];
}

/** What a Record held, counted: said before it is deleted. `undefined` when it cannot be read. `aside`: damaged files of it, in short form. */
export function heldDocument(
  translator: Translator,
  record: JourneyRecord | undefined,
  aside: readonly string[] = [],
): Document {
  const { ui } = translator;
  const title = translator.say(ui.forget.title);
  const counts = record === undefined ? undefined : heldCounts(record);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(
        counts === undefined ? translator.say(ui.forget.held_unreadable) : translator.say(ui.forget.held, counts),
      ),
      ...(record?.extras.name === undefined ? [] : [paragraph(translator.say(ui.forget.name))]),
      ...(record?.extras.reason === undefined && record?.extras.reasonText === undefined
        ? []
        : [paragraph(translator.say(ui.forget.reason))]),
      ...(aside.length === 0
        ? []
        : [paragraph(translator.say(ui.forget.aside, { n: aside.length, list: translator.list(aside) }))]),
    ],
    result: { held: counts },
  };
}

/** How much a Record holds, for `ui.forget.held`. */
export function heldCounts(record: JourneyRecord): { answers: number; steps: number; receipts: number } {
  const entries = Object.values(record.steps);
  return {
    answers: questionsFor(record.profile).filter(({ answer }) => answer !== undefined).length,
    steps: entries.filter(({ state }) => state !== undefined).length,
    receipts: entries.reduce((sum, { proofs }) => sum + (proofs?.length ?? 0), 0),
  };
}
