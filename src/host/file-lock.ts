// Lets one process at a time change a file, by a lock file beside it. The lock of a dead process is taken away.
import { promises as fs } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { LOCK_ENDING } from './leftovers';

/** A holder is done in a few milliseconds. One seen unchanged for this long, in milliseconds, is suspended, or its computer is gone. */
const LONGEST_HOLD = 5000;
/** How long the system may refuse to make a lock (Windows, while an old one is being deleted), in milliseconds. */
const LONGEST_REFUSAL = 1000;

/**
 * Runs `work` while this process alone holds the lock of `path` (absolute; its folder has to be there). `isOurs` tells whether it
 * still does: false after the process was suspended for long and another took the lock. Rejects with the system's error when
 * no lock can be made there.
 */
export async function underLock<T>(path: string, work: (isOurs: () => Promise<boolean>) => Promise<T>): Promise<T> {
  const lock = `${path}${LOCK_ENDING}`;
  const mark = `${process.pid} ${hostname()} ${Math.random().toString(36).slice(2)}`;
  await take(lock, mark);
  const isOurs = async (): Promise<boolean> => (await contentOf(lock)) === mark;
  try {
    return await work(isOurs);
  } finally {
    if (await isOurs()) await fs.unlink(lock).catch(() => undefined);
  }
}

async function take(lock: string, mark: string): Promise<void> {
  let seen: { readonly content: string; readonly since: number } | undefined;
  let refusedSince: number | undefined;
  for (;;) {
    const made = await make(lock, mark);
    if (made === undefined) return;
    const now = performance.now();
    if (made !== 'EEXIST') {
      refusedSince ??= now;
      if (!PASSING.has(made.code ?? '') || now - refusedSince > LONGEST_REFUSAL) throw made;
    } else {
      const content = await contentOf(lock);
      if (content !== undefined && content !== seen?.content) seen = { content, since: now };
      if (seen !== undefined && content === seen.content && (isDead(seen.content) || now - seen.since > LONGEST_HOLD)) {
        await clear(lock, seen.content);
        continue;
      }
    }
    await wait(2 + Math.random() * 10);
  }
}

/** Codes that pass by themselves where a file is held for a moment. */
const PASSING: ReadonlySet<string> =
  process.platform === 'win32' ? new Set(['EPERM', 'EBUSY', 'EACCES', 'ENOENT']) : new Set();

/** `undefined` when the lock is ours now. The mark is written by the call that makes the file, as far as a system can. */
async function make(lock: string, mark: string): Promise<undefined | 'EEXIST' | NodeJS.ErrnoException> {
  try {
    await fs.writeFile(lock, mark, { flag: 'wx', mode: 0o600 });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return 'EEXIST';
    // A full disk takes the name and not the mark.
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EIO') await fs.unlink(lock).catch(() => undefined);
    return error;
  }
}

/** `undefined` when there is no lock (any more). */
function contentOf(lock: string): Promise<string | undefined> {
  return fs.readFile(lock, 'utf8').catch(() => undefined);
}

/** A process of this computer that is no more. Of another computer (a shared folder) nobody can tell. */
function isDead(content: string): boolean {
  const [pid = '', name] = content.split(' ');
  if (name !== hostname() || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/**
 * Takes away a lock that nobody keeps. Two who see it dead must not both do so, or the second takes away the first one's new
 * lock: that is what a lock of the lock is for. It is held for one look and one unlink.
 */
async function clear(lock: string, content: string): Promise<void> {
  const guard = `${lock}.clearing`;
  try {
    await fs.writeFile(guard, '', { flag: 'wx', mode: 0o600 });
  } catch {
    const facts = await fs.stat(guard).catch(() => undefined);
    if (facts !== undefined && Date.now() - facts.mtimeMs > 2 * LONGEST_HOLD)
      await fs.unlink(guard).catch(() => undefined);
    return;
  }
  try {
    if ((await contentOf(lock)) === content) await fs.unlink(lock);
  } catch {
    // Gone already.
  } finally {
    await fs.unlink(guard).catch(() => undefined);
  }
}
