// Damages and oddities of the library and of the other files beside the conversations.
import type { Damage } from '../damage';
import { jsonIn, MANY, relisted, smallExport, withBytes, withEntry, withJson } from '../edit';
import type { Small } from '../edit';

export const SIDE_FILES: readonly Damage[] = [
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

function assetsOf(truth: Small['truth']): {
  readonly shipped: number;
  readonly referred: number;
  readonly notShipped: number;
} {
  const all = truth.flatMap(({ assets }) => assets);
  const shipped = all.filter(({ isShipped }) => isShipped).length;
  return { shipped, referred: all.length, notShipped: all.length - shipped };
}
