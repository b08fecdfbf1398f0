// Damages and oddities of the manifest, and files that it lists and that are gone or changed.
import type { Damage } from '../damage';
import { assetIn, jsonIn, MANIFEST, MANY, shardPath, withBytes, withJson, withManifest, without } from '../edit';
import type { Small } from '../edit';

export const MANIFEST_DAMAGES: readonly Damage[] = [
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
];

function resized(small: Small, wanted: string, by: number): Small {
  return withManifest(small, (manifest) => ({
    ...manifest,
    export_files: manifest.export_files.map(({ path, size_bytes }) => ({
      path,
      size_bytes: path === wanted ? size_bytes + by : size_bytes,
    })),
  }));
}
