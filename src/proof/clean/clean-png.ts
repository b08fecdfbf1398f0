// PNG: keeps the chunks that draw the picture, animated or not, and only the coded rows that the header announces.
import { viewOf } from '../formats/byte-view';
import { DAMAGED, MOST_PIXELS, removals, type Kept, type Removals, type RemovedKind } from './cleaning';
import { chunksOf, numbered, SIGNATURE, written, type Chunk } from './png-chunks';
import { CHANNELS, onlyRows, rowBytes, shapeOf, type Shape } from './png-rows';

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
