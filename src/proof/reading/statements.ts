// What one sentence says of the person's own plan: only a statement, made and standing, about a plan and about nothing else.
import { daysIn } from './days-in';
import type { ReadDay } from './days-in';
import { fold, holdsOne, isWord, placesOf, tokensOf } from './folding';
import type { Box } from './picture-lines';
import type { LanguageWords, Phrases, ReadingWords } from './reading-words';
import { isBeside, withDaysBeside } from './days-beside';
import { unquoted } from './quotations';
import type { Sentence } from './sentences';

export type State = 'active' | 'ending' | 'deleted';

/** `endsOn`: the day is that of the end and not that of the cancelling. `isNamed`: the sentence says that it is about a plan. */
export interface Evidence {
  readonly state: State;
  readonly isNamed: boolean;
  readonly day: ReadDay | undefined;
  readonly endsOn: boolean;
  readonly box: Box;
}

/** A label ("Cancelled · Access until 14 Dec 2026") has no more words than this beside its numbers, and needs none that names the plan. */
const BARE = 7;
/** "Was not" and what it denies stand at most this many words apart. */
const DENIED_WITHIN = 6;
/** "Or your ChatGPT Plus plan will be cancelled" has at most this many words before the last. */
const OR_WITHIN = 8;
/** What is cancelled stands at most this many words behind the word for it. */
const NAMED_WITHIN = 5;

export interface Around {
  readonly before: readonly Sentence[];
  readonly after: readonly Sentence[];
}

/** What `sentence` says, in each of `languages`; nothing where it is asked, denied, quoted, conditional or about something else. `today` is `YYYY-MM-DD`. */
export function statementsOf(
  sentence: Sentence,
  beside: Around,
  words: ReadingWords,
  languages: readonly LanguageWords[],
  today: string,
): readonly Evidence[] {
  return languages.flatMap((language) => inLanguage(sentence, beside, words, language, languages, today));
}

function inLanguage(
  { text, box }: Sentence,
  { before, after }: Around,
  words: ReadingWords,
  language: LanguageWords,
  languages: readonly LanguageWords[],
  today: string,
): readonly Evidence[] {
  const said = unquoted(text);
  const tokens = tokensOf(said);
  if (isOfAnother(said, tokens, words, languages)) return [];
  const found: Evidence[] = [];
  const isNamed = holdsOne(language.subjects, tokens) || holdsOne(words.service, tokens);
  const never = new Set(language.offers);
  const isSupposed = text.trimEnd().endsWith('?') || holdsOne(language.conditions, tokens);
  const places = (phrases: readonly string[], among = tokens): readonly (readonly [number, number])[] =>
    phrases.flatMap((phrase) => placesOf(phrase, among, never));
  // "Will not renew" holds "renew", and "not": what says the end is taken out first.
  const stoppedLong = wordsOf(language.stopped).filter((phrase) => phrase.includes(' '));
  const rest = without([...places(stoppedLong), ...places(language.ending)], tokens);
  // "Renewal receipts" are a switch in a store.
  const renews = places(wordsOf(language.renews), rest).filter(
    ([from, to]) =>
      !holdsOne(language.invoice, rest.slice(Math.max(0, from - 3), from)) &&
      !holdsOne(language.invoice, rest.slice(to, to + 1)),
  );
  const all = (): readonly ReadDay[] => withDaysBeside({ text: said, box }, after, languages, today);
  if (renews.length > 0 && !renews.every((place) => isDenied(place, rest, language)))
    found.push({ state: 'active', isNamed, day: all()[0], endsOn: false, box });
  if (isSupposed) return found;
  // "Your OpenAI account": the name stands in the middle of the phrase.
  const unnamed = withoutService(rest, words);
  const deleted = places(wordsOf(language.deleted), unnamed).filter((place) => !isDenied(place, unnamed, language));
  if (deleted.length > 0) return [...found, { state: 'deleted', isNamed, day: all()[0], endsOn: false, box }];
  const labelled = before.filter((other) => isBeside(other.box, box)).map((other) => tokensOf(other.text));
  const isLabelledElse = labelled.some(
    (label) => label.length <= BARE && holdsOne(language.otherThings, label) && !holdsOne(words.service, label),
  );
  const isPlans = (place: readonly [number, number], others: readonly string[]): boolean =>
    isAboutPlan(place, tokens, others, language, words) && !isDenied(place, rest, language);
  // What is not renewed is a plan: the sentence need not name it.
  const unrenewed = places(wordsOf(language.stopped.slice(0, 1))).filter(
    (place) => !holdsOne(language.otherThings, tokens.slice(0, place[0])) && !isDenied(place, tokens, language),
  );
  // "Pay by Friday, or your plan will be cancelled": what would be.
  const isOr = ([from]: readonly [number, number]): boolean =>
    holdsOne(language.otherwise, tokens.slice(Math.max(0, from - OR_WITHIN), from));
  const stopped = [
    ...unrenewed,
    ...places(wordsOf(language.stopped)).filter(
      (place) => isPlans(place, language.notPlans) && isPlans(place, language.otherThings),
    ),
  ].filter((place) => !isOr(place));
  const ends = places(wordsOf(language.ends), without(places(language.ending), tokens)).filter(
    (place) => isPlans(place, language.otherThings) && !isOr(place),
  );
  if (stopped.length === 0 && (ends.length === 0 || isLabelledElse || renews.length > 0)) return found;
  const day =
    endDay(said, language, languages, today) ??
    (ends.length > 0 ? all().at(-1) : all().find((one) => lastOf(one) > today));
  if (stopped.length > 0 || day !== undefined)
    found.push({ state: 'ending', isNamed, day, endsOn: ends.length > 0 && day !== undefined, box });
  return found;
}

