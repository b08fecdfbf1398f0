// What lies in an output folder: its list, what an earlier save left there, and the bytes of the manifest.
import type { Host } from '../../host/host';
import { bytesOfText, joined } from '../container/bytes';
import { entryLine } from './save-entry';
import type { Entry } from './save-entry';
import { SAVE_MANIFEST } from './save-manifest';

export type Disk = Pick<Host, 'folders' | 'files'>;

/** What stands directly in a folder; `undefined` when there is none. */
export async function listedIn(
  { folders }: Disk,
  path: string,
): Promise<Awaited<ReturnType<Host['folders']['list']>> | undefined> {
  try {
    return await folders.list(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The paths of the files in an earlier save. Removes what a killed run left half written. */
export async function swept(host: Disk, folder: string): Promise<Set<string>> {
  const there = new Set<string>();
  for (const part of ['', 'conversations', 'files', 'documents']) {
    const inside = part === '' ? folder : host.files.join(folder, part);
    for (const { name, kind } of (await listedIn(host, inside)) ?? []) {
      if (name.startsWith('.quitgpt-') && name !== SAVE_MANIFEST)
        await host.folders.removeFile(host.files.join(inside, name));
      else if (kind !== 'directory') there.add(part === '' ? name : `${part}/${name}`);
    }
  }
  return there;
}

/** The manifest, piece by piece: `head`, the entries that only an earlier save wrote (`before`), then this run's `lines`. */
export async function* manifestBytes(
  head: string,
  before: ReadonlyMap<string, Entry>,
  lines: Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [bytesOfText(head)];
  const all = function* (): Iterable<Uint8Array> {
    for (const [owner, entry] of before) yield bytesOfText(`${entryLine(owner, entry)}\n`);
    yield* lines;
  };
  for (const line of all()) {
    pieces.push(line);
    if (pieces.length < 500) continue;
    yield joined(pieces);
    pieces = [];
  }
  yield joined(pieces);
}
