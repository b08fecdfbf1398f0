// What stands in a message, of every kind of content: in order, exactly, and nothing dropped.
import { describe, expect, test } from 'vitest';
import type { Part } from '../../../src/archive/conversation/conversation';
import { readParts } from '../../../src/archive/conversation/parts';
import { holding } from '../../support/chats';
import type { Json } from '../../support/chats';

const partsOf = (content: unknown, more: Json = {}): readonly Part[] => readParts(holding(content, more));
const image = (pointer: unknown, metadata: unknown = null): Json => ({
  content_type: 'image_asset_pointer',
  asset_pointer: pointer,
  metadata,
});

describe('texts', () => {
  test('stand as they are, in order, without the empty ones', () =>
    expect(partsOf({ content_type: 'text', parts: [' a\n', null, '', 'b\ud800'] })).toEqual([
      { kind: 'text', text: ' a\n' },
      { kind: 'text', text: 'b\ud800' },
    ]));
  test('may be wrapped in an object', () =>
    expect(partsOf({ content_type: 'text', parts: [{ content_type: 'text', text: 'a' }, { text: 'b' }] })).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'text', text: 'b' },
    ]));
  test('may stand beside the parts, alone, or as the whole content', () => {
    expect(partsOf({ content_type: 'text', text: 'a' })).toEqual([{ kind: 'text', text: 'a' }]);
    expect(partsOf({ content_type: 'text', parts: 'a' })).toEqual([{ kind: 'text', text: 'a' }]);
    expect(partsOf('a')).toEqual([{ kind: 'text', text: 'a' }]);
    expect(partsOf({ parts: ['a'] })).toEqual([{ kind: 'text', text: 'a' }]);
  });
  test('of sixteen megabytes are no matter', () => {
    const text = '\u{e200}【'.repeat(4_000_000);
    expect(partsOf({ content_type: 'text', parts: [text] })).toEqual([{ kind: 'text', text }]);
  });
});

test('pictures, sound and speech keep their order', () => {
  const audio = { content_type: 'audio_asset_pointer', asset_pointer: 'sediment://file_a' };
  const call = {
    content_type: 'real_time_user_audio_video_asset_pointer',
    audio_asset_pointer: { ...audio, asset_pointer: 'sediment://file_b' },
    video_container_asset_pointer: 'sediment://file_c',
    frames_asset_pointers: [{ asset_pointer: 'sediment://file_d' }, 'sediment://file_e'],
  };
  const speech = (direction: unknown, text: string): Json => ({
    content_type: 'audio_transcription',
    direction,
    text,
    decoding_id: null,
  });
  expect(
    partsOf({
      content_type: 'multimodal_text',
      parts: [
        image('file-service://file-x', { dalle: { prompt: 'a cat' } }),
        'text',
        speech('in', 'hello'),
        audio,
        speech('out', 'hi'),
        speech(null, 'who'),
        speech('in', ''),
        call,
      ],
    }),
  ).toEqual([
    { kind: 'image', asset: 'file-x', prompt: 'a cat' },
    { kind: 'text', text: 'text' },
    { kind: 'speech', text: 'hello', by: 'person' },
    { kind: 'audio', asset: 'file_a' },
    { kind: 'speech', text: 'hi', by: 'assistant' },
    { kind: 'speech', text: 'who', by: undefined },
    { kind: 'audio', asset: 'file_b' },
    { kind: 'video', asset: 'file_c' },
    { kind: 'image', asset: 'file_d' },
    { kind: 'image', asset: 'file_e' },
  ]);
});

test('a pointer of an unknown scheme stays as it is written, and none at all as JSON', () => {
  expect(partsOf({ content_type: 'multimodal_text', parts: [image('blob://x')] })).toEqual([
    { kind: 'image', asset: 'blob://x' },
  ]);
  expect(partsOf({ content_type: 'multimodal_text', parts: [image(null)] })).toEqual([
    { kind: 'unknown', type: 'image_asset_pointer', json: JSON.stringify(image(null)) },
  ]);
});

test('what an unknown part, or a text, points at is kept beside its JSON', () => {
  for (const part of [
    { content_type: 'smell', asset_pointer: 'sediment://file_s' },
    { content_type: 'text', text: 'x', asset_pointer: 'sediment://file_s' },
    { text: 'x', asset_pointer: 'sediment://file_s' },
  ]) {
    expect(partsOf({ content_type: 'multimodal_text', parts: [part] })).toEqual([
      { kind: 'unknown', type: part.content_type ?? 'untyped', json: JSON.stringify(part) },
      { kind: 'attachment', asset: 'file_s', name: undefined },
    ]);
  }
});

test('attachments come last, each once, and not those that stand among the parts', () => {
  const attachments = [
    { id: 'file-x', name: 'seen.png' },
    { id: 'file-y', name: 'notes.pdf' },
    { id: 'file-y', name: 'again.pdf' },
    { id: 'other', name: null },
    { name: 'no id' },
    null,
    'x',
  ];
  expect(
    partsOf(
      { content_type: 'multimodal_text', parts: [image('file-service://file-x'), 'look'] },
      { metadata: { attachments } },
    ).slice(2),
  ).toEqual([
    { kind: 'attachment', asset: 'file-y', name: 'notes.pdf' },
    { kind: 'attachment', asset: 'other', name: undefined },
    { kind: 'attachment', asset: '', name: 'no id' },
  ]);
});

