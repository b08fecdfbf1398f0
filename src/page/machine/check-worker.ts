// The check of an export in a worker: what it is told, what it tells, and both ends of it.
import { checkExport } from '../../archive/check/check-export';
import { verdictOf } from '../../archive/check/findings';
import type { Findings, Titles, Verdict } from '../../archive/check/findings';
import type { Opening } from '../../archive/container/export';
import { openExport } from '../../archive/container/open-export';
import { openBlob } from './blob-file';
import { pageBytes } from './bytes';

export type Checked =
  | { readonly kind: 'checked'; readonly verdict: Verdict; readonly findings: Findings; readonly titles: Titles }
  | { readonly kind: 'refused'; readonly problem: Extract<Opening, { readonly ok: false }>['problem'] }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'stopped' };
type Told =
  | Checked
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly count: number };

/** Reads an export from beginning to end. `report` hears how many bytes of how many have passed, and how many conversations. */
export async function check(
  file: File,
  report: (done: number, total: number, count: number) => void,
): Promise<Checked> {
  const opening = await openExport(`/${file.name}`, {
    files: {
      look: async (path) => ({ kind: 'file', bytes: file.size, path }),
      join: (...parts) => parts.join('/'),
    },
    folders: { open: async () => openBlob(file), list: async () => [] },
    bytes: async () => pageBytes,
  });
  if (!opening.ok) return { kind: 'refused', problem: opening.problem };
  const { opened } = opening;
  const total = opened.files.reduce((sum, { bytes }) => sum + bytes, 0);
  try {
    const { findings, titles } = await checkExport(opened, {
      onProgress: (done, count) => report(done, total, count),
    });
    return { kind: 'checked', verdict: verdictOf(findings), findings, titles };
  } finally {
    await opened.close();
  }
}

/** The worker's end: checks each file that it is sent. */
export function serveChecks(): void {
  const tell = (told: Told): void => postMessage(told);
  addEventListener('message', ({ data }: MessageEvent<File>) => {
    check(data, (done, total, count) => tell({ kind: 'progress', done, total, count })).then(tell, (error: unknown) =>
      tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) }),
    );
  });
}

/** The page's end: a worker made of `script`, the text of the page's own, which ends when `stop` aborts. Never rejects. */
export function checkInWorker(
  script: string,
  file: File,
  report: (done: number, total: number, count: number) => void,
  stop: AbortSignal,
): Promise<Checked> {
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(url);
  return new Promise<Checked>((resolve) => {
    stop.addEventListener('abort', () => resolve({ kind: 'stopped' }));
    worker.addEventListener('error', ({ message }) => resolve({ kind: 'failed', why: message }));
    worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'progress') report(data.done, data.total, data.count);
      else resolve(data);
    });
    worker.postMessage(file, { transfer: [] });
  }).finally(() => {
    worker.terminate();
    URL.revokeObjectURL(url);
  });
}
