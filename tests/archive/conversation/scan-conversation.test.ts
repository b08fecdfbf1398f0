// The outline of a conversation from its bytes means what the outline of the parsed one means, and refuses what JSON.parse refuses.
import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { diceOf } from '../../../scripts/exports/dice';
import type { Dice } from '../../../scripts/exports/dice';
import { outlineOf } from '../../../src/archive/conversation/read-conversation';
import { scanConversation } from '../../../src/archive/conversation/scan-conversation';
import { nodeBytes } from '../../../src/host/node-bytes';
import { LINEAR, growthOf } from '../../support/growth';

const scan = (bytes: Uint8Array): ReturnType<typeof scanConversation> => scanConversation(bytes, nodeBytes);

/** What scanning has to give: the outline of an object that JSON.parse takes from valid UTF-8, or nothing. */
function expected(bytes: Uint8Array): unknown {
  if (!isUtf8(bytes)) return undefined;
  let value: unknown;
  try {
    // `toString` keeps a byte order mark, which JSON.parse refuses.
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? outlineOf(value) : undefined;
}

const sameFor = (bytes: Uint8Array, wanted = expected(bytes)): void => {
  const outline = scan(bytes);
  // `expect` alone takes most of the time when there is nothing to say.
  if (!isDeepStrictEqual(outline, wanted))
    expect({ text: Buffer.from(bytes).toString('latin1'), outline }).toEqual({
      text: Buffer.from(bytes).toString('latin1'),
      outline: wanted,
    });
};
const same = (text: string): void => sameFor(Buffer.from(text));

const ODD_VALUES = [
  'null',
  'true',
  'false',
  '0',
  '-0.0',
  '1',
  '1.0',
  '10',
  '1e-400',
  '1700000000.5',
  '1700000000123',
  '"2026-01-02T03:04:05Z"',
  '""',
  '"x"',
  '" "',
  '"\\u0000"',
  '[]',
  '{}',
  '[null]',
  '[""]',
  '["x"]',
  '{"a":1}',
  '[[{}]]',
  '"file-abc"',
  '"sediment://file_0a#b"',
  '"\\ud800"',
  '"é😀"',
];
const TYPES = [
  'text',
  'multimodal_text',
  'code',
  'execution_output',
  'tether_quote',
  'tether_browsing_display',
  'sonic_webpage',
  'system_error',
  'thoughts',
  'reasoning_recap',
  'user_editable_context',
  'model_editable_context',
  'image_asset_pointer',
  'audio_transcription',
  'audio_asset_pointer',
  'real_time_user_audio_video_asset_pointer',
  'hologram',
  '',
];

/** Writes conversations as no generator of JSON would: fields twice, keys with escapes, blanks, and values of the wrong kind anywhere. */
function oddConversation(dice: Dice): string {
  const blank = (): string => (dice.chance(0.1) ? dice.pick([' ', '\n', '\t', '\r\n']) : '');
  const odd = (): string => dice.pick(ODD_VALUES);
  const text = (one: string): string =>
    dice.chance(0.1)
      ? JSON.stringify(one).replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)
      : JSON.stringify(one);
  const either = (usual: () => string): string => (dice.chance(0.12) ? odd() : usual());
  const object = (fields: readonly (readonly [string, () => string])[]): string => {
    const kept = fields.filter(() => dice.chance(0.75));
    if (kept.length > 0 && dice.chance(0.15)) kept.push(dice.pick(kept));
    if (dice.chance(0.2))
      kept.splice(dice.int(kept.length + 1), 0, [dice.pick(['further', '', '__proto__', 'constructor', 'id']), odd]);
    return `{${blank()}${kept.map(([key, value]) => `${text(key)}${blank()}:${blank()}${value()}${blank()}`).join(`,${blank()}`)}}`;
  };
  const list = (member: () => string): string =>
    `[${blank()}${Array.from({ length: dice.int(4) }, () => `${member()}${blank()}`).join(',')}]`;
  const type = (): string => either(() => text(dice.pick(TYPES)));
  const pointer = (): string =>
    either(() =>
      dice.chance(0.5)
        ? text(dice.pick(['file-service://file-abc', 'sediment://file_12', 'nothing']))
        : object([
            ['asset_pointer', () => text(`file-${dice.int(9)}`)],
            ['content_type', type],
          ]),
    );
  const part = (): string =>
    either(() =>
      dice.chance(0.5)
        ? text(dice.pick(['', 'hello', 'line\n"two"\\']))
        : object([
            ['content_type', type],
            ['text', () => either(() => text('said'))],
            ['asset_pointer', pointer],
            ['audio_asset_pointer', pointer],
            ['video_container_asset_pointer', pointer],
            ['frames_asset_pointers', () => either(() => list(pointer))],
          ]),
    );
  const content = (): string =>
    either(() =>
      object([
        ['content_type', type],
        ['parts', () => either(() => list(part))],
        ['text', odd],
        ['user_profile', odd],
        ['user_instructions', odd],
        ['model_set_context', odd],
        ['result', odd],
      ]),
    );
  const metadata = (): string =>
    either(() =>
      object([
        ['is_visually_hidden_from_conversation', odd],
        ['is_user_system_message', odd],
        [
          'attachments',
          () =>
            either(() =>
              list(() =>
                either(() =>
                  object([
                    ['id', () => text(`file-${dice.int(9)}`)],
                    ['name', odd],
                  ]),
                ),
              ),
            ),
        ],
        [
          'user_context_message_data',
          () =>
            either(() =>
              object([
                ['about_user_message', odd],
                ['about_model_message', odd],
              ]),
            ),
        ],
        ['model_slug', odd],
      ]),
    );
  const author = (): string =>
    either(() =>
      object([
        ['role', () => either(() => text(dice.pick(['user', 'assistant', 'system', 'tool', 'tool', 'critic'])))],
        ['name', () => (dice.chance(0.4) ? text('bio') : odd())],
      ]),
    );
  const message = (): string =>
    either(() =>
      object([
        ['id', odd],
        ['author', author],
        ['create_time', odd],
        ['content', content],
        ['recipient', () => either(() => text(dice.pick(['all', 'python', '', 'bio', 'bio.update'])))],
        ['weight', odd],
        ['metadata', metadata],
      ]),
    );
  const names = Array.from({ length: 1 + dice.int(6) }, (_, index) =>
    dice.pick([`n${index}`, `n${index}`, `${index}`, 'é"', '__proto__', `0000-${index}`]),
  );
  const node = (): string =>
    either(() =>
      object([
        ['id', odd],
        ['message', message],
        ['parent', () => either(() => text(dice.pick([...names, 'gone'])))],
        ['children', () => list(() => text('n1'))],
      ]),
    );
  const mapping = (): string => either(() => `{${names.map((name) => `${text(name)}${blank()}:${node()}`).join(',')}}`);
  return object([
    ['title', odd],
    ['create_time', odd],
    ['update_time', odd],
    ['mapping', mapping],
    ['current_node', () => either(() => text(dice.pick(names)))],
    ['conversation_id', odd],
    ['id', odd],
    ['voice', odd],
  ]);
}

