// What `chat.html` repeats of an older export, held against its lists of conversations.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatsScanner } from '../../../src/archive/conversation/chat-html';
import { checkExport } from '../../../src/archive/check/check-export';
import type { ExportFile } from '../../../src/archive/container/export';
import type { Findings, Titles } from '../../../src/archive/check/findings';
import { verdictOf } from '../../../src/archive/check/findings';
import { aTalk } from '../../support/chats';
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
