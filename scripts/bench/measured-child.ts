// Runs a program in a process of its own and measures it: seconds on the wall, most memory resident, and how it ended.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

export type Measured = {
  readonly seconds: number;
  /** Of it, processor time of this process, all threads. */
  readonly cpu: number | undefined;
  /** MiB; `undefined` where it was killed. */
  readonly resident: number | undefined;
  /** `late`: killed at its time limit. */
  readonly end: number | 'late' | 'killed';
  readonly stdout: string;
  /** The end of it. */
  readonly stderr: string;
};

const PROBE =
  "process.on('exit', () => { const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage(); require('node:fs').writeFileSync(process.env.PROBE_OUT, JSON.stringify({ maxRSS, cpu: (userCPUTime + systemCPUTime) / 1e6 })); });";

/** `taskset` is there, and a second core: what runs on one core is not measured differently from run to run. */
function canPin(): boolean {
  return cpus().length > 1 && spawnSync('taskset', ['-c', '1', 'true']).status === 0;
}

/** Node with these arguments. `pinned`: on the second core alone, where that can be had. Only the process itself counts, not those that it starts. */
export async function measuredNode(
  args: readonly string[],
  {
    cwd = tmpdir(),
    env = {},
    mostSeconds = 3600,
    pinned = false,
  }: {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly mostSeconds?: number;
    readonly pinned?: boolean;
  } = {},
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'quitgpt-probe-'));
  const [probe, out] = [join(folder, 'probe.cjs'), join(folder, 'out.json')];
  writeFileSync(probe, PROBE);
  const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, CI: _ci, ...rest } = process.env;
  try {
    const begun = performance.now();
    const node = [process.execPath, '--require', probe, ...args];
    const [program = '', ...words] = pinned && canPin() ? ['taskset', '-c', '1', ...node] : node;
    const child = spawn(program, words, {
      cwd,
      env: { ...rest, ...env, PROBE_OUT: out },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout = (stdout + text).slice(-1_000_000)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-4000)));
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, mostSeconds * 1000);
    const code = await new Promise<number | null>((done, fail) => child.on('close', done).on('error', fail));
    clearTimeout(timer);
    const { maxRSS, cpu } = probed(out);
    return {
      seconds: (performance.now() - begun) / 1000,
      cpu,
      resident: maxRSS === undefined ? undefined : maxRSS / 1024,
      end: code ?? (isLate ? 'late' : 'killed'),
      stdout,
      stderr,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function probed(path: string): { readonly maxRSS?: number; readonly cpu?: number } {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { maxRSS: number; cpu: number };
  } catch {
    return {};
  }
}
