// How a question looks at a terminal: pure lines, never wider than the measure and never taller than the window.
import { escapeToOneLine } from '../render/escape';
import { spansOf } from '../render/spans';
import type { Style } from '../render/style';
import { widthOf } from '../render/width';
import { hanging, hangingSpans, wrapped } from './layout';
import type { Choice, OneQuestion, SeveralQuestion, TextQuestion } from './prompter';

export type Glyphs = {
  readonly pointer: string;
  readonly empty: string;
  readonly full: string;
  readonly tick: string;
  readonly more: string;
  readonly typing: string;
};
export const glyphsFor = (unicode: boolean): Glyphs =>
  unicode
    ? { pointer: '❯', empty: '◯', full: '◉', tick: '✔', more: '…', typing: '›' }
    : { pointer: '>', empty: '[ ]', full: '[x]', tick: '+', more: '...', typing: '>' };

/** Where a frame is drawn: `width` in cells, `rows` of the whole window. */
export type Canvas = {
  readonly width: number;
  readonly rows: number;
  readonly style: Style;
  readonly quotes: readonly [before: string, after: string];
  readonly glyphs: Glyphs;
};

export type Item = Pick<Choice<unknown>, 'label' | 'hint'>;
/** In a window with fewer rows than this for the choices, the help is left out first. */
const LEAST_ROWS = 5;

type Heading = Pick<OneQuestion<unknown> | SeveralQuestion<unknown> | TextQuestion, 'title' | 'aside' | 'help'>;

/** A list of choices, with the one at `active` pointed at; `chosen` is absent where one is chosen by pointing. */
export type List = {
  readonly heading: Heading;
  readonly items: readonly Item[];
  readonly active: number;
  readonly chosen?: ReadonlySet<number>;
  /** The line of the way back, which has no box. */
  readonly back?: number | undefined;
  readonly problem: string | undefined;
  readonly keys: string;
  /** Letters to press, each with its word: "s skip". */
  readonly foot: readonly string[];
};

/** The list with no more said than it needs: no help, no hints, and of its foot what fits in one row. */
export function leanList(canvas: Canvas, list: List): List {
  const { heading, items, foot, keys } = list;
  return {
    ...list,
    heading: { title: heading.title },
    items: items.map(({ label }) => ({ label })),
    foot: foot.length === 0 ? [] : inOneRow(foot, canvas.width - 2),
    keys: foot.length === 0 ? keys : '',
  };
}

/** As many of `parts` as fit in `width` columns beside each other; the first always. */
function inOneRow(parts: readonly string[], width: number): readonly string[] {
  const fitting = parts.filter((_, index) => widthOf(parts.slice(0, index + 1).join(BETWEEN)) <= width);
  return fitting.length === 0 ? parts.slice(0, 1) : fitting;
}

/** The lines of a list, at most as many as the window has room for. */
export function listFrame(canvas: Canvas, list: List): readonly string[] {
  const { heading, items, active, chosen, problem } = list;
  if (canvas.rows <= 2)
    return itemLines(
      canvas,
      items[active] ?? { label: '' },
      { pointed: true, ticked: chosen?.has(active) },
      undefined,
    ).slice(0, 1);
  const foot = footLines(canvas, problem, list.keys, list.foot);
  const whole = headingLines(canvas, heading);
  const head =
    whole.length + foot.length + LEAST_ROWS < canvas.rows ? whole : headingLines(canvas, { title: heading.title });
  const column = hintColumn(canvas, items, chosen === undefined);
  const entries = items.map((item, index) =>
    itemLines(
      canvas,
      item,
      { pointed: index === active, ticked: index === list.back ? undefined : chosen?.has(index) },
      column,
    ),
  );
  return [
    ...head,
    ...around(entries, active, canvas.rows - head.length - foot.length - 1, canvas.glyphs.more),
    ...foot,
  ].slice(-(canvas.rows - 1));
}

/** The lines above and below what is typed. */
export const textFrame = (
  canvas: Canvas,
  text: {
    readonly heading: Heading;
    readonly problem: string | undefined;
    readonly offer?: string | undefined;
    readonly keys: string;
  },
): { readonly above: readonly string[]; readonly below: readonly string[] } => ({
  above: headingLines(canvas, text.heading),
  below: [
    ...(text.offer === undefined
      ? []
      : hanging('  ', escapeToOneLine(text.offer), canvas.width).map(canvas.style.accent)),
    ...footLines(canvas, text.problem, text.keys, []),
  ],
});

