// Pictures laden with everything that cleaning has to leave behind, each piece holding a token that is looked for afterwards.
import { execFileSync } from 'node:child_process';
import { deflateSync } from 'node:zlib';
import { aJpegSegment, aPngChunk, aRiffChunk, bytes, u16, u32, u32le, type Part } from './pictures';

/** Stands in each planted piece, so that a piece that stays is seen by its bytes. */
export const TOKEN = 'Ana-Geheim-4711';

/** A picture with content, coded by ImageMagick from code of its own (`plasma`, drawn from a fixed seed). `options` stand before the name. */
export function drawn(kind: 'png' | 'jpeg' | 'webp', options: readonly string[] = [], size = '61x47'): Uint8Array {
  const name = { png: 'PNG', jpeg: 'JPEG', webp: 'WEBP' }[kind];
  return Uint8Array.from(
    execFileSync(
      'convert',
      ['-seed', '7', '-size', size, 'plasma:red-blue', '-strip', '-depth', '8', ...options, `${name}:-`],
      { maxBuffer: 1 << 28 },
    ),
  );
}

/** A JPEG coded again without loss, with a restart mark after every other unit. */
export function withRestarts(jpeg: Uint8Array, flags: readonly string[] = []): Uint8Array {
  return Uint8Array.from(
    execFileSync('jpegtran', ['-restart', '2B', '-copy', 'none', ...flags], { input: jpeg, maxBuffer: 1 << 28 }),
  );
}

/** An Exif block (TIFF, big-endian) with an artist, a place, a small copy, and the orientation when one is given. */
export function anExif(orientation?: number): Uint8Array {
  const artist = bytes(TOKEN, [0]);
  const entries: Part[][] = [];
  const count = 2 + (orientation === undefined ? 0 : 1);
  const ifd0 = 8;
  const ifd1 = ifd0 + 2 + count * 12 + 4;
  const gpsAt = ifd1 + 2 + 2 * 12 + 4;
  const dataAt = gpsAt + 2 + 2 * 12 + 4;
  const small = bytes('\u00ff\u00d8', TOKEN, '\u00ff\u00d9');
  if (orientation !== undefined) entries.push([u16(0x0112), u16(3), u32(1), u16(orientation), u16(0)]);
  entries.push([u16(0x013b), u16(2), u32(artist.length), u32(dataAt)]);
  entries.push([u16(0x8825), u16(4), u32(1), u32(gpsAt)]);
  return bytes(
    'MM\0*',
    u32(ifd0),
    u16(count),
    ...entries.flat(),
    u32(ifd1),
    u16(2),
    u16(0x0201),
    u16(4),
    u32(1),
    u32(dataAt + artist.length),
    u16(0x0202),
    u16(4),
    u32(1),
    u32(small.length),
    u32(0),
    u16(2),
    u16(1),
    u16(2),
    u32(2),
    'N\0\0\0',
    u16(2),
    u16(5),
    u32(1),
    u32(dataAt),
    u32(0),
    artist,
    small,
  );
}

