// Entries of a ZIP that overlap, are encrypted, have no usable name or are no files; and forms of ZIP that are rare and sound.
import type { Damage } from '../damage';
import { assetIn, bytesIn, MANY, relisted, shardPath, withEntry, withMore, SECOND } from '../edit';
import { rawZip } from '../raw-zip';
import type { RawEntry } from '../raw-zip';

export const ZIP_ENTRIES: readonly Damage[] = [
  {
    name: 'two entries of the same bytes',
    make: (small) => withEntry(small, SECOND, { lie: { sameBytesAs: shardPath(0) } }),
    verdict: 'damaged',
    folder: false,
  },
  {
    name: 'two entries of one name',
    make: (small) => withMore(small, { path: SECOND, bytes: bytesIn(small, SECOND) }),
    verdict: 'cannot-tell',
    doubts: ['twice'],
    folder: false,
  },
  {
    name: 'an encrypted shard',
    make: (small) => withEntry(small, SECOND, { lie: { flags: 1 } }),
    verdict: 'cannot-tell',
    doubts: ['locked'],
    folder: false,
  },
  {
    name: 'an encrypted asset',
    from: MANY,
    make: (small) => withEntry(small, assetIn(small), { lie: { flags: 1 } }),
    verdict: 'cannot-tell',
    doubts: ['locked'],
    folder: false,
  },
  {
    name: 'a shard packed in another way than deflate',
    make: (small) => withEntry(small, SECOND, { lie: { method: 12 } }),
    verdict: 'cannot-tell',
    doubts: ['locked'],
    folder: false,
  },
  {
    name: 'another name before the bytes than in the directory',
    make: (small) => withEntry(small, SECOND, { lie: { localPath: 'something-else.json' } }),
    verdict: 'damaged',
    folder: false,
  },
  {
    name: 'a link instead of a shard',
    make: (small) => withEntry(small, SECOND, { bytes: Buffer.from('/etc/passwd'), lie: { mode: 0o120777 } }),
    verdict: 'damaged',
    doubts: ['strange'],
    folder: false,
  },
  {
    name: 'a link beside the rest',
    make: (small) =>
      withMore(small, { path: 'link.json', bytes: Buffer.from('../../etc/passwd'), lie: { mode: 0o120777 } }),
    verdict: 'cannot-tell',
    doubts: ['strange'],
    folder: false,
  },
  {
    name: 'a device beside the rest',
    make: (small) => withMore(small, { path: 'null', bytes: Buffer.from(''), lie: { mode: 0o20666 } }),
    verdict: 'cannot-tell',
    doubts: ['strange'],
    folder: false,
  },
  {
    name: 'a name that climbs',
    make: (small) => withMore(small, { path: '../../etc/cron.d/job', bytes: Buffer.from('x') }),
    verdict: 'cannot-tell',
    doubts: ['strange'],
    folder: false,
  },
  {
    name: 'a name from the root',
    make: (small) => withMore(small, { path: '/etc/passwd', bytes: Buffer.from('x') }),
    verdict: 'cannot-tell',
    doubts: ['strange'],
    folder: false,
  },
  {
    name: 'a name with a drive',
    make: (small) => withMore(small, { path: 'C:\\Windows\\x.dll', bytes: Buffer.from('x') }),
    verdict: 'cannot-tell',
    doubts: ['strange'],
    folder: false,
  },
  {
    name: 'a name of a device',
    make: (small) =>
      withMore(small, { path: 'CON', bytes: Buffer.from('x') }, { path: 'aux.txt', bytes: Buffer.from('x') }),
    verdict: 'whole',
  },
  {
    name: 'an empty name',
    make: (small) => withMore(small, { path: '', bytes: Buffer.from('x') }),
    verdict: 'cannot-tell',
    folder: false,
  },
  {
    name: 'stored instead of deflated',
    make: (small) => ({ ...small, entries: small.entries.map((one) => ({ ...one, stored: true })) }),
    verdict: 'whole',
    folder: false,
  },
  {
    name: 'check and sizes behind the bytes',
    make: (small) => ({ ...small, entries: small.entries.map((one) => ({ ...one, streamed: true })) }),
    verdict: 'whole',
    folder: false,
  },
  {
    name: 'sizes in ZIP64 fields',
    make: (small) =>
      rawZip(
        small.entries.map((one) => ({ ...one, zip64: true })),
        { zip64: true },
      ),
    verdict: 'whole',
  },
  {
    name: '70,000 files',
    make: (small) =>
      rawZip(
        relisted(
          withMore(
            small,
            ...Array.from({ length: 70_000 }, (_none, at): RawEntry => ({
              path: `file_${at.toString(16).padStart(8, '0')}.dat`,
              bytes: TINY,
              stored: true,
            })),
          ),
        ).entries,
      ),
    verdict: 'whole',
    findings: ({ entries }) => ({
      files: {
        all: entries.length + 70_000,
        right: entries.length + 70_000,
        listed: entries.length + 70_000,
        sizesRight: entries.length + 70_000 - 2,
      },
    }),
  },
];

const TINY = Buffer.from('x');
