// Which language to speak, and how it writes dates, lists and money.
import type { CivilDate } from '../journey/dates';

type Env = Readonly<Record<string, string | undefined>>;

/** The language chosen, and whether somebody asked for it by name (`--lang`, `QUITGPT_LANG`). */
export type LanguageChoice = { readonly lang: string; readonly asked: boolean };

/**
 * The language to use, of those `available`: `QUITGPT_LANG`, then LANGUAGE (unless the locale is C), LC_ALL,
 * LC_MESSAGES, LANG, then what the system says, then English. Empty means not set (POSIX XBD 8.2, GNU gettext manual).
 */
export function chooseLanguage(env: Env, system: readonly string[], available: readonly string[]): LanguageChoice {
  const own = matchLanguage(env['QUITGPT_LANG'] ?? '', available);
  if (own !== undefined) return { lang: own, asked: true };
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  const isC = locale === undefined ? false : /^(C|POSIX)(\.|$)/.test(locale);
  const list = isC || env['LANGUAGE'] === undefined ? [] : env['LANGUAGE'].split(':');
  const wanted = locale === undefined && list.length === 0 ? system : [...list, ...(isC || locale === undefined ? [] : [locale])];
  for (const tag of wanted) {
    const match = matchLanguage(tag, available);
    if (match !== undefined) return { lang: match, asked: false };
  }
  return { lang: 'en', asked: false };
}

/** The available language that `wanted` (`fr_CA.UTF-8`, `pt-PT`, `zh-TW`) finds by RFC 4647 lookup, if any. */
export function matchLanguage(wanted: string, available: readonly string[]): string | undefined {
  const tag = wanted.trim().replace(/\..*$/, '').replace(/@latin$/, '-Latn').replace(/@.*$/, '').replaceAll('_', '-');
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(tag)) return undefined;
  const full = (one: string): string => new Intl.Locale(one).maximize().toString().toLowerCase();
  const parts = full(tag).split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const prefix = parts.slice(0, length).join('-');
    const found = available.find((one) => full(one) === prefix || full(one).startsWith(`${prefix}-`));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A day as the language writes it: "3 December 2026", « 3 décembre 2026 ». English days are written day first. */
export function formatDay(lang: string, day: CivilDate | string, form: 'long' | 'short' = 'long'): string {
  const parts = day.split('-').map(Number);
  const date = new Date(Date.UTC(parts[0] ?? 1970, (parts[1] ?? 1) - 1, parts[2] ?? 1));
  const written: Intl.DateTimeFormatOptions = parts.length === 1 ? { year: 'numeric' } : { month: 'long', ...(form === 'long' ? { year: 'numeric' } : {}), ...(parts.length === 3 ? { day: 'numeric' } : {}) };
  const text = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { ...written, timeZone: 'UTC' }).format(date);
  // French writes the first of a month as an ordinal, which CLDR leaves out.
  return /^fr\b/.test(lang) && parts[2] === 1 ? text.replace(/^1 /, '1er ') : text;
}

/** Several things in one phrase: "Apple and Google Play". */
export function formatList(lang: string, items: readonly string[]): string {
  return new Intl.ListFormat(lang, { type: 'conjunction' }).format(items);
}
