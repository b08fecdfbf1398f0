// Writes the files of a save into a folder that was opened for it.
import type { BytesPort } from '../../host/bytes';
import { joined } from '../container/bytes';
import { newEntryLog } from './entry-log';
import { manifestBytes, swept } from './output-files';
import type { Disk } from './output-files';
import type { OutputFolder, Staged } from './output-folder';
import { SAVE_MANIFEST, hashOf, hashOfFile, headLine, shortHash } from './save-manifest';
import type { Entry } from './save-entry';
import type { Format } from './save-manifest';

/** What fits into memory without a thought, in bytes. */
const SMALL = 1024 * 1024;
const NO_BYTES = new Uint8Array(0);

async function* oneByOne(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** `before`: what an earlier save wrote; entries go from it when this run writes theirs anew. */
export type Plan = {
  readonly port: BytesPort;
  readonly folder: string;
  readonly to: string;
  readonly replaces: boolean;
  readonly format: Format;
  readonly before: Map<string, Entry>;
};

export async function outputFolderIn(
  host: Disk,
  { folder, to, replaces, format, before, port }: Plan,
): Promise<OutputFolder> {
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

  const stage = async (content: AsyncIterable<Uint8Array>): Promise<Staged> => {
    asides += 1;
    const aside = at(`.quitgpt-aside-${asides}`);
    const hash = port.sha256();
    const hashed = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of content) {
        hash.update(piece);
        yield piece;
      }
    };
    await folders.writeWhole(aside, hashed());
    return {
      file: aside,
      async put(owner, path, older) {
        let isMoved = false;
        const place = await settle(owner, { path, hash: shortHash(hash) }, older, async (target) => {
          await folders.rename(aside, target);
          isMoved = true;
        });
        if (!isMoved) await folders.removeFile(aside);
        return place;
      },
      discard: () => folders.removeFile(aside),
    };
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
      let first: Uint8Array | undefined;
      const hashed = async function* (): AsyncGenerator<Uint8Array> {
        for await (const piece of content) {
          first ??= piece.slice(0, 64);
          yield piece;
        }
      };
      if (bytes <= SMALL) {
        const pieces: Uint8Array[] = [];
        for await (const piece of hashed()) pieces.push(piece);
        const path = pathOf(first ?? NO_BYTES);
        const whole = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : joined(pieces);
        const place = await settle(owner, { path, hash: hashOf(whole, port) }, older, (target) =>
          folders.writeWhole(target, whole),
        );
        return { path, place };
      }
      const staged = await stage(hashed());
      const path = pathOf(first ?? NO_BYTES);
      return { path, place: await staged.put(owner, path, older) };
    },
    stage,
    earlier: (prefix) =>
      [...before].flatMap(([owner, { path }]) => (owner.startsWith(prefix) && there.has(path) ? [path] : [])),
    async dropEarlier(prefix) {
      for (const [owner, old] of before) {
        if (!owner.startsWith(prefix)) continue;
        before.delete(owner);
        if (!there.delete(old.path)) continue;
        if ((await hashOfFile(host, port, at(old.path))) === old.hash) await folders.removeFile(at(old.path));
        else edited.push(old.path);
      }
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
