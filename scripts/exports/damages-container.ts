// Damages and lies of the ZIP itself, the ways people re-pack it, and the Privacy Portal's ZIP with ZIPs inside.
import { deflateRawSync } from 'node:zlib';
import type { Damage } from './damage';
import {
  assetIn,
  bytesIn,
  chatOf,
  MANIFEST,
  MANY,
  relisted,
  shardPath,
  smallExport,
  withEntry,
  withMore,
  without,
} from './edit';
import type { Small } from './edit';
import { jsonText } from './layout';
import { rawZip } from './raw-zip';
import type { RawEntry } from './raw-zip';

const SECOND = shardPath(1);
const SECRET = 'Card ending 4242, Ana Canary, 1 Secret Street';

export const CONTAINER_DAMAGES: readonly Damage[] = [
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
  {
    name: 'a comment behind the directory',
    make: (small) => rawZip(small.entries, { comment: 'made by a friend' }),
    verdict: 'whole',
  },
  {
    name: 'bytes behind the end of the ZIP',
    make: (small) => Buffer.concat([rawZip(small.entries), Buffer.from('more')]),
    verdict: 'damaged',
  },
  {
    name: 'bytes before the beginning of the ZIP',
    make: (small) => Buffer.concat([Buffer.from('PK\x03\x04 more'), rawZip(small.entries)]),
    verdict: 'damaged',
  },
  ...[0.2, 0.5, 0.8, 0.95, 0.999].map((part): Damage => ({
    name: `the ZIP is cut at ${part * 100} %`,
    make: (small) => cutAt(rawZip(small.entries), part),
    verdict: 'damaged',
    faults: ['zip-cut'],
  })),
  { name: 'the ZIP is cut after 3 bytes', make: (small) => rawZip(small.entries).subarray(0, 3), verdict: 'not-zip' },
  {
    name: 'a hole of zero bytes in the middle of the ZIP',
    make: (small) => Buffer.from(rawZip(small.entries)).fill(0, 4000, 6000),
    verdict: 'damaged',
  },
  { name: 'a file of no bytes', make: () => Buffer.alloc(0), verdict: 'empty' },
  {
    name: 'a picture instead of a ZIP',
    make: () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    verdict: 'not-zip',
  },
  {
    name: 'a ZIP of something else',
    make: () => rawZip([{ path: 'holiday.txt', bytes: Buffer.from('sun') }]),
    verdict: 'no-export',
  },
  { name: 'a ZIP with nothing in it', make: () => rawZip([]), verdict: 'no-export' },
  {
    name: 'unpacked and packed again: a folder around, and what macOS leaves',
    make: (small) => ({
      ...small,
      entries: [
        { path: 'export/', bytes: Buffer.alloc(0), stored: true },
        ...prefixed(small, 'export/'),
        { path: 'export/.DS_Store', bytes: Buffer.from('x') },
        { path: `__MACOSX/export/._${SECOND}`, bytes: Buffer.from('not json') },
        { path: '__MACOSX/export/._conversations.json', bytes: Buffer.from('x') },
      ],
    }),
    verdict: 'whole',
    folder: false,
  },
  {
    name: 'two folders around',
    make: (small) => ({ ...small, entries: prefixed(small, 'tmp/My export (1)/') }),
    verdict: 'whole',
  },
  {
    name: 'two exports side by side in one ZIP',
    make: (small) => ({ ...small, entries: [...prefixed(small, 'a/'), ...prefixed(smallExport({ seed: 8 }), 'b/')] }),
    verdict: 'damaged',
    folder: 'cannot-tell',
  },
  {
    name: 'a ZIP that a person attached to a chat, with conversations in it',
    make: (small) =>
      relisted(
        withMore(small, {
          path: 'file_aa.dat',
          bytes: rawZip([
            { path: 'conversations.json', bytes: Buffer.from(jsonText([chatOf('other', ['x'])], small.plan)) },
          ]),
          stored: true,
        }),
      ),
    verdict: 'whole',
    counts: (counts) => counts,
  },
  {
    name: 'the Privacy Portal: ZIPs in a ZIP, stored',
    make: (small) => portal(small),
    verdict: 'whole',
    findings: () => ({ kind: 'portal' }),
  },
  {
    name: 'the Privacy Portal with the export in two parts',
    make: (small) => portal(small, { parts: 2 }),
    verdict: 'whole',
    findings: () => ({ kind: 'portal' }),
  },
  {
    name: 'the Privacy Portal, packed once more by a person',
    make: (small) => portal(small, { stored: false }),
    verdict: 'cannot-tell',
    folder: 'whole',
  },
  {
    name: 'the Privacy Portal, its inner ZIP cut',
    make: (small) => portal(small, { inner: (zip) => cutAt(zip, 0.8) }),
    verdict: 'damaged',
  },
  {
    name: 'the Privacy Portal, a wrong CRC of the inner ZIP',
    make: (small) => portal(small, { crc: 1 }),
    verdict: 'damaged',
    folder: 'whole',
  },
  {
    name: 'the Privacy Portal, a shard missing in the inner ZIP',
    make: (small) => portal(without(small, SECOND)),
    verdict: 'damaged',
    faults: ['missing'],
  },
  {
    name: 'the Privacy Portal, its private folders damaged: they are not opened',
    make: (small) => portal(small, { isPrivateBroken: true }),
    verdict: 'whole',
  },
];

