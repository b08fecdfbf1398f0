// Finds calendar days in what was read, however they are written; says when one may be two.
import { fold, isWord } from './folding';
import type { LanguageWords } from './reading-words';
import { plainLetters } from '../../text/plain-letters';

/** Written `YYYY-MM-DD`. */
export type ReadDay =
  | { readonly kind: 'day'; readonly on: string }
  | { readonly kind: 'ambiguous'; readonly either: readonly [string, string] };

type Reading = Pick<LanguageWords, 'months' | 'numericDates'>;

/**
 * The days in `text`, in the order they stand: names of months in `languages`, ISO, and numbers. A day without a year is
 * the one nearest to `today` (`YYYY-MM-DD`) that is at most two months past.
 */
export function daysIn(text: string, languages: readonly Reading[], today: string): readonly ReadDay[] {
  const found: { readonly at: number; readonly day: ReadDay }[] = [];
  const keep = (at: number, day: ReadDay | undefined): void => {
    if (day !== undefined) found.push({ at, day });
  };
  // Accents go, the marks between numbers stay.
  const plain = plainLetters(text);
  for (const match of plain.matchAll(/(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-])/g))
    keep(match.index, only(civil(Number(match[1]), Number(match[2]), Number(match[3]))));
  for (const match of plain.matchAll(/(?<![\d/.-])(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?![\d/:-])/g))
    keep(match.index, fromNumbers(Number(match[1]), Number(match[2]), fullYear(match[3] ?? ''), languages));
  // "20.12." at the end or before a time: only where the day comes first.
  for (const match of plain.matchAll(/(?<![\d/.,-])(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d{4}|\s?\d{2}(?![\d:])|\d)/g))
    if (languages.every(({ numericDates }) => numericDates === 'day-first'))
      keep(match.index, only(nearest(Number(match[2]), Number(match[1]), today)));
  for (const match of plain.matchAll(
    /(?<![\d/.,-])(\d{1,2})(?:er|st|nd|rd|th|º|°|\.)?\s?(?:de |of |di |del )?(\p{L}{3,})\.?,?(?:\s?(?:de |del |of )?(\d{4}))?/gu,
  ))
    keep(match.index, fromName(match[2] ?? '', Number(match[1]), match[3], languages, today));
  for (const match of plain.matchAll(/(?<!\p{L})(\p{L}{3,})\.?\s?(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s?(\d{4}))?/gu))
    keep(match.index, fromName(match[1] ?? '', Number(match[2]), match[3], languages, today));
  const inOrder = found.sort((one, other) => one.at - other.at).map(({ day }) => day);
  return inOrder.filter(
    (day, index) => inOrder.findIndex((other) => JSON.stringify(other) === JSON.stringify(day)) === index,
  );
}

function fromNumbers(first: number, second: number, year: number, languages: readonly Reading[]): ReadDay | undefined {
  const [dayFirst, monthFirst] = [civil(year, second, first), civil(year, first, second)];
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst)
    return only(dayFirst ?? monthFirst);
  return languages.some(({ numericDates }) => numericDates === 'either')
    ? { kind: 'ambiguous', either: dayFirst < monthFirst ? [dayFirst, monthFirst] : [monthFirst, dayFirst] }
    : only(dayFirst);
}

function fromName(
  name: string,
  day: number,
  year: string | undefined,
  languages: readonly Reading[],
  today: string,
): ReadDay | undefined {
  const folded = fold(name);
  const isNamed =
    (exactly: boolean) =>
    ({ months }: Reading): number =>
      months.findIndex((names) => names.some((one) => (exactly ? folded === one : isWord(folded, one))));
  const month = [true, false].flatMap((exactly) => languages.map(isNamed(exactly))).find((index) => index !== -1);
  if (month === undefined) return undefined;
  if (year !== undefined) return only(civil(Number(year), month + 1, day));
  return only(nearest(month + 1, day, today));
}

/** The day of that month nearest to `today` that is at most two months past. */
function nearest(month: number, day: number, today: string): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  const past = Date.parse(`${today}T00:00:00Z`) - 60 * 86_400_000;
  return [thisYear - 1, thisYear, thisYear + 1]
    .map((one) => civil(one, month, day))
    .find((one) => one !== undefined && Date.parse(`${one}T00:00:00Z`) >= past);
}

/** Two digits are of this century. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** The day, if there is one: screenshots are of this century. */
function civil(year: number, month: number, day: number): string | undefined {
  const ms = Date.UTC(year, month - 1, day);
  if (year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1) return undefined;
  const text = new Date(ms).toISOString().slice(0, 10);
  return Number(text.slice(8)) === day ? text : undefined;
}

function only(day: string | undefined): ReadDay | undefined {
  return day === undefined ? undefined : { kind: 'day', on: day };
}
