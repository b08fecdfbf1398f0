// Where the person stands, and what would be deleted by `forget`.
import type { Journey } from '../journey/journey';
import type { JourneyRecord } from '../journey/record';
import { firstOpen } from '../journey/record';
import { questionsFor } from '../journey/questions';
import type { Summary } from '../journey/summary';
import type { Document, Fact } from './document';
import { overviewBlocks } from './review-view';
import { answerRows } from './answers-view';
import { outcomeLines, summaryResult } from './summary-view';
import { paragraph } from './document';
import type { Voice } from './voice';

/** Answers, outcome and the list of steps with their states. `file` is where progress is kept, in short form. */
export function statusDocument(
  voice: Voice,
  journey: Journey,
  record: JourneyRecord,
  summary: Summary,
  file: string,
): Document {
  const { ui } = voice;
  const title = voice.say(ui.status.title);
  const open = firstOpen(journey, record);
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...outcomeLines(voice, summary).map((text) => paragraph(text)),
      {
        kind: 'facts',
        rows: [
          ...answerRows(voice, record.profile).map(({ short, value }): Fact => ({ term: short, line: [value] })),
          { term: voice.say(ui.status.started), line: [voice.day(record.started)] },
          { term: voice.say(ui.status.updated), line: [voice.day(record.updated)] },
          { term: voice.say(ui.status.file), line: [file] },
        ],
      },
      ...overviewBlocks(voice, journey, record),
    ],
    result: {
      ...(summaryResult(summary) as Readonly<Record<string, never>>),
      started: record.started,
      updated: record.updated,
      next: open?.step.id,
    },
  };
}

/** What a Record held, counted: said before it is deleted. `undefined` when it cannot be read. */
export function heldDocument(voice: Voice, record: JourneyRecord | undefined): Document {
  const { ui } = voice;
  const title = voice.say(ui.forget.title);
  const counts = record === undefined ? undefined : held(record);
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(counts === undefined ? voice.say(ui.forget.held_unreadable) : voice.say(ui.forget.held, counts)),
      ...(record?.extras.name === undefined ? [] : [paragraph(voice.say(ui.forget.name))]),
      ...(record?.extras.reason === undefined && record?.extras.reasonText === undefined
        ? []
        : [paragraph(voice.say(ui.forget.reason))]),
    ],
    result: { held: counts },
  };
}

function held(record: JourneyRecord): { answers: number; steps: number; receipts: number } {
  const entries = Object.values(record.steps);
  return {
    answers: questionsFor(record.profile).filter(({ answer }) => answer !== undefined).length,
    steps: entries.filter(({ state }) => state !== undefined).length,
    receipts: entries.reduce((sum, { proofs }) => sum + (proofs?.length ?? 0), 0),
  };
}
