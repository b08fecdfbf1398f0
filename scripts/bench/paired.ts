// Times whole processes against `node -e 0`, round by round, so that a busy machine slows both alike.
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

const PROGRAM = resolve(import.meta.dirname, '../../bin/quitgpt.js');

export type Timed = {
  readonly command: readonly string[];
  /** Median of the paired ratios. */ readonly ratio: number;
  /** Milliseconds. */ readonly fastest: number;
};

/** Runs every command once a round, after one round that is not counted. `baseline` is the fastest `node -e 0`, in ms. */
export function measure(
  commands: readonly (readonly string[])[],
  rounds: number,
): { readonly baseline: number; readonly rows: readonly Timed[] } {
  const baselines: number[] = [];
  const times = commands.map((): number[] => []);
  for (let round = -1; round < rounds; round += 1) {
    const base = time(['-e', '0']);
    const taken = commands.map((command) => time([PROGRAM, ...command]));
    if (round < 0) continue;
    baselines.push(base);
    for (const [index, ms] of taken.entries()) times[index]?.push(ms);
  }
  const rows = commands.map((command, index): Timed => {
    const own = times[index] ?? [];
    return { command, ratio: median(own.map((ms, round) => ms / (baselines[round] ?? ms))), fastest: Math.min(...own) };
  });
  return { baseline: Math.min(...baselines), rows };
}

/** Milliseconds of one whole process. NODE_EXTRA_CA_CERTS makes Node read certificates at each start, so it is unset. */
function time(args: readonly string[]): number {
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, CI: _ci, ...env } = process.env;
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { env, cwd: tmpdir(), stdio: ['ignore', 'pipe', 'pipe'] });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
