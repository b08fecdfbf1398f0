// What `chat.html` repeats of an older export, held against its lists of conversations.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatsScanner } from '../../../src/archive/conversation/chat-html';
import { checkExport } from '../../../src/archive/check/check-export';
import type { ExportFile } from '../../../src/archive/container/export';
import type { Findings, Titles } from '../../../src/archive/check/findings';
import { verdictOf } from '../../../src/archive/check/findings';
import { LIMITS } from '../../../src/archive/container/limits';
import { pageComparison } from '../../../src/archive/check/chat-page';
import { aChat, aMessage, aTalk } from '../../support/chats';
import type { Json } from '../../support/chats';
import { anOpened } from '../../support/opened-export';
import type { OpenedSetting } from '../../support/opened-export';
import { nodeBytes } from '../../../src/host/node-bytes';

const chat = (id: string | null, texts: readonly string[] = ['q', 'a'], more: Json = {}): Json =>
  aTalk(texts, { id, conversation_id: id, title: `Chat ${id}`, ...more });
const pageOf = (chats: readonly Json[], after = ''): string =>
  `<html><script>\nvar jsonData = ${JSON.stringify(chats).replaceAll('</', '<\\/')};\nvar assetsJson = {"file-a": "a.png"};${after}</script></html>`;
const checked = (
  list: unknown,
  page: unknown,
  setting: OpenedSetting = {},
  more: Json = {},
): Promise<{ readonly findings: Findings; readonly titles: Titles }> =>
  checkExport(anOpened({ 'conversations.json': list, 'chat.html': page, 'user.json': {}, ...more }, setting));
const kinds = ({ faults }: Findings): readonly unknown[] =>
  faults.map((one) => [one.kind, 'count' in one ? one.count : undefined]);
const THREE = ['a', 'b', 'c'].map((id) => chat(id));

