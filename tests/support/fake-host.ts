// A Host in memory: streams caught, a clock that stands still, files in a Map, pages written down. Says so when something unexpected is asked of it.
import { posix } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import type { Copied, FileLook, Files, Folders, Host, Listed, Opened } from '../../src/host/host';
import { nodeBytes } from '../../src/host/node-bytes';

export const HOME = '/home/ana';
/** The working folder. */
export const DESK = `${HOME}/desk`;
/** The default Record, as people and as the Host name it. */
export const RECORD = '~/.local/state/quitgpt/record.json';
export const RECORD_PATH = `${HOME}/.local/state/quitgpt/record.json`;
export const TODAY = '2026-11-22';

/** What lies on the fake disk: text, bytes, or something that is no file. */
export type Thing = string | Uint8Array | { readonly kind: 'directory' | 'device' | 'fifo' | 'unreadable' };
type Signal = Parameters<Parameters<Host['onSignal']>[0]>[0];
export type Change = {
  readonly how: 'new' | 'replaced' | 'kept' | 'removed';
  readonly path: string;
  readonly text?: string;
};

export type Setting = {
  readonly env?: Readonly<Record<string, string>>;
  /** By path: absolute, `~/…`, or relative to the working folder. */
  readonly files?: Readonly<Record<string, Thing>>;
  /** What is piped in. Left out: nothing, at its end. */
  readonly stdin?: string;
  /** Terminals on all three streams, on the two of a conversation, or on none. */
  readonly tty?: 'all' | 'conversation' | 'none';
  readonly columns?: number;
  /** What becomes of a page that is opened. Left out: no page may be opened. */
  readonly opens?: Opened;
  /** What becomes of a text that is copied. Left out: nothing may be copied. */
  readonly copies?: Copied;
  /** Files that come with the program, by name. Left out: none may be asked for. `gone`: asked for, and not there. */
  readonly shipped?: Readonly<Record<string, Uint8Array>> | 'gone';
  /** When each file was last changed, by path. Left out: a day before now. */
  readonly changedOn?: Readonly<Record<string, Date>>;
  readonly platform?: NodeJS.Platform;
  /** The file the program was started by. Left out: its name, as after an installation. */
  readonly script?: string;
  /** Folders that may not be looked into. */
  readonly hides?: 'screenshots' | 'downloads';
  readonly languages?: readonly string[];
  /** Left out: the evening of `TODAY`. */
  readonly now?: Date;
  /** Called before each file operation with its number from 1; what it throws is what the disk says. */
  readonly fault?: (operation: Operation) => void;
  /** Called before each write to stdout; an error here is what the stream says. */
  readonly stdoutFault?: (text: string) => Error | undefined;
};

export type Operation = {
  readonly number: number;
  readonly name:
    | 'look'
    | 'read'
    | 'write'
    | 'writeAtomic'
    | 'remove'
    | 'open'
    | 'list'
    | 'makeFolder'
    | 'writeWhole'
    | 'rename'
    | 'removeFile'
    | 'removeFolder';
  readonly path: string;
};

export type FakeHost = Host & {
  readonly setting: Setting;
  /** Everything written to stdout and stderr so far. */
  printed(): { readonly stdout: string; readonly stderr: string };
  /** Every change of the disk, in order, under short names. */
  readonly changes: readonly Change[];
  readonly pages: readonly string[];
  /** Every text put on the clipboard, in order. */
  readonly copied: readonly string[];
  /** The changed files by short name with their last text; `null` for one that was removed. */
  changed(): Readonly<Record<string, string | null>>;
  /** The whole disk, for a host that comes after this one. */
  disk(): Readonly<Record<string, Thing>>;
  /** Sends a signal to whoever listens. */
  signal(name: Signal): void;
  /** What went wrong beneath the program: pages nobody allowed, signals still listened to. */
  problems(): readonly string[];
  readonly operations: readonly Operation[];
};

