// The check: what makes an export whole, damaged, or neither; and what it counts.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkExport, Stopped } from '../../../src/archive/check/check-export';
import type { CheckOptions } from '../../../src/archive/check/check-export';
import type { Findings, Titles } from '../../../src/archive/check/findings';
import { verdictOf } from '../../../src/archive/check/findings';
import { LIMITS } from '../../../src/archive/container/limits';
import { aChat, aMessage, aTalk, holding } from '../../support/chats';
import type { Json } from '../../support/chats';
import { anOpened } from '../../support/opened-export';
import type { OpenedSetting } from '../../support/opened-export';

type Files = Readonly<Record<string, unknown>>;
const FIRST = aTalk(['q', 'a'], {
  conversation_id: 'c-1',
  title: 'First',
  create_time: 1_700_000_000,
  update_time: 1_700_000_500,
});
const SECOND = aTalk(['q', 'a', 'thanks'], {
  conversation_id: 'c-2',
  title: 'Second',
  create_time: 1_710_000_000,
  update_time: 1_710_000_500,
});
const SHARDS: Files = { 'conversations-000.json': [FIRST], 'conversations-001.json': [SECOND] };
const bytesOf = (content: unknown): Buffer =>
  Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));

/** With a manifest that lists all of them and tells the truth. */
function listed(files: Files, more: Json = {}): Files {
  const export_files = Object.entries(files).map(([path, content]) => ({ path, size_bytes: bytesOf(content).length }));
  return {
    ...files,
    'export_manifest.json': {
      export_files,
      logical_files: {
        'conversations.json': { files: Object.keys(files).filter((path) => /^conversations(-\d+)?\.json$/.test(path)) },
      },
      ...more,
    },
  };
}
const check = async (files: Files, setting: OpenedSetting = {}, options: CheckOptions = {}): Promise<Findings> =>
  (await checkExport(anOpened(files, setting), options)).findings;
const titles = async (files: Files): Promise<Titles> => (await checkExport(anOpened(files))).titles;
const verdict = async (files: Files, setting: OpenedSetting = {}): Promise<string> =>
  verdictOf(await check(files, setting));
const kinds = ({ faults, doubts }: Findings): readonly string[] => [...faults, ...doubts].map(({ kind }) => kind);

