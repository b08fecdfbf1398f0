// Cleaning keeps every pixel and nothing else, by the judgement of ExifTool and ImageMagick.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanPicture, type Cleaned } from '../../../src/proof/clean/clean';
import {
  aHeic,
  aGif,
  aJpeg,
  aJpegSegment,
  aPdf,
  aPng,
  aPngChunk,
  aWebp,
  anEmail,
  bytes,
  u32,
} from '../../support/pictures';
import {
  IN_LADEN_JPEG,
  IN_LADEN_PNG,
  IN_LADEN_WEBP,
  TOKEN,
  anAnimatedPng,
  anAnimatedWebp,
  drawn,
  holdsToken,
  ladenJpeg,
  ladenPng,
  ladenWebp,
  withRestarts,
} from '../../support/laden-pictures';
import { differingPixels, pixelsOf, placed, tagsIn } from '../../support/picture-tools';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quitgpt-clean-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const SIZE = { width: 61, height: 47 };

/** What a cleaned picture may say of itself: how it is coded, and nothing about who, where, when or with what. */
const STRUCTURE =
  /^(File:(FileType|FileTypeExtension|MIMEType|ImageWidth|ImageHeight|BitsPerSample|ColorComponents|YCbCrSubSampling|EncodingProcess|ExifByteOrder)|JFIF:(JFIFVersion|ResolutionUnit|XResolution|YResolution)|Adobe:(DCTEncodeVersion|APP14Flags0|APP14Flags1|ColorTransform)|IFD0:Orientation|PNG:(ImageWidth|ImageHeight|BitDepth|ColorType|Compression|Filter|Interlace|Palette|Transparency|Gamma|SRGBRendering|BackgroundColor|SignificantBits|WhitePoint[XY]|RedX|RedY|GreenX|GreenY|BlueX|BlueY|AnimationFrames|AnimationPlays)|PNG-cICP:\w+|PNG-pHYs:\w+|RIFF:(ImageWidth|ImageHeight|VP8Version|HorizontalScale|VerticalScale|AlphaIsUsed|WebP_Flags|BackgroundColor|AnimationLoopCount|FrameCount|Duration|ImageFlags|AlphaPreprocessing|AlphaFiltering|AlphaCompression))$/;

/** Cleans, and checks what is true of every cleaned picture. */
function cleaned(name: string, content: Uint8Array): Extract<Cleaned, { readonly ok: true }> {
  const before = Buffer.from(content);
  const clean = cleanPicture(content);
  if (!clean.ok) throw new Error(`${name}: ${clean.problem}`);
  expect(before.equals(content), 'the original is left alone').toBe(true);
  expect(holdsToken(clean.bytes), name).toBe(false);
  const [one, other] = [placed(folder, `before-${name}`, content), placed(folder, `after-${name}`, clean.bytes)];
  expect(
    tagsIn(other).filter((tag) => !STRUCTURE.test(tag)),
    name,
  ).toEqual([]);
  if (!clean.animated) expect(differingPixels(one, other), name).toBe(0);
  const again = cleanPicture(clean.bytes);
  expect(again.ok && again.removed, name).toEqual([]);
  expect(again.ok && Buffer.compare(again.bytes, clean.bytes), name).toBe(0);
  return clean;
}

const counts = ({ removed }: Pick<Extract<Cleaned, { readonly ok: true }>, 'removed'>): Record<string, number> =>
  Object.fromEntries(removed.map(({ kind, count }) => [kind, count]));

