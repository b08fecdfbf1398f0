// Which language is chosen, and how it writes days and lists.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { calendarOf, chooseLanguage, formatDay, formatList, matchLanguage } from '../../src/content/locale';
import { addDays } from '../../src/journey/dates';
import { aDay, aTranslator } from '../support/builders';

const AVAILABLE = ['en', 'fr', 'pt-BR', 'sr-Latn', 'zh-Hant'];

describe('the language of the surroundings', () => {
  type Env = Readonly<Record<string, string>>;
  test.each<[string, Env, readonly string[], string, boolean]>([
    ['nothing set: what the system says', {}, ['fr-CA', 'en'], 'fr', false],
    ['nothing set, and the system speaks none of ours: English', {}, ['ja'], 'en', false],
    ['nothing set and nothing said: English', {}, [], 'en', false],
    ['LANG', { LANG: 'fr_FR.UTF-8' }, [], 'fr', false],
    ['LC_MESSAGES before LANG', { LC_MESSAGES: 'fr_FR.UTF-8', LANG: 'en_GB.UTF-8' }, [], 'fr', false],
    ['LC_ALL before LC_MESSAGES', { LC_ALL: 'en_GB.UTF-8', LC_MESSAGES: 'fr_FR.UTF-8' }, [], 'en', false],
    ['an empty LC_ALL is not set', { LC_ALL: '', LANG: 'fr_FR.UTF-8' }, [], 'fr', false],
    ['LANGUAGE before the locale, in its order', { LANGUAGE: 'ja:fr:en', LANG: 'en_GB.UTF-8' }, [], 'fr', false],
    ['LANGUAGE with none of ours: the locale', { LANGUAGE: 'ja:ko', LANG: 'fr_FR.UTF-8' }, [], 'fr', false],
    ['an empty LANGUAGE is not set', { LANGUAGE: '', LANG: 'fr_FR.UTF-8' }, [], 'fr', false],
    ['LANGUAGE counts without a locale', { LANGUAGE: 'fr' }, ['en'], 'fr', false],
    ['LANGUAGE does not count where the locale is C', { LANGUAGE: 'fr', LC_ALL: 'C' }, ['fr'], 'en', false],
    ['C.UTF-8 is C', { LANGUAGE: 'fr', LANG: 'C.UTF-8' }, ['fr'], 'en', false],
    ['POSIX is C', { LANGUAGE: 'fr', LANG: 'POSIX' }, ['fr'], 'en', false],
    ['C is English, whatever the system says', { LC_ALL: 'C' }, ['fr'], 'en', false],
    [
      'QUITGPT_LANG before all, and it was asked for',
      { QUITGPT_LANG: 'fr', LC_ALL: 'C', LANGUAGE: 'en' },
      ['en'],
      'fr',
      true,
    ],
    [
      'a QUITGPT_LANG that is none of ours does not count',
      { QUITGPT_LANG: 'ja', LANG: 'fr_FR.UTF-8' },
      [],
      'fr',
      false,
    ],
    ['an empty QUITGPT_LANG does not count', { QUITGPT_LANG: '', LANG: 'fr_FR.UTF-8' }, [], 'fr', false],
    ['a locale nobody knows: English', { LANG: 'qqx' }, ['fr'], 'en', false],
  ])('%s', (_what, env, system, lang, asked) =>
    expect(chooseLanguage(env, system, AVAILABLE)).toEqual({ lang, asked }),
  );
});

