// Reads the directory of a ZIP: where each entry lies and what is said of it, and whether that can be.
import { RandomAccessReader, ZipFile, fromRandomAccessReaderPromise, getFileNameLowLevel } from 'yauzl';
import type { Entry } from 'yauzl';
import { crc32 } from 'node:zlib';
import type { OpenFile } from '../../host/host';
import type { Doubt, Fault } from './faults';
import type { Limits } from './limits';

/** One entry, folders left out. Sizes and places are bytes, from outside, and may lie. */
export type ZipEntry = {
  /** With `/` between folders. */
  readonly path: string;
  /** Of the name as it is written, to compare it with the entry's own header. */
  readonly nameLength: number;
  readonly nameCrc: number;
  /** Where its own header begins, and where whatever comes next in the ZIP does. */
  readonly header: number;
  readonly ceiling: number;
  readonly packed: number;
  readonly bytes: number;
  readonly crc: number;
  readonly method: number;
  readonly isLocked: boolean;
  /** Shares its bytes with another one. */
  readonly overlaps: boolean;
  readonly changed: Date | undefined;
};

/** `hasEnd`: the record at the end of every whole ZIP is there. Entries stand in the order in which they lie in the ZIP. */
export type Directory = {
  readonly hasEnd: boolean;
  readonly entries: readonly ZipEntry[];
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
};

/** Never rejects for what is written in the file, only when it cannot be read. */
export async function readDirectory(file: OpenFile, limits: Limits): Promise<Directory> {
  const entries: ZipEntry[] = [];
  const faults: Fault[] = [];
  const doubts: Doubt[] = [];
  const dates = new Map<number, Date>();
  const reading = new FileReader(file);
  const opened = await fromRandomAccessReaderPromise(reading, file.bytes, OPTIONS).catch((error: unknown) => ({
    detail: reading.saidBy(error),
  }));
  if ('detail' in opened) {
    const hasEnd = !opened.detail.startsWith('End of central directory record signature not found');
    return {
      hasEnd,
      entries,
      faults: [hasEnd ? { kind: 'zip-broken', detail: opened.detail } : { kind: 'zip-cut' }],
      doubts,
    };
  }
  const start = Number(opened.readEntryCursor);
  let cursor = start;
  let left = opened.entryCount;
  while (left > 0 && faults.length === 0) {
    // A reader of its own: each adds its listeners.
    const own = new FileReader(file);
    const zip = new ZipFile(own, cursor, file.bytes, left, '', false, true, false, false);
    try {
      for await (const entry of zip.eachEntry()) {
        if (entries.length >= limits.files) {
          doubts.push({ kind: 'limit', limit: 'files', file: undefined });
          return { hasEnd: true, ...placed(entries, start, file.bytes, faults), doubts };
        }
        [cursor, left] = [Number(zip.readEntryCursor), left - 1];
        const strange = strangenessOf(entry);
        const path = pathOf(entry);
        if (strange === 'folder') continue;
        if (strange === 'no-file') doubts.push({ kind: 'strange', file: path });
        else entries.push(entryOf(entry, path, dates));
      }
    } catch (error) {
      const detail = own.saidBy(error);
      const skipped = detail === 'strong encryption is not supported' ? await lockedAt(file, cursor) : undefined;
      if (skipped === undefined) faults.push({ kind: 'zip-broken', detail });
      else {
        entries.push(skipped.entry);
        [cursor, left] = [skipped.end, left - 1];
      }
    }
  }
  // A number of entries that is too small would hide the rest of them.
  if (faults.length === 0 && !(await directoryEndsAt(file, cursor)))
    faults.push({ kind: 'zip-broken', detail: 'the directory does not end after its last entry' });
  return { hasEnd: true, ...placed(entries, start, file.bytes, faults), doubts };
}

const OPTIONS = { autoClose: false, lazyEntries: true, decodeStrings: false, validateEntrySizes: false };

/** Sorts the entries by place and finds those that cannot lie where they say. Only the first hundred are named. */
function placed(
  found: readonly ZipEntry[],
  directory: number,
  size: number,
  before: readonly Fault[],
): { readonly entries: readonly ZipEntry[]; readonly faults: readonly Fault[] } {
  const faults = [...before];
  const sorted = [...found].sort((one, other) => one.header - other.header);
  if (sorted.some((one) => leastEnd(one) > size)) faults.push({ kind: 'zip-cut' });
  let reached = 0;
  const entries = sorted.map((one, index): ZipEntry => {
    const end = leastEnd(one);
    const ceiling = sorted[index + 1]?.header ?? directory;
    const overlaps = one.header < reached || (end > directory && end <= size);
    reached = Math.max(reached, end);
    if (overlaps && faults.length < 100) faults.push({ kind: 'overlap', file: one.path });
    return { ...one, ceiling, overlaps };
  });
  return { entries, faults };
}

