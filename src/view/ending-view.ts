// The end of a walk: what was reached, what happens next and when.
import type { Message } from '../content/schema';
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
import type { Translator } from './translator';

/** Receipts are worth keeping until two more billing dates have passed. */
const RECEIPT_DAYS = 62;

export function endingDocument(
  translator: Translator,
  journey: Journey,
  record: JourneyRecord,
  summary: Summary,
  today: CivilDate,
): Document {
  const { ui } = translator;
  const title =
    summary.doneSteps === 0
      ? translator.say(ui.ending.nothing)
      : translator.say(ui.ending.done, { done: summary.doneSteps, total: summary.steps.length });
  const rows = comingRows(translator, journey, record, summary, today);
  return {
    lang: translator.lang,
    title,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...(summary.doneSteps === 0
        ? []
        : outcomeLines(translator, summary)
            .slice(0, -1)
            .map((text) => paragraph(text, 'done'))),
      ...(rows.length === 0
        ? []
        : [
            { kind: 'heading', level: 2, text: translator.say(ui.ending.next) } as const,
            { kind: 'facts', rows } as const,
          ]),
    ],
    result: { done: summary.doneSteps, total: summary.steps.length },
  };
}

type Coming = { readonly day: CivilDate; readonly fact: Fact };

/** What is still to come, in the order of its dates; what has none comes first. */
function comingRows(
  translator: Translator,
  journey: Journey,
  record: JourneyRecord,
  summary: Summary,
  today: CivilDate,
): readonly Fact[] {
  const { ui } = translator;
  const { cancelled, deleted } = summary;
  const next = journey.profile.nextBilling === UNSURE ? undefined : journey.profile.nextBilling;
  const open = firstOpen(journey, record);
  const keepUntil = next === undefined ? undefined : addDays(next, RECEIPT_DAYS);
  const row = (
    day: CivilDate | undefined,
    term: Message,
    text: Message,
    args: Readonly<Record<string, string | number>> = {},
  ): Coming => ({
    day: day ?? today,
    fact: { term: day === undefined ? translator.say(term) : translator.day(day), line: translator.line(text, args) },
  });
  const rows: readonly Coming[] = [
    ...(open === undefined
      ? []
      : [
          row(undefined, ui.ending.next_step_when, ui.ending.next_step, {
            number: open.number,
            step: translator.say(translator.step(open.step.id).title),
          }),
        ]),
    ...(deleted === undefined
      ? []
      : [
          row(undefined, ui.ending.next_emails_when, ui.ending.next_emails),
          row(deleted.dataGoneBy, '', ui.ending.next_final),
        ]),
    ...(cancelled.length > 0 && deleted === undefined && next !== undefined && next >= today
      ? [row(next, '', ui.ending.next_access)]
      : []),
    ...(cancelled.length > 0 && deleted === undefined
      ? [row(undefined, ui.ending.next_free_when, ui.ending.next_free)]
      : []),
    ...(journey.steps.some(({ step }) => step.deadline === 'after-renewal')
      ? [
          {
            day: next ?? today,
            fact: statementRow(translator, summary, next !== undefined && next >= today ? next : undefined),
          },
        ]
      : []),
    ...(cancelled.length > 0 ? [row(keepUntil, ui.ending.next_proof_when, ui.ending.next_proof)] : []),
  ];
  return [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ fact }) => fact);
}

function statementRow(translator: Translator, summary: Summary, next: CivilDate | undefined): Fact {
  const { ui } = translator;
  const { billers } = translator.catalogue.guide;
  const names = summary.cancelled.flatMap(({ biller }) => billers.find(({ id }) => id === biller)?.statement[0] ?? []);
  const line =
    names.length > 0
      ? translator.line(ui.ending.next_statement, { names: names.join(', ') })
      : translator.line(ui.ending.next_statement_any);
  return {
    term:
      next === undefined
        ? translator.say(ui.ending.next_statement_when)
        : translator.say(ui.common.after, { date: translator.day(next) }),
    line,
  };
}
