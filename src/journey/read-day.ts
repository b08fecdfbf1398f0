// Reads a day the way people write it; says when it could mean two.
import { daysBetween, parseCivilDate } from './dates';
import type { CivilDate } from './dates';
import { plainLetters } from '../text/plain-letters';

/**
 * The day in `typed`: `2026-12-03`, `3/12/2026`, `3 December`, `3 déc. 2026`. A day without a year is the next one from
 * `today`, or with `which: 'last'` the last one. In English `3/12` may mean two days and is not read. `undefined` when there is no such day.
 */
export function readDay(
  typed: string,
  lang: string,
  today: CivilDate,
  which: 'next' | 'last' = 'next',
): CivilDate | undefined {
  const near: Near = { today, which };
  const text = fold(typed);
  const iso = parseCivilDate(text);
  if (iso !== undefined) return iso;
  const numbers = /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}))?[.]?$/.exec(text);
  if (numbers !== null) return fromNumbers(Number(numbers[1]), Number(numbers[2]), numbers[3], lang, near);
  const dayFirst =
    /^(?:[\p{L}-]+,? ){0,2}(\d{1,2})(?:er|st|nd|rd|th|[.ºo°])? ?(?:de |of )?(\p{L}+)\.?,?(?: (?:de )?(\d{4}))?$/u.exec(
      text,
    );
  const monthFirst = /^(?:\p{L}+,? )?(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,?(?: (\d{4}))?$/u.exec(text);
  // "December 3rd" fits both; "rd" is no month.
  return (
    (dayFirst === null ? undefined : fromName(dayFirst[2] ?? '', Number(dayFirst[1]), dayFirst[3], lang, near)) ??
    (monthFirst === null ? undefined : fromName(monthFirst[1] ?? '', Number(monthFirst[2]), monthFirst[3], lang, near))
  );
}

type Near = { readonly today: CivilDate; readonly which: 'next' | 'last' };

function fromNumbers(
  first: number,
  second: number,
  year: string | undefined,
  lang: string,
  near: Near,
): CivilDate | undefined {
  const isEnglish = lang === 'en' || lang.startsWith('en-');
  if (isEnglish && first <= 12 && second <= 12 && first !== second) return undefined;
  return isEnglish && first <= 12 && second > 12
    ? nearDay(second, first, year, near)
    : nearDay(first, second, year, near);
}

function fromName(
  name: string,
  day: number,
  year: string | undefined,
  lang: string,
  near: Near,
): CivilDate | undefined {
  const months = [lang, 'en'].flatMap((tag) =>
    (['long', 'short'] as const).flatMap((form) =>
      Array.from({ length: 12 }, (_, index) => [index + 1, monthName(tag, index, form)] as const),
    ),
  );
  const begun = new Set(
    months.filter(([, month]) => name.length >= 3 && month.startsWith(name)).map(([number]) => number),
  );
  const [only] = begun.size === 1 ? begun : [];
  const found = months.find(([, month]) => month === name)?.[0] ?? only;
  return found === undefined ? undefined : nearDay(day, found, year, near);
}

function nearDay(day: number, month: number, year: string | undefined, { today, which }: Near): CivilDate | undefined {
  const written = (one: number): CivilDate | undefined =>
    parseCivilDate(`${String(one).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  if (year !== undefined) return written(Number(year));
  const thisYear = Number(today.slice(0, 4));
  const here = written(thisYear);
  if (which === 'last') return here !== undefined && daysBetween(here, today) >= 0 ? here : written(thisYear - 1);
  return here !== undefined && daysBetween(today, here) >= 0 ? here : written(thisYear + 1);
}

function monthName(tag: string, index: number, month: 'long' | 'short'): string {
  return fold(
    new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' }).format(new Date(Date.UTC(2026, index, 15))),
  ).replace(/\.$/, '');
}

/** Lower case, no accents, one blank between words. */
function fold(text: string): string {
  return plainLetters(text)
    .replace(/[\s\u00A0\u202F]+/gu, ' ')
    .trim();
}
