// The engine on a few pictures whose truth is known: plans seen, nothing private left bare.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NAME } from '../../../scripts/corpus/corpus-pages';
import type { CorpusEntry } from '../../../scripts/corpus/make-corpus';
import { pngPixels } from '../../../scripts/corpus/png-pixels';
import { readingFiles } from '../../../scripts/build/shipped-files.mjs';
import { readingWords } from '../../../src/content/compiled/reading-words';
import { bandsOf } from '../../../src/proof/reading/bands';
import type { Pixels } from '../../../src/proof/reading/picture-lines';
import { readPicture } from '../../../src/proof/reading/read-picture';
import { tiltOf } from '../../../src/proof/reading/tilt';

const FOLDER = 'tests/corpus';
const ENTRIES = JSON.parse(readFileSync(join(FOLDER, 'corpus.json'), 'utf8')) as readonly CorpusEntry[];
const shipped = readingFiles();
const host = {
  shipped: async (name: string): Promise<Uint8Array> => Buffer.from(shipped[name as keyof typeof shipped]),
};

test.each(ENTRIES)('$file', async (entry) => {
  const { judgement, parts } = await readPicture(pngPixels(readFileSync(join(FOLDER, entry.file))), readingWords, {
    host,
    today: '2026-11-22',
    name: NAME,
  });
  const wanted = entry.kind.endsWith('-active')
    ? 'active'
    : entry.kind.endsWith('-ended')
      ? 'ending'
      : entry.kind === 'web-deleted'
        ? 'deleted'
        : 'unsaid';
  expect(judgement.plan).toBe(wanted);
  for (const { kind, left, top, right, bottom } of entry.boxes)
    expect(
      parts.some(({ box }) => box.left <= left + 1 && box.right >= right - 1 && box.top <= top && box.bottom >= bottom),
      kind,
    ).toBe(true);
});

/** The picture turned by `degrees` on a dark table, as a camera held askew sees it; `at` gives where a place of the flat picture is then. */
function askew(file: string, degrees: number): Pixels & { at(x: number, y: number): readonly [number, number] } {
  const flat = pngPixels(readFileSync(join(FOLDER, file)));
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const width = Math.ceil(flat.width * cos + flat.height * Math.abs(sin));
  const height = Math.ceil(flat.height * cos + flat.width * Math.abs(sin));
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const [fx, fy] = [dx * cos + dy * sin + flat.width / 2, dy * cos - dx * sin + flat.height / 2];
      const [left, top] = [Math.floor(fx), Math.floor(fy)];
      for (let channel = 0; channel < 3; channel += 1) {
        const of = (px: number, py: number): number =>
          px < 0 || py < 0 || px >= flat.width || py >= flat.height
            ? 60
            : (flat.data[(py * flat.width + px) * 4 + channel] ?? 0);
        const [right, down] = [fx - left, fy - top];
        data[(y * width + x) * 4 + channel] =
          (of(left, top) * (1 - right) + of(left + 1, top) * right) * (1 - down) +
          (of(left, top + 1) * (1 - right) + of(left + 1, top + 1) * right) * down;
      }
    }
  }
  return {
    width,
    height,
    data,
    at: (x, y) => [
      (x - flat.width / 2) * cos - (y - flat.height / 2) * sin + width / 2,
      (x - flat.width / 2) * sin + (y - flat.height / 2) * cos + height / 2,
    ],
  };
}

const LIGHT_PAGES = ENTRIES.filter(({ file, boxes }) => boxes.length > 0 && /-ended-.*-light-.*-1x/.test(file)).slice(
  0,
  3,
);
const TILTS = [-6, -4, 1.5, 4, 8];
describe.each(TILTS)('a page that is tilted by %d degrees', (degrees) => {
  // Each tilt on one page and each page at a tilt or two; with EVERY_LOOK every page at every tilt.
  const pages = LIGHT_PAGES.filter(
    (_, at) => process.env['EVERY_LOOK'] !== undefined || at === TILTS.indexOf(degrees) % LIGHT_PAGES.length,
  );
  test.each(pages)('$file is known to be, and read all the same', async ({ file }) => {
    const { tilt, judgement } = await readPicture(askew(file, degrees), readingWords, {
      host,
      today: '2026-11-22',
      name: NAME,
    });
    expect(Math.abs(tilt - degrees)).toBeLessThanOrEqual(0.5);
    expect(['ending', 'unsaid'], 'softened letters may say too little, and never something else').toContain(
      judgement.plan,
    );
  });
});

test.each(LIGHT_PAGES)(
  'what is found on a tilted page is where it stands on the picture: $file',
  async ({ file, boxes }) => {
    const picture = askew(file, 4);
    const { parts } = await readPicture(picture, readingWords, { host, today: '2026-11-22', name: NAME });
    const found = boxes.filter(({ left, top, right, bottom }) => {
      const [x, y] = picture.at((left + right) / 2, (top + bottom) / 2);
      return parts.some(({ box }) => box.left < x && x < box.right && box.top < y && y < box.bottom);
    });
    expect(found.length / boxes.length).toBeGreaterThan(0.6);
  },
);

