// A real terminal for tests: a program in a PTY, its bytes in a headless xterm, keys typed by name. Never sleeps.
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

const KEYS = {
  enter: '\r',
  space: ' ',
  tab: '\t',
  backspace: '\u007f',
  esc: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  home: '\u001b[H',
  end: '\u001b[F',
  'ctrl-b': '\u0002',
  'ctrl-c': '\u0003',
  'ctrl-d': '\u0004',
  'ctrl-u': '\u0015',
  'ctrl-l': '\u000c',
  'ctrl-z': '\u001a',
} as const;
export type KeyName = keyof typeof KEYS;
export type Exit = { readonly code: number; readonly signal: number | undefined };
export type CellStyle = { readonly bold: boolean; readonly dim: boolean; readonly coloured: boolean };

export type TerminalRun = {
  /** Resolves when the screen holds `wanted`; rejects with the screen when the program ends first or `patience` ms pass. */
  waitFor(wanted: string | RegExp | ((screen: string) => boolean), patience?: number): Promise<void>;
  type(text: string): void;
  key(name: KeyName): void;
  /** The visible lines, without blanks at their ends. */
  screen(): string;
  /** Everything since the start, scrolled-off lines too. */
  scrollback(): string;
  /** Lines that the terminal had to break because the program wrote past its width. */
  brokenLines(): readonly string[];
  /** The look of the first cell of `text` on the screen. */
  styleOf(text: string): CellStyle;
  resize(columns: number, rows: number): void;
  /** When the program has ended and its last byte is on the screen. */
  readonly exit: Promise<Exit>;
  /** The bytes as they came. */
  raw(): string;
  cursorHidden(): boolean;
  /** Ends the program, for tests that are done with it. */
  kill(signal?: string): void;
  /** Closes the window under the program: nothing more is read from it or shown of it, and `exit` may never come. */
  hangUp(): void;
};

/** Starts `file` in a terminal. CI, NO_COLOR and their kin are unset unless `env` gives them; `undefined` unsets. */
export function runInTerminal(
  file: string,
  args: readonly string[],
  options: {
    readonly columns?: number;
    readonly rows?: number;
    readonly env?: Readonly<Record<string, string | undefined>>;
    readonly cwd?: string;
  } = {},
): TerminalRun {
  const { columns: cols = 80, rows = 24, cwd = process.cwd() } = options;
  const screen = new xterm.Terminal({ cols, rows, allowProposedApi: true, scrollback: 5000 });
  const env = terminalEnvironment(options.env);
  // The name overrides TERM.
  const pty = spawn(file, [...args], { name: env['TERM'] ?? 'dumb', cols, rows, cwd, env });
  const watchers = new Set<() => void>();
  const wake = (): void => [...watchers].forEach((watcher) => watcher());
  let raw = '';
  let ended: Exit | undefined;

  pty.onData((bytes) => {
    raw += bytes;
    screen.write(bytes, wake);
  });
  screen.onData((reply) => pty.write(reply));
  const exit = new Promise<Exit>((resolve) => {
    pty.onExit(({ exitCode, signal }) =>
      screen.write('', () => {
        ended = { code: exitCode, signal: signal === 0 ? undefined : signal };
        wake();
        resolve(ended);
      }),
    );
  });

  const lines = (from: number): string => {
    const { active } = screen.buffer;
    const all = Array.from(
      { length: active.length - from },
      (_, index) => active.getLine(from + index)?.translateToString(true) ?? '',
    );
    return all.join('\n').trimEnd();
  };
  const visible = (): string => lines(screen.buffer.active.baseY);

  return {
    waitFor: (wanted, patience = 20_000) =>
      new Promise((resolve, reject) => {
        const finish = (failure?: string): void => {
          clearTimeout(timer);
          watchers.delete(look);
          if (failure === undefined) resolve();
          else reject(new Error(`${failure} while waiting for ${String(wanted)}. The screen:\n${visible()}`));
        };
        const look = (): void => {
          const now = visible();
          const found =
            typeof wanted === 'string'
              ? now.includes(wanted)
              : wanted instanceof RegExp
                ? wanted.test(now)
                : wanted(now);
          if (found) finish();
          else if (ended !== undefined)
            finish(`The program ended (code ${ended.code}, signal ${ended.signal ?? 'none'})`);
        };
        const timer = setTimeout(() => finish(`${patience} ms passed`), patience);
        watchers.add(look);
        look();
      }),
    type: (text) => pty.write(text),
    key: (name) => pty.write(KEYS[name]),
    screen: visible,
    scrollback: () => lines(0),
    brokenLines() {
      const { active } = screen.buffer;
      return Array.from({ length: active.length }, (_, index) => active.getLine(index)).flatMap((line) =>
        line?.isWrapped === true ? [line.translateToString(true)] : [],
      );
    },
    styleOf(text) {
      const row = lines(0)
        .split('\n')
        .findLastIndex((line) => line.includes(text));
      const line = screen.buffer.active.getLine(row);
      const cell = line?.getCell(line.translateToString().indexOf(text));
      if (cell === undefined) throw new Error(`No ${JSON.stringify(text)} on the screen:\n${visible()}`);
      return { bold: cell.isBold() !== 0, dim: cell.isDim() !== 0, coloured: !cell.isFgDefault() };
    },
    resize(columns, height) {
      screen.resize(columns, height);
      pty.resize(columns, height);
    },
    exit,
    raw: () => raw,
    cursorHidden: () => raw.lastIndexOf('\u001b[?25l') > raw.lastIndexOf('\u001b[?25h'),
    kill: (signal = 'SIGKILL') => pty.kill(signal),
    // The declared interface leaves out what every implementation has.
    hangUp: () => (pty as unknown as { destroy(): void }).destroy(),
  };
}

function terminalEnvironment(given: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  const unset = [
    'CI',
    'NO_COLOR',
    'FORCE_COLOR',
    'COLORTERM',
    'ACCESSIBLE',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'NODE_ENV',
    'TMUX',
    'COLUMNS',
    'LINES',
  ];
  const inherited = Object.entries(process.env).filter(([name]) => !unset.includes(name) && !name.startsWith('VITEST'));
  const all = { ...Object.fromEntries(inherited), TERM: 'xterm-256color', ...given };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
