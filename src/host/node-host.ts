// The Host on Node.js: the one place that knows `process`.
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Writable } from 'node:stream';
import { openInBrowser } from './browser';
import type { Host } from './host';
import { nodeFiles } from './node-files';

/** Runs `main` on this machine and leaves its result as the exit code, letting streams drain. */
export function runOnNode(main: (host: Host) => Promise<number>): void {
  const host = nodeHost();
  // A closed pipe or a full disk is said by whoever wrote; without a listener Node would print a stack instead.
  host.stdout.on('error', () => {});
  host.stderr.on('error', () => {});
  void main(host).then((code) => {
    process.exitCode = code;
    process.stdin.pause();
    process.stdin.unref?.();
  });
}

function nodeHost(): Host {
  const { env, platform } = process;
  const home = homedir();
  return {
    argv: process.argv.slice(2),
    env,
    platform,
    home,
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    terminal: {
      get stdinIsTTY() {
        return process.stdin.isTTY === true;
      },
      get stderrIsTTY() {
        return process.stderr.isTTY === true;
      },
      get stdoutIsTTY() {
        return process.stdout.isTTY === true;
      },
      columns: (stream) => columnsOf(process[stream], env),
    },
    files: nodeFiles({ home, cwd: process.cwd(), platform }),
    now: () => now(env),
    get systemLanguages() {
      return [new Intl.DateTimeFormat().resolvedOptions().locale];
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
