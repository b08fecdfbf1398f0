// The bytes of one entry of a ZIP, inflated and compared with what the directory states of them.
import type { BytesPort } from '../../host/bytes';
import type { OpenFile } from '../../host/host';
import { BadFile } from './export';
import type { Fault } from './faults';
import { READ_SIZE } from './hashing-reader';

/** Where the bytes of an entry lie, and what they have to become. `file` is its name, for what is wrong with it. */
export type Packed = {
  readonly file: string;
  readonly from: number;
  readonly packed: number;
  readonly isDeflated: boolean;
  readonly bytes: number;
  readonly crc: number;
};

/** Chunks of up to 256 KiB, never more than stated in all. Rejects with a `BadFile`, at the latest after the last chunk. */
export async function* unpacked(
  from: OpenFile,
  entry: Packed,
  port: BytesPort,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { file, bytes } = entry;
  let [found, crc] = [0, 0];
  try {
    for await (const chunk of entry.isDeflated && entry.packed > 0
      ? inflated(from, entry, port)
      : packedParts(from, entry, false)) {
      found += chunk.length;
      if (found > bytes) break;
      crc = port.crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof BadFile) throw error;
    throw new BadFile({ kind: 'not-inflated', file, found });
  }
  if (found !== bytes) throw new BadFile({ kind: 'size', file, stated: bytes, found });
  if (crc !== entry.crc) throw new BadFile({ kind: 'crc', file });
}

/** The same for packed bytes that came whole: one piece, or a `BadFile` is thrown. */
export function unpackedAtOnce(packed: Uint8Array, entry: Packed, port: BytesPort): Uint8Array {
  const { file, bytes, crc } = entry;
  // What is stored is copied: the memory it lies in is used again.
  const whole =
    entry.isDeflated && packed.length > 0
      ? inflatedWhole(packed, entry, port)
      : { bytes: packed.slice(0), used: packed.length };
  if (whole.bytes.length !== bytes)
    throw new BadFile({ kind: 'size', file, stated: bytes, found: Math.min(whole.bytes.length, bytes + 1) });
  if (port.crc32(whole.bytes) !== crc) throw new BadFile({ kind: 'crc', file });
  if (whole.used < packed.length) throw new BadFile(bytesAfter(file));
  return whole.bytes;
}

/** One byte more than stated is enough to know that it is another size. */
function inflatedWhole(
  packed: Uint8Array,
  { file, bytes }: Packed,
  port: BytesPort,
): { readonly bytes: Uint8Array; readonly used: number } {
  const inflating = port.inflate(packed, bytes + 1);
  if (inflating === 'too-much') throw new BadFile({ kind: 'size', file, stated: bytes, found: bytes + 1 });
  if (inflating === 'broken') throw new BadFile({ kind: 'not-inflated', file, found: 0 });
  return inflating;
}

function bytesAfter(file: string): Fault {
  return { kind: 'zip-broken', detail: `bytes after the end of a packed file: ${file}` };
}

async function* inflated(from: OpenFile, entry: Packed, port: BytesPort): AsyncGenerator<Uint8Array, void, undefined> {
  const used = yield* entry.packed <= SMALL && entry.bytes <= SMALL
    ? inflatedAtOnce(from, entry, port)
    : port.inflating(packedParts(from, entry, true), Math.min(READ_SIZE, entry.bytes + 1));
  if (used < entry.packed) throw new BadFile(bytesAfter(entry.file));
}

/** Up to here a stream costs more than it saves: an export can have tens of thousands of small files. */
const SMALL = 64 * 1024;

/** Gives how many packed bytes were used. */
async function* inflatedAtOnce(
  from: OpenFile,
  entry: Packed,
  port: BytesPort,
): AsyncGenerator<Uint8Array, number, undefined> {
  for await (const part of packedParts(from, entry, true)) {
    const inflating = inflatedWhole(part, entry, port);
    yield inflating.bytes;
    return inflating.used;
  }
  return 0;
}

/** The packed bytes, read ahead by one. `reuse`: a part is overwritten once the next but one is asked for. */
async function* packedParts(
  from: OpenFile,
  { file, from: first, packed }: Packed,
  reuse: boolean,
): AsyncGenerator<Uint8Array, void, undefined> {
  const size = Math.min(READ_SIZE, packed);
  const kept = reuse ? [new Uint8Array(size), new Uint8Array(packed > size ? size : 0)] : [];
  let asked = 0;
  let turn = 0;
  const ask = async (): Promise<Uint8Array> => {
    const at = asked;
    const wanted = Math.min(size, packed - at);
    const into = (kept[turn] ?? new Uint8Array(wanted)).subarray(0, wanted);
    turn = 1 - turn;
    asked += wanted;
    if ((await from.read(into, first + at).catch(() => -1)) !== wanted) throw new BadFile({ kind: 'unreadable', file });
    return into;
  };
  let next: Promise<Uint8Array> | undefined = packed > 0 ? ask() : undefined;
  try {
    while (next !== undefined) {
      const part: Uint8Array = await next;
      next = asked < packed ? ask() : undefined;
      // Its failure is heard when its turn comes, which may be never.
      next?.catch(() => undefined);
      yield part;
    }
  } finally {
    await next?.catch(() => undefined);
  }
}
