// Names that keep Records apart (`--profile`), and the files that belong to each.
import type { Host, Listed } from '../../host/host';
import { known } from '../../host/person-folders';
import { badWindowsName } from '../../host/windows-names';
import { CliError } from '../cli-error';
import type { GlobalFlags } from '../typed/options';

/** Lower-case letters only: two names that differ in case would be one file on macOS and Windows. */
const NAME = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;
const MOST_CHARACTERS = 40;

/** Where Records with and without a name lie: the program's own folder. */
type Place = Pick<Host, 'files' | 'stateFolder'>;

/** Whether a Record can have this name on every system. Devices of Windows (`con`, `nul`) are none, with whatever ending. */
export function isKeptName(name: string): boolean {
  return name.length <= MOST_CHARACTERS && NAME.test(name) && badWindowsName(name) === undefined;
}

/** Refuses a name that is none, and a name beside `--record` or `--no-record`, which say already where the Record is. */
export function checkKeptName({ profile, record }: Pick<GlobalFlags, 'profile' | 'record'>): void {
  if (profile === undefined) return;
  if (!isKeptName(profile)) throw new CliError('bad_profile', { value: profile }, { flag: '--profile' });
  if (record !== undefined)
    throw new CliError(
      'profile_and_record',
      { option: record === false ? '--no-record' : '--record' },
      { flag: '--profile' },
    );
}

/** The file of the Record with this name, absolute; of the one without a name for `undefined`. */
export function keptPath({ files, stateFolder }: Place, name: string | undefined): string {
  return files.join(stateFolder, name === undefined ? 'record.json' : `record-${name}.json`);
}

/** The last part of a path, and the folder before it. */
export function partsOf(path: string): { readonly folder: string; readonly name: string } {
  const name = /[^/\\]*$/.exec(path)?.[0] ?? '';
  const folder = path.slice(0, path.length - name.length);
  // A root keeps its slash.
  return { folder: /^(?:[A-Za-z]:)?[/\\]$/.test(folder) ? folder : folder.replace(/[/\\]$/, ''), name };
}

/** Whether a Record lies where the program keeps them, and not in a file that the person named. Without a home there is no such place. */
export function isInPlace(host: Place, path: string): boolean {
  const folder = known(() => host.stateFolder);
  return folder !== undefined && host.files.join(folder, partsOf(path).name) === path;
}

/** A Record that lies in the program's folder; without a name it is that of `record.json`. */
export type KeptFile = { readonly name: string | undefined; readonly path: string };

/**
 * All Records in the program's folder, the one without a name first; also a name of which only a damaged file is left, put aside.
 * Rejects with the system's error when the folder cannot be listed.
 */
export async function keptFiles(host: Place & Pick<Host, 'folders'>): Promise<readonly KeptFile[]> {
  const names = (await listedIn(host, host.stateFolder)).flatMap((file) => {
    const found = /^record(?:-([^.]+))?(?:\.damaged-\d{4}-\d{2}-\d{2}(?:-\d+)?)?\.json$/.exec(file.name);
    const name = found?.[1];
    return found !== null && (name === undefined || isKeptName(name)) ? [name] : [];
  });
  // Sorting puts what is undefined last.
  const unnamed = names.includes(undefined) ? [undefined] : [];
  return [...unnamed, ...[...new Set(names.filter((name) => name !== undefined))].sort()].map((name) => ({
    name,
    path: keptPath(host, name),
  }));
}

/** What stands in a folder; nothing where it is not there. */
export async function listedIn({ folders }: Pick<Host, 'folders'>, folder: string): Promise<readonly Listed[]> {
  try {
    return await folders.list(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}