describe('a cleaned JPEG', () => {
  const FORMS: Readonly<Record<string, readonly string[]>> = {
    baseline: [],
    progressive: ['-interlace', 'JPEG'],
    'progressive at full colour': ['-interlace', 'JPEG', '-sampling-factor', '1x1', '-quality', '97'],
    'progressive and wide': ['-interlace', 'JPEG', '-sampling-factor', '2x1'],
    grey: ['-colorspace', 'Gray'],
    'grey and progressive': ['-colorspace', 'Gray', '-interlace', 'JPEG'],
    'in inks': ['-colorspace', 'CMYK'],
    poor: ['-quality', '3'],
    'with tables of its own': ['-define', 'jpeg:optimize-coding=true'],
    'with common tables': ['-define', 'jpeg:optimize-coding=false'],
  };
  it.each(Object.entries(FORMS))('that is %s has its pixels and nothing that was planted', (name, options) => {
    const picture = drawn('jpeg', options);
    const clean = cleaned(`${name}.jpg`, ladenJpeg(picture));
    expect(counts(clean)).toEqual(IN_LADEN_JPEG);
    expect(clean).toMatchObject({ kind: 'jpeg', ...SIZE, orientation: 1, animated: false });
    expect(differingPixels(placed(folder, 'plain.jpg', picture), join(folder, `after-${name}.jpg`))).toBe(0);
  });
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('with orientation %i is seen the same way up', (orientation) => {
    const clean = cleaned(`turned-${orientation}.jpg`, ladenJpeg(drawn('jpeg'), { orientation }));
    expect(clean.orientation).toBe(orientation);
    expect(tagsIn(join(folder, `after-turned-${orientation}.jpg`)).includes('IFD0:Orientation')).toBe(
      orientation !== 1,
    );
    const [before, after] = ['before', 'after'].map((when) =>
      pixelsOf(join(folder, `${when}-turned-${orientation}.jpg`)),
    );
    expect(before?.length).toBe(61 * 47 * 4);
    expect(after).toEqual(before);
  });
  it('with an orientation nobody knows has none', () =>
    expect(cleaned('odd.jpg', ladenJpeg(drawn('jpeg'), { orientation: 9 })).orientation).toBe(1));
  it('keeps a block that says the orientation alone, and finds nothing in it', () => {
    const once = cleaned('once.jpg', ladenJpeg(drawn('jpeg'), { orientation: 6 }));
    expect(cleanPicture(once.bytes)).toMatchObject({ ok: true, removed: [], orientation: 6 });
  });
  it('has no bytes between its coded data and its end', () => {
    const picture = drawn('jpeg');
    const clean = cleaned(
      'behind-scan.jpg',
      bytes(picture.subarray(0, -2), TOKEN, [0xff, 0xd0, 0xff, 0], TOKEN, [0xff, 0xd9]),
    );
    expect(counts(clean)).toEqual({ 'after-end': 1 });
    expect(Buffer.compare(clean.bytes, picture)).toBe(0);
  });
  it.each([
    ['baseline', []],
    ['progressive', ['-progressive']],
  ])('that is %s keeps its restart marks', (name, flags) => {
    const picture = withRestarts(drawn('jpeg'), flags);
    expect(
      Buffer.from(cleaned(`restart-${name}.jpg`, ladenJpeg(picture)).bytes).includes(Buffer.from([0xff, 0xd7])),
    ).toBe(true);
  });
  it.each([
    [0xc9, 'arithmetic'],
    [0xc3, 'lossless'],
    [0xc5, 'hierarchical'],
  ])('is not made of coding %i (%s), and it is said', (marker) => {
    const picture = Buffer.from(drawn('jpeg'));
    picture[picture.indexOf(Buffer.from([0xff, 0xc0])) + 1] = marker;
    expect(cleanPicture(picture)).toEqual({ ok: false, problem: 'cannot-clean', kind: 'jpeg' });
  });
  it.each([
    [0xdb, 'quantisation'],
    [0xc4, 'Huffman tables'],
    [0xc0, 'frame'],
    [0xda, 'scan'],
    [0xdd, 'restarts'],
  ])('is not made when segment %i (%s) holds more than it should', (marker) => {
    const picture = Buffer.from(withRestarts(drawn('jpeg')));
    const at = picture.indexOf(Buffer.from([0xff, marker]));
    const end = at + 2 + picture.readUInt16BE(at + 2);
    const longer = bytes(
      picture.subarray(0, at),
      aJpegSegment(marker, bytes(picture.subarray(at + 4, end), TOKEN)),
      picture.subarray(end),
    );
    expect(cleanPicture(picture).ok).toBe(true);
    expect(cleanPicture(longer)).toMatchObject({ ok: false, problem: 'damaged' });
  });
  it('is not made when a colour was never drawn', () => {
    const picture = Buffer.from(aJpeg());
    const at = picture.indexOf(Buffer.from([0xff, 0xc0]));
    const two = aJpegSegment(0xc0, bytes(picture.subarray(at + 4, at + 9), [2, 1, 0x11, 0, 2, 0x11, 0]));
    expect(cleanPicture(bytes(picture.subarray(0, at), two, picture.subarray(at + 13)))).toMatchObject({
      ok: false,
      problem: 'damaged',
    });
  });
  it('is not made of a second picture drawn over the first', () => {
    const picture = Buffer.from(drawn('jpeg', ['-colorspace', 'Gray']));
    const scan = picture.subarray(picture.indexOf(Buffer.from([0xff, 0xda])), -2);
    expect(cleanPicture(bytes(picture.subarray(0, -2), scan, [0xff, 0xd9]))).toMatchObject({
      ok: false,
      problem: 'damaged',
    });
  });
});