/** An error as the system raises it. */
export function errno(code: string, path = ''): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: refused, '${path}'`), { code, path });
}

/** A machine on which `argv` (words, or one line without quotes) is typed. */
export function aHost(argv: string | readonly string[], setting: Setting = {}): FakeHost {
  const {
    env = {},
    files = {},
    stdin = '',
    tty = 'none',
    columns = 80,
    opens,
    copies,
    shipped = {},
    platform = 'linux',
    languages = ['en'],
  } = setting;
  const changes: Change[] = [];
  const pages: string[] = [];
  const copied: string[] = [];
  const problems: string[] = [];
  const operations: Operation[] = [];
  const listeners = new Set<(signal: Signal) => void>();
  const things = new Map<string, Thing>(Object.entries(files).map(([path, thing]) => [resolve(path), thing]));
  const locks = new Map<string, Promise<void>>();
  const stdout = caught(setting.stdoutFault);
  const stderr = caught();

  const begin = (name: Operation['name'], path: string): void => {
    const operation = { number: operations.length + 1, name, path };
    operations.push(operation);
    setting.fault?.(operation);
  };
  const put = (how: Change['how'], path: string, content: string | Uint8Array): void => {
    things.set(path, content);
    changes.push({
      how,
      path: shorten(path),
      text: typeof content === 'string' ? content : `(${content.length} bytes)\n`,
    });
  };
  const folderIsThere = (path: string): boolean => {
    const folder = posix.dirname(path);
    if ([HOME, DESK, '/', '/tmp'].includes(folder)) return true;
    return [...things].some(([other, thing]) =>
      other === folder
        ? typeof thing === 'object' && 'kind' in thing && thing.kind === 'directory'
        : other.startsWith(`${folder}/`),
    );
  };

  const disk: Files = {
    async look(path): Promise<FileLook> {
      const at = resolve(path);
      try {
        begin('look', at);
      } catch {
        return { kind: 'unreadable' };
      }
      const thing = things.get(at);
      if (thing === undefined)
        return {
          kind:
            at === HOME || at === DESK || [...things.keys()].some((other) => other.startsWith(`${at}/`))
              ? 'directory'
              : 'missing',
        };
      return isBytes(thing) ? { kind: 'file', bytes: Buffer.byteLength(thing), path: at } : { kind: thing.kind };
    },
    async read(path, maxBytes) {
      const at = resolve(path);
      begin('read', at);
      const thing = things.get(at);
      if (thing === undefined) throw errno('ENOENT', at);
      if (!isBytes(thing))
        throw errno({ directory: 'EISDIR', device: 'EINVAL', fifo: 'EINVAL', unreadable: 'EACCES' }[thing.kind], at);
      const bytes = Buffer.from(thing as string);
      if (bytes.length > maxBytes) throw errno('EFBIG', at);
      return bytes;
    },
    async write(path, content, { replace }) {
      const at = resolve(path);
      begin('write', at);
      if (!folderIsThere(at)) throw errno('ENOENT', at);
      const there = things.get(at);
      if (there !== undefined && !isBytes(there)) throw errno(there.kind === 'directory' ? 'EISDIR' : 'EINVAL', at);
      if (there !== undefined && !replace) throw errno('EEXIST', at);
      put(there === undefined ? 'new' : 'replaced', at, content);
    },
    async writeAtomic(path, text) {
      const at = resolve(path);
      begin('writeAtomic', at);
      const there = things.get(at);
      if (there !== undefined && !isBytes(there)) throw errno(there.kind === 'directory' ? 'EISDIR' : 'EINVAL', at);
      put('kept', at, text);
    },
    async remove(path) {
      const at = resolve(path);
      begin('remove', at);
      if (!things.delete(at)) return false;
      changes.push({ how: 'removed', path: shorten(at) });
      return true;
    },
    async underLock(path, work) {
      // One at a time, as on a real disk.
      const before = locks.get(resolve(path)) ?? Promise.resolve();
      const done = before.then(() => work(async () => true));
      locks.set(
        resolve(path),
        done.then(
          () => {},
          () => {},
        ),
      );
      return done;
    },
    leftovers: async (path) =>
      [...things.keys()].filter((other) => other.startsWith(`${resolve(path)}.`) && /\.\d{1,10}$/.test(other)),
    async sweep(path) {
      const left = await disk.leftovers(path);
      for (const one of left) if (things.delete(one)) changes.push({ how: 'removed', path: shorten(one) });
      return left;
    },
    removeEmptyFolder: async () => false,
    isSameFile: async (one, other) => things.has(resolve(one)) && resolve(one) === resolve(other),
    resolve,
    shorten,
    join: (...parts) => posix.join(...parts),
  };

  const changedOn = (at: string): Date =>
    Object.entries(setting.changedOn ?? {}).find(([path]) => resolve(path) === at)?.[1] ??
    new Date(`${TODAY}T00:00:00Z`);
  const under = (at: string): readonly string[] =>
    [...things.keys()].filter((other) => other.startsWith(at === '/' ? '/' : `${at}/`));
  const folders: Folders = {
    async open(path) {
      begin('open', path);
      const thing = things.get(path);
      if (thing === undefined) throw errno(under(path).length > 0 ? 'EISDIR' : 'ENOENT', path);
      if (!isBytes(thing))
        throw errno({ directory: 'EISDIR', device: 'EINVAL', fifo: 'EINVAL', unreadable: 'EACCES' }[thing.kind], path);
      const bytes = Buffer.from(thing as string);
      const readNow = (into: Uint8Array, at: number): number =>
        at >= bytes.length ? 0 : bytes.copy(into, 0, at, Math.min(bytes.length, at + into.length));
      return {
        bytes: bytes.length,
        changed: changedOn(path),
        read: async (into, at) => readNow(into, at),
        readNow,
        isUnchanged: async () => things.get(path) === thing,
        close: async () => {},
      };
    },
    async list(path) {
      begin('list', path);
      const thing = things.get(path);
      if (thing !== undefined && (isBytes(thing) || thing.kind !== 'directory')) throw errno('ENOTDIR', path);
      const names = new Set(
        under(path).map((other) => other.slice(path === '/' ? 1 : path.length + 1).split('/')[0] ?? ''),
      );
      if (thing === undefined && names.size === 0) throw errno('ENOENT', path);
      return [...names].sort().map((name): Listed => {
        const at = posix.join(path, name);
        const one = things.get(at);
        const kind =
          one === undefined ? 'directory' : isBytes(one) ? 'file' : one.kind === 'directory' ? 'directory' : 'other';
        return {
          name,
          kind,
          bytes: one !== undefined && isBytes(one) ? Buffer.byteLength(one) : 0,
          changed: changedOn(at),
        };
      });
    },
    async makeFolder(path) {
      begin('makeFolder', path);
      if (things.has(path) || under(path).length > 0) return;
      things.set(path, { kind: 'directory' });
    },
    async writeWhole(path, content) {
      begin('writeWhole', path);
      const parts: Uint8Array[] = [];
      if (typeof content === 'string' || content instanceof Uint8Array) parts.push(Buffer.from(content as string));
      else for await (const part of content) parts.push(part);
      if (!folderIsThere(path)) throw errno('ENOENT', path);
      const bytes = Buffer.concat(parts);
      put(things.has(path) ? 'replaced' : 'new', path, typeof content === 'string' ? content : bytes);
    },
    async rename(from, to) {
      begin('rename', from);
      if (under(to).length > 0) throw errno('ENOTEMPTY', to);
      const moved = [from, ...under(from)].flatMap((path) =>
        things.has(path) ? [[path, things.get(path) as Thing] as const] : [],
      );
      if (moved.length === 0) throw errno('ENOENT', from);
      for (const [path, thing] of moved) {
        things.delete(path);
        things.set(`${to}${path.slice(from.length)}`, thing);
        changes.push(
          { how: 'removed', path: shorten(path) },
          {
            how: 'new',
            path: shorten(`${to}${path.slice(from.length)}`),
            ...(typeof thing === 'string' ? { text: thing } : {}),
          },
        );
      }
    },
    async removeFile(path) {
      begin('removeFile', path);
      if (things.delete(path)) changes.push({ how: 'removed', path: shorten(path) });
    },
    async removeFolder(path) {
      begin('removeFolder', path);
      for (const one of [path, ...under(path)])
        if (things.delete(one)) changes.push({ how: 'removed', path: shorten(one) });
    },
  };

  return {
    setting,
    bytes: async () => nodeBytes,
    argv: typeof argv === 'string' ? argv.split(' ').filter((word) => word !== '') : argv,
    env,
    platform,
    home: HOME,
    started: { script: setting.script, runtime: 'node' },
    stdin:
      tty === 'none'
        ? Readable.from(stdin === '' ? [] : [Buffer.from(stdin)], { objectMode: false })
        : Object.assign(new PassThrough(), { isTTY: true }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    terminal: {
      stdinIsTTY: tty !== 'none',
      stderrIsTTY: tty !== 'none',
      stdoutIsTTY: tty === 'all',
      columns: () => columns,
    },
    files: disk,
    folders,
    downloadFolders: async () => [`${HOME}/Downloads`],
    now: () => setting.now ?? new Date(`${TODAY}T23:30:00Z`),
    systemLanguages: languages,
    async openPage(url) {
      pages.push(url);
      if (opens === undefined) problems.push(`a page was opened that nobody expected: ${url}`);
      return opens ?? 'failed';
    },
    async copyText(text) {
      copied.push(text);
      if (copies === undefined) problems.push('a text was copied that nobody expected');
      return copies ?? 'failed';
    },
    async shipped(name) {
      const bytes = shipped === 'gone' ? undefined : shipped[name];
      if (bytes === undefined && shipped !== 'gone')
        problems.push(`a file of the program was read that nobody expected: ${name}`);
      return bytes ?? Promise.reject(errno('ENOENT', name));
    },
    runScript: async (name) => {
      problems.push(`a thread was started that nobody expected: ${name}`);
      throw new Error('no threads here');
    },
    keepMemorySmall: () => {},
    showFile: async () => 'not-here',
    newestScreenshot: async () => undefined,
    hiddenFolder: async (which) =>
      setting.hides === which ? `${HOME}/${which === 'downloads' ? 'Downloads' : 'Desktop'}` : undefined,
    stateFolder: posix.dirname(RECORD_PATH),
    suspend: async () => {},
    onContinue: () => () => {},
    onIdle: () => () => {},
    onSignal(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    printed: () => ({ stdout: stdout.text(), stderr: stderr.text() }),
    changes,
    pages,
    copied,
    changed: () => Object.fromEntries(changes.map(({ path, text }) => [path, text ?? null])),
    disk: () => Object.fromEntries(things),
    signal: (name) => [...listeners].forEach((listener) => listener(name)),
    problems: () => [...problems, ...(listeners.size > 0 ? ['signals are still listened to'] : [])],
    operations,
  };
}

function resolve(typed: string): string {
  if (typed === '~' || typed.startsWith('~/')) return posix.join(HOME, typed.slice(1));
  return posix.resolve(DESK, typed);
}

function shorten(path: string): string {
  return path === HOME ? '~' : path.startsWith(`${HOME}/`) ? `~${path.slice(HOME.length)}` : path;
}

function isBytes(thing: Thing): thing is string | Uint8Array {
  return typeof thing === 'string' || thing instanceof Uint8Array;
}

function caught(fault?: (text: string) => Error | undefined): { readonly stream: Writable; text(): string } {
  const parts: Buffer[] = [];
  const stream = new Writable({
    write(part: Buffer, _encoding, taken) {
      const error = fault?.(part.toString('utf8'));
      if (error === undefined) parts.push(part);
      taken(error ?? null);
    },
  });
  stream.on('error', () => {});
  return { stream, text: () => Buffer.concat(parts).toString('utf8') };
}
