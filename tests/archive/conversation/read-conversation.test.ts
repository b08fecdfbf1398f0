// A conversation of any generation, or of none: its path, its branches, its counts; and whatever else stands where one should.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Conversation, Message } from '../../../src/archive/conversation/conversation';
import { outlineOf, readConversation } from '../../../src/archive/conversation/read-conversation';
import { aChat, aMessage, aTalk, holding } from '../../support/chats';
import type { Generation, Json } from '../../support/chats';

const GENERATIONS: readonly Generation[] = ['g1', 'g2', 'g3', 'g4', 'g5'];
const textIn = ({ parts }: Message): string => parts.map((part) => ('text' in part ? part.text : part.kind)).join('|');
const pathIn = (value: unknown): readonly string[] => readConversation(value, 0).path.map(textIn);
const branchesIn = (value: unknown): readonly (readonly [number, ...string[]])[] =>
  readConversation(value, 0).branches.map(({ after, messages }) => [after, ...messages.map(textIn)]);

/** What an outline says, counted from the conversation as it is saved. */
function countsOf({ path, branches }: Conversation): object {
  const shown = path.filter(({ sort }) => sort === 'shown').length;
  return {
    shown,
    behind: path.length - shown,
    drafts: branches.flatMap(({ messages }) => messages).filter(({ sort }) => sort === 'shown').length,
  };
}

describe.each(GENERATIONS)('in %s', (generation) => {
  test('the path is what leads to the current node', () =>
    expect(pathIn(aTalk(['a', 'b', 'c'], {}, generation))).toEqual(['a', 'b', 'c']));

  test('a draft that was left is no part of the path', () => {
    const chat = aChat(
      [
        ['root', null],
        ['q', 'root', aMessage('q')],
        ['old', 'q', aMessage('old')],
        ['older', 'old', aMessage('more')],
        ['new', 'q', aMessage('new')],
      ],
      {},
      generation,
    );
    expect(pathIn(chat)).toEqual(['q', 'new']);
    expect(branchesIn(chat)).toEqual([[0, 'old', 'more']]);
    expect(outlineOf(chat).messages).toEqual({ shown: 2, behind: 0, drafts: 2 });
  });

  test('without a current node the newest leaf is taken, and said so', () => {
    const late = aMessage('late', { create_time: 1_800_000_000 });
    const chat = aChat(
      [
        ['root', null],
        ['q', 'root', aMessage('q')],
        ['late', 'q', late],
        ['early', 'q', aMessage('early')],
      ],
      { current_node: null },
      generation,
    );
    expect(pathIn(chat)).toEqual(['q', 'late']);
    expect(readConversation(chat, 0).oddities).toEqual({ guessed: true, broken: false, circle: false });
  });
});

