// What the header of a PNG announces, and the coded rows that belong to it.
import { deflateSync, inflateSync } from 'node:zlib';
import { viewOf } from '../formats/byte-view';
import type { Removals } from './cleaning';
import type { Chunk } from './png-chunks';

export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly colour: number;
  /** Bits of one pixel. */
  readonly bits: number;
  readonly interlaced: boolean;
}

const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
/** Samples of one pixel, by the colour type of the header. */
export const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** What an IHDR chunk says; `undefined` when it is damaged or says what no PNG can be. */
export function shapeOf({ tag, body, isSound }: Chunk): Shape | undefined {
  const view = viewOf(body);
  const [depth = 0, colour = -1, method, filter, interlace = 2] = body.subarray(8);
  const width = view.u32(0, 'big') ?? 0;
  const height = view.u32(4, 'big') ?? 0;
  const isKnown = DEPTHS[colour]?.includes(depth) === true && method === 0 && filter === 0 && interlace <= 1;
  if (tag !== 'IHDR' || !isSound || body.length !== 13 || width === 0 || height === 0 || !isKnown) return undefined;
  return { width, height, colour, bits: depth * (CHANNELS[colour] ?? 0), interlaced: interlace === 1 };
}

/** Adam7, section 8.1: first column, first row, and the steps of each. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Bytes of all rows with their filter bytes, before packing. */
export function rowBytes({ bits, interlaced }: Shape, width: number, height: number): number {
  const rows = (columns: number, lines: number): number =>
    columns === 0 ? 0 : lines * (1 + Math.ceil((columns * bits) / 8));
  if (!interlaced) return rows(width, height);
  return PASSES.reduce(
    (sum, [left, top, across, down]) =>
      sum + rows(Math.ceil(Math.max(0, width - left) / across), Math.ceil(Math.max(0, height - top) / down)),
    0,
  );
}

/** The packed rows, without anything behind them. `undefined` when they are damaged or too few. */
export function onlyRows(parts: readonly Uint8Array[], size: number, gone: Removals): Uint8Array | undefined {
  const packed = Buffer.concat(parts);
  const rows = unpacked(packed, size);
  if (rows === undefined || rows.data.length < size) return undefined;
  const used = rows.data.length > size ? deflateSync(rows.data.subarray(0, size)) : packed.subarray(0, rows.used);
  const surplus = rows.data.length > size ? packed.length : packed.length - rows.used;
  if (surplus > 0) gone.add('after-end', surplus);
  return used;
}

/** How much surplus is unpacked to cut it off; a picture holding more than this beside its own rows is damaged. */
const MOST_SURPLUS = 64 * 1024 * 1024;

/** `used` is how many of the packed bytes belong to the data. */
function unpacked(packed: Uint8Array, size: number): { readonly data: Uint8Array; readonly used: number } | undefined {
  try {
    const result: unknown = inflateSync(packed, {
      info: true,
      maxOutputLength: size + Math.min(3 * size + 65_536, MOST_SURPLUS),
    });
    return isInflated(result) ? { data: result.buffer, used: result.engine.bytesWritten } : undefined;
  } catch {
    return undefined;
  }
}

/** With `info`, zlib gives its engine as well; the types of Node 20 do not know. */
function isInflated(
  result: unknown,
): result is { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } } {
  return typeof result === 'object' && result !== null && 'buffer' in result && 'engine' in result;
}
