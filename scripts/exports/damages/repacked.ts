// The ways people pack an export again, and the Privacy Portal's ZIP with ZIPs inside.
import type { Damage } from '../damage';
import { chatOf, relisted, smallExport, withMore, without, SECOND } from '../edit';
import type { Small } from '../edit';
import { jsonText } from '../json-form';
import { rawZip, cutAt } from '../raw-zip';
import type { RawEntry } from '../raw-zip';
import { portal } from './portal';

export const REPACKED: readonly Damage[] = [
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

function prefixed({ entries }: Small, prefix: string): readonly RawEntry[] {
  return entries.map((one) => ({ ...one, path: prefix + one.path }));
}