describe('the tree', () => {
  test('a current node that is not there is guessed as well', () =>
    expect(outlineOf(aTalk(['a', 'b'], { current_node: 'gone' }))).toMatchObject({
      messages: { shown: 2 },
      path: { guessed: true },
    }));
  test('a parent that is not there ends the path, and is counted', () => {
    const chat = aChat([
      ['q', 'gone', aMessage('q')],
      ['a', 'q', aMessage('a')],
    ]);
    expect(pathIn(chat)).toEqual(['q', 'a']);
    expect(outlineOf(chat).path).toEqual({ guessed: false, broken: true, circle: false });
  });
  test('a circle is walked once', () => {
    const chat = aChat([
      ['a', 'c', aMessage('a')],
      ['b', 'a', aMessage('b')],
      ['c', 'b', aMessage('c')],
    ]);
    expect(pathIn(chat)).toEqual(['a', 'b', 'c']);
    expect(outlineOf(chat).path.circle).toBe(true);
  });
  test('a circle beside the path is kept as a branch', () => {
    const chat = aChat([
      ['x', 'y', aMessage('x')],
      ['y', 'x', aMessage('y')],
      ['a', null, aMessage('a')],
    ]);
    expect(pathIn(chat)).toEqual(['a']);
    expect(branchesIn(chat)).toEqual([[-1, 'x', 'y']]);
  });
  test('a node that is its own parent is one message', () =>
    expect(pathIn(aChat([['a', 'a', aMessage('a')]]))).toEqual(['a']));
  test('twelve thousand messages in a row are no matter', () => {
    const talk = aTalk(Array.from({ length: 12_000 }, (_, at) => `t${at}`));
    expect(pathIn(talk)).toHaveLength(12_000);
    expect(outlineOf(talk).messages.shown).toBe(12_000);
  });
  test('as little are twelve thousand in a branch, or as many branches', () => {
    const row = Array.from(
      { length: 12_000 },
      (_, at) => [`d${at}`, at === 0 ? 'root' : `d${at - 1}`, aMessage('d')] as const,
    );
    expect(
      readConversation(aChat([['root', null], ...row, ['a', 'root', aMessage('a')]]), 0).branches.map(
        ({ messages }) => messages.length,
      ),
    ).toEqual([12_000]);
    const fan = row.map(([id, , message]) => [id, 'root', message] as const);
    expect(readConversation(aChat([['root', null], ...fan, ['a', 'root', aMessage('a')]]), 0).branches).toHaveLength(
      12_000,
    );
  });
  test('a fork inside a branch starts a new one, after the same message of the path', () => {
    const chat = aChat([
      ['r', null],
      ['q', 'r', aMessage('q')],
      ['b1', 'q', aMessage('b1')],
      ['b2', 'b1', aMessage('b2')],
      ['f', 'b1', aMessage('f')],
      ['f2', 'f', aMessage('f2')],
      ['a', 'q', aMessage('a')],
      ['z', 'a', aMessage('z')],
    ]);
    expect(branchesIn(chat)).toEqual([
      [0, 'b1', 'b2'],
      [0, 'f', 'f2'],
    ]);
  });
  test('a branch from the root starts anew', () =>
    expect(
      branchesIn(
        aChat([
          ['r', null],
          ['old', 'r', aMessage('old')],
          ['new', 'r', aMessage('new')],
        ]),
      ),
    ).toEqual([[-1, 'old']]));
  test('a branch of nodes without messages is none', () =>
    expect(
      branchesIn(
        aChat([
          ['r', null],
          ['x', 'r'],
          ['a', 'r', aMessage('a')],
        ]),
      ),
    ).toEqual([]));
  test('a branch may stand before its parent in the mapping', () =>
    expect(
      branchesIn(
        aChat([
          ['late', 'early', aMessage('late')],
          ['early', 'q', aMessage('early')],
          ['q', null, aMessage('q')],
          ['a', 'q', aMessage('a')],
        ]),
      ),
    ).toEqual([[0, 'early', 'late']]));
  test('ids that are names of the language are ids like others', () => {
    const mapping = JSON.parse(
      `{"__proto__":{"message":${JSON.stringify(aMessage('a'))},"parent":"constructor"},"constructor":{"message":${JSON.stringify(aMessage('q'))},"parent":"toString"}}`,
    ) as unknown;
    expect(pathIn({ mapping, current_node: '__proto__' })).toEqual(['q', 'a']);
    expect(outlineOf({ mapping, current_node: 'valueOf' }).path).toMatchObject({ guessed: true, broken: true });
  });
});

describe('what is around the messages', () => {
  const facts = (more: Json): Conversation => readConversation(aTalk(['a', 'b'], more), 7);
  test.each([
    [{ conversation_id: 'x', id: 'y' }, 'x'],
    [{ conversation_id: null, id: 'y' }, 'y'],
    [{ conversation_id: '', id: 'y' }, 'y'],
    [{ conversation_id: 5, id: undefined }, 'position-7'],
  ])('%o has the id %s', (more, id) => expect(facts(more).id).toBe(id));
  test.each([
    [1_700_000_000.5, 1_700_000_000.5],
    [1_700_000_000_000, 1_700_000_000],
    ['2025-01-02T03:04:05Z', 1_735_787_045],
    ['2025-01-02T03:04:05.5+01:00', 1_735_783_445.5],
    ['2025-01-02 03:04:05', 1_735_787_045],
    ['2025-01-02', 1_735_776_000],
    [0, undefined],
    [-5, undefined],
    [null, undefined],
    ['soon', undefined],
    [1e300, undefined],
    [true, undefined],
  ])('the time %o is %o', (create_time, created) => {
    expect(facts({ create_time }).created).toBe(created);
    expect(outlineOf(aTalk(['a'], { create_time })).created).toBe(created);
  });
  test.each([
    [null, undefined],
    ['', undefined],
    [' \n', undefined],
    [7, undefined],
    [' a ', ' a '],
    ['\ud83d', '\ud83d'],
  ])('the title %o is %o', (title, kept) => expect(facts({ title }).title).toBe(kept));
  test('a project and a custom GPT are told apart', () => {
    expect(facts({ gizmo_id: 'g-p-1' })).toMatchObject({ project: 'g-p-1', gpt: undefined });
    expect(facts({ gizmo_id: 'g-abc' })).toMatchObject({ project: undefined, gpt: 'g-abc' });
    expect(facts({ gizmo_id: 'g-abc', conversation_template_id: 'g-p-1' })).toMatchObject({
      project: 'g-p-1',
      gpt: 'g-abc',
    });
  });
  test('the model is the chat’s own, else that of the last answer', () => {
    expect(facts({ default_model_slug: 'gpt-5' }).model).toBe('gpt-5');
    expect(
      readConversation(
        aChat([
          ['a', null, aMessage('a', { metadata: { model_slug: 'gpt-4' } })],
          ['b', 'a', aMessage('b')],
        ]),
        0,
      ).model,
    ).toBe('gpt-4');
  });
});

