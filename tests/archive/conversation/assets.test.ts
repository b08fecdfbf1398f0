// Which file an asset is, under all the names that exports have given them.
import { describe, expect, test } from 'vitest';
import { assetIdOf, assetType, shippedAssets } from '../../../src/archive/conversation/assets';
import type { ExportFile } from '../../../src/archive/container/export';

const NO_NAMES = { names: new Map<string, string>(), paths: new Map<string, string>() };
const aFile = (path: string): ExportFile => ({
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
  bytes: 1,
  changed: undefined,
});
const found = (paths: readonly string[], id: string, names = NO_NAMES): string | undefined =>
  shippedAssets(paths.map(aFile), names).find(id)?.path;

test.each([
  ['file-service://file-AbC123', 'file-AbC123'],
  ['sediment://file_00ff', 'file_00ff'],
  ['sediment://file_00ff#p_1', 'file_00ff'],
  ['sediment://7f3a#file_00ff#p_0.jpg', 'file_00ff'],
  ['file-AbC', 'file-AbC'],
  ['file-AbC-name with-dashes.pdf', 'file-AbC'],
  ['file_00-sanitized.png', 'file_00'],
  ['x://y', undefined],
  ['file-', undefined],
  ['profile-abc', undefined],
  ['', undefined],
  [`${'x'.repeat(5_000_000)}#file-a`, undefined],
])('the pointer %.60s means %s', (pointer, id) => expect(assetIdOf(pointer)).toBe(id));

test.each([
  ['file-AbC', 'file-AbC-notes.pdf'],
  ['file-AbC', 'file-AbC.dat'],
  ['file_00ff', 'file_00ff.dat'],
  ['file_00ff', 'file_00ff-sanitized.png'],
  ['file-AbC', 'dalle-generations/file-AbC-5b1c2d3e-0000-4000-8000-000000000000.webp'],
  ['file_00ff', 'user-XyZ/file_00ff-5b1c2d3e-0000-4000-8000-000000000000.png'],
  ['file_00ff', '5b1c2d3e-0000-4000-8000-000000000000/audio/file_00ff.wav'],
])('%s is found as %s', (id, path) =>
  expect(found(['conversations.json', `${id}0.dat`, path, `${id}z.dat`], id)).toBe(path),
);

test('an id is compared whole', () => {
  expect(found(['file-abcd.dat'], 'file-abc')).toBeUndefined();
  expect(found(['file-abc.dat'], 'file-abcd')).toBeUndefined();
});
test('a sanitized copy is taken only where there is no other', () => {
  expect(found(['file_1-sanitized.png', 'file_1.dat'], 'file_1')).toBe('file_1.dat');
  expect(found(['file_1.dat', 'file_1-sanitized.png'], 'file_1')).toBe('file_1.dat');
});
test('ids that are names of the language lead nowhere', () =>
  expect([found([], '__proto__'), found([], 'constructor')]).toEqual([undefined, undefined]));

test('the list in chat.html leads to files that no id names', () => {
  const names = {
    ...NO_NAMES,
    paths: new Map([
      ['file-a', 'pictures/cat.png'],
      ['file-b', './dog.png'],
      ['file-c', 'gone.png'],
      ['file-d', 'cow.png'],
    ]),
  };
  const shipped = shippedAssets(
    ['pictures/cat.png', 'dog.png', 'cow.png', 'file-d.dat', 'user.json'].map(aFile),
    names,
  );
  expect(['file-a', 'file-b', 'file-c', 'file-d'].map((id) => shipped.find(id)?.path)).toEqual([
    'pictures/cat.png',
    'dog.png',
    undefined,
    'file-d.dat',
  ]);
  expect([...shipped.ids()].sort()).toEqual(['file-a', 'file-b', 'file-d']);
  expect(shipped.count).toBe(3);
});

test('different assets are counted, and nothing else', () => {
  const paths = [
    'conversations.json',
    'user.json',
    'chat.html',
    'file-a.dat',
    'file-a-sanitized.png',
    'file-b-x.pdf',
    'dalle-generations/5b1c.webp',
    'user-1/photo.png',
    'x/audio/y.wav',
  ];
  expect(shippedAssets(paths.map(aFile), NO_NAMES)).toMatchObject({ count: 5, files: paths.slice(3).map(aFile) });
});

test('a name is that of the person, from wherever it is known', () => {
  const names = { ...NO_NAMES, names: new Map([['file-a', 'Photo.png']]) };
  const { nameOf } = shippedAssets(
    ['file-a-other.png', 'file-b-notes (1).pdf', 'file_c.dat', 'file_d-sanitized.png'].map(aFile),
    names,
  );
  expect(['file-a', 'file-b', 'file_c', 'file_d', 'file_e'].map(nameOf)).toEqual([
    'Photo.png',
    'notes (1).pdf',
    undefined,
    undefined,
    undefined,
  ]);
});

describe('the kind of a file', () => {
  const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
  test.each<[string, string | undefined]>([
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['\xff\xd8\xff\xe0', 'jpg'],
    ['GIF89a', 'gif'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'webp'],
    ['RIFF\0\0\0\0WAVEfmt ', 'wav'],
    ['RIFF\0\0\0\0AVI ', undefined],
    ['%PDF-1.7', 'pdf'],
    ['ID3\x04', 'mp3'],
    ['\xff\xfb\x90', 'mp3'],
    ['OggS\0', 'ogg'],
    ['\0\0\0\x20ftypM4A ', 'm4a'],
    ['\0\0\0\x20ftypisom', 'mp4'],
    ['\0\0\0\x20ftypheic', 'heic'],
    ['\x1a\x45\xdf\xa3', 'webm'],
    ['PK\x03\x04', 'zip'],
    ['plain text', undefined],
    ['PK', undefined],
    ['', undefined],
  ])('%j is %s', (first, kind) => expect(assetType(bytes(first))).toBe(kind));
});
