// Work in a thread of its own: the program goes on listening, and nothing that the work writes reaches the terminal.
import { parentPort, Worker, workerData } from 'node:worker_threads';

type Told =
  | { readonly kind: 'part'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'failed'; readonly why: string };

/** Runs the script at `path` with `data` (copied) until it gives its result. Rejects when it fails, ends without one, or `stop` aborts. */
export function runInThread(
  path: string,
  data: unknown,
  { onPart, stop }: { readonly onPart: (done: number, total: number) => void; readonly stop?: AbortSignal | undefined },
): Promise<unknown> {
  if (stop?.aborted === true) return Promise.reject(new Error('stopped before it began'));
  return new Promise((resolve, reject) => {
    const worker = new Worker(path, { workerData: data, stdout: true, stderr: true });
    worker.on('message', (told: Told) => {
      if (told.kind === 'part') return onPart(told.done, told.total);
      if (told.kind === 'result') resolve(told.result);
      else reject(new Error(told.why));
      void worker.terminate();
    });
    stop?.addEventListener('abort', () => void worker.terminate(), { once: true });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread ended with ${code}`)));
  });
}

/** For the script itself: does `work` with the data it was started with, and tells how far it is and what came of it. */
export async function answerThread<Data, Result>(
  work: (data: Data, onPart: (done: number, total: number) => void) => Promise<Result>,
): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, no window
  const tell = (told: Told): void => parentPort?.postMessage(told);
  try {
    tell({
      kind: 'result',
      result: await work(workerData as Data, (done, total) => tell({ kind: 'part', done, total })),
    });
  } catch (error) {
    tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
}
