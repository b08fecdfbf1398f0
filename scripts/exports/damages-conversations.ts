// Oddities inside conversations that other readers crash on, lose or mix up: all of them leave an export whole.
import type { Damage } from './damage';
import { chatOf, relisted, shardPath, withConversation, withMore } from './edit';
import type { Small, Value } from './edit';
import type { Json } from './messages';
import type { Counts } from './truth';

/** So many shown messages more than the truth has: those of a chat put beside. */
const plus =
  (shown: number, behind = 0, drafts = 0, conversations = 1) =>
  (counts: Counts): Counts => ({
    conversations: counts.conversations + conversations,
    shown: counts.shown + shown,
    behind: counts.behind + behind,
    drafts: counts.drafts + drafts,
  });

export const CONVERSATION_ODDITIES: readonly Damage[] = [
  {
    name: 'a conversation of one line, beside the rest',
    make: (small) => beside(small, chatOf('x', ['one', 'two'])),
    verdict: 'whole',
    counts: plus(2),
  },
  { name: 'abandoned branches', make: (small) => beside(small, branched()), verdict: 'whole', counts: plus(3, 0, 2) },
  {
    name: 'branches in nodes without children',
    make: (small) => beside(small, withoutChildren(branched())),
    verdict: 'whole',
    counts: plus(3, 0, 2),
  },
  {
    name: 'no current node: the newest leaf is taken',
    make: (small) => beside(small, { ...branched(), current_node: null }),
    verdict: 'whole',
    counts: plus(3, 0, 2),
    findings: ({ truth }) => ({
      paths: { guessed: truth.filter((one) => one.isGuessed).length + 1, broken: 0, circles: 0 },
    }),
  },
  {
    name: 'a current node that leads nowhere',
    make: (small) => beside(small, { ...withoutChildren(branched()), current_node: 'gone' }),
    verdict: 'whole',
    counts: plus(3, 0, 2),
  },
  {
    name: 'a parent that is missing',
    make: (small) => beside(small, changed(chatOf('x', ['a', 'b', 'c', 'd']), 'm2', { parent: 'gone' })),
    verdict: 'whole',
    counts: plus(2, 0, 2),
    findings: ({ truth }) => ({
      paths: { guessed: truth.filter((one) => one.isGuessed).length, broken: 1, circles: 0 },
    }),
  },
  {
    name: 'parents that run in a circle',
    make: (small) => beside(small, changed(chatOf('x', ['a', 'b', 'c', 'd']), 'm0', { parent: 'm3' })),
    verdict: 'whole',
    counts: plus(4),
    findings: ({ truth }) => ({
      paths: { guessed: truth.filter((one) => one.isGuessed).length, broken: 0, circles: 1 },
    }),
  },
  {
    name: 'a node that is its own parent',
    make: (small) => beside(small, changed(chatOf('x', ['a', 'b']), 'm1', { parent: 'm1' })),
    verdict: 'whole',
    counts: plus(1, 0, 1),
  },
  {
    name: 'a chain of 12,000 messages',
    make: (small) =>
      beside(
        small,
        chatOf(
          'x',
          Array.from({ length: 12_000 }, (_none, at) => `m ${at}`),
        ),
      ),
    verdict: 'whole',
    counts: plus(12_000),
  },
  {
    name: 'a message of 16 MB',
    make: (small) => beside(small, chatOf('x', ['a', `${'word "and\\" cited '.repeat(1_000_000)}end`])),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'a message of 2 MB of backslashes and quotes',
    make: (small) => beside(small, chatOf('x', ['a', '\\"'.repeat(500_000)])),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: '100,000 levels of nesting in metadata',
    make: (small) => nested(small, 100_000),
    verdict: 'whole',
    counts: (counts) => ({ ...counts, conversations: counts.conversations + 1, shown: counts.shown + 1 }),
  },
  { name: '300 levels of nesting in metadata', make: (small) => nested(small, 300), verdict: 'whole', counts: plus(1) },
  {
    name: 'titles that are null, empty, numbers, paths and devices',
    make: (small) =>
      [
        null,
        '',
        7,
        '../../../etc/passwd',
        'CON',
        'a\u0000b',
        '\u202egnp.exe',
        'x'.repeat(100_000),
        [],
        {},
      ].reduce<Small>((left, title, index) => withConversation(left, index, (value) => ({ ...value, title })), small),
    verdict: 'whole',
    counts: (counts) => counts,
  },
  {
    name: 'titles that differ only in case',
    make: (small) =>
      ['Plan', 'PLAN', 'plan', 'Plan '].reduce(
        (left, title, index) => withConversation(left, index, (value) => ({ ...value, title })),
        small,
      ),
    verdict: 'whole',
    counts: (counts) => counts,
  },
  {
    name: 'lone surrogates in titles and texts',
    make: (small) => beside(small, { ...chatOf('x', ['\ud83d', 'a\udc00b']), title: '\ud83d\ud83d' }),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'messages, authors and contents that are null',
    make: (small) =>
      beside(
        small,
        ['m0', 'm1', 'm2'].reduce(
          (chat, id, at) =>
            withMessage(
              chat,
              id,
              [{ author: null }, { content: null }, { author: null, content: null, id: null }][at] ?? {},
            ),
          chatOf('x', ['a', 'b', 'c', 'd']),
        ),
      ),
    verdict: 'whole',
    counts: plus(2, 2),
  },
  {
    name: 'nodes without a message',
    make: (small) => beside(small, changed(chatOf('x', ['a', 'b', 'c']), 'm1', { message: null })),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'nodes that are numbers, texts and null',
    make: (small) =>
      beside(small, {
        ...chatOf('x', ['a']),
        mapping: { ...(chatOf('x', ['a'])['mapping'] as Json), one: 1, two: 'x', three: null, four: [], five: {} },
      }),
    verdict: 'whole',
    counts: plus(1),
  },
  {
    name: 'no mapping, or one that is a list, a text, null',
    make: (small) =>
      [undefined, [], 'x', null, 3].reduce<Small>(
        (left, mapping, at) => beside(left, { ...chatOf(`x${at}`, []), mapping }),
        small,
      ),
    verdict: 'whole',
    counts: plus(0, 0, 0, 5),
  },
  {
    name: 'an empty mapping',
    make: (small) => beside(small, { ...chatOf('x', []), mapping: {}, current_node: null }),
    verdict: 'whole',
    counts: plus(0),
  },
  {
    name: 'parts that are null, objects, numbers',
    make: (small) =>
      beside(
        small,
        withMessage(chatOf('x', ['a', 'b']), 'm1', {
          content: { content_type: 'text', parts: [null, { content_type: 'text', text: 'here' }, 7, [], ''] },
        }),
      ),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'parts that are missing',
    make: (small) => beside(small, withMessage(chatOf('x', ['a', 'b']), 'm1', { content: { content_type: 'text' } })),
    verdict: 'whole',
    counts: plus(1, 1),
  },
  {
    name: 'content types nobody has described',
    make: (small) =>
      beside(
        small,
        withMessage(chatOf('x', ['a', 'b']), 'm1', { content: { content_type: 'thought_cloud', cloud: [1] } }),
      ),
    verdict: 'whole',
    counts: plus(2),
    findings: ({ truth }) => ({
      unknownTypes: {
        thought_cloud: 1,
        ...(truth.some(({ unknownTypes }) => unknownTypes.length > 0)
          ? { hologram: truth.filter(({ unknownTypes }) => unknownTypes.length > 0).length }
          : {}),
      },
    }),
  },
  {
    name: 'content types that are hostile keys',
    make: (small) =>
      beside(
        small,
        ['__proto__', 'constructor', 'toString'].reduce(
          (chat, content_type, at) => withMessage(chat, `m${at}`, { content: { content_type, x: 1 } }),
          chatOf('x', ['a', 'b', 'c']),
        ),
      ),
    verdict: 'whole',
    counts: plus(3),
  },
  {
    name: 'a content type that is a number',
    make: (small) =>
      beside(small, withMessage(chatOf('x', ['a', 'b']), 'm1', { content: { content_type: 7, parts: ['b'] } })),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'hidden messages: by metadata, weight, role and recipient',
    make: (small) =>
      beside(
        small,
        [
          { metadata: { is_visually_hidden_from_conversation: true } },
          { weight: 0 },
          { author: { role: 'system' } },
          { author: { role: 'assistant' }, recipient: 'python' },
          { metadata: { is_user_system_message: true } },
        ].reduce((chat, more, at) => withMessage(chat, `m${at}`, more), chatOf('x', ['a', 'b', 'c', 'd', 'e', 'f'])),
      ),
    verdict: 'whole',
    counts: plus(1, 5),
  },
  {
    name: 'weight and recipient that are missing or odd',
    make: (small) =>
      beside(
        small,
        [{ weight: 0.5 }, { recipient: 'all' }, { weight: null }, { recipient: null }].reduce(
          (chat, more, at) => withMessage(chat, `m${at}`, more),
          chatOf('x', ['a', 'b', 'c', 'd']),
        ),
      ),
    verdict: 'whole',
    counts: plus(4),
  },
  {
    name: 'voice: what was said stands in transcriptions',
    make: (small) => beside(small, voiceChat()),
    verdict: 'whole',
    counts: plus(2),
    findings: ({ truth }) => ({ voice: truth.reduce((sum, one) => sum + one.voice, 0) + 2 }),
  },
  {
    name: 'pictures that a tool made, and a file attached without a pointer',
    make: (small) => beside(small, pictureChat()),
    verdict: 'whole',
    counts: plus(2),
    findings: ({ truth }) => ({ images: truth.reduce((sum, one) => sum + one.images, 0) + 1 }),
  },
  {
    name: 'times in milliseconds, as texts, null and below zero',
    make: (small) =>
      [1_700_000_000_000, '2025-01-02T03:04:05Z', null, -5, 1e300, 'soon'].reduce<Small>(
        (left, time, at) => beside(left, { ...chatOf(`x${at}`, ['a']), create_time: time, update_time: time }),
        small,
      ),
    verdict: 'whole',
    counts: plus(6, 0, 0, 6),
  },
  {
    name: 'ids of messages that two conversations share',
    make: (small) => beside(beside(small, chatOf('x', ['a', 'b'])), chatOf('y', ['a', 'b', 'c'])),
    verdict: 'whole',
    counts: plus(5, 0, 0, 2),
  },
  {
    name: 'keys twice in one object: the last counts',
    make: (small) =>
      beside(small, chatOf('x', ['a', 'b']), (text) => text.replace('"title":', '"current_node":"gone","title":')),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'keys with escapes',
    make: (small) =>
      beside(small, chatOf('x', ['a', 'b']), (text) =>
        text
          .replaceAll('"mapping"', '"m\\u0061pping"')
          .replaceAll('"parent"', '"\\u0070arent"')
          .replaceAll('"current_node"', '"current\\u005fnode"'),
      ),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'ids with escapes on one side only',
    make: (small) =>
      beside(small, chatOf('x', ['a', 'b']), (text) =>
        text
          .replaceAll('"parent":"m0"', '"parent":"\\u006d0"')
          .replace('"current_node":"m1"', '"current_node":"\\u006d\\u0031"'),
      ),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'node ids that are hostile keys',
    make: (small) =>
      beside(small, chatOf('x', ['a', 'b']), (text) =>
        text.replaceAll('"m0"', '"__proto__"').replaceAll('"m1"', '"constructor"'),
      ),
    verdict: 'whole',
    counts: plus(2),
  },
];

