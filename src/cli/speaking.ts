// Which language a run speaks: known before anything typed is understood, so that errors can be said in it.
import { loadCatalogue } from '../content/catalogue';
import type { Catalogue } from '../content/catalogue';
import { LANGUAGES } from '../content/compiled/about';
import { chooseLanguage, matchLanguage } from '../content/locale';
import type { Host } from '../host/host';
import { Refusal } from './refusal';

/** Whether the language was named, and which it is: known before anything else is read. */
export type Spoken = { readonly catalogue: Catalogue; readonly asked: boolean };

/** The Catalogue in the language of `--lang`, the environment or the system. Throws a Refusal for an unknown `--lang`. */
export async function speak(host: Host, wished: string | undefined): Promise<Spoken> {
  const chosen = chooseLanguage(host.env, () => host.systemLanguages, LANGUAGES);
  const named = wished === undefined ? undefined : matchLanguage(wished, LANGUAGES);
  const catalogue = await loadCatalogue(named ?? chosen.lang);
  if (wished !== undefined && named === undefined) throw new Refusal('bad_language', { value: wished, list: LANGUAGES.join(', ') }, { flag: '--lang' });
  return { catalogue, asked: wished !== undefined || chosen.asked };
}
