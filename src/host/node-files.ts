// The file part of the Host, on Node's file system.
import { constants, promises as fs } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { FileLook, Files } from './host';
import { leftoversOf, sweepLeftovers } from './leftovers';
import { known } from './person-folders';
import { refuseBadName } from './windows-names';

/** Found out when asked for: either may be unknown, and is an error then that says so (`ENOHOME`, `ENOCWD`). */
export interface Surroundings {
  /** The person's home folder, absolute. */
  readonly home: string;
  /** The folder that relative paths start from, absolute. */
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
}

/**
 * Files of this machine. Rejections are errors with an errno `code` (`ENOENT`, `EACCES`, `ENOSPC`, …). Raised here:
 * `EBADNAME` what Windows takes for no name of a file; `EFBIG` over the size asked for; `EISDIR` or `EINVAL` no regular file; `ELOOP` a link where something is to be
 * replaced; `ESTALE` a file exchanged for another between looking and reading.
 */
export function nodeFiles(around: Surroundings): Files {
  const { platform } = around;
  const path = platform === 'win32' ? win32 : posix;
  const resolve = (typed: string): string => {
    const inHome =
      typed === '~' ? '' : typed.startsWith('~/') || typed.startsWith(`~${path.sep}`) ? typed.slice(2) : undefined;
    if (inHome !== undefined) return path.join(around.home, inHome);
    return path.isAbsolute(typed) ? path.resolve(typed) : path.resolve(around.cwd, typed);
  };
  // One after another in the order of the calls, so that the newest text is the one that stays.
  let lastWrite: Promise<void> = Promise.resolve();
  return {
    look: (at) => look(resolve(at)),
    read: (at, maxBytes) =>
      patiently(platform, () => read(resolve(at), maxBytes)).catch((error: unknown) => {
        refuseBadName(resolve(at), platform);
        throw error;
      }),
    async write(at, content, { replace }) {
      refuseBadName(resolve(at), platform);
      return replace ? replaceWhole(resolve(at), content, platform) : writeNew(resolve(at), content);
    },
    writeAtomic(at, text) {
      const target = resolve(at);
      const written = lastWrite.then(async () => {
        refuseBadName(target, platform);
        await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
        await replaceWhole(target, text, platform);
      });
      lastWrite = written.catch(() => undefined);
      return written;
    },
    async underLock(at, work) {
      const target = resolve(at);
      refuseBadName(target, platform);
      await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      return (await import('./file-lock')).underLock(target, work);
    },
    leftovers: (at, all) => leftoversOf(resolve(at), all),
    sweep: (at, all) => sweepLeftovers(resolve(at), all),
    isSameFile: (one, other) => isSameFile(resolve(one), resolve(other)),
    remove: (at) => remove(resolve(at)),
    removeEmptyFolder: (at) =>
      fs.rmdir(resolve(at)).then(
        () => true,
        () => false,
      ),
    resolve,
    shorten(at) {
      const home = known(() => around.home);
      if (home === undefined) return at;
      const inside = path.relative(home, resolve(at));
      const isHomeARoot = path.dirname(home) === home;
      if (isHomeARoot || path.isAbsolute(inside) || inside === '..' || inside.startsWith(`..${path.sep}`)) return at;
      return inside === '' ? '~' : `~${path.sep}${inside}`;
    },
    join: (...parts) => path.join(...parts),
  };
}

/** Looks by name only: opening a FIFO would wait for a writer, and opening some devices acts on them. */
async function look(at: string): Promise<FileLook> {
  try {
    const facts = await fs.stat(at);
    if (facts.isDirectory()) return { kind: 'directory' };
    if (facts.isFIFO()) return { kind: 'fifo' };
    if (!facts.isFile()) return { kind: 'device' };
    await fs.access(at, constants.R_OK);
    return { kind: 'file', bytes: facts.size, path: await behindLink(at) };
  } catch (error) {
    return { kind: NOT_THERE.has(codeOf(error) ?? '') ? 'missing' : 'unreadable' };
  }
}

