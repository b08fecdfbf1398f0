// Which languages are gone through whole, and which by a sample, where a test takes its time once more for every language.
import { LANGUAGES } from '../../src/content/compiled/about';

/** Gone through whole: the two that are read and changed first. */
export const WHOLE: readonly string[] = ['en', 'fr'];
const SAMPLED = LANGUAGES.filter((lang) => !WHOLE.includes(lang));

/**
 * All of `items` for a language that is gone through whole. For any other those that `always` is true of, and of the rest every
 * so many-th: as many as there are such languages, each from a place of its own, so that together they go through all.
 * The same each time. With `EVERY_LOOK` set every language is gone through whole, for whoever changes one.
 */
export function shareOf<T>(
  lang: string,
  items: readonly T[],
  always: (item: T) => boolean = () => false,
): readonly T[] {
  const place = SAMPLED.indexOf(lang);
  if (place === -1 || process.env['EVERY_LOOK'] !== undefined) return items;
  return items.filter((item, index) => index % SAMPLED.length === place || always(item));
}

/** Whether an item is the first with its key: for `always`, so that nothing that has words of its own is left out. */
export function firstOf<T>(items: readonly T[], keyOf: (item: T) => string): (item: T) => boolean {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  const found = new Set(first.values());
  return (item) => found.has(item);
}
