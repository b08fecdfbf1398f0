// Damaged Records: put aside under another name, so that nothing is written over them, with what can still be read of them.
import type { Host } from '../../host/host';
import type { Salvage } from '../../content/salvage';
import type { CivilDate } from '../../journey/dates';
import { codeOf, EXIT, reasonOf, CliError } from '../cli-error';
import { isInPlace, listedIn, partsOf } from './kept-name';
import { parseJson, readText } from './read-text';
import { isDamage, isNewer, newer, readKept, unreadable } from './record-store';

/** What was found instead of a Record, and what of it can still be read. */
export type Damaged = { readonly path: string; readonly salvage: Salvage };

/**
 * Reads what can be read of a damaged Record; changes nothing. What the person named with `--record` and holds nothing of a
 * Record is most likely another file of theirs: a CliError says so.
 */
export async function readDamaged(
  host: Pick<Host, 'files' | 'platform' | 'stateFolder'>,
  path: string,
  today: CivilDate,
): Promise<Damaged> {
  const text = await readText(host, path).catch((error: unknown) => {
    throw unreadable(host.platform, host.files.shorten(path), error);
  });
  const parsed = parseJson(text);
  const { salvageRecord, readableStart } = await import('../../content/salvage');
  const value = parsed.ok ? parsed.value : readableStart(text);
  // One that breaks off may be a newer version's all the same.
  if (isNewer(value)) throw newer(host.files.shorten(path));
  const salvage = salvageRecord(value, today, parsed.ok);
  if (salvage.record === undefined && !isInPlace(host, path))
    throw new CliError('record_not_ours', { file: host.files.shorten(path) }, { code: EXIT.failed, flag: '--record' });
  return { path, salvage };
}

/**
 * Puts the damaged Record aside under a free name, and gives that. Under the lock, and only while it is still damaged: a
 * Record that another window has saved meanwhile stays, and `undefined` is given. Rejects with a CliError when the system does
 * not let it; the file is where it was then.
 */
export async function setAside(
  { files, folders, platform }: Pick<Host, 'files' | 'folders' | 'platform'>,
  path: string,
  today: CivilDate,
): Promise<string | undefined> {
  try {
    return await files.underLock(path, async () => {
      const found = await readKept({ files, platform }, path).then(
        () => 'whole' as const,
        (error: unknown) => error,
      );
      if (found === 'whole') return undefined;
      if (!isDamage(found)) throw found;
      const free = await freeAsideName({ files }, path, today);
      await folders.rename(path, free);
      return free;
    });
  } catch (error) {
    if (error instanceof CliError || codeOf(error) === undefined) throw error;
    throw new CliError(
      'record_aside',
      { file: files.shorten(path), why: reasonOf(error, platform) },
      { code: EXIT.failed },
    );
  }
}

/**
 * Where damaged Records of `path` were put aside, by name: `record.damaged-2026-11-29.json`, then `-2`, `-3` for more of one day.
 * No name of a Record holds a dot, so none of these is one.
 */
export async function setAsideFiles(host: Pick<Host, 'files' | 'folders'>, path: string): Promise<readonly string[]> {
  const { folder, name } = partsOf(path);
  const [start, ending] = asideParts(name);
  return (await listedIn(host, folder))
    .filter(
      ({ name: other, kind }) =>
        kind !== 'directory' &&
        other.startsWith(`${start}.damaged-`) &&
        /^\d{4}-\d{2}-\d{2}(?:-\d+)?$/.test(
          other.endsWith(ending) ? other.slice(`${start}.damaged-`.length, other.length - ending.length) : '',
        ),
    )
    .map(({ name: other }) => host.files.join(folder, other));
}

/** The first free name for a damaged Record of `path` on that day. */
async function freeAsideName({ files }: Pick<Host, 'files'>, path: string, day: string): Promise<string> {
  const { folder, name } = partsOf(path);
  const [start, ending] = asideParts(name);
  for (let count = 1; ; count += 1) {
    const at = files.join(folder, `${start}.damaged-${day}${count === 1 ? '' : `-${count}`}${ending}`);
    const { kind } = await files.look(at);
    // In a folder that cannot be looked into the renaming says why.
    if (kind === 'missing' || (kind === 'unreadable' && count > 1000)) return at;
  }
}

/** `record.json` is `record` and `.json`; a file without an ending is all start. */
function asideParts(name: string): readonly [string, string] {
  const at = name.lastIndexOf('.');
  return at <= 0 ? [name, ''] : [name.slice(0, at), name.slice(at)];
}