test('4,000 odd conversations have the outline of the parsed ones', () => {
  let counted = 0;
  const remembered = new Map<string, number>();
  for (let seed = 0; seed < 4000; seed += 1) {
    const text = oddConversation(diceOf('scanConversation', seed));
    same(text);
    const { messages, remembered: held } = outlineOf(JSON.parse(text));
    counted += messages.shown;
    for (const { kind } of held) remembered.set(kind, (remembered.get(kind) ?? 0) + 1);
  }
  // The generator would be worth little if nothing it made had messages.
  expect(counted).toBeGreaterThan(500);
  expect(
    [...remembered.values()].filter((times) => times > 20),
    JSON.stringify([...remembered]),
  ).toHaveLength(3);
});

test('20,000 conversations with a few changed bytes are refused exactly where JSON.parse or UTF-8 refuses them', () => {
  let refused = 0;
  for (let seed = 0; seed < 20_000; seed += 1) {
    const dice = diceOf('mutate', seed);
    const bytes = Buffer.from(oddConversation(diceOf('scanConversation', seed % 300)));
    for (let times = 1 + dice.int(3); times > 0; times -= 1)
      bytes[dice.int(bytes.length)] = dice.chance(0.7)
        ? dice
            .pick(['{', '}', '[', ']', '"', '\\', ',', ':', '0', '-', 'e', '.', 'u', ' ', '\n', '\0', '\x7f'])
            .charCodeAt(0)
        : dice.int(256);
    const part = dice.chance(0.1) ? bytes.subarray(0, dice.int(bytes.length)) : bytes;
    const wanted = expected(part);
    if (wanted === undefined) refused += 1;
    sameFor(part, wanted);
  }
  expect(refused).toBeGreaterThan(5000);
  expect(refused).toBeLessThan(19_000);
});