const TINY = Buffer.from('x');

/** So many million zero bytes, deflated. */
function bomb(millions: number): Buffer {
  const million = deflateRawSync(Buffer.alloc(1_000_000), { finishFlush: 2 });
  return Buffer.concat([...Array.from({ length: millions }, () => million), deflateRawSync(Buffer.alloc(0))]);
}

export function cutAt(zip: Buffer, part: number): Buffer {
  return zip.subarray(0, Math.floor(zip.length * part));
}

function prefixed({ entries }: Small, prefix: string): readonly RawEntry[] {
  return entries.map((one) => ({ ...one, path: prefix + one.path }));
}

/** Private paths of the portal, for those who look at what was read. */
export const PORTAL_PRIVATE = [
  'Financial/Charge History.csv',
  'Financial/Payments Invoices.csv',
  'Contact Info/Contact Info.csv',
  'User Profile/Payments Customer Profile.csv',
] as const;

/** What lies in the portal's ZIP: inner ZIPs and private tables. */
export function portalEntries(
  small: Small,
  { stored = true, parts = 1, inner = (zip) => zip, crc, isPrivateBroken = false }: PortalOptions = {},
): readonly RawEntry[] {
  const online = (kind: string, part: number): string =>
    `User Online Activity/${kind}__user-abc-chatgpt-${parts > 1 ? 'part-' : ''}000${part}.zip`;
  const [assets, rest] = [
    small.entries.filter(({ path }) => path.endsWith('.dat')),
    small.entries.filter(({ path }) => !path.endsWith('.dat')),
  ];
  const half = rest.findIndex(({ path }) => path === SECOND);
  const pieces = parts > 1 ? [rest.slice(0, half), rest.slice(half)] : [rest];
  const secret = (path: string): RawEntry => ({
    path,
    bytes: Buffer.from(SECRET),
    ...(isPrivateBroken ? { lie: { crc: 1, packed: Buffer.alloc(60, 0xff) } } : {}),
  });
  return [
    secret(PORTAL_PRIVATE[0]),
    ...pieces.map((piece, at): RawEntry => ({
      path: online('Conversations', at + 1),
      bytes: inner(rawZip(piece)),
      stored,
      ...(crc === undefined ? {} : { lie: { crc } }),
    })),
    ...(assets.length > 0 ? [{ path: online('Files', 1), bytes: rawZip(assets), stored }] : []),
    {
      path: 'User Online Activity/Ads__user-abc.zip',
      bytes: rawZip([{ path: 'ads.json', bytes: Buffer.from('{}') }]),
      stored,
    },
    ...PORTAL_PRIVATE.slice(1).map(secret),
    { path: 'report.html', bytes: Buffer.from(`<p>${SECRET}</p>`) },
  ];
}

type PortalOptions = {
  readonly stored?: boolean;
  readonly parts?: number;
  readonly inner?: (zip: Buffer) => Buffer;
  readonly crc?: number;
  readonly isPrivateBroken?: boolean;
};

function portal(small: Small, options: PortalOptions = {}): Small {
  return { ...small, entries: portalEntries(small, options) };
}
