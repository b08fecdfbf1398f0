// PNG: keeps the chunks that draw the picture, animated or not, and only the coded rows that the header announces.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { viewOf } from '../formats/byte-view';
import { DAMAGED, MOST_PIXELS, removals, type Kept, type Removals, type RemovedKind } from './cleaning';
import { PNG_SIGNATURE } from '../formats/png';

/**
 * The checksum of every kept chunk is verified, each has the length its kind asks for and stands where it may, and the coded
 * rows are unpacked: fewer than the header says is damage, more of them (an edited height) or bytes behind them go.
 * Sources: PNG (Third Edition), W3C Recommendation 24 June 2025, 5.6, 7 to 11; the checks of IHDR are those of 11.2.1.
 */
export function cleanPng(bytes: Uint8Array): Kept {
  const chunks = chunksOf(bytes);
  const [header] = chunks?.list ?? [];
  if (chunks === undefined || header === undefined) return DAMAGED;
  const shape = shapeOf(header);
  if (shape === undefined) return DAMAGED;
  if (shape.width * shape.height > MOST_PIXELS) return { ok: false, problem: 'too-many-pixels' };

  const gone = removals();
  const builder = aBuilder(shape, gone);
  for (const chunk of chunks.list.slice(1)) {
    const verdict = builder.take(chunk);
    if (verdict !== 'ok') return { ok: false, problem: verdict };
  }
  const pieces = builder.end();
  if (pieces === undefined) return DAMAGED;
  if (chunks.end < bytes.length) gone.add('after-end', bytes.length - chunks.end);
  return {
    ok: true,
    pieces: [SIGNATURE, written('IHDR', header.body), ...pieces, written('IEND', new Uint8Array())],
    removed: gone.list(),
    width: shape.width,
    height: shape.height,
    animated: chunks.list.some(({ tag }) => tag === 'acTL'),
  };
}

interface Chunk {
  readonly tag: string;
  readonly body: Uint8Array;
  /** Whether its checksum is right. */
  readonly isSound: boolean;
}

const SIGNATURE = Uint8Array.from(PNG_SIGNATURE, (char) => char.charCodeAt(0));

