// The files of a ZIP, read in place.
import type { BytesPort } from '../../host/bytes';
import type { OpenFile } from '../../host/host';
import { uint16, uint32 } from './bytes';
import { BadFile } from './export';
import type { Doubt } from './faults';
import { isLeftOut, isStrange } from './raw-entries';
import type { Container, RawEntry } from './raw-entries';
import { unpacked, unpackedAtOnce } from './inflate';
import type { Packed } from './inflate';
import type { Limits } from './limits';
import { rangeOf } from './hashing-reader';
import { readDirectory } from './zip-directory';
import type { ZipEntry } from './zip-directory';

/** Whether a file begins as a ZIP does: with an entry, as an empty one, or as a part of several. */
export async function beginsAsZip(file: OpenFile): Promise<boolean> {
  const sign = new Uint8Array(4);
  await file.read(sign, 0);
  return [0x04034b50, 0x06054b50, 0x08074b50].includes(uint32(sign, 0));
}

export type ZipContainer = Container & {
  /** The record at the end is there. */
  readonly hasEnd: boolean;
};

/** Is told of each stored entry that is read in place: nothing else compares its CRC-32. */
export type Watch = (
  range: { readonly from: number; readonly bytes: number; readonly crc: number },
  name: string,
) => void;

/** Reads the directory only. Rejects when the disk does not give it. */
export async function zipContainer(
  file: OpenFile,
  limits: Limits,
  port: BytesPort,
  watch: Watch = () => undefined,
): Promise<ZipContainer> {
  const { hasEnd, entries, faults, doubts } = await readDirectory(file, limits, port);
  const place: Place = { zip: file, watch, port, room: NO_ROOM };
  const found: RawEntry[] = [];
  const more: Doubt[] = [];
  let all = 0;
  for (const entry of entries) {
    if (isLeftOut(entry.path)) continue;
    const limit = nameLimit(entry.path, limits);
    if (limit !== undefined) {
      more.push({ kind: 'limit', limit, file: entry.path.slice(0, limits.name) });
      continue;
    }
    if (isStrange(entry.path)) more.push({ kind: 'strange', file: entry.path });
    all += entry.bytes;
    const isBeyond = all > limits.all;
    if (isBeyond && all - entry.bytes <= limits.all) more.push({ kind: 'limit', limit: 'all', file: undefined });
    found.push(
      new ZipRawEntry(
        place,
        entry,
        isBeyond ? { kind: 'limit', limit: 'all', file: undefined } : tooLarge(entry, limits),
      ),
    );
  }
  return {
    hasEnd,
    entries: found,
    faults,
    doubts: [
      ...doubts.filter((doubt) => !('file' in doubt) || doubt.file === undefined || !isLeftOut(doubt.file)),
      ...more,
    ],
  };
}

/** The limit that a name is over, if any: its length, or the folders it lies in. */
export function nameLimit(path: string, limits: Limits): 'name' | 'depth' | undefined {
  if (path.length > limits.name) return 'name';
  return path.split('/').length - 1 > limits.depth ? 'depth' : undefined;
}

/** The doubt about a file that is larger than is read, if it is. */
export function tooLarge({ path, bytes }: Pick<ZipEntry, 'path' | 'bytes'>, limits: Limits): Doubt | undefined {
  return bytes > limits.file ? { kind: 'limit', limit: 'file', file: path } : undefined;
}

const NO_ROOM = new Uint8Array(0);
/** `room`: memory for packed bytes that are read at once, one piece for all entries. */
type Place = { readonly zip: OpenFile; readonly watch: Watch; readonly port: BytesPort; room: Uint8Array };

/** A class, since there may be tens of thousands: closures would take three times as much memory as the rest of an entry. */
class ZipRawEntry implements RawEntry {
  constructor(
    private readonly place: Place,
    private readonly entry: ZipEntry,
    private readonly limit: Doubt | undefined,
  ) {}

  get path(): string {
    return this.entry.path;
  }

  get bytes(): number {
    return this.entry.bytes;
  }

  get changed(): Date | undefined {
    return this.entry.changed;
  }

  whole(): Uint8Array | undefined {
    const { entry, limit, place } = this;
    if (place.zip.readNow === undefined || entry.bytes > MOST_AT_ONCE || entry.packed > MOST_AT_ONCE) return undefined;
    if (limit !== undefined) throw new BadFile(limit);
    return unpackedAtOnce(packedAtOnce(place, entry), packedFacts(entry, 0), place.port);
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    const { entry, limit, place } = this;
    if (limit !== undefined) throw new BadFile(limit);
    const from = await bytesFrom(place, entry);
    yield* unpacked(place.zip, packedFacts(entry, from), place.port);
  }

