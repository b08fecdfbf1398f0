// Exports opened from ZIPs, folders and ZIPs inside them: what is listed, what its bytes are, what is wrong, and what is left alone.
import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { memoryDisk } from '../../../scripts/exports/memory-disk';
import type { MemoryDisk } from '../../../scripts/exports/memory-disk';
import { rawZip } from '../../../scripts/exports/raw-zip';
import type { RawEntry } from '../../../scripts/exports/raw-zip';
import { BadFile } from '../../../src/archive/container/export';
import type { OpenedExport } from '../../../src/archive/container/export';
import { LIMITS } from '../../../src/archive/container/limits';
import type { Limits } from '../../../src/archive/container/limits';
import { openExport } from '../../../src/archive/container/open-export';

const entry = (path: string, text = path, more: Partial<RawEntry> = {}): RawEntry => ({
  path,
  bytes: Buffer.from(text),
  ...more,
});
const CHATS = entry('conversations.json', '[]');
/** Text that deflates to about half, so that a ZIP has a middle. */
const LONG = Array.from({ length: 30_000 }, (_, at) => ((at * at * 31) % 99_991).toString(36)).join(' ');
const whole = (zip: Uint8Array): string => createHash('sha256').update(zip).digest('hex');

async function opened(
  files: Uint8Array | Readonly<Record<string, Uint8Array>>,
  {
    at = '/x.zip',
    limits = LIMITS,
    disk,
  }: { readonly at?: string; readonly limits?: Limits; readonly disk?: MemoryDisk } = {},
): Promise<OpenedExport> {
  const opening = await openExport(
    at,
    disk ?? memoryDisk(files instanceof Uint8Array ? { [at]: files } : files),
    limits,
  );
  if (!opening.ok) throw new Error(opening.problem);
  return opening.opened;
}
const problemOf = async (files: Readonly<Record<string, Uint8Array>>, at = '/x.zip'): Promise<string> => {
  const opening = await openExport(at, memoryDisk(files));
  return opening.ok ? 'opened' : opening.problem;
};
async function read(from: OpenedExport, path: string): Promise<string> {
  const file = from.files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`not there: ${path}`);
  const chunks: Uint8Array[] = [];
  for await (const chunk of from.chunks(file)) chunks.push(chunk);
  expect(Math.max(0, ...chunks.map(({ length }) => length))).toBeLessThanOrEqual(256 * 1024);
  return Buffer.concat(chunks).toString();
}
const wrongIn = async (from: OpenedExport, path: string): Promise<unknown> =>
  read(from, path).then(
    () => 'right',
    (error: unknown) => (error instanceof BadFile ? error.wrong : error),
  );
const pathsOf = ({ files }: OpenedExport): readonly string[] => files.map(({ path }) => path);
/** Reads everything there is; gives the kinds of what was wrong with files. */
async function readAll(from: OpenedExport): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const { path } of from.files) {
    const one = await wrongIn(from, path);
    if (one !== 'right') wrong.push((one as { kind: string }).kind);
  }
  return wrong;
}

