// WebP: keeps the canvas, the coded pictures and the animation; flags and sizes are written anew.
import { viewOf, type ByteView } from '../formats/byte-view';
import { DAMAGED, MOST_PIXELS, removals, type Kept, type Removals, type RemovedKind } from './cleaning';

/**
 * Chunks are kept by name, at the top and inside each frame of an animation; padding is set to zero. The container has to
 * end where it says, and a picture has the size that its canvas or frame says.
 * Coded data is kept as it is: where it ends inside its chunk cannot be told without decoding.
 * Source: RFC 9649 sections 2 and 3.4, RFC 6386 section 9.1.
 */
export function cleanWebp(bytes: Uint8Array): Kept {
  const size = viewOf(bytes).u32(4, 'little');
  if (size === undefined || size + 8 > bytes.length) return DAMAGED;
  const chunks = chunksOf(bytes.subarray(12, size + 8));
  const [first] = chunks ?? [];
  if (chunks === undefined || first === undefined) return DAMAGED;
  const gone = removals();
  if (size + 8 < bytes.length) gone.add('after-end', bytes.length - size - 8);
  const canvas = first.tag === 'VP8X' ? canvasOf(first) : pictureSize(first);
  if (canvas === undefined) return DAMAGED;
  if (canvas.width * canvas.height > MOST_PIXELS) return { ok: false, problem: 'too-many-pixels' };
  const kept =
    first.tag === 'VP8X' ? extended(first, chunks.slice(1), canvas, gone) : simple(first, chunks.slice(1), gone);
  if (kept === undefined) return DAMAGED;
  const length = kept.reduce((sum, piece) => sum + piece.length, 4);
  return {
    ok: true,
    pieces: [latin('RIFF'), u32le(length), latin('WEBP'), ...kept],
    removed: gone.list(),
    ...canvas,
    animated: kept.length > 1 && chunks.some(({ tag }) => tag === 'ANMF'),
  };
}

interface Chunk {
  readonly tag: string;
  readonly body: Uint8Array;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** All chunks; `undefined` when the last one does not end where its container does. A missing last padding byte is taken. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = viewOf(bytes);
  const chunks: Chunk[] = [];
  let at = 0;
  while (at < bytes.length) {
    const tag = view.tag(at);
    const length = view.u32(at + 4, 'little');
    if (tag === undefined || length === undefined || at + 8 + length > bytes.length) return undefined;
    chunks.push({ tag, body: bytes.subarray(at + 8, at + 8 + length) });
    at += 8 + length + (length % 2);
  }
  return chunks;
}

/** One picture and nothing else. */
function simple(picture: Chunk, rest: readonly Chunk[], gone: Removals): readonly Uint8Array[] {
  for (const chunk of rest) leave(chunk, gone);
  return [written(picture.tag, picture.body)];
}

const [ALPHA, ANIMATION] = [0x10, 0x02] as const;

function extended(
  head: Chunk,
  rest: readonly Chunk[],
  canvas: Size,
  gone: Removals,
): readonly Uint8Array[] | undefined {
  const flags = head.body[0] ?? 0;
  const isAnimated = (flags & ANIMATION) !== 0;
  const body = Uint8Array.of(flags & (ALPHA | ANIMATION), 0, 0, 0, ...head.body.subarray(4, 10));
  const pieces = [written('VP8X', body)];
  if (!isAnimated) {
    const still = picturePieces(rest, canvas, gone);
    return still === undefined ? undefined : [...pieces, ...still];
  }
  let frames = 0;
  let started = false;
  for (const chunk of rest) {
    if (chunk.tag === 'ANIM' && !started) {
      if (chunk.body.length !== 6) return undefined;
      started = true;
      pieces.push(written('ANIM', chunk.body));
    } else if (chunk.tag === 'ANMF') {
      const frame = started ? frameOf(chunk, canvas, gone) : undefined;
      if (frame === undefined) return undefined;
      frames += 1;
      pieces.push(frame);
    } else leave(chunk, gone);
  }
  return frames > 0 ? pieces : undefined;
}

