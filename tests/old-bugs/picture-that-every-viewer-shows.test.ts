// `--clean` refused what every viewer shows: a wrong checksum in a chunk that goes anyway, a JPEG without its end marker.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanPicture } from '../../src/proof/clean/clean';
import { readFacts } from '../../src/proof/formats/sniff';
import { TOKEN, drawn, holdsToken, ladenJpeg, ladenPng, withRestarts } from '../support/laden-pictures';
import { differingPixels, placed } from '../support/picture-tools';
import { aPngChunk, bytes } from '../support/pictures';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quitgpt-shown-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A chunk with another checksum than its own. */
function aWrongChunk(tag: string, body: Uint8Array): Uint8Array {
  const chunk = Uint8Array.from(aPngChunk(tag, body));
  chunk[chunk.length - 1] = (chunk.at(-1) ?? 0) ^ 0xff;
  return chunk;
}

/** The clean copy, which has the pixels of `whole` and nothing of what was planted. */
function expectClean(name: string, content: Uint8Array, whole: Uint8Array): void {
  const clean = cleanPicture(content);
  if (!clean.ok) throw new Error(`${name}: ${clean.problem}`);
  expect(holdsToken(clean.bytes)).toBe(false);
  expect(differingPixels(placed(folder, `before-${name}`, whole), placed(folder, `after-${name}`, clean.bytes))).toBe(
    0,
  );
  expect(readFacts(content)).toMatchObject({ ok: true, width: 61, height: 47 });
}

describe('a PNG with a wrong checksum', () => {
  const png = drawn('png');
  const withChunk = (chunk: Uint8Array): Uint8Array => bytes(png.subarray(0, 33), chunk, png.subarray(33));
  it.each(['tEXt', 'eXIf', 'tIME', 'iCCP', 'vpAg'])('in %s, which goes anyway, is cleaned', (tag) =>
    expectClean(`${tag}.png`, withChunk(aWrongChunk(tag, bytes('Comment\0', TOKEN))), png),
  );
  it.each(['pHYs', 'bKGD'])('in %s, which viewers leave out then, is cleaned without it', (tag) =>
    expectClean(`${tag}.png`, withChunk(aWrongChunk(tag, new Uint8Array(tag === 'pHYs' ? 9 : 6))), png),
  );
  it.each(['tRNS', 'PLTE', 'IDAT', 'ABCD'])('in %s, without which it is another picture, is damaged', (tag) =>
    expect(cleanPicture(withChunk(aWrongChunk(tag, new Uint8Array(6))))).toMatchObject({
      ok: false,
      problem: 'damaged',
    }),
  );
  it('in its last chunk is cleaned', () =>
    expectClean('end.png', bytes(ladenPng(png).subarray(0, ladenPng(png).length), TOKEN), png));
});

describe.each([
  ['baseline', (): Uint8Array => drawn('jpeg')],
  ['progressive', (): Uint8Array => withRestarts(drawn('jpeg'), ['-progressive'])],
])('a %s JPEG without its end marker', (form, make) => {
  it.each([
    ['at all', new Uint8Array()],
    ['and zeros behind', new Uint8Array(4096)],
    ['and words behind', bytes(TOKEN)],
  ])('%s is cleaned', (what, behind) =>
    expectClean(
      `${form}-${what.replaceAll(' ', '-')}.jpg`,
      bytes(ladenJpeg(make()).subarray(0, ladenJpeg(make()).lastIndexOf(0xd9) - 1), behind),
      make(),
    ),
  );
  it('whose pixels are not all there is damaged', () =>
    expect(cleanPicture(make().subarray(0, -40))).toMatchObject({ ok: false, problem: 'damaged' }));
});

it('a baseline JPEG with the trailer of a phone in place of its end is cleaned', () => {
  const jpeg = drawn('jpeg');
  expectClean('trailer.jpg', bytes(jpeg.subarray(0, -2), [0xff, 0x10, 0, 0], TOKEN, [0xff, 0xaa, 0x12]), jpeg);
});
