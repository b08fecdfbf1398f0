// Reads a data export from beginning to end, showing how far it is.
import { checkExport } from '../../archive/check/check-export';
import type { Findings, Titles, Verdict } from '../../archive/check/findings';
import { verdictOf } from '../../archive/check/findings';
import { openExport } from '../../archive/container/open-export';
import { progressFor } from './reading-progress';
import { notOpened } from '../cli-error';
import type { Run } from '../run';

/** `file` is the short form. */
export type ReadExport = {
  readonly file: string;
  readonly verdict: Verdict;
  readonly findings: Findings;
  readonly titles: Titles;
};

/** Less than this many bytes are read before anybody could look at a bar. */
const SHORT = 32 * 1024 * 1024;

/** Checks the export at `path` (absolute). Rejects with a CliError when it is none, and with `Stopped` when `isStopped`. */
export async function readExport(run: Run, path: string, isStopped: () => boolean): Promise<ReadExport> {
  const { host } = run;
  const file = host.files.shorten(path);
  host.keepMemorySmall();
  const opening = await openExport(path, host);
  if (!opening.ok) throw notOpened(opening.problem, file, host.platform);
  const { opened } = opening;
  const total = opened.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const progress = total < SHORT ? undefined : progressFor(run);
  try {
    const { findings, titles } = await checkExport(opened, {
      isStopped,
      onProgress: (bytes, count) => progress?.to(bytes, total, count),
    });
    return { file, verdict: verdictOf(findings), findings, titles };
  } finally {
    progress?.end();
    await opened.close();
  }
}
