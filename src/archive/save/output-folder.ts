// The output folder of a save: a new one is filled as `FOLDER.partial` and renamed when it is whole, an earlier one is brought up to date.
import type { BytesPort } from '../../host/bytes';
import { isJunk } from '../container/junk-files';
import { listedIn } from './output-files';
import type { Disk } from './output-files';
import { outputFolderIn } from './output-writer';
import { SAVE_MANIFEST, readSaveManifest } from './save-manifest';
import type { Entry } from './save-entry';
import type { Format } from './save-manifest';

/** Why a folder is not written to: it holds other things, or a save of another form. */
export type RefusedFolder = {
  readonly ok: false;
  readonly why: 'in-use' | 'other-format' | 'partial-in-use';
  readonly folder: string;
  readonly format?: Format;
};

/** The bytes of a large file, piece by piece, as often as they are asked for. */
export type Pieces = () => Iterable<Uint8Array>;

export interface OutputFolder {
  /** Where files are written now. */
  readonly folder: string;
  /** The folder is one that an earlier save made. */
  readonly isUpdate: boolean;
  /** Files of an earlier run that a person changed since: they are left as they are. Paths inside the folder. */
  readonly edited: readonly string[];
  readonly counts: { readonly written: number; readonly unchanged: number };
  /**
   * Writes the file of `entry`, but not over one that a person changed, and not when the very same bytes are there already. What `owner`
   * had under another name in an earlier save, or this run wrote for the entry at `older`, is removed. Gives the place of the new
   * entry. Large content is given as pieces, which are asked for twice.
   */
  put(owner: string, entry: Omit<Entry, 'hash'>, content: Uint8Array | Pieces, older?: number): Promise<number>;
  /**
   * The same for content that can be read only once, of about `bytes` in all. `pathOf` makes the path from the first piece. Large content is
   * written under another name first, since only its end tells whether the same bytes are there already.
   */
  putStream(
    owner: string,
    pathOf: (first: Uint8Array) => string,
    bytes: number,
    content: AsyncIterable<Uint8Array>,
    older?: number,
  ): Promise<{ readonly path: string; readonly place: number }>;
  /** Writes content under another name: until it is put in its place, what stands there from an earlier save can still be read. */
  stage(content: AsyncIterable<Uint8Array>): Promise<Staged>;
  /** Paths of what an earlier save wrote for owners of this beginning, and this run has not written yet. */
  earlier(prefix: string): readonly string[];
  /** Takes these away, but none that a person changed. */
  dropEarlier(prefix: string): Promise<void>;
  /** Conversations that stand in the folder now, newest first: also those that only an earlier save wrote. */
  listed(): Iterable<Entry>;
  /** Writes the manifest; a new folder is moved to its place. */
  finish(): Promise<void>;
  /** Writes the manifest and leaves the folder where it is: for a run that was stopped. */
  abandon(): Promise<void>;
  /** Takes a new folder away again, when there was nothing to put into it. */
  discard(): Promise<void>;
}

/** A whole file that has no name yet. */
export interface Staged {
  /** Where it can be read, absolute. */
  readonly file: string;
  /** Puts it into its place, as `put` does; gives the place of its entry. Once. */
  put(owner: string, path: string, older?: number): Promise<number>;
  /** Takes it away instead. */
  discard(): Promise<void>;
}

/** Looks at `to` (absolute) and opens it for writing. Rejects with an `errno` error where the disk refuses. */
export async function openOutputFolder(
  host: Disk,
  to: string,
  format: Format,
  port: BytesPort,
): Promise<{ readonly ok: true; readonly output: OutputFolder } | RefusedFolder> {
  const listed = await listedIn(host, to);
  if (listed === undefined || listed.every(({ name }) => isJunk(name))) {
    const partial = `${to}.partial`;
    const left = await listedIn(host, partial);
    if (left !== undefined && left.length > 0 && (await readSaveManifest(host, partial))?.finished !== false)
      return { ok: false, why: 'partial-in-use', folder: partial };
    await host.folders.removeFolder(partial);
    return {
      ok: true,
      output: await outputFolderIn(host, {
        folder: partial,
        to,
        replaces: listed !== undefined,
        format,
        before: new Map(),
        port,
      }),
    };
  }
  const manifest = listed.some(({ name }) => name === SAVE_MANIFEST) ? await readSaveManifest(host, to) : undefined;
  if (manifest === undefined) return { ok: false, why: 'in-use', folder: to };
  if (manifest.format !== format) return { ok: false, why: 'other-format', folder: to, format: manifest.format };
  return {
    ok: true,
    output: await outputFolderIn(host, { folder: to, to, replaces: false, format, before: manifest.entries, port }),
  };
}
