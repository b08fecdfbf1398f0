// A screen and its question together: what fits the window, in the order it is to be read, with the question always in sight.
import { widthOf } from '../render/width';
import { screenDocument, USUAL_RANK } from '../view/document';
import type { Document, Screen } from '../view/document';
import { leanList, listFrame, type Canvas, type List } from './rich-frame';

/** What is drawn above a list. `draw` gives the lines of a document as wide as the window. */
export type Above = {
  readonly screen: Screen;
  readonly draw: (document: Document) => string;
  /** Which page of what does not fit, from 0. */
  readonly page: number;
  readonly keysPage: (number: number, total: number) => string;
};

const HIGHEST_RANK = 9;
/** A list that is cut still shows the one pointed at, its neighbours, and where it goes on. */
const CUT_LIST = 4;
/** Below this many rows there is no room for anything but the question. */
const LEAST_ROWS = 8;

/**
 * The frame in at most the rows of the window but one, for the cursor; in a window of 24 rows or more another row stays free. In
 * the order in which things are given up: extras, the keys that letters make plain, blank lines, hints, the highest ranks, choices far from the one
 * pointed at. Where even rank 0 does not fit it is shown page by page.
 */
export function screenFrame(
  canvas: Canvas,
  above: Above,
  list: List,
): { readonly lines: readonly string[]; readonly pages: number } {
  const room = canvas.rows - (canvas.rows >= 24 ? 2 : 1);
  if (room < LEAST_ROWS) return { lines: listFrame(canvas, leanList(canvas, list)), pages: 1 };
  const endless: Canvas = { ...canvas, rows: Infinity };
  const lean = leanList(canvas, list);
  const [wholeList, leanLines] = [listFrame(endless, list), listFrame(endless, lean)];
  const heading = listFrame(endless, { ...lean, items: [] }).length;
  const cut = Math.min(leanLines.length, heading + CUT_LIST);
  const text = (rank: number): readonly string[] =>
    above.draw(screenDocument(above.screen, rank)).replace(/\n+$/, '').split('\n');
  /** An address that is wider than the window takes more than one row. */
  const rowsOf = (lines: readonly string[]): number =>
    lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(widthOf(line) / canvas.width)), 0);

  for (let rank = HIGHEST_RANK; rank > USUAL_RANK; rank -= 1) {
    const lines = text(rank);
    if (rowsOf(lines) + 1 + wholeList.length <= room) return { lines: [...lines, '', ...wholeList], pages: 1 };
  }
  const usual = [...text(USUAL_RANK), ''];
  const shortFoot = listFrame(endless, list.foot.length === 0 ? list : { ...list, keys: '' });
  if (rowsOf(usual) + shortFoot.length <= room) return { lines: [...usual, ...shortFoot], pages: 1 };
  for (const under of [shortFoot, leanLines]) {
    const squeezed = withoutBlanks(usual, room - under.length, rowsOf);
    if (squeezed !== undefined) return { lines: [...squeezed, ...under], pages: 1 };
  }
  for (const [rank, least] of [
    [3, leanLines.length],
    [2, leanLines.length],
    [2, cut],
    [1, cut],
    [0, cut],
  ] as const) {
    const lines = text(rank).filter((line) => line !== '');
    // Before a warning is left out, the last free row is used.
    const rows = rank <= 1 ? canvas.rows - 1 : room;
    if (rowsOf(lines) + least > rows) continue;
    return { lines: [...lines, ...listFrame({ ...canvas, rows: rows - rowsOf(lines) + 1 }, lean)], pages: 1 };
  }

  const lines = text(0).filter((line) => line !== '');
  const high = Math.max(1, room - cut - 1);
  const pages = Math.ceil(lines.length / high);
  const page = above.page % pages;
  const shown = lines.slice(page * high, (page + 1) * high);
  const paged: List = { ...lean, keys: above.keysPage(page + 1, pages), foot: [] };
  return { lines: [...shown, ...listFrame({ ...canvas, rows: room - shown.length + 1 }, paged)], pages };
}

/**
 * `lines` in at most `room` rows by leaving out blank ones: the lowest first, then the one under the title, then the one under the
 * clicks, and the one above the question last. `undefined` when that is not enough.
 */
function withoutBlanks(
  lines: readonly string[],
  room: number,
  rowsOf: (lines: readonly string[]) => number,
): readonly string[] | undefined {
  const blanks = lines.flatMap((line, index) => (line === '' ? [index] : []));
  const last = blanks.pop();
  const [first, second, ...others] = blanks;
  const inOrder = [...others.toReversed(), first, second, last].filter((index) => index !== undefined);
  const without = (count: number): readonly string[] => {
    const gone = new Set(inOrder.slice(0, count));
    return lines.filter((_, index) => !gone.has(index));
  };
  for (let count = 0; count <= inOrder.length; count += 1) if (rowsOf(without(count)) <= room) return without(count);
  return undefined;
}
