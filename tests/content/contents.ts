// The real content in memory, and ways to spoil one thing in it.
import { checkContent } from '../../scripts/content/check-content';
import type { Problem } from '../../scripts/content/problem';
import { readContent } from '../../scripts/content/read-content';
import type { RawContent } from '../../scripts/content/read-content';
import { WHOLE } from '../support/languages';

// Content that is about to be spoilt has no type that would say so.
// oxlint-disable-next-line typescript/no-explicit-any
export type Loose = any;

export const REAL = readContent('content');
export const TODAY_OF_CHECK = new Date().toISOString().slice(0, 10);

/** The languages of content that is spoilt: a rule that holds for two holds for all, and two are checked in a third of the time. */
const TWO = Object.fromEntries(Object.entries(REAL.languages).filter(([lang]) => WHOLE.includes(lang)));

/** A copy of the real content, in two languages, after `spoil` has changed it. Paths are `guide.steps`, `en.steps`, `fr.ui` and so on. */
export function spoilt(spoil: (content: Loose) => void): RawContent {
  const copy = structuredClone({ ...REAL, languages: TWO });
  spoil({ guide: copy.guide, ...copy.languages, languages: copy.languages });
  return copy;
}

/** The problems found in the real content after `spoil`. */
export function problemsAfter(spoil: (content: Loose) => void): readonly Problem[] {
  const checked = checkContent(spoilt(spoil), TODAY_OF_CHECK);
  return checked.ok ? [] : checked.problems;
}

/** The step of the guide with this id. */
export const step = (content: Loose, id: string): Loose => content.guide.steps.find((one: Loose) => one.id === id);
