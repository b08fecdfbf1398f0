// `npm run picture`: runs the built program in a real terminal, types keys, and draws what it shows into docs/pictures.
import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { frameOf, svgOf } from './terminal-svg';
import type { Frame } from './terminal-svg';

const COLUMNS = 80;
const ROWS = 50;
/** The clock of the pictures stands at noon of 22 November 2026, UTC. */
const CLOCK = String(Date.UTC(2026, 10, 22, 12) / 1000);
/** A screen that does not come within this many milliseconds is not coming. */
const PATIENCE = 20_000;
/** A screen is whole once nothing has come for this many milliseconds. */
const QUIET = 80;

const KEYS = { enter: '\r', space: ' ', up: '\u001B[A', down: '\u001B[B' } as const;

/** What is typed, what has to be on the screen afterwards, and how long that screen stays in the picture, in ms. */
type Move = { readonly key?: keyof typeof KEYS; readonly type?: string; readonly until: RegExp; readonly ms: number };

const MOVES: readonly Move[] = [
  { until: /What do you want to do\?[^]*Enter goes on/, ms: 5000 },
  { key: 'enter', until: /Which ChatGPT plan[^]*Ctrl-B/, ms: 1400 },
  { key: 'down', until: /❯ Go/, ms: 350 },
  { key: 'down', until: /❯ Plus/, ms: 1200 },
  { key: 'enter', until: /Who charges you[^]*Ctrl-B/, ms: 1600 },
  { key: 'down', until: /❯ ◯ Apple/, ms: 700 },
  { key: 'space', until: /❯ ◉ Apple/, ms: 1200 },
  { key: 'enter', until: /Do you also use[^]*Ctrl-B/, ms: 2000 },
  { key: 'up', until: /❯ ◯ I’m not sure/, ms: 350 },
  { key: 'up', until: /❯ ◯ None of these/, ms: 500 },
  { key: 'space', until: /❯ ◉ None of these/, ms: 1200 },
  { key: 'enter', until: /When is the next payment[^]*Ctrl-B/, ms: 1600 },
  { type: '3 ', until: /› 3/, ms: 300 },
  { type: 'Dec', until: /› 3 Dec/, ms: 300 },
  { type: 'ember', until: /› 3 December/, ms: 1000 },
  { key: 'enter', until: /Check your answers[^]*What now[^]*Enter goes on/, ms: 6000 },
  { key: 'enter', until: /Cancel with Apple[^]*Stop and save[^]*Enter goes on/, ms: 9000 },
];

/** Plays `moves` with the program of this checkout, in an empty home folder, and gives the screens. */
async function play(moves: readonly Move[]): Promise<readonly Frame[]> {
  const home = mkdtempSync(join(tmpdir(), 'quitgpt-picture-'));
  const screen = new Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    USERPROFILE: home,
    XDG_STATE_HOME: join(home, '.local', 'state'),
    LANG: 'en_GB.UTF-8',
    TZ: 'UTC',
    TERM: 'xterm-256color',
    SOURCE_DATE_EPOCH: CLOCK,
  };
  const program = spawn(process.execPath, [resolve('bin/quitgpt.js')], {
    name: env.TERM,
    cols: COLUMNS,
    rows: ROWS,
    cwd: home,
    env,
  });
  let look = (): void => {};
  program.onData((bytes) => screen.write(bytes, () => look()));
  screen.onData((reply) => program.write(reply));
  const frames: Frame[] = [];
  try {
    for (const { key, type, until, ms } of moves) {
      const seen = new Promise<void>((found, missed) => {
        const timer = setTimeout(
          () => missed(new Error(`${String(until)} never came. The screen:\n${textOf(screen)}`)),
          PATIENCE,
        );
        let whole: NodeJS.Timeout | undefined;
        look = () => {
          clearTimeout(whole);
          if (!until.test(textOf(screen))) return;
          whole = setTimeout(() => {
            clearTimeout(timer);
            found();
          }, QUIET);
        };
      });
      const typed = key === undefined ? type : KEYS[key];
      if (typed !== undefined) program.write(typed);
      await seen;
      frames.push(frameOf(screen, ms));
    }
    return frames;
  } finally {
    program.kill();
    rmSync(home, { recursive: true, force: true });
  }
}

function textOf(screen: Terminal): string {
  const { active } = screen.buffer;
  return Array.from(
    { length: screen.rows },
    (_, index) => active.getLine(active.baseY + index)?.translateToString(true) ?? '',
  ).join('\n');
}

async function makePictures(folder: string): Promise<void> {
  const frames = await play(MOVES);
  const last = frames.at(-1);
  if (last === undefined) throw new Error('nothing was played');
  mkdirSync(folder, { recursive: true });
  const common = { command: 'npx quitgpt', columns: COLUMNS };
  writeFileSync(
    join(folder, 'run.svg'),
    svgOf(frames, {
      ...common,
      title: 'A run of quitgpt in a terminal',
      description:
        'The guide opens and says what it never does. It asks five questions: what to do (stop paying), which plan (Plus), who charges (Apple), what else is in use (nothing), and when the next payment is (3 December). It shows the answers and six steps, then the first step: how to cancel with Apple.',
    }),
  );
  const top = last.rows.findIndex((row) => row.some(({ text }) => text.startsWith('Step 1 of')));
  const step = { ...last, rows: last.rows.slice(Math.max(0, top - 1)) };
  writeFileSync(
    join(folder, 'step.svg'),
    svgOf([step], {
      ...common,
      title: 'One step of the guide',
      description:
        'Step 1 of 6, to be done before 2 December: Cancel with Apple. Why, six numbered lines, what may look different, what to watch out for, how to know that it worked, the address, the sources with their date, and the choices: open the page, done, I’m stuck, other ways, skip, back, stop and save.',
    }),
  );
}

void makePictures(resolve(process.argv[2] ?? 'docs/pictures'));