describe('a ZIP', () => {
  test('lists its files in the order in which they lie, without the folder around them and without junk', async () => {
    const zip = rawZip([
      entry('my/export/', ''),
      entry('my/export/b.dat'),
      entry('__MACOSX/my/._b.dat'),
      entry('my/export/.DS_Store'),
      entry('my/export/conversations-000.json', '[]'),
      entry('my/export/a/c.dat'),
      entry('other.txt'),
    ]);
    const from = await opened(zip);
    expect(pathsOf(from)).toEqual(['b.dat', 'conversations-000.json', 'a/c.dat', 'other.txt']);
    expect(from).toMatchObject({ kind: 'zip', bytes: zip.length, faults: [], doubts: [] });
    expect(from.files[2]).toMatchObject({ name: 'c.dat', bytes: 17, changed: new Date(2026, 7, 1, 12) });
    expect(await read(from, 'a/c.dat')).toBe('my/export/a/c.dat');
  });

  test.each<readonly [string, Partial<RawEntry>]>([
    ['deflated', {}],
    ['stored', { stored: true }],
    ['with sizes behind the bytes', { streamed: true }],
    ['with sizes of ZIP64', { zip64: true }],
  ])('gives the bytes of files small and large: %s', async (_what, more) => {
    const large = LONG.repeat(8);
    const from = await opened(
      rawZip(
        [
          { ...CHATS, ...more },
          entry('large.dat', large, more),
          entry('none.dat', '', more),
          entry('middle.dat', LONG, more),
        ],
        { zip64: more.zip64 === true },
      ),
    );
    expect(await read(from, 'large.dat')).toBe(large);
    expect(await read(from, 'none.dat')).toBe('');
    expect(await read(from, 'middle.dat')).toBe(LONG);
    expect(await readAll(from)).toEqual([]);
  });

  test('is hashed in one reading of the disk when its files are read in order', async () => {
    const zip = rawZip([
      CHATS,
      entry('a.dat', LONG.repeat(9), { stored: true }),
      entry('b.dat', LONG.repeat(9)),
      entry('c.dat', LONG),
    ]);
    const disk = memoryDisk({ '/x.zip': zip });
    const from = await opened({}, { disk });
    const before = disk.reads.reduce((sum, { length }) => sum + length, 0);
    await readAll(from);
    expect(await from.fingerprint()).toBe(whole(zip));
    const after = disk.reads.reduce((sum, { length }) => sum + length, 0) - before;
    expect(after).toBeLessThan(zip.length * 1.1 + 4 * 64 * 1024);
    expect(from.faults).toEqual([]);
  });

  test('is hashed rightly in whatever order its files are read, left early or not read at all', async () => {
    const zip = rawZip([
      CHATS,
      ...['a', 'b', 'c', 'd'].map((name) => entry(`${name}.dat`, LONG.repeat(10), { stored: name !== 'b' })),
    ]);
    for (const order of ['', 'dcba', 'acbd', 'bb', 'd', 'aaaa']) {
      const from = await opened(zip);
      for (const name of order) expect(await read(from, `${name}.dat`)).toBe(LONG.repeat(10));
      expect(await from.fingerprint()).toBe(whole(zip));
    }
    const from = await opened(zip);
    for (const file of from.files) for await (const chunk of from.chunks(file)) if (chunk.length > 0) break;
    expect(await from.fingerprint()).toBe(whole(zip));
  });

  test('cut anywhere is opened as damaged or is no ZIP, and never hangs', async () => {
    const zip = rawZip([CHATS, entry('a.dat', LONG.slice(0, 3000)), entry('b.dat', 'short', { stored: true })]);
    for (let size = 4; size < zip.length; size += 1) {
      const from = await opened(zip.subarray(0, size));
      expect(from.faults.length).toBeGreaterThan(0);
    }
    for (let size = 1; size < 4; size += 1)
      expect(await problemOf({ '/x.zip': zip.subarray(0, size) })).toBe('not-zip');
  });

  test('with any byte of its files or directory changed is never read without a word', async () => {
    const zip = rawZip([CHATS, entry('a.dat', LONG.slice(0, 700)), entry('b.dat', 'short text', { stored: true })]);
    const good = await contentsOf(await opened(zip));
    let quiet = 0;
    for (let at = 0; at < zip.length; at += 1) {
      for (const flip of [1, 0x80]) {
        const changed = Buffer.from(zip);
        changed[at] = (changed[at] ?? 0) ^ flip;
        const opening = await openExport('/x.zip', memoryDisk({ '/x.zip': changed }));
        if (!opening.ok) continue;
        const wrong = await readAll(opening.opened);
        if (wrong.length + opening.opened.faults.length + opening.opened.doubts.length > 0) continue;
        // Names, times and versions are covered by no sum; what is in the files is.
        quiet += 1;
        expect([...(await contentsOf(opening.opened)).values()].sort()).toEqual([...good.values()].sort());
      }
    }
    expect(quiet).toBeLessThan(zip.length / 2);
  });

  test.each<readonly [string, RawEntry['lie'] & object, string]>([
    ['more than it says', { size: 100 }, 'size'],
    ['less than it says', { size: 200_000 }, 'size'],
    ['other bytes', { crc: 7 }, 'crc'],
    ['a stream that stops', { packed: deflateRawSync(LONG).subarray(0, 500) }, 'not-inflated'],
    ['no stream', { packed: Buffer.alloc(900, 0xff) }, 'not-inflated'],
    ['bytes after the stream', { packed: Buffer.concat([deflateRawSync(LONG), Buffer.from('more')]) }, 'zip-broken'],
    ['nothing at all', { packed: Buffer.alloc(0) }, 'size'],
    ['another name before its bytes', { localPath: 'b.dat' }, 'zip-broken'],
    ['a longer name before its bytes', { localPath: 'a.data' }, 'zip-broken'],
    ['a lock', { flags: 1 }, 'locked'],
    ['another way of packing', { method: 93 }, 'locked'],
  ])('holds a file with %s: it is said of this one, and the others are read', async (_what, lie, kind) => {
    const from = await opened(rawZip([CHATS, entry('a.dat', LONG, { lie }), entry('c.dat', LONG)]));
    expect(await wrongIn(from, 'a.dat')).toMatchObject({ kind });
    expect(await read(from, 'c.dat')).toBe(LONG);
    expect(await wrongIn(from, 'a.dat')).toMatchObject({ kind });
  });

  test('bytes after a stream that ends with a read of the disk are found as well', async () => {
    // Stored blocks inside deflate: the packed size can be chosen to the byte.
    const bytes = Buffer.alloc(256 * 1024 - 5 * 5, 0x61);
    const packed = deflateRawSync(bytes, { level: 0 });
    for (const extra of [256 * 1024 - packed.length, 256 * 1024 - packed.length + 1, 256 * 1024 + 9]) {
      const from = await opened(
        rawZip([
          CHATS,
          { path: 'a.dat', bytes, lie: { packed: Buffer.concat([packed, Buffer.alloc(Math.max(1, extra))]) } },
        ]),
      );
      expect(await wrongIn(from, 'a.dat')).toMatchObject({ kind: 'zip-broken' });
    }
  });

  test('a bomb is left once it gives more than it says', async () => {
    const bomb = deflateRawSync(Buffer.alloc(300 * 1024 * 1024), { level: 9 });
    const from = await opened(
      rawZip([CHATS, entry('a.dat', LONG, { lie: { packed: bomb } }), entry('b.dat', 'x', { lie: { packed: bomb } })]),
    );
    const [a, b] = [await wrongIn(from, 'a.dat'), await wrongIn(from, 'b.dat')];
    expect(a).toMatchObject({ kind: 'size', stated: LONG.length });
    expect((a as { found: number }).found).toBeLessThan(LONG.length + 300 * 1024);
    expect(b).toMatchObject({ kind: 'size', stated: 1 });
  });

  test('links, devices and names that climb are doubts of one file; a backslash of an old Windows tool is a folder', async () => {
    const from = await opened(
      rawZip([
        CHATS,
        entry('l', '/etc/passwd', { lie: { mode: 0o120777 } }),
        entry('d', '', { lie: { mode: 0o20666 } }),
        entry('../up.dat'),
        entry('/root.dat'),
        entry('C:/x.dat'),
        entry('a\\b.dat'),
        entry('a/./b'),
        entry('fine.dat'),
      ]),
    );
    expect(from.doubts.map((doubt) => [doubt.kind, 'file' in doubt ? doubt.file : ''])).toEqual(
      ['l', 'd', '../up.dat', '/root.dat', 'C:/x.dat', 'a\\b.dat', 'a/./b'].map((file) => ['strange', file]),
    );
    expect(pathsOf(from)).not.toContain('l');
    expect(await read(from, '../up.dat')).toBe('../up.dat');
    const fromDos = rawZip([CHATS, entry('a\\b.dat')]);
    for (let at = fromDos.indexOf('PK\x01\x02'); at !== -1; at = fromDos.indexOf('PK\x01\x02', at + 1))
      fromDos[at + 5] = 0;
    expect(await opened(fromDos).then(({ files, doubts }) => [files.at(-1)?.path, doubts])).toEqual(['a/b.dat', []]);
  });

  test('two entries of one name are both listed, and entries that share bytes are not read', async () => {
    const twice = await opened(rawZip([CHATS, entry('a.dat', 'one'), entry('a.dat', 'two')]));
    expect(twice.doubts).toEqual([{ kind: 'twice', file: 'a.dat' }]);
    expect(pathsOf(twice)).toEqual(['conversations.json', 'a.dat', 'a.dat']);
    const shared = await opened(
      rawZip([CHATS, entry('a.dat', 'one'), entry('b.dat', 'one', { lie: { sameBytesAs: 'a.dat' } })]),
    );
    expect(shared.faults).toEqual([{ kind: 'overlap', file: 'b.dat' }]);
    expect(await wrongIn(shared, 'b.dat')).toEqual({ kind: 'overlap', file: 'b.dat' });
  });

  test('of a hundred thousand entries over the same bytes a hundred are named', async () => {
    const from = await opened(
      rawZip(
        [
          CHATS,
          entry('a.dat', 'one'),
          ...Array.from({ length: 100_000 }, (_, at) => entry(`b${at}`, 'one', { lie: { sameBytesAs: 'a.dat' } })),
        ],
        { zip64: true },
      ),
    );
    expect(from.faults).toHaveLength(100);
    expect(from.files).toHaveLength(100_002);
  });

  test('a directory of which the end counts too few entries is broken: the rest would be hidden', async () => {
    const zip = rawZip([CHATS, entry('a.dat'), entry('conversations-001.json', '[]')]);
    zip.writeUInt16LE(2, zip.length - 12);
    expect((await opened(zip)).faults).toEqual([{ kind: 'zip-broken', detail: expect.any(String) as string }]);
  });

  test('an entry that the library will not read for its encryption is locked, and those after it are read', async () => {
    const from = await opened(rawZip([CHATS, entry('a.dat', 'x', { lie: { flags: 0x41 } }), entry('b.dat', LONG)]));
    expect(from.faults).toEqual([]);
    expect(await wrongIn(from, 'a.dat')).toEqual({ kind: 'locked', file: 'a.dat' });
    expect(await read(from, 'b.dat')).toBe(LONG);
  });

  test('each limit is said, and what lies beyond it is not read', async () => {
    const zip = rawZip([
      CHATS,
      entry('a.dat', 'x'.repeat(50)),
      entry('b/c/d.dat', 'y'),
      entry('n'.repeat(30), 'z'),
      entry('e.dat', 'w'),
    ]);
    const beyond = async (limits: Partial<Limits>): Promise<OpenedExport> =>
      opened(zip, { limits: { ...LIMITS, ...limits } });
    expect((await beyond({ files: 3 })).doubts).toEqual([{ kind: 'limit', limit: 'files', file: undefined }]);
    expect((await beyond({ files: 3 })).files).toHaveLength(3);
    expect((await beyond({ depth: 1 })).doubts).toEqual([{ kind: 'limit', limit: 'depth', file: 'b/c/d.dat' }]);
    expect((await beyond({ name: 20 })).doubts).toEqual([{ kind: 'limit', limit: 'name', file: 'n'.repeat(20) }]);
    expect(await wrongIn(await beyond({ file: 49 }), 'a.dat')).toEqual({ kind: 'limit', limit: 'file', file: 'a.dat' });
    const all = await beyond({ all: 53 });
    expect(all.doubts).toEqual([{ kind: 'limit', limit: 'all', file: undefined }]);
    expect(await readAll(all)).toEqual(['limit', 'limit']);
  });
});

