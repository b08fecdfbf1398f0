// What on a page as a whole speaks against an end: money in trouble, another paid plan, a question still open, a lesson, a chat.
import { holdsOne, placesOf, tokensOf } from './folding';
import type { LanguageWords, ReadingWords } from './reading-words';
import type { Sentence } from './sentences';
import { isDeniedIn, withoutService } from './statements';

/** A button or a label has at most this many words. */
const FEW_WORDS = 4;

export interface PageSigns {
  /** Something on the page says that money goes on, or may: no end on it stands alone. */
  readonly goesOn: boolean;
  /** Nothing has been done yet, or it is told by somebody: nothing on the page is a statement about the plan. */
  readonly isTold: boolean;
  /** The person is still to confirm a deletion. */
  readonly isUnconfirmed: boolean;
  /** Credits or requests are on the page: what ends there, and is not called a plan, may be they. */
  readonly hasBalance: boolean;
  /** The page says that it was not cancelled, or not deleted. */
  readonly isNotStopped: boolean;
  readonly isNotDeleted: boolean;
  /** It is a mail. */
  readonly isMail: boolean;
}

/** Looks at every sentence: what speaks against may stand far from what it speaks against. */
export function pageSigns(
  sentences: readonly Sentence[],
  words: Pick<ReadingWords, 'free' | 'service' | 'people' | 'grammar'>,
  languages: readonly LanguageWords[],
): PageSigns {
  const some = (is: (tokens: readonly string[], language: LanguageWords, text: string) => boolean): boolean =>
    sentences.some(({ text }) => languages.some((language) => is(tokensOf(text), language, text)));
  const isMail =
    some((tokens, { mail }, text) => /^\p{L}{2,8}\s?:/u.test(text) && holdsOne(mail, tokens.slice(0, 1))) ||
    some(
      (tokens, { mail }, text) =>
        (tokens.length <= FEW_WORDS &&
          holdsOne(
            mail.filter((word) => word.includes(' ')),
            tokens,
          )) ||
        (isAddressed(text, tokens) &&
          (holdsOne(mail, tokens.slice(0, 1)) ||
            words.people.greetings.some((greeting) => placesOf(greeting, tokens).some(([from]) => from === 0)))),
    );
  return {
    isMail,
    hasBalance: some((tokens, { balances }) => tokens.length <= 2 * FEW_WORDS && holdsOne(balances, tokens)),
    isNotStopped: some((_, language, text) => isDeniedIn(text, language.stopped, language, words)),
    isNotDeleted: some((_, language, text) => isDeniedIn(text, language.deleted, language, words)),
    goesOn: some(
      (tokens, { troubles, changes, afterwards, sells }, text) =>
        holdsOne(troubles, tokens) ||
        holdsOne(sells, tokens) ||
        (holdsOne(changes, tokens) && !holdsOne(words.free, tokens)) ||
        isThenPaid(text, tokens, afterwards),
    ),
    isTold: some(
      (tokens, language, text) =>
        holdsOne(language.howTo, tokens) ||
        holdsOne(language.own, tokens) ||
        holdsOne(language.own, withoutService(tokens, words)) ||
        (!isMail && isButton(tokens, language)) ||
        isAsked(text, tokens, language.offers),
    ),
    isUnconfirmed: some((tokens, { confirms }) => holdsOne(confirms, tokens)),
  };
}

/** "Cancel plan", but not "Don’t cancel plan". */
function isButton(tokens: readonly string[], { dialogs, negations }: LanguageWords): boolean {
  return (
    tokens.length <= FEW_WORDS &&
    dialogs.some((phrase) => placesOf(phrase, tokens).some(([from]) => !holdsOne(negations, tokens.slice(0, from))))
  );
}

/** "Hello Jo," */
function isAddressed(text: string, tokens: readonly string[]): boolean {
  return tokens.length <= FEW_WORDS && /[,:!]$/.test(text.trimEnd());
}

/** "Free until …, then $20 a month". */
function isThenPaid(text: string, tokens: readonly string[], afterwards: readonly string[]): boolean {
  return holdsOne(afterwards, tokens) && /[$€£¥]\s?\d|\d\s?[$€£¥]|R\$|\b(?:USD|EUR|GBP|BRL)\b/.test(text);
}

/** "Cancel your plan?", which a question box asks. */
function isAsked(text: string, tokens: readonly string[], offers: readonly string[]): boolean {
  return text.trimEnd().endsWith('?') && tokens.length <= 2 * FEW_WORDS && holdsOne(offers, tokens);
}
