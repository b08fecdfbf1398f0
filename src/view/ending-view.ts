// The end of a walk: what was reached, what happens next and when.
import type { CivilDate } from '../journey/dates';
import { addDays } from '../journey/dates';
import type { Journey } from '../journey/journey';
import { UNSURE } from '../journey/profile';
import type { JourneyRecord } from '../journey/record';
import { firstOpen } from '../journey/record';
import type { Summary } from '../journey/summary';
import type { Document, Fact } from './document';
import { paragraph } from './document';
import { outcomeLines } from './summary-view';
import type { Voice } from './voice';

/** Receipts are worth keeping until two more billing dates have passed. */
const RECEIPT_DAYS = 62;

export function endingDocument(voice: Voice, journey: Journey, record: JourneyRecord, summary: Summary, today: CivilDate): Document {
  const { ui } = voice;
  const title = summary.doneSteps === 0 ? voice.say(ui.ending.nothing) : voice.say(ui.ending.done, { done: summary.doneSteps, total: summary.steps.length });
  const rows = comingRows(voice, journey, record, summary, today);
  return {
    lang: voice.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(summary.doneSteps === 0 ? [] : outcomeLines(voice, summary).slice(0, -1).map((text) => paragraph(text, 'done'))),
      ...(rows.length === 0 ? [] : [{ kind: 'heading', level: 2, text: voice.say(ui.ending.next) } as const, { kind: 'facts', rows } as const]),
    ],
    result: { done: summary.doneSteps, total: summary.steps.length },
  };
}

/** What is still to come, by its date. */
function comingRows(voice: Voice, journey: Journey, record: JourneyRecord, summary: Summary, today: CivilDate): readonly Fact[] {
  const { ui } = voice;
  const next = journey.profile.nextBilling === UNSURE ? undefined : journey.profile.nextBilling;
  const open = firstOpen(journey, record);
  const rows: Fact[] = [];
  if (open !== undefined) rows.push({ term: voice.say(ui.ending.next_step_when), line: [voice.say(ui.ending.next_step, { number: open.number, step: voice.say(voice.step(open.step.id).title) })] });
  if (summary.deleted !== undefined) {
    rows.push({ term: voice.say(ui.ending.next_emails_when), line: [voice.say(ui.ending.next_emails)] });
    rows.push({ term: voice.day(summary.deleted.finalBy), line: [voice.say(ui.ending.next_final)] });
  }
  if (summary.cancelled.length > 0 && next !== undefined && next >= today) rows.push({ term: voice.day(next), line: [voice.say(ui.ending.next_access)] });
  if (summary.cancelled.length > 0 && summary.deleted === undefined) rows.push({ term: voice.say(ui.ending.next_free_when), line: [voice.say(ui.ending.next_free)] });
  if (journey.steps.some(({ step }) => step.deadline === 'after-renewal')) rows.push(statementRow(voice, summary, next));
  if (summary.cancelled.length > 0) rows.push({ term: next === undefined ? voice.say(ui.ending.next_proof_when) : voice.day(addDays(next, RECEIPT_DAYS)), line: [voice.say(ui.ending.next_proof)] });
  return rows;
}

function statementRow(voice: Voice, summary: Summary, next: CivilDate | undefined): Fact {
  const { ui } = voice;
  const { billers } = voice.catalogue.guide;
  const names = summary.cancelled.flatMap(({ biller }) => billers.find(({ id }) => id === biller)?.statement[0] ?? []);
  const line = names.length > 0 ? voice.line(ui.ending.next_statement, { names: names.join(', ') }) : voice.line(ui.ending.next_statement_any);
  return { term: next === undefined ? voice.say(ui.ending.next_statement_when) : voice.say(ui.common.after, { date: voice.day(next) }), line };
}
