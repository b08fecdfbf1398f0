// Where conversations begin and end in the bytes of a file: held against JSON.parse, however the bytes are cut.
import { describe, expect, test } from 'vitest';
import { diceOf } from '../../../scripts/exports/dice';
import type { Dice } from '../../../scripts/exports/dice';
import { arraySplitter } from '../../../src/archive/json/array-splitter';
import type { Element, Ending } from '../../../src/archive/json/array-splitter';
import { outlineFinder } from '../../../src/archive/conversation/outlines';
import { nodeBytes } from '../../../src/host/node-bytes';
import { LINEAR, growthOf } from '../../support/growth';

/** What is found in bytes that come in pieces of the sizes `next` says. */
function found(
  bytes: Uint8Array,
  next: () => number = () => bytes.length,
  most = 1e9,
): { readonly elements: readonly Element[]; readonly ending: Ending } {
  const finder = arraySplitter(most);
  const elements: Element[] = [];
  for (let at = 0; at < bytes.length;) {
    const size = Math.max(1, next());
    for (const one of finder.push(bytes.subarray(at, at + size))) if (one.kind !== 'read') elements.push(one);
    at += size;
  }
  return { elements, ending: finder.end() };
}

const textsOf = (elements: readonly Element[]): readonly string[] =>
  elements.map((one) => (one.kind === 'element' ? Buffer.from(one.bytes).toString('utf8') : `(${one.bytes} bytes)`));
const inText = (text: string, next?: () => number): readonly string[] =>
  textsOf(found(Buffer.from(text), next).elements);
const endingOf = (text: string): Ending => found(Buffer.from(text)).ending;
const BYTE_BY_BYTE = (): number => 1;

/** A JSON text with everything that makes boundaries hard: quotes, backslashes, brackets in strings, blanks, depth. */
function oddJson(dice: Dice, depth = 0): string {
  const blank = (): string => dice.pick(['', '', '', ' ', '\n', '\t \r\n']);
  const kind = dice.int(depth > 5 ? 4 : 8);
  if (kind === 0) return dice.pick(['0', '-1', '2.5e3', '1E-7', '123456789012']);
  if (kind === 1) return dice.pick(['true', 'false', 'null']);
  if (kind <= 4)
    return JSON.stringify(
      Array.from({ length: dice.int(12) }, () =>
        dice.pick([
          '"',
          '\\',
          '\\\\',
          '\\"',
          '[',
          ']',
          '{',
          '}',
          ',',
          ':',
          'é',
          '😀',
          '\n',
          'plain text that goes on for a while, past the near loop',
        ]),
      ).join(''),
    );
  const members = Array.from({ length: dice.int(4) }, () => oddJson(dice, depth + 1));
  if (kind <= 6)
    return `{${blank()}${members.map((one) => `${JSON.stringify(dice.pick(['a', '"', '\\', 'conversations']))}${blank()}:${blank()}${one}`).join(`${blank()},`)}${blank()}}`;
  return `[${blank()}${members.join(`${blank()},${blank()}`)}${blank()}]`;
}

describe('elements of a list', () => {
  test('are those that JSON.parse finds, in 3,000 odd lists cut at random places', () => {
    for (let seed = 0; seed < 3000; seed += 1) {
      const dice = diceOf('elements', seed);
      const members = Array.from({ length: dice.int(6) }, () => oddJson(dice));
      const list = `${dice.pick(['', '\u{feff}', ' \n'])}[${members.map((one) => `${dice.pick(['', ' '])}${one}${dice.pick(['', '\n'])}`).join(',')}]${dice.pick(['', '\n', '  '])}`;
      const text = dice.chance(0.3)
        ? `{"before": ${oddJson(dice)}, "conversations" :${list.replace('\u{feff}', '')},"after":${oddJson(dice)} }`
        : list;
      const most = dice.pick([1, 3, 40]);
      const { elements, ending } = found(Buffer.from(text), () => 1 + dice.int(most));
      expect(textsOf(elements).map((one) => JSON.parse(one) as unknown)).toEqual(
        members.map((one) => JSON.parse(one) as unknown),
      );
      expect([text, ending]).toEqual([text, 'whole']);
    }
  });

  test('every cut of a list is cut or broken, never whole', () => {
    const whole = '\u{feff}[{"a":"x\\\\"}, "s\\"]", -1.5 , [[{}]],null] ';
    const bytes = Buffer.from(whole);
    for (let size = 0; size < bytes.length - 2; size += 1)
      expect(found(bytes.subarray(0, size), BYTE_BY_BYTE).ending).toBe('cut');
    expect(found(bytes, BYTE_BY_BYTE).ending).toBe('whole');
  });

  test('a changed byte makes a whole list only where JSON.parse takes its frame too', () => {
    const bytes = Buffer.from('[{"a":[1,{"b":"c,]"}]},"x",[2],true]');
    for (let at = 0; at < bytes.length; at += 1) {
      for (const byte of Buffer.from('[]{},:"\\ 1tx')) {
        const changed = Buffer.from(bytes);
        changed[at] = byte;
        const { elements, ending } = found(changed, BYTE_BY_BYTE);
        const parts = elements.map((one) =>
          one.kind === 'element' ? parsed(Buffer.from(one.bytes).toString()) : undefined,
        );
        const isFound = ending === 'whole' && !parts.includes(undefined);
        const whole = parsed(changed.toString());
        expect([changed.toString(), isFound]).toEqual([changed.toString(), Array.isArray(whole)]);
        if (isFound) expect(parts).toEqual(whole);
      }
    }
  });

  test.each(['[]', ' [ ] ', '\u{feff}[]\n', '{"conversations":[]}', '{"x":{"conversations":[1]},"conversations":[]}'])(
    '%j is whole and has none',
    (text) => {
      expect(inText(text)).toEqual([]);
      expect(endingOf(text)).toBe('whole');
    },
  );

  test.each([
    '[1,]',
    '[,1]',
    '[1,,2]',
    '[1 2]',
    '[{}{}]',
    '[1]x',
    '[1][2]',
    '[1],',
    '"text"',
    '{}',
    '{"a":[]}',
    '{"conversations":{}}',
    '{"conversations":[1],"conversations":[2]}',
    '{"conversations":[1]',
    '{"conversations" [1]}',
    '{"a":1,}',
    'null',
    '1',
    '\u{feff}\u{feff}[]',
    '\u{fffe}[]',
  ])('%j is not whole', (text) => expect(endingOf(text)).not.toBe('whole'));

  test.each(['', ' ', '[', '[1', '[{"a":', '["\\', '{"conversations":[1]', '{"conversations"'])('%j is cut', (text) =>
    expect(endingOf(text)).toBe('cut'),
  );

  test('the key of the list may be written with escapes', () =>
    expect(inText('{"conversati\\u006fns":[{"a":1}]}', BYTE_BY_BYTE)).toEqual(['{"a":1}']));

  test('members beside the list are passed over, however much they look like one', () =>
    expect(inText('{"x":"\\"conversations\\":[9]","conversations":[1],"y":[[2]]}', BYTE_BY_BYTE)).toEqual(['1']));

  test('an element above the limit is counted, and those after it are found', () => {
    const text = JSON.stringify([{ a: 'x'.repeat(100) }, { b: 1 }]);
    for (const size of [1, 7, 1000])
      expect(textsOf(found(Buffer.from(text), () => size, 20).elements)).toEqual(['(108 bytes)', '{"b":1}']);
  });

  test('an element inside one chunk is not copied', () => {
    const chunk = Buffer.from('[{"a":1},{"b":2}]');
    const [first] = found(chunk).elements;
    expect(first?.kind === 'element' && first.bytes.buffer === chunk.buffer).toBe(true);
  });
});