describe('a page', () => {
  test('that agrees is said to, and proves nothing', async () => {
    const { findings, titles } = await checked(THREE, pageOf(THREE));
    expect([verdictOf(findings), findings.page, findings.faults, titles.missing]).toEqual([
      'cannot-tell',
      { same: 3, onlyInPage: 0, onlyInLists: 0, different: 0 },
      [],
      undefined,
    ]);
  });
  test.each<[string, readonly Json[], readonly Json[], readonly unknown[], readonly string[]]>([
    ['that has more is damage of the list', THREE.slice(1), THREE, [['only-in-page', 1]], ['Chat a']],
    ['that has less is damage too', THREE, THREE.slice(0, 1), [['not-in-page', 2]], ['Chat b', 'Chat c']],
    [
      'with other conversations is both',
      [chat('a'), chat('b')],
      [chat('b'), chat('c')],
      [
        ['only-in-page', 1],
        ['not-in-page', 1],
      ],
      ['Chat a', 'Chat c'],
    ],
    ['with fewer messages in one is damage', THREE, [chat('a', ['q']), ...THREE.slice(1)], [['page-differs', 1]], []],
    ['without any is damage', THREE, [], [['not-in-page', 3]], ['Chat a', 'Chat b', 'Chat c']],
    ['in another order, with a copy, agrees', [...THREE, chat('a')], THREE.toReversed(), [], []],
    [
      'of which the later of two copies counts agrees',
      [chat('a', ['q'], { update_time: 1 }), chat('a', ['q', 'a', 'b'], { update_time: 2 })],
      [chat('a', ['q', 'a', 'b'], { update_time: 2 }), chat('a', ['q'], { update_time: 1 })],
      [],
      [],
    ],
    [
      'of conversations without ids is held by their number',
      [chat(null), chat(null)],
      [chat(null)],
      [['not-in-page', 1]],
      [],
    ],
  ])('%s', async (_what, list, page, wanted, missing) => {
    const { findings, titles } = await checked(list, pageOf(page));
    expect([kinds(findings), verdictOf(findings)]).toEqual([wanted, wanted.length === 0 ? 'cannot-tell' : 'damaged']);
    expect((titles.missing ?? []).map(({ title }) => title)).toEqual(missing);
    expect(JSON.stringify(findings)).not.toContain('Chat ');
  });
  test.each<[string, Json]>([
    ['behind', aMessage('b', { metadata: { is_visually_hidden_from_conversation: true } })],
    ['shown', aMessage('b')],
  ])('that has one message less, %s, differs', async (_sort, message) => {
    const talk = (...more: readonly Json[]): Json =>
      aChat([['a', null, aMessage('a')], ...more.map((one) => ['b', 'a', one] as const)], { id: 'a', title: 'Chat a' });
    const { findings } = await checked([talk(message)], pageOf([talk()]));
    expect(kinds(findings)).toEqual([['page-differs', 1]]);
  });
  test('that lacks a branch the person left differs', async () => {
    const nodes = [
      ['a', null, aMessage('a')],
      ['b', null, aMessage('b')],
    ] as const;
    const { findings } = await checked(
      [aChat(nodes, { current_node: 'a' })],
      pageOf([aChat(nodes.slice(0, 1), { current_node: 'a' })]),
    );
    expect(kinds(findings)).toEqual([['page-differs', 1]]);
  });
  test('that has as many messages agrees, whichever of them are shown', async () => {
    const hidden = aMessage('b', { metadata: { is_visually_hidden_from_conversation: true } });
    const row = (message: Json): Json =>
      aChat([
        ['a', null, aMessage('a')],
        ['b', 'a', message],
      ]);
    const branches = aChat(
      [
        ['a', null, aMessage('a')],
        ['b', null, aMessage('b')],
      ],
      { current_node: 'a' },
    );
    for (const one of [row(hidden), branches])
      expect((await checked([row(aMessage('b'))], pageOf([one]))).findings.page).toMatchObject({
        same: 1,
        different: 0,
      });
  });
  test('that has the later of two copies agrees with lists that have both, and of equal ones the first counts', async () => {
    const [old, late, other] = [
      chat('a', ['q'], { update_time: 1 }),
      chat('a', ['q', 'a', 'b'], { update_time: 2 }),
      chat('a', ['q', 'a'], { update_time: 2 }),
    ];
    for (const list of [
      [old, late],
      [late, old],
      [late, other],
    ])
      expect((await checked(list, pageOf([late]))).findings.page).toMatchObject({ same: 1, different: 0 });
    expect((await checked([other, late], pageOf([late]))).findings.page).toMatchObject({ same: 0, different: 1 });
  });
  test('and its conversations without ids are counted, more or fewer', async () => {
    const nameless = (count: number): readonly Json[] => Array.from({ length: count }, () => chat(null));
    expect((await checked(nameless(1), pageOf(nameless(3)))).findings.page).toEqual({
      same: 1,
      onlyInPage: 2,
      onlyInLists: 0,
      different: 0,
    });
    expect((await checked(nameless(3), pageOf(nameless(2)))).findings.page).toEqual({
      same: 2,
      onlyInPage: 0,
      onlyInLists: 1,
      different: 0,
    });
  });
  test('and an empty object in it is no conversation', async () =>
    expect((await checked(THREE, pageOf([{}, ...THREE]))).findings.page).toMatchObject({ same: 3, onlyInPage: 0 }));
  test('is the one of the export, whatever page a person attached beside it', async () => {
    const { findings } = await checked(THREE, pageOf(THREE), {}, { 'x/chat.html': pageOf([chat('z')]) });
    expect(findings.page).toEqual({ same: 3, onlyInPage: 0, onlyInLists: 0, different: 0 });
  });
  test('is held against each of some thousands', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => chat(`c-${at}`, at % 2 === 0 ? ['q'] : ['q', 'a']));
    const page = pageOf([...many.slice(1, 1999), chat('c-1999', ['q'])]);
    expect((await checked(many, page, { chunk: 65_536 })).findings.page).toEqual({
      same: 1998,
      onlyInPage: 0,
      onlyInLists: 1,
      different: 1,
    });
    const last = pageOf(many.slice(1999));
    expect((await checked(many, last, { chunk: 65_536 })).findings.page).toEqual({
      same: 1,
      onlyInPage: 0,
      onlyInLists: 1999,
      different: 0,
    });
  });
  test('may come first, and be that of numbered lists', async () => {
    const opened = anOpened({
      'chat.html': pageOf(THREE),
      'conversations-000.json': THREE.slice(0, 2),
      'conversations-001.json': THREE.slice(2),
    });
    expect((await checkExport(opened)).findings.page).toMatchObject({ same: 3 });
  });
  test('of each part of an export counts', async () => {
    const parts = {
      'conversations-000.json': THREE.slice(0, 2),
      'chat.html': pageOf(THREE.slice(0, 2)),
      'conversations-001.json': THREE.slice(2),
    };
    const opened = anOpened(parts);
    const second = anOpened({ 'chat.html': pageOf(THREE.slice(2)) });
    const both = {
      ...opened,
      files: [...opened.files, ...second.files],
      chunks: (file: ExportFile) => (second.files.includes(file) ? second : opened).chunks(file),
    };
    expect((await checkExport(both)).findings).toMatchObject({
      page: { same: 3, onlyInPage: 0, onlyInLists: 0 },
      faults: [],
    });
  });
  test.each(['', '<html></html>', 'var jsonData = JSON.parse("[]");', 'var jsonData = {};', 'jsonData'])(
    'written as %o says nothing',
    async (page) => expect((await checked(THREE, page)).findings).toMatchObject({ page: undefined, faults: [] }),
  );
  test('that stops in the middle lacks what is not in it', async () =>
    expect(kinds((await checked(THREE, pageOf(THREE).slice(0, -500))).findings)).toEqual([
      ['not-in-page', expect.any(Number)],
    ]));
  test('that is damaged itself is not held against anything', async () => {
    const { findings } = await checked(THREE, pageOf([]), {
      wrong: { 'chat.html': { kind: 'crc', file: 'chat.html' } },
    });
    expect([findings.page, kinds(findings)]).toEqual([undefined, [['crc', undefined]]]);
  });
  test('that a person attached is none', async () => {
    const { findings } = await checkExport(
      anOpened({ 'conversations.json': THREE, 'x/chat.html': pageOf([]), 'file-a-chat.html': pageOf([]) }),
    );
    expect([findings.page, findings.faults]).toEqual([undefined, []]);
  });
});

