// The checkers of moved chats themselves: they read what the assistants read, refuse what those refuse, and see each fault that a file can have.
import { describe, expect, it } from 'vitest';
import { brokenChain, claudeConversation, claudeFile, NO_MESSAGE } from '../../support/claude-shape';
import { aChat, aMessage, aTalk, holding } from '../../support/chats';
import { importIntoLibreChat } from '../../support/librechat-import';
import { brokenLinks, notLast, openWebuiChat, openWebuiFile, twice } from '../../support/open-webui-shape';
import { importIntoOpenWebui } from '../../support/open-webui-import';
import type { ImportOutcome, Json } from '../../support/import-outcome';

const shownIn = (outcome: ImportOutcome): readonly (readonly string[])[] =>
  outcome.ok ? outcome.chats.map(({ shown }) => shown.map(({ text }) => text)) : [[`refused: ${outcome.why}`]];

/** A record for Open WebUI with a question, an answer that was left and the one that stayed. */
function aRecord(change: (messages: Record<string, Json>) => unknown = () => {}, more: Json = {}): Json {
  const messages: Record<string, Json> = {
    q: { id: 'q', parentId: null, childrenIds: ['left', 'a'], role: 'user', content: 'Question', timestamp: 1 },
    left: { id: 'left', parentId: 'q', childrenIds: [], role: 'assistant', content: 'Left', timestamp: 9, done: true },
    a: { id: 'a', parentId: 'q', childrenIds: [], role: 'assistant', content: 'Answer', timestamp: 3, done: true },
  };
  const history: { messages: Record<string, Json>; currentId?: string } = { messages, currentId: 'a' };
  const replaced = change(messages);
  if (replaced === 'no current') delete history.currentId;
  return { chat: { title: 'A chat', models: ['gpt-4o'], history }, created_at: 1, updated_at: 3, ...more };
}
const wrongIn = (record: Json): readonly string[] => brokenLinks(openWebuiChat.parse(record));

describe('a file in the form of Open WebUI', () => {
  it('is read with its title, its messages in order, and the branch that is current', () => {
    expect(importIntoOpenWebui(JSON.stringify([aRecord()]))).toEqual({
      ok: true,
      chats: [
        {
          title: 'A chat',
          shown: [
            { mine: true, text: 'Question' },
            { mine: false, text: 'Answer' },
          ],
          messages: 3,
          created: 1,
        },
      ],
    });
    expect(wrongIn(aRecord())).toEqual([]);
  });
  it('may have a byte order mark, which a browser takes away', () => {
    expect(importIntoOpenWebui(`\ufeff${JSON.stringify([aRecord()])}`).ok).toBe(true);
  });
  it.each<[why: string, file: unknown]>([
    ['a time with a fraction', [aRecord(undefined, { created_at: 1.5 })]],
    ['a title that is null', [aRecord(), { chat: { title: null, history: { messages: {}, currentId: null } } }]],
    ['an object around the list', { conversations: [aRecord()] }],
    ['nothing in the place of a chat', [aRecord(), null]],
    ['a folder that is a number', [aRecord(undefined, { folder_id: 4 })]],
  ])('is refused whole for %s', (_, file) => {
    expect(importIntoOpenWebui(JSON.stringify(file)).ok).toBe(false);
  });
  it('without a current message shows the newest one that nothing follows: the left answer', () => {
    const text = JSON.stringify([aRecord(() => 'no current')]);
    expect(shownIn(importIntoOpenWebui(text))).toEqual([['Question', 'Left']]);
    expect(openWebuiFile.safeParse(JSON.parse(text)).success).toBe(false);
  });
  it('loses from the page what stands above a parent that is not there', () => {
    const record = aRecord(({ a }) => Object.assign(a ?? {}, { parentId: 'gone' }));
    expect(shownIn(importIntoOpenWebui(JSON.stringify([record])))).toEqual([['Answer']]);
    expect(wrongIn(record)).toEqual(['child a of q does not know it', 'parent of a is not there']);
  });
  it.each<[fault: string, change: (messages: Record<string, Json>) => unknown, wrong: string]>([
    ['a second beginning', ({ a }) => Object.assign(a ?? {}, { parentId: null }), '2 messages without a parent'],
    ['a parent that has no such child', ({ q }) => Object.assign(q ?? {}, { childrenIds: ['left'] }), 'know it'],
    ['a child that is not there', ({ q }) => Object.assign(q ?? {}, { childrenIds: ['left', 'a', 'x'] }), 'child x'],
    ['a child twice', ({ q }) => Object.assign(q ?? {}, { childrenIds: ['left', 'a', 'a'] }), 'a child twice'],
    ['an id under another', ({ a }) => Object.assign(a ?? {}, { id: 'b' }), 'b stands under a'],
    ['a message that is lost', (messages) => delete messages['a'], 'current message a is not there'],
    [
      'a circle beside the path',
      (messages) => {
        messages['x'] = { id: 'x', parentId: 'y', childrenIds: ['y'], role: 'user', content: '' };
        messages['y'] = { id: 'y', parentId: 'x', childrenIds: ['x'], role: 'user', content: '' };
      },
      'a circle',
    ],
  ])('with %s is told of', (_, change, wrong) => {
    expect(wrongIn(aRecord(change)).join('; ')).toContain(wrong);
  });
  it.each<[key: string, change: Json]>([
    ['a content that is no text', { content: null }],
    ['a time with a fraction', { timestamp: 1.5 }],
    ['another role', { role: 'tool' }],
    ['two models on one message', { models: ['a', 'b'] }],
  ])('does not have %s', (_, change) => {
    expect(openWebuiFile.safeParse([aRecord(({ a }) => Object.assign(a ?? {}, change))]).success).toBe(false);
  });
  it('has the message that is shown behind those that were left', () => {
    expect(notLast(openWebuiChat.parse(aRecord()))).toEqual([]);
    const turned = aRecord(({ q }) => Object.assign(q ?? {}, { childrenIds: ['a', 'left'] }));
    expect(notLast(openWebuiChat.parse(turned))).toEqual(['a']);
  });
  it('has no id twice', () => {
    expect(twice(['a', 'b', 'a', 'a'])).toEqual(['a', 'a']);
    expect(twice(['a', 'b'])).toEqual([]);
  });
  it('is no file for LibreChat', () => {
    expect(importIntoLibreChat(JSON.stringify([aRecord()]))).toEqual({ ok: false, why: 'Unsupported import type' });
  });
});

