// Text made comparable: small letters without accents, in words, and compared with a slip of the reading allowed.
import { plainLetters } from '../../text/plain-letters';

/** Small letters and digits without accents, one blank between words; all else is a blank. */
export function fold(text: string): string {
  return plainLetters(text)
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The folded words of a text. */
export function tokensOf(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** From this length on one letter may be read wrongly. */
const LONG_WORD = 6;
/** From this one on a vowel may be another: French models take the á of "será" for an é. */
const SHORT_WORD = 4;

/** Whether `read` is `wanted`, but for one letter of a long word. `never` are other words that exist, which are no slips. */
export function isWord(read: string, wanted: string, never: ReadonlySet<string> = NOTHING): boolean {
  if (read === wanted) return true;
  if (wanted.length < SHORT_WORD || never.has(read) || !isOneOff(read, wanted)) return false;
  return (
    wanted.length >= LONG_WORD ||
    (read.length === wanted.length &&
      [...read].every((letter, at) => letter === wanted[at] || /[aeiou]{2}/.test(`${letter}${wanted[at] ?? ''}`)))
  );
}

const NOTHING: ReadonlySet<string> = new Set();

/** Whether one letter is changed, missing or too many. */
function isOneOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  return short.slice(short.length === long.length ? from + 1 : from) === long.slice(from + 1);
}

/** Where the words of `phrase` (folded, blanks between) stand in `tokens`, from each first word to after the last. */
export function placesOf(
  phrase: string,
  tokens: readonly string[],
  never?: ReadonlySet<string>,
): readonly (readonly [from: number, to: number])[] {
  const wanted = phrase.split(' ');
  return tokens.flatMap((_, from) =>
    wanted.every((word, index) => isWord(tokens[from + index] ?? '', word, never))
      ? [[from, from + wanted.length] as const]
      : [],
  );
}

/** Whether one of `phrases` stands in `tokens`. */
export function holdsOne(phrases: readonly string[], tokens: readonly string[], never?: ReadonlySet<string>): boolean {
  return phrases.some((phrase) => placesOf(phrase, tokens, never).length > 0);
}
