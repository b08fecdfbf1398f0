// The files for another assistant, written by the wizard: into a folder beside the export, under the first name that is free.
import { SAVE_MANIFEST } from '../../archive/save/save-manifest';
import type { SaveWishes } from '../../archive/save/save';
import { isReadWhole } from '../../view/save-view';
import type { WrittenExport } from '../../walk/session';
import { refusedFolder, saveInto } from '../exports/save-into';
import type { Run } from '../run';

/** So many folders of one export and one form are enough. */
const MOST_FOLDERS = 20;

/**
 * Writes the export at `path` (absolute) in the form `format`. A folder of an earlier save in that form is brought up to date; one that
 * holds other things is left as it is. Rejects with a CliError when it cannot be read or written.
 */
export async function writeExportFiles(
  run: Run,
  path: string,
  format: SaveWishes['format'],
  isStopped: () => boolean,
): Promise<WrittenExport> {
  const { host } = run;
  const name = `${path.replace(/[/\\]+$/, '').replace(/\.(?:zip|json)$/i, '')}-${format}`;
  for (let number = 1; ; number += 1) {
    const to = number === 1 ? name : `${name}-${number}`;
    const isUpdate = (await host.files.look(host.files.join(to, SAVE_MANIFEST))).kind === 'file';
    const wishes: SaveWishes = {
      to,
      format,
      extent: { drafts: false, all: false },
      filter: { since: undefined, until: undefined, title: undefined, project: undefined },
    };
    const outcome = await saveInto(run, path, wishes, { isUpdate, isStopped });
    if (outcome.kind === 'refused') {
      if (number === MOST_FOLDERS) throw refusedFolder(run, outcome, format);
      continue;
    }
    if (outcome.kind === 'nothing') return { kind: 'nothing' };
    const { saved } = outcome;
    const folder = host.files.shorten(saved.folder);
    return saved.finished
      ? { kind: 'written', folder, chats: saved.conversations, isWhole: isReadWhole(saved) }
      : { kind: 'stopped', folder };
  }
}
