// The small files beside the conversations, whole and odd; and what is never read.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { assetsScanner } from '../../../src/archive/conversation/chat-html';
import { LIMITS } from '../../../src/archive/container/limits';
import { readSideFiles } from '../../../src/archive/conversation/side-files';
import type { SideFiles } from '../../../src/archive/conversation/side-files';
import { anOpened } from '../../support/opened-export';

const read = (files: Readonly<Record<string, unknown>>): Promise<SideFiles> => readSideFiles(anOpened(files));
const ODD: readonly unknown[] = [
  '{',
  '',
  '[',
  'null',
  '5',
  '"x"',
  '[]',
  '{}',
  '[null, 5, "x", [], {}]',
  '{"a": null, "file-a": 5, "file-b": {}, "__proto__": "x"}',
  Buffer.from([0xff, 0xfe, 0x00]),
];

describe('public links', () => {
  test('are addresses of chatgpt.com', async () =>
    expect(
      (
        await read({
          'shared_conversations.json': [
            { id: 'a-1', conversation_id: 'c', title: 'T', is_anonymous: true },
            { id: 'b', title: null },
          ],
        })
      ).sharedLinks,
    ).toEqual([
      { url: 'https://chatgpt.com/share/a-1', title: 'T', conversation: 'c' },
      { url: 'https://chatgpt.com/share/b', title: undefined, conversation: undefined },
    ]));
  test('are each there once', async () =>
    expect((await read({ 'shared_conversations.json': [{ id: 'a' }, { id: 'a' }] })).sharedLinks).toHaveLength(1));
  test.each(['../a', 'a/b', 'a?b', 'a b', '', 'x'.repeat(81), '\u{202e}a', 'é', 5, null])('%o makes none', async (id) =>
    expect((await read({ 'shared_conversations.json': [{ id }] })).sharedLinks).toEqual([]),
  );
});

describe('names of assets', () => {
  test('are what the person called them', async () => {
    const { names } = await read({
      'conversation_asset_file_names.json': {
        'file-a.dat': 'Photo.png',
        'x/file_b.dat': 'dalle-generations/5b1c2d3e-0000-4000-8000-000000000000.webp',
        'file-c.dat': '5b1c2d3e-0000-4000-8000-000000000000',
        'file-d.dat': 'C:\\temp\\note.txt',
        other: 'x',
        'file-e.dat': 5,
      },
      'library_files.json': [
        { file_id: 'file-a', file_name: 'from library.png' },
        { id: { id: 'file-c', kind: 'file' }, file_name: 'scan.pdf' },
      ],
    });
    expect(Object.fromEntries(names.names)).toEqual({
      'file-a': 'Photo.png',
      file_b: '5b1c2d3e-0000-4000-8000-000000000000.webp',
      'file-c': 'scan.pdf',
      'file-d': 'note.txt',
    });
  });
  test('come in either order', async () => {
    const { names } = await read({
      'library_files.json': [{ file_id: 'file-a', file_name: 'b' }],
      'conversation_asset_file_names.json': { 'file-a.dat': 'a' },
    });
    expect(names.names.get('file-a')).toBe('a');
  });
});

describe('the library', () => {
  const hash = createHash('sha256').update('x').digest();
  test.each([
    [hash.toString('hex'), true],
    [hash.toString('hex').toUpperCase(), true],
    [hash.toString('base64'), true],
    [hash.toString('base64url'), true],
    [`sha256:${hash.toString('hex')}`, true],
    [hash.toString('hex').slice(1), false],
    ['', false],
    [null, false],
    [5, false],
  ])('states a sha-256 as %s: %s', async (sha256_digest, is) => {
    const { library } = await read({
      'library_files.json': [{ file_id: 'file-a', sha256_digest, file_size_bytes: 7 }],
    });
    expect(library.get('file-a')).toEqual({ bytes: 7, sha256: is ? hash.toString('hex') : undefined });
  });
});

describe('the manifest', () => {
  const manifest = {
    export_files: [{ path: 'conversations.json', size_bytes: 2 }],
    requested_at: '2026-08-01T10:00:00Z',
  };
  test('is read wherever it lies, with a byte order mark', async () =>
    expect(
      (await read({ 'a/export_manifest.json': `\ufeff${JSON.stringify(manifest)}` })).manifest?.conversations.size,
    ).toBe(1));
  test('of the sites is another, which says when the export was asked for', async () => {
    const side = await read({ 'sites/export_manifest.json': { artifacts: [], requested_at: '2026-08-02T10:00:00Z' } });
    expect([side.manifest, side.requested, side.faults]).toEqual([undefined, Date.UTC(2026, 7, 2, 10) / 1000, []]);
  });
  test('may come in parts', async () =>
    expect([
      ...((
        await read({
          'a/export_manifest.json': manifest,
          'b/export_manifest.json': { export_files: [{ path: 'file-a.dat' }] },
        })
      ).manifest?.files.keys() ?? []),
    ]).toEqual(['conversations.json', 'file-a.dat']));
  test.each(['{', '', '[]', 'null', '5'])('written as %o is a fault', async (text) =>
    expect((await read({ 'export_manifest.json': text })).faults).toEqual([
      { kind: 'manifest-unreadable', file: 'export_manifest.json' },
    ]),
  );
});

