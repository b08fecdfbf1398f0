// The part of the Host for large files and whole folders, on Node's file system.
import { constants, promises as fs, readSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Folders, Listed, OpenFile } from './host';
import { refuseBadName } from './windows-names';

/** See `Folders`. Raised here: `EBADNAME` for what Windows takes for no name; `EISDIR` or `EINVAL` where something is no regular file. */
export function nodeFolders(platform: NodeJS.Platform): Folders {
  // Two programs that write into one folder have names of their own.
  const own = Math.random().toString(36).slice(2, 10).padEnd(8, '0');
  let count = 0;
  return {
    open,
    list,
    async makeFolder(path) {
      refuseBadName(path, platform);
      await fs.mkdir(path, { recursive: true, mode: 0o700 });
    },
    async writeWhole(path, content) {
      refuseBadName(path, platform);
      count += 1;
      const temporary = join(dirname(path), `.quitgpt-${own}-${count}`);
      try {
        if (typeof content === 'string' || content instanceof Uint8Array) writeNow(temporary, content);
        else await fs.writeFile(temporary, content, { mode: 0o600 });
        await renamed(temporary, path, platform);
      } catch (error) {
        await fs.unlink(temporary).catch(() => undefined);
        throw error;
      }
    },
    async rename(from, to) {
      refuseBadName(to, platform);
      await renamed(from, to, platform);
    },
    async removeFile(path) {
      await fs.unlink(path).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      });
    },
    async removeFolder(path) {
      await fs.rm(path, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Thousands of small files follow each other: going to another thread for each step takes longer than the steps. */
function writeNow(path: string, content: string | Uint8Array): void {
  writeFileSync(path, content, { mode: 0o600 });
}

/** O_NONBLOCK: a FIFO opens at once instead of waiting for a writer, and is then refused. */
async function open(path: string): Promise<OpenFile> {
  const handle = await fs.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await handle.stat();
    if (!facts.isFile())
      throw Object.assign(new Error(`no file: '${path}'`), { code: facts.isDirectory() ? 'EISDIR' : 'EINVAL', path });
    return {
      bytes: facts.size,
      changed: facts.mtime,
      async read(into, at) {
        let filled = 0;
        while (filled < into.length) {
          const { bytesRead } = await handle.read(into, filled, into.length - filled, at + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return filled;
      },
      readNow(into, at) {
        let filled = 0;
        while (filled < into.length) {
          const came = readSync(handle.fd, into, filled, into.length - filled, at + filled);
          if (came === 0) break;
          filled += came;
        }
        return filled;
      },
      async isUnchanged() {
        const now = await handle.stat();
        return now.size === facts.size && now.mtimeMs === facts.mtimeMs;
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
}

async function list(path: string): Promise<readonly Listed[]> {
  const found = await fs.readdir(path, { withFileTypes: true });
  const listed: Listed[] = [];
  for (const entry of found) {
    const facts = await fs.lstat(join(path, entry.name)).catch(() => undefined);
    if (facts === undefined) continue;
    const kind = facts.isFile()
      ? 'file'
      : facts.isDirectory()
        ? 'directory'
        : facts.isSymbolicLink()
          ? 'link'
          : 'other';
    listed.push({ name: entry.name, kind, bytes: kind === 'file' ? facts.size : 0, changed: facts.mtime });
  }
  return listed.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Under Windows a virus scanner or an indexer may hold a file for a moment. */
async function renamed(from: string, to: string, platform: NodeJS.Platform): Promise<void> {
  for (const delay of platform === 'win32' ? [20, 80, 320] : []) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && ['EPERM', 'EBUSY', 'EACCES'].includes(String(error.code))))
        throw error;
      await new Promise((over) => setTimeout(over, delay));
    }
  }
  renameSync(from, to);
}
