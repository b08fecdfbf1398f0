// Chats in a few files for other assistants: sizes, numbers, what a second save does to them, links between messages.
import { describe, expect, it } from 'vitest';
import { MANY, chatOf, smallExport, withJson, shardPath } from '../../../scripts/exports/edit';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { openExport } from '../../../src/archive/container/open-export';
import { readConversation } from '../../../src/archive/conversation/read-conversation';
import { cutToFit, textPieces } from '../../../src/archive/save/chat-cuts';
import type { ChatFormat } from '../../../src/archive/save/chat-format';
import { chatTextOf } from '../../../src/archive/save/chat-text';
import { chatTrees, type ChatMessage } from '../../../src/archive/save/chat-tree';
import { claudeForm } from '../../../src/archive/save/claude-form';
import { eachConversation } from '../../../src/archive/save/each-conversation';
import { WHOLE } from '../../../src/archive/save/save';
import type { KeptAssets } from '../../../src/archive/save/kept-assets';
import { messageRuns } from '../../../src/archive/save/message-selection';
import { openWebUi } from '../../../src/archive/save/open-webui';
import { openOutputFolder } from '../../../src/archive/save/output-folder';
import { takenConversations } from '../../../src/archive/save/taken';
import { writeChatFiles, type ChatFile } from '../../../src/archive/save/write-chat-files';
import { LIMITS } from '../../../src/archive/container/limits';
import { nodeBytes } from '../../../src/host/node-bytes';
import { aHost, type FakeHost } from '../../support/fake-host';
import { words } from './conversations';

const TO = '/home/ana/chats';
const PATH_ONLY = { drafts: false, all: false };
const english = await words();
const none = { asset: () => undefined };
const noAssets: KeptAssets = {
  want: () => Promise.resolve(),
  wantAll: () => Promise.resolve(),
  pathOf: () => undefined,
  count: () => 0,
  missing: new Set(),
  bytes: 0,
};
const many = smallExport(MANY);
const chat = (id: string, ...texts: readonly string[]): object => ({
  ...chatOf(id, texts),
  update_time: 1_700_000_000,
});

/** Writes these conversations as files of at most so many bytes, into what is on the disk of `before`. */
async function written(
  list: readonly object[],
  most: number,
  form: 'open-webui' | 'claude' = 'open-webui',
  before?: FakeHost,
): Promise<{ readonly host: FakeHost; readonly files: readonly ChatFile[]; readonly edited: readonly string[] }> {
  const zip = rawZip(withJson(many, shardPath(0), list).entries.filter(({ path }) => path === shardPath(0)));
  const host = aHost('', { files: { ...before?.disk(), '/home/ana/x.zip': zip } });
  const opening = await openExport('/home/ana/x.zip', host);
  if (!opening.ok) throw new Error(opening.problem);
  const { opened } = opening;
  const folder = await openOutputFolder(host, TO, form, opened.port);
  if (!folder.ok) throw new Error(folder.why);
  const trees = chatTrees(opened.port, none, english);
  const format: ChatFormat = {
    ...(form === 'claude' ? claudeForm(trees, english) : openWebUi(trees, english)),
    mostBytes: most,
  };
  const listening = { limits: LIMITS, onChunk: () => {}, report: () => {}, isStopped: () => false };
  const files = await writeChatFiles(eachConversation(opened, WHOLE, listening), {
    output: folder.output,
    format,
    assets: noAssets,
    extent: PATH_ONLY,
    taken: takenConversations(PATH_ONLY),
    host,
  });
  await folder.output.finish();
  await opened.close();
  return { host, files, edited: folder.output.edited };
}
const textIn = (host: FakeHost, path: string): string =>
  Buffer.from(host.disk()[`${TO}/${path}`] as Uint8Array).toString();
const idsIn = (host: FakeHost, path: string): readonly string[] =>
  (JSON.parse(textIn(host, path)) as readonly { id?: string; uuid?: string }[]).map(({ id, uuid }) => id ?? uuid ?? '');
