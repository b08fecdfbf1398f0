// Where the person stands, and what would be deleted by `forget`.
import type { Journey } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { firstOpen } from '../journey/record';
import { questionsFor } from '../journey/questions';
import type { Summary } from '../journey/summary';
import type { Document, Fact } from './document';
import { overviewBlocks } from './review-view';
import { answerRows } from './answers-view';
import { earlierBlocks, earlierResult } from './earlier-view';
import { outcomeLines, summaryResult } from './summary-view';
import { paragraph } from './document';
import type { Translator } from './translator';

/** Answers, outcome and the list of steps with their states. `file` is where progress is kept, in short form. */
export function statusDocument(
  translator: Translator,
  journey: Journey,
  record: JourneyRecord,
  summary: Summary,
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
      ...earlierResult(translator, record),
    },
  };
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
