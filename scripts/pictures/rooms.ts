// `npm run picture:rooms`: draws which room of the program imports which, from the imports themselves, into docs/pictures/rooms.svg
// and the table of docs/architecture.md.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';

/** From one room to another: at run time, or for its types alone. */
type Edge = { readonly from: string; readonly to: string; readonly typeOnly: boolean };

const ABOUT: Readonly<Record<string, string>> = {
  entry: 'joins them',
  cli: 'what is typed',
  page: 'one page, a browser',
  walk: 'one person, one journey',
  card: 'a picture to share',
  prompt: 'asks',
  render: 'how it looks',
  view: 'says it',
  journey: 'decides',
  content: 'facts and words',
  proof: 'looks into receipts',
  archive: 'looks into exports',
  text: 'letters compared',
  host: 'the machine',
};

/** Every import between rooms, once; run time goes before types. Files beside the rooms are the entry. */
export function roomEdges(source = 'src'): readonly Edge[] {
  const found = new Map<string, Edge>();
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()) {
    const file = name.split(sep).join('/');
    if (!file.endsWith('.ts') || file.startsWith('content/compiled/')) continue;
    const text = readFileSync(join(source, file), 'utf8');
    const imports = text.matchAll(/(?:^(?:import|export)\b(\s+type\b)?[^;'"]*?|\bimport\()'(\.{1,2}\/[^']+)'/gm);
    for (const [, type, target = ''] of imports) {
      const edge = {
        from: roomOf(file),
        to: roomOf(`${posix.join(posix.dirname(file), target)}.ts`),
        typeOnly: type !== undefined,
      };
      const key = `${edge.from} ${edge.to}`;
      if (edge.from !== edge.to && (found.get(key)?.typeOnly ?? true)) found.set(key, edge);
    }
  }
  return [...found.values()].sort((one, other) => `${one.from} ${one.to}`.localeCompare(`${other.from} ${other.to}`));
}

function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : 'entry';
}

/** The rows of the table: what each room imports when it runs, and of what it knows the types. */
export function importTable(edges: readonly Edge[]): string {
  const list = (of: string, typeOnly: boolean): string =>
    edges
      .filter(({ from, typeOnly: types }) => from === of && types === typeOnly)
      .map(({ to }) => to)
      .join(', ') || '–';
  const rows = Object.keys(ABOUT).map((room) => `| ${room} | ${list(room, false)} | ${list(room, true)} |`);
  return ['| Room | Imports | Only types of |', '|---|---|---|', ...rows].join('\n');
}

const BOX = { width: 176, height: 52 };
const GAP = { across: 40, down: 58 };
const EDGE = 24;

/**
 * The rooms from the entry down: each stands below everything that imports it. An arrow that follows from others is left out, or
 * nobody could read the picture; the table has them all.
 */
export function roomsSvg(edges: readonly Edge[]): string {
  const real = edges.filter(({ typeOnly }) => !typeOnly);
  const below = (room: string): readonly string[] => real.filter(({ from }) => from === room).map(({ to }) => to);
  const reaches = (from: string, to: string): boolean => below(from).some((next) => next === to || reaches(next, to));
  const drawn = real.filter(({ from, to }) => !below(from).some((next) => next !== to && reaches(next, to)));
  const depth = (room: string): number =>
    Math.max(0, ...real.filter(({ to }) => to === room).map(({ from }) => 1 + depth(from)));
  const rooms = Object.keys(ABOUT);
  const layers: string[][] = [];
  for (const room of rooms) (layers[depth(room)] ??= []).push(room);
  const widest = Math.max(...layers.map((layer) => layer.length));
  const width = 2 * EDGE + widest * BOX.width + (widest - 1) * GAP.across;
  const height = 2 * EDGE + layers.length * BOX.height + (layers.length - 1) * GAP.down;
  const places = new Map<string, { readonly x: number; readonly y: number }>();
  for (const [row, layer] of layers.entries()) {
    const above = (room: string): number => {
      const parents = drawn.filter(({ to }) => to === room).map(({ from }) => places.get(from)?.x ?? width / 2);
      return parents.length === 0 ? width / 2 : parents.reduce((sum, x) => sum + x, 0) / parents.length;
    };
    const order = [...layer].sort((one, other) => above(one) - above(other));
    const taken = order.length * BOX.width + (order.length - 1) * GAP.across;
    for (const [index, room] of order.entries())
      places.set(room, {
        x: (width - taken) / 2 + index * (BOX.width + GAP.across) + BOX.width / 2,
        y: EDGE + row * (BOX.height + GAP.down),
      });
  }
  const arrows = drawn.map(({ from, to }) => {
    const [a, b] = [places.get(from), places.get(to)];
    if (a === undefined || b === undefined) throw new Error(`${from} or ${to} is no room that this picture knows`);
    const [start, end] = [a.y + BOX.height, b.y - 7];
    // A long arrow goes straight down first, so that it crosses only in the last gap.
    const bend = end - GAP.down + 7;
    return `<path d="M${a.x} ${start} L${a.x} ${bend} C${a.x} ${bend + 40} ${b.x} ${end - 40} ${b.x} ${end}" marker-end="url(#head)"/>`;
  });
  const boxes = rooms.map((room) => {
    const { x, y } = places.get(room) ?? { x: 0, y: 0 };
    return `<rect x="${x - BOX.width / 2}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="8"/>
<text class="room" x="${x}" y="${y + 22}">${room}</text>
<text x="${x}" y="${y + 41}">${ABOUT[room] ?? ''}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="t d">
<title id="t">The rooms of the program</title>
<desc id="d">${drawn.map(({ from, to }) => `${from} imports ${to}`).join('; ')}.</desc>
<style>
svg { --paper: #ffffff; --box: #f3f1ec; --ink: #1f1a14; --quiet: #5e5346; }
@media (prefers-color-scheme: dark) { svg { --paper: #16181c; --box: #24272d; --ink: #f0ede6; --quiet: #b9b2a6; } }
.paper { fill: var(--paper); stroke: none; }
rect { fill: var(--box); stroke: var(--quiet); }
path { fill: none; stroke: var(--quiet); stroke-width: 1.5; }
.head { fill: var(--quiet); stroke: none; }
text { fill: var(--quiet); font: 13px system-ui, sans-serif; text-anchor: middle; }
.room { fill: var(--ink); font: bold 16px system-ui, sans-serif; }
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="3" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0 L8 4 L0 8 z"/></marker></defs>
<rect class="paper" width="${width}" height="${height}"/>
${[...arrows, ...boxes].join('\n')}
</svg>
`;
}

export const PICTURE = 'docs/pictures/rooms.svg';
export const PAGE = 'docs/architecture.md';
/** What stands between the two marks of the page. */
export const TABLE = /(?<=<!-- from the imports -->\n)[^]*?(?=\n<!-- end -->)/;

if (process.argv[1]?.endsWith('rooms.ts') === true) {
  const edges = roomEdges();
  writeFileSync(PICTURE, roomsSvg(edges));
  writeFileSync(
    PAGE,
    readFileSync(PAGE, 'utf8').replace(TABLE, () => importTable(edges)),
  );
}