const chatFilesIn = (host: FakeHost): readonly string[] =>
  Object.keys(host.disk())
    .filter((path) => /\/(?:open-webui|conversations)[^/]*\.json$/.test(path))
    .map((path) => path.slice(TO.length + 1))
    .sort();

describe('files of chats', () => {
  const five = ['one', 'two', 'three', 'four', 'five'].map((id) => chat(id, `Question ${id}`, 'x'.repeat(600)));

  it('are numbered, in order, none larger than asked for', async () => {
    const { host, files } = await written(five, 3_000);
    expect(files.length).toBeGreaterThan(1);
    expect(files.map(({ path }) => path)).toEqual(files.map((_, index) => `open-webui-00${index + 1}.json`));
    expect(files.flatMap(({ path }) => idsIn(host, path))).toEqual(['one', 'two', 'three', 'four', 'five']);
    for (const { path, chats } of files) {
      expect(Buffer.byteLength(textIn(host, path))).toBeLessThanOrEqual(3_000);
      expect(idsIn(host, path)).toHaveLength(chats);
    }
  });
  it('of Claude’s form have its own name when it is one, and numbers when it is several', async () => {
    expect((await written(five, 1_000_000, 'claude')).files).toEqual([{ path: 'conversations.json', chats: 5 }]);
    const several = await written(five, 4_000, 'claude');
    expect(several.files[0]?.path).toBe('conversations-001.json');
    const one = await written(five, 1_000_000, 'claude', several.host);
    expect(chatFilesIn(one.host)).toEqual(['conversations.json']);
  });
  it('that a later save does not need any more are taken away, with nothing lost', async () => {
    const first = await written(five, 3_000);
    const second = await written(five.slice(0, 2), 1_000_000, 'open-webui', first.host);
    expect(chatFilesIn(second.host)).toEqual(['open-webui-001.json']);
    expect(idsIn(second.host, 'open-webui-001.json')).toEqual(['one', 'two', 'three', 'four', 'five']);
  });
  it('that a person changed are left as they are', async () => {
    const first = await written(five, 3_000);
    const last = first.files.at(-1)?.path ?? '';
    const changed = aHost('', { files: { ...first.host.disk(), [`${TO}/${last}`]: '[] and my own words' } });
    const second = await written(five, 1_000_000, 'open-webui', changed);
    expect(second.edited).toEqual([last]);
    expect(textIn(second.host, last)).toBe('[] and my own words');
    expect(idsIn(second.host, 'open-webui-001.json')).toHaveLength(5);
  });
  it('hold of two copies the one that changed last, also when the older one filled a file by itself', async () => {
    const [first, ...others] = five;
    const newer = { ...chat('one', 'Question again'), update_time: 1_800_000_000 };
    const { host, files } = await written([first ?? {}, ...others, newer], 1_700);
    expect(files.map(({ path }) => path)).toEqual(chatFilesIn(host));
    expect(files.flatMap(({ path }) => idsIn(host, path))).toEqual(['two', 'three', 'four', 'five', 'one']);
    expect(textIn(host, files.at(-1)?.path ?? '')).toContain('Question again');
  });
  it('leave out a chat without a message', async () => {
    const { host } = await written([chat('one', 'Question'), chat('two')], 1_000_000);
    expect(idsIn(host, 'open-webui-001.json')).toEqual(['one']);
  });
  it('keep chats whose ids are no UUIDs once over two saves of Claude’s form', async () => {
    const first = await written(five, 1_000_000, 'claude');
    const second = await written(five.slice(3), 1_000_000, 'claude', first.host);
    expect(new Set(idsIn(second.host, 'conversations.json')).size).toBe(5);
    expect(idsIn(second.host, 'conversations.json')).toHaveLength(5);
  });
});