describe('matching a language', () => {
  test.each([
    ['en', 'en'],
    ['EN', 'en'],
    [' fr ', 'fr'],
    ['fr_CA', 'fr'],
    ['fr_CA.UTF-8', 'fr'],
    ['fr_FR@euro', 'fr'],
    ['fr_FR.ISO-8859-15@euro', 'fr'],
    ['fra', 'fr'],
    ['en-US', 'en'],
    ['en_US_POSIX', 'en'],
    ['pt_BR', 'pt-BR'],
    ['pt', 'pt-BR'],
    ['pt_PT', 'pt-BR'],
    ['pt_BR@latin', 'pt-BR'],
    ['sr@latin', 'sr-Latn'],
    ['sr_RS@latin', 'sr-Latn'],
    ['sr_RS.UTF-8@latin', 'sr-Latn'],
    ['zh_TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['fr-u-nu-latn', 'fr'],
    ['fr_FR_euro', 'fr'],
  ])('%j finds %s', (wanted, found) => expect(matchLanguage(wanted, AVAILABLE)).toBe(found));

  test.each([
    '',
    'C',
    'POSIX',
    'C.UTF-8',
    'ja',
    'french',
    '123',
    '--',
    'x',
    '../../etc/passwd',
    'en\u0000',
    'fr;rm',
    '*',
    '日本語',
    'i-klingon',
  ])('%j finds none', (wanted) => expect(matchLanguage(wanted, AVAILABLE)).toBeUndefined());

  test('the nearest is found first: script, then language', () => {
    expect(matchLanguage('zh_TW', ['zh', 'zh-Hant'])).toBe('zh-Hant');
    expect(matchLanguage('zh_CN', ['zh-Hant', 'zh'])).toBe('zh');
    expect(matchLanguage('pt_PT', ['pt', 'pt-BR', 'pt-PT'])).toBe('pt-PT');
  });
  test('whatever the surroundings say, one of the languages is chosen', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.stringMatching(/^[a-zA-Z]{1,4}([-_][a-zA-Z0-9]{1,9}){0,3}(@[a-z]{1,6})?$/),
        (one, other) => {
          for (const value of [one, other])
            expect(AVAILABLE).toContain(
              chooseLanguage({ LANG: value, LANGUAGE: value, QUITGPT_LANG: value }, [value], AVAILABLE).lang,
            );
        },
      ),
    ));
});

describe('a day', () => {
  test.each([
    ['en', '2026-12-03', 'long', '3 December 2026'],
    ['en', '2026-12-03', 'short', '3 December'],
    ['en', '2026-12', 'long', 'December 2026'],
    ['en', '2026', 'long', '2026'],
    ['fr', '2026-12-03', 'long', '3 décembre 2026'],
    ['fr', '2026-12-11', 'long', '11 décembre 2026'],
    ['fr', '2026-02', 'long', 'février 2026'],
    ['de', '2026-12-03', 'long', '3. Dezember 2026'],
  ] as const)('in %s, %s (%s) is %j', (lang, day, form, written) => expect(formatDay(lang, day, form)).toBe(written));

  test.each([...LANGUAGES, 'de', 'eo', 'ja', 'ar', 'pl'])(
    '%s writes the same with its calendar from the build as without',
    (lang) => {
      const calendar = calendarOf(lang);
      for (let days = 0; days < 800; days += 1) {
        const day = addDays(aDay('2026-01-01'), days);
        for (const form of ['long', 'short'] as const)
          if (formatDay(lang, day, form, calendar) !== formatDay(lang, day, form))
            expect.fail(`${lang} ${day} ${form}`);
      }
    },
  );
  test.each(LANGUAGES)('the calendar of %s is there when the program runs', async (lang) =>
    expect((await aTranslator(lang)).catalogue.words.language.calendar).toMatchObject(calendarOf(lang) ?? {}),
  );
  test.each([
    ['fr', '1er', '2026-12-01', 'long', '1er décembre 2026'],
    ['fr', '1er', '2026-12-01', 'short', '1er décembre'],
    ['fr', '1er', '2026-12-11', 'long', '11 décembre 2026'],
    ['pt-BR', '1º', '2026-12-01', 'long', '1º de dezembro de 2026'],
    ['it', '1º', '2026-12-01', 'short', '1º dicembre'],
    ['de', undefined, '2026-12-01', 'long', '1. Dezember 2026'],
  ] as const)('in %s with %s for the first, %s (%s) is %j', (lang, first, day, form, written) =>
    expect(formatDay(lang, day, form, calendarOf(lang, first))).toBe(written),
  );
});

test.each([
  ['en', [], ''],
  ['en', ['Apple'], 'Apple'],
  ['en', ['Apple', 'Google Play'], 'Apple and Google Play'],
  ['fr', ['Apple', 'Google Play'], 'Apple et Google Play'],
  ['fr', ['a', 'b', 'c'], 'a, b et c'],
])('a list in %s of %j is %j', (lang, items, written) => expect(formatList(lang, items)).toBe(written));