test('the list is found however the page is cut into pieces, and words about it are not taken for it', () => {
  const html = Buffer.from(
    pageOf(
      [chat('a', ['I wrote var jsonData = [1] and </script>', 'jsonData = [{"id": "x"}]']), chat('b')],
      'jsonData.length; jsonData = [{"id": "late"}]',
    ),
  );
  for (const before of ['', 'jsonData jsonData.x; ', 'jsonDatajsonData == [1]; ', ' '.repeat(300)]) {
    for (const size of [1, 2, 3, 7, 64, 1000, 100_000]) {
      const found: (string | undefined)[] = [];
      let ends = 0;
      const scanner = chatsScanner(
        1_000_000,
        ({ id }) => found.push(id),
        (hasList) => (ends += hasList ? 1 : 100),
        nodeBytes,
      );
      const bytes = Buffer.concat([Buffer.from(before), html]);
      for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
      scanner.end();
      expect([found, ends]).toEqual([['a', 'b'], 1]);
    }
  }
});

describe('of conversations that one of them lacks', () => {
  const lacking = async (...chats: readonly Json[]): Promise<Titles['missing']> =>
    (await checked([...chats, chat('there')], pageOf([chat('there')]))).titles.missing;

  test('twenty are named', async () => {
    const many = Array.from({ length: 30 }, (_, at) => chat(`c-${at}`));
    expect((await lacking(...many))?.map(({ title }) => title)).toEqual(
      Array.from({ length: 20 }, (_, at) => `Chat c-${at}`),
    );
  });
  test('those are named that have a time, of their creation or else of their update, also without a title', async () =>
    expect(
      await lacking(
        chat('a', ['q'], { create_time: 5, update_time: 7 }),
        chat('b', ['q'], { create_time: null, update_time: 7, title: null }),
        chat('c', ['q'], { create_time: null, update_time: null }),
      ),
    ).toEqual([
      { title: 'Chat a', on: 5 },
      { title: undefined, on: 7 },
    ]));
  test('each has the name under which it was read first', async () =>
    expect(await lacking(chat('a', ['q'], { title: 'Old' }), chat('a', ['q'], { title: 'New' }))).toMatchObject([
      { title: 'Old' },
    ]));
  test('no more names are kept than memory is spared for', async () => {
    const long = (id: string): Json => chat(id, ['q'], { title: id.repeat(1_100_000) });
    expect((await lacking(long('a'), long('b'), long('c')))?.map(({ title }) => title?.[0])).toEqual(['a', 'b']);
  });
});

test('of two pages both have to be read to their ends before anything is said of either', () => {
  const page = { path: 'chat.html', name: 'chat.html', bytes: 100, changed: undefined };
  const pages: readonly ExportFile[] = [page, { ...page }];
  const comparison = pageComparison(pages, LIMITS, nodeBytes);
  const readWhole = (file: ExportFile | undefined): void => {
    const sink = file === undefined ? undefined : comparison.begin(file);
    sink?.push(Buffer.from(pageOf([chat('a')])));
    sink?.end();
  };
  readWhole(pages[0]);
  expect(comparison.result().counts).toBeUndefined();
  readWhole(pages[1]);
  expect(comparison.result().counts).toMatchObject({ onlyInPage: 1 });
});

test('whatever either of the two lacks is counted, and nothing else', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(ids),
      fc.subarray(ids),
      fc.subarray(ids),
      fc.integer({ min: 1, max: 400 }),
      async (inList, inPage, changed, chunk) => {
        const { findings } = await checked(
          inList.map((id) => chat(id)),
          pageOf(inPage.map((id) => chat(id, changed.includes(id) ? ['q', 'a', 'more'] : ['q', 'a']))),
          { chunk },
        );
        const both = inList.filter((id) => inPage.includes(id));
        const different = both.filter((id) => changed.includes(id)).length;
        expect(findings.page).toEqual({
          same: both.length - different,
          onlyInPage: inPage.length - both.length,
          onlyInLists: inList.length - both.length,
          different,
        });
        const agrees = different === 0 && inPage.length === both.length && inList.length === both.length;
        expect(verdictOf(findings)).toBe(agrees ? 'cannot-tell' : 'damaged');
      },
    ),
  );
});
