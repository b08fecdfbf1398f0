// When an export was made.
import type { ExportFile, OpenedExport } from '../container/export';

/** ChatGPT opened on 30 November 2022: an older time is one that a packer made up. */
const FIRST_DAY = Date.UTC(2022, 10, 30) / 1000;

/**
 * Epoch seconds: when it was asked for (`requested`), else the time of its newest file. `undefined` where neither is known; a file
 * alone has the day on which it was unpacked or copied.
 */
export function madeOf(
  { kind, files }: Pick<OpenedExport, 'kind' | 'files'>,
  requested: number | undefined,
): number | undefined {
  return requested ?? (kind === 'file' ? undefined : newestOf(files));
}

function newestOf(files: readonly ExportFile[]): number | undefined {
  let newest: number | undefined;
  for (const { changed } of files) {
    const seconds = changed === undefined ? 0 : Math.floor(changed.getTime() / 1000);
    if (seconds >= FIRST_DAY && (newest === undefined || seconds > newest)) newest = seconds;
  }
  return newest;
}