/** By device and file number, so that links, folders under two names and letter case do not matter. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((at) => fs.stat(at, { bigint: true }).catch(() => undefined)),
  );
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}

/** The last is what Node says of a path holding a NUL. */
const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** The real path of a link, so that people see where it leads; folders on the way keep the names that people know. */
async function behindLink(at: string): Promise<string> {
  return (await fs.lstat(at)).isSymbolicLink() ? fs.realpath(at) : at;
}

/** O_NONBLOCK: a FIFO put there after the look opens at once instead of waiting, and is then refused. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function read(at: string, maxBytes: number): Promise<Uint8Array> {
  const seen = await fs.stat(at, { bigint: true });
  if (!seen.isFile()) throw errno(seen.isDirectory() ? 'EISDIR' : 'EINVAL', 'read', at);
  const handle = await fs.open(at, READ_WITHOUT_WAITING);
  try {
    const opened = await handle.stat({ bigint: true });
    if (opened.dev !== seen.dev || opened.ino !== seen.ino || !opened.isFile()) throw errno('ESTALE', 'read', at);
    if (opened.size > BigInt(maxBytes)) throw errno('EFBIG', 'read', at);
    return await readUpTo(handle, Number(opened.size), maxBytes, at);
  } finally {
    await handle.close();
  }
}

/** Reads to the end, also when the file grows meanwhile; one byte over `maxBytes` is enough to refuse. */
async function readUpTo(handle: fs.FileHandle, expected: number, maxBytes: number, at: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = new Uint8Array(Math.max(expected - total, 0) + 4096);
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, null);
    if (bytesRead === 0) return Buffer.concat(chunks, total);
    total += bytesRead;
    if (total > maxBytes) throw errno('EFBIG', 'read', at);
    chunks.push(chunk.subarray(0, bytesRead));
  }
}

/** A new file or nothing: one that could not be filled is taken away again. */
async function writeNew(at: string, content: string | Uint8Array): Promise<void> {
  const handle = await fs.open(at, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await fs.unlink(at).catch(() => undefined);
    throw error;
  }
}

/** Replaces only a regular file: renaming over a device removes it, and following a link writes somewhere else. */
async function replaceWhole(at: string, content: string | Uint8Array, platform: NodeJS.Platform): Promise<void> {
  const there = await fs
    .lstat(at)
    .catch((error: unknown) => (codeOf(error) === 'ENOENT' ? undefined : Promise.reject(error)));
  if (there?.isSymbolicLink() === true) throw errno('ELOOP', 'rename', at);
  if (there !== undefined && !there.isFile()) throw errno(there.isDirectory() ? 'EISDIR' : 'EINVAL', 'rename', at);
  const { default: writeFileAtomic } = await import('write-file-atomic');
  // write-file-atomic writes once and takes a short write for a whole one, so a full disk would leave a cut file:
  // the content is written in its hook, where a shortfall is ENOSPC, and it is given nothing more to write.
  const replace = (): Promise<void> =>
    writeFileAtomic(at, '', { mode: 0o600, tmpfileCreated: (temporary) => fs.writeFile(temporary, content) });
  return patiently(platform, replace);
}

/** Under Windows a virus scanner or an indexer may hold a file for a moment: the work is tried again then. */
async function patiently<T>(platform: NodeJS.Platform, work: () => Promise<T>): Promise<T> {
  for (const delay of platform === 'win32' ? [20, 80, 320] : []) {
    try {
      return await work();
    } catch (error) {
      if (!HELD_BY_ANOTHER.has(codeOf(error) ?? '')) throw error;
      await new Promise((over) => setTimeout(over, delay));
    }
  }
  return work();
}

const HELD_BY_ANOTHER: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);

async function remove(at: string): Promise<boolean> {
  try {
    await fs.unlink(at);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

function errno(code: string, syscall: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${syscall} '${path}'`), { code, syscall, path });
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
