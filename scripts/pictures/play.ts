// Runs the built program in a real terminal, types keys, and keeps the screens that come.
import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { frameOf } from './terminal-svg';
import type { Frame } from './terminal-svg';

export const COLUMNS = 80;
const ROWS = 24;
/** The clock of the pictures stands at noon of 22 November 2026, UTC. */
const CLOCK = String(Date.UTC(2026, 10, 22, 12) / 1000);
/** A screen that does not come within this many milliseconds is not coming. */
const PATIENCE = 20_000;
/** A screen is whole once nothing has come for this many milliseconds. */
const QUIET = 80;

const KEYS = { enter: '\r', space: ' ', up: '\u001B[A', down: '\u001B[B' } as const;

/** What is typed, what has to be on the screen afterwards, and how long that screen stays in the picture, in ms. */
export type Move = {
  readonly key?: keyof typeof KEYS;
  readonly type?: string;
  readonly until: RegExp;
  readonly ms: number;
};

/**
 * Plays `moves` with the program of this checkout, in an empty home folder, and gives the screens. `answers` stand in a file
 * `answers.json` there.
 */
export async function play(
  moves: readonly Move[],
  { args = [], answers }: { readonly args?: readonly string[]; readonly answers?: object } = {},
): Promise<readonly Frame[]> {
  const home = mkdtempSync(join(tmpdir(), 'quitgpt-picture-'));
  if (answers !== undefined) writeFileSync(join(home, 'answers.json'), JSON.stringify(answers));
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
  const program = spawn(process.execPath, [resolve('bin/quitgpt.js'), ...args], {
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
