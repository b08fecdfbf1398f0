// Reads the directory of a ZIP: where each entry lies, what is stated of it, and whether the statements are possible.
import type { BytesPort, ZipRecord } from '../../host/bytes';
import type { OpenFile } from '../../host/host';
import { textOfBytes, uint16, uint32 } from './bytes';
import type { Doubt, Fault } from './faults';
import type { Limits } from './limits';

/** One entry, folders left out. Sizes and places are bytes, from outside, and may lie. */
export type ZipEntry = {
  /** With `/` between folders. */
  readonly path: string;
  /** Bytes of the name as it is written, to compare it with the entry's own header. */
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
export async function readDirectory(file: OpenFile, limits: Limits, port: BytesPort): Promise<Directory> {
  const entries: ZipEntry[] = [];
  const faults: Fault[] = [];
  const doubts: Doubt[] = [];
  const dates = new Map<number, Date>();
  const records = await port.zipRecords(file);
  if ('detail' in records) {
    const hasEnd = !records.detail.startsWith('End of central directory record signature not found');
    return {
      hasEnd,
      entries,
      faults: [hasEnd ? { kind: 'zip-broken', detail: records.detail } : { kind: 'zip-cut' }],
      doubts,
    };
  }
  const { start } = records;
  let cursor = start;
  let left = records.count;
  while (left > 0 && faults.length === 0) {
    for await (const record of records.read(cursor, left)) {
      if (record.kind === 'broken') {
        const { detail } = record;
        const skipped =
          detail === 'strong encryption is not supported' ? await lockedAt(file, cursor, port) : undefined;
        if (skipped === undefined) faults.push({ kind: 'zip-broken', detail });
        else {
          entries.push(skipped.entry);
          [cursor, left] = [skipped.end, left - 1];
        }
        break;
      }
      if (entries.length >= limits.files) {
        doubts.push({ kind: 'limit', limit: 'files', file: undefined });
        return { hasEnd: true, ...placed(entries, start, file.bytes, faults), doubts };
      }
      [cursor, left] = [record.next, left - 1];
      const strange = strangenessOf(record);
      const path = pathOf(record);
      if (strange === 'folder') continue;
      if (strange === 'no-file') doubts.push({ kind: 'strange', file: path });
      else entries.push(entryOf(record, path, dates, port));
    }
  }
  // A number of entries that is too small would hide the rest of them.
  if (faults.length === 0 && !(await directoryEndsAt(file, cursor)))
    faults.push({ kind: 'zip-broken', detail: 'the directory does not end after its last entry' });
  return { hasEnd: true, ...placed(entries, start, file.bytes, faults), doubts };
}

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

function entryOf(record: ZipRecord, path: string, dates: Map<number, Date>, port: BytesPort): ZipEntry {
  const { rawName, header, packed, bytes, crc, method, isLocked, changed } = record;
  return {
    path,
    nameLength: rawName.length,
    nameCrc: port.crc32(rawName),
    header,
    ceiling: 0,
    packed,
    bytes,
    crc,
    method,
    isLocked,
    overlaps: false,
    changed: shared(changed, dates),
  };
}

/** Windows tools of old wrote backslashes between folders; elsewhere one is a part of a name. */
function pathOf({ name, madeBy }: ZipRecord): string {
  return [0, 10, 11].includes(madeBy >> 8) ? name.replaceAll('\\', '/') : name;
}

/** By the file type that Unix tools write into the upper half of the attributes: links, devices, pipes are no files. */
function strangenessOf({ attributes, rawName, madeBy, bytes }: ZipRecord): 'folder' | 'no-file' | undefined {
  const type = (attributes >>> 16) & 0xf000;
  if (type !== 0 && type !== 0x8000 && type !== 0x4000) return 'no-file';
  const last = rawName.at(-1);
  const isFolder = last === 0x2f || type === 0x4000 || (last === 0x5c && madeBy >> 8 === 0);
  return isFolder ? (bytes === 0 ? 'folder' : 'no-file') : undefined;
}

/** An export is packed in a few seconds: thousands of entries have one date, and need one object. */
function shared(date: Date | undefined, dates: Map<number, Date>): Date | undefined {
  if (date === undefined) return undefined;
  const known = dates.get(date.getTime());
  if (known === undefined && dates.size < 10_000) dates.set(date.getTime(), date);
  return known ?? date;
}

/** An entry that the library will not read at all, since even its facts may be encrypted. */
async function lockedAt(
  file: OpenFile,
  at: number,
  port: BytesPort,
): Promise<{ readonly entry: ZipEntry; readonly end: number }> {
  const record = new Uint8Array(46 + 0xffff);
  await file.read(record, at);
  const nameLength = uint16(record, 28);
  const raw = record.subarray(46, 46 + nameLength);
  const [packed, bytes, header] = [uint32(record, 20), uint32(record, 24), uint32(record, 42)];
  const entry: ZipEntry = {
    path: textOfBytes(raw),
    nameLength,
    nameCrc: port.crc32(raw),
    header,
    ceiling: 0,
    packed,
    bytes,
    crc: 0,
    method: uint16(record, 10),
    isLocked: true,
    overlaps: false,
    changed: undefined,
  };
  return { entry, end: at + 46 + nameLength + uint16(record, 30) + uint16(record, 32) };
}

/** One of the records that may follow the last entry: the end, its 64-bit form, or a signature. */
async function directoryEndsAt(file: OpenFile, at: number): Promise<boolean> {
  const sign = new Uint8Array(4);
  await file.read(sign, at);
  return [0x06054b50, 0x06064b50, 0x05054b50].includes(uint32(sign, 0));
}