describe('the verdict', () => {
  test('is whole when the manifest agrees and there are conversations', async () => {
    const findings = await check(listed({ ...SHARDS, 'user.json': {} }));
    expect(findings).toMatchObject({
      conversations: 2,
      messages: { shown: 5, behind: 0, drafts: 0 },
      shards: { listed: 2, present: 2 },
      files: { all: 4, right: 4, listed: 3, sizesRight: 3 },
      layout: 'shards',
      hasManifest: true,
      sha256: 'f'.repeat(64),
      faults: [],
      doubts: [],
    });
    expect(verdictOf(findings)).toBe('whole');
  });
  test('is the same when the manifest comes first', async () =>
    expect(await verdict(Object.fromEntries(Object.entries(listed(SHARDS)).toReversed()))).toBe('whole'));
  test.each<[string, Files, string, readonly string[]]>([
    ['no manifest', SHARDS, 'cannot-tell', ['no-manifest']],
    [
      'a number left out',
      { 'conversations-000.json': [FIRST], 'conversations-002.json': [SECOND] },
      'damaged',
      ['gap', 'no-manifest'],
    ],
    ['a manifest of the sites only', { ...SHARDS, 'sites/export_manifest.json': {} }, 'cannot-tell', ['no-manifest']],
    ['a manifest that says nothing', { ...SHARDS, 'export_manifest.json': {} }, 'cannot-tell', ['manifest-silent']],
    ['a manifest that cannot be read', { ...SHARDS, 'export_manifest.json': '{' }, 'damaged', ['manifest-unreadable']],
    ['an empty list', listed({ 'conversations.json': [] }), 'cannot-tell', ['no-conversations']],
    [
      'no file of conversations',
      listed({ 'shared_conversations.json': [], 'sectioned_conversations.json': [FIRST] }),
      'cannot-tell',
      ['manifest-silent', 'no-conversations'],
    ],
    [
      'conversations without a single message',
      listed({ 'conversations.json': [{ ...FIRST, mapping: {} }, { id: 'x' }] }),
      'cannot-tell',
      ['no-conversations'],
    ],
    [
      'a shard too many',
      { ...listed(SHARDS), 'conversations-002.json': [aTalk(['x'], { conversation_id: 'c-3' })] },
      'cannot-tell',
      ['unlisted'],
    ],
    ['a shard too few', Object.fromEntries(Object.entries(listed(SHARDS)).slice(1)), 'damaged', ['missing']],
    ['a shard that is cut', listed({ ...SHARDS, 'conversations-002.json': '[{"id": "x"},' }), 'damaged', ['json-cut']],
    ['a shard that is no list', listed({ ...SHARDS, 'conversations-002.json': '5' }), 'damaged', ['json-broken']],
    ['an empty shard', listed({ ...SHARDS, 'conversations-002.json': '' }), 'damaged', ['json-cut']],
    [
      'a conversation that does not parse',
      listed({ ...SHARDS, 'conversations-002.json': '[{"id": tru}]' }),
      'damaged',
      ['unparsed'],
    ],
    [
      'a conversation that is none',
      listed({ ...SHARDS, 'conversations-002.json': '[{}, 5, {"a": 1}]' }),
      'damaged',
      ['unparsed'],
    ],
    [
      'bytes that are no UTF-8',
      listed({
        ...SHARDS,
        'conversations-002.json': Buffer.from([...Buffer.from('[{"id":"'), 0xff, ...Buffer.from('"}]')]),
      }),
      'damaged',
      ['unparsed'],
    ],
  ])('over %s is said', async (_name, files, wanted, found) => {
    const findings = await check(files);
    expect([verdictOf(findings), kinds(findings)]).toEqual([wanted, found]);
  });
  test('counts what does not parse, by file', async () => {
    const findings = await check(
      listed({ 'conversations-000.json': '[{"a": }, {}]', 'conversations-001.json': `[5,${JSON.stringify(FIRST)}]` }),
    );
    expect([findings.unparsed, findings.conversations]).toEqual([3, 1]);
    expect(findings.faults).toEqual([
      { kind: 'unparsed', file: 'conversations-000.json', count: 2 },
      { kind: 'unparsed', file: 'conversations-001.json', count: 1 },
    ]);
  });
  test('takes what is wrong with a file from whoever reads its bytes, once', async () => {
    const findings = await check(listed(SHARDS), {
      wrong: {
        'conversations-000.json': { kind: 'crc', file: 'conversations-000.json' },
        'conversations-001.json': { kind: 'limit', limit: 'file', file: 'conversations-001.json' },
      },
    });
    expect([findings.faults, findings.doubts, findings.files.right]).toEqual([
      [{ kind: 'crc', file: 'conversations-000.json' }],
      [{ kind: 'limit', limit: 'file', file: 'conversations-001.json' }],
      1,
    ]);
  });
  test('takes a disk that cannot be read for a fault, and a mistake of the program for no fault of the export', async () => {
    const refused = Object.assign(new Error('no'), { code: 'EIO' });
    expect(kinds(await check(listed(SHARDS), { wrong: { 'conversations-001.json': refused } }))).toEqual([
      'unreadable',
    ]);
    await expect(check(SHARDS, { wrong: { 'conversations-001.json': new TypeError('mistake') } })).rejects.toThrow(
      'mistake',
    );
  });
  test('knows what the opening found, also at its very end', async () => {
    const findings = await check(listed(SHARDS), {
      faults: [{ kind: 'zip-cut' }],
      late: [{ kind: 'crc', file: 'inner.zip' }],
      doubts: [{ kind: 'strange', file: 'x' }],
    });
    expect(kinds(findings)).toEqual(['zip-cut', 'crc', 'strange']);
  });
  test('does not call a conversation past the limit read', async () => {
    const long = aTalk(['x'.repeat(5000)], { conversation_id: 'c-9' });
    const findings = await check(
      listed({ 'conversations.json': [FIRST, long, long, long] }),
      {},
      { limits: { ...LIMITS, conversation: 3000 } },
    );
    expect([findings.conversations, verdictOf(findings), findings.doubts]).toEqual([
      1,
      'cannot-tell',
      [{ kind: 'limit', limit: 'conversation', file: 'conversations.json' }],
    ]);
  });
});

