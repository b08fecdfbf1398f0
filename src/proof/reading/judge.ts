// What a picture looks like: whose page, and whether the plan on it goes on or ends. Advice, never a verdict.
import { daysIn } from './days-in';
import type { ReadDay } from './days-in';
import { holdsOne, placesOf, tokensOf } from './folding';
import type { Box, PictureLine } from './picture-lines';
import type { LanguageWords, Phrases, ReadingWords } from './reading-words';
import { sentencesOf } from './sentences';
import type { Sentence } from './sentences';

/** `notice`: says that something was cancelled or deleted, and is no page of settings. */
export type Looks = 'openai' | 'apple' | 'google' | 'notice' | 'none';
/** `mixed`: one part says that the plan goes on, another that it ends. */
export type PlanState = 'active' | 'ending' | 'deleted' | 'mixed' | 'unsaid';

export interface Judgement {
  readonly looks: Looks;
  readonly plan: PlanState;
  /** When it renews, or ends. */
  readonly day?: ReadDay;
}

/** What the step is about, as far as a picture can tell. */
export interface Expected {
  /** Who is cancelled with; left out where the step is about several, or none of the three. */
  readonly biller?: 'openai' | 'apple' | 'google';
  readonly deletes: boolean;
}

/** How a picture goes with a step: `fits`, or what speaks against it; `unsure` where it says too little. */
export type Fit = 'fits' | 'still-active' | 'mixed' | 'other-biller' | 'not-deletion' | 'unsure';

type State = 'active' | 'ending' | 'deleted';
type Evidence = { readonly state: State; readonly day: ReadDay | undefined; readonly box: Box };

/** Judges by words only. `today` (`YYYY-MM-DD`) gives dates without a year theirs. */
export function judge(lines: readonly PictureLine[], words: ReadingWords, today: string): Judgement {
  const sentences = sentencesOf(lines);
  const all = sentences.map(({ text }) => tokensOf(text));
  const languages = languagesOf(all.flat(), words);
  const mentions = sentences.filter((_, index) => holdsOne(words.service, all[index] ?? []));
  if (mentions.length === 0) return { looks: 'none', plan: 'unsaid' };
  const evidence = sentences.flatMap((sentence, index) => evidenceOf(sentence, sentences.slice(index + 1), languages, today));
  const { plan, day } = weighed(evidence, mentions);
  const looks = looksLike(all, words, languages, plan);
  if (looks === 'none') return { looks, plan: 'unsaid' };
  return { looks, plan, ...(day === undefined ? {} : { day }) };
}

/** How `judgement` goes with the step. */
export function fitOf({ looks, plan }: Judgement, { biller, deletes }: Expected): Fit {
  if (looks === 'none' || plan === 'unsaid') return 'unsure';
  if (deletes) return plan === 'deleted' ? 'fits' : 'not-deletion';
  if (plan === 'active') return 'still-active';
  if (plan === 'mixed') return 'mixed';
  return biller !== undefined && looks !== 'notice' && looks !== biller ? 'other-biller' : 'fits';
}

/** The languages whose words are the most; several when they are equal, and English when there are none. */
function languagesOf(tokens: readonly string[], { languages }: ReadingWords): readonly LanguageWords[] {
  const counted = Object.values(languages).map((language) => {
    const phrases = [language.billing, language.renews, language.stopped, language.ends, language.deleted].flatMap(wordsOf);
    const known = phrases.reduce((sum, phrase) => sum + placesOf(phrase, tokens).length * phrase.split(' ').length, 0);
    return { language, count: 2 * known + tokens.filter((token) => language.common.includes(token)).length };
  });
  const most = Math.max(...counted.map(({ count }) => count));
  return counted.filter(({ count }) => count === most).map(({ language }) => language);
}

function wordsOf(phrases: readonly Phrases[]): readonly string[] {
  return phrases.flatMap(({ words }) => words);
}