describe('what a person saw', () => {
  const sortIn = (message: Json): string | undefined =>
    readConversation(aChat([['a', null, message]]), 0).path[0]?.sort;
  test.each<[string, Json, string]>([
    ['a text', aMessage('a'), 'shown'],
    ['a message without an author', aMessage('a', { author: null }), 'shown'],
    ['an empty text', aMessage(''), 'empty'],
    ['parts of null', aMessage(null), 'empty'],
    ['no content', holding(null), 'empty'],
    [
      'a message hidden by the page',
      aMessage('a', { metadata: { is_visually_hidden_from_conversation: true } }),
      'hidden',
    ],
    ['a message of weight 0', aMessage('a', { weight: 0 }), 'hidden'],
    ['a message of the system', aMessage('a', { role: 'system' }), 'hidden'],
    ['a call to a tool', aMessage('a', { role: 'assistant', recipient: 'python' }), 'tool'],
    ['an answer to everyone', aMessage('a', { role: 'assistant', recipient: 'all' }), 'shown'],
    ['an answer to an empty recipient', aMessage('a', { role: 'assistant', recipient: '' }), 'shown'],
    ['thoughts', holding({ content_type: 'thoughts', thoughts: [] }, { author: { role: 'assistant' } }), 'thinking'],
    ['custom instructions', holding({ content_type: 'user_editable_context', user_profile: 'x' }), 'context'],
    [
      'a picture that a tool made',
      holding(
        {
          content_type: 'multimodal_text',
          parts: [{ content_type: 'image_asset_pointer', asset_pointer: 'sediment://file_1' }],
        },
        { author: { role: 'tool' } },
      ),
      'shown',
    ],
    ['what a tool said', aMessage('ok', { role: 'tool' }), 'tool'],
    [
      'an attachment without words',
      aMessage('', { metadata: { attachments: [{ id: 'file-1', name: 'a.pdf' }] } }),
      'shown',
    ],
    ['an unknown kind of content', holding({ content_type: 'hologram' }), 'shown'],
    ['content that is a text', holding('plain'), 'shown'],
    ['content without a type', holding({ blocks: ['x'] }), 'shown'],
    ['a type that is a number', holding({ content_type: 7, parts: ['b'] }), 'shown'],
    [
      'speech without words or sound',
      holding({ content_type: 'multimodal_text', parts: [{ content_type: 'audio_transcription', text: '' }] }),
      'empty',
    ],
  ])('%s is %s', (_name, message, sort) => {
    expect(sortIn(message)).toBe(sort);
    expect(outlineOf(aChat([['a', null, message]])).messages).toEqual({
      shown: sort === 'shown' ? 1 : 0,
      behind: sort === 'shown' ? 0 : 1,
      drafts: 0,
    });
  });
  test('whatever is shown has something to show', () => {
    fc.assert(
      fc.property(someContent(), fc.constantFrom('user', 'assistant', undefined), (content, role) => {
        const [message] = readConversation(aChat([['a', null, holding(content, { author: { role } })]]), 0).path;
        if (message?.sort === 'shown') expect(message.parts.length).toBeGreaterThan(0);
        if (message?.sort === 'empty') expect(message.parts).toEqual([]);
      }),
      { numRuns: 2000, seed: 1 },
    );
  });
});

