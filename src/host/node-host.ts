// The Host on Node.js: the place that knows `process`, with the two files that ask for folders and other processes.
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { fstatSync, writeSync } from 'node:fs';
import type { Host } from './host';
import { nodeFiles } from './node-files';
import { nodeFolders } from './node-folders';
import { homeFolder, known, stateFolder, workingFolder } from './person-folders';

/**
 * Runs `main` on this machine and leaves its result as the exit code, letting streams drain. A `main` that never comes to an
 * end, because nothing is left that could wake it, is no success: `unfinished` says so, and the exit code is 1.
 */
export function runOnNode(
  main: (host: Host) => Promise<number>,
  unfinished: (host: Host) => Promise<number> = async () => 1,
): void {
  const host = nodeHost();
  let isSettled = false;
  const settle = (code: number): void => {
    isSettled = true;
    process.exitCode = code;
    if (stdin === undefined) return;
    stdin.letGo();
    if (!stdin.terminals.every((fd) => isTerminal(fd))) hangUp();
  };
  void main(host).then(settle);
  process.on('beforeExit', () => {
    if (isSettled) return;
    const [listener] = idle;
    if (listener === undefined) return void unfinished(host).then(settle);
    // Whoever waits for an answer is told once that none will come.
    idle.delete(listener);
    setImmediate(listener);
  });
  process.on('exit', () => {
    if (!isSettled) process.exitCode = 1;
  });
}

/** Who wants to know that nothing is left to wake the program. */
const idle = new Set<() => void>();

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
  const around = {
    platform,
    get home() {
      return homeFolder(env, platform);
    },
    get cwd() {
      return workingFolder();
    },
  };
  // Without a home nothing is looked for in it: these lists never reject.
  const surroundings = () => ({ env, platform, home: known(() => around.home) ?? NOWHERE });
  let places: ReturnType<typeof import('./screenshots').screenshotsOf> | undefined;
  const screenshots = async () => (places ??= (await import('./screenshots')).screenshotsOf(surroundings()));
  const downloads = async () => (await import('./downloads')).downloadFolders(surroundings()).catch(() => []);
  return {
    argv: process.argv.slice(2),
    env,
    platform,
    get home() {
      return around.home;
    },
    started: { script: process.argv[1], runtime: process.versions['bun'] === undefined ? 'node' : 'bun' },
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
    files: nodeFiles(around),
    folders: nodeFolders(platform),
    bytes: async () => (await import('./node-bytes')).nodeBytes,
    now: () => now(env),
    get systemLanguages() {
      // Every Intl object knows it; this one is made in a tenth of the time of a DateTimeFormat (20 ms).
      return [new Intl.PluralRules().resolvedOptions().locale];
    },
    openPage: async (url) => (await import('./browser')).openInBrowser(url, env, platform),
    showFile: async (path) => (await import('./browser')).showInViewer(path, env, platform),
    newestScreenshot: async (since) => (await screenshots()).newest(since),
    async hiddenFolder(which) {
      const folders = which === 'downloads' ? await downloads() : await (await screenshots()).folders();
      return (await import('./user-folders')).hiddenOf(folders);
    },
    downloadFolders: downloads,
    copyText: async (text) => (await import('./clipboard')).copyToClipboard(text, env, platform),
    keepMemorySmall: keepYoungMemorySmall,
    async shipped(name) {
      if (name.endsWith('.wasm'))
        process.getBuiltinModule('node:v8').setFlagsFromString(`--wasm-tiering-budget=${WASM_BUDGET}`);
      return (await import('./shipped')).shippedFile(join(import.meta.dirname, `${name}.br`));
    },
    runScript: async (name, data, told) =>
      (await import('./thread')).runInThread(join(import.meta.dirname, name), data, told),
    get stateFolder() {
      return stateFolder(env, platform);
    },
    onSignal(listener) {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      const listeners = signals.map((signal) => [signal, () => listener(signal)] as const);
      for (const [signal, own] of listeners) process.on(signal, own);
      return () => {
        for (const [signal, own] of listeners) process.off(signal, own);
      };
    },
    suspend: async () => (await import('./suspend')).suspend(platform),
    onContinue(listener) {
      // Node's own listeners, which set the terminal, come first.
      const own = (): void => void setImmediate(listener);
      if (platform !== 'win32') process.on('SIGCONT', own);
      return () => void process.off('SIGCONT', own);
    },
    onIdle(listener) {
      idle.add(listener);
      return () => void idle.delete(listener);
    },
  };
}

/**
 * Lets V8's young memory grow to 8 MiB and no further: at the megabyte it begins with, much that dies soon is taken for old and
 * a fifth of the time goes into that; at the 32 it may have, a third more memory is taken. The flag can be set while running (Node
 * 20 to 26), the size cannot: memory that is kept for a moment makes it grow, in about five milliseconds.
 */
function keepYoungMemorySmall(): void {
  const v8 = process.getBuiltinModule('node:v8');
  const young = (): number =>
    v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? Infinity;
  const kept: unknown[] = [];
  v8.setFlagsFromString('--semi-space-growth-factor=2');
  for (let round = 0; round < 60 && young() < 8 * 1024 * 1024; round += 1)
    for (let count = 0; count < 200; count += 1) kept.push(Array.from({ length: 100 }, () => count));
  v8.setFlagsFromString('--semi-space-growth-factor=1');
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
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN'))
      return done?.(error instanceof Error ? error : new Error(String(error)));
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

/**
 * How much a function of WebAssembly does before V8 compiles it again, for speed. By default that begins almost at once (after 1.8
 * million), and Node waits for it at its end: a card took longer to compile than to draw. This much is reached in long pictures only.
 */
const WASM_BUDGET = 100_000_000;

/** A folder that is nowhere. */
const NOWHERE = '/nonexistent';
