// JPEG: keeps the tables, the frame and every scan, with JFIF and Adobe's mark cut to what decoding needs.
import { viewOf } from '../formats/byte-view';
import { DAMAGED, MOST_PIXELS, removals, type Kept, type Removals } from './cleaning';
import { EXIF_NAME, orientationOnly } from '../formats/exif';
import { endOfScan } from './jpeg-scan';
import { frameSize, isQuantisation, readFrame, readHuffman, readScan, type Tables } from './jpeg-tables';

/**
 * Segments are taken apart to their last byte and scans are followed symbol by symbol, so bytes behind the coded data go as
 * surely as those behind the end. Where everything is drawn, the end marker may be missing and anything may stand in its
 * place. An orientation other than 1 is written back as the only entry of a new Exif block.
 * Arithmetic, lossless and hierarchical coding, which browsers do not draw either, are `cannot-clean`.
 * Sources: ITU-T T.81 Annex B, T.871 (JFIF), T.872 6.5.3 (Adobe), Exif 3.0 4.7, CIPA DC-007 (MPF).
 */
export function cleanJpeg(bytes: Uint8Array): Kept {
  const view = viewOf(bytes);
  const gone = removals();
  const head: { jfif?: Uint8Array; adobe?: Uint8Array; orientation?: number } = {};
  const pieces: Uint8Array[] = [];
  const tables: Tables = { huffman: new Map(), restart: 0 };
  const drawn = new Map<number, number>();
  let size = { width: 0, height: 0 };
  let codedEnd = 0;
  /** The picture, when all of it is drawn: what stands from `end` on is left out. Viewers do not miss the end marker either. */
  const whole = (end: number): Kept => {
    if (tables.frame === undefined || tables.frame.components.some(({ id }) => !drawn.has(id))) return DAMAGED;
    if (end < bytes.length) gone.add('after-end', bytes.length - end);
    const { jfif, adobe, orientation = 1 } = head;
    const exif = orientation === 1 ? [] : [segment(APP1, orientationOnly(orientation))];
    const front = [
      Uint8Array.of(0xff, SOI),
      ...(jfif === undefined ? [] : [jfif]),
      ...exif,
      ...(adobe === undefined ? [] : [adobe]),
    ];
    return {
      ok: true,
      pieces: [...front, ...pieces, Uint8Array.of(0xff, EOI)],
      removed: gone.list(),
      ...size,
      orientation,
    };
  };
  // A scan that a viewer still finds in what follows would refine a progressive picture.
  const withoutEnd = (): Kept => (tables.frame?.progressive === false ? whole(codedEnd) : DAMAGED);
  for (let at = 2, scans = 0; ;) {
    const marker = view.u8(at) === 0xff ? view.u8(at + 1) : undefined;
    if (marker === undefined) return withoutEnd();
    if (marker === FILL) {
      at += 1;
      continue;
    }
    if (marker === EOI) {
      return whole(at + 2);
    }
    const length = view.u16(at + 2, 'big');
    if (
      length === undefined ||
      length < 2 ||
      at + 2 + length > bytes.length ||
      marker < 0xc0 ||
      (marker >= 0xd0 && marker <= SOI)
    )
      return withoutEnd();
    const body = bytes.subarray(at + 4, at + 2 + length);
    at += 2 + length;
    if ((marker >= APP0 && marker <= 0xef) || marker === COM) {
      takeApplication(marker, body, head, gone);
    } else if (marker === SOF0 || marker === SOF1 || marker === SOF2) {
      if (tables.frame !== undefined) return DAMAGED;
      size = frameSize(body);
      if (size.width * size.height > MOST_PIXELS) return { ok: false, problem: 'too-many-pixels' };
      const frame = readFrame(body, marker === SOF2);
      if (frame === undefined) return DAMAGED;
      tables.frame = frame;
      pieces.push(segment(marker, body));
    } else if (marker === SOS) {
      const end = takeScan(bytes, body, at, tables, drawn);
      const next = end === undefined ? undefined : nextMarker(bytes, end);
      if (end === undefined) return DAMAGED;
      codedEnd = end;
      scans += 1;
      if (scans > MOST_SCANS) return { ok: false, problem: 'cannot-clean' };
      pieces.push(segment(marker, body), bytes.subarray(at, end));
      if (next === undefined) return whole(end);
      if (next > end && bytes[next + 1] !== EOI) codedEnd = next;
      if (next > end) gone.add('after-end', next - end);
      at = next;
    } else if (marker === DQT || marker === DHT || marker === DRI) {
      if (!isTable(marker, body, tables)) return DAMAGED;
      pieces.push(segment(marker, body));
    } else {
      // Other codings (SOF3 to SOF15, DAC), sizes said late (DNL), hierarchies, and markers nobody has defined.
      return { ok: false, problem: 'cannot-clean' };
    }
  }
}