function wordsOf(phrases: readonly Phrases[]): readonly string[] {
  return phrases.flatMap(({ words }) => words);
}

/** Without the name of the service, and the "of" before it. */
export function withoutService(
  tokens: readonly string[],
  { service, grammar }: Pick<ReadingWords, 'service' | 'grammar'>,
): readonly string[] {
  const names = service.flatMap((phrase) => placesOf(phrase, tokens));
  const withOf = names.map(
    ([from, to]) => [grammar.of.includes(tokens[from - 1] ?? '') ? from - 1 : from, to] as const,
  );
  return without(withOf, tokens).filter((token) => token !== '');
}

/** Whether `text` says of the plan, or of the account, that the thing named by `phrases` was not done. */
export function isDeniedIn(
  text: string,
  phrases: readonly Phrases[],
  { negations, conditions }: LanguageWords,
  { service, grammar }: Pick<ReadingWords, 'service' | 'grammar'>,
): boolean {
  const tokens = tokensOf(unquoted(text));
  if (holdsOne(conditions, tokens)) return false;
  const all = wordsOf(phrases).filter((phrase) => phrase.includes(' '));
  // "Will not renew" denies nothing that was done.
  const isNegation = (token: string): boolean => negations.includes(token) || grammar.denials.includes(token);
  const isOfItself = (phrase: string): boolean => phrase.split(' ').some(isNegation);
  const rest = without(
    all.filter(isOfItself).flatMap((phrase) => placesOf(phrase, tokens)),
    tokens,
  );
  const kept = rest.flatMap((token, index) => (isNegation(token) || service.includes(token) ? [] : [index]));
  const said = kept.map((index) => rest[index] ?? '');
  return all
    .filter((phrase) => !isOfItself(phrase))
    .some((phrase) =>
      placesOf(phrase, said).some(([from, to]) =>
        holdsOne(negations, rest.slice(Math.max(0, (kept[from] ?? 0) - DENIED_WITHIN), kept[to - 1] ?? 0)),
      ),
    );
}

/** Whether the place in the sentence is said of a plan: the first thing named before it, or right behind it, or a bare label. */
function isAboutPlan(
  [from, to]: readonly [number, number],
  tokens: readonly string[],
  others: readonly string[],
  { subjects }: LanguageWords,
  { service }: ReadingWords,
): boolean {
  const earlier = tokens.slice(0, from);
  const later = tokens.slice(to, to + NAMED_WITHIN);
  if (holdsOne(others, earlier)) return false;
  if (holdsOne(subjects, earlier) || holdsOne(service, earlier)) return true;
  if (holdsOne(others, later)) return false;
  return (
    tokens.filter((token) => !/\d/.test(token)).length <= BARE ||
    holdsOne(subjects, later) ||
    holdsOne(service, later) ||
    holdsOne(subjects, tokens.slice(from, to))
  );
}

/** A denying word a little before. */
function isDenied([from]: readonly [number, number], rest: readonly string[], { negations }: LanguageWords): boolean {
  return holdsOne(negations, rest.slice(Math.max(0, from - DENIED_WITHIN), from));
}

/** A name before "membership" has at most this many words. */
const BRAND_WORDS = 3;

/** Whether the plan named is somebody else's: a known service, "your Filmbox membership", or "your access to Filmbox". */
export function isOfAnother(
  text: string,
  tokens: readonly string[],
  { others, service, grammar, planNames }: ReadingWords,
  languages: readonly LanguageWords[],
): boolean {
  if (holdsOne(others, tokens)) return true;
  const subjects = languages.flatMap((language) => language.subjects);
  const known = [...subjects, ...service, ...planNames].flatMap((phrase) => phrase.split(' '));
  const parts = text.split(/\s+/).filter((part) => fold(part) !== '');
  const isCapital = (part: string | undefined): boolean => part !== undefined && /^\P{L}*\p{Lu}/u.test(part);
  const isBrand = (part: string | undefined): boolean =>
    part !== undefined &&
    isCapital(part) &&
    !fold(part)
      .split(' ')
      .some((word) => known.some((one) => isWord(word, one)));
  const isSubject = (part: string | undefined): boolean =>
    part !== undefined && subjects.some((one) => isWord(fold(part), one));
  return parts.some((part, at) => {
    const word = fold(part);
    const isNamed =
      grammar.yours.includes(word) &&
      Array.from({ length: BRAND_WORDS }, (_, more) => parts.slice(at + 1, at + 2 + more)).some(
        (name) => isSubject(parts[at + 1 + name.length]) && name.every(isCapital) && name.some(isBrand),
      );
    const behind = at + (grammar.toward.includes(fold(parts[at + 2] ?? '')) ? 3 : 2);
    return isNamed || (grammar.yoursBefore.includes(word) && isSubject(parts[at + 1]) && isBrand(parts[behind]));
  });
}

/** The day right behind the word for an end. */
function endDay(
  text: string,
  { ends }: LanguageWords,
  languages: readonly LanguageWords[],
  today: string,
): ReadDay | undefined {
  const phrases = wordsOf(ends);
  const parts = text.split(/\s+/);
  const at = parts.findIndex((_, index) =>
    phrases.some((phrase) => placesOf(phrase, tokensOf(parts.slice(index).join(' '))).some(([from]) => from === 0)),
  );
  return at === -1 ? undefined : daysIn(parts.slice(at).join(' '), languages, today)[0];
}

/** The later day it may be, `YYYY-MM-DD`. */
function lastOf(day: ReadDay): string {
  return day.kind === 'day' ? day.on : day.either[1];
}

function without(places: readonly (readonly [number, number])[], tokens: readonly string[]): readonly string[] {
  const gone = new Set(places.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)));
  return tokens.map((token, index) => (gone.has(index) ? '' : token));
}