describe('a chat that is larger than a file may be', () => {
  const messages: readonly ChatMessage[] = Array.from({ length: 10 }, (_, index) => ({
    id: `m${index}`,
    parent: index === 0 ? null : `m${index - 1}`,
    children: index === 9 ? [] : [`m${index + 1}`],
    isPerson: index % 2 === 0,
    model: undefined,
    time: index,
    text: `é${index}`.repeat(50),
    isOnPath: true,
    isCounted: true,
    documents: 0,
  }));
  const lineOf = (some: readonly ChatMessage[], part: number, parts: number): string =>
    JSON.stringify({ part, parts, some });

  it('is cut between messages, each part within its size and a chat of its own', () => {
    const lines = [...cutToFit(messages, lineOf, 1_500)];
    const parts = lines.map((line) => JSON.parse(line) as { part: number; parts: number; some: ChatMessage[] });
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map(({ part }) => part)).toEqual(parts.map((_, index) => index + 1));
    expect(parts.flatMap(({ some }) => some.map(({ id }) => id))).toEqual(messages.map(({ id }) => id));
    for (const [index, line] of lines.entries()) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(1_500);
      expect(parts[index]?.some.filter(({ parent }) => parent === null)).toHaveLength(1);
      expect(parts[index]?.some.at(-1)?.children).toEqual([]);
    }
  });
  it('stays one where it fits, and is none without a message', () => {
    expect([...cutToFit(messages, lineOf, 1_000_000)]).toHaveLength(1);
    expect([...cutToFit([], lineOf)]).toEqual([]);
  });
});

