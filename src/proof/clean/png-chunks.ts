// The chunks of a PNG, taken apart and written anew.
import { crc32 } from 'node:zlib';
import { viewOf } from '../formats/byte-view';
import { PNG_SIGNATURE } from '../formats/png';

export interface Chunk {
  readonly tag: string;
  readonly body: Uint8Array;
  /** Whether its checksum is right. */
  readonly isSound: boolean;
}

export const SIGNATURE = Uint8Array.from(PNG_SIGNATURE, (char) => char.charCodeAt(0));

/** The chunks before IEND, and where IEND ends. `undefined` when a length is wrong or IEND is not there. */
export function chunksOf(bytes: Uint8Array): { readonly list: readonly Chunk[]; readonly end: number } | undefined {
  const view = viewOf(bytes);
  const list: Chunk[] = [];
  for (let at = SIGNATURE.length; ;) {
    const length = view.u32(at, 'big');
    const tag = view.tag(at + 4);
    if (length === undefined || tag === undefined || at + 12 + length > bytes.length) return undefined;
    const isSound = view.u32(at + 8 + length, 'big') === crc32(bytes.subarray(at + 4, at + 8 + length));
    at += 12 + length;
    // The end is written anew: its own checksum does not matter.
    if (tag === 'IEND') return length === 0 ? { list, end: at } : undefined;
    list.push({ tag, isSound, body: bytes.subarray(at - 4 - length, at - 4) });
  }
}

/** The body of an `fcTL` or `fdAT` chunk: `sequence`, its number in the animation, then `data`. */
export function numbered(sequence: number, data: Uint8Array): Uint8Array {
  return Buffer.concat([u32(sequence), data]);
}

/** A chunk as it stands in a file: length, `tag`, `body` and checksum. */
export function written(tag: string, body: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(tag, 'latin1'), body]);
  return Buffer.concat([u32(body.length), named, u32(crc32(named))]);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}
