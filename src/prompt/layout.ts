// Words of a prompt into lines: escaped, wrapped by word, further lines under the first.
import { escapeText } from '../render/escape';
import type { Span } from '../render/width';
import { hang, wrap } from '../render/width';

/** `text` in lines of at most `width` cells. */
export const wrapped = (text: string, width: number): readonly string[] =>
  wrap([{ text: escapeText(text), paint: (run) => run }], width).map((row) => row.text);

/** `text` after `mark`, its further lines under its first. */
export const hanging = (mark: string, text: string, width: number): readonly string[] =>
  hangingSpans(mark, [{ text: escapeText(text), paint: (run) => run }], width);

/** The same for words with a look. Nothing is wider than `width`, not even an address: Inquirer counts the lines. */
export const hangingSpans = (mark: string, spans: readonly Span[], width: number): readonly string[] =>
  hang(
    mark,
    wrap(
      spans.map((span) => (span.keep === 'always' ? { ...span, keep: 'together' } : span)),
      width - mark.length,
    ),
  );

/** An earlier answer, fit to be typed again: no control, direction or invisible characters, which would act as keys. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '');

export const endingInNewline = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