/** In a shard of its own, so that it may be large. */
function beside(small: Small, chat: Json, change: (text: string) => string = (text) => text): Small {
  const count = small.entries.filter(({ path }) => /^conversations-\d+\.json$/.test(path)).length;
  return relisted(withMore(small, { path: shardPath(count), bytes: Buffer.from(`[${change(JSON.stringify(chat))}]`) }));
}

function nested(small: Small, levels: number): Small {
  return beside(small, withMessage(chatOf('x', ['a']), 'm0', { metadata: { deep: 'HERE' } }), (text) =>
    text.replace('"HERE"', '['.repeat(levels) + ']'.repeat(levels)),
  );
}

function changed(chat: Json, id: string, change: Json): Json {
  const mapping = chat['mapping'] as Value['mapping'];
  return { ...chat, mapping: { ...mapping, [id]: { ...mapping[id], ...change } } };
}

function withMessage(chat: Json, id: string, change: Json): Json {
  const mapping = chat['mapping'] as Value['mapping'];
  return changed(chat, id, { message: { ...mapping[id]?.message, ...change } });
}

/** Three messages on the path; an answer made again and a question put differently left behind. */
function branched(): Json {
  const chat = chatOf('x', ['question', 'answer', 'thanks']);
  const mapping = chat['mapping'] as Value['mapping'];
  const draft = (id: string, parent: string, role: string, create_time: number) => ({
    [id]: {
      id,
      message: { id, author: { role }, create_time, content: { content_type: 'text', parts: [`left ${id}`] } },
      parent,
      children: [],
    },
  });
  return {
    ...chat,
    mapping: {
      ...mapping,
      ...draft('d0', 'm0', 'assistant', 1_699_999_000),
      ...draft('d1', 'm1', 'user', 1_699_999_001),
    },
  };
}

