// Small valid files of every kind that can be a proof, built by code so that no binary lies in the repository.
import { crc32, deflateSync } from 'node:zlib';

export interface PictureShape {
  readonly width?: number;
  readonly height?: number;
}

/** A grey PNG that decoders draw. `extra` chunks go between IHDR and IDAT, `after` behind IEND. */
export function aPng({
  width = 3,
  height = 2,
  extra = [],
  after = '',
}: PictureShape & { readonly extra?: readonly Uint8Array[]; readonly after?: string } = {}): Uint8Array {
  const header = bytes(u32(width), u32(height), [8, 0, 0, 0, 0]);
  const rows = new Uint8Array((width + 1) * height);
  return bytes(
    '\u0089PNG\r\n\u001a\n',
    aPngChunk('IHDR', header),
    ...extra,
    aPngChunk('IDAT', deflateSync(rows)),
    aPngChunk('IEND'),
    after,
  );
}

export function aPngChunk(tag: string, body: Uint8Array = new Uint8Array()): Uint8Array {
  const named = bytes(tag, body);
  return bytes(u32(body.length), named, u32(crc32(named)));
}

/** A grey baseline JPEG that decoders draw. `extra` segments go behind JFIF; see `aJpegSegment`. */
export function aJpeg({
  width = 3,
  height = 2,
  extra = [],
  after = '',
}: PictureShape & { readonly extra?: readonly Uint8Array[]; readonly after?: string } = {}): Uint8Array {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  // Each block is two bits 0: "no difference" and "end of block"; ones fill the last byte.
  const scan = new Uint8Array(Math.ceil(blocks / 4));
  if (blocks % 4 !== 0) scan[scan.length - 1] = 0xff >> ((blocks % 4) * 2);
  const oneCode = [1, ...Array.from({ length: 15 }, () => 0), 0];
  return bytes(
    [0xff, 0xd8],
    aJpegSegment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    ...extra,
    aJpegSegment(
      0xdb,
      bytes(
        [0],
        Array.from({ length: 64 }, () => 1),
      ),
    ),
    aJpegSegment(0xc4, bytes([0x00], oneCode, [0x10], oneCode)),
    aJpegSegment(0xc0, bytes([8], u16(height), u16(width), [1, 1, 0x11, 0])),
    aJpegSegment(0xda, bytes([1, 1, 0, 0, 63, 0])),
    scan,
    [0xff, 0xd9],
    after,
  );
}

export function aJpegSegment(marker: number, body: Uint8Array): Uint8Array {
  return bytes([0xff, marker], u16(body.length + 2), body);
}

/** A black lossless WebP that decoders draw, or with `form` the shape (not the picture) of the other two. */
export function aWebp({
  width = 3,
  height = 2,
  form = 'VP8L',
  after = '',
}: PictureShape & { readonly form?: 'VP8L' | 'VP8 ' | 'VP8X'; readonly after?: string } = {}): Uint8Array {
  // 14 + 14 bits of size, one of alpha, three of version; then no transforms, no cache, and five codes of one symbol each.
  const lossless = bytes([0x2f], u32le(((width - 1) | ((height - 1) << 14)) >>> 0), [0x88, 0x88, 0x08]);
  const lossy = bytes([0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a], u16le(width), u16le(height), new Uint8Array(4));
  const canvas = bytes(new Uint8Array(4), u32le(width - 1).subarray(0, 3), u32le(height - 1).subarray(0, 3));
  const chunks =
    form === 'VP8X'
      ? bytes(aRiffChunk('VP8X', canvas), aRiffChunk('VP8L', lossless))
      : aRiffChunk(form, form === 'VP8 ' ? lossy : lossless);
  return bytes('RIFF', u32le(chunks.length + 4), 'WEBP', chunks, after);
}

export function aRiffChunk(tag: string, body: Uint8Array): Uint8Array {
  return bytes(tag, u32le(body.length), body, new Uint8Array(body.length % 2));
}

