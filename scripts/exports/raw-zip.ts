// Writes small ZIPs byte by byte, so that they can lie: about checks, sizes, places, names and kinds of entries.
import { crc32, deflateRawSync } from 'node:zlib';

export type RawEntry = {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Stored instead of deflated. */
  readonly stored?: boolean;
  /** Sizes stand in ZIP64 fields, as for entries past 4 GiB. */
  readonly zip64?: boolean;
  /** Check and sizes stand behind the bytes, as writers of streams do it. */
  readonly streamed?: boolean;
  readonly lie?: {
    readonly crc?: number;
    /** Size when inflated, as stated. */
    readonly size?: number;
    readonly method?: number;
    /** More bits of the flags: 1 is "encrypted". */
    readonly flags?: number;
    /** Unix mode: 0o120777 is a link. */
    readonly mode?: number;
    /** The bytes in the ZIP instead of those that were deflated. */
    readonly packed?: Uint8Array;
    /** How many bytes the directory says they are. */
    readonly packedSize?: number;
    /** Another name before the bytes than in the directory. */
    readonly localPath?: string;
    /** Points at the bytes of this entry before it instead of its own. */
    readonly sameBytesAs?: string;
  };
};

/** `zip64`: the end of the directory in its long form, as past 65,535 entries (which it then has without being asked). */
export function rawZip(
  entries: readonly RawEntry[],
  { zip64 = false, comment = '' }: { readonly zip64?: boolean; readonly comment?: string } = {},
): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  const places = new Map<string, number>();
  let at = 0;
  const put = (...buffers: readonly Buffer[]): void => {
    for (const one of buffers) {
      parts.push(one);
      at += one.length;
    }
  };
  for (const entry of entries) {
    const { path, bytes, stored = false, lie = {} } = entry;
    const packed = Buffer.from(lie.packed ?? (stored ? bytes : deflateRawSync(bytes)));
    const facts: Facts = {
      method: lie.method ?? (stored ? 0 : 8),
      flags: 0x800 | (lie.flags ?? 0) | (entry.streamed === true ? 8 : 0),
      crc: lie.crc ?? crc32(bytes),
      packed: lie.packedSize ?? packed.length,
      size: lie.size ?? bytes.length,
      zip64: entry.zip64 === true,
    };
    const place = places.get(lie.sameBytesAs ?? '') ?? at;
    if (place === at) {
      places.set(path, at);
      put(local(lie.localPath ?? path, facts), packed);
      if (entry.streamed === true) put(descriptor(facts));
    }
    directory.push(central(path, facts, place, lie.mode ?? (path.endsWith('/') ? 0o40755 : 0o100644)));
  }
  const start = at;
  put(...directory);
  const size = at - start;
  if (zip64 || entries.length > 0xffff) put(...longEnd(entries.length, size, start, at));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  for (const place of [8, 10]) end.writeUInt16LE(Math.min(zip64 ? 0xffff : entries.length, 0xffff), place);
  end.writeUInt32LE(zip64 ? 0xffffffff : size, 12);
  end.writeUInt32LE(zip64 ? 0xffffffff : start, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  put(end, Buffer.from(comment));
  return Buffer.concat(parts);
}

type Facts = {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly zip64: boolean;
};

/** 1 August 2026, noon. */
const [TIME, DAY] = [12 << 11, ((2026 - 1980) << 9) | (8 << 5) | 1];

function local(path: string, facts: Facts): Buffer {
  const { method, crc, packed, size } = facts;
  const isLater = (facts.flags & 8) !== 0;
  const name = Buffer.from(path);
  const extra = facts.zip64 ? longSizes(size, packed) : Buffer.alloc(0);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(facts.zip64 ? 45 : 20, 4);
  header.writeUInt16LE(facts.flags, 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(TIME, 10);
  header.writeUInt16LE(DAY, 12);
  header.writeUInt32LE(isLater ? 0 : crc, 14);
  header.writeUInt32LE(facts.zip64 ? 0xffffffff : isLater ? 0 : packed, 18);
  header.writeUInt32LE(facts.zip64 ? 0xffffffff : isLater ? 0 : size, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

function central(path: string, facts: Facts, place: number, mode: number): Buffer {
  const name = Buffer.from(path);
  const extra = facts.zip64 ? longSizes(facts.size, facts.packed) : Buffer.alloc(0);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 63, 4);
  header.writeUInt16LE(facts.zip64 ? 45 : 20, 6);
  header.writeUInt16LE(facts.flags, 8);
  header.writeUInt16LE(facts.method, 10);
  header.writeUInt16LE(TIME, 12);
  header.writeUInt16LE(DAY, 14);
  header.writeUInt32LE(facts.crc, 16);
  header.writeUInt32LE(facts.zip64 ? 0xffffffff : facts.packed, 20);
  header.writeUInt32LE(facts.zip64 ? 0xffffffff : facts.size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE((mode << 16) >>> 0, 38);
  header.writeUInt32LE(place, 42);
  return Buffer.concat([header, name, extra]);
}

function descriptor({ crc, packed, size }: Facts): Buffer {
  const made = Buffer.alloc(16);
  made.writeUInt32LE(0x08074b50, 0);
  made.writeUInt32LE(crc, 4);
  made.writeUInt32LE(packed, 8);
  made.writeUInt32LE(size, 12);
  return made;
}

function longSizes(size: number, packed: number): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packed), 12);
  return extra;
}

function longEnd(count: number, size: number, start: number, at: number): readonly [Buffer, Buffer] {
  const end = Buffer.alloc(56);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(size), 40);
  end.writeBigUInt64LE(BigInt(start), 48);
  const pointer = Buffer.alloc(20);
  pointer.writeUInt32LE(0x07064b50, 0);
  pointer.writeBigUInt64LE(BigInt(at), 8);
  pointer.writeUInt32LE(1, 16);
  return [end, pointer];
}

/** The beginning of a ZIP: `part` of it, from 0 to 1. */
export function cutAt(zip: Buffer, part: number): Buffer {
  return zip.subarray(0, Math.floor(zip.length * part));
}