describe('a cleaned PNG', () => {
  const FORMS: Readonly<Record<string, readonly string[]>> = {
    colour: [],
    'with alpha': ['-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '40%', '+channel'],
    'of 16 bits': ['-depth', '16', '-define', 'png:bit-depth=16', '-define', 'png:color-type=2'],
    'with a palette': ['-colors', '30', '-define', 'png:color-type=3'],
    'of two colours': ['-monochrome', '-define', 'png:bit-depth=1', '-define', 'png:color-type=0'],
    grey: ['-colorspace', 'Gray'],
    interlaced: ['-interlace', 'PNG'],
    'interlaced with a palette': ['-colors', '5', '-define', 'png:color-type=3', '-interlace', 'PNG'],
    'interlaced of 16 bits with alpha': ['-define', 'png:format=png64', '-interlace', 'PNG'],
  };
  it.each(Object.entries(FORMS))('%s has its pixels and nothing that was planted', (name, options) => {
    const clean = cleaned(
      `${name}.png`,
      ladenPng(drawn('png', [...options, '-define', 'png:exclude-chunks=date,tEXt,tIME'])),
    );
    expect(counts(clean)).toEqual(expect.objectContaining({ ...IN_LADEN_PNG, unknown: expect.any(Number) }));
    expect(clean).toMatchObject({ kind: 'png', ...SIZE, animated: false });
  });
  it('has only the rows that its header announces: those of an edited height go', () => {
    const rows = Uint8Array.from({ length: 9 * 40 }, (_, at) => (at % 9 === 0 ? 0 : at % 256));
    const tall = (height: number, data: Uint8Array): Uint8Array =>
      bytes(
        '\u0089PNG\r\n\u001a\n',
        aPngChunk('IHDR', bytes(u32(8), u32(height), [8, 0, 0, 0, 0])),
        aPngChunk('IDAT', deflateSync(data)),
        aPngChunk('IEND'),
      );
    const clean = cleanPicture(tall(10, rows));
    expect(clean).toMatchObject({ ok: true, height: 10, removed: [{ kind: 'after-end', count: 1 }] });
    expect(clean.ok && Buffer.compare(clean.bytes, tall(10, rows.subarray(0, 90)))).toBe(0);
  });
  it('has no bytes behind its packed data, in however many chunks it came', () => {
    const data = deflateSync(new Uint8Array(12));
    const parts = bytes(data, TOKEN);
    const picture = bytes(
      aPng({ width: 5, height: 2 }).subarray(0, 33),
      aPngChunk('IDAT', parts.subarray(0, 4)),
      aPngChunk('IDAT', parts.subarray(4)),
      aPngChunk('IEND'),
    );
    expect(counts(cleaned('packed.png', picture))).toEqual({ 'after-end': 1 });
  });
  it('keeps all frames of an animation, and counts them anew', () => {
    const clean = cleaned('moving.png', anAnimatedPng());
    expect(counts(clean)).toEqual({ comment: 1, 'after-end': 1 });
    expect(clean).toMatchObject({ animated: true, width: 6, height: 5 });
    expect(clean.bytes).toEqual(cleaned('moving-plain.png', anAnimatedPng(false)).bytes);
  });
  it.each([
    ['a checksum is wrong', (file: Buffer) => file.fill(0, 29, 30)],
    ['the data is cut', (file: Buffer) => bytes(file.subarray(0, -30), aPngChunk('IEND'))],
    [
      'there are fewer rows than it says',
      () =>
        bytes(
          '\u0089PNG\r\n\u001a\n',
          aPngChunk('IHDR', bytes(u32(8), u32(10), [8, 0, 0, 0, 0])),
          aPngChunk('IDAT', deflateSync(new Uint8Array(89))),
          aPngChunk('IEND'),
        ),
    ],
    [
      'a palette comes late',
      (file: Buffer) => bytes(file.subarray(0, -12), aPngChunk('PLTE', new Uint8Array(3)), file.subarray(-12)),
    ],
    [
      'a background is too long',
      (file: Buffer) => bytes(file.subarray(0, 33), aPngChunk('bKGD', bytes('1234567')), file.subarray(33)),
    ],
    ['the end holds something', (file: Buffer) => bytes(file.subarray(0, -12), aPngChunk('IEND', bytes('x')))],
    ['its rows come in an order that no PNG has', (file: Buffer) => withInterlace(file, 2)],
    ['nothing is said of the order of its rows', (file: Buffer) => withHeader(file, file.subarray(16, 28))],
  ])('is not made when %s', (_what, spoil) =>
    expect(cleanPicture(spoil(Buffer.from(drawn('png'))))).toMatchObject({ ok: false, problem: 'damaged' }),
  );
  it('is not made of a PNG that only some programs draw', () =>
    expect(cleanPicture(aPng({ extra: [aPngChunk('CgBI', new Uint8Array(4))] }))).toMatchObject({
      ok: false,
      problem: 'cannot-clean',
    }));
});

/** `file` with another header, its checksum right. */
const withHeader = (file: Buffer, header: Uint8Array): Uint8Array =>
  bytes(file.subarray(0, 8), aPngChunk('IHDR', header), file.subarray(33));
const withInterlace = (file: Buffer, interlace: number): Uint8Array =>
  withHeader(file, bytes(file.subarray(16, 28), [interlace]));

describe('a cleaned WebP', () => {
  const FORMS: Readonly<Record<string, readonly string[]>> = {
    lossy: [],
    lossless: ['-define', 'webp:lossless=true'],
  };
  it.each(Object.entries(FORMS))('%s has its pixels and nothing that was planted', (name, options) => {
    const clean = cleaned(`${name}.webp`, ladenWebp(drawn('webp', options), SIZE));
    expect(counts(clean)).toEqual(IN_LADEN_WEBP);
    expect(clean).toMatchObject({ kind: 'webp', ...SIZE, animated: false });
    const flags = clean.bytes.subarray(20, 24);
    expect([...flags], 'no flag for what is gone, no reserved bit').toEqual([0, 0, 0, 0]);
  });
  it('of the simple form loses what was hung on it', () => {
    const picture = drawn('webp');
    const clean = cleaned('simple.webp', bytes(picture, TOKEN));
    expect(clean.bytes).toEqual(picture);
  });
  it('keeps its alpha plane', () => {
    const clean = cleaned(
      'alpha.webp',
      drawn('webp', ['-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '40%', '+channel']),
    );
    expect(Buffer.from(clean.bytes).includes('ALPH')).toBe(true);
  });
  it('keeps all frames of an animation, and nothing between or inside them', () => {
    const pictures = [drawn('webp'), drawn('webp', ['-negate'])];
    const clean = cleaned('moving.webp', anAnimatedWebp(pictures, SIZE));
    expect(counts(clean)).toEqual({ gps: 1, exif: 1, thumbnail: 1, unknown: 1 });
    expect(clean).toMatchObject({ animated: true, ...SIZE });
    expect(clean.bytes).toEqual(anAnimatedWebp(pictures, SIZE, false));
  });
  it('is not made when the canvas and the picture are of two sizes', () => {
    expect(cleanPicture(ladenWebp(drawn('webp'), { width: 61, height: 48 }))).toMatchObject({
      ok: false,
      problem: 'damaged',
    });
  });
  it('has its padding set to nothing', () => {
    const odd = bytes(aWebp().subarray(0, 12), 'VP8L', [9, 0, 0, 0], aWebp().subarray(20, 28), [7], 'X');
    const file = Buffer.from(odd);
    file.writeUInt32LE(file.length - 8, 4);
    const clean = cleanPicture(file);
    expect(clean.ok && [...clean.bytes.subarray(-2)]).toEqual([7, 0]);
    expect(clean.ok && clean.bytes.length).toBe(file.length);
  });
});

describe('what cannot be cleaned', () => {
  it.each([
    ['heic', aHeic()],
    ['gif', aGif()],
    ['pdf', aPdf()],
    ['eml', anEmail()],
    ['avif', aHeic({ brand: 'avif', brands: ['avif', 'mif1'] })],
  ] as const)('%s is said', (kind, content) => {
    expect(cleanPicture(content)).toEqual({ ok: false, problem: 'cannot-clean', kind });
  });
  it('nothing, and no picture, are said', () => {
    expect(cleanPicture(new Uint8Array())).toEqual({ ok: false, problem: 'empty' });
    expect(cleanPicture(bytes('words'))).toEqual({ ok: false, problem: 'unknown-kind' });
  });
});
