// `npx tsx scripts/exports/fuzz-export.ts [20000] [FIRST SEED]`: so many exports damaged by chance, half ZIPs and half JSON. Ends with 1 when a verdict was not honest.
import { fork } from 'node:child_process';
import { summed, tryJson, tryZip } from './fuzz';
import type { Tried } from './fuzz';

/** A reading that takes longer hangs. */
const MOST_SECONDS = 30;

type Job = { readonly first: number; readonly count: number };

/** In a process of its own, so that a hang or a crash ends that process and has a seed. */
async function work({ first, count }: Job): Promise<void> {
  for (let seed = first; seed < first + count; seed += 1) {
    process.send?.({ seed });
    process.send?.(seed % 2 === 0 ? await tryZip(seed) : await tryJson(seed));
  }
  process.disconnect();
}

function run(job: Job): Promise<readonly Tried[]> {
  return new Promise((done) => {
    const all: Tried[] = [];
    let seed = job.first;
    const child = fork(process.argv[1] ?? '', ['--work', JSON.stringify(job)], { stdio: 'inherit' });
    const wait = (): NodeJS.Timeout => setTimeout(() => child.kill('SIGKILL'), MOST_SECONDS * 1000);
    let timer = wait();
    child.on('message', (message: Tried | { readonly seed: number }) => {
      clearTimeout(timer);
      timer = wait();
      if ('outcome' in message) all.push(message);
      else seed = message.seed;
    });
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      const lost: Tried = {
        seed,
        what: 'unknown',
        outcome: signal === 'SIGKILL' ? 'hang' : 'process ended',
        isChanged: true,
        fault: `${String(signal ?? code)}`,
        ms: MOST_SECONDS * 1000,
      };
      const left = job.first + job.count - seed - 1;
      if (all.length === job.count) done(all);
      else if (left <= 0) done([...all, lost]);
      else
        run({ first: seed + 1, count: left }).then(
          (rest) => done([...all, lost, ...rest]),
          () => done([...all, lost]),
        );
    });
  });
}

async function fuzz(count: number, first: number): Promise<void> {
  const begun = performance.now();
  const all = await run({ first, count });
  for (const [name, part] of [
    ['ZIPs', all.filter(({ seed }) => seed % 2 === 0)],
    ['JSON', all.filter(({ seed }) => seed % 2 === 1)],
  ] as const) {
    const { outcomes, slowest } = summed(part);
    console.log(`${name}: ${part.length} tried, ${JSON.stringify(outcomes)}, slowest ${slowest.toFixed(0)} ms`);
  }
  const { faults } = summed(all);
  console.log(`${all.length} in ${((performance.now() - begun) / 1000).toFixed(0)} s, ${faults.length} not honest`);
  for (const one of faults.slice(0, 20)) console.log(JSON.stringify(one));
  process.exitCode = faults.length === 0 ? 0 : 1;
}

const [first = '20000', second = '1'] = process.argv.slice(2);
const task = first === '--work' ? work(JSON.parse(second) as Job) : fuzz(Number(first), Number(second));
task.catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
