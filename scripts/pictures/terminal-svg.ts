// Draws screens of a terminal as one SVG: animated where there are several, without a script, readable on light and dark.
import type { Terminal } from '@xterm/headless';

/** One screen: its rows, and how long it stays, in milliseconds. */
export type Frame = { readonly rows: readonly Row[]; readonly ms: number };
/** The runs of one line, left to right. */
type Row = readonly Run[];
type Run = { readonly column: number; readonly columns: number; readonly text: string; readonly looks: string };

export type Picture = {
  /** What stands in the bar above the screen: the command. */
  readonly command: string;
  /** Read aloud instead of the picture. */
  readonly title: string;
  readonly description: string;
  readonly columns: number;
};

const CELL = { width: 7.8, height: 17, font: 13 } as const;
const EDGE = 22;
const BAR = 38;
/** The animation is shown this often, then its last frame stays. */
const PLAYS = 3;

/** The names of the eight colours, as a terminal numbers them. */
const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** What `terminal` shows now, for `ms` milliseconds. */
export function frameOf(terminal: Terminal, ms: number): Frame {
  const { active } = terminal.buffer;
  return { ms, rows: Array.from({ length: terminal.rows }, (_, index) => rowOf(terminal, active.baseY + index)) };
}

/** Cells of the same look, joined; what a fallback font may draw wider stands alone, so that it moves nothing. */
function rowOf(terminal: Terminal, at: number): Row {
  const line = terminal.buffer.active.getLine(at);
  const runs: Run[] = [];
  for (let column = 0; column < terminal.cols; column += 1) {
    const cell = line?.getCell(column);
    const text = cell?.getChars() ?? '';
    if (cell === undefined || cell.getWidth() === 0) continue;
    const looks = [
      cell.isBold() ? 'bold' : '',
      cell.isDim() ? 'dim' : '',
      cell.isFgPalette() ? (COLOURS[cell.getFgColor() % 8] ?? '') : '',
    ]
      .filter((look) => look !== '')
      .join(' ');
    const last = runs.at(-1);
    const isPlain = /^[ -~’“”–·…×]$/u.test(text);
    if (
      last !== undefined &&
      isPlain &&
      last.looks === looks &&
      last.column + last.columns === column &&
      /[ -~’“”–·…×]$/u.test(last.text)
    )
      runs[runs.length - 1] = { ...last, columns: last.columns + 1, text: last.text + text };
    else if (text !== '') runs.push({ column, columns: cell.getWidth(), text, looks });
  }
  return runs.map(trimmed).filter(({ text }) => text !== '');
}

function trimmed(run: Run): Run {
  const start = run.text.length - run.text.trimStart().length;
  const text = run.text.trim();
  return {
    ...run,
    text,
    column: run.column + start,
    columns: text === '' ? 0 : run.columns - (run.text.length - text.length),
  };
}

/** The SVG. A line that stays the same from one frame to the next is drawn once. */
export function svgOf(frames: readonly Frame[], { command, title, description, columns }: Picture): string {
  const used = Math.max(...frames.map(({ rows }) => rows.findLastIndex((row) => row.length > 0) + 1));
  const width = Math.round(columns * CELL.width + 2 * EDGE);
  const height = BAR + used * CELL.height + EDGE;
  const spans = new Map<string, string[]>();
  for (let y = 0; y < used; y += 1) {
    for (let from = 0; from < frames.length;) {
      const row = frames[from]?.rows[y] ?? [];
      let to = from + 1;
      while (to < frames.length && JSON.stringify(frames[to]?.rows[y] ?? []) === JSON.stringify(row)) to += 1;
      if (row.length > 0)
        spans.set(`${from}-${to}`, [...(spans.get(`${from}-${to}`) ?? []), ...row.map((run) => drawn(run, y))]);
      from = to;
    }
  }
  const groups = [...spans].map(([span, texts]) => `<g class="f${span}">\n${texts.join('\n')}\n</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">
<title id="title">${escaped(title)}</title>
<desc id="description">${escaped(description)}</desc>
<style>
${STYLE}${timing(frames, [...spans.keys()])}
</style>
<rect class="card" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10"/>
<path class="rule" d="M1 ${BAR - 8}.5H${width - 1}"/>
<text class="dim" x="${EDGE}" y="20">$</text>
<text class="bold" x="${EDGE + 2 * CELL.width}" y="20">${escaped(command)}</text>
${groups.join('\n')}
</svg>
`;
}

function drawn({ column, columns, text, looks }: Run, y: number): string {
  const length = columns > 1 ? ` textLength="${tidy(columns * CELL.width)}" lengthAdjust="spacingAndGlyphs"` : '';
  return `<text${looks === '' ? '' : ` class="${looks}"`} x="${tidy(EDGE + column * CELL.width)}" y="${BAR + y * CELL.height + CELL.font}"${length}>${escaped(text)}</text>`;
}

/** When each group of lines is seen. Without animation (reduced motion, or a simple viewer) the last frame stands still. */
function timing(frames: readonly Frame[], spans: readonly string[]): string {
  if (frames.length < 2) return '';
  const starts = frames.map((_, index) => frames.slice(0, index).reduce((sum, { ms }) => sum + ms, 0));
  const total = frames.reduce((sum, { ms }) => sum + ms, 0);
  const percent = (frame: number): string => `${tidy((100 * (starts[frame] ?? total)) / total)}%`;
  const rules = spans.map((span) => {
    const [from, to] = span.split('-').map(Number) as [number, number];
    const isLast = to === frames.length;
    const steps = [
      ...(from > 0 ? ['0%{visibility:hidden}'] : []),
      `${percent(from)}{visibility:visible}`,
      ...(isLast ? ['100%{visibility:visible}'] : [`${percent(to)},100%{visibility:hidden}`]),
    ];
    return `.f${span}{visibility:${isLast ? 'visible' : 'hidden'};animation-name:k${span}}\n@keyframes k${span}{${steps.join('')}}`;
  });
  return `\n[class^=f]{animation:${total / 1000}s step-end ${PLAYS}}\n${rules.join('\n')}\n@media (prefers-reduced-motion:reduce){[class^=f]{animation:none}}`;
}

const STYLE = `text{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;font-size:${CELL.font}px;white-space:pre;fill:#1f2328}
.card{fill:#fffdf8;stroke:#d8d2c4}
.rule{stroke:#e8e2d4;fill:none}
.bold{font-weight:700}
.dim{fill:#656d76}
.cyan{fill:#0b6b8a}
.yellow{fill:#8a5a00}
.green{fill:#1a7f37}
@media (prefers-color-scheme:dark){
text{fill:#e6e1d6}
.card{fill:#1d1f21;stroke:#3a3d41}
.rule{stroke:#303338}
.dim{fill:#9aa0a6}
.cyan{fill:#6cc7e3}
.yellow{fill:#e8b84a}
.green{fill:#6cc77f}
}`;

function tidy(value: number): string {
  return String(Number(value.toFixed(2)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
