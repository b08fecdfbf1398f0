// Steps as entries on a screen: one line each in an overview, a box and what to do in a checklist.
import type { StepEntry } from '../view/document';
import { escapeToOneLine } from './escape';
import { asIs, asideSpan, beside, indented, painted, type Page } from './layout';
import { widthOf, wrap, type Span } from './width';

/** How a box looks in each state; a skipped step is not an open one. */
const BOXES = { open: '[ ]', done: '[x]', skipped: '[-]' } as const;

/**
 * One step. `group` is the run of steps it stands in: they share their columns, and have boxes as soon as one needs it.
 * `bodyOf` draws the blocks of the step in a page as narrow as their inset leaves.
 */
export const stepLines = (
  one: StepEntry,
  all: readonly StepEntry[],
  page: Page,
  bodyOf: (page: Page) => readonly string[],
): readonly string[] => {
  const [step, group] = [stateAside(one), all.map(stateAside)];
  const { style } = page.ink;
  const overview = group.every(({ blocks }) => blocks.length === 0);
  const boxed = !overview || page.ids || page.paper || group.some(({ state }) => state !== 'open');
  const digits = Math.max(...group.map(({ number }) => String(number).length));
  const number = `${String(step.number).padStart(digits)}  `;
  const look = step.state === 'done' ? style.done : step.state === 'skipped' ? style.dim : asIs;
  const inset = number.length + (boxed ? 4 : 0);
  const lead = boxed ? `${look(BOXES[step.state])} ${number}` : number;
  const title = titleSpans(step, page, overview ? look : (text) => look(style.bold(text)));
  const width = page.width - inset;
  const head = overview ? columned(step, group, title, page, width) : beside(title, step.aside, width, style);
  const bodyInset = page.narrow ? 4 : inset;
  const body = bodyOf({ ...page, width: page.width - bodyInset }).filter((line) => line !== '');
  return [lead + (head[0] ?? ''), ...indented(head.slice(1), inset), ...indented(body, bodyInset)];
};

/** On a screen the state stands at the right, before what else is said there. */
const stateAside = (step: StepEntry): StepEntry => {
  if (step.stateWord === undefined) return step;
  const text = [step.stateWord, ...(step.aside === undefined ? [] : [step.aside.text])].join(' · ');
  return { ...step, aside: { text, tone: step.state === 'done' ? 'done' : 'quiet' } };
};

const GAP = 4;
const NARROWEST_TITLE = 24;

/** One entry of an overview: the asides of the whole group begin in one column, or all of them stand below. */
const columned = (
  step: StepEntry,
  group: readonly StepEntry[],
  title: readonly Span[],
  page: Page,
  width: number,
): readonly string[] => {
  const widest = Math.max(...group.map((entry) => sum(titleSpans(entry, page, asIs).map(({ text }) => widthOf(text)))));
  const side = Math.max(...group.map(({ aside }) => (aside === undefined ? 0 : widthOf(escapeToOneLine(aside.text)))));
  if (side === 0) return painted(wrap(title, width));
  const aside = step.aside === undefined ? undefined : asideSpan(step.aside, page.ink.style);
  const column = Math.min(widest, width - side - GAP);
  if (column < Math.min(widest, NARROWEST_TITLE)) {
    return [...painted(wrap(title, width)), ...(aside === undefined ? [] : painted(wrap([aside], width)))];
  }
  return wrap(title, column).map((row, index) =>
    index > 0 || aside === undefined
      ? row.text
      : row.text + ' '.repeat(column + GAP - row.width) + aside.paint(aside.text),
  );
};

const titleSpans = (step: StepEntry, page: Page, look: (text: string) => string): readonly Span[] => [
  { text: escapeToOneLine(step.title), paint: look },
  ...(page.ids ? [{ text: ` (${escapeToOneLine(step.id)})`, paint: page.ink.style.dim }] : []),
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
