// The words inside a line as spans: escaped, with their look, and with what may be broken.
import type { Inline, Line, Tone } from '../view/document';
import { escapeText, escapeToOneLine } from './escape';
import { plainStyle, type Style } from './style';
import { leadOf } from './typography';
import type { Span } from './width';

/** What inline text is drawn with. `quotes` stand around button words where no colour marks them. */
export type Ink = { readonly style: Style; readonly quotes: readonly [before: string, after: string] };

/** The spans of a line, each under the look of the tone. */
export const spansOf = (line: Line, { style, quotes }: Ink, tone: Tone = 'plain'): readonly Span[] => {
  const under = toneOf(style, tone);
  return line.flatMap((inline): readonly Span[] => {
    if (typeof inline === 'string') return [{ text: escapeText(inline), paint: under }];
    switch (inline.kind) {
      case 'strong':
        return [{ text: escapeText(inline.text), paint: (text) => under(style.bold(text)) }];
      case 'label': {
        const [before, after] = style === plainStyle ? quotes : ['', ''];
        return labelSpans(inline, (text) => under(style.label(text)), under, before, after);
      }
      case 'code':
        return [{ text: escapeToOneLine(inline.text), paint: style.code, copied: true }];
      case 'address':
        return [addressSpan(inline.url, style)];
    }
  });
};

/**
 * A menu path as spans that break only at the arrows, which end a row. The arrows mark the labels, so no quotes do.
 * `arrow` has its blanks around it.
 */
export const pathSpans = (labels: readonly Inline[], ink: Ink, arrow: string): readonly Span[] => {
  const unquoted: Ink = { ...ink, quotes: ['', ''] };
  return labels.flatMap((label, index): readonly Span[] => [
    ...(index === 0
      ? []
      : [{ text: arrow.trimEnd(), paint: ink.style.dim, keep: 'together' } as const, { text: ' ', paint: asIs }]),
    ...spansOf([label], unquoted).map(together),
  ]);
};

const together = (span: Span): Span => ({
  ...span,
  text: span.text.replaceAll('\n', ' '),
  keep: span.keep ?? 'together',
});

/** Spans with a title before them on the same line. */
export const ledBy = (
  title: string | undefined,
  spans: readonly Span[],
  { style }: Ink,
  lang: string,
  tone: Tone = 'plain',
): readonly Span[] => {
  if (title === undefined) return spans;
  const look = toneOf(style, tone);
  const text = leadOf(escapeToOneLine(title), spans.map((span) => span.text).join(''), lang);
  return [{ text, paint: (lead) => look(style.bold(lead)) }, { text: ' ', paint: asIs }, ...spans];
};

/** An address as shown: in one piece, whatever the width. What has a blank in it is no address, and breaks like words. */
export const addressSpan = (url: string, style: Style): Span => {
  const text = escapeToOneLine(url);
  return { text, paint: style.address, copied: true, keep: text.includes(' ') ? 'together' : 'always' };
};

/** A line to write on, on paper. */
export const fillSpan = (label: string): Span => ({ text: `${escapeToOneLine(label)} ${'_'.repeat(12)}`, paint: asIs });

/** The look of a tone. */
export const toneOf = (style: Style, tone: Tone): ((text: string) => string) =>
  tone === 'quiet' ? style.dim : tone === 'warning' ? style.warning : tone === 'done' ? style.done : asIs;

/** The words of a label, and the English ones when they differ. */
export const englishBeside = (label: { readonly text: string; readonly english?: string }): string | undefined =>
  label.english === undefined || label.english === label.text ? undefined : label.english;

const labelSpans = (
  label: { readonly text: string; readonly english?: string },
  paint: Span['paint'],
  aside: Span['paint'],
  before: string,
  after: string,
): readonly Span[] => {
  const english = englishBeside(label);
  return [
    { text: before + escapeToOneLine(label.text) + after, paint },
    ...(english === undefined ? [] : [{ text: ` (${escapeToOneLine(english)})`, paint: aside }]),
  ];
};

const asIs = (text: string): string => text;