function leastEnd({ header, nameLength, packed }: ZipEntry): number {
  return header + 30 + nameLength + packed;
}

function entryOf(entry: Entry, path: string, dates: Map<number, Date>): ZipEntry {
  const raw = entry.fileNameRaw;
  return {
    path,
    nameLength: raw.length,
    nameCrc: crc32(raw),
    header: entry.relativeOffsetOfLocalHeader,
    ceiling: 0,
    packed: entry.compressedSize,
    bytes: entry.uncompressedSize,
    crc: entry.crc32,
    method: entry.compressionMethod,
    isLocked: entry.isEncrypted(),
    overlaps: false,
    changed: shared(changedOn(entry), dates),
  };
}

/** Windows tools of old wrote backslashes between folders; elsewhere one is a part of a name. */
function pathOf(entry: Entry): string {
  const path = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  return [0, 10, 11].includes(entry.versionMadeBy >> 8) ? path.replaceAll('\\', '/') : path;
}

/** By the file type that Unix tools write into the upper half of the attributes: links, devices, pipes are no files. */
function strangenessOf(entry: Entry): 'folder' | 'no-file' | undefined {
  const type = (entry.externalFileAttributes >>> 16) & 0xf000;
  if (type !== 0 && type !== 0x8000 && type !== 0x4000) return 'no-file';
  const last = entry.fileNameRaw.at(-1);
  const isFolder = last === 0x2f || type === 0x4000 || (last === 0x5c && entry.versionMadeBy >> 8 === 0);
  return isFolder ? (entry.uncompressedSize === 0 ? 'folder' : 'no-file') : undefined;
}

function changedOn(entry: Entry): Date | undefined {
  const isKnown = entry.lastModFileDate !== 0 || entry.extraFields.some(({ id }) => id === 0x5455 || id === 0x000a);
  const date = isKnown ? entry.getLastModDate() : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? undefined : date;
}

/** An export is packed in a few seconds: thousands of entries have one date, and need one object. */
function shared(date: Date | undefined, dates: Map<number, Date>): Date | undefined {
  if (date === undefined) return undefined;
  const known = dates.get(date.getTime());
  if (known === undefined && dates.size < 10_000) dates.set(date.getTime(), date);
  return known ?? date;
}

/** An entry that the library will not read at all, since even its facts may be encrypted. */
async function lockedAt(file: OpenFile, at: number): Promise<{ readonly entry: ZipEntry; readonly end: number }> {
  const record = Buffer.alloc(46 + 0xffff);
  await file.read(record, at);
  const nameLength = record.readUInt16LE(28);
  const raw = record.subarray(46, 46 + nameLength);
  const [packed, bytes, header] = [record.readUInt32LE(20), record.readUInt32LE(24), record.readUInt32LE(42)];
  const entry: ZipEntry = {
    path: raw.toString('utf8'),
    nameLength,
    nameCrc: crc32(raw),
    header,
    ceiling: 0,
    packed,
    bytes,
    crc: 0,
    method: record.readUInt16LE(10),
    isLocked: true,
    overlaps: false,
    changed: undefined,
  };
  return { entry, end: at + 46 + nameLength + record.readUInt16LE(30) + record.readUInt16LE(32) };
}

/** One of the records that may follow the last entry: the end, its 64-bit form, or a signature. */
async function directoryEndsAt(file: OpenFile, at: number): Promise<boolean> {
  const sign = Buffer.alloc(4);
  await file.read(sign, at);
  return [0x06054b50, 0x06064b50, 0x05054b50].includes(sign.readUInt32LE(0));
}

/** Gives the library the bytes of the file; what the disk says is kept apart from what the library says. */
class FileReader extends RandomAccessReader {
  private disk: unknown;

  constructor(private readonly file: OpenFile) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, came?: number) => void,
  ): void {
    if (position < 0 || position + length > this.file.bytes) return callback(new Error('unexpected EOF'));
    this.file.read(buffer.subarray(offset, offset + length), position).then(
      (came) => callback(null, came),
      (error: unknown) => {
        this.disk = error;
        callback(new Error('unreadable'));
      },
    );
  }

  /** The library's own sentence; what the disk said is thrown on. */
  saidBy(error: unknown): string {
    if (this.disk !== undefined) throw this.disk;
    return error instanceof Error ? error.message : String(error);
  }
}
