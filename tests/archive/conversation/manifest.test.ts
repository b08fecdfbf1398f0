// The manifest in all its spellings, held against what is there.
import { describe, expect, test } from 'vitest';
import type { ExportFile } from '../../../src/archive/container/export';
import { isConversations } from '../../../src/archive/container/export-names';
import { compareWith, readManifest } from '../../../src/archive/conversation/manifest';
import type { Comparison } from '../../../src/archive/conversation/manifest';
import { LINEAR, growthOf } from '../../support/growth';

const aFile = (path: string, bytes = 10): ExportFile => ({
  path,
  name: path.slice(path.lastIndexOf('/') + 1),
  bytes,
  changed: undefined,
});
const SHARDS = ['conversations-000.json', 'conversations-001.json'];
const line = (path: string, size_bytes = 10): object => ({ path, size_bytes });
const manifestOf = (files: readonly unknown[], shards: unknown = SHARDS): unknown => ({
  version: 1,
  export_files: files,
  logical_files: { 'conversations.json': { files: shards, sharded: true } },
});
const compared = (manifest: unknown, files: readonly ExportFile[], most = 200_000): Comparison =>
  compareWith(readManifest(manifest, most) ?? { files: new Map(), conversations: new Set(), isCut: false }, files);
const AGREED: Comparison = { faults: [], doubts: [], sizesRight: 2 };

test.each([
  ['conversations.json', true],
  ['conversations-000.json', true],
  ['conversations-12345.json', true],
  ['shared_conversations.json', false],
  ['sectioned_conversations.json', false],
  ['conversations-.json', false],
  ['conversations-1a.json', false],
  ['Conversations.JSON', true],
  ['conversations (1).json', true],
  ['conversations-003(12).json', true],
  ['conversations 2.json', true],
  ['conversations (a).json', false],
  ['my conversations.json', false],
  ['conversations.json ', false],
  ['conversations.json.bak', false],
])('%s holds conversations: %s', (name, is) => expect(isConversations(name)).toBe(is));

describe('a manifest', () => {
  test.each<[string, unknown]>([
    ['as they are', manifestOf(SHARDS.map((path) => line(path)))],
    [
      'with objects for shards',
      manifestOf(
        SHARDS.map((path) => line(path)),
        SHARDS.map((name) => ({ name })),
      ),
    ],
    [
      'with a folder before',
      manifestOf(
        SHARDS.map((path) => line(`tmp/export/${path}`)),
        SHARDS.map((path) => ({ path: `tmp/export/${path}` })),
      ),
    ],
    [
      'with dots before',
      manifestOf(
        SHARDS.map((path) => line(`./${path}`)),
        SHARDS,
      ),
    ],
    [
      'with backslashes',
      manifestOf(
        SHARDS.map((path) => line(`export\\${path}`)),
        SHARDS.map((path) => `export\\${path}`),
      ),
    ],
    ['with each line twice', manifestOf([...SHARDS, ...SHARDS].map((path) => line(path)))],
    ['without shards of its own', { export_files: SHARDS.map((path) => line(path)) }],
    [
      'with a list in place of the shards',
      { export_files: SHARDS.map((path) => line(path)), logical_files: { 'conversations.json': SHARDS } },
    ],
  ])('agrees %s', (_name, manifest) =>
    expect(
      compared(
        manifest,
        SHARDS.map((path) => aFile(path)),
      ),
    ).toEqual(AGREED),
  );

  test('that is no object cannot be read', () =>
    expect([null, 5, 'x', [], undefined].map((value) => readManifest(value, 9))).toEqual(Array.from({ length: 5 })));
  test.each<unknown>([
    {},
    { export_files: null },
    { export_files: [null, 5, [], {}, { path: 5 }], logical_files: [] },
    { logical_files: { 'conversations.json': { files: 'x' } } },
    JSON.parse('{"logical_files": {"__proto__": null, "constructor": null}}'),
  ])('%o says nothing about conversations', (manifest) => {
    expect(compared(manifest, [aFile('conversations.json')])).toEqual({
      faults: [],
      doubts: [{ kind: 'manifest-silent' }],
      sizesRight: 0,
    });
  });
});