test.each(
  [
    'conversation_asset_file_names.json',
    'library_files.json',
    'shared_conversations.json',
    'sites/export_manifest.json',
    'chat.html',
  ].flatMap((name) => ODD.map((content) => [name, content] as const)),
)('%s with %o in it says nothing and is no fault', async (name, content) => {
  const side = await read({ [name]: content });
  expect([side.faults, side.doubts, side.sharedLinks, side.library.size, side.names.names.size]).toEqual([
    [],
    [],
    [],
    0,
    0,
  ]);
});

test('a file past the limit is not kept, and that is said', async () => {
  const side = await readSideFiles(
    anOpened({ 'shared_conversations.json': [{ id: 'a' }], 'export_manifest.json': `{"x": "${'x'.repeat(200)}"}` }),
    { ...LIMITS, sideFile: 100 },
  );
  expect(side.doubts).toEqual([{ kind: 'limit', limit: 'sideFile', file: 'export_manifest.json' }]);
  expect(side.sharedLinks).toHaveLength(1);
});

test('a list of millions of nothings is not parsed, and that is said', async () => {
  const side = await readSideFiles(
    anOpened({ 'shared_conversations.json': `[${'[],'.repeat(2_000_000)}[]]` }, { chunk: 256 * 1024 }),
  );
  expect(side.doubts).toEqual([{ kind: 'limit', limit: 'sideFile', file: 'shared_conversations.json' }]);
});

test('a file whose checksum is wrong is left out; the others are read', async () => {
  const side = await readSideFiles(
    anOpened(
      { 'shared_conversations.json': [{ id: 'a' }], 'library_files.json': [{ file_id: 'file-a' }] },
      { wrong: { 'shared_conversations.json': { kind: 'crc', file: 'shared_conversations.json' } } },
    ),
  );
  expect([side.sharedLinks.length, side.library.size]).toEqual([0, 1]);
});

test('user.json and the conversations are not touched', async () => {
  const opened = anOpened({
    'user.json': { email: 'ana@example.org' },
    'conversations.json': [],
    'library_files.json': [],
  });
  expect(JSON.stringify(await readSideFiles(opened))).not.toContain('ana@');
  expect(opened.read).toEqual(['library_files.json']);
});

describe('the list of assets in chat.html', () => {
  const found = (html: string, chunk: number): readonly string[] => {
    const bytes = Buffer.from(html);
    const list: string[] = [];
    const scanner = assetsScanner((pointer, path) => list.push(`${pointer}=${path}`));
    for (let at = 0; at < bytes.length; at += chunk) scanner.push(bytes.subarray(at, at + chunk));
    scanner.end();
    return list;
  };
  const LIST = '{"file-service://file-a": "a \\"b\\" {é}.png", "file-b": "b.png"}';
  const ENTRIES = ['file-service://file-a=a "b" {é}.png', 'file-b=b.png'];
  test.each([1, 2, 3, 7, 10, 64, 100_000])('is found, cut into pieces of %i', (chunk) => {
    for (const before of [
      '',
      `var jsonData = [{"parts": ["I wrote var assetsJson = {\\"x\\": 1} and assetsJson"]}];\n`,
      'assetsJsonassetsJson = 5; assetsJson={ x',
      'assetsassetsJson ',
    ]) {
      for (const written of [`var assetsJson = ${LIST};`, `var assetsJson={\n${LIST.slice(1)}</script>`])
        expect(found(`<script>${before}${written} var more = 1;`, chunk)).toEqual(ENTRIES);
    }
  });
  test.each([
    'var assetsJson = {};',
    'var assetsJson = {"a": ',
    'var assetsJson = {"a": 5, "b": null};',
    'var assetsJson = {"a": x};',
    'var assetsJson = [];',
    'assetsJson',
    '',
  ])('in %o says nothing', (html) => expect(found(html, 3)).toEqual([]));
  test('is found behind one that cannot be read', () =>
    expect(found(`assetsJson = {"a": x}; assetsJson = ${LIST}`, 5)).toEqual(ENTRIES));
  test('past its limit is given up, in time linear in its length', () => {
    expect(found(`assetsJson = {"a": "${'x'.repeat(17 * 1024 * 1024)}"}`, 256 * 1024)).toEqual([]);
    expect(found('assetsJson = {"a'.repeat(300_000), 64 * 1024)).toEqual([]);
  });
});
