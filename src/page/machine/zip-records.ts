// The records of a ZIP's directory, with the refusals and the sentences of the library that Node's port takes (yauzl, MIT).
import type { BytesPort, ZipRecord, ZipRecords } from '../../host/bytes';
import type { OpenFile } from '../../host/host';
import { changedOn, fieldsOf, nameIn, Refused, uint16, uint32, uint64 } from './zip-fields';
import type { Field } from './zip-fields';

const [END, END_64, LOCATOR_64, RECORD] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50];
/** Sizes, in bytes, of the fixed parts of the three, and of a record; the longest comment. */
const SIZE = { end: 22, end64: 56, locator64: 20, record: 46, comment: 0xffff } as const;

/** See `BytesPort`. */
export const zipRecords: BytesPort['zipRecords'] = async (file) => {
  try {
    const { start, count } = await endOf(file);
    return { start, count, read: (at, left) => recordsFrom(file, at, left) };
  } catch (error) {
    if (error instanceof Refused) return { detail: error.message };
    throw error;
  }
};

async function piece(file: OpenFile, at: number, length: number): Promise<Uint8Array> {
  if (at < 0 || at + length > file.bytes) throw new Refused('unexpected EOF');
  const bytes = new Uint8Array(length);
  const came = file.readNow === undefined ? await file.read(bytes, at) : file.readNow(bytes, at);
  if (came < length) throw new Refused('unexpected EOF');
  return bytes;
}

/** Searches the end of the file backwards for the record that every whole ZIP ends with. */
async function endOf(file: OpenFile): Promise<Pick<ZipRecords, 'start' | 'count'>> {
  const length = Math.min(SIZE.locator64 + SIZE.end + SIZE.comment, file.bytes);
  const tail = await piece(file, file.bytes - length, length);
  for (let at = length - SIZE.end; at >= 0; at -= 1) {
    if (uint32(tail, at) !== END) continue;
    const comment = length - at - SIZE.end;
    const stated = uint16(tail, at + 20);
    if (stated !== comment)
      throw new Refused(
        `Invalid comment length. Expected: ${comment}. Found: ${stated}. Are there extra bytes at the end of the file? Or is the end of central dir signature \`PK☺☻\` in the comment?`,
      );
    const locator = at - SIZE.locator64;
    if (locator >= 0 && uint32(tail, locator) === LOCATOR_64) return end64Of(file, uint64(tail, locator + 8));
    refuseSeveral(uint16(tail, at + 4));
    return { start: uint32(tail, at + 16), count: uint16(tail, at + 10) };
  }
  throw new Refused(
    'End of central directory record signature not found. Either not a zip file, or file is truncated.',
  );
}

async function end64Of(file: OpenFile, place: number): Promise<Pick<ZipRecords, 'start' | 'count'>> {
  const end = await piece(file, place, SIZE.end64);
  if (uint32(end, 0) !== END_64) throw new Refused('invalid zip64 end of central directory record signature');
  refuseSeveral(uint32(end, 16));
  return { start: uint64(end, 48), count: uint64(end, 32) };
}

function refuseSeveral(disk: number): void {
  if (disk !== 0) throw new Refused(`multi-disk zip files are not supported: found disk number: ${disk}`);
}

async function* recordsFrom(file: OpenFile, from: number, left: number): ReturnType<ZipRecords['read']> {
  let at = from;
  try {
    for (let number = 0; number < left; number += 1) {
      const record = await recordAt(file, at);
      at = record.next;
      yield record;
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield { kind: 'broken', detail: error.message };
  }
}

async function recordAt(file: OpenFile, at: number): Promise<ZipRecord> {
  const fixed = await piece(file, at, SIZE.record);
  const sign = uint32(fixed, 0);
  if (sign !== RECORD) throw new Refused(`invalid central directory file header signature: 0x${sign.toString(16)}`);
  const flags = uint16(fixed, 8);
  if ((flags & 0x40) !== 0) throw new Refused('strong encryption is not supported');
  const lengths = { name: uint16(fixed, 28), fields: uint16(fixed, 30), comment: uint16(fixed, 32) };
  const behind = await piece(file, at + SIZE.record, lengths.name + lengths.fields + lengths.comment);
  const rawName = behind.subarray(0, lengths.name);
  const fields = fieldsOf(behind.subarray(lengths.name, lengths.name + lengths.fields));
  const { bytes, packed, header } = sizesIn(fixed, fields);
  return {
    kind: 'record',
    name: nameIn(flags, rawName, fields),
    rawName,
    madeBy: uint16(fixed, 4),
    attributes: uint32(fixed, 38),
    header,
    packed,
    bytes,
    crc: uint32(fixed, 16),
    method: uint16(fixed, 10),
    isLocked: (flags & 1) !== 0,
    changed: changedOn(uint16(fixed, 14), uint16(fixed, 12), fields),
    next: at + SIZE.record + behind.length,
  };
}

/** Sizes and place; those that do not fit into 32 bits stand in a field of their own, in this order. */
function sizesIn(fixed: Uint8Array, fields: readonly Field[]): Pick<ZipRecord, 'bytes' | 'packed' | 'header'> {
  const wide = fields.find(({ id }) => id === 0x0001)?.data;
  let at = 0;
  const size = (place: number, what: string): number => {
    const short = uint32(fixed, place);
    if (short !== 0xffffffff || wide === undefined) return short;
    if (at + 8 > wide.length) throw new Refused(`zip64 extended information extra field does not include ${what}`);
    at += 8;
    return uint64(wide, at - 8);
  };
  const bytes = size(24, 'uncompressed size');
  const packed = size(20, 'compressed size');
  return { bytes, packed, header: size(42, 'relative header offset') };
}