describe.each<[string, Json, readonly Part[]]>([
  [
    'code',
    { content_type: 'code', language: 'python', text: 'x = 1' },
    [{ kind: 'code', language: 'python', text: 'x = 1' }],
  ],
  [
    'code of an unknown language',
    { content_type: 'code', language: 'unknown', text: 'x' },
    [{ kind: 'code', language: undefined, text: 'x' }],
  ],
  ['code in parts', { content_type: 'code', parts: ['x'] }, [{ kind: 'code', language: undefined, text: 'x' }]],
  ['output', { content_type: 'execution_output', text: '1' }, [{ kind: 'output', text: '1' }]],
  [
    'a quote',
    { content_type: 'tether_quote', url: 'https://e.org', title: 'E', text: 'q' },
    [{ kind: 'quote', title: 'E', url: 'https://e.org', text: 'q' }],
  ],
  [
    'a quote of a file',
    { content_type: 'tether_quote', url: 'file-1', text: 'q' },
    [{ kind: 'quote', title: undefined, url: 'file-1', text: 'q' }],
  ],
  [
    'a page',
    { content_type: 'sonic_webpage', url: 'https://e.org', title: 'E', text: '', snippet: 's' },
    [{ kind: 'quote', title: 'E', url: 'https://e.org', text: 's' }],
  ],
  [
    'browsing',
    { content_type: 'tether_browsing_display', result: 'r', summary: 's' },
    [
      { kind: 'output', text: 's' },
      { kind: 'output', text: 'r' },
    ],
  ],
  [
    'an error',
    { content_type: 'system_error', name: 'tool_error', text: 'no' },
    [{ kind: 'error', name: 'tool_error', text: 'no' }],
  ],
  [
    'thoughts',
    {
      content_type: 'thoughts',
      thoughts: [{ summary: 'S', content: 'C', chunks: ['c'] }, { content: '', chunks: ['a', 'b'] }, 'plain', {}, ''],
    },
    [
      { kind: 'thinking', summary: 'S', text: 'C' },
      { kind: 'thinking', summary: undefined, text: 'ab' },
      { kind: 'thinking', summary: undefined, text: 'plain' },
    ],
  ],
  [
    'how long it thought',
    { content_type: 'reasoning_recap', content: 'Thought for 12s' },
    [{ kind: 'thinking', summary: undefined, text: 'Thought for 12s' }],
  ],
  [
    'custom instructions',
    { content_type: 'user_editable_context', user_profile: 'p', user_instructions: 'i' },
    [{ kind: 'instructions', profile: 'p', text: 'i' }],
  ],
  [
    'memory',
    { content_type: 'model_editable_context', model_set_context: 'm', repository: null },
    [{ kind: 'memory', text: 'm' }],
  ],
])('%s', (_name, content, parts) => {
  test('is known', () => expect(partsOf(content)).toEqual(parts));
  test('with nothing in it holds nothing', () =>
    expect(partsOf({ content_type: content['content_type'] })).toEqual([]));
  test('with a number where a text belongs is kept as JSON', () => {
    const odd = Object.fromEntries(
      Object.entries(content).map(([key, value]) => [key, key === 'content_type' ? value : 5]),
    );
    expect(partsOf(odd)).toContainEqual({
      kind: 'unknown',
      type: String(content['content_type'] === 'code' && 'parts' in content ? 'part' : content['content_type']),
      json: content['content_type'] === 'code' && 'parts' in content ? '5' : JSON.stringify(odd),
    });
  });
});

test('custom instructions of older exports stand in the metadata', () => {
  expect(
    partsOf(
      { content_type: 'user_editable_context' },
      { metadata: { user_context_message_data: { about_user_message: 'p', about_model_message: 'i' } } },
    ),
  ).toEqual([{ kind: 'instructions', profile: 'p', text: 'i' }]);
});

describe('what nobody has described', () => {
  test('is kept as JSON, of whatever depth', () => {
    expect(partsOf({ content_type: 'hologram', frames: [1, { a: 'é"\\' }] })).toEqual([
      { kind: 'unknown', type: 'hologram', json: '{"content_type":"hologram","frames":[1,{"a":"é\\"\\\\"}]}' },
    ]);
    expect(partsOf({ content_type: 'text', parts: ['a', { content_type: 'smell', of: 'rain' }, 5, false] })).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'unknown', type: 'smell', json: '{"content_type":"smell","of":"rain"}' },
      { kind: 'unknown', type: 'part', json: '5' },
      { kind: 'unknown', type: 'part', json: 'false' },
    ]);
    expect(partsOf({ blocks: ['x'] })).toEqual([{ kind: 'unknown', type: 'untyped', json: '{"blocks":["x"]}' }]);
    expect(partsOf(['x'])).toEqual([{ kind: 'unknown', type: 'content', json: '["x"]' }]);
  });
  test('a hundred thousand levels do not overflow', () => {
    const depth = 100_000;
    const text = `{"content_type":"deep","x":${'[{"a":1,"b":'.repeat(depth)}"end"${'},null]'.repeat(depth)}}`;
    expect(partsOf(JSON.parse(text))).toEqual([{ kind: 'unknown', type: 'deep', json: text }]);
  });
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a type called %s is a type like others',
    (content_type) => {
      expect(partsOf({ content_type, x: 1 })).toEqual([
        { kind: 'unknown', type: content_type, json: JSON.stringify({ content_type, x: 1 }) },
      ]);
      expect(partsOf({ content_type: 'text', parts: [{ content_type }] })).toEqual([
        { kind: 'unknown', type: content_type, json: JSON.stringify({ content_type }) },
      ]);
    },
  );
});
