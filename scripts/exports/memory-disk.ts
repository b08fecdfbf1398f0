// A disk in memory that notes what is opened and which bytes are read: for reading thousands of small exports, and for proving what was left alone.
import { posix } from 'node:path';
import type { Host, Listed } from '../../src/host/host';
import { nodeBytes } from '../../src/host/node-bytes';

export type Read = { readonly path: string; readonly at: number; readonly length: number };
export type MemoryDisk = Pick<Host, 'folders' | 'files' | 'bytes'> & {
  readonly opened: readonly string[];
  readonly reads: readonly Read[];
};

/** Files by absolute path. Nothing can be written; reading gives at most `most` bytes at once where a disk would give less. */
export function memoryDisk(files: Readonly<Record<string, Uint8Array>>): MemoryDisk {
  const opened: string[] = [];
  const reads: Read[] = [];
  const things = new Map(Object.entries(files));
  const under = (path: string): readonly string[] =>
    [...things.keys()].filter((other) => other.startsWith(path === '/' ? '/' : `${path}/`));
  const refuse = async (): Promise<never> => {
    throw Object.assign(new Error('nothing is written here'), { code: 'EROFS' });
  };
  const missing = (path: string): Error =>
    Object.assign(new Error(`not there: ${path}`), { code: under(path).length > 0 ? 'EISDIR' : 'ENOENT' });
  return {
    opened,
    reads,
    bytes: async () => nodeBytes,
    folders: {
      async open(path) {
        const bytes = things.get(path);
        if (bytes === undefined) throw missing(path);
        opened.push(path);
        const readNow = (into: Uint8Array, at: number): number => {
          reads.push({ path, at, length: into.length });
          const part = bytes.subarray(Math.min(at, bytes.length), Math.min(bytes.length, at + into.length));
          into.set(part);
          return part.length;
        };
        return {
          bytes: bytes.length,
          changed: CHANGED,
          read: async (into, at) => readNow(into, at),
          readNow,
          isUnchanged: async () => true,
          close: async () => {},
        };
      },
      async list(path) {
        const names = new Set(
          under(path).map((other) => other.slice(path === '/' ? 1 : path.length + 1).split('/')[0] ?? ''),
        );
        if (names.size === 0)
          throw Object.assign(new Error(`no folder: ${path}`), { code: things.has(path) ? 'ENOTDIR' : 'ENOENT' });
        return [...names].sort().map((name): Listed => {
          const bytes = things.get(posix.join(path, name));
          return {
            name,
            kind: bytes === undefined ? 'directory' : 'file',
            bytes: bytes?.length ?? 0,
            changed: CHANGED,
          };
        });
      },
      makeFolder: refuse,
      writeWhole: refuse,
      rename: refuse,
      removeFile: refuse,
      removeFolder: refuse,
    },
    files: {
      async look(path) {
        const bytes = things.get(path);
        return bytes === undefined
          ? { kind: under(path).length > 0 ? 'directory' : 'missing' }
          : { kind: 'file', bytes: bytes.length, path };
      },
      async read(path) {
        const bytes = things.get(path);
        if (bytes === undefined) throw missing(path);
        opened.push(path);
        reads.push({ path, at: 0, length: bytes.length });
        return bytes;
      },
      write: refuse,
      writeAtomic: refuse,
      remove: refuse,
      isSameFile: async (one, other) => one === other,
      resolve: (path) => posix.resolve('/', path),
      shorten: (path) => path,
      underLock: async (_path, work) => work(async () => true),
      leftovers: async () => [],
      sweep: async () => [],
      removeEmptyFolder: async () => false,
      join: (...parts) => posix.join(...parts),
    },
  };
}

const CHANGED = new Date('2026-08-01T12:00:00Z');
