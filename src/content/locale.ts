// Which language to speak, and how it writes dates, lists and money.
import type { CivilDate } from '../journey/dates';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The language chosen, and whether somebody asked for it by name (`--lang`, `QUITGPT_LANG`). `isOtherRegion`: it is written for another
 * part of the world than the one that was asked for: `pt-BR` where the system says `pt_PT`.
 */
export type LanguageChoice = { readonly lang: string; readonly asked: boolean; readonly isOtherRegion?: boolean };

/**
 * The language to use, of those `available`: `QUITGPT_LANG`, then LANGUAGE (unless the locale is C), LC_ALL,
 * LC_MESSAGES, LANG, then what the system says (asked only then), then English. Empty means not set (POSIX XBD 8.2, GNU
 * gettext manual).
 */
export function chooseLanguage(
  env: Env,
  system: readonly string[] | (() => readonly string[]),
  available: readonly string[],
): LanguageChoice {
  const own = matchLanguage(env['QUITGPT_LANG'] ?? '', available);
  if (own !== undefined) return { lang: own, asked: true };
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const isC = locale === undefined ? false : /^(C|POSIX)(\.|$)/.test(locale);
  const list = isC || env['LANGUAGE'] === undefined ? [] : env['LANGUAGE'].split(':');
  const wanted =
    locale === undefined && list.length === 0
      ? typeof system === 'function'
        ? system()
        : system
      : [...list, ...(isC || locale === undefined ? [] : [locale])];
  for (const tag of wanted) {
    const match = matchLanguage(tag, available);
    if (match !== undefined)
      return { lang: match, asked: false, ...(isOtherRegion(tag, match) ? { isOtherRegion: true } : {}) };
  }
  return { lang: 'en', asked: false };
}

/** The available language that `wanted` (`fr_CA.UTF-8`, `pt-PT`, `zh-TW`) finds by RFC 4647 lookup, if any. */
export function matchLanguage(wanted: string, available: readonly string[]): string | undefined {
  const tag = wanted
    .trim()
    .replace(/\.[^@]*/, '')
    .replace(/^([A-Za-z]+)(.*)@latin$/, '$1-Latn$2')
    .replace(/@.*$/, '')
    .replaceAll('_', '-');
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return undefined;
  // The common case needs no Intl: "en_US" asks for the only English there is.
  const [language = ''] = tag.toLowerCase().split('-');
  const near = available.filter((one) => one.toLowerCase().split('-')[0] === language);
  if (near.length === 1 && near[0] === language) return language;
  const full = (one: string): string => new Intl.Locale(one).maximize().toString().toLowerCase();
  // A locale of the system need not be a tag ("fr_FR_euro"): its language is.
  const parts = full(isTag(tag) ? tag : (tag.split('-')[0] ?? '')).split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const prefix = parts.slice(0, length).join('-');
    const found = available.find((one) => full(one) === prefix || full(one).startsWith(`${prefix}-`));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Both name a region, and not the same one. */
function isOtherRegion(wanted: string, found: string): boolean {
  const [own, other] = [wanted.replaceAll('_', '-'), found].map(
    (tag) => /^[A-Za-z]+-(?:[A-Za-z]{4}-)?([A-Za-z]{2}|\d{3})\b/.exec(tag)?.[1],
  );
  return own !== undefined && other !== undefined && own.toLowerCase() !== other.toLowerCase();
}

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
}

/** A day as the language writes it: "3 December 2026", « 3 décembre 2026 ». English days are written day first. */
export function formatDay(
  lang: string,
  day: CivilDate | string,
  form: 'long' | 'short' = 'long',
  calendar?: Calendar,
): string {
  const [year = '1970', month, date] = day.split('-');
  const pattern =
    calendar?.[month === undefined ? 'year' : date === undefined ? (form === 'long' ? 'monthYear' : 'month') : form]?.[
      Number(month ?? 1) - 1
    ];
  const text =
    pattern === undefined
      ? intlDay(lang, day, form)
      : pattern.replace('<y>', String(Number(year))).replace('<d>', String(Number(date)));
  // CLDR leaves out that some languages write the first of a month as an ordinal.
  return calendar?.first !== undefined && Number(date) === 1 ? text.replace(/^1(?=\s)/, calendar.first) : text;
}

/** Two days as one span: "21–24 November 2026". Slow, like every DateTimeFormat: for what is made once. */
export function formatDays(lang: string, first: CivilDate, last: CivilDate, calendar?: Calendar): string {
  const date = (day: CivilDate): Date => new Date(`${day}T00:00:00Z`);
  const span = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
    .formatRange(date(first), date(last))
    // British English sets blanks around the dash of two days of one month; a card has no room for that.
    .replace(/^(\d+)\s*–\s*(?=\d+ \p{L}+ \d+$)/u, '$1–');
  const ordinal = calendar?.first;
  return ordinal === undefined ? span : span.replace(/(?<!\d)1(?=\s?–|\s\p{L})/gu, ordinal);
}

type DayForm = 'year' | 'monthYear' | 'month' | 'long' | 'short';
/** How Intl writes the days of each month (from January), with `<d>` and `<y>` for the numbers. */
export type Calendar = Readonly<Record<DayForm, readonly string[]>> & {
  /** How the first of a month is written, where it is an ordinal. */
  readonly first?: string;
};

/**
 * The Calendar of a language, taken from Intl when the content is built: making a DateTimeFormat takes 14 ms, two thirds
 * of a whole start. `first` is how the first of a month is written, where it is an ordinal. `undefined` for a language that writes days in a way such patterns cannot hold.
 */
export function calendarOf(lang: string, first?: string): Calendar | undefined {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));
  const patterns = (form: 'long' | 'short', tail: string): readonly string[] =>
    months.map((month) => intlDay(lang, `2000-${month}${tail}`, form).replace('2000', '<y>').replace('25', '<d>'));
  const calendar: Calendar = {
    year: months.map(() => intlDay(lang, '2000', 'long').replace('2000', '<y>')),
    monthYear: patterns('long', ''),
    month: patterns('short', ''),
    long: patterns('long', '-25'),
    short: patterns('short', '-25'),
  };
  const days = Array.from({ length: 366 }, (_, index) =>
    new Date(Date.UTC(2028, 0, 1 + index)).toISOString().slice(0, 10),
  );
  const fits = [...days, ...days.map((day) => day.slice(0, 7)), '2028'].every((day) =>
    (['long', 'short'] as const).every((form) => formatDay(lang, day, form, calendar) === formatDay(lang, day, form)),
  );
  return fits ? { ...calendar, ...(first === undefined ? {} : { first }) } : undefined;
}

function intlDay(lang: string, day: string, form: 'long' | 'short'): string {
  const parts = day.split('-').map(Number);
  const date = new Date(Date.UTC(parts[0] ?? 1970, (parts[1] ?? 1) - 1, parts[2] ?? 1));
  const written: Intl.DateTimeFormatOptions =
    parts.length === 1
      ? { year: 'numeric' }
      : {
          month: 'long',
          ...(form === 'long' ? { year: 'numeric' } : {}),
          ...(parts.length === 3 ? { day: 'numeric' } : {}),
        };
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { ...written, timeZone: 'UTC' }).format(date);
}

/** Several things in one phrase: "Apple and Google Play". */
export function formatList(lang: string, items: readonly string[]): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(items);
}
