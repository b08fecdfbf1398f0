// The few habits of writing that differ between languages and that the words themselves cannot carry.

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** The direction of a language, by its BCP 47 tag. */
export const directionOf = (lang: string): 'ltr' | 'rtl' => {
  const [primary = '', ...rest] = lang.toLowerCase().split('-');
  if (rest.includes('latn') || rest.includes('cyrl')) return 'ltr';
  return RIGHT_TO_LEFT.has(primary) || rest.includes('arab') || rest.includes('hebr') ? 'rtl' : 'ltr';
};

/** The arrow between two menu items, with its blanks, pointing the way the language reads. */
export const arrowOf = (lang: string): string => (directionOf(lang) === 'rtl' ? ' ← ' : ' → ');

/** A colon with what the language puts before it: French wants a no-break space. */
export const colonOf = (lang: string): string => (/^fr\b/i.test(lang) ? '\u00A0:' : ':');

const PAUSE = /[\p{Sentence_Terminal}\p{Terminal_Punctuation}…][\p{Pe}\p{Pf}"'\s]*$/u;

/** True when a screen reader pauses at the end of this text. */
export const pauses = (text: string): boolean => PAUSE.test(text);

/** A title before the text it reads on into: with a colon, unless it pauses already or the text goes on in lower case. */
export const leadOf = (title: string, text: string, lang: string): string =>
  pauses(title) || /^\p{Ll}/u.test(text) ? title : title + colonOf(lang);

/** A text as a sentence of its own: a full stop at the end, and a capital unless it starts like "iPhone" or with the name of this program. */
export const sentence = (text: string, lang: string): string => {
  const begun = text.replace(/^(?!quitgpt\b)\p{Ll}(?!\p{Lu})/u, (first) => first.toLocaleUpperCase(localeOf(lang)));
  return begun === '' || pauses(begun) ? begun : `${begun}.`;
};

const localeOf = (lang: string): string | undefined => (/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) ? lang : undefined);
