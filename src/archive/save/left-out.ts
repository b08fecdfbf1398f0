// What the folder does not hold, in words: so that nobody takes it for more than it is.
import type { Extent } from './message-selection';
import type { IndexWords } from './words';

export type LeftOut = {
  readonly extent: Extent;
  readonly filtered: number;
  readonly notShipped: number;
  readonly draftsLeft: number;
  readonly behindLeft: number;
  readonly faults: readonly unknown[];
  readonly doubts: readonly { readonly kind: string }[];
};

/** One line for each kind of thing; none when everything is there. */
export function leftOutLines(
  { extent, filtered, notShipped, draftsLeft, behindLeft, faults, doubts }: LeftOut,
  words: IndexWords,
): readonly string[] {
  return [
    ...(faults.length > 0 ? [words.damaged] : []),
    ...(doubts.some(({ kind }) => kind === 'conversations-alone') ? [words.alone] : []),
    ...(filtered > 0 ? [words.filtered(filtered)] : []),
    ...(!extent.drafts && draftsLeft > 0 ? [words.drafts(draftsLeft)] : []),
    ...(!extent.all && behindLeft > 0 ? [words.behind(behindLeft)] : []),
    ...(notShipped > 0 ? [words.notShipped(notShipped)] : []),
  ];
}
