// A thread of the program: what it writes reaches nobody, what it gives does, and it can be stopped.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { runInThread } from '../../src/host/thread';
import { aFolder, ROOT } from '../support/tools';

/** A script that does `body`; `tell` posts a message, `data` is what it was given. */
function aScript(body: string): string {
  const path = join(aFolder(), 'script.cjs');
  writeFileSync(
    path,
    `const { parentPort, workerData: data } = require('node:worker_threads'); const tell = (told) => parentPort.postMessage(told);\n${body}`,
  );
  return path;
}
const onPart = (): void => {};

it('gives its result, tells its parts, and keeps its own lines to itself', async () => {
  const written = vi.spyOn(process.stderr, 'write');
  const parts: number[] = [];
  const script = aScript(
    "console.error('Error in pixReadMem'); process.stderr.write('more'); tell({ kind: 'part', done: 1, total: 2 }); tell({ kind: 'result', result: data + 1 });",
  );
  expect(await runInThread(script, 41, { onPart: (done, total) => void parts.push(done, total) })).toBe(42);
  expect(parts).toEqual([1, 2]);
  expect(written).not.toHaveBeenCalled();
  written.mockRestore();
});

it('the thread that reads pictures takes no picture that did not arrive whole for an empty one', async () => {
  const script = join(ROOT, 'dist', 'reading-thread.cjs');
  for (const pixels of [{}, { width: 2, height: 2, data: new Uint8ClampedArray(15) }])
    await expect(runInThread(script, { pixels, files: {}, today: '2026-11-22' }, { onPart })).rejects.toThrow(
      'did not arrive',
    );
});

it.each([
  ["tell({ kind: 'failed', why: 'no engine' })", 'no engine'],
  ["throw new Error('broken')", 'broken'],
  ['process.exit(3)', 'ended with 3'],
  ['', 'ended with 0'],
])('rejects when it does %j', async (body, why) =>
  expect(runInThread(aScript(body), 0, { onPart })).rejects.toThrow(why),
);

it('a thread that never waits is stopped at once', async () => {
  const stop = new AbortController();
  const running = runInThread(aScript("tell({ kind: 'part', done: 1, total: 2 }); for (;;);"), 0, {
    onPart: () => stop.abort(),
    stop: stop.signal,
  });
  await expect(running).rejects.toThrow('ended with 1');
});

it('a thread that was stopped before it began is never started', async () => {
  const script = aScript(
    `require('node:fs').writeFileSync(${JSON.stringify(join(aFolder(), 'began'))}, ''); tell({ kind: 'result', result: 1 });`,
  );
  await expect(runInThread(script, 0, { onPart, stop: AbortSignal.abort() })).rejects.toThrow('before it began');
});
