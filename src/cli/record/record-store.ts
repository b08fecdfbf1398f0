// Keeps and finds the Record: one JSON file, written whole or not at all.
import type { Host } from '../../host/host';
import { mergeRecords } from '../../journey/merge-records';
import { RECORD_SCHEMA } from '../../journey/record';
import type { JourneyRecord } from '../../journey/record';
import { codeOf, EXIT, reasonOf, CliError } from '../cli-error';
import { quoted } from '../typed/invocation';
import type { CliErrorId } from '../cli-error';
import type { GlobalFlags } from '../typed/options';
import { isInPlace, keptPath } from './kept-name';
import { parseJson, readText } from './read-text';

/** Where the Record is: `--record`, else the platform's own place, by the name of `--profile`; `undefined` with `--no-record`. */
export function recordPath(
  host: Pick<Host, 'files' | 'stateFolder'>,
  { record, profile }: Pick<GlobalFlags, 'record' | 'profile'>,
): string | undefined {
  if (record === false) return undefined;
  return record === undefined ? keptPath(host, profile) : host.files.resolve(record);
}

/** The Record kept at `path`; `undefined` when there is none. One that cannot be read is a CliError that says why, and is left alone. */
export async function findRecord(
  host: Pick<Host, 'files' | 'platform'>,
  path: string,
): Promise<JourneyRecord | undefined> {
  await putAway(host, path);
  return readKept(host, path);
}

/** Removes what a killed run left beside the Record: it holds a person's answers. What does not work is tried again at the next start. */
async function putAway({ files }: Pick<Host, 'files'>, path: string): Promise<void> {
  try {
    if ((await files.leftovers(path)).length > 0) await files.underLock(path, async () => files.sweep(path));
  } catch {
    // A folder that is read-only keeps it; the Record can be read all the same.
  }
}

/** As `findRecord`, without a look at what lies beside it: for whoever holds its lock. */
export async function readKept(
  host: Pick<Host, 'files' | 'platform'>,
  path: string,
): Promise<JourneyRecord | undefined> {
  const file = host.files.shorten(path);
  if ((await host.files.look(path)).kind === 'missing') return undefined;
  const text = await readText(host, path).catch((error: unknown) => {
    // Another run may have deleted it since the look.
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadable(host.platform, file, error);
  });
  if (text === undefined) return undefined;
  const parsed = parseJson(text);
  if (!parsed.ok) throw new CliError('record_not_json', { file, why: parsed.why }, { code: EXIT.failed });
  if (isNewer(parsed.value)) throw newer(file);
  const { readRecord } = await import('../../content/outside-schema');
  const read = readRecord(parsed.value);
  if (!read.ok) throw new CliError('record_wrong', { file, where: read.where }, { code: EXIT.failed });
  return read.value;
}

/** The failure is one of what the file holds, not of getting at it. */
export function isDamage(error: unknown): boolean {
  return error instanceof CliError && (error.id === 'record_not_json' || error.id === 'record_wrong');
}

/** Not readable is not damaged: each way of it has its own way out, and none of them deletes good progress. */
export function unreadable(platform: NodeJS.Platform, file: string, error: unknown): CliError {
  const isWindows = platform === 'win32';
  // Windows says EPERM for a file that another program holds as well.
  const own: Readonly<Record<string, CliErrorId>> = {
    EACCES: isWindows ? 'record_denied' : 'record_no_access',
    EPERM: isWindows ? 'record_busy' : platform === 'darwin' ? 'record_macos' : 'record_denied',
    EBUSY: 'record_busy',
  };
  return new CliError(
    own[codeOf(error) ?? ''] ?? 'record_unreadable',
    { file, theirs: ownership(file, platform), why: reasonOf(error, platform) },
    { code: EXIT.failed },
  );
}

/** Words for chown: what a person has to own again, the program's own folder as a whole or just the file that they named. */
function ownership(file: string, platform: NodeJS.Platform): string {
  const folder = /^(.*[/\\]quitgpt)[/\\]record(?:-[a-z0-9-]+)?\.json$/.exec(file)?.[1];
  return folder === undefined ? `$(id -u) ${quoted(file, platform)}` : `-R $(id -u) ${quoted(folder, platform)}`;
}

/** A newer version reads it; this one leaves it alone. `file` in short form. */
export function newer(file: string): CliError {
  return new CliError('record_newer', { file }, { code: EXIT.failed });
}

/** Written by a version of this program that came after this one. */
export function isNewer(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'schema' in value &&
    typeof value.schema === 'number' &&
    Number.isInteger(value.schema) &&
    value.schema > RECORD_SCHEMA
  );
}

/**
 * Lays `record` over what is kept at `path`, as far as the two differ since `base`, and writes both as one: another window may
 * have said something meanwhile. Gives the Record that is kept now, and the one that was found. Rejects with a CliError when
 * the system does not let it, or what is there cannot be read; the old one stays whole.
 */
export async function keepRecord(
  { files, platform }: Pick<Host, 'files' | 'platform'>,
  path: string,
  record: JourneyRecord,
  base: JourneyRecord | undefined,
): Promise<{ readonly kept: JourneyRecord; readonly found: JourneyRecord | undefined }> {
  const once = async (
    isOurs: () => Promise<boolean>,
  ): Promise<{ readonly kept: JourneyRecord; readonly found: JourneyRecord | undefined } | undefined> => {
    await files.sweep(path);
    const found = await readKept({ files, platform }, path);
    const kept = found === undefined ? record : mergeRecords(base, record, found);
    if (!(await isOurs())) return undefined;
    await files.writeAtomic(path, `${JSON.stringify(kept, undefined, 2)}\n`);
    return { kept, found };
  };
  try {
    for (;;) {
      const outcome = await files.underLock(path, once);
      if (outcome !== undefined) return outcome;
    }
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(
      'record_write',
      { file: files.shorten(path), why: reasonOf(error, platform) },
      { code: EXIT.failed },
    );
  }
}

/**
 * Deletes the Record, whatever killed runs left of it and the `others` that belong to it, and the program's own folder once it is
 * empty. Gives the paths, absolute.
 */
export async function deleteRecord(
  host: Pick<Host, 'files' | 'stateFolder'>,
  path: string,
  others: readonly string[] = [],
): Promise<readonly string[]> {
  const { files } = host;
  const deleted = await files.underLock(path, async () => {
    const removed: string[] = [];
    for (const one of [path, ...others]) if (await files.remove(one)) removed.push(one);
    return [...removed, ...(await files.sweep(path, true))];
  });
  if (isInPlace(host, path)) await files.removeEmptyFolder(host.stateFolder);
  return deleted;
}
