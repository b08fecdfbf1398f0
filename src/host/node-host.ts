// The Host on Node.js: the one place that knows `process`.
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import { openInBrowser } from './browser';
import type { Host } from './host';
import { nodeFiles } from './node-files';

/** Runs `main` on this machine and leaves its result as the exit code, letting streams drain. */
export function runOnNode(main: (host: Host) => Promise<number>): void {
  const host = nodeHost();
  void main(host).then((code) => {
    process.exitCode = code;
    letGoOfStdin?.();
  });
}

/** Set once stdin was used: making it only to let go of it would take 5 ms of every run. */
let letGoOfStdin: (() => void) | undefined;

function nodeHost(): Host {
  const { env, platform } = process;
  const home = homedir();
  return {
    argv: process.argv.slice(2),
    env,
    platform,
    home,
    get stdin() {
      letGoOfStdin = () => {
        process.stdin.pause();
        process.stdin.unref?.();
      };
      return process.stdin;
    },
    get stdout() {
      return heard(process.stdout);
    },
    get stderr() {
      return heard(process.stderr);
    },
    terminal: {
      // Asked of the system, not of the streams: making `process.stdin` alone takes 5 ms of a start.
      get stdinIsTTY() {
        return isatty(0);
      },
      get stderrIsTTY() {
        return isatty(2);
      },
      get stdoutIsTTY() {
        return isatty(1);
      },
      columns: (stream) => columnsOf(process[stream], env),
    },
    files: nodeFiles({ home, cwd: process.cwd(), platform }),
    now: () => now(env),
    get systemLanguages() {
      // Every Intl object knows it; this one is made in a tenth of the time of a DateTimeFormat (20 ms).
      return [new Intl.PluralRules().resolvedOptions().locale];
    },
    openPage: (url) => openInBrowser(url, env, platform),
    stateFolder: stateFolder(env, platform, home),
    onSignal(listener) {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      const listeners = signals.map((signal) => [signal, () => listener(signal)] as const);
      for (const [signal, own] of listeners) process.on(signal, own);
      return () => {
        for (const [signal, own] of listeners) process.off(signal, own);
      };
    },
  };
}

/** A closed pipe or a full disk is said by whoever wrote; without a listener Node would print a stack instead. */
function heard(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  return stream.listenerCount('error', ignored) === 0 ? stream.on('error', ignored) : stream;
}

function ignored(): void {}

/** 80 where the width is unknown. */
function columnsOf(stream: Writable & { readonly columns?: number }, env: NodeJS.ProcessEnv): number {
  const stated = Number(env['COLUMNS']);
  if (stream.columns !== undefined && stream.columns > 0) return stream.columns;
  return Number.isInteger(stated) && stated > 0 ? stated : 80;
}

function now(env: NodeJS.ProcessEnv): Date {
  const epoch = env['SOURCE_DATE_EPOCH'];
  return epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}

/** The platform's own place for state. A relative XDG folder is not valid and is ignored (XDG Base Directory 0.8). */
function stateFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  const xdg = env['XDG_STATE_HOME'];
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'quitgpt');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'quitgpt');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'quitgpt');
  return join(home, '.local', 'state', 'quitgpt');
}
