// Ten thousand broken pictures: each gives a clear refusal or a clean file, soon, and never a file that is called clean and is not.
import { init as initJpeg, default as decodeJpeg } from '@jsquash/jpeg/decode.js';
import { init as initPng, default as decodePng } from '@jsquash/png/decode.js';
import { init as initWebp, default as decodeWebp } from '@jsquash/webp/decode.js';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { cleanPicture } from '../../../src/proof/clean/clean';
import { readFacts } from '../../../src/proof/formats/sniff';
import {
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
import { LINEAR, growthOf, timed } from '../../support/growth';
import { codecs } from '../../support/picture-tools';
import { aJpeg, aJpegSegment, aPng, aPngChunk, aRiffChunk, aWebp, bytes, u32le } from '../../support/pictures';

const SIZE = { width: 24, height: 18 };
const EACH = 1000;
/** A cleaner that takes more processor time than this for a picture of a few kilobytes hangs; in microseconds. */
const LONGEST = 1_000_000;

/** Numbers that look random and are the same in each run (mulberry32). */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One broken form of `picture`: cut, flipped, overwritten, with bytes left out, put in or moved; PNG often with right checksums. */
function broken(picture: Uint8Array, chance: (below: number) => number): Uint8Array {
  let file = Buffer.from(picture);
  for (let count = 1 + chance(3); count > 0; count -= 1) {
    const at = chance(file.length);
    const way = chance(7);
    if (way === 0) file = file.subarray(0, at);
    else if (way === 1) file[at] = (file[at] ?? 0) ^ (1 << chance(8));
    else if (way === 2) file[at] = chance(256);
    else if (way === 3) file[at] = [0xff, 0x00, 0xd9, 0xda, 0xd0, 0xe1, 0x7f, 0x80][chance(8)] ?? 0;
    else if (way === 4) file = Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + chance(40))]);
    else if (way === 5)
      file = Buffer.concat([
        file.subarray(0, at),
        Buffer.from(Array.from({ length: 1 + chance(40) }, () => chance(256))),
        file.subarray(at),
      ]);
    else
      file = Buffer.concat([
        file.subarray(0, at),
        withoutToken(file.subarray(chance(file.length), chance(file.length))),
        file.subarray(at),
      ]);
    if (file.length === 0) return file;
  }
  return file.length > 8 && file.readUInt32BE(0) === 0x89504e47 && chance(4) > 0
    ? withChecksums(Buffer.from(file))
    : file;
}

/** A planted piece put into the coded pixels themselves would be part of the picture. */
function withoutToken(piece: Buffer): Buffer {
  return Buffer.from(piece.toString('latin1').replaceAll(TOKEN, 'x'.repeat(TOKEN.length)), 'latin1');
}

/** Without this nearly every broken PNG is refused for a checksum, and nothing behind that check is tried. */
function withChecksums(file: Buffer): Uint8Array {
  for (let at = 8; at + 12 <= file.length;) {
    const end = at + 8 + file.readUInt32BE(at);
    if (end + 4 > file.length) break;
    file.writeUInt32BE(crc32(file.subarray(at + 4, end)), end);
    at = end + 4;
  }
  return file;
}

const small = (kind: 'png' | 'jpeg' | 'webp', options: readonly string[] = []): Uint8Array =>
  drawn(kind, options, '24x18');
const KINDS: Readonly<Record<string, () => Uint8Array>> = {
  JPEG: () => ladenJpeg(small('jpeg'), { orientation: 6 }),
  'progressive JPEG': () => ladenJpeg(small('jpeg', ['-interlace', 'JPEG'])),
  'progressive JPEG with restart marks': () => ladenJpeg(withRestarts(small('jpeg'), ['-progressive'])),
  PNG: () => ladenPng(small('png')),
  'PNG with a palette': () =>
    ladenPng(small('png', ['-colors', '30', '-define', 'png:color-type=3', '-interlace', 'PNG'])),
  'animated PNG': () => anAnimatedPng(),
  'lossy WebP': () => ladenWebp(small('webp'), SIZE),
  'lossless WebP': () => ladenWebp(small('webp', ['-define', 'webp:lossless=true']), SIZE),
  'WebP with alpha': () => small('webp', ['-alpha', 'set', '-channel', 'A', '-evaluate', 'set', '40%', '+channel']),
  'animated WebP': () => anAnimatedWebp([small('webp'), small('webp', ['-negate'])], SIZE),
};