function withoutChildren(chat: Json): Json {
  const mapping = chat['mapping'] as Value['mapping'];
  return {
    ...chat,
    mapping: Object.fromEntries(Object.entries(mapping).map(([id, { children: _children, ...node }]) => [id, node])),
  };
}

function voiceChat(): Json {
  const spoken = (text: string, direction: string) => ({
    content: {
      content_type: 'multimodal_text',
      parts: [
        { content_type: 'audio_transcription', text, direction, decoding_id: null },
        {
          content_type: 'audio_asset_pointer',
          asset_pointer: `sediment://file_${direction}0123`,
          size_bytes: 10,
          format: 'wav',
          metadata: null,
        },
      ],
    },
  });
  return withMessage(
    withMessage(chatOf('x', ['a', 'b']), 'm0', spoken('good morning', 'in')),
    'm1',
    spoken('good morning to you', 'out'),
  );
}

function pictureChat(): Json {
  const pointer = {
    content_type: 'image_asset_pointer',
    asset_pointer: 'sediment://file_abcdef0123#page',
    size_bytes: 1,
    width: 1,
    height: 1,
    metadata: null,
  };
  return withMessage(
    withMessage(chatOf('x', ['a', 'b']), 'm0', {
      metadata: { attachments: [{ id: 'file-AbC123', name: 'a.pdf' }, null, 7] },
    }),
    'm1',
    { author: { role: 'tool', name: 'dalle.text2im' }, content: { content_type: 'multimodal_text', parts: [pointer] } },
  );
}