describe('the outline', () => {
  test('names each asset once, of any branch, and images and voice of the path', () => {
    const image = { content_type: 'image_asset_pointer', asset_pointer: 'file-service://file-aa#p_1' };
    const speech = { content_type: 'audio_transcription', text: 'hello', direction: 'in' };
    const video = {
      content_type: 'real_time_user_audio_video_asset_pointer',
      audio_asset_pointer: { asset_pointer: 'sediment://file_a1' },
      video_container_asset_pointer: 'sediment://file_v1',
      frames_asset_pointers: ['sediment://file_f1', { asset_pointer: 'sediment://file_f2' }],
    };
    const chat = aChat([
      [
        'left',
        null,
        holding({
          content_type: 'multimodal_text',
          parts: [image, { ...image, asset_pointer: 'sediment://file_left' }],
        }),
      ],
      [
        'a',
        null,
        holding(
          { content_type: 'multimodal_text', parts: [image, speech, video, 'text'] },
          { metadata: { attachments: [{ id: 'file-aa' }, { id: 'file-bb' }, null, 'x'] } },
        ),
      ],
    ]);
    expect(outlineOf(chat)).toMatchObject({
      assets: ['file-aa', 'file_left', 'file_a1', 'file_v1', 'file_f1', 'file_f2', 'file-bb'],
      images: 1,
      voice: 1,
    });
  });
  test('names unknown kinds of content and of parts once each', () => {
    const chat = aChat([
      ['a', null, holding({ content_type: 'hologram' })],
      [
        'b',
        'a',
        holding({
          content_type: 'text',
          parts: [{ content_type: 'smell' }, { content_type: 'smell' }, { content_type: 'text', text: 'x' }],
        }),
      ],
      ['c', 'b', holding({ cloud: 1 })],
    ]);
    expect(outlineOf(chat).unknownTypes).toEqual(['hologram', 'smell', 'untyped']);
  });
  test('counts as the conversation does, whatever stands there', () => {
    fc.assert(
      fc.property(someChat(), (chat) => {
        const outline = outlineOf(chat);
        const conversation = readConversation(chat, 3);
        expect(outline.messages).toEqual(countsOf(conversation));
        expect(outline.path).toEqual(conversation.oddities);
        expect([outline.id ?? 'position-3', outline.title, outline.created]).toEqual([
          conversation.id,
          conversation.title,
          conversation.created,
        ]);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });
  test.each([
    null,
    true,
    0,
    'x',
    [],
    [1],
    {},
    { mapping: [] },
    { mapping: { a: null, b: 5, c: [], d: { message: 'x', parent: 7 } } },
    { mapping: { a: { message: {} } }, current_node: 'a' },
    { mapping: { a: { message: { author: [], content: [], metadata: 'x', weight: '0', create_time: {} } } } },
  ])('%o is read without a word of complaint', (value) => {
    expect(outlineOf(value).id).toBeUndefined();
    expect(readConversation(value, 0).id).toBe('position-0');
  });
});

/** Any JSON in the places that are looked at, often of the right kind. */
function someContent(): fc.Arbitrary<unknown> {
  const value = fc.oneof(fc.constantFrom<unknown>(null, '', 'x', 0, 5, true, {}, [], ['x'], { a: 1 }), fc.string());
  const part = fc.oneof(
    value,
    fc.record(
      {
        content_type: fc.constantFrom<unknown>(
          'text',
          'image_asset_pointer',
          'audio_transcription',
          'audio_asset_pointer',
          'real_time_user_audio_video_asset_pointer',
          'smell',
          3,
          '',
        ),
        text: value,
        asset_pointer: fc.oneof(value, fc.constant('sediment://file_1')),
        audio_asset_pointer: value,
        frames_asset_pointers: value,
      },
      { requiredKeys: [] },
    ),
  );
  const type = fc.constantFrom<unknown>(
    'text',
    'multimodal_text',
    'code',
    'thoughts',
    'hologram',
    'execution_output',
    'tether_quote',
    'user_editable_context',
    null,
    5,
    '',
  );
  return fc.oneof(
    value,
    fc.record(
      {
        content_type: type,
        parts: fc.oneof(value, fc.array(part, { maxLength: 4 })),
        text: value,
        content: value,
        thoughts: fc.oneof(value, fc.array(value)),
        user_profile: value,
        other: value,
      },
      { requiredKeys: [] },
    ),
  );
}

function someChat(): fc.Arbitrary<unknown> {
  const id = fc.constantFrom<unknown>('a', 'b', 'c', 'd', '__proto__', '1', null, 7, 'gone');
  const message = fc.oneof(
    fc.constant(null),
    fc.record(
      {
        author: fc.oneof(
          id,
          fc.record({ role: fc.constantFrom<unknown>('user', 'assistant', 'tool', 'system', 3, null) }),
        ),
        content: someContent(),
        create_time: fc.constantFrom<unknown>(1, 2, 1.7e12, 'x', null),
        weight: fc.constantFrom<unknown>(0, 1, '0', null),
        recipient: fc.constantFrom<unknown>('all', 'python', 'canmore.create_textdoc', '', 4),
        metadata: fc.oneof(
          id,
          fc.record(
            {
              is_visually_hidden_from_conversation: fc.constantFrom<unknown>(true, false, 1),
              attachments: fc.oneof(id, fc.array(fc.oneof(id, fc.record({ id, name: id })), { maxLength: 2 })),
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    ),
  );
  const node = fc.oneof(
    { weight: 9, arbitrary: fc.record({ parent: id, message }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: id },
  );
  return fc.record(
    {
      id,
      title: id,
      create_time: fc.constantFrom<unknown>(1, 'x', null),
      current_node: id,
      mapping: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', '1'), node),
    },
    { requiredKeys: ['mapping'] },
  );
}
