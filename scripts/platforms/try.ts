// `npm run try:platforms`: the packed program on other versions of Node, on Bun, and on Windows as Wine has it. One line per
// runtime and check; ends with 1 when any failed. `-- bun` tries those alone whose name holds that word.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS } from './checks';
import { installRuntimes, makeKit } from './kit';
import type { Kit } from './kit';
import { aMachine } from './machine';
import type { Machine } from './machine';
import { RUNTIMES } from './runtimes';
import type { Runtime } from './runtimes';

/** Runtimes that are tried at the same time. */
const AT_ONCE = 2;
const counts = { passed: 0, failed: 0 };

async function tryAll(words: readonly string[]): Promise<void> {
  const chosen = RUNTIMES.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word.toLowerCase())),
  );
  if (chosen.length === 0)
    throw new Error(
      `No runtime is called ${words.join(' or ')}. There are: ${RUNTIMES.map(({ name }) => name).join('; ')}.`,
    );
  const folder = mkdtempSync(join(tmpdir(), 'quitgpt-platforms-'));
  try {
    const kit = await makeKit(folder);
    const programs = installRuntimes(join(folder, 'runtimes'), chosen);
    const left = [...chosen];
    const work = async (): Promise<void> => {
      for (let runtime = left.shift(); runtime !== undefined; runtime = left.shift())
        await tryOne(runtime, programs.get(runtime) ?? '', kit);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function tryOne(runtime: Runtime, program: string, kit: Kit): Promise<void> {
  let machine: Machine;
  try {
    machine = aMachine(runtime, program, kit);
  } catch (error) {
    return say(runtime, 'start', error);
  }
  try {
    for (const { name, on, run } of CHECKS) {
      if (on !== undefined && on !== machine.system) continue;
      say(
        runtime,
        name,
        await run(machine, kit).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
      );
    }
  } finally {
    machine.leave();
  }
}

/** One line: an error is a failure, a text is what was printed. */
function say({ name }: Runtime, check: string, outcome: unknown): void {
  const failed = outcome instanceof Error;
  counts[failed ? 'failed' : 'passed'] += 1;
  console.log(
    `${failed ? 'failed' : 'passed'}  ${name.padEnd(30)}  ${check.padEnd(34)}  ${failed ? outcome.message : String(outcome)}`,
  );
}

tryAll(process.argv.slice(2))
  .catch((error: unknown) => {
    counts.failed += 1;
    console.log(`failed  ${error instanceof Error ? error.message : String(error)}`);
  })
  .finally(() => {
    console.log(`${counts.passed} passed, ${counts.failed} failed`);
    if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
  });
