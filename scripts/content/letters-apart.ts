// Keeps what only the letters need out of what every run loads: their files, and the facts and sources that nothing else names.
import type { Guide, LettersGuide, WholeGuide } from '../../src/content/schema';

/** The guide without what only the letters name, and the letters with all that they name. `rest` is the guide without search words. */
export function lettersApart(
  whole: WholeGuide,
  { letters, recipients, authorities, facts, sources, ...rest }: Omit<WholeGuide, 'readingWords'>,
): { readonly guide: Guide; readonly letters: LettersGuide } {
  const elsewhere = wordsOf({ ...rest, readingWords: whole.readingWords });
  const inLetters = wordsOf({ letters, recipients, authorities });
  const ownFacts = pick(facts, (id) => inLetters.has(id));
  const otherFacts = pick(facts, (id) => elsewhere.has(id) || !inLetters.has(id));
  const citedByLetters = new Set([...inLetters, ...wordsOf(ownFacts)]);
  const citedElsewhere = new Set([...elsewhere, ...wordsOf(otherFacts)]);
  return {
    guide: {
      ...rest,
      facts: otherFacts,
      sources: pick(sources, (id) => citedElsewhere.has(id) || !citedByLetters.has(id)),
    },
    letters: {
      letters,
      recipients,
      authorities,
      facts: ownFacts,
      sources: pick(sources, (id) => citedByLetters.has(id)),
    },
  };
}

function pick<T>(entries: Readonly<Record<string, T>>, keeps: (id: string) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => keeps(id)));
}

/** Every text in a value: ids of facts and sources are among them. */
function wordsOf(value: unknown): ReadonlySet<string> {
  if (typeof value === 'string') return new Set([value]);
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.values(value).flatMap((item) => [...wordsOf(item)]));
}
