// Entries of a ZIP whose bytes are not what the ZIP states of them, and those past a limit.
import { deflateRawSync } from 'node:zlib';
import type { Damage } from '../damage';
import { assetIn, bytesIn, MANIFEST, MANY, withEntry, withMore, SECOND } from '../edit';

export const ZIP_BYTES: readonly Damage[] = [
  {
    name: 'a wrong CRC of a shard',
    make: (small) => withEntry(small, SECOND, { lie: { crc: 1 } }),
    verdict: 'damaged',
    faults: ['crc'],
    folder: false,
  },
  {
    name: 'a wrong CRC of an asset',
    from: MANY,
    make: (small) => withEntry(small, assetIn(small), { lie: { crc: 1 } }),
    verdict: 'damaged',
    faults: ['crc'],
    counts: (counts) => counts,
    folder: false,
  },
  {
    name: 'a wrong CRC of a stored shard',
    make: (small) => withEntry(small, SECOND, { stored: true, lie: { crc: 1 } }),
    verdict: 'damaged',
    faults: ['crc'],
    folder: false,
  },
  {
    name: 'a wrong CRC of the private file',
    make: (small) => withEntry(small, 'user.json', { lie: { crc: 1 } }),
    verdict: 'damaged',
    faults: ['crc'],
    folder: false,
  },
  {
    name: 'a wrong CRC of the manifest',
    make: (small) => withEntry(small, MANIFEST, { lie: { crc: 1 } }),
    verdict: 'damaged',
    faults: ['crc'],
    folder: false,
  },
  {
    name: 'a shard inflates to more than is stated',
    make: (small) => withEntry(small, SECOND, { lie: { size: bytesIn(small, SECOND).length - 5 } }),
    verdict: 'damaged',
    faults: ['size'],
    folder: false,
  },
  {
    name: 'a shard inflates to less than is stated',
    make: (small) => withEntry(small, SECOND, { lie: { size: bytesIn(small, SECOND).length + 5 } }),
    verdict: 'damaged',
    faults: ['size'],
    folder: false,
  },
  {
    name: 'a deflated shard that stops early',
    make: (small) =>
      withEntry(small, SECOND, { lie: { packed: deflateRawSync(bytesIn(small, SECOND)).subarray(0, 900) } }),
    verdict: 'damaged',
    folder: false,
  },
  {
    name: 'a shard of bytes that cannot be inflated',
    make: (small) => withEntry(small, SECOND, { lie: { packed: Buffer.alloc(500, 0xff) } }),
    verdict: 'damaged',
    faults: ['not-inflated'],
    folder: false,
  },
  {
    name: 'a shard with other bytes behind its deflated end',
    make: (small) =>
      withEntry(small, SECOND, {
        lie: { packed: Buffer.concat([deflateRawSync(bytesIn(small, SECOND)), Buffer.from('hidden')]) },
      }),
    verdict: 'damaged',
    folder: false,
  },
  {
    name: 'an entry of 600 MB that says it has 10 bytes',
    from: MANY,
    make: (small) => withEntry(small, assetIn(small), { lie: { size: 10, packed: bomb(600) } }),
    verdict: 'damaged',
    faults: ['size'],
    folder: false,
  },
  {
    name: 'an asset past the largest size that is read',
    from: MANY,
    make: (small) => withMore(small, { path: 'file_0000.dat', bytes: Buffer.alloc(3_000_000) }),
    limits: { file: 2_000_000 },
    verdict: 'cannot-tell',
    doubts: ['limit'],
    counts: (counts) => counts,
  },
  {
    name: 'more in all than is read',
    from: MANY,
    make: (small) => withMore(small, { path: 'file_0000.dat', bytes: Buffer.alloc(3_000_000) }),
    limits: { all: 2_000_000 },
    verdict: 'cannot-tell',
    doubts: ['limit'],
  },
  {
    name: 'more files than are read',
    from: MANY,
    make: (small) => small,
    limits: { files: 10 },
    verdict: 'cannot-tell',
    folder: 'damaged',
    doubts: ['limit'],
  },
  {
    name: 'a conversation past the largest size that is read',
    make: (small) => small,
    limits: { conversation: 6000 },
    verdict: 'cannot-tell',
    doubts: ['limit'],
  },
  {
    name: 'a manifest past the largest size that is read',
    make: (small) => small,
    limits: { sideFile: 200 },
    verdict: 'cannot-tell',
  },
  {
    name: 'a name past the longest that is read',
    make: (small) => withMore(small, { path: `${'n'.repeat(5000)}.dat`, bytes: Buffer.from('x') }),
    verdict: 'cannot-tell',
    folder: false,
  },
  {
    name: 'folders 100 levels deep',
    make: (small) => withMore(small, { path: `${'d/'.repeat(100)}x.dat`, bytes: Buffer.from('x') }),
    verdict: 'cannot-tell',
  },
];

/** So many million zero bytes, deflated. */
function bomb(millions: number): Buffer {
  const million = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: 2 });
  return Buffer.concat([...Array.from({ length: millions }, () => million), deflateRawSync(Buffer.alloc(0))]);
}
