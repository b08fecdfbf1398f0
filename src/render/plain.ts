// The plain twin, for ears and fingers: one line after the other, no margin, no symbols, a pause at every end.
import type { Aside, Block, Document, Fact, Line, StepEntry } from '../view/document';
import { escapeToOneLine } from './escape';
import { addressSpan, fillSpan, ledBy, pathSpans, spansOf, type Ink } from './spans';
import { plainStyle } from './style';
import { leadOf, pauses, sentence } from './typography';
import { wrap, type Span } from './width';

/** `columns` may be Infinity: then nothing is broken. */
export type PlainOptions = {
  readonly columns: number;
  readonly quotes: readonly [before: string, after: string];
  readonly ids: boolean;
  readonly paper: boolean;
};

/**
 * The document as plain lines. Every line of words ends with punctuation, so that a screen reader pauses; an address, a command and
 * a file name get none, because it would be copied with them. Broken at blanks only: a terminal would cut words in two.
 */
export const renderPlain = (document: Document, options: PlainOptions): string => {
  const ink: Ink = { style: plainStyle, quotes: options.quotes };
  const lines = linesOf(document.blocks, { ...options, ink, lang: document.lang });
  return lines.map((line) => `${line}\n`).join('');
};

type Page = PlainOptions & { readonly ink: Ink; readonly lang: string };

const linesOf = (blocks: readonly Block[], page: Page): readonly string[] =>
  blocks.flatMap((block) => linesOfBlock(block, page));

const linesOfBlock = (block: Block, page: Page): readonly string[] => {
  switch (block.kind) {
    case 'heading':
      return words([said(block.text), ...asideOf(block.aside)], page);
    case 'paragraph':
      return broken(ended(ledBy(block.title, spansOf(block.line, page.ink), page.ink, page.lang)), page);
    case 'list':
      return [
        ...titleOf(block.title, page),
        ...block.items.flatMap((item, index) => itemOf(item, block.ordered ? index + 1 : undefined, page)),
      ];
    case 'facts':
      return block.rows.flatMap((row) => factOf(row, page));
    case 'path':
      return broken(ended(ledBy(block.title, pathSpans(block.labels, page.ink, ' > '), page.ink, page.lang)), page);
    case 'page':
      return [...titleOf(block.title, page), ...broken([addressSpan(block.url, plainStyle)], page)];
    case 'command':
      return [escapeToOneLine(block.text)];
    case 'code':
      return [];
    case 'step':
      return [...words(stepWords(block.step, page), page), ...linesOf(block.step.blocks, page)];
    case 'fill':
      return page.paper ? broken(ended([fillSpan(block.label)]), page) : [];
    case 'part':
      return linesOf(block.blocks, { ...page, lang: block.lang });
  }
};

const stepWords = (step: StepEntry, page: Page): readonly string[] => [
  `${step.number}. ${said(step.title)}${page.ids ? ` (${said(step.id)})` : ''}`,
  ...(step.stateWord === undefined ? [] : [said(step.stateWord)]),
  ...asideOf(step.aside),
];

const itemOf = (item: Line, number: number | undefined, page: Page): readonly string[] => {
  const spans = ended(spansOf(item, page.ink));
  return broken(number === undefined ? spans : [{ text: `${number}. `, paint: asIs }, ...spans], page);
};

const factOf = (row: Fact, page: Page): readonly string[] => {
  const lead = `${leadOf(said(row.term), '', page.lang)} `;
  const aside = asideOf(row.aside).map((text) => ` ${sentence(text, page.lang)}`);
  return broken(
    [{ text: lead, paint: asIs }, ...ended(spansOf(row.line, page.ink)), { text: aside.join(''), paint: asIs }],
    page,
  );
};

const titleOf = (title: string | undefined, page: Page): readonly string[] => {
  if (title === undefined) return [];
  return broken([{ text: leadOf(said(title), '', page.lang), paint: asIs }], page);
};

/** Several short texts as sentences on one line. */
const words = (texts: readonly string[], page: Page): readonly string[] =>
  broken([{ text: texts.map((text) => sentence(text, page.lang)).join(' '), paint: asIs }], page);

/** Spans with a full stop at the end of each of their lines, where there is no pause yet and nothing to copy. */
const ended = (spans: readonly Span[]): readonly Span[] => {
  const lines = spans.map((span) => ({
    ...span,
    text: span.text.replace(/[^\n]+(?=\n)/g, (line) => (pauses(line) ? line : `${line}.`)),
  }));
  const last = lines.at(-1);
  if (last === undefined || last.copied === true || last.text === '' || pauses(last.text)) return lines;
  return [...lines, { text: '.', paint: asIs }];
};

const broken = (spans: readonly Span[], page: Page): readonly string[] =>
  wrap(spans, page.columns)
    .map((row) => row.text.trimEnd())
    .filter((text) => text !== '');

/** The dots that part words for eyes are commas for ears. */
const asideOf = (aside: Aside | undefined): readonly string[] =>
  aside === undefined ? [] : [said(aside.text).replaceAll(' · ', ', ')];
const said = (text: string): string => escapeToOneLine(text).trim();
const asIs = (text: string): string => text;
