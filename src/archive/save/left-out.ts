// What the folder does not hold, in words: so that nobody takes it for more than it is.
import type { Extent } from './message-selection';
import type { Format } from './save-manifest';
import type { IndexWords } from './words';

export type LeftOut = {
  readonly extent: Extent;
  readonly format: Format;
  readonly filtered: number;
  readonly notShipped: number;
  readonly draftsLeft: number;
  readonly behindLeft: number;
  readonly empty: number;
  readonly faults: readonly unknown[];
  readonly doubts: readonly { readonly kind: string }[];
};

/** One line for each kind of thing; none when everything is there. */
export function leftOutLines(
  { extent, format, filtered, notShipped, draftsLeft, behindLeft, empty, faults, doubts }: LeftOut,
  words: IndexWords,
): readonly string[] {
  return [
    ...(faults.length > 0 ? [words.damaged] : []),
    ...(doubts.some(({ kind }) => kind === 'conversations-alone') ? [words.alone] : []),
    ...(filtered > 0 ? [words.filtered(filtered)] : []),
    ...(!extent.drafts && draftsLeft > 0 ? [words.drafts(draftsLeft, withFlags('--drafts', format === 'claude'))] : []),
    ...(!extent.all && behindLeft > 0
      ? [words.behind(behindLeft, withFlags('--all', format === 'claude' || format === 'open-webui'))]
      : []),
    ...(empty > 0 ? [words.empty(empty)] : []),
    ...(notShipped > 0 ? [words.notShipped(notShipped)] : []),
  ];
}

/** What to type to have it, as Markdown where this form has no place for it. */
function withFlags(flag: string, isElsewhere: boolean): string {
  return `\`${isElsewhere ? '--format markdown ' : ''}${flag}\``;
}
