// What this program leaves beside a file of its own when it is killed in the middle of a save.
import { promises as fs } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The lock of a file stands beside it under this ending. */
export const LOCK_ENDING = '.lock';

/** A day on which a person may have named a copy by its date, in milliseconds. */
const DAY_MS = 86_400_000;

/** A number with fewer digits than this is most likely a person's: write-file-atomic makes one in four thousand. */
const SURE_DIGITS = 7;

/**
 * The files that killed runs left beside `path`: `<name>.<number>`, as write-file-atomic names what it fills (up to ten
 * digits), and the locks. Not what people name so: a date, the seconds of the copy, and short numbers unless `all`.
 *
 * @param path absolute, as it was given to `writeAtomic`.
 * @returns absolute paths, by name. Rejects only when the folder is there and cannot be listed.
 */
export async function leftoversOf(path: string, all = false): Promise<readonly string[]> {
  const folder = dirname(path);
  const name = basename(path);
  const names = await fs.readdir(folder).catch((error: unknown) => (isMissing(error) ? [] : Promise.reject(error)));
  const found: string[] = [];
  for (const other of names.sort()) {
    const at = join(folder, other);
    if (other === `${name}${LOCK_ENDING}` || other === `${name}${LOCK_ENDING}.clearing`) found.push(at);
    const digits = other.startsWith(`${name}.`) ? other.slice(name.length + 1) : '';
    if (!/^\d{1,10}$/u.test(digits) || isDate(digits) || (!all && digits.length < SURE_DIGITS)) continue;
    const facts = await fs.lstat(at).catch(() => undefined);
    if (facts?.isFile() !== true || Math.abs(facts.mtimeMs - Number(digits) * 1000) < DAY_MS) continue;
    found.push(at);
  }
  return found;
}

/** Removes what killed saves left of `path`; the lock stays. Only for whoever holds the lock of `path`: no save is under way then. */
export async function sweepLeftovers(path: string, all = false): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const leftover of await leftoversOf(path, all)) {
    if (leftover.endsWith(LOCK_ENDING)) continue;
    if (
      await fs.unlink(leftover).then(
        () => true,
        () => false,
      )
    )
      removed.push(leftover);
  }
  return removed;
}

function isDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  return (
    digits.length === 8 &&
    year !== undefined &&
    year >= 1970 &&
    year < 2100 &&
    month !== undefined &&
    month >= 1 &&
    month <= 12 &&
    day !== undefined &&
    day >= 1 &&
    day <= 31
  );
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