describe('the counts', () => {
  test.each<[string, Files, string]>([
    ['one file', { 'conversations.json': [FIRST] }, 'one-file'],
    ['one file with a number', { 'conversations-000.json': [FIRST] }, 'shards'],
    ['two files without a number', { 'a/conversations.json': [FIRST], 'b/conversations.json': [SECOND] }, 'shards'],
    ['one with a number beside one without', { 'conversations.json': [FIRST], 'conversations-001.json': [] }, 'shards'],
    ['no file of conversations', { 'user.json': {} }, 'one-file'],
  ])('tell the layout of %s', async (_what, files, layout) => {
    expect(await check(files)).toMatchObject({ layout, hasManifest: false });
    expect(await check(listed(files))).toMatchObject({ layout, hasManifest: true });
  });
  test('of messages that are not shown make an export of conversations too', async () => {
    const hidden = { metadata: { is_visually_hidden_from_conversation: true } };
    const [shown, behind, draft] = [aMessage('a'), aMessage('b', hidden), aMessage('c')];
    const kept = aChat([
      ['a', null, shown],
      ['b', 'a', behind],
    ]);
    const left = aChat(
      [
        ['a', null, shown],
        ['c', null, draft],
      ],
      { current_node: 'a' },
    );
    const both = await Promise.all([kept, left].map((one) => check(listed({ 'conversations.json': [one] }))));
    expect(both.map(({ messages, doubts }) => [messages, doubts])).toEqual([
      [{ shown: 1, behind: 1, drafts: 0 }, []],
      [{ shown: 1, behind: 0, drafts: 1 }, []],
    ]);
  });
  test('are those of every conversation once: the copy with the later update', async () => {
    const longer = aTalk(['q', 'a', 'b', 'c'], { conversation_id: 'c-1', update_time: 1_700_000_900 });
    for (const shards of [
      [[FIRST], [longer, SECOND, FIRST]],
      [
        [longer, FIRST],
        [FIRST, SECOND],
      ],
    ]) {
      expect(await check({ 'conversations-000.json': shards[0], 'conversations-001.json': shards[1] })).toMatchObject({
        conversations: 2,
        copies: 2,
        messages: { shown: 7, behind: 0, drafts: 0 },
      });
    }
  });
  test('take conversations without an id for different ones', async () =>
    expect(
      await check({ 'conversations.json': [1, 2].map(() => ({ ...FIRST, id: null, conversation_id: null })) }),
    ).toMatchObject({ conversations: 2, copies: 0 }));
  test('say what is odd, what was spoken and what is remembered', async () => {
    const speech = { content_type: 'audio_transcription', text: 'hi' };
    const image = { content_type: 'image_asset_pointer', asset_pointer: 'sediment://file_1' };
    const chats = [
      aTalk(['a'], { id: '1', conversation_id: '1', current_node: null }),
      aChat([['a', 'gone', aMessage('a')]], { conversation_id: '2' }),
      aChat(
        [
          ['a', 'b', aMessage('a')],
          ['b', 'a', aMessage('b')],
        ],
        { conversation_id: '3' },
      ),
      aChat(
        [
          ['a', null, holding({ content_type: 'multimodal_text', parts: [speech, image, { content_type: 'smell' }] })],
          ['b', 'a', holding({ content_type: 'user_editable_context', user_profile: 'p' })],
          ['c', 'b', holding({ content_type: 'model_editable_context', model_set_context: 'm' })],
        ],
        { conversation_id: '4' },
      ),
    ];
    expect(
      await check({
        'conversations.json': chats,
        'file_1.dat': 'x',
        'file_2.dat': 'x',
        'shared_conversations.json': [{ id: 'a' }, { id: 'b' }],
      }),
    ).toMatchObject({
      layout: 'one-file',
      paths: { guessed: 1, broken: 1, circles: 1 },
      voice: 1,
      images: 1,
      instructions: 1,
      memory: 1,
      unknownTypes: { smell: 1 },
      messages: { shown: 5, behind: 2, drafts: 0 },
      assets: { shipped: 2, referred: 1, notShipped: 0 },
      sharedLinks: 2,
    });
  });
  test('tell assets that are not shipped, which is no fault', async () => {
    const chat = aChat([
      [
        'a',
        null,
        aMessage('a', { metadata: { attachments: ['file-abc', 'file-abcd', 'file-html'].map((id) => ({ id })) } }),
      ],
    ]);
    const findings = await check(
      listed({
        'chat.html': 'var assetsJson = {"file-service://file-html": "cat.png"};',
        'conversations.json': [chat],
        'file-abc-x.png': 'x',
        'cat.png': 'x',
      }),
    );
    expect([findings.assets, verdictOf(findings)]).toEqual([{ shipped: 2, referred: 3, notShipped: 1 }, 'whole']);
  });
  test('name at most fifty unknown types, shortened, under any name', async () => {
    const types = ['__proto__', 'constructor', 'x'.repeat(1000), ...Array.from({ length: 100 }, (_, at) => `t${at}`)];
    const { unknownTypes } = await check({
      'conversations.json': [
        aChat([['a', null, holding({ content_type: 'text', parts: types.map((content_type) => ({ content_type })) })]]),
      ],
    });
    expect(Object.keys(unknownTypes)).toHaveLength(50);
    expect(Object.keys(unknownTypes).slice(0, 3)).toEqual(['__proto__', 'constructor', 'x'.repeat(80)]);
  });
  test('hold no word of the chats and nothing of user.json', async () => {
    const { findings } = await checkExport(
      anOpened({
        'conversations.json': [aTalk(['secretword'], { title: 'Secrettitle' })],
        'user.json': { email: 'ana@example.org' },
      }),
    );
    expect(JSON.stringify(findings)).not.toMatch(/secret|ana@/i);
  });
});