describe('what is no export', () => {
  const PICTURE = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  test.each<readonly [string, Readonly<Record<string, Uint8Array>>, string]>([
    ['nothing there', {}, 'missing'],
    ['no bytes', { '/x.zip': Buffer.alloc(0) }, 'empty'],
    ['a picture', { '/x.zip': PICTURE }, 'not-zip'],
    [
      'a ZIP of other things',
      { '/x.zip': rawZip([entry('shared_conversations.json', '[]'), entry('a.txt')]) },
      'no-export',
    ],
    ['a ZIP with nothing in it', { '/x.zip': rawZip([]) }, 'no-export'],
    [
      'a ZIP of a ZIP of other things',
      { '/x.zip': rawZip([{ path: 'a.zip', bytes: rawZip([entry('a.txt')]), stored: true }]) },
      'no-export',
    ],
    ['a folder of other things', { '/x.zip/a.txt': PICTURE }, 'no-export'],
    [
      'a manifest that is only that of the sites',
      { '/x.zip': rawZip([entry('sites/export_manifest.json', '{}')]) },
      'no-export',
    ],
  ])('%s', async (_what, files, problem) => expect(await problemOf(files)).toBe(problem));

  test('devices are not opened, and what the disk says is no crash', async () => {
    const disk = memoryDisk({ '/x.zip': rawZip([CHATS, entry('a.dat', LONG)]) });
    expect(
      await openExport('/x', { ...disk, files: { ...disk.files, look: async () => ({ kind: 'fifo' as const }) } }),
    ).toMatchObject({ ok: false, problem: 'not-file' });
    expect(disk.opened).toEqual([]);
    const failing = (from: number): MemoryDisk => ({
      ...disk,
      folders: {
        ...disk.folders,
        async open(path) {
          const file = await disk.folders.open(path);
          let count = 0;
          return {
            ...file,
            read: async (into, at) =>
              (count += 1) > from
                ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
                : file.read(into, at),
          };
        },
      },
    });
    expect(await openExport('/x.zip', failing(0))).toMatchObject({ ok: false, problem: 'unreadable' });
    expect(await openExport('/x.zip', failing(1))).toMatchObject({ ok: false, problem: 'unreadable' });
    const from = await opened({}, { disk: failing(3) });
    expect(await readAll(from)).toContain('unreadable');
    expect(await from.fingerprint()).toBeUndefined();
    expect(from.faults).toEqual([{ kind: 'unreadable', file: 'x.zip' }]);
  });
});