describe('a message that is longer than others take', () => {
  it('follows itself in pieces that end with a line or a word, and are the text together', () => {
    expect(textPieces('one two three four', 10)).toEqual(['one two ', 'three four']);
    expect(textPieces('one two\nthree four', 10)).toEqual(['one two\n', 'three four']);
    expect(textPieces('one', 10)).toEqual(['one']);
    expect(textPieces('x'.repeat(25), 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });
  it('is not cut within a character', () => {
    const pieces = textPieces(`a${'👍'.repeat(9)}`, 4);
    expect(pieces.join('')).toBe(`a${'👍'.repeat(9)}`);
    for (const piece of pieces) expect(Buffer.from(piece).toString()).toBe(piece);
  });
});

describe('the messages of a chat for another assistant', () => {
  const port = nodeBytes;
  const node = (
    id: string,
    parent: string | null,
    role: string,
    text: string,
    create_time = 10,
  ): readonly [string, object] => [
    id,
    { id, parent, message: { id, author: { role }, create_time, content: { content_type: 'text', parts: [text] } } },
  ];
  const conversation = readConversation(
    {
      id: 'c',
      title: 'T',
      current_node: 'b',
      mapping: Object.fromEntries([
        node('q', null, 'user', 'question', 20),
        node('a2', 'q', 'assistant', 'answer', 5),
        node('a', 'q', 'assistant', 'left answer'),
        node('b', 'a2', 'user', 'more \uD800and\0 more'),
        node('q0', null, 'user', 'left beginning'),
      ]),
    },
    1,
  );
  const all = chatTrees(port, none, english).messagesOf(
    conversation,
    messageRuns(conversation, { drafts: true, all: false }),
  );

  it('hang together in both directions, drafts where they were left', () => {
    const byId = new Map(all.map((one) => [one.id, one]));
    for (const { id, parent, children } of all) {
      if (parent !== null) expect(byId.get(parent)?.children).toContain(id);
      for (const child of children) expect(byId.get(child)?.parent).toBe(id);
    }
    const [question] = all.filter(({ text }) => text === 'question');
    expect(question?.children.map((id) => byId.get(id)?.text).sort()).toEqual(['answer', 'left answer']);
    expect(all.filter(({ parent }) => parent === null).map(({ text }) => text)).toEqual(['left beginning', 'question']);
  });
  it('never go back in time on the path, and have nothing that databases refuse', () => {
    expect(all.filter(({ isOnPath }) => isOnPath).map(({ time }) => time)).toEqual([20, 20, 20]);
    expect(all.at(-1)?.text).toBe('more \uFFFDand more');
  });
  it('stand in Open WebUI’s form with the shown answer last, in whole seconds, and without a time that is none', () => {
    const recordOf = (created: number | undefined): Record<string, unknown> => {
      const form = openWebUi(chatTrees(port, none, english), english);
      const one = { ...conversation, created, updated: created };
      const [line = ''] = form.chatOf(one, messageRuns(one, { drafts: true, all: false })).lines;
      return JSON.parse(line) as Record<string, unknown>;
    };
    type Told = { readonly content: string; readonly childrenIds: readonly string[] };
    const { history } = recordOf(5)['chat'] as { readonly history: { readonly messages: Record<string, Told> } };
    const [question] = Object.values(history.messages).filter(({ content }) => content === 'question');
    expect(question?.childrenIds.map((id) => history.messages[id]?.content)).toEqual(['left answer', 'answer']);
    expect(recordOf(0)).toMatchObject({ created_at: null, updated_at: null });
    expect(recordOf(1_700_000_000.9)).toMatchObject({ created_at: 1_700_000_000, updated_at: 1_700_000_000 });
  });
  it('without drafts are the path alone', () => {
    const path = chatTrees(port, none, english).messagesOf(conversation, messageRuns(conversation, PATH_ONLY));
    expect(path.map(({ text }) => text)).toEqual(['question', 'answer', 'more \uFFFDand more']);
    expect(path.map(({ parent }) => parent)).toEqual([null, path[0]?.id, path[1]?.id]);
  });
  it('have ids of their own when two chats share theirs', () => {
    const trees = chatTrees(port, none, english);
    const id = '11111111-2222-4333-8444-555555555555';
    const twin = readConversation(
      { id: 'd', current_node: id, mapping: Object.fromEntries([node(id, null, 'user', 'hello')]) },
      2,
    );
    const ids = [twin, { ...twin, id: 'e' }].flatMap((one) =>
      trees.messagesOf(one, messageRuns(one, PATH_ONLY)).map((message) => message.id),
    );
    expect(ids[0]).toBe(id);
    expect(ids[1]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe('the text of a message for another assistant', () => {
  const textOf = (parts: Parameters<typeof chatTextOf>[0]['parts'], citations: readonly object[] = []): string =>
    chatTextOf(
      { message: { citations } as unknown as Parameters<typeof chatTextOf>[0]['message'], parts },
      { asset: (id) => (id === 'file-here' ? 'files/a picture.png' : undefined) },
      english,
    ).text;

  it('has citations as links, with the title, and addresses that are none on the web as text', () => {
    const citation = (url: string): readonly object[] => [{ mark: '【1†x】', sources: [{ title: 'A "page"', url }] }];
    const parts = [{ kind: 'text', text: 'So it is.【1†x】' }] as const;
    expect(textOf(parts, citation('https://www.example.org/a_(b)'))).toBe(
      'So it is. [example.org](https://www.example.org/a_%28b%29 "A \\"page\\"")',
    );
    expect(textOf(parts, citation('javascript:alert(1)'))).toBe('So it is. A "page" (javascript:alert(1))');
  });
  it('names what stands beside the chats, and says what the export does not have', () => {
    expect(textOf([{ kind: 'image', asset: 'file-here' }])).toBe('[Image: files/a picture.png]');
    expect(textOf([{ kind: 'attachment', asset: 'file-gone', name: 'table.csv' }])).toBe(
      '[table.csv: not in your export, file-gone]',
    );
  });
  it('has canvas as text and its code fenced, whatever is in it', () => {
    expect(textOf([{ kind: 'canvas', name: 'Plan', type: 'document', content: '# Plan' }])).toBe(
      '**Document: Plan**\n\n# Plan',
    );
    expect(textOf([{ kind: 'canvas', name: 'f', type: 'code/python', content: 'a = "```"' }])).toBe(
      '**Document: f**\n\n````python\na = "```"\n````',
    );
    expect(textOf([{ kind: 'code', language: 'unknown', text: 'x' }])).toBe('```\nx\n```');
  });
});
