// The table of a bench: a row for each program, from its runs.
import type { Kept } from './kept-tokens';
import type { Measured } from './measured-child';
import { median } from './paired';

export type Row = {
  readonly what: string;
  readonly runs: readonly Measured[];
  readonly kept?: Kept;
  readonly note?: string;
};

/** Prints `rows`. `alone`: processor seconds of inflating alone, `json`: bytes of JSON that were read. */
export function table(title: string, rows: readonly Row[], alone: number, json: number): void {
  console.log(
    `${title}\n\n| | seconds | CPU | times | MB/s of JSON | resident, MiB | lost | mixed in | |\n|-|-|-|-|-|-|-|-|-|`,
  );
  for (const { what, runs, kept, note = '' } of rows) {
    const seconds = secondsOf(runs);
    const resident = runs.map((run) => run.resident).filter((one) => one !== undefined);
    const ended = runs.find(({ end }) => end === 'late' || end === 'killed')?.end;
    console.log(
      `| ${what} | ${seconds.toFixed(2)}${ended === undefined ? '' : ` (${ended})`} | ${leastCpu(runs).toFixed(2)} | ${(leastCpu(runs) / alone).toFixed(1)} | ${(json / 1e6 / seconds).toFixed(0)} | ${resident.length === 0 ? '?' : Math.max(...resident).toFixed(0)} | ${kept?.lost ?? ''} | ${kept?.mixedIn ?? ''} | ${note} |`,
    );
  }
  console.log('');
}

/** The least processor seconds of the runs. */
export function leastCpu(runs: readonly Measured[]): number {
  return Math.min(...runs.map(({ cpu }) => cpu ?? Infinity));
}

/** The median of their seconds. */
export function secondsOf(runs: readonly Measured[]): number {
  return median(runs.map(({ seconds }) => seconds));
}
