// The output folder of a save: a new one is filled as `FOLDER.partial` and renamed when it is whole, an earlier one is brought up to date.
import type { BytesPort } from '../../host/bytes';
import { joined } from '../container/bytes';
import { isJunk } from '../container/junk-files';
import { newEntryLog } from './entry-log';
import { listedIn, manifestBytes, swept } from './output-files';
import type { Disk } from './output-files';
import { SAVE_MANIFEST, hashOf, hashOfFile, headLine, readSaveManifest, shortHash } from './save-manifest';
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
type Pieces = () => Iterable<Uint8Array>;

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
  /** Conversations that stand in the folder now, newest first: also those that only an earlier save wrote. */
  listed(): Iterable<Entry>;
  /** Writes the manifest; a new folder is moved to its place. */
  finish(): Promise<void>;
  /** Writes the manifest and leaves the folder where it is: for a run that was stopped. */
  abandon(): Promise<void>;
  /** Takes a new folder away again, when there was nothing to put into it. */
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

/** What fits into memory without a thought, in bytes. */
const SMALL = 1024 * 1024;
const NO_BYTES = new Uint8Array(0);

async function* oneByOne(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** `before`: what an earlier save wrote; entries go from it when this run writes theirs anew. */
type Plan = {
  readonly port: BytesPort;
  readonly folder: string;
  readonly to: string;
  readonly replaces: boolean;
  readonly format: Format;
  readonly before: Map<string, Entry>;
};

async function outputFolderIn(host: Disk, { folder, to, replaces, format, before, port }: Plan): Promise<OutputFolder> {
  const { folders, files } = host;
  const at = (path: string): string => files.join(folder, ...path.split('/'));
  const isUpdate = folder === to;
  const log = newEntryLog();
  await folders.makeFolder(folder);
  const writeManifest = (finished: boolean): Promise<void> =>
    folders.writeWhole(
      files.join(folder, SAVE_MANIFEST),
      manifestBytes(headLine({ format, finished }), before, log.lines()),
    );
  if (!isUpdate) await writeManifest(false);
  /** Paths that are there from an earlier save. A new folder has none. */
  const there = isUpdate ? await swept(host, folder) : new Set<string>();
  const made = new Set<string>();
  const edited: string[] = [];
  const counts = { written: 0, unchanged: 0 };
  let asides = 0;

  /** Whether to write: not when it is there already, and not over what a person changed. */
  const mayWrite = async (path: string, hash: string, old: Entry | undefined): Promise<'yes' | 'same' | 'edited'> => {
    if (!there.has(path)) return 'yes';
    if (old?.path === path && old.hash === hash) return 'same';
    const found = await hashOfFile(host, port, at(path));
    return found === hash ? 'same' : found === old?.hash ? 'yes' : 'edited';
  };
  /** A conversation with a new title, or an older copy of one: the file under the other name would be a double. */
  const clear = async (path: string, old: Entry | undefined): Promise<void> => {
    if (old === undefined || old.path === path) return;
    if (isUpdate && !there.delete(old.path)) return;
    if ((await hashOfFile(host, port, at(old.path))) === old.hash) await folders.removeFile(at(old.path));
    else edited.push(old.path);
  };
  const settle = async (
    owner: string,
    entry: Entry,
    older: number | undefined,
    write: (path: string) => Promise<void>,
  ): Promise<number> => {
    const { path } = entry;
    const inside = path.slice(0, Math.max(0, path.indexOf('/')));
    if (inside !== '' && !made.has(inside)) {
      await folders.makeFolder(at(inside));
      made.add(inside);
    }
    const old = older === undefined ? before.get(owner) : log.at(older);
    const may = await mayWrite(path, entry.hash, old);
    if (may === 'yes') {
      await write(at(path));
      if (isUpdate) there.add(path);
      counts.written += 1;
    } else {
      counts.unchanged += 1;
    }
    if (may === 'edited') edited.push(path);
    await clear(path, old);
    if (older !== undefined) log.drop(older);
    before.delete(owner);
    // What a person edited stays known as ours was, so that it is left alone again next time.
    return log.add(owner, may === 'edited' ? { ...entry, hash: old?.hash ?? entry.hash } : entry);
  };

  return {
    folder,
    isUpdate,
    edited,
    counts,
    put(owner, entry, content, older) {
      if (content instanceof Uint8Array)
        return settle(owner, { ...entry, hash: hashOf(content, port) }, older, (path) =>
          folders.writeWhole(path, content),
        );
      const hash = port.sha256();
      for (const piece of content()) hash.update(piece);
      return settle(owner, { ...entry, hash: shortHash(hash) }, older, (path) =>
        folders.writeWhole(path, oneByOne(content())),
      );
    },
    async putStream(owner, pathOf, bytes, content, older) {
      const hash = port.sha256();
      let first: Uint8Array | undefined;
      const hashed = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of content) {
          first ??= piece.slice(0, 64);
          hash.update(piece);
          yield piece;
        }
      };
      if (bytes <= SMALL) {
        const pieces: Uint8Array[] = [];
        for await (const piece of hashed()) pieces.push(piece);
        const path = pathOf(first ?? NO_BYTES);
        const whole = pieces.length === 1 ? pieces[0] : undefined;
        const place = await settle(owner, { path, hash: shortHash(hash) }, older, (target) =>
          folders.writeWhole(target, whole ?? joined(pieces)),
        );
        return { path, place };
      }
      asides += 1;
      const aside = at(`.quitgpt-aside-${asides}`);
      await folders.writeWhole(aside, hashed());
      const path = pathOf(first ?? NO_BYTES);
      let isMoved = false;
      const place = await settle(owner, { path, hash: shortHash(hash) }, older, async (target) => {
        await folders.rename(aside, target);
        isMoved = true;
      });
      if (!isMoved) await folders.removeFile(aside);
      return { path, place };
    },
    *listed() {
      const { places, created } = log.conversations();
      const earlier = [...before].flatMap(([owner, entry]) => (owner.startsWith('c:') ? [entry] : []));
      const order = Array.from({ length: places.length + earlier.length }, (_, index) => index);
      const when = (index: number): number => created[index] ?? earlier[index - places.length]?.created ?? 0;
      for (const index of order.sort((one, other) => when(other) - when(one))) {
        const place = places[index];
        const entry = place === undefined ? earlier[index - places.length] : log.at(place);
        if (entry !== undefined) yield entry;
      }
    },
    async finish() {
      await writeManifest(true);
      if (isUpdate) return;
      // A folder that only looks empty: most systems move over it, Windows does not.
      if (replaces) await folders.removeFolder(to);
      await folders.rename(folder, to);
    },
    abandon: () => writeManifest(isUpdate),
    discard: async () => (isUpdate ? undefined : folders.removeFolder(folder)),
  };
}
