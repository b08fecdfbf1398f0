// A ZIP that is cut, holed or surrounded by other bytes, and files that are none.
import type { Damage } from '../damage';
import { rawZip, cutAt } from '../raw-zip';

export const ZIP_WHOLE: readonly Damage[] = [
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
];
