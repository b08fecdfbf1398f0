// The letters a person may need, and the days they are about.
import type { CivilDate } from './dates';
import { addDays } from './dates';

export const LETTER_KINDS = ['erasure', 'access', 'withdrawal', 'refund', 'charged-after', 'bank', 'employer'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** The same day of the next month, or its last day where it has none: how the month of GDPR, art. 12(3), is counted. */
export function aMonthAfter(day: CivilDate): CivilDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10) as CivilDate;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return addDays(first, Math.min(date, last) - 1);
}