const uuid = (number: number): string => `11111111-2222-4333-8444-${String(number).padStart(12, '0')}`;
const TIME = '2025-01-15T10:00:00.000000Z';

function aClaudeMessage(number: number, text: string, more: Json = {}): Json {
  return {
    uuid: uuid(number),
    text,
    content: [{ type: 'text', text, citations: [] }],
    sender: number % 2 === 1 ? 'human' : 'assistant',
    created_at: TIME,
    updated_at: TIME,
    attachments: [],
    files: [],
    parent_message_uuid: number === 1 ? NO_MESSAGE : uuid(number - 1),
    ...more,
  };
}
function aClaudeChat(messages: readonly Json[], more: Json = {}): Json {
  const own = { uuid: uuid(0), name: 'A chat', summary: '', created_at: TIME, updated_at: TIME };
  return { ...own, account: { uuid: NO_MESSAGE }, chat_messages: messages, ...more };
}
const claudeText = (...conversations: readonly Json[]): string => JSON.stringify(conversations);
const pair = [aClaudeMessage(1, 'Question'), aClaudeMessage(2, 'Answer')];

describe('a file in the form of Claude', () => {
  it('is read by LibreChat with its title and its messages in order', () => {
    expect(importIntoLibreChat(claudeText(aClaudeChat(pair)))).toEqual({
      ok: true,
      chats: [
        {
          title: 'A chat',
          shown: [
            { mine: true, text: 'Question' },
            { mine: false, text: 'Answer' },
          ],
          messages: 2,
          created: Date.parse(TIME) / 1000,
        },
      ],
    });
    expect(claudeFile.safeParse([aClaudeChat(pair)]).success).toBe(true);
    expect(brokenChain(claudeConversation.parse(aClaudeChat(pair)))).toEqual([]);
  });
  it('mixes in a branch that was left: only the order of the list is read', () => {
    const left = aClaudeMessage(3, 'Left', { parent_message_uuid: uuid(1) });
    expect(shownIn(importIntoLibreChat(claudeText(aClaudeChat([...pair, left]))))).toEqual([
      ['Question', 'Answer', 'Left'],
    ]);
    expect(brokenChain(claudeConversation.parse(aClaudeChat([...pair, left])))).toHaveLength(1);
  });
  it('keeps its order when times stand still or go back', () => {
    const earlier = aClaudeMessage(2, 'Answer', { created_at: '2024-01-01T00:00:00.000000Z' });
    const messages = [aClaudeMessage(1, 'Question'), earlier, aClaudeMessage(3, 'More')];
    expect(shownIn(importIntoLibreChat(claudeText(aClaudeChat(messages))))).toEqual([['Question', 'Answer', 'More']]);
  });
  it('loses messages without a text', () => {
    const messages = [aClaudeMessage(1, 'Question'), aClaudeMessage(2, '')];
    expect(shownIn(importIntoLibreChat(claudeText(aClaudeChat(messages))))).toEqual([['Question']]);
  });
  it('that has one text twice over differently is told of', () => {
    const other = aClaudeMessage(2, 'Answer', { text: 'Another' });
    expect(brokenChain(claudeConversation.parse(aClaudeChat([aClaudeMessage(1, 'Question'), other])))).toEqual([
      `${uuid(2)} has two texts`,
    ]);
  });
  it.each<[why: string, text: string]>([
    ['a byte order mark', `\ufeff${claudeText(aClaudeChat(pair))}`],
    ['a time that is none', claudeText(aClaudeChat(pair), aClaudeChat(pair, { created_at: 'yesterday' }))],
    ['a message past 16 MiB', claudeText(aClaudeChat([aClaudeMessage(1, 'x'.repeat(16 * 1024 * 1024 + 1))]))],
    ['an object around the list', JSON.stringify({ conversations: [aClaudeChat(pair)] })],
    ['a first entry that is no conversation', claudeText({}, aClaudeChat(pair))],
    ['an end that is cut off', claudeText(aClaudeChat(pair)).slice(0, -1)],
  ])('is refused whole for %s', (_, text) => {
    expect(importIntoLibreChat(text).ok).toBe(false);
  });
  it.each<[key: string, change: Json]>([
    ['an id that is no UUID', { uuid: 'c-1' }],
    ['a time without its digits', { created_at: '2025-01-15T10:00:00Z' }],
    ['no account', { account: undefined }],
    ['no name', { name: null }],
  ])('does not have %s', (_, change) => {
    expect(claudeFile.safeParse([aClaudeChat(pair, change)]).success).toBe(false);
  });
});

