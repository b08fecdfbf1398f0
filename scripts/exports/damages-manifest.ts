// Damages and oddities of the manifest and of the files beside the conversations.
import type { Damage } from './damage';
import {
  assetIn,
  chatOf,
  jsonIn,
  MANIFEST,
  MANY,
  relisted,
  shardPath,
  smallExport,
  withBytes,
  withEntry,
  withJson,
  withManifest,
  without,
} from './edit';
import type { Small } from './edit';

export const MANIFEST_DAMAGES: readonly Damage[] = [
  {
    name: 'an export as it comes, with a manifest',
    make: (small) => small,
    verdict: 'whole',
    findings: () => ({ layout: 'shards', hasManifest: true, shards: { listed: 3, present: 3 } }),
  },
  {
    name: 'an export of May 2026: nodes with children, on one line',
    from: { generation: 'g4' },
    make: (small) => small,
    verdict: 'whole',
  },
  {
    name: 'an export of April 2026: names of assets as people gave them, and a manifest',
    from: { generation: 'g3', turns: 6 },
    make: (small) => small,
    verdict: 'whole',
  },
  {
    name: 'an export of July 2026: nodes without children',
    from: { generation: 'g5' },
    make: (small) => small,
    verdict: 'whole',
  },
  {
    name: 'one large file as until early 2026: no manifest',
    from: { generation: 'g1' },
    make: (small) => small,
    verdict: 'cannot-tell',
    doubts: ['no-manifest'],
    counts: (counts) => counts,
    findings: () => ({ layout: 'one-file', hasManifest: false, shards: { listed: undefined, present: 1 } }),
  },
  {
    name: 'one large file with chat.html, which repeats all conversations',
    from: { generation: 'g1', chatHtml: 'full' },
    make: (small) => small,
    verdict: 'cannot-tell',
    doubts: ['no-manifest'],
    counts: (counts) => counts,
    findings: ({ truth }) => ({ page: { same: truth.length, onlyInPage: 0, onlyInLists: 0, different: 0 } }),
  },
  {
    name: 'a conversation that stands in chat.html and not in the list',
    from: { generation: 'g1', chatHtml: 'full' },
    make: (small) =>
      withJson(small, 'conversations.json', (jsonIn(small, 'conversations.json') as readonly unknown[]).slice(1)),
    verdict: 'damaged',
    faults: ['only-in-page'],
    findings: ({ truth }) => ({ page: { same: truth.length - 1, onlyInPage: 1, onlyInLists: 0, different: 0 } }),
  },
  {
    name: 'shards with a manifest, and a conversation that chat.html lacks',
    from: { generation: 'g3', chatHtml: 'full' },
    make: (small) =>
      relisted(
        withJson(small, shardPath(0), [
          ...(jsonIn(small, shardPath(0)) as readonly unknown[]),
          chatOf('new', ['a', 'b']),
        ]),
      ),
    verdict: 'damaged',
    faults: ['not-in-page'],
  },
  {
    name: 'shards without a manifest',
    from: { generation: 'g2' },
    make: (small) => small,
    verdict: 'cannot-tell',
    doubts: ['no-manifest'],
    counts: (counts) => counts,
  },
  {
    name: 'shards without a manifest, and a number in between is missing',
    from: { generation: 'g2' },
    make: (small) => without(small, shardPath(1)),
    verdict: 'damaged',
    faults: ['gap'],
  },
  {
    name: 'a manifest that was taken out',
    make: (small) => without(small, MANIFEST),
    verdict: 'cannot-tell',
    doubts: ['no-manifest'],
  },
  {
    name: 'a shard that the manifest lists is missing',
    make: (small) => without(small, shardPath(1)),
    verdict: 'damaged',
    faults: ['missing'],
    findings: () => ({ conversations: 8, shards: { listed: 3, present: 2 } }),
  },
  {
    name: 'a shard that only the list of conversations names is missing',
    make: (small) =>
      withManifest(without(small, shardPath(2)), (manifest) => ({
        ...manifest,
        export_files: manifest.export_files.filter(({ path }) => path !== shardPath(2)),
      })),
    verdict: 'damaged',
    faults: ['missing'],
  },
  {
    name: 'all shards are missing, the manifest is there',
    make: (small) => [0, 1, 2].reduce((left, shard) => without(left, shardPath(shard)), small),
    verdict: 'damaged',
    faults: ['missing'],
    findings: () => ({ conversations: 0 }),
  },
  {
    name: 'an asset that the manifest lists is missing',
    from: MANY,
    make: (small) => without(small, assetIn(small)),
    verdict: 'damaged',
    faults: ['missing'],
    counts: (counts) => counts,
  },
  {
    name: 'a small file that the manifest lists is missing',
    make: (small) => without(small, 'shared_conversations.json'),
    verdict: 'damaged',
    faults: ['missing'],
  },
  {
    name: 'the manifest states another size of a shard',
    make: (small) => resized(small, shardPath(1), 1),
    verdict: 'damaged',
    faults: ['manifest-size'],
    counts: (counts) => counts,
  },
  {
    name: 'the manifest states another size of an asset',
    from: MANY,
    make: (small) => resized(small, assetIn(small), -1),
    verdict: 'damaged',
    faults: ['manifest-size'],
  },
  {
    name: 'the size of the second manifest disagrees, as it does in real exports',
    make: (small) => resized(small, 'sites/export_manifest.json', 40),
    verdict: 'whole',
  },
  {
    name: 'the manifest states no sizes',
    make: (small) =>
      withManifest(small, (manifest) => ({
        ...manifest,
        export_files: manifest.export_files.map(({ path }) => ({ path })),
      })),
    verdict: 'whole',
  },
  {
    name: 'the manifest is no JSON',
    make: (small) => withBytes(small, MANIFEST, '{"version": 1, oh no'),
    verdict: 'damaged',
    faults: ['manifest-unreadable'],
    counts: (counts) => counts,
  },
  {
    name: 'the manifest is cut in the middle',
    make: (small) => withBytes(small, MANIFEST, Buffer.from(JSON.stringify(jsonIn(small, MANIFEST))).subarray(0, 300)),
    verdict: 'damaged',
    faults: ['manifest-unreadable'],
  },
  {
    name: 'the manifest is empty',
    make: (small) => withBytes(small, MANIFEST, ''),
    verdict: 'damaged',
    faults: ['manifest-unreadable'],
  },
  {
    name: 'the manifest lists nothing',
    make: (small) => withManifest(small, () => ({ version: 1, export_files: [], logical_files: {} })),
    verdict: 'cannot-tell',
    doubts: ['manifest-silent'],
    counts: (counts) => counts,
  },
  { name: 'the manifest is a number', make: (small) => withJson(small, MANIFEST, 7), verdict: 'damaged' },
  {
    name: 'the manifest is nested 50,000 levels deep',
    make: (small) => withBytes(small, MANIFEST, '['.repeat(50_000) + ']'.repeat(50_000)),
    verdict: 'damaged',
  },
  {
    name: 'the manifest has hostile keys',
    make: (small) =>
      withBytes(
        small,
        MANIFEST,
        JSON.stringify(jsonIn(small, MANIFEST)).replace('{', '{"__proto__": {"export_files": []}, "constructor": 1, '),
      ),
    verdict: 'whole',
  },
  {
    name: 'the manifest names shards as objects',
    make: (small) =>
      withManifest(small, (manifest) => ({
        ...manifest,
        logical_files: {
          ...manifest.logical_files,
          'conversations.json': { files: [0, 1, 2].map((shard) => ({ name: shardPath(shard) })), sharded: true },
        },
      })),
    verdict: 'whole',
  },
  {
    name: 'the manifest begins with a byte order mark',
    make: (small) => withBytes(small, MANIFEST, `\ufeff${JSON.stringify(jsonIn(small, MANIFEST))}`),
    verdict: 'whole',
  },
  {
    name: 'a shard that the manifest does not list',
    make: (small) =>
      withManifest(small, (manifest) => ({
        ...manifest,
        export_files: manifest.export_files.filter(({ path }) => path !== shardPath(2)),
        logical_files: Object.fromEntries(
          Object.entries(manifest.logical_files).filter(([name]) => name !== shardPath(2)),
        ),
      })),
    verdict: 'cannot-tell',
    doubts: ['unlisted'],
    counts: (counts) => counts,
  },
  {
    name: 'the manifest comes first in the ZIP',
    make: (small) => ({ ...small, entries: small.entries.toReversed() }),
    verdict: 'whole',
  },
  {
    name: 'a library without digests',
    from: MANY,
    make: (small) => small,
    verdict: 'whole',
    findings: (small) => ({ library: librarySums(small) }),
  },
  {
    name: 'an asset has another size than the library states, and no digest',
    from: MANY,
    make: (small) =>
      relisted(
        withJson(
          small,
          'library_files.json',
          (jsonIn(small, 'library_files.json') as readonly { readonly file_size_bytes: number }[]).map((item, at) =>
            at === 0 ? { ...item, file_size_bytes: item.file_size_bytes + 1 } : item,
          ),
        ),
      ),
    verdict: 'damaged',
    faults: ['library-size'],
    counts: (counts) => counts,
  },
  {
    name: 'an asset is shorter than the library states, and the manifest agrees',
    from: MANY,
    make: (small) => relisted(withBytes(small, hashedIn(small), flipped(small, hashedIn(small)).subarray(0, 30))),
    verdict: 'damaged',
    faults: ['library-size'],
  },
  {
    name: 'an asset has other bytes than its sha-256 says',
    from: { ...MANY, generation: 'g4' },
    make: (small) => withBytes(small, hashedIn(small), flipped(small, hashedIn(small))),
    verdict: 'damaged',
    faults: ['digest'],
    counts: (counts) => counts,
  },
  {
    name: 'the list of library files is no JSON',
    make: (small) => relisted(withBytes(small, 'library_files.json', 'nothing')),
    verdict: 'whole',
  },
  {
    name: 'the list of library files is an object',
    make: (small) => relisted(withBytes(small, 'library_files.json', '{"a": [1, null, {"sha256_digest": 7}]}')),
    verdict: 'whole',
  },
  {
    name: 'the names of assets are a list',
    make: (small) => relisted(withBytes(small, 'conversation_asset_file_names.json', '[null, 3, {"__proto__": "x"}]')),
    verdict: 'whole',
  },
  {
    name: 'assets that are referred to and not shipped',
    from: { conversations: 60, perShard: 20, turns: 8, seed: 9 },
    make: (small) => small,
    verdict: 'whole',
    findings: ({ truth }) => ({ assets: assetsOf(truth) }),
  },
  {
    name: 'public links, one of them with an address inside',
    make: (small) =>
      relisted(
        withJson(small, 'shared_conversations.json', [
          { id: 'abc-1', title: 'One' },
          { id: '../../evil?x=1' },
          { conversation_id: 'c' },
          null,
          { id: 'def-2', title: null },
        ]),
      ),
    verdict: 'whole',
    findings: () => ({ sharedLinks: 2 }),
  },
  {
    name: 'a decoy of sections that is no list of conversations',
    make: (small) =>
      relisted(withJson(small, 'sectioned_conversations.json', [{ id: 'x', mapping: {}, title: 'decoy' }])),
    verdict: 'whole',
  },
  {
    name: 'only decoys: shared and sectioned conversations',
    make: () => ({
      ...smallExport(),
      entries: [
        { path: 'shared_conversations.json', bytes: Buffer.from('[]') },
        { path: 'sectioned_conversations.json', bytes: Buffer.from('[]') },
        { path: 'my_conversations.json', bytes: Buffer.from('[]') },
      ],
    }),
    verdict: 'no-export',
  },
  {
    name: 'a private file whose JSON is broken',
    make: (small) =>
      relisted(withEntry(small, 'user.json', { bytes: Buffer.from('{"email": "ana.canary@example.com') })),
    verdict: 'whole',
  },
];

