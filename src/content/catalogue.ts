// The Catalogue: the guide's facts and the words of one language, loaded when first needed.
import type { Guide } from './schema';
import type { Words } from './words';

export type Catalogue = { readonly guide: Guide; readonly words: Words; readonly lang: string };

/** The guide and the words of `lang`, which has to be one of the compiled languages (see `chooseLanguage`). */
export async function loadCatalogue(lang: string): Promise<Catalogue> {
  const [{ guide }, { loadWords }] = await Promise.all([import('./compiled/guide'), import('./compiled/languages')]);
  const load = loadWords[lang];
  if (load === undefined) throw new Error(`no words for the language "${lang}"`);
  return { guide, words: await load(), lang };
}