describe('a file of ChatGPT’s export', () => {
  const branched = aChat([
    ['root', null],
    ['b-question', 'root', aMessage('Question', { create_time: 10 })],
    ['a-left', 'b-question', aMessage('Left', { role: 'assistant', create_time: 30 })],
    ['c-answer', 'b-question', aMessage('Answer', { role: 'assistant', create_time: 20 })],
  ]);
  const spoken = aChat([
    ['root', null],
    [
      'n1',
      'root',
      holding({
        content_type: 'multimodal_text',
        parts: [
          { content_type: 'audio_transcription', text: 'Spoken' },
          { content_type: 'audio_asset_pointer', asset_pointer: 'sediment://file_1' },
        ],
      }),
    ],
  ]);
  it('comes into Open WebUI in the order of the file, with the answers that were left', () => {
    expect(shownIn(importIntoOpenWebui(JSON.stringify([branched])))).toEqual([['Question', 'Left', 'Answer']]);
  });
  it('comes into LibreChat with the newest of the answers, whichever stayed', () => {
    expect(shownIn(importIntoLibreChat(JSON.stringify([branched])))).toEqual([['Question', 'Left']]);
  });
  it('loses spoken words in both', () => {
    expect(shownIn(importIntoOpenWebui(JSON.stringify([spoken]))).join()).not.toContain('Spoken');
    expect(shownIn(importIntoLibreChat(JSON.stringify([spoken]))).join()).not.toContain('Spoken');
  });
  it('in its newest form, with nodes in the order of their ids, is read by Open WebUI in that order', () => {
    const { mapping, ...more } = aTalk(['One', 'Two', 'Three'], {}, 'g5') as { mapping: Json };
    const reversed = Object.fromEntries(Object.entries(mapping).toReversed());
    expect(shownIn(importIntoOpenWebui(JSON.stringify([{ ...more, mapping: reversed }])))).toEqual([
      ['Three', 'Two', 'One', ''],
    ]);
    expect(shownIn(importIntoLibreChat(JSON.stringify([{ ...more, mapping: reversed }])))).toEqual([
      ['One', 'Two', 'Three'],
    ]);
  });
});