/** The chunks before IEND, and where IEND ends. `undefined` when a length is wrong or IEND is not there. */
function chunksOf(bytes: Uint8Array): { readonly list: readonly Chunk[]; readonly end: number } | undefined {
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

interface Shape {
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
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function shapeOf({ tag, body, isSound }: Chunk): Shape | undefined {
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
function rowBytes({ bits, interlaced }: Shape, width: number, height: number): number {
  const rows = (columns: number, lines: number): number =>
    columns === 0 ? 0 : lines * (1 + Math.ceil((columns * bits) / 8));
  if (!interlaced) return rows(width, height);
  return PASSES.reduce(
    (sum, [left, top, across, down]) =>
      sum + rows(Math.ceil(Math.max(0, width - left) / across), Math.ceil(Math.max(0, height - top) / down)),
    0,
  );
}

type Verdict = 'ok' | 'damaged' | 'cannot-clean';

interface Frame {
  readonly size: number;
  readonly parts: Uint8Array[];
  readonly animated: boolean;
}

/** Takes the chunks after IHDR in order. Coded data comes out as one chunk a frame, sequence numbers are counted anew. */
function aBuilder(
  shape: Shape,
  gone: Removals,
): { take(chunk: Chunk): Verdict; end(): readonly Uint8Array[] | undefined } {
  const pieces: Uint8Array[] = [];
  const seen = new Set<string>();
  let frame: Frame | undefined;
  let sequence = 0;

  const close = (): boolean => {
    if (frame === undefined) return true;
    const { size, parts, animated } = frame;
    frame = undefined;
    const data = onlyRows(parts, size, gone);
    if (data === undefined) return false;
    pieces.push(animated ? written('fdAT', numbered(sequence++, data)) : written('IDAT', data));
    return true;
  };
  const startFrame = (body: Uint8Array): Verdict => {
    const view = viewOf(body);
    const [width = 0, height = 0, left = 0, top = 0] = [4, 8, 12, 16].map((at) => view.u32(at, 'big') ?? 0);
    if (body.length !== 26 || !seen.has('acTL') || !close()) return 'damaged';
    if (width === 0 || height === 0 || left + width > shape.width || top + height > shape.height) return 'damaged';
    const isFirst = !seen.has('IDAT');
    if (isFirst && (seen.has('fcTL') || width !== shape.width || height !== shape.height)) return 'damaged';
    pieces.push(written('fcTL', numbered(sequence++, body.subarray(4))));
    if (!isFirst) frame = { size: rowBytes(shape, width, height), parts: [], animated: true };
    return 'ok';
  };

  const take = ({ tag, body, isSound }: Chunk): Verdict => {
    const fits = LENGTHS.get(tag);
    // What is dropped may be wrong, and what viewers drop when it is wrong is dropped too.
    if (!isSound && (NEEDED.has(tag) || /^[A-Z]/.test(tag))) return 'damaged';
    if (!isSound && fits !== undefined) {
      gone.add('unknown', body.length);
      return 'ok';
    }
    if (tag === 'IDAT') {
      if (!seen.has('IDAT')) frame = { size: rowBytes(shape, shape.width, shape.height), parts: [], animated: false };
      if (frame === undefined || frame.animated) return 'damaged';
      frame.parts.push(body);
      seen.add(tag);
      return 'ok';
    }
    if (tag === 'fdAT') {
      if (frame?.animated !== true || body.length < 4) return 'damaged';
      frame.parts.push(body.subarray(4));
      return 'ok';
    }
    if (tag === 'fcTL') {
      const verdict = startFrame(body);
      seen.add(tag);
      return verdict;
    }
    if (fits === undefined) {
      if (tag === 'eXIf') gone.addExif(body, body.length);
      else gone.add(kindOf(tag, body), body.length);
      // A capital first letter says that a picture without this chunk is another picture.
      return /^[A-Z]/.test(tag) ? 'cannot-clean' : 'ok';
    }
    if (!fits(body.length, shape.colour)) return 'damaged';
    if (seen.has(tag) || seen.has('IDAT')) {
      gone.add('unknown', body.length);
      return tag === 'PLTE' ? 'damaged' : 'ok';
    }
    seen.add(tag);
    pieces.push(written(tag, body));
    return 'ok';
  };

  return {
    take,
    end: () => (close() && seen.has('IDAT') && (shape.colour !== 3 || seen.has('PLTE')) ? pieces : undefined),
  };
}

/** Chunks that stay beside IDAT, fcTL and fdAT, with the lengths they may have: section 11. */
const LENGTHS: ReadonlyMap<string, (length: number, colour: number) => boolean> = new Map([
  [
    'PLTE',
    (length: number, colour: number) => length > 0 && length <= 768 && length % 3 === 0 && colour !== 0 && colour !== 4,
  ],
  [
    'tRNS',
    (length: number, colour: number) =>
      colour === 0 ? length === 2 : colour === 2 ? length === 6 : colour === 3 && length > 0 && length <= 256,
  ],
  ['gAMA', (length: number) => length === 4],
  ['cHRM', (length: number) => length === 32],
  ['sRGB', (length: number) => length === 1],
  ['sBIT', (length: number, colour: number) => length === (colour === 3 ? 3 : CHANNELS[colour])],
  ['bKGD', (length: number, colour: number) => length === (colour === 3 ? 1 : colour === 2 || colour === 6 ? 6 : 2)],
  ['pHYs', (length: number) => length === 9],
  ['cICP', (length: number) => length === 4],
  ['acTL', (length: number) => length === 8],
]);

/** Without these, or with others, it is another picture. */
const NEEDED: ReadonlySet<string> = new Set(['fdAT', 'fcTL', 'acTL', 'tRNS']);

function kindOf(tag: string, body: Uint8Array): RemovedKind {
  if (tag === 'iCCP') return 'profile';
  if (tag === 'tIME') return 'time';
  if (tag !== 'tEXt' && tag !== 'zTXt' && tag !== 'iTXt') return 'unknown';
  // ImageMagick and ExifTool write other blocks as text under these keywords.
  const keyword = String.fromCharCode(...body.subarray(0, 80)).split('\0')[0] ?? '';
  if (/xmp/i.test(keyword)) return 'xmp';
  if (/^Raw profile type (exif|APP1)$/i.test(keyword)) return 'exif';
  if (/^Raw profile type iptc$/i.test(keyword)) return 'iptc';
  return /^Raw profile type icc$/i.test(keyword) ? 'profile' : 'comment';
}

/** The packed rows, without anything behind them. `undefined` when they are damaged or too few. */
function onlyRows(parts: readonly Uint8Array[], size: number, gone: Removals): Uint8Array | undefined {
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

function numbered(sequence: number, data: Uint8Array): Uint8Array {
  return Buffer.concat([u32(sequence), data]);
}

function written(tag: string, body: Uint8Array): Uint8Array {
  const named = Buffer.concat([Buffer.from(tag, 'latin1'), body]);
  return Buffer.concat([u32(body.length), named, u32(crc32(named))]);
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}
