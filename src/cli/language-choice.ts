// Which language a run speaks: known before anything typed is understood, so that errors can be said in it.
import { loadCatalogue } from '../content/catalogue';
import type { Catalogue } from '../content/catalogue';
import { LANGUAGES } from '../content/compiled/about';
import { chooseLanguage, matchLanguage } from '../content/locale';
import type { Host } from '../host/host';
import { CliError } from './cli-error';

/** Whether the language was named, and which it is: known before anything else is read. */
export type LanguageChoice = {
  readonly catalogue: Catalogue;
  readonly asked: boolean;
  /** The words are written for another part of the world than the system’s. */
  readonly isOtherRegion: boolean;
};

/** The Catalogue in the language of `--lang`, the environment or the system. Throws a CliError for an unknown `--lang` or `QUITGPT_LANG`. */
export async function languageFor(host: Host, wished: string | undefined): Promise<LanguageChoice> {
  const chosen = chooseLanguage(host.env, () => host.systemLanguages, LANGUAGES);
  const named = wished === undefined ? undefined : matchLanguage(wished, LANGUAGES);
  const catalogue = await loadCatalogue(named ?? chosen.lang);
  if (wished !== undefined && named === undefined)
    throw new CliError('bad_language', { value: wished, list: LANGUAGES.join(', ') }, { flag: '--lang' });
  const own = host.env['QUITGPT_LANG'] ?? '';
  if (wished === undefined && own !== '' && matchLanguage(own, LANGUAGES) === undefined)
    throw new CliError('bad_language_set', { value: own, list: LANGUAGES.join(', ') });
  const isOtherRegion = wished === undefined && chosen.isOtherRegion === true;
  return { catalogue, asked: wished !== undefined || chosen.asked, isOtherRegion };
}

/** As `languageFor`, where even a language that is not known must not keep a failure from being said. */
export async function languageAnyway(host: Host): Promise<LanguageChoice> {
  const { lang, asked } = chooseLanguage(host.env, () => host.systemLanguages, LANGUAGES);
  return { catalogue: await loadCatalogue(lang), asked, isOtherRegion: false };
}