describe('times and titles', () => {
  test('the first and the last are those of the conversations', async () => {
    expect(await check(SHARDS)).toMatchObject({ first: 1_700_000_000, last: 1_710_000_500 });
    expect(await titles(SHARDS)).toEqual({
      oldest: { title: 'First', on: 1_700_000_000 },
      newest: { title: 'Second', on: 1_710_000_000 },
    });
  });
  test('without a time of creation the update stands for it, and without either there is nothing', async () => {
    const timeless = { create_time: null, update_time: null };
    expect(
      await titles({
        'conversations.json': [
          { ...FIRST, create_time: null },
          { ...SECOND, ...timeless },
        ],
      }),
    ).toEqual({ oldest: { title: 'First', on: 1_700_000_500 }, newest: { title: 'First', on: 1_700_000_500 } });
    expect(await titles({ 'conversations.json': [{ ...SECOND, ...timeless, title: null }] })).toEqual({
      oldest: undefined,
      newest: undefined,
    });
  });
  test('it was made when it was asked for, else when its newest file was written, if that can be true', async () => {
    const changed = new Date('2026-08-03T00:00:00Z');
    expect(
      (await check({ ...SHARDS, 'sites/export_manifest.json': { requested_at: '2026-08-01T00:00:00Z' } }, { changed }))
        .made,
    ).toBe(Date.UTC(2026, 7, 1) / 1000);
    expect((await check(SHARDS, { changed })).made).toBe(Date.UTC(2026, 7, 3) / 1000);
    expect((await check(SHARDS, { changed: new Date('1980-01-01') })).made).toBeUndefined();
    expect((await check(SHARDS, { changed: new Date(Number.NaN) })).made).toBeUndefined();
    expect((await check(SHARDS)).made).toBeUndefined();
  });
  test('its newest file is the newest of all, from the day on which ChatGPT opened', async () => {
    const made = async (...days: readonly string[]): Promise<number | undefined> => {
      const opened = anOpened(Object.fromEntries(days.map((day, at) => [`file-${at}.bin`, day])));
      opened.files.forEach((file, at) => Object.assign(file, { changed: new Date(days[at] ?? '') }));
      return (await checkExport(opened)).findings.made;
    };
    expect(await made('2026-08-01', '2026-08-03', '2026-08-02')).toBe(Date.UTC(2026, 7, 3) / 1000);
    expect(await made('2022-11-30')).toBe(Date.UTC(2022, 10, 30) / 1000);
    expect(await made('2022-11-29')).toBeUndefined();
  });
  test('a file that was unpacked has the day of the unpacking, which says nothing', async () =>
    expect((await check(SHARDS, { kind: 'file', changed: new Date('2026-08-03') })).made).toBeUndefined());
});