/** What one sentence says about the plan. What is said under a condition, or asked, speaks only for a plan that goes on. */
function evidenceOf({ text, box }: Sentence, after: readonly Sentence[], languages: readonly LanguageWords[], today: string): readonly Evidence[] {
  const found: Evidence[] = [];
  const tokens = tokensOf(text);
  const day = (): ReadDay | undefined => daysIn(text, languages, today)[0] ?? after.filter((other) => isBeside(box, other.box)).flatMap((other) => daysIn(other.text, languages, today))[0];
  const say = (state: State): void => void found.push({ state, day: day(), box });
  for (const language of languages) {
    const never = new Set(language.offers);
    const hasOne = (phrases: readonly Phrases[], among = tokens): boolean => holdsOne(wordsOf(phrases), among, never);
    const isSupposed = text.trimEnd().endsWith('?') || holdsOne(language.conditions, tokens);
    // "Will not renew" holds "renew": what says the end is taken out first.
    const rest = without(wordsOf(language.stopped).filter((phrase) => phrase.includes(' ')), tokens, never);
    if (hasOne(language.renews, rest)) say('active');
    if (isSupposed) continue;
    if (hasOne(language.deleted)) say('deleted');
    else if (hasOne(language.stopped) || (hasOne(language.ends) && day() !== undefined && !hasOne(language.renews, rest))) say('ending');
  }
  return found;
}

function without(phrases: readonly string[], tokens: readonly string[], never: ReadonlySet<string>): readonly string[] {
  const gone = new Set(phrases.flatMap((phrase) => placesOf(phrase, tokens, never)).flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)));
  return tokens.map((token, index) => (gone.has(index) ? '' : token));
}

/** On the same row at the right, or on the next one under it. */
function isBeside(box: Box, other: Box): boolean {
  const height = box.bottom - box.top;
  const isSameRow = Math.abs(other.top - box.top) < height && other.left >= box.right;
  const isUnder = other.top >= box.bottom - height / 2 && other.top - box.bottom < height * 1.5 && other.left < box.right && other.right > box.left;
  return isSameRow || isUnder;
}

/** The evidence nearest under the name of the service counts; another state that stands about as near makes it mixed. */
function weighed(evidence: readonly Evidence[], mentions: readonly Sentence[]): { readonly plan: PlanState; readonly day?: ReadDay | undefined } {
  const near = evidence
    .map((one) => ({ ...one, distance: Math.min(...mentions.map(({ box }) => distance(box, one.box))) }))
    .sort((one, other) => one.distance - other.distance);
  const [first] = near;
  if (first === undefined) return { plan: 'unsaid' };
  const deleted = near.find(({ state }) => state === 'deleted');
  if (deleted !== undefined) return { plan: 'deleted', day: deleted.day };
  const reach = first.distance + 6 * (first.box.bottom - first.box.top);
  const isMixed = near.some(({ state, distance: far }) => state !== first.state && far <= reach);
  const { day } = near.find(({ state, day: known }) => state === first.state && known !== undefined) ?? first;
  return isMixed ? { plan: 'mixed', day } : { plan: first.state, day };
}

/** From a name to what stands at its height or under it; what stands above is farther. */
function distance(name: Box, box: Box): number {
  const down = box.top - name.top;
  const height = name.bottom - name.top;
  return down >= -height ? Math.max(0, down) : -down * 3;
}

function looksLike(sentences: readonly (readonly string[])[], { stores }: ReadingWords, languages: readonly LanguageWords[], plan: PlanState): Looks {
  const has = (phrases: readonly string[]): boolean => sentences.some((tokens) => holdsOne(phrases, tokens));
  const isBilling = languages.some(({ billing }) => has(wordsOf(billing)));
  if (plan === 'deleted') return 'notice';
  if ((isBilling || plan !== 'unsaid') && has(stores.apple)) return 'apple';
  if ((isBilling || plan !== 'unsaid') && has(stores.google)) return 'google';
  if (isBilling) return 'openai';
  return plan === 'ending' ? 'notice' : 'none';
}