const [SOF0, SOF1, SOF2, DHT, SOI, EOI, SOS, DQT, DRI, APP0, APP1, COM, FILL] = [
  0xc0, 0xc1, 0xc2, 0xc4, 0xd8, 0xd9, 0xda, 0xdb, 0xdd, 0xe0, 0xe1, 0xfe, 0xff,
] as const;

/** Encoders write about ten; each is a walk over all blocks, so a file with very many would never end. */
const MOST_SCANS = 100;

function isTable(marker: number, body: Uint8Array, tables: Tables): boolean {
  if (marker === DQT) return isQuantisation(body);
  if (marker === DHT) return readHuffman(body, tables);
  tables.restart = viewOf(body).u16(0, 'big') ?? 0;
  return body.length === 2;
}

/** Where the scan ends. A sequential frame draws each component once: a second scan would be another picture. */
function takeScan(
  bytes: Uint8Array,
  body: Uint8Array,
  at: number,
  tables: Tables,
  drawn: Map<number, number>,
): number | undefined {
  const { frame } = tables;
  const scan = frame === undefined ? undefined : readScan(body, frame, tables);
  if (frame === undefined || scan === undefined) return undefined;
  for (const {
    component: { id },
  } of scan.parts) {
    const before = drawn.get(id) ?? 0;
    if (!frame.progressive && before > 0) return undefined;
    drawn.set(id, before + 1);
  }
  return endOfScan(bytes, at, frame, scan);
}

/** The next marker that is no restart mark; what stands before it belongs to no scan. */
function nextMarker(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(0xff, at);
    const next = at === -1 ? undefined : bytes[at + 1];
    if (next === undefined) return undefined;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
}

/** Keeps the first JFIF and Adobe marks without what may hang on them, and the first orientation; counts all else. */
function takeApplication(
  marker: number,
  body: Uint8Array,
  head: { jfif?: Uint8Array; adobe?: Uint8Array; orientation?: number },
  gone: Removals,
): void {
  const view = viewOf(body);
  const says = (text: string): boolean => view.says(0, text);
  if (marker === APP0 && says('JFIF\0') && body.length >= 14 && head.jfif === undefined) {
    head.jfif = segment(APP0, Uint8Array.of(...body.subarray(0, 12), 0, 0));
    if (body.length > 14) gone.add('thumbnail', body.length - 14);
  } else if (marker === APP14 && says('Adobe') && body.length >= 12 && head.adobe === undefined) {
    head.adobe = segment(APP14, body.subarray(0, 12));
    if (body.length > 12) gone.add('unknown', body.length - 12);
  } else if (marker === APP1 && says(EXIF_NAME)) {
    const own = head.orientation === undefined && isOrientationOnly(body);
    const orientation = own ? (body.at(25) ?? 1) : gone.addExif(body, body.length);
    head.orientation ??= orientation;
  } else if (marker === COM) gone.add('comment', body.length);
  else if (marker === APP0 && says('JFXX\0')) gone.add('thumbnail', body.length);
  else if (marker === APP1 && says('http://ns.adobe.com/x')) gone.add('xmp', body.length);
  else if (marker === APP2 && says('ICC_PROFILE\0')) gone.add('profile', body.length);
  else if (marker === APP2 && says('MPF\0')) gone.add('second-picture', body.length);
  else if (marker === APP13 && says('Photoshop 3.0\0')) gone.add('iptc', body.length);
  else gone.add('unknown', body.length);
}

const [APP2, APP13, APP14] = [0xe2, 0xed, 0xee] as const;

/** The block this program writes is no metadata: cleaning a cleaned picture finds nothing. */
function isOrientationOnly(body: Uint8Array): boolean {
  const orientation = body.at(25) ?? 0;
  return orientation >= 2 && orientation <= 8 && Buffer.compare(orientationOnly(orientation), body) === 0;
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  return Uint8Array.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body);
}