describe('the library', () => {
  const item = (id: string, content: string, size = content.length): Json => ({
    file_id: id,
    sha256_digest: createHash('sha256').update(content).digest('hex'),
    file_size_bytes: size,
  });
  const wrongIn = async (library: readonly Json[], files: Files): Promise<readonly unknown[]> =>
    (await check(listed({ ...SHARDS, ...files, 'library_files.json': library }))).faults;
  test('and hashes that agree are no fault, wherever the library lies', async () => {
    expect(await wrongIn([item('file-a', 'one')], { 'file-a.dat': 'one' })).toEqual([]);
    expect(
      await verdict(listed({ 'library_files.json': [item('file-a', 'two')], ...SHARDS, 'file-a.dat': 'one' })),
    ).toBe('damaged');
  });
  test('and hashes that disagree are one, for the file', async () =>
    expect(
      await wrongIn([item('file-a', 'one'), item('file-b', 'two')], { 'file-a.dat': 'one', 'file-b.dat': 'twx' }),
    ).toEqual([{ kind: 'digest', file: 'file-b.dat' }]));
  test('says nothing of a smaller rendering, a sanitized copy, or a file that is not shipped', async () =>
    expect(
      await wrongIn([item('file-a', 'one', 9), item('file_b', 'two'), item('file-c', 'x')], {
        'file-a-photo.png': 'eno',
        'file_b-sanitized.png': 'owt',
      }),
    ).toEqual([]));
  describe('without digests', () => {
    const sized = (id: string, file_size_bytes: unknown, more: Json = {}): Json => ({
      file_id: id,
      sha256_digest: null,
      client_sha256_digest: null,
      file_size_bytes,
      ...more,
    });
    test('is compared by size, and a wrong one is damage, however many there are', async () => {
      expect(
        await wrongIn([sized('file-a', 3), sized('file-b', 4)], { 'file-a.dat': 'one', 'file-b.dat': 'two' }),
      ).toEqual([{ kind: 'library-size', file: 'file-b.dat', stated: 4, found: 3 }]);
      expect(
        await wrongIn(
          ['a', 'b', 'c', 'd', 'e'].map((id) => sized(`file-${id}`, 9)),
          Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [`file-${id}.dat`, 'x'])),
        ),
      ).toHaveLength(5);
    });
    test('counts what was compared, and by what', async () => {
      const library = [
        item('file-a', 'one'),
        sized('file-b', 3),
        sized('file-c', null),
        sized('file-e', 5),
        sized('file-gone', 5),
        sized('file-f', 3, { client_sha256_digest: createHash('sha256').update('six').digest('base64') }),
      ];
      const files = listed({
        ...SHARDS,
        'file-a.dat': 'one',
        'file-b.dat': 'two',
        'file-c.dat': 'three',
        'file-d.dat': 'four',
        'file-e-smaller.png': 'x',
        'file-f.dat': 'six',
        'library_files.json': library,
      });
      const findings = await check(files);
      expect([findings.library, verdictOf(findings)]).toEqual([{ digest: 2, size: 1, neither: 3 }, 'whole']);
    });
    test('is known by the whole name of the file, whatever the name is like', async () => {
      const id = '5b1c2d3e-0000-4000-8000-000000000000';
      const library = [
        sized(id, 9),
        sized('file-a-one', 1),
        sized('file-a-two', 3),
        sized('file_c.dat', 3),
        sized('sediment://file_d#x', 4),
      ];
      expect(
        await wrongIn(library, {
          [`${id}.dat`]: 'one',
          'file-a-one.dat': 'x',
          'file-a-two.dat': 'two',
          'file_c.dat': 'six',
          'file_d.dat': 'four',
        }),
      ).toEqual([{ kind: 'library-size', file: `${id}.dat`, stated: 9, found: 3 }]);
    });
    test('and with digests of which none agrees, sizes are what was compared', async () => {
      const ids = ['a', 'b', 'c', 'd', 'e'];
      const files = listed({
        ...SHARDS,
        ...Object.fromEntries(ids.map((id) => [`file-${id}.dat`, 'eno'])),
        'library_files.json': ids.map((id) => ({
          ...item(`file-${id}`, 'one'),
          ...(id === 'e' ? { file_size_bytes: null } : {}),
        })),
      });
      expect((await check(files)).library).toEqual({ digest: 0, size: 4, neither: 1 });
    });
    test('is nothing to speak of where there is none', async () =>
      expect((await check(listed({ ...SHARDS, 'file-a.dat': 'x' }))).library).toBeUndefined());
    test('every asset is counted once, whatever the library says', async () => {
      const size = fc.constantFrom(3, 4, null, 'x', undefined);
      const entry = fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        size,
        digest: fc.constantFrom(null, 'one', 'two'),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(entry, { maxLength: 8 }),
          fc.subarray(['a', 'b', 'c', 'd', 'e']),
          async (entries, shipped) => {
            const library = entries.map((one) => ({
              file_id: `file-${one.id}`,
              file_size_bytes: one.size,
              sha256_digest: one.digest === null ? null : createHash('sha256').update(one.digest).digest('hex'),
            }));
            const findings = await check(
              listed({
                ...SHARDS,
                ...Object.fromEntries(shipped.map((id) => [`file-${id}.dat`, 'one'])),
                'library_files.json': library,
              }),
            );
            const { digest = 0, size: bySize = 0, neither = 0 } = findings.library ?? {};
            expect(digest + bySize + neither).toBe(shipped.length);
            const wrong = shipped.filter((id) => entries.findLast((one) => one.id === id)?.size === 4);
            expect(
              findings.faults
                .filter(({ kind }) => kind === 'library-size')
                .map((one) => ('file' in one ? one.file : '')),
            ).toEqual(wrong.map((id) => `file-${id}.dat`));
          },
        ),
      );
    });
  });
  test('and one hash that disagrees among many is damage, however many assets there are', async () => {
    const ids = Array.from({ length: 600 }, (_, at) => `file-${at}x`);
    const files = Object.fromEntries(ids.map((id, at) => [`${id}.dat`, at === 300 ? 'eno' : `${at}`.padEnd(3)]));
    const library = ids.map((id, at) => item(id, `${at}`.padEnd(3)));
    expect(await wrongIn(library, files)).toEqual([{ kind: 'digest', file: 'file-300x.dat' }]);
  });
  test('and a picture is known by the id that its name begins with', async () =>
    expect(
      (await check(listed({ 'file-a-photo.png': 'one', 'library_files.json': [item('file-a', 'one')] }))).library,
    ).toEqual({ digest: 1, size: 0, neither: 0 }));
  test('and hashes none of which agrees are hashes of something else', async () =>
    expect(
      await wrongIn(
        ['a', 'b', 'c', 'd'].map((id) => item(`file-${id}`, 'one')),
        Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`file-${id}.dat`, 'eno'])),
      ),
    ).toEqual([]));
  test('and hashes of a file that came damaged are not compared', async () => {
    const files = listed({ ...SHARDS, 'file-a.dat': 'eno', 'library_files.json': [item('file-a', 'one')] });
    expect(kinds(await check(files, { wrong: { 'file-a.dat': { kind: 'crc', file: 'file-a.dat' } } }))).toEqual([
      'crc',
    ]);
  });
});