test.each(LIGHT_PAGES)('a dark table around it does not hide the letters of a tilted page: $file', async ({ file }) => {
  expect((await readPicture(askew(file, 4), readingWords, { host, today: '2026-11-22' })).judgement.plan).toBe(
    'ending',
  );
});

test('the parts of a long picture keep their places', async () => {
  const [page] = LIGHT_PAGES;
  const one = pngPixels(readFileSync(join(FOLDER, page?.file ?? '')));
  const times = 6;
  const data = new Uint8Array(one.data.length * times);
  for (let index = 0; index < times; index += 1) data.set(one.data, index * one.data.length);
  const { parts } = await readPicture({ width: one.width, height: one.height * times, data }, readingWords, {
    host,
    today: '2026-11-22',
    name: NAME,
  });
  for (let index = 0; index < times; index += 1) {
    const bare = (page?.boxes ?? []).filter(
      ({ left, top, right, bottom }) =>
        !parts.some(
          ({ box }) =>
            box.left <= left + 1 &&
            box.right >= right - 1 &&
            box.top <= top + index * one.height &&
            box.bottom >= bottom + index * one.height,
        ),
    );
    expect(
      bare.map(({ kind }) => kind),
      `page ${index + 1}`,
    ).toEqual([]);
  }
}, 60_000);

test('no part of a parted picture is longer than another may be, and none is cut through letters', () => {
  const width = 64;
  const grey = (height: number) => ({
    width,
    height,
    data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
      Math.floor(at / 4 / width) % 30 < 20 && Math.floor(at / 4) % 2 === 0 ? 0 : 255,
    ),
  });
  expect(bandsOf(grey(3000)).map(({ top, height }) => [top, height])).toEqual([[0, 3000]]);
  for (const height of [3001, 3500, 9100, 10_950]) {
    const bands = bandsOf(grey(height));
    expect(Math.max(...bands.map((band) => band.height))).toBeLessThanOrEqual(2000);
    expect(bands.map(({ top }) => top)).toEqual(
      bands.map((_, index) => bands.slice(0, index).reduce((sum, band) => sum + band.height, 0)),
    );
    expect(bands.reduce((sum, band) => sum + band.height, 0)).toBe(height);
    for (const { top } of bands.slice(1)) expect(top % 30).toBeGreaterThan(20);
  }
});

test('what has no lines has no tilt', () => {
  let state = 7;
  const noise = Uint8Array.from(
    { length: 600 * 400 },
    () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) >> 23,
  );
  expect(tiltOf({ width: 600, height: 400, data: noise })).toBe(0);
});

test('a level page is not turned', () => {
  for (const { file } of ENTRIES) {
    const { width, height, data } = pngPixels(readFileSync(join(FOLDER, file)));
    expect(
      tiltOf({ width, height, data: Uint8Array.from({ length: width * height }, (_, at) => data[at * 4 + 1] ?? 0) }),
      file,
    ).toBe(0);
  }
});

/** A row of letters of the corpus, `times` under each other. */
function manyLines(times: number): Pixels {
  const { width, data } = pngPixels(readFileSync(join(FOLDER, LIGHT_PAGES[0]?.file ?? '')));
  const [left, top, wide, high] = [300, 60, 160, 26];
  const pixels = { width: wide, height: high * times, data: new Uint8Array(wide * high * times * 4).fill(255) };
  for (let row = 0; row < high * times; row += 1)
    pixels.data.set(
      data.subarray(((top + (row % high)) * width + left) * 4, ((top + (row % high)) * width + left + wide) * 4),
      row * wide * 4,
    );
  return pixels;
}

test('of a page with more than 300 lines the upper part is read, in parts that are told, and it is said', async () => {
  const parts: number[] = [];
  const long = await readPicture(manyLines(420), readingWords, {
    host,
    today: '2026-11-22',
    onPart: (done, total) => void parts.push(done, total),
  });
  expect(long.isCut).toBe(true);
  expect(long.lines.length).toBeGreaterThanOrEqual(300);
  expect(long.lines.length).toBeLessThan(420);
  expect(parts.at(-2)).toBeLessThan(parts.at(-1) ?? 0);
  const short = await readPicture(manyLines(200), readingWords, { host, today: '2026-11-22' });
  expect([short.isCut, short.lines.length]).toEqual([false, 200]);
}, 60_000);

test('a picture of nothing is read as nothing', async () => {
  const white = { width: 64, height: 64, data: new Uint8Array(64 * 64 * 4).fill(255) };
  expect(await readPicture(white, readingWords, { host, today: '2026-11-22' })).toEqual({
    lines: [],
    tilt: 0,
    isCut: false,
    judgement: { looks: 'none', plan: 'unsaid' },
    parts: [],
  });
});

test('pictures of one pixel, one row and one column are read without an error', async () => {
  for (const [width, height] of [
    [1, 1],
    [300, 1],
    [1, 300],
    [3, 3],
  ] as const)
    expect(
      (
        await readPicture({ width, height, data: new Uint8Array(width * height * 4) }, readingWords, {
          host,
          today: '2026-11-22',
        })
      ).parts,
    ).toEqual([]);
});

test('the committed corpus stays below a megabyte', () => {
  expect(readdirSync(FOLDER).reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0)).toBeLessThan(1_000_000);
});
