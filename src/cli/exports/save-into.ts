// Saves the chats of an export into a folder, showing how far it is: for the command, and where the wizard offers it.
import { openExport } from '../../archive/container/open-export';
import { saveExport } from '../../archive/save/save';
import type { SaveOutcome, SaveWishes } from '../../archive/save/save';
import { EXIT, notOpened, reasonOf, CliError } from '../cli-error';
import type { Run } from '../run';
import { progressFor } from './reading-progress';
import { saveWords } from './save-words';

/**
 * Saves the export at `path` (absolute). A stop leaves whole files. Rejects with a CliError when it cannot be read, or when the disk
 * refuses; `isUpdate`: the folder is one of an earlier save, which is named then.
 */
export async function saveInto(
  run: Run,
  path: string,
  wishes: SaveWishes,
  { isUpdate, isStopped }: { readonly isUpdate: boolean; readonly isStopped: () => boolean },
): Promise<SaveOutcome> {
  const { host, translator } = run;
  host.keepMemorySmall();
  const opening = await openExport(path, host);
  if (!opening.ok) throw notOpened(opening.problem, host.files.shorten(path), host.platform);
  const { opened } = opening;
  const progress = progressFor(run);
  try {
    return await saveExport(opened, wishes, host, {
      words: saveWords(translator),
      onProgress: (done, total, count) => progress.to(done, total, count),
      isStopped,
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const id = reasonOf(error, host.platform);
    throw new CliError(
      'save_write',
      { why: id, folder: host.files.shorten(isUpdate ? wishes.to : `${wishes.to}.partial`) },
      { code: EXIT.failed, flag: '--to' },
    );
  } finally {
    progress.end();
    await opened.close();
  }
}

/** Why a save did not begin. */
export function refusedFolder(
  { host }: Pick<Run, 'host'>,
  outcome: Extract<SaveOutcome, { readonly kind: 'refused' }>,
  format: SaveWishes['format'],
): CliError {
  return new CliError(
    `save_${outcome.why}`,
    { folder: host.files.shorten(outcome.folder), format: outcome.format ?? format },
    { code: EXIT.failed, flag: '--to' },
  );
}