describe('the grammar is that of JSON.parse', () => {
  const NUMBERS = [
    '0',
    '-0',
    '01',
    '-',
    '+1',
    '1.',
    '.5',
    '1.5',
    '1e5',
    '1E+5',
    '1e',
    '1e+',
    '-1.0e-10',
    '00',
    '0x1',
    'NaN',
    'Infinity',
    '1_0',
    '--1',
    '1e5.5',
    '9'.repeat(400),
  ];
  const WORDS = ['true', 'tru', 'truee', 'True', 'nul', 'null', 'nulll', 'false', 'fals', 'undefined'];
  const STRINGS = [
    '"\\u00e9"',
    '"\\u00E9"',
    '"\\u00g9"',
    '"\\u00e"',
    '"\\x41"',
    '"\\/"',
    '"\\\'"',
    '"\t"',
    '"\u007f"',
    '"\u2028"',
    '"\\ud83d\\ude00"',
    '"\\ude00"',
    '"a',
    "'a'",
    '"\\',
    '"\\"',
    '"abcdefgh\\n"',
    '"abcdefg\nh"',
  ];
  const NESTS = [
    '[1,]',
    '[,]',
    '[1 2]',
    '{"a":1,}',
    '{,}',
    '{"a"}',
    '{"a":}',
    '{a:1}',
    '{"a":1 "b":2}',
    '{"a"::1}',
    '[[]',
    '[]]',
    '[{]}',
    '{"a":[}]',
    '//x',
    '/**/1',
    '\u00a01',
    '\u{feff}1',
  ];
  test.each([...NUMBERS, ...WORDS, ...STRINGS, ...NESTS])('for %j wherever it stands', (value) => {
    for (const place of ['title', 'create_time', 'id', 'current_node', 'mapping', 'further']) {
      same(`{"${place}":${value}}`);
      same(`{"${place}":${value}`);
      same(
        `{"mapping":{"a":{"${place}":${value},"message":{"content":{"parts":[${value}]},"metadata":{"x":[${value}],"attachments":${value}},"weight":${value}}}}}`,
      );
    }
  });

  test.each([
    '',
    ' ',
    '1',
    '[]',
    '"x"',
    'null',
    '{}',
    ' {} ',
    '{}{}',
    '{} x',
    '{}\0',
    '\u{feff}{}',
    '{',
    '{"',
    '{"a',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,"a":2}',
  ])('%j', same);

  test('bytes that are no UTF-8 are refused: alone, too long, surrogates, cut', () => {
    for (const wrong of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0xf5, 0x80, 0x80, 0x80]])
      sameFor(Buffer.concat([Buffer.from('{"title":"'), Buffer.from(wrong), Buffer.from('"}')]));
  });
});

describe('what is made to hurt', () => {
  test('200,000 brackets inside each other are read like any value', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(scan(Buffer.from(`{"id":"a","x":${deep}}`))?.id).toBe('a');
    expect(scan(Buffer.from(`{"id":"a","x":${deep.slice(1)}}`))).toBeUndefined();
    expect(
      scan(Buffer.from(`{"id":"a","mapping":{"n":{"message":{"content":{"parts":${deep}}}}}}`))?.messages.shown,
    ).toBe(1);
    expect(scan(Buffer.from(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`))?.id).toBeUndefined();
  });

  test('a chain of 12,000 messages, one that names itself and one without an end are walked', () => {
    const chain = (parent: (index: number) => string): string =>
      `{"current_node":"n11999","mapping":{${Array.from({ length: 12_000 }, (_, index) => `"n${index}":{"parent":${parent(index)},"message":{"author":{"role":"user"},"content":{"parts":["x"]}}}`).join(',')}}}`;
    same(chain((index) => (index === 0 ? 'null' : `"n${index - 1}"`)));
    same(chain((index) => `"n${index}"`));
    same(chain((index) => `"n${(index + 1) % 12_000}"`));
    expect(scan(Buffer.from(chain((index) => (index === 0 ? 'null' : `"n${index - 1}"`))))?.messages.shown).toBe(
      12_000,
    );
  });

  test('time grows with the bytes and no faster, in texts, escapes, nodes, parts and keys', () => {
    const shapes: readonly ((size: number) => string)[] = [
      (size) => `{"title":"${'x'.repeat(size)}"}`,
      (size) => `{"a":"${'\\\\'.repeat(size / 2)}"}`,
      (size) =>
        `{"mapping":{${Array.from({ length: size / 40 }, (_, index) => `"n${index}":{"parent":"n${index * 7}"}`).join(',')}}}`,
      (size) =>
        `{"mapping":{"a":{"message":{"content":{"parts":[${'{"content_type":"t","asset_pointer":"file-a"},'.repeat(size / 46)}1]}}}}}`,
      (size) => `{${Array.from({ length: size / 12 }, (_, index) => `"k${index}":1`).join(',')}}`,
    ];
    for (const shape of shapes)
      expect(growthOf(400_000, (size) => Buffer.from(shape(size)), scan)).toBeLessThan(LINEAR);
  });
});
