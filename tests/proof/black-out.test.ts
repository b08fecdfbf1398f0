// What is blacked out is gone: from the pixels, and from the bytes of the file.
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blackOut, boxOn, crop, parseBox } from '../../src/proof/black-out';
import { decodePicture, encodePng } from '../../src/proof/picture';
import { TOKEN, drawn, ladenJpeg, ladenPng } from '../support/laden-pictures';
import { codecs } from '../support/picture-tools';

const SIZE = { width: 61, height: 47 };

/** Pixels of this size, each with a colour of its own place. */
function aPattern(
  width: number,
  height: number,
): { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray } {
  return {
    width,
    height,
    data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : 1 + ((at * 31) % 250),
    ),
  };
}

/** The colour at a place, as `r,g,b,a`. */
const at = (
  { width, data }: { readonly width: number; readonly data: Uint8Array | Uint8ClampedArray },
  x: number,
  y: number,
): string => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4)].join(',');

describe('a box as a person says it', () => {
  it.each([
    ['10,20,30,5', { left: 10, top: 20, right: 40, bottom: 25 }],
    ['10px, 20px, 30px, 5px', { left: 10, top: 20, right: 40, bottom: 25 }],
    ['0,0,100%,10%', { left: 0, top: 0, right: 61, bottom: 5 }],
    ['10.2,0.9,1.1,0.2', { left: 10, top: 0, right: 12, bottom: 2 }],
    ['50%,50%,100%,100%', { left: 30, top: 23, right: 61, bottom: 47 }],
    ['60,46,9999,9999', { left: 60, top: 46, right: 61, bottom: 47 }],
  ])('%s is grown outwards to whole pixels and cut at the edges', (text, box) => {
    const said = parseBox(text);
    expect(said && boxOn(said, SIZE)).toEqual(box);
  });
  it.each(['61,0,5,5', '0,47,5,5', '100%,0,1,1'])('%s lies outside', (text) => {
    const said = parseBox(text);
    expect(said).toBeDefined();
    expect(said && boxOn(said, SIZE)).toBeUndefined();
  });
  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    '1,2,0,4',
    '1,2,3,0%',
    '-1,2,3,4',
    '1;2;3;4',
    'a,b,c,d',
    '1e3,2,3,4',
    '1,2,3,4em',
    '1,,3,4',
    '٣,1,1,1',
    '1,2,3,1234567',
    `${' '.repeat(200)}1,2,3,4`,
  ])('“%s” is none', (text) => expect(parseBox(text)).toBeUndefined());
});

describe('blacking out', () => {
  it('paints the box opaque, to its very edge, and leaves the rest', () => {
    const before = aPattern(9, 7);
    const after = blackOut(aPattern(9, 7), [{ left: 2, top: 1, right: 5, bottom: 3 }]);
    for (let y = 0; y < 7; y += 1)
      for (let x = 0; x < 9; x += 1)
        expect(at(after, x, y)).toBe(x >= 2 && x < 5 && y >= 1 && y < 3 ? '0,0,0,255' : at(before, x, y));
  });
  it('paints into the pixels it was given, so that no copy keeps them', () => {
    const pixels = aPattern(3, 3);
    expect(blackOut(pixels, [{ left: 0, top: 0, right: 3, bottom: 3 }]).data).toBe(pixels.data);
  });
  it('takes away colours under full transparency', () => {
    const pixels = aPattern(2, 1);
    pixels.data[3] = 0;
    expect(at(blackOut(pixels, []), 0, 0)).toBe('0,0,0,0');
    expect(at(pixels, 1, 0)).not.toBe('0,0,0,0');
  });
  it('touches exactly what the boxes cover, whatever they are', () => {
    const edge = fc.double({ min: -3, max: 12, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.record({ left: edge, top: edge, right: edge, bottom: edge }), { maxLength: 4 }),
        (boxes) => {
          const before = aPattern(8, 6);
          const after = blackOut(aPattern(8, 6), boxes);
          for (let y = 0; y < 6; y += 1) {
            for (let x = 0; x < 8; x += 1) {
              const covered = boxes.some(
                ({ left, top, right, bottom }) =>
                  Math.floor(left) <= x && x < Math.ceil(right) && Math.floor(top) <= y && y < Math.ceil(bottom),
              );
              expect(at(after, x, y)).toBe(covered ? '0,0,0,255' : at(before, x, y));
            }
          }
        },
      ),
    );
  });
  it('cuts out the part that is wanted', () => {
    const part = crop(aPattern(9, 7), { left: 3, top: 2, right: 5, bottom: 6 });
    expect([part.width, part.height, at(part, 0, 0), at(part, 1, 3)]).toEqual([
      2,
      4,
      at(aPattern(9, 7), 3, 2),
      at(aPattern(9, 7), 4, 5),
    ]);
  });
});

describe('the file of a blacked-out picture', () => {
  /** A colour that nothing else in the picture has. */
  const SECRET = [253, 7, 131];
  const planted = (options: readonly string[]): readonly string[] => [
    '-fill',
    `rgb(${SECRET.join(',')})`,
    '-draw',
    'rectangle 10,12 29,20',
    ...options,
  ];
  const isSecret = (data: Uint8Array | Uint8ClampedArray, from: number, slack: number): boolean =>
    SECRET.every((value, channel) => Math.abs((data[from + channel] ?? 0) - value) <= slack);
  const secretPixels = (data: Uint8Array | Uint8ClampedArray, slack: number): number =>
    Array.from({ length: data.length / 4 }, (_, pixel) => isSecret(data, pixel * 4, slack)).filter(Boolean).length;

  it.each([
    ['png', 0],
    ['jpeg', 24],
    ['webp', 24],
  ] as const)('from a %s holds nothing of what was under the box, drawn or raw', async (kind, slack) => {
    const file = drawn(kind, planted(kind === 'png' ? [] : ['-quality', '98']));
    const laden = kind === 'png' ? ladenPng(file) : kind === 'jpeg' ? ladenJpeg(file) : file;
    const picture = await decodePicture(laden, codecs);
    if (!picture.ok) throw new Error(picture.problem);
    expect(secretPixels(picture.pixels.data, slack)).toBeGreaterThan(120);
    const png = Buffer.from(
      await encodePng(blackOut(picture.pixels, [{ left: 8, top: 10, right: 32, bottom: 23 }]), codecs),
    );
    const again = await decodePicture(png, codecs);
    expect(again.ok && secretPixels(again.pixels.data, slack)).toBe(0);
    expect(png.includes(TOKEN)).toBe(false);
    const data = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect(rows.includes(Buffer.from(SECRET))).toBe(false);
    expect(rows.length, 'one filter byte a row, and nothing more').toBe(47 * (1 + 61 * 4));
    expect(png.subarray(-8).toString('latin1').slice(0, 4)).toBe('IEND');
  });
});
