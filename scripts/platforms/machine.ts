// A person's machine of one kind: an empty home and a working folder, on which the program is run by one runtime.
import { spawn as spawnInTerminal } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kit } from './kit';
import type { Runtime } from './runtimes';

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };
export type Screen = {
  until(wanted: RegExp): Promise<string>;
  type(keys: string): void;
  readonly ended: Promise<number>;
  close(): void;
};

export interface Machine {
  readonly system: Runtime['system'];
  /** The working folder, as this side names it. */
  readonly work: string;
  /** Where the Record has to be. */
  recordFile(): string;
  /** Runs the program with these words to its end. */
  run(...words: readonly string[]): Promise<Ran>;
  /** Runs another program of the system; Windows only. */
  system32(...words: readonly string[]): void;
  /** A path of this side as the program has to be given it. */
  path(here: string): string;
  /** Runs it in a terminal. */
  inTerminal(...words: readonly string[]): Screen;
  /** Ends what still runs there. */
  leave(): void;
}

/** No run of a command takes as long, in ms, also where two runtimes share a slow machine. */
const PATIENCE = 60_000;

/** Rejects where the runtime cannot be started. */
export function aMachine(runtime: Runtime, program: string, kit: Kit): Machine {
  const folder = join(kit.folder, 'machines', runtime.name.replace(/\W+/g, '-'));
  const home = join(folder, 'home');
  mkdirSync(home, { recursive: true });
  if (!existsSync(program))
    throw new Error(`it is not there: ${runtime.from}@${runtime.version} has no ${runtime.program}`);
  return runtime.system === 'windows' ? underWine(program, kit, home) : onLinux([program, ...runtime.words], kit, home);
}

/** What a person has, and nothing of ours: no CI, no npm settings. */
function plain(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    TERM: 'xterm-256color',
    QUITGPT_LANG: 'en',
  };
}

function onLinux(program: readonly string[], kit: Kit, home: string): Machine {
  const work = join(home, 'work');
  mkdirSync(work);
  const env = plain(home);
  return {
    system: 'linux',
    work,
    recordFile: () => join(home, '.local/state/quitgpt/record.json'),
    run: (...words) => toItsEnd([...program, kit.program, ...words], { cwd: work, env }),
    system32: () => {},
    path: (here) => here,
    inTerminal: (...words) => terminal([...program, kit.program, ...words], { cwd: work, env }),
    leave: () => {},
  };
}

/** Windows 10 as Wine has it, with its own drive. Node under Wine cannot write to a pipe of this side: files stand there instead. */
function underWine(program: string, kit: Kit, home: string): Machine {
  const prefix = join(home, 'wine');
  const env = {
    ...plain(home),
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'winemenubuilder.exe=d;mscoree=d;mshtml=d',
  };
  const wine = (...words: readonly string[]): void => {
    const once = () => spawnSync('wine', words, { env, cwd: home, stdio: 'ignore', timeout: PATIENCE });
    // The first call sets up the whole prefix; beside other work it may give up half way, and the next one finishes it.
    let { status, error } = once();
    for (let more = 2; status !== 0 && more > 0; more -= 1) ({ status, error } = once());
    if (status !== 0)
      throw new Error(
        `wine ${words[0] ?? ''} ended with ${String(status)}${error === undefined ? '' : ` (${error.message})`}; Debian has it in the packages wine and wine64`,
      );
  };
  wine('reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f');
  const work = join(prefix, 'drive_c/work');
  mkdirSync(work);
  const path = (here: string): string =>
    (here.startsWith(`${prefix}/drive_c/`)
      ? `C:${here.slice(prefix.length + '/drive_c'.length)}`
      : `Z:${here}`
    ).replaceAll('/', '\\');
  const users = join(prefix, 'drive_c/users');
  return {
    system: 'windows',
    work,
    recordFile: () =>
      join(users, readdirSync(users).find((name) => name !== 'Public') ?? '', 'AppData/Local/quitgpt/record.json'),
    run: (...words) => toItsEnd(['wine', program, path(kit.program), ...words], { cwd: work, env }),
    system32: wine,
    path,
    // Node takes a console without a title for a fault, and one that Wine opens has none.
    inTerminal: (...words) =>
      terminal(
        ['wine', 'cmd', '/d', '/c', `title quitgpt& ${[path(program), path(kit.program), ...words].join(' ')}`],
        { cwd: work, env },
      ),
    leave: () => void spawnSync('wineserver', ['--kill'], { env, stdio: 'ignore', timeout: PATIENCE }),
  };
}

type Surroundings = { readonly cwd: string; readonly env: Readonly<Record<string, string>> };

function toItsEnd([file = '', ...words]: readonly string[], { cwd, env }: Surroundings): Promise<Ran> {
  const [out, err] = [join(env['HOME'] ?? '', 'stdout'), join(env['HOME'] ?? '', 'stderr')] as const;
  const open = [openSync(out, 'w'), openSync(err, 'w')] as const;
  return new Promise((done, fail) => {
    const child = spawn(file, words, {
      cwd,
      env,
      stdio: ['ignore', ...open],
      timeout: PATIENCE,
      killSignal: 'SIGKILL',
    });
    for (const fd of open) closeSync(fd);
    child.once('error', fail);
    child.once('exit', (code) =>
      done({
        code,
        stdout: readFileSync(out, 'utf8').replaceAll('\r\n', '\n'),
        stderr: readFileSync(err, 'utf8').replaceAll('\r\n', '\n'),
      }),
    );
  });
}

function terminal([file = '', ...words]: readonly string[], { cwd, env }: Surroundings): Screen {
  const [columns, rows] = [80, 40];
  const screen = new Terminal({ cols: columns, rows, allowProposedApi: true });
  const pty = spawnInTerminal(file, words, { name: 'xterm-256color', cols: columns, rows, cwd, env });
  const watchers = new Set<() => void>();
  pty.onData((bytes) => screen.write(bytes, () => watchers.forEach((look) => look())));
  screen.onData((reply) => pty.write(reply));
  const ended = new Promise<number>((done) => pty.onExit(({ exitCode }) => done(exitCode)));
  const shown = (): string =>
    Array.from(
      { length: rows },
      (_, index) => screen.buffer.active.getLine(screen.buffer.active.baseY + index)?.translateToString(true) ?? '',
    )
      .join('\n')
      .trim();
  return {
    until: (wanted) =>
      new Promise((done, fail) => {
        const look = (): void => {
          if (!wanted.test(shown())) return;
          clearTimeout(timer);
          watchers.delete(look);
          done(shown());
        };
        const timer = setTimeout(
          () => fail(new Error(`${String(wanted)} did not come: ${JSON.stringify(shown().slice(-300))}`)),
          PATIENCE,
        );
        watchers.add(look);
        look();
      }),
    type: (keys) => pty.write(keys),
    ended,
    close: () => {
      try {
        pty.kill('SIGKILL');
      } catch {
        // It has ended.
      }
    },
  };
}