describe('the portal', () => {
  const inner = (name: string, more: readonly RawEntry[] = []): RawEntry => ({
    path: `User Online Activity/${name}.zip`,
    bytes: rawZip([entry(`${name}.dat`, LONG), ...more]),
    stored: true,
  });
  const CONVERSATIONS = inner('Conversations__1-chatgpt-0001', [
    entry('conversations-000.json', '[1]'),
    entry('export_manifest.json', '{}'),
    entry('Financial/inside.csv', 'secret'),
  ]);
  const FILES = inner('Files__1-files-0001', [
    entry('file-abc.dat', LONG),
    { path: 'deeper.zip', bytes: rawZip([entry('conversations.json', '[2]')]), stored: true },
  ]);
  const PRIVATE = [
    entry('Financial/Charge History.csv', 'secret '.repeat(3000), { stored: true }),
    entry('contact info/Contact Info.csv', 'secret'),
    entry('User Profile/x.csv', 'secret'),
  ];

  test('is one list of the files of its ZIPs, with no private folder in it; ZIPs inside these are plain files', async () => {
    const zip = rawZip([entry('report.html'), ...PRIVATE, CONVERSATIONS, FILES]);
    const from = await opened(zip);
    expect(from.kind).toBe('portal');
    expect(pathsOf(from)).toEqual([
      'Conversations__1-chatgpt-0001.dat',
      'conversations-000.json',
      'export_manifest.json',
      'Files__1-files-0001.dat',
      'file-abc.dat',
      'deeper.zip',
    ]);
    expect(await read(from, 'file-abc.dat')).toBe(LONG);
    expect(await readAll(from)).toEqual([]);
    expect(await from.fingerprint()).toBe(whole(zip));
    expect([...from.faults, ...from.doubts]).toEqual([]);
  });

  test('a wrong CRC-32 of a ZIP inside is known with the fingerprint, however its files were read', async () => {
    for (const reads of [true, false]) {
      const from = await opened(rawZip([...PRIVATE, { ...CONVERSATIONS, lie: { crc: 1 } }, FILES]));
      expect(from.faults).toEqual([]);
      if (reads) await readAll(from);
      await from.fingerprint();
      expect(from.faults).toEqual([{ kind: 'crc', file: CONVERSATIONS.path }]);
    }
  });

  test('a ZIP that was packed once more, or is cut, is said', async () => {
    const packed = await opened(rawZip([{ ...CONVERSATIONS, stored: false }, FILES]));
    expect(packed.doubts).toEqual([{ kind: 'packed-twice', file: CONVERSATIONS.path }]);
    const cut = await opened(rawZip([{ ...CONVERSATIONS, bytes: CONVERSATIONS.bytes.subarray(0, 5000) }, FILES]));
    expect(cut.faults).toEqual([{ kind: 'zip-cut' }]);
  });

  test('unpacked into a folder it is read as well, its private files never opened', async () => {
    const disk = memoryDisk(
      Object.fromEntries(
        [...PRIVATE, CONVERSATIONS, FILES, entry('report.html')].map(({ path, bytes }) => [`/p/${path}`, bytes]),
      ),
    );
    const from = await opened({}, { at: '/p', disk });
    expect(from.kind).toBe('portal');
    expect(await read(from, 'conversations-000.json')).toBe('[1]');
    expect(await from.fingerprint()).toBeUndefined();
    expect(disk.opened.filter((path) => !path.endsWith('.zip'))).toEqual([]);
    await from.close();
  });
});

