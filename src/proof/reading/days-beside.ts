// The days that belong to a sentence: its own, or those that stand beside it or right under it.
import { daysIn } from './days-in';
import type { ReadDay } from './days-in';
import type { Box } from './picture-lines';
import type { LanguageWords } from './reading-words';
import type { Sentence } from './sentences';

/** The days in the sentence itself; when it has none, those in sentences of `after` that stand beside or under it. */
export function withDaysBeside(
  { text, box }: Sentence,
  after: readonly Sentence[],
  languages: readonly LanguageWords[],
  today: string,
): readonly ReadDay[] {
  const own = daysIn(text, languages, today);
  return own.length > 0
    ? own
    : after.filter((other) => isBeside(box, other.box)).flatMap((other) => daysIn(other.text, languages, today));
}

/** Whether `other` stands on the same row at the right of `box`, or on the next row under it. */
export function isBeside(box: Box, other: Box): boolean {
  const height = box.bottom - box.top;
  const isSameRow = Math.abs(other.top - box.top) < height && other.left >= box.right;
  const isUnder =
    other.top >= box.bottom - height / 2 &&
    other.top - box.bottom < height * 1.5 &&
    other.left < box.right &&
    other.right > box.left;
  return isSameRow || isUnder;
}
