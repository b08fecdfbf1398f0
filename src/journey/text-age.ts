// How old the texts are that a fact rests on: dated by a day, a month, a span of months or only a year.
import type { CivilDate } from './dates';
import { addDays, daysBetween } from './dates';

/** Past this many days a step says that its newest text is old. */
export const OLD_TEXT_DAYS = 120;

/** `date` is YYYY-MM-DD, YYYY-MM or YYYY; with `since` (YYYY-MM) it is the last month of a span. */
export type DatedText = { readonly date: string; readonly since?: string | undefined };

/**
 * The day from which a text counts: its own; of a month or a span the last one; of a year alone the first one, so that what
 * has no closer date never passes for new.
 */
export function dayOfText({ date }: DatedText): CivilDate {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return `${year}-01-01` as CivilDate;
  if (day !== undefined) return date as CivilDate;
  // Day 32 lies in the next month, whichever it is; its own day of the month leads back.
  const next = addDays(`${date}-01` as CivilDate, 31);
  return addDays(next, -Number(next.slice(8)));
}

/** The newest of several; of equals the first one. */
export function newestText<T extends DatedText>(texts: readonly T[]): T | undefined {
  return texts.reduce<T | undefined>(
    (newest, text) => (newest === undefined || dayOfText(text) > dayOfText(newest) ? text : newest),
    undefined,
  );
}

/** Its age in days; 0 while the month it names still lasts. */
export function textAge(text: DatedText, today: CivilDate): number {
  return Math.max(0, daysBetween(dayOfText(text), today));
}

/** Whether a text is too old to be taken for what a screen shows today. */
export function isOldText(text: DatedText, today: CivilDate): boolean {
  return textAge(text, today) > OLD_TEXT_DAYS;
}