describe('a folder', () => {
  const files = (paths: readonly string[]): Readonly<Record<string, Uint8Array>> =>
    Object.fromEntries(paths.map((path) => [path, Buffer.from(path)]));

  test('gives what lies in it, from the folder of the conversations on', async () => {
    const from = await opened(
      files([
        '/d/notes.txt',
        '/d/more/export/conversations.json',
        '/d/more/export/a/b.dat',
        '/d/more/export/.DS_Store',
        '/d/more/export/Financial/x.csv',
      ]),
      { at: '/d' },
    );
    expect(pathsOf(from)).toEqual(['conversations.json', 'a/b.dat']);
    expect(from).toMatchObject({
      kind: 'folder',
      faults: [],
      doubts: [],
      bytes: '/d/more/export/conversations.json'.length + '/d/more/export/a/b.dat'.length,
    });
    expect(await read(from, 'a/b.dat')).toBe('/d/more/export/a/b.dat');
  });

  test('of two exports side by side one is taken, and the other is said', async () => {
    const from = await opened(
      files(['/d/a/conversations.json', '/d/b/conversations.json', '/d/c/deep/conversations.json']),
      { at: '/d' },
    );
    expect(pathsOf(from)).toEqual(['conversations.json']);
    expect(from.doubts).toEqual([{ kind: 'twice', file: 'b/conversations.json' }, { kind: 'conversations-alone' }]);
  });

  test('a file that changes or shrinks while it is read is a fault of this file', async () => {
    const disk = memoryDisk(files(['/d/conversations.json', '/d/a.dat']));
    const changing: MemoryDisk = {
      ...disk,
      folders: {
        ...disk.folders,
        open: async (path) => ({
          ...(await disk.folders.open(path)),
          isUnchanged: async () => !path.endsWith('a.dat'),
        }),
      },
    };
    const from = await opened({}, { at: '/d', disk: changing });
    expect(await wrongIn(from, 'a.dat')).toEqual({ kind: 'unreadable', file: 'a.dat' });
    expect(await wrongIn(from, 'conversations.json')).toBe('right');
  });

  test('a link is not followed; in place of conversations it is said', async () => {
    const disk = memoryDisk(files(['/d/conversations-000.json']));
    const linked: MemoryDisk = {
      ...disk,
      folders: {
        ...disk.folders,
        list: async (path) => [
          ...(await disk.folders.list(path)),
          ...['conversations-001.json', 'photos'].map((name) => ({
            name,
            kind: 'link' as const,
            bytes: 0,
            changed: new Date(0),
          })),
        ],
      },
    };
    const from = await opened({}, { at: '/d', disk: linked });
    expect(pathsOf(from)).toEqual(['conversations-000.json']);
    expect(from.doubts).toEqual([{ kind: 'strange', file: 'conversations-001.json' }, { kind: 'conversations-alone' }]);
  });
});

async function contentsOf(from: OpenedExport): Promise<ReadonlyMap<string, string>> {
  const contents = new Map<string, string>();
  for (const { path } of from.files) contents.set(path, await read(from, path));
  return contents;
}

test('each file keeps its own date, although thousands share one', async () => {
  const zip = new ZipFile();
  const days = ['2026-03-01T10:00:00', '2026-05-02T11:00:00', '2026-03-01T10:00:00'].map((text) => new Date(text));
  for (const [index, mtime] of days.entries())
    zip.addBuffer(Buffer.from('[]'), `conversations-00${index}.json`, { mtime });
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  const { files } = await opened(Buffer.concat(chunks));
  expect(files.map(({ changed }) => changed?.toISOString().slice(0, 10))).toEqual([
    '2026-03-01',
    '2026-05-02',
    '2026-03-01',
  ]);
});