describe('time', () => {
  // Shapes in which a search for quotes or backslashes could start over and over.
  test.each<readonly [string, (size: number) => string]>([
    ['backslashes alone', (size) => `["${'\\\\'.repeat(size / 2)}"]`],
    ['escaped quotes', (size) => `["${'\\"'.repeat(size / 2)}"]`],
    ['quotes far apart', (size) => `["${'x'.repeat(size)}"]`],
    ['open brackets', (size) => `[${'['.repeat(size)}`],
    ['one object of many chunks', (size) => `[{"a":"${'x\\n'.repeat(size / 3)}"}]`],
    ['very many elements', (size) => `[${'1,'.repeat(size / 2)}1]`],
  ])('grows with the bytes and no faster: %s', (_what, made) => {
    const bytesOf = (size: number): Uint8Array => Buffer.from(made(size));
    expect(growthOf(400_000, bytesOf, (bytes) => found(bytes, () => 4096))).toBeLessThan(LINEAR);
  });
});

describe('outlines', () => {
  test('are the same whether a conversation lies in one chunk or in many, and count what does not parse', () => {
    const conversation = (id: number): unknown => ({
      id: `c${id}`,
      title: 'é'.repeat(id % 40),
      current_node: 'b',
      mapping: {
        a: { parent: null, message: { author: { role: 'user' }, content: { content_type: 'text', parts: ['hi'] } } },
        b: {
          parent: 'a',
          message: { author: { role: 'assistant' }, content: { content_type: 'text', parts: ['x'.repeat(id * 7)] } },
        },
      },
    });
    const bytes = Buffer.from(
      `[${[...Array.from({ length: 60 }, (_, id) => JSON.stringify(conversation(id))), '{"a":tru}', '7', JSON.stringify(conversation(60))].join(',')}]`,
    );
    const outlinesOf = (size: number): readonly unknown[] => {
      const finder = outlineFinder(1e6, nodeBytes);
      const outlines: unknown[] = [];
      for (let at = 0; at < bytes.length; at += size) outlines.push(...finder.push(bytes.subarray(at, at + size)));
      expect(finder.end()).toBe('whole');
      return outlines;
    };
    const whole = outlinesOf(bytes.length);
    expect(whole.filter((one) => JSON.stringify(one) === '{"kind":"unparsed"}')).toHaveLength(2);
    expect(whole).toHaveLength(63);
    for (const size of [1, 50, 333, 1000, 5000]) expect(outlinesOf(size)).toEqual(whole);
  });
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

describe('a value that is far longer than a chunk', () => {
  const long = JSON.stringify({ id: 'long', text: 'words "and\\" more '.repeat(600_000) });
  const bytes = Buffer.from(`[{"id":"before"},${long},{"id":"after"}]`);
  test.each([13_000_000, 100_000_000, 400_000_000])('comes whole where %i bytes are the most', (most) => {
    const finder = arraySplitter(most);
    const pieces: string[] = [];
    for (let at = 0; at < bytes.length; at += 250_000)
      for (const one of finder.push(bytes.subarray(at, at + 250_000)))
        pieces.push(one.kind === 'element' ? Buffer.from(one.bytes).toString() : one.kind);
    expect(pieces.map((one) => one.length)).toEqual([15, Buffer.byteLength(long), 14]);
    expect(pieces[1] === long).toBe(true);
    expect(finder.end()).toBe('whole');
  });
  test('is counted and not kept where it is too large', () => {
    const { elements, ending } = found(bytes, () => 250_000, 5_000_000);
    expect(elements.map(({ kind }) => kind)).toEqual(['element', 'too-large', 'element']);
    expect(elements[1]).toEqual({ kind: 'too-large', bytes: Buffer.byteLength(long) });
    expect(ending).toBe('whole');
  });
});
