// The screen form: a margin, aligned columns, room between what, how, and how to know.
import type { Block, Document, StepEntry, Tone } from '../view/document';
import { escapeToOneLine } from './escape';
import { asIs, beside, factLines, painted, titleLines, type Page } from './layout';
import { renderPlain } from './plain';
import { addressSpan, fillSpan, ledBy, pathSpans, spansOf } from './spans';
import { stepLines } from './steps';
import type { Style } from './style';
import { arrowOf } from './typography';
import { qrLines } from './qr-text';
import { hang, widthOf, wrap, type Span } from './width';

export type TextOptions = {
  /** Width of the screen in columns. More than 80 are not used; fewer than 20 are taken as 20. */
  readonly columns: number;
  readonly style: Style;
  /** The screen-reader twin, see `renderPlain`: `style` and `margin` do not count, and `columns` may be Infinity to break nothing. */
  readonly plain?: boolean;
  /** Blanks before every line. Left out: two; one below 40 columns; none below 30. */
  readonly margin?: number;
  /** What stands around button words where the style is `plainStyle`. Left out: “ and ”. */
  readonly quotes?: readonly [before: string, after: string];
  /** Show each step's id after its title, as a checklist does. */
  readonly ids?: boolean;
  /** For paper: with lines to write on. */
  readonly paper?: boolean;
  /** Whether the screen shows ▰ and half blocks; ASCII stands in when not. Left out: it does. */
  readonly unicode?: boolean;
};

/**
 * The document for a terminal, each line ended by `\n`. No line is wider than `columns`, but for an address or a
 * command that is: those are never cut. With `plainStyle` the text holds no ESC.
 */
export const renderText = (document: Document, options: TextOptions): string => {
  const { style, plain = false, quotes = ['“', '”'], ids = false, paper = false, unicode = true } = options;
  const columns = Math.min(Math.max(options.columns, 20), 80);
  if (plain)
    return renderPlain(document, { columns: options.columns === Infinity ? Infinity : columns, quotes, ids, paper });
  const margin = options.margin ?? (columns < 30 ? 0 : columns < 40 ? 1 : 2);
  const ink = { style, quotes };
  const page: Page = { width: columns - margin, narrow: columns < 40, ids, paper, ink, lang: document.lang, unicode };
  return linesOf(document.blocks, page)
    .map((line) => (line === '' ? '\n' : `${' '.repeat(margin)}${line}\n`))
    .join('');
};

type Step = Block & { readonly kind: 'step' };

const linesOf = (blocks: readonly Block[], page: Page): readonly string[] => {
  const shown = blocks.filter((block) => block.kind !== 'fill' || page.paper);
  return shown.flatMap((block, index) => {
    const before = shown[index - 1];
    const lines =
      block.kind === 'step'
        ? stepLines(block.step, groupAround(shown, index), page, (inner) => linesOf(block.step.blocks, inner))
        : linesOfBlock(block, shown[index + 1], page);
    return before === undefined || touch(before, block) ? lines : ['', ...lines];
  });
};

/** What belongs together has no blank line between. */
const touch = (before: Block, block: Block): boolean => {
  if (before.kind === 'heading') return block.kind === 'heading' || before.level === 3;
  if (before.kind === 'step' && block.kind === 'step')
    return before.step.blocks.length === 0 && block.step.blocks.length === 0;
  if (block.kind === 'command') return before.kind === 'paragraph';
  if (block.kind === 'fill') return true;
  return isQuiet(block) && (before.kind === 'page' || before.kind === 'path' || isQuiet(before));
};

const isQuiet = (block: Block): boolean =>
  block.kind === 'paragraph' && block.tone === 'quiet' && block.title === undefined;

const linesOfBlock = (block: Exclude<Block, Step>, next: Block | undefined, page: Page): readonly string[] => {
  const { ink, lang, width } = page;
  switch (block.kind) {
    case 'heading': {
      // Above another heading it only says where one is ("Step 4 of 9"); the title is the one below.
      const look = next?.kind === 'heading' ? asIs : ink.style.bold;
      const text = { text: escapeToOneLine(block.text), paint: look };
      const bar = progressSpan(block.progress, width - widthOf(text.text) - widthOf(block.aside?.text ?? ''), page);
      return beside(bar === undefined ? [text] : [text, bar], block.aside, width, ink.style);
    }
    case 'paragraph':
      return painted(
        wrap(ledBy(block.title, spansOf(block.line, ink, toneUnder(block)), ink, lang, block.tone), width),
      );
    case 'list': {
      const digits = String(block.items.length).length;
      const items = block.items.flatMap((item, index) => {
        const mark = block.ordered ? `${String(index + 1).padStart(digits)}. ` : '- ';
        return hang(mark, wrap(spansOf(item, ink, toneUnder(block)), width - mark.length));
      });
      return [...titleLines(block.title, page, block.tone), ...items];
    }
    case 'facts':
      return factLines(block.rows, page);
    case 'path':
      return painted(wrap(ledBy(block.title, pathSpans(block.labels, ink, arrowOf(lang)), ink, lang), width));
    case 'page':
      return [...titleLines(block.title, page), ...painted(wrap([addressSpan(block.url, ink.style)], width))];
    case 'command':
      return [`${page.narrow ? '' : '  '}${ink.style.code(escapeToOneLine(block.text))}`];
    case 'code':
      return page.unicode ? (qrLines(block.modules, width, ink.style) ?? []) : [];
    case 'fill':
      return painted(wrap([fillSpan(block.label)], width));
    case 'part':
      return linesOf(block.blocks, { ...page, lang: block.lang });
  }
};

/** One mark a step, as wide as there is room for; none where there is not, since the words say the same. */
const progressSpan = (
  progress: { readonly done: number; readonly total: number } | undefined,
  room: number,
  { unicode, ink }: Page,
): Span | undefined => {
  if (progress === undefined || progress.total + 7 > room) return undefined;
  const [full, empty] = unicode ? ['▰', '▱'] : ['#', '-'];
  const { done, total } = progress;
  return { text: `   ${full.repeat(done)}${empty.repeat(total - done)}`, paint: ink.style.dim };
};

/** Under a title the title carries the tone: a long text in yellow is hard to read. */
const toneUnder = ({ title, tone }: { readonly title?: string; readonly tone?: Tone }): Tone =>
  title === undefined || tone === 'quiet' ? (tone ?? 'plain') : 'plain';

/** The run of steps a step stands in. */
const groupAround = (blocks: readonly Block[], index: number): readonly StepEntry[] => {
  const isStep = (block: Block | undefined): block is Step => block?.kind === 'step';
  let from = index;
  let to = index;
  while (isStep(blocks[from - 1])) from--;
  while (isStep(blocks[to + 1])) to++;
  return blocks
    .slice(from, to + 1)
    .filter(isStep)
    .map(({ step }) => step);
};