const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${TOKEN}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>`;

/** Photoshop's block with a caption: IPTC-IIM record 2, data set 80 (by-line). */
function aCaption(): Uint8Array {
  const iim = bytes([0x1c, 2, 80], u16(TOKEN.length), TOKEN);
  return bytes('Photoshop 3.0\0', '8BIM', u16(0x0404), [0, 0], u32(iim.length), iim, new Uint8Array(iim.length % 2));
}

/** The head of a colour profile whose description is the token: enough to be recognised. */
function aProfile(): Uint8Array {
  const body = bytes(
    u32(160),
    'lcms',
    u32(0x04200000),
    'mntrRGB XYZ ',
    new Uint8Array(12),
    'acsp',
    new Uint8Array(84),
    u32(1),
    'desc',
    u32(144),
    u32(16),
    TOKEN,
    [0],
  );
  return bytes(body, new Uint8Array(Math.max(0, 160 - body.length)));
}

/** JPEG with every kind of segment that carries more than the picture, and a further picture behind the end. */
export function ladenJpeg(picture: Uint8Array, { orientation }: { readonly orientation?: number } = {}): Uint8Array {
  const rest = afterHead(picture);
  return bytes(
    [0xff, 0xd8],
    aJpegSegment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 3, 2], TOKEN, '...')),
    aJpegSegment(0xe0, bytes('JFXX\0', [0x10], '\u00ff\u00d8', TOKEN, '\u00ff\u00d9')),
    aJpegSegment(0xe1, bytes('Exif\0\0', anExif(orientation))),
    aJpegSegment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', XMP)),
    aJpegSegment(0xe1, bytes('http://ns.adobe.com/xmp/extension/\0', TOKEN)),
    aJpegSegment(0xe2, bytes('ICC_PROFILE\0', [1, 1], aProfile())),
    aJpegSegment(0xe2, bytes('MPF\0', 'MM\0*', u32(8), u16(0), u32(0), TOKEN)),
    aJpegSegment(0xed, aCaption()),
    aJpegSegment(0xeb, bytes('JP', TOKEN)),
    aJpegSegment(0xfe, bytes(TOKEN)),
    rest,
    bytes('\u00ff\u00d8\u00ff\u00e1', TOKEN, picture),
  );
}

/** What the cleaner names in `ladenJpeg`, with counts. */
export const IN_LADEN_JPEG = {
  gps: 1,
  exif: 1,
  xmp: 2,
  iptc: 1,
  comment: 1,
  thumbnail: 3,
  'second-picture': 1,
  profile: 1,
  unknown: 1,
  'after-end': 1,
};

/** Everything of a JPEG behind SOI and its application segments. */
function afterHead(picture: Uint8Array): Uint8Array {
  let at = 2;
  while (picture[at] === 0xff && ((picture[at + 1] ?? 0) & 0xf0) === 0xe0 && picture[at + 1] !== 0xee)
    at += 2 + (picture[at + 2] ?? 0) * 256 + (picture[at + 3] ?? 0);
  return picture.subarray(at);
}

/** PNG with text of three kinds, Exif, a profile, a time and unknown chunks, before and behind the data, and bytes behind IEND. */
export function ladenPng(picture: Uint8Array): Uint8Array {
  const text = deflateSync(bytes(TOKEN));
  const early = [
    aPngChunk('iCCP', bytes(TOKEN, [0, 0], deflateSync(aProfile()))),
    aPngChunk('eXIf', anExif()),
    aPngChunk('tEXt', bytes('Author\0', TOKEN)),
    aPngChunk('tEXt', bytes('Raw profile type iptc\0', TOKEN)),
    aPngChunk('zTXt', bytes('Comment\0\0', text)),
    aPngChunk('iTXt', bytes('XML:com.adobe.xmp\0\0\0\0\0', XMP)),
    aPngChunk('tIME', bytes(u16(2026), [11, 3, 10, 0, 0])),
    aPngChunk('caBX', bytes(TOKEN)),
  ];
  const late = [
    aPngChunk('tEXt', bytes('Comment\0', TOKEN)),
    aPngChunk('zzTk', bytes(TOKEN)),
    aPngChunk('pHYs', bytes(u32(1), u32(1), [0])),
  ];
  const end = picture.length - 12;
  return bytes(
    picture.subarray(0, 33),
    ...early,
    picture.subarray(33, end),
    ...late,
    picture.subarray(end),
    TOKEN,
    aPngChunk('IDAT', bytes(TOKEN)),
    aPngChunk('IEND'),
  );
}

export const IN_LADEN_PNG = {
  gps: 1,
  exif: 1,
  xmp: 1,
  iptc: 1,
  comment: 3,
  time: 1,
  thumbnail: 1,
  profile: 1,
  unknown: 3,
  'after-end': 1,
};

/** WebP in its extended form with Exif, XMP, a profile and unknown chunks at the top, and bytes behind its end. */
export function ladenWebp(
  picture: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
): Uint8Array {
  const chunks = bytes(
    aRiffChunk(
      'VP8X',
      bytes([0x2c, 0xaa, 0xbb, 0xcc], u32le(width - 1).subarray(0, 3), u32le(height - 1).subarray(0, 3)),
    ),
    aRiffChunk('ICCP', aProfile()),
    picture.subarray(12),
    aRiffChunk('EXIF', bytes('Exif\0\0', anExif())),
    aRiffChunk('XMP ', bytes(XMP)),
    aRiffChunk('TOKN', bytes(TOKEN)),
  );
  return bytes('RIFF', u32le(chunks.length + 4), 'WEBP', chunks, TOKEN);
}

export const IN_LADEN_WEBP = { gps: 1, exif: 1, xmp: 1, thumbnail: 1, profile: 1, unknown: 1, 'after-end': 1 };

/** An animated WebP of these pictures, with a chunk in the first frame and one between the frames. */
export function anAnimatedWebp(
  pictures: readonly Uint8Array[],
  { width, height }: { readonly width: number; readonly height: number },
  planted = true,
): Uint8Array {
  const size = bytes(u32le(width - 1).subarray(0, 3), u32le(height - 1).subarray(0, 3));
  const frames = pictures.map((picture, index) =>
    aRiffChunk(
      'ANMF',
      bytes(
        new Uint8Array(6),
        size,
        [50, 0, 0, planted ? 0xfc : 0],
        picture.subarray(12),
        ...(planted && index === 0 ? [aRiffChunk('TOKN', bytes(TOKEN))] : []),
      ),
    ),
  );
  const [first = new Uint8Array(), ...others] = frames;
  const chunks = bytes(
    aRiffChunk('VP8X', bytes([planted ? 0x0e : 0x02, 0, 0, 0], size)),
    aRiffChunk('ANIM', new Uint8Array(6)),
    first,
    ...(planted ? [aRiffChunk('EXIF', anExif())] : []),
    ...others,
  );
  return bytes('RIFF', u32le(chunks.length + 4), 'WEBP', chunks);
}

/** An animated PNG of two grey frames, the second smaller; its data in two chunks each, with surplus bytes and text when `planted`. */
export function anAnimatedPng(planted = true): Uint8Array {
  const rows = (width: number, height: number, grey: number): Uint8Array =>
    deflateSync(Uint8Array.from({ length: (width + 1) * height }, (_, at) => (at % (width + 1) === 0 ? 0 : grey)));
  const control = (sequence: number, width: number, height: number): Uint8Array =>
    aPngChunk('fcTL', bytes(u32(sequence), u32(width), u32(height), u32(0), u32(0), u16(1), u16(10), [0, 0]));
  const [one, two] = [rows(6, 5, 200), bytes(rows(4, 3, 90), planted ? TOKEN : '')];
  return bytes(
    '\u0089PNG\r\n\u001a\n',
    aPngChunk('IHDR', bytes(u32(6), u32(5), [8, 0, 0, 0, 0])),
    aPngChunk('acTL', bytes(u32(2), u32(0))),
    control(0, 6, 5),
    aPngChunk('IDAT', one.subarray(0, 5)),
    aPngChunk('IDAT', one.subarray(5)),
    ...(planted ? [aPngChunk('tEXt', bytes('Comment\0', TOKEN))] : []),
    control(1, 4, 3),
    aPngChunk('fdAT', bytes(u32(2), two.subarray(0, 5))),
    aPngChunk('fdAT', bytes(u32(3), two.subarray(5))),
    aPngChunk('IEND'),
  );
}

/** Whether any planted piece is in `file`, as text, or packed as `deflate` packs it alone. */
export function holdsToken(file: Uint8Array): boolean {
  const data = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return data.includes(TOKEN) || data.includes(Buffer.from(deflateSync(bytes(TOKEN))).subarray(2, -4));
}