/** All that are there and stand in the library are compared by their size. */
function librarySums(small: Small): { readonly digest: number; readonly size: number; readonly neither: number } {
  const { length } = jsonIn(small, 'library_files.json') as readonly unknown[];
  return {
    digest: 0,
    size: length,
    neither: small.entries.filter(({ path }) => path.endsWith('.dat')).length - length,
  };
}

function hashedIn(small: Small): string {
  const [first] = jsonIn(small, 'library_files.json') as readonly { readonly file_id: string }[];
  return `${first?.file_id ?? ''}.dat`;
}

function flipped(small: Small, path: string): Uint8Array {
  const bytes = Buffer.from(small.entries.find((one) => one.path === path)?.bytes ?? []);
  bytes[20] = (bytes[20] ?? 0) ^ 1;
  return bytes;
}

function resized(small: Small, wanted: string, by: number): Small {
  return withManifest(small, (manifest) => ({
    ...manifest,
    export_files: manifest.export_files.map(({ path, size_bytes }) => ({
      path,
      size_bytes: path === wanted ? size_bytes + by : size_bytes,
    })),
  }));
}

function assetsOf(truth: Small['truth']): {
  readonly shipped: number;
  readonly referred: number;
  readonly notShipped: number;
} {
  const all = truth.flatMap(({ assets }) => assets);
  const shipped = all.filter(({ isShipped }) => isShipped).length;
  return { shipped, referred: all.length, notShipped: all.length - shipped };
}
