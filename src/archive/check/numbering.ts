// Finds lost files of conversations by gaps in their numbers: the only sign of one in an export without a manifest.
import type { Fault } from '../container/faults';

/** How many missing numbers are named; a number made up from outside may be any size. */
const MOST_NAMED = 100;

/**
 * The numbers that are left out between the files that are there, and below them: counting starts at 0, and one that starts at 1 is
 * let pass. `paths` are those of the files of conversations; each folder counts by itself.
 */
export function gapsIn(paths: readonly string[]): readonly Fault[] {
  const folders = new Map<string, { readonly before: string; readonly numbers: Set<number>; digits: number }>();
  for (const path of paths) {
    const [, before, digits] = /^(.*conversations-)(\d{1,9})(?: ?\(\d+\)| \d+)?\.json$/is.exec(path) ?? [];
    if (before === undefined || digits === undefined) continue;
    const place = before.toLowerCase();
    const folder = folders.get(place) ?? { before, numbers: new Set<number>(), digits: digits.length };
    folder.numbers.add(Number(digits));
    folder.digits = Math.min(folder.digits, digits.length);
    folders.set(place, folder);
  }
  const faults: Fault[] = [];
  for (const { before, numbers, digits } of folders.values()) {
    let expected = numbers.has(0) ? 0 : 1;
    for (const number of [...numbers].sort((one, other) => one - other)) {
      for (; expected < number && faults.length < MOST_NAMED; expected += 1)
        faults.push({ kind: 'gap', file: `${before}${String(expected).padStart(digits, '0')}.json` });
      expected = number + 1;
    }
  }
  return faults;
}
