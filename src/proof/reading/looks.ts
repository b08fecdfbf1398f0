// Whose page a picture shows, by its words.
import { holdsOne } from './folding';
import type { LanguageWords, ReadingWords } from './reading-words';

/** `notice`: says that something was cancelled or deleted, and is no page of settings. */
export type Looks = 'openai' | 'apple' | 'google' | 'notice' | 'none';
/** `mixed`: one part says that the plan goes on, another that it ends. */
export type PlanState = 'active' | 'ending' | 'deleted' | 'mixed' | 'unsaid';

/** Whose page this is. `sentences` are folded words; `plan` is what they say of the plan. */
export function looksLike(
  sentences: readonly (readonly string[])[],
  { stores, storePages }: ReadingWords,
  languages: readonly LanguageWords[],
  plan: PlanState,
  { isOfOthers, isMail }: { readonly isOfOthers: boolean; readonly isMail: boolean },
): Looks {
  const has = (phrases: readonly string[]): boolean => sentences.some((tokens) => holdsOne(phrases, tokens));
  const isBilling = languages.some(({ billing }) => has(billing.flatMap(({ words }) => words)));
  if (plan === 'deleted') return 'notice';
  if (plan === 'unsaid' && isOfOthers) return 'none';
  if ((isBilling || plan !== 'unsaid') && has(stores.apple)) return 'apple';
  if ((isBilling || plan !== 'unsaid') && has(stores.google)) return 'google';
  if (isMail && plan === 'ending') return 'notice';
  // "Edit subscription" as a title: no page of ChatGPT's own, whose words are its own.
  const isOwn = languages.some(({ billing, subjects }) =>
    has(
      billing
        .filter(({ attested }) => attested)
        .flatMap(({ words }) => words)
        .filter((word) => !holdsOne(subjects, [word])),
    ),
  );
  const isTitled = (titles: readonly string[]): boolean =>
    sentences.some((tokens) => tokens.length <= TITLE && holdsOne(titles, tokens));
  if (!isOwn && isTitled(storePages.apple)) return 'apple';
  if (!isOwn && isTitled(storePages.google)) return 'google';
  if (isBilling) return 'openai';
  return plan === 'ending' ? 'notice' : 'none';
}

/** A title has at most this many words. */
const TITLE = 4;