  async inPlace(): Promise<OpenFile | 'packed' | undefined> {
    const { path, bytes, packed, crc, method } = this.entry;
    const { zip, watch } = this.place;
    if (method === DEFLATED) return 'packed';
    const from = await bytesFrom(this.place, this.entry).catch(() => undefined);
    if (from === undefined || packed !== bytes) return undefined;
    watch({ from, bytes, crc }, path);
    return rangeOf(zip, from, bytes);
  }
}

const [STORED, DEFLATED] = [0, 8];

/** Up to here, in bytes, a file is read and inflated at once. */
const MOST_AT_ONCE = 16 * 1024 * 1024;
/** Bytes between the header of an entry and its bytes that are read along: more are rare. */
const MOST_EXTRA = 256;

function packedFacts({ path, packed, method, bytes, crc }: ZipEntry, from: number): Packed {
  return { file: path, from, packed, isDeflated: method === DEFLATED, bytes, crc };
}

/** Where the bytes of an entry begin: after its own header, which has to say what the directory says. */
async function bytesFrom({ zip, port }: Place, entry: ZipEntry): Promise<number> {
  refuseUnreadable(zip, entry);
  const { path: file, header, nameLength } = entry;
  const own = new Uint8Array(30 + nameLength);
  if ((await zip.read(own, header).catch(() => -1)) !== own.length) throw new BadFile({ kind: 'unreadable', file });
  return header + bytesBehind(own, entry, port);
}

/** The packed bytes of an entry, in memory that the next call overwrites. The header is read along with them. */
function packedAtOnce(place: Place, entry: ZipEntry): Uint8Array {
  const { zip, port } = place;
  refuseUnreadable(zip, entry);
  const { path: file, header, nameLength, packed } = entry;
  const read = (at: number, wanted: number): Uint8Array => {
    if (place.room.length < wanted) place.room = new Uint8Array(wanted);
    const into = place.room.subarray(0, wanted);
    let came = -1;
    try {
      came = zip.readNow?.(into, at) ?? -1;
    } catch {
      // It came to nothing, which is said below.
    }
    if (came !== wanted) throw new BadFile({ kind: 'unreadable', file });
    return into;
  };
  const all = read(header, Math.min(30 + nameLength + MOST_EXTRA + packed, zip.bytes - header));
  const start = bytesBehind(all.subarray(0, 30 + nameLength), entry, port);
  return start + packed <= all.length ? all.subarray(start, start + packed) : read(header + start, packed);
}

function refuseUnreadable(zip: OpenFile, entry: ZipEntry): void {
  const { path: file, header, nameLength, packed } = entry;
  if (entry.isLocked || (entry.method !== STORED && entry.method !== DEFLATED))
    throw new BadFile({ kind: 'locked', file });
  if (entry.overlaps) throw new BadFile({ kind: 'overlap', file });
  if (header + 30 + nameLength + packed > zip.bytes) throw new BadFile({ kind: 'zip-cut' });
}

/** How far behind the beginning of its header the bytes of an entry lie. `own`: the header with its name. */
function bytesBehind(own: Uint8Array, entry: ZipEntry, port: BytesPort): number {
  const start = own.length + uint16(own, 28);
  const wrong =
    contradiction(own, entry, port) ?? (entry.header + start + entry.packed > entry.ceiling ? 'bytes' : undefined);
  if (wrong !== undefined)
    throw new BadFile({ kind: 'zip-broken', detail: `the directory and the entry differ in ${wrong}: ${entry.path}` });
  return start;
}

/** Sizes and CRC-32 may be left to what follows the bytes, and sizes to a 64-bit field; the rest has to agree. */
function contradiction(own: Uint8Array, entry: ZipEntry, port: BytesPort): string | undefined {
  if (uint32(own, 0) !== 0x04034b50) return 'place';
  if (uint16(own, 26) !== entry.nameLength || port.crc32(own.subarray(30)) !== entry.nameCrc) return 'name';
  if (uint16(own, 8) !== entry.method) return 'method';
  const flags = uint16(own, 6);
  if ((flags & 1) !== 0) return 'encryption';
  if ((flags & 8) !== 0) return undefined;
  const differs = (stated: number, known: number): boolean => stated !== 0xffffffff && stated !== known;
  if (uint32(own, 14) !== entry.crc) return 'CRC-32';
  return differs(uint32(own, 18), entry.packed) || differs(uint32(own, 22), entry.bytes) ? 'size' : undefined;
}
