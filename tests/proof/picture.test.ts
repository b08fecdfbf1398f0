// Pictures as pixels: the ones ImageMagick sees, upright, within 50 megapixels.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodePicture, encodePng } from '../../src/proof/picture';
import { aGif, aJpeg, aPng, aPngChunk, aWebp, bytes, u32 } from '../support/pictures';
import { anAnimatedPng, anAnimatedWebp, drawn, ladenJpeg } from '../support/laden-pictures';
import { codecs, pixelsOf, placed } from '../support/picture-tools';
import { PROGRAM, plainEnvironment, run } from '../support/tools';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quitgpt-picture-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const FORMS = {
  'a PNG': ['png', []],
  'a PNG with a palette': ['png', ['-colors', '30', '-define', 'png:color-type=3']],
  'a PNG with alpha': ['png', ['-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '40%', '+channel']],
  'an interlaced PNG': ['png', ['-interlace', 'PNG']],
  'a PNG of two colours': ['png', ['-monochrome', '-define', 'png:bit-depth=1', '-define', 'png:color-type=0']],
  'a JPEG': ['jpeg', []],
  'a progressive JPEG': ['jpeg', ['-interlace', 'JPEG']],
  'a grey JPEG': ['jpeg', ['-colorspace', 'Gray']],
  'a WebP': ['webp', []],
  'a lossless WebP': ['webp', ['-define', 'webp:lossless=true']],
  'a WebP with alpha': ['webp', ['-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '40%', '+channel']],
} as const;

async function pixels(
  file: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; readonly data: Uint8Array | Uint8ClampedArray }> {
  const picture = await decodePicture(file, codecs);
  if (!picture.ok) throw new Error(picture.problem);
  return picture.pixels;
}

describe('a decoded picture', () => {
  it.each(Object.entries(FORMS))('from %s has the pixels that others see', async (name, [kind, options]) => {
    const file = drawn(kind, options);
    const { width, height, data } = await pixels(file);
    expect([width, height]).toEqual([61, 47]);
    expect(Buffer.compare(Buffer.from(data), pixelsOf(placed(folder, name, file)))).toBe(0);
  });
  it('goes to a thread whole where the system has an ImageData of its own, whose parts are no properties', async () => {
    const own = globalThis as { ImageData?: unknown };
    const before = own.ImageData;
    own.ImageData = class {
      readonly #parts: readonly [Uint8ClampedArray, number, number];
      constructor(...parts: readonly [Uint8ClampedArray, number, number]) {
        this.#parts = parts;
      }
      get data(): Uint8ClampedArray {
        return this.#parts[0];
      }
      get width(): number {
        return this.#parts[1];
      }
      get height(): number {
        return this.#parts[2];
      }
    };
    try {
      for (const kind of ['png', 'jpeg', 'webp'] as const) {
        const arrived = structuredClone(await pixels(drawn(kind)));
        expect([arrived.width, arrived.height, arrived.data?.length]).toEqual([61, 47, 61 * 47 * 4]);
      }
    } finally {
      own.ImageData = before;
    }
  });
  it('from a PNG of 16 bits has the upper eight of them', async () => {
    const file = drawn('png', ['-depth', '16', '-define', 'png:format=png48']);
    const seen = pixelsOf(placed(folder, 'deep.png', file));
    expect(file[24]).toBe(16);
    expect((await pixels(file)).data.every((value, at) => Math.abs(value - (seen[at] ?? 999)) <= 1)).toBe(true);
  });
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright from orientation %i', async (orientation) => {
    const file = ladenJpeg(drawn('jpeg'), { orientation });
    const { width, height, data } = await pixels(file);
    expect([width, height]).toEqual(orientation >= 5 ? [47, 61] : [61, 47]);
    expect(Buffer.compare(Buffer.from(data), pixelsOf(placed(folder, `turned-${orientation}.jpg`, file)))).toBe(0);
  });
  it('is written as a PNG of three chunks with the same pixels', async () => {
    const picture = await pixels(
      drawn('png', ['-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '40%', '+channel']),
    );
    const file = await encodePng(picture, codecs);
    expect(tagsOf(file)).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(Buffer.compare(pixelsOf(placed(folder, 'again.png', file)), Buffer.from(picture.data))).toBe(0);
  });
  it('is not made of what is no single picture this program can draw', async () => {
    expect(await decodePicture(anAnimatedPng(), codecs)).toEqual({ ok: false, problem: 'animated', kind: 'png' });
    expect(await decodePicture(anAnimatedWebp([drawn('webp')], { width: 61, height: 47 }), codecs)).toEqual({
      ok: false,
      problem: 'animated',
      kind: 'webp',
    });
    expect(await decodePicture(drawn('jpeg', ['-colorspace', 'CMYK']), codecs)).toEqual({
      ok: false,
      problem: 'cannot-draw',
      kind: 'jpeg',
    });
    expect(await decodePicture(aGif(), codecs)).toEqual({ ok: false, problem: 'cannot-clean', kind: 'gif' });
  });
  it('comes after one that could not be drawn', async () => {
    await decodePicture(drawn('jpeg', ['-colorspace', 'CMYK']), codecs);
    expect((await pixels(drawn('jpeg'))).width).toBe(61);
  });
});

/** The chunks of a PNG in order; what follows the last whole one counts as one more. */
function tagsOf(file: Uint8Array): readonly string[] {
  const data = Buffer.from(file);
  const tags: string[] = [];
  let at = 8;
  for (; at + 12 <= data.length; at += 12 + data.readUInt32BE(at)) tags.push(data.toString('latin1', at + 4, at + 8));
  return at === data.length ? tags : [...tags, 'surplus'];
}

const header = (width: number, height: number): Uint8Array =>
  aPngChunk('IHDR', bytes(u32(width), u32(height), [8, 6, 0, 0, 0]));
/** A header of one size over the rows of another. */
const lying = (width: number, height: number): Uint8Array =>
  bytes(
    '\u0089PNG\r\n\u001a\n',
    header(width, height),
    aPngChunk('IDAT', deflateSync(new Uint8Array(41))),
    aPngChunk('IEND'),
  );

/** The largest memory in MB of the built program while it blacks out `file`. */
async function memoryFor(
  name: string,
  file: Uint8Array,
): Promise<{ readonly code: number | null; readonly stdout: string; readonly megabytes: number }> {
  const path = placed(folder, name, file);
  const measure = 'data:text/javascript,process.on("exit",()=>console.error("peak="+process.resourceUsage().maxRSS))';
  const { code, stdout, stderr } = await run(
    process.execPath,
    ['--import', measure, PROGRAM, 'proof', path, '--redact', '0,0,1,1', '--json', '--force'],
    { cwd: folder, env: plainEnvironment(folder) },
  );
  return { code, stdout, megabytes: Number(/peak=(\d+)/.exec(stderr)?.[1]) / 1024 };
}

describe('a picture too large', () => {
  it.each([
    ['an honest PNG', aPng({ width: 10_000, height: 5001 }), 'too-many-pixels'],
    ['a PNG that lies', lying(2_000_000_000, 2_000_000_000), 'too-many-pixels'],
    ['a PNG that lies within the limit', lying(7000, 7000), 'damaged'],
    ['a JPEG that lies', aJpegOf(10_000, 5001), 'too-many-pixels'],
    ['a JPEG that lies within the limit', aJpegOf(7000, 7000), 'damaged'],
    ['a WebP', aWebp({ width: 10_000, height: 5001 }), 'too-many-pixels'],
    ['a WebP whose canvas lies', aWebp({ width: 10_000, height: 5001, form: 'VP8X' }), 'too-many-pixels'],
  ] as const)('%s is refused before memory is taken', { timeout: 60_000 }, async (name, file, problem) => {
    const [least, seen] = [await memoryFor('small.png', lying(5, 2)), await memoryFor(name, file)];
    expect(await decodePicture(file, codecs)).toMatchObject({ ok: false, problem });
    expect(seen.code).toBe(1);
    expect(JSON.parse(seen.stdout)).toMatchObject({ result: { files: [{ problem: { code: problem } }] } });
    expect(seen.megabytes - least.megabytes, 'MB more than for a picture of ten pixels').toBeLessThan(30);
  });
  it('of exactly 50 megapixels is drawn', { timeout: 60_000 }, async () => {
    const seen = await memoryFor('largest.webp', aWebp({ width: 10_000, height: 5000 }));
    expect(seen.code, seen.stdout).toBe(0);
    expect(seen.megabytes).toBeLessThan(1500);
  });
});

/** A JPEG header of one size over the scan of another. */
function aJpegOf(width: number, height: number): Uint8Array {
  const file = Buffer.from(aJpeg());
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, frame + 5);
  file.writeUInt16BE(width, frame + 7);
  return file;
}
