// The languages that this file of the page has: the words of each, and how they are spoken.
import type { Catalogue } from '../content/catalogue';
import { guide } from '../content/compiled/guide';
import { spokenTree } from '../content/spoken';
import type { Words } from '../content/words';
import { withTwins } from './twins';

/** Read once each: when its language is spoken. */
const read = new Map<string, Words>();

/** Each language stands in the file as data, in an element of its own. */
const wordElements = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('script.words')];

/** The tags of the languages that are there, the first one being the one for people who read none of them. */
export const languagesHere = (): readonly string[] => wordElements().map(({ lang }) => lang);

function wordsOf(lang: string): Words {
  const known = read.get(lang);
  if (known !== undefined) return known;
  const text = wordElements().find((one) => one.lang === lang)?.textContent ?? '';
  const words = spokenTree<Words>(JSON.parse(text), lang);
  read.set(lang, words);
  return words;
}

/** A language as the page speaks it, and as paper does. `lang` has to be one that is here. */
export function catalogueOf(lang: string): { readonly page: Catalogue; readonly paper: Catalogue } {
  const words = wordsOf(lang);
  return { page: { guide, words: withTwins(words), lang }, paper: { guide, words, lang } };
}

/** What a language calls itself. */
export const nameOf = (lang: string): string => wordsOf(lang).language.name;

/** The languages in which menus of ChatGPT are known. */
export const menuLanguages = (): readonly string[] => [
  'en',
  ...new Set(Object.values(guide.menuLabels).flatMap(({ translations }) => Object.keys(translations ?? {}))),
];