describe('held against what is there', () => {
  const files = SHARDS.map((path) => aFile(path));
  test('a shard that is not there is missing, and is known for one', () => {
    expect(compared(manifestOf(SHARDS.map((path) => line(path))), files.slice(1))).toEqual({
      faults: [{ kind: 'missing', file: SHARDS[0], shard: true }],
      doubts: [],
      sizesRight: 1,
    });
    expect(compared(manifestOf([]), files.slice(1)).faults).toEqual([
      { kind: 'missing', file: SHARDS[0], shard: true },
    ]);
  });
  test('another file that is not there is missing', () =>
    expect(compared(manifestOf([line('file-a.dat')]), files).faults).toEqual([
      { kind: 'missing', file: 'file-a.dat', shard: false },
    ]));
  test('so is a file that only a logical one names', () =>
    expect(
      compared(
        { export_files: SHARDS.map((path) => line(path)), logical_files: { 'user.json': { files: ['user.json'] } } },
        files,
      ).faults,
    ).toEqual([{ kind: 'missing', file: 'user.json', shard: false }]));
  test('what lies in a private folder of the portal is left alone', () =>
    expect(
      compared(
        manifestOf(
          ['Financial/Charge History.csv', 'a/Contact Info/x.csv', 'CONTACT/x', 'User Profile/y.csv'].map((path) =>
            line(path),
          ),
        ),
        files,
      ).faults,
    ).toEqual([]));
  test('but not a file of that name', () =>
    expect(compared(manifestOf([line('financial')]), files).faults).toHaveLength(1));
  test('a size that disagrees is a fault', () =>
    expect(compared(manifestOf([line(SHARDS[0] ?? '', 11), line(SHARDS[1] ?? '')]), files)).toEqual({
      faults: [{ kind: 'manifest-size', file: SHARDS[0], stated: 11, found: 10 }],
      doubts: [],
      sizesRight: 1,
    }));
  test('a size that is none is not compared', () =>
    expect(compared(manifestOf(SHARDS.map((path) => ({ path, size_bytes: '10' }))), files)).toEqual({
      faults: [],
      doubts: [],
      sizesRight: 0,
    }));
  test('manifests do not know their own size', () => {
    const own = ['export_manifest.json', 'sites/export_manifest.json'];
    expect(
      compared(manifestOf(own.map((path) => line(path, 1))), [...files, ...own.map((path) => aFile(path))]),
    ).toMatchObject({ faults: [] });
    expect(
      compared(manifestOf(own.map((path) => line(path, 1))), [...files, aFile('export_manifest.json')]).faults,
    ).toEqual([{ kind: 'missing', file: 'sites/export_manifest.json', shard: false }]);
  });
  test('conversations that are not listed are a doubt', () =>
    expect(
      compared(manifestOf(SHARDS.map((path) => line(path))), [
        ...files,
        aFile('conversations-002.json'),
        aFile('note.txt'),
      ]).doubts,
    ).toEqual([{ kind: 'unlisted', file: 'conversations-002.json' }]));
  test('letters taken apart are the same letters', () =>
    expect(
      compared(manifestOf([line('file-a-\u00e9t\u00e9.pdf')]), [...files, aFile('file-a-e\u0301te\u0301.pdf')]),
    ).toMatchObject({ faults: [], sizesRight: 1 }));
  test('a name that came out wrong is known by its id, if one file has it', () => {
    expect(
      compared(manifestOf([line('file-a-\u00e9.pdf')]), [...files, aFile('file-a-\u251c\u00ae.pdf')]),
    ).toMatchObject({ faults: [], sizesRight: 1 });
    expect(
      compared(manifestOf([line('file-a-\u00e9.pdf')]), [...files, aFile('file-a-x.pdf'), aFile('file-a-y.pdf')])
        .faults,
    ).toHaveLength(1);
  });
  test('more lines than files are read leave open whether it is whole', () => {
    expect(compared(manifestOf(SHARDS.map((path) => line(path))), files, 2)).toEqual(AGREED);
    expect(compared(manifestOf(SHARDS.map((path) => line(path))), files.slice(0, 1), 1)).toEqual({
      faults: [],
      doubts: [{ kind: 'limit', limit: 'files', file: 'export_manifest.json' }],
      sizesRight: 1,
    });
  });
  test('names of the language are names like others', () =>
    expect(
      compared(manifestOf([line('__proto__'), line('constructor')]), files).faults.map(
        (fault) => 'file' in fault && fault.file,
      ),
    ).toEqual(['__proto__', 'constructor']));
  test('a hundred thousand lines take as long as their number asks for', () => {
    const made = (count: number): Parameters<typeof compared> => {
      const paths = Array.from({ length: count }, (_, at) => `file-${at}a.dat`);
      return [manifestOf(paths.map((path) => line(path))), [...files, ...paths.map((path) => aFile(path))]];
    };
    expect(growthOf(12_500, made, (both) => expect(compared(...both).faults).toEqual([]))).toBeLessThan(LINEAR);
  });
});