/** What stays on the screen once a question is answered. */
export function answeredLines({ width, style, glyphs }: Canvas, title: string, given: string): readonly string[] {
  const answer = escapeToOneLine(given);
  const indent = `${glyphs.tick} `;
  if (widthOf(indent + title) + 2 + widthOf(answer) <= width)
    return [`${style.done(glyphs.tick)} ${style.bold(title)}  ${style.accent(answer)}`];
  const [first = '', ...rest] = hanging(indent, title, width);
  return [
    style.done(glyphs.tick) + style.bold(first.slice(glyphs.tick.length)),
    ...rest.map(style.bold),
    ...(answer === '' ? [] : hanging('  ', answer, width).map(style.accent)),
  ];
}

function headingLines({ width, style, quotes }: Canvas, { title, aside = '', help }: Heading): readonly string[] {
  const [first = '', ...rest] = hanging('? ', title, width);
  const bold = [style.accent('?') + style.bold(first.slice(1)), ...rest.map(style.bold)];
  const gap = width - widthOf(first) - widthOf(aside);
  const beside = aside !== '' && rest.length === 0 && gap >= 2;
  return [
    ...(beside ? [bold[0] + ' '.repeat(gap) + style.dim(aside)] : bold),
    ...(aside === '' || beside ? [] : hanging('  ', aside, width).map(style.dim)),
    ...(help === undefined ? [] : hangingSpans('  ', spansOf(help, { style, quotes }), width)),
  ];
}

const BETWEEN = ' · ';

const footLines = (
  { width, style }: Canvas,
  problem: string | undefined,
  keys: string,
  letters: readonly string[],
): readonly string[] => [
  ...(problem === undefined ? [] : hanging('  ', problem, width).map(style.warning)),
  ...(keys === '' ? [] : hanging('  ', keys, width).map(style.dim)),
  ...hangingParts(letters, width - 2).map((line) => style.dim(`  ${line}`)),
];

/** `parts` beside each other, broken between them. */
function hangingParts(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const longer = lines.length === 0 ? undefined : `${lines.at(-1)}${BETWEEN}${part}`;
    if (longer !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.flatMap((line) => wrapped(line, width));
}

const markWidth = ({ glyphs }: Canvas, single: boolean): number =>
  widthOf(glyphs.pointer) + 1 + (single ? 0 : widthOf(glyphs.empty) + 1);

/** Where hints begin, or `undefined` where they go under their label: there is room for all of them, or enough to wrap in. */
function hintColumn(canvas: Canvas, items: readonly Item[], single: boolean): number | undefined {
  const hinted = items.filter(({ hint }) => hint !== undefined);
  const column = markWidth(canvas, single) + Math.max(...hinted.map(({ label }) => widthOf(label)), 0) + 4;
  const room = canvas.width - column;
  return room >= Math.min(30, Math.max(...hinted.map(({ hint = '' }) => widthOf(hint)))) ? column : undefined;
}

function itemLines(
  canvas: Canvas,
  { label, hint }: Item,
  state: { readonly pointed: boolean; readonly ticked: boolean | undefined },
  column: number | undefined,
): readonly string[] {
  const { width, style, glyphs } = canvas;
  const box = state.ticked === undefined ? '' : `${state.ticked ? glyphs.full : glyphs.empty} `;
  const mark = `${state.pointed ? glyphs.pointer : ' '.repeat(widthOf(glyphs.pointer))} ${box}`;
  const paint = state.pointed ? style.accent : (text: string) => text;
  const lines = hanging(mark, label, width);
  if (hint === undefined) return lines.map(paint);
  if (column === undefined)
    return [...lines.map(paint), ...hanging(' '.repeat(widthOf(mark) + 2), hint, width).map(style.dim)];
  const [line = ''] = lines;
  return wrapped(hint, width - column).map((part, index) =>
    index === 0
      ? paint(line) + ' '.repeat(column - widthOf(line)) + style.dim(part)
      : ' '.repeat(column) + style.dim(part),
  );
}

/** The entries that fit in `rows` around the active one, with a mark where some are left out. */
function around(
  entries: readonly (readonly string[])[],
  active: number,
  rows: number,
  more: string,
): readonly string[] {
  const all = entries.flat();
  if (all.length <= rows) return all;
  const size = (index: number): number => entries[index]?.length ?? Infinity;
  let room = rows - 2 - size(active);
  let from = active;
  let to = active + 1;
  while (Math.min(size(to), size(from - 1)) <= room) {
    const next = size(to) <= room ? to++ : --from;
    room -= size(next);
  }
  return [
    ...(from > 0 ? [`  ${more}`] : []),
    ...entries.slice(from, to).flat(),
    ...(to < entries.length ? [`  ${more}`] : []),
  ];
}