describe('while it reads', () => {
  test('every file is read once, in its order', async () => {
    const opened = anOpened(listed({ ...SHARDS, 'user.json': {}, 'chat.html': '', 'file-a.dat': 'x' }));
    await checkExport(opened);
    expect(opened.read).toEqual(opened.files.map(({ path }) => path));
  });
  test('it says how far it is, never backwards, seldom, and at the end', async () => {
    const said: number[] = [];
    const opened = anOpened({ 'a.bin': Buffer.alloc(30 * 1024 * 1024), ...SHARDS }, { chunk: 256 * 1024 });
    await checkExport(opened, { onProgress: (bytes) => said.push(bytes) });
    expect(said).toEqual(said.toSorted((one, other) => one - other));
    expect(said.at(-1)).toBe(opened.files.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(said.length).toBeLessThan(12);
  });
  test('it says so after each 4 MiB, within a file and across files', async () => {
    const said: number[] = [];
    const chunk = 1024 * 1024;
    const files = Object.fromEntries([6, 1, 2].map((size, at) => [`${at}.bin`, Buffer.alloc(size * chunk)]));
    await checkExport(anOpened(files, { chunk }), { onProgress: (bytes) => said.push(bytes / chunk) });
    expect(said).toEqual([4, 8, 9]);
  });
  test('it takes a file whole where the export has it whole', async () => {
    const files = listed(SHARDS);
    const opened = anOpened(files);
    const inOne = { ...opened, whole: ({ path }: { readonly path: string }) => new Uint8Array(bytesOf(files[path])) };
    expect((await checkExport(inOne)).findings).toMatchObject({ conversations: 2, faults: [], doubts: [] });
    expect(opened.read).toEqual([]);
  });
  test('it stops before a file in which there is nothing to read', async () => {
    const opened = anOpened({ 'a.bin': '', 'b.bin': '' });
    await expect(checkExport(opened, { isStopped: () => true })).rejects.toBeInstanceOf(Stopped);
    expect(opened.read).toEqual([]);
  });
  test('it stops when it is told to', async () => {
    let asked = 0;
    const opened = anOpened(listed(SHARDS));
    await expect(checkExport(opened, { isStopped: () => (asked += 1) > 3 })).rejects.toBeInstanceOf(Stopped);
    expect(opened.read).toEqual(['conversations-000.json']);
  });
});

describe('damage, doubt and neither', () => {
  const whole = { faults: [], doubts: [], conversations: 1, hasManifest: true };
  const fault = { kind: 'crc', file: 'x' } as const;
  const doubt = { kind: 'no-manifest' } as const;
  test.each<[string, Parameters<typeof verdictOf>[0], string]>([
    ['nothing wrong', whole, 'whole'],
    ['a fault', { ...whole, faults: [fault] }, 'damaged'],
    ['a fault beside a doubt', { ...whole, faults: [fault], doubts: [doubt] }, 'damaged'],
    ['a doubt', { ...whole, doubts: [doubt] }, 'cannot-tell'],
    ['no conversations', { ...whole, conversations: 0 }, 'cannot-tell'],
    ['no manifest', { ...whole, hasManifest: false }, 'cannot-tell'],
  ])('%s', (_what, findings, wanted) => expect(verdictOf(findings)).toBe(wanted));
});
