// The files of an unzipped export, read from its folder. Links are never followed.
import type { Listed, ReadableDisk } from '../../host/host';
import { BadFile } from './export';
import type { Doubt } from './faults';
import { isLeftOut } from './raw-entries';
import type { Container, RawEntry } from './raw-entries';
import { isConversations } from './export-names';
import type { Limits } from './limits';
import { READ_SIZE } from './hashing-reader';
import { nameLimit, tooLarge } from './zip-source';

type Reach = Pick<ReadableDisk, 'folders' | 'files'>;

/** Lists a folder and those in it, never recursively. Rejects when the folder itself cannot be listed. */
export async function folderContainer(folder: string, host: Reach, limits: Limits): Promise<Container> {
  const found: RawEntry[] = [];
  const doubts: Doubt[] = [];
  let all = 0;
  const waiting = [{ at: folder, inside: '' }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { at, inside } = next;
    const listed: readonly Listed[] | undefined =
      inside === '' ? await host.folders.list(at) : await host.folders.list(at).catch(() => undefined);
    if (listed === undefined) doubts.push({ kind: 'strange', file: inside });
    for (const one of listed ?? []) {
      const path = `${inside}${one.name}`;
      const limit = nameLimit(path, limits);
      if (isLeftOut(one.kind === 'directory' ? `${path}/` : path)) continue;
      if (limit !== undefined) doubts.push({ kind: 'limit', limit, file: path.slice(0, limits.name) });
      else if (one.kind === 'directory') waiting.push({ at: host.files.join(at, one.name), inside: `${path}/` });
      else if (one.kind !== 'file') {
        if (isConversations(one.name)) doubts.push({ kind: 'strange', file: path });
      } else if (found.length >= limits.files) {
        doubts.push({ kind: 'limit', limit: 'files', file: undefined });
        return { entries: found, faults: [], doubts };
      } else {
        all += one.bytes;
        const beyond: Doubt = { kind: 'limit', limit: 'all', file: undefined };
        if (all > limits.all && all - one.bytes <= limits.all) doubts.push(beyond);
        found.push(
          fileEntry({
            host,
            at: host.files.join(at, one.name),
            path,
            listed: one,
            limit: all > limits.all ? beyond : tooLarge({ path, bytes: one.bytes }, limits),
          }),
        );
      }
    }
  }
  return { entries: found, faults: [], doubts };
}

type Place = {
  readonly host: Reach;
  readonly at: string;
  readonly path: string;
  readonly listed: Listed;
  readonly limit: Doubt | undefined;
};

/** A file of a folder, opened when it is read. */
export function fileEntry({ host, at, path, listed, limit }: Place): RawEntry {
  const { bytes, changed } = listed;
  return {
    path,
    bytes,
    changed,
    whole: () => undefined,
    async *chunks() {
      if (limit !== undefined) throw new BadFile(limit);
      const unreadable = new BadFile({ kind: 'unreadable', file: path });
      const file = await host.folders.open(at).catch(() => undefined);
      if (file === undefined) throw unreadable;
      try {
        if (file.bytes !== bytes) throw unreadable;
        for (let from = 0; from < bytes; from += READ_SIZE) {
          const into = new Uint8Array(Math.min(READ_SIZE, bytes - from));
          if ((await file.read(into, from).catch(() => -1)) !== into.length) throw unreadable;
          yield into;
        }
        if (!(await file.isUnchanged().catch(() => false))) throw unreadable;
      } finally {
        await file.close().catch(() => undefined);
      }
    },
    inPlace: () => host.folders.open(at).catch(() => undefined),
  };
}