const DECODE = { png: decodePng, jpeg: decodeJpeg, webp: decodeWebp };
const SILENT = { print: () => undefined, printErr: () => undefined };

beforeAll(async () => {
  await initPng(await WebAssembly.compile(await codecs.shipped('png.wasm')));
  await initJpeg(await WebAssembly.compile(await codecs.shipped('jpeg.wasm')), SILENT);
  await initWebp(await WebAssembly.compile(await codecs.shipped('webp.wasm')), SILENT);
});

/** Pixels by the codec alone, which forgives more than the cleaner; `undefined` where it draws nothing. */
async function pixels(kind: 'png' | 'jpeg' | 'webp', file: Uint8Array): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await DECODE[kind](Uint8Array.from(file))).data);
  } catch {
    return undefined;
  }
}

/** The chunk that holds the pixels of a cleaned WebP that does not move. */
function codedData(webp: Uint8Array): Buffer {
  const file = Buffer.from(webp);
  const at = file.indexOf('VP8', 16);
  return file.subarray(at === -1 ? 12 : at);
}

describe(`${Object.keys(KINDS).length * EACH} broken pictures`, () => {
  it.each(Object.entries(KINDS))(
    '%s: refused, or clean with the same pixels',
    { timeout: 120_000 },
    async (name, make) => {
      const whole = make();
      expect(cleanPicture(whole).ok).toBe(true);
      const chance = chances([...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7));
      const outcomes = { clean: 0, refused: 0, drawn: 0 };
      for (let number = 0; number < EACH; number += 1) {
        const file = broken(whole, chance);
        const what = `number ${number}: ${Buffer.from(file).toString('base64')}`;
        const { result, microseconds } = timed(() => cleanPicture(file));
        expect(microseconds, what).toBeLessThan(LONGEST);
        if (!result.ok) {
          outcomes.refused += 1;
          continue;
        }
        outcomes.clean += 1;
        if (holdsToken(result.bytes)) expect.fail(`a planted piece stayed in ${what}`);
        expect(readFacts(result.bytes), what).toMatchObject({ ok: true, kind: result.kind });
        const again = cleanPicture(result.bytes);
        if (!again.ok || again.removed.length > 0) expect.fail(`not clean after cleaning: ${what}`);
        const [mine, original] = [await pixels(result.kind, result.bytes), await pixels(result.kind, file)];
        // Where the coded data of a WebP is broken itself, libwebp reads on behind its chunk, into what is left out.
        if (original === undefined || (result.kind === 'webp' && !Buffer.from(whole).includes(codedData(result.bytes))))
          continue;
        outcomes.drawn += 1;
        if (mine === undefined || Buffer.compare(mine, original) !== 0) expect.fail(`other pixels: ${what}`);
      }
      // Both ends are reached, or nothing was tried.
      expect(outcomes.clean, JSON.stringify(outcomes)).toBeGreaterThan(EACH / 50);
      expect(outcomes.refused, JSON.stringify(outcomes)).toBeGreaterThan(EACH / 10);
      if (process.env['SHOW'] === '1') console.log(name, outcomes);
    },
  );
});

describe('a picture takes as long as its size asks for', () => {
  const many = (count: number, piece: Uint8Array): Uint8Array => Buffer.concat(Array<Uint8Array>(count).fill(piece));
  it.each<readonly [string, (size: number) => Uint8Array]>([
    ['rows of a PNG', (size) => aPng({ width: 1000, height: size / 10 })],
    ['chunks of a PNG', (size) => aPng({ extra: [many(size, aPngChunk('tEXt'))] })],
    ['blocks of a JPEG', (size) => aJpeg({ width: 1000, height: size / 10 })],
    ['segments of a JPEG', (size) => aJpeg({ extra: [many(size, aJpegSegment(0xe5, bytes('x')))] })],
    [
      'chunks of a WebP',
      (size) => {
        const chunks = bytes(aWebp().subarray(12), many(size, aRiffChunk('junk', bytes('x'))));
        return bytes('RIFF', u32le(chunks.length + 4), 'WEBP', chunks);
      },
    ],
  ])('%s', (_what, made) =>
    expect(growthOf(10_000, made, (file) => expect(cleanPicture(file).ok).toBe(true))).toBeLessThan(LINEAR),
  );
});