/** A black GIF that decoders draw, with a comment. */
export function aGif({
  width = 3,
  height = 2,
  after = '',
}: PictureShape & { readonly after?: string } = {}): Uint8Array {
  // Codes of three bits: clear (4) before each pixel (0) keeps them from growing; 5 ends.
  const codes = [...Array.from({ length: width * height }, () => [4, 0]).flat(), 5];
  const packed = new Uint8Array(Math.ceil((codes.length * 3) / 8));
  for (const [index, code] of codes.entries()) {
    for (let bit = 0; bit < 3; bit += 1) {
      const at = index * 3 + bit;
      packed[at >> 3] = (packed[at >> 3] ?? 0) | (((code >> bit) & 1) << (at & 7));
    }
  }
  const runs: Uint8Array[] = [];
  for (let at = 0; at < packed.length; at += 255)
    runs.push(bytes([Math.min(255, packed.length - at)], packed.subarray(at, at + 255)));
  return bytes(
    'GIF89a',
    u16le(width),
    u16le(height),
    [0x80, 0, 0],
    new Uint8Array(6),
    [0x21, 0xfe, 2],
    'hi',
    [0],
    [0x2c, 0, 0, 0, 0],
    u16le(width),
    u16le(height),
    [0, 2],
    ...runs,
    [0, 0x3b],
    after,
  );
}

/** The boxes of a HEIC as phones write them: a tile and a preview beside the main picture. Holds no real picture. */
export function aHeic({
  width = 4032,
  height = 3024,
  brand = 'heic',
  brands = ['mif1', 'heic'],
  primary = true,
  after = '',
}: PictureShape & {
  readonly brand?: string;
  readonly brands?: readonly string[];
  /** Whether the file says which of its pictures is the main one. */
  readonly primary?: boolean;
  readonly after?: string;
} = {}): Uint8Array {
  const size = (w: number, h: number): Uint8Array => anIsoBox('ispe', [0, 0, 0, 0], u32(w), u32(h));
  const properties = anIsoBox('ipco', size(512, 512), size(width, height), size(320, 240), anIsoBox('irot', [1]));
  // Items 1 (tile), 49 (main: size and an essential rotation), 50 (preview).
  const ties = anIsoBox('ipma', [0, 0, 0, 0], u32(3), u16(1), [1, 1], u16(49), [2, 0x84, 2], u16(50), [1, 3]);
  return bytes(
    anIsoBox('ftyp', brand, u32(0), ...brands),
    anIsoBox(
      'meta',
      [0, 0, 0, 0],
      anIsoBox('hdlr', new Uint8Array(8), 'pict', new Uint8Array(13)),
      ...(primary ? [anIsoBox('pitm', [0, 0, 0, 0], u16(49))] : []),
      anIsoBox('iprp', properties, ties),
    ),
    anIsoBox('mdat', new Uint8Array(24)),
    after,
  );
}

export function anIsoBox(tag: string, ...body: readonly Part[]): Uint8Array {
  const content = bytes(...body);
  return bytes(u32(content.length + 8), tag, content);
}

/** A PDF of one empty page. Ends at its last mark, without a line end. */
export function aPdf({ after = '' }: { readonly after?: string } = {}): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>',
  ];
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, index) => {
    const start = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  return bytes(
    `${text}xref\n0 4\n0000000000 65535 f \n${table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`,
    after,
  );
}

/** A receipt as a mail program saves it. `headers` replaces all header lines. */
export function anEmail({
  headers,
  lineEnd = '\r\n',
  body = 'Your plan has been cancelled.',
}: { readonly headers?: readonly string[]; readonly lineEnd?: string; readonly body?: string } = {}): Uint8Array {
  const lines = headers ?? [
    'Return-Path: <noreply@example.com>',
    'Received: from mail.example.com by mx.example.org;',
    '\tTue, 3 Nov 2026 10:00:00 +0000',
    'From: Example <noreply@example.com>',
    'Subject: Your receipt',
    'MIME-Version: 1.0',
  ];
  return new TextEncoder().encode([...lines, '', body, ''].join(lineEnd));
}

/** One whole file of each accepted kind, smallest first within reason. */
export function oneOfEach(): Readonly<Record<'png' | 'jpeg' | 'webp' | 'heic' | 'gif' | 'pdf' | 'eml', Uint8Array>> {
  return { png: aPng(), jpeg: aJpeg(), webp: aWebp(), heic: aHeic(), gif: aGif(), pdf: aPdf(), eml: anEmail() };
}

export type Part = string | readonly number[] | Uint8Array;

/** Parts one after another; characters of strings are bytes (Latin-1). */
export function bytes(...parts: readonly Part[]): Uint8Array {
  return Uint8Array.from(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part))),
    ),
  );
}

export function u16(value: number): Uint8Array {
  return Uint8Array.from([value >> 8, value & 0xff]);
}

export function u32(value: number): Uint8Array {
  return Uint8Array.from([value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff]);
}

export function u16le(value: number): Uint8Array {
  return u16(value).toReversed();
}

export function u32le(value: number): Uint8Array {
  return u32(value).toReversed();
}