/** An alpha plane, if any, and the one picture behind it; of the size that is said around it. */
function picturePieces(
  chunks: readonly Chunk[],
  { width, height }: Size,
  gone: Removals,
): readonly Uint8Array[] | undefined {
  let alpha: Chunk | undefined;
  let picture: Chunk | undefined;
  for (const chunk of chunks) {
    const isPicture = chunk.tag === 'VP8 ' || chunk.tag === 'VP8L';
    if (isPicture && picture === undefined) picture = chunk;
    else if (chunk.tag === 'ALPH' && alpha === undefined && picture === undefined) alpha = chunk;
    else leave(chunk, gone);
  }
  const size = picture === undefined ? undefined : pictureSize(picture);
  if (picture === undefined || size?.width !== width || size.height !== height) return undefined;
  // A lossless picture has its own alpha: a plane beside it is not drawn.
  if (alpha !== undefined && picture.tag === 'VP8L') {
    leave(alpha, gone);
    alpha = undefined;
  }
  return [...(alpha === undefined ? [] : [written('ALPH', alpha.body)]), written(picture.tag, picture.body)];
}

/** Sixteen bytes of place, size, time and two flags, then chunks of its own. */
function frameOf({ body }: Chunk, canvas: Size, gone: Removals): Uint8Array | undefined {
  const view = viewOf(body);
  const [left, top, width, height] = [0, 3, 6, 9].map((at) => u24(view, at));
  const chunks = body.length < 16 ? undefined : chunksOf(body.subarray(16));
  if (chunks === undefined || left === undefined || top === undefined || width === undefined || height === undefined)
    return undefined;
  if (left * 2 + width + 1 > canvas.width || top * 2 + height + 1 > canvas.height) return undefined;
  const pieces = picturePieces(chunks, { width: width + 1, height: height + 1 }, gone);
  if (pieces === undefined) return undefined;
  const blendAndDispose = (body[15] ?? 0) & 3;
  return written('ANMF', Buffer.concat([body.subarray(0, 15), Uint8Array.of(blendAndDispose), ...pieces]));
}

function canvasOf({ body }: Chunk): Size | undefined {
  const view = viewOf(body);
  const [width, height] = [u24(view, 4), u24(view, 7)];
  return width === undefined || height === undefined || body.length !== 10
    ? undefined
    : { width: width + 1, height: height + 1 };
}

/** By the header of the coded data itself. */
function pictureSize({ tag, body }: Chunk): Size | undefined {
  const view = viewOf(body);
  if (tag === 'VP8L') {
    const bits = view.u32(1, 'little');
    // Three bits of version, always 0.
    if (bits === undefined || body[0] !== 0x2f || bits >>> 29 !== 0) return undefined;
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const [width = 0, height = 0] = [view.u16(6, 'little'), view.u16(8, 'little')].map((said) => (said ?? 0) & 0x3fff);
  const isKeyFrame = tag === 'VP8 ' && ((body[0] ?? 1) & 1) === 0 && view.says(3, '\u009d\u0001\u002a');
  return isKeyFrame && width > 0 && height > 0 ? { width, height } : undefined;
}

const NAMES: ReadonlyMap<string, RemovedKind> = new Map([
  ['XMP ', 'xmp'],
  ['ICCP', 'profile'],
]);

function leave({ tag, body }: Chunk, gone: Removals): void {
  if (tag === 'EXIF') gone.addExif(body, body.length);
  else gone.add(NAMES.get(tag) ?? 'unknown', body.length);
}

function written(tag: string, body: Uint8Array): Uint8Array {
  return Buffer.concat([latin(tag), u32le(body.length), body, new Uint8Array(body.length % 2)]);
}

function latin(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

function u24(view: ByteView, at: number): number | undefined {
  const low = view.u16(at, 'little');
  const high = view.u8(at + 2);
  return low === undefined || high === undefined ? undefined : low + high * 0x1_0000;
}

function u32le(value: number): Uint8Array {
  return Uint8Array.of(value, value >>> 8, value >>> 16, value >>> 24);
}
