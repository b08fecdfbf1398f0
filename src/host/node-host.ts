// The Host on Node.js: the one place that knows `process`.
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Writable } from 'node:stream';
import { fstatSync, writeSync } from 'node:fs';
import type { Host } from './host';
import { nodeFiles } from './node-files';
import { nodeFolders } from './node-folders';

/** Runs `main` on this machine and leaves its result as the exit code, letting streams drain. */
export function runOnNode(main: (host: Host) => Promise<number>): void {
  const host = nodeHost();
  void main(host).then((code) => {
    process.exitCode = code;
    if (stdin === undefined) return;
    stdin.letGo();
    if (!stdin.terminals.every((fd) => isTerminal(fd))) hangUp();
  });
}

/**
 * Ends as a closed terminal ends programs (129 to a shell). Node cannot end by itself then: it aborts with a core dump,
 * because it wants to set the terminal back and takes no error for an answer (`ResetStdio` in node.cc).
 */
function hangUp(): void {
  if (process.platform === 'win32') return;
  // A listener that comes and goes leaves the system's own way behind, also where the signal was ignored (nohup).
  process.on('SIGHUP', ignored).removeAllListeners('SIGHUP');
  process.kill(process.pid, 'SIGHUP');
}

/** A stdin in use: what were terminals then, and how to let go of it, so that nothing keeps the program alive. */
type Taken = { readonly terminals: readonly number[]; letGo(): void };
/** Set once stdin was used: making it only to let go of it would take 5 ms of every run. */
let stdin: Taken | undefined;

function takeStdin(): Taken {
  const terminals = [0, 1, 2].filter((fd) => isTerminal(fd));
  const { stdin: stream } = process;
  if (stream.isTTY) {
    // Setting a terminal that is gone fails as an error event of a readline interface that nobody can get at.
    const set = stream.setRawMode.bind(stream);
    stream.setRawMode = (raw) => (isTerminal(0) ? set(raw) : stream);
  }
  return {
    terminals,
    letGo() {
      stream.pause();
      stream.unref?.();
    },
  };
}

/** A pipe or a file is told from a terminal without `node:tty`, whose network parts take 2 ms of a start. */
function isTerminal(fd: number): boolean {
  try {
    return fstatSync(fd).isCharacterDevice() && process.getBuiltinModule('node:tty').isatty(fd);
  } catch {
    return false;
  }
}

function nodeHost(): Host {
  const { env, platform } = process;
  const home = homedir();
  let places: ReturnType<typeof import('./screenshots').screenshotsOf> | undefined;
  const screenshots = async () => (places ??= (await import('./screenshots')).screenshotsOf({ env, platform, home }));
  return {
    argv: process.argv.slice(2),
    env,
    platform,
    home,
    get stdin() {
      stdin ??= takeStdin();
      return process.stdin;
    },
    stdout: { write: (text, done) => writeOut(text, done) },
    get stderr() {
      return heard(process.stderr);
    },
    terminal: {
      // Asked of the system, not of the streams: making `process.stdin` alone takes 5 ms of a start.
      get stdinIsTTY() {
        return isTerminal(0);
      },
      get stderrIsTTY() {
        return isTerminal(2);
      },
      get stdoutIsTTY() {
        return isTerminal(1);
      },
      columns: (stream) => columnsOf(process[stream], env),
    },
    files: nodeFiles({ home, cwd: process.cwd(), platform }),
    folders: nodeFolders(platform),
    now: () => now(env),
    get systemLanguages() {
      // Every Intl object knows it; this one is made in a tenth of the time of a DateTimeFormat (20 ms).
      return [new Intl.PluralRules().resolvedOptions().locale];
    },
    openPage: async (url) => (await import('./browser')).openInBrowser(url, env, platform),
    showFile: async (path) => (await import('./browser')).showInViewer(path, env, platform),
    newestScreenshot: async (since) => (await screenshots()).newest(since),
    downloadFolders: async () => (await import('./downloads')).downloadFolders({ env, platform, home }),
    copyText: async (text) => (await import('./clipboard')).copyToClipboard(text, env, platform),
    // Young memory then stays at the megabyte it begins with instead of growing to 32 (V8's flag, the same from Node 20 to 26).
    keepMemorySmall: () => process.getBuiltinModule('node:v8').setFlagsFromString('--semi-space-growth-factor=1'),
    shipped: async (name) => (await import('node:fs/promises')).readFile(join(import.meta.dirname, name)),
    runScript: async (name, data, told) => (await import('./thread')).runInThread(join(import.meta.dirname, name), data, told),
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

/**
 * Writes to stdout. What is no terminal is written at once: making `process.stdout` for a pipe loads Node's network parts,
 * 3 ms of a start. A pipe that is full and does not wait gets the rest through the stream.
 */
function writeOut(text: string, done?: (error?: Error | null) => void): void {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    if (!isTerminal(1)) while (written < bytes.length) written += writeSync(1, bytes, written);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return done?.(error instanceof Error ? error : new Error(String(error)));
  }
  if (written < bytes.length) heard(process.stdout).write(bytes.subarray(written), done);
  else done?.(undefined);
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
