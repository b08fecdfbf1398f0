// What ChatGPT noted of the person as a text for another assistant, written by the wizard beside the export.
import { openExport } from '../../archive/container/open-export';
import { memoryEntries } from '../../archive/memory/memory-entries';
import { readMemory } from '../../archive/memory/read-memory';
import { memoryText } from '../../view/memory-text';
import { isReadWhole } from '../../view/save-view';
import { memoryTargetOf } from '../../view/move-view';
import type { WrittenExport } from '../../walk/session';
import { notOpened } from '../cli-error';
import { progressFor } from '../exports/reading-progress';
import { writeResult } from '../output';
import type { Run } from '../run';

/**
 * Writes the text for the assistant `to` under the first name that is free, such as `mine-memory.txt`. Rejects with a CliError when the
 * export at `path` (absolute) cannot be read, or the text not be written.
 */
export async function writeMemoryText(
  run: Run,
  path: string,
  to: string,
  isStopped: () => boolean,
): Promise<WrittenExport> {
  const { host, translator } = run;
  host.keepMemorySmall();
  const opening = await openExport(path, host);
  if (!opening.ok) throw notOpened(opening.problem, host.files.shorten(path), host.platform);
  const progress = progressFor(run);
  const read = await readMemory(opening.opened, {
    onProgress: (done, total, count) => progress.to(done, total, count),
    isStopped,
  }).finally(async () => {
    progress.end();
    await opening.opened.close();
  });
  if (!read.finished) return { kind: 'stopped', folder: undefined };
  const { entries } = memoryEntries(read.notes, { all: false });
  if (entries.length === 0) return { kind: 'nothing' };
  const laidOut = memoryText(translator, entries, {
    made: read.made,
    limit: undefined,
    part: 1,
    bare: memoryTargetOf(to) === 'lumo',
  });
  if (laidOut.kind !== 'text') throw new Error(`a text without a limit has one part, and was ${laidOut.kind}`);
  const name = `${path.replace(/[/\\]+$/, '').replace(/\.(?:zip|json)$/i, '')}-memory`;
  for (let number = 1; ; number += 1) {
    const file = `${name}${number === 1 ? '' : `-${number}`}.txt`;
    const { kind } = await host.files.look(file);
    // In a folder that cannot be looked into no name is free: the attempt says why.
    if (kind !== 'missing' && kind !== 'unreadable') continue;
    const written = await writeResult(run, `${laidOut.text.text}\n`, file, { name: '', replace: false });
    return { kind: 'text', file: written, entries: laidOut.text.entries.length, isWhole: isReadWhole(read) };
  }
}
