// Canvas documents in calls to the tool that makes them, with and without its name.
import { describe, expect, test } from 'vitest';
import type { Part } from '../../../src/archive/conversation/conversation';
import { readParts } from '../../../src/archive/conversation/parts';
import { holding } from '../../support/chats';
import type { Json } from '../../support/chats';

const code = (value: unknown): Json => ({
  content_type: 'code',
  language: 'json',
  text: typeof value === 'string' ? value : JSON.stringify(value),
});
const call = (tool: string | undefined, content: Json, more: Json = {}): readonly Part[] =>
  readParts(
    holding(content, { author: { role: 'assistant' }, ...(tool === undefined ? {} : { recipient: tool }), ...more }),
  );
const CREATE = 'canmore.create_textdoc';
const UPDATE = 'canmore.update_textdoc';
const document = { name: 'plan', type: 'document', content: '# Plan\n' };

describe.each([
  [CREATE, UPDATE],
  [undefined, undefined],
])('called %s', (create, update) => {
  test('a document is made', () => expect(call(create, code(document))).toEqual([{ kind: 'canvas', ...document }]));
  test('its call may stand in parts', () =>
    expect(call(create, { content_type: 'text', parts: [JSON.stringify(document)] })).toEqual([
      { kind: 'canvas', ...document },
    ]));
  test('a document is written anew, under the title that its tool gave back', () => {
    const updates = [{ pattern: '.*', multiple: false, replacement: 'all' }];
    expect(call(update, code({ updates }))).toEqual([
      { kind: 'canvas', name: undefined, type: undefined, content: 'all' },
    ]);
    expect(call(update, code({ updates }), { metadata: { canvas: { title: 'plan' } } })).toEqual([
      { kind: 'canvas', name: 'plan', type: undefined, content: 'all' },
    ]);
  });
  test('edits stay edits, and their patterns are never run', () => {
    const evil = `(a+)+${'$'}`;
    expect(
      call(
        update,
        code({
          updates: [
            { pattern: evil, multiple: true, replacement: 'b' },
            { pattern: 'c', replacement: '' },
            { pattern: '.*', replacement: 'all' },
            { pattern: 'd', replacement: 'e' },
          ],
        }),
      ),
    ).toEqual([
      {
        kind: 'canvas-edits',
        edits: [
          { pattern: evil, replacement: 'b' },
          { pattern: 'c', replacement: '' },
        ],
      },
      { kind: 'canvas', name: undefined, type: undefined, content: 'all' },
      { kind: 'canvas-edits', edits: [{ pattern: 'd', replacement: 'e' }] },
    ]);
  });
  test.each([
    '{"name": "plan", "content": "cut o',
    '"text"',
    '{"name": 5}',
    '{"updates": [{"pattern": 5}]}',
    '[]',
    'plain',
  ])('%s stays the code it was', (text) => {
    expect(call(create, code(text))).toEqual([{ kind: 'code', language: 'json', text }]);
    expect(call(update, code(text))).toEqual([{ kind: 'code', language: 'json', text }]);
  });
});

test('a picture beside the call is not lost', () =>
  expect(
    call(CREATE, {
      content_type: 'multimodal_text',
      parts: [JSON.stringify(document), { content_type: 'image_asset_pointer', asset_pointer: 'sediment://file_1' }],
    }),
  ).toEqual([
    { kind: 'canvas', ...document },
    { kind: 'image', asset: 'file_1' },
  ]));
test('a name and a type may be missing where the tool is named', () =>
  expect(call(CREATE, code({ content: 'x' }))).toEqual([
    { kind: 'canvas', name: undefined, type: undefined, content: 'x' },
  ]));

describe('where no tool is named', () => {
  test.each([
    { ...document, type: 'recipe' },
    { ...document, more: 1 },
    { name: 'plan', content: 'x' },
    { updates: [], more: 1 },
  ])('%o is the JSON that an answer holds', (value) => {
    expect(call(undefined, code(value))).toEqual([{ kind: 'code', language: 'json', text: JSON.stringify(value) }]);
  });
  test('what a person wrote is a text', () =>
    expect(readParts(holding({ content_type: 'text', parts: [JSON.stringify(document)] }))).toEqual([
      { kind: 'text', text: JSON.stringify(document) },
    ]));
});
test('another tool’s call is code', () =>
  expect(call('python', code(document))).toEqual([{ kind: 'code', language: 'json', text: JSON.stringify(document) }]));
