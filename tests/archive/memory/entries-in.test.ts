// Memory as ChatGPT had it, and its notes, taken apart: where the form is clear, and never a letter changed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesIn } from '../../../src/archive/memory/entries-in';
import { ownWords } from '../../../src/archive/memory/own-words';

const texts = (text: string): readonly string[] => entriesIn(text).map((entry) => entry.text);

describe('a list with numbers', () => {
  test('gives its entries with the days beside them', () =>
    expect(entriesIn('1. [2024-05-12]. Likes tea.\n\n2. [2025-06-10]. Has a dog.')).toEqual([
      { text: 'Likes tea.', noted: '2024-05-12' },
      { text: 'Has a dog.', noted: '2025-06-10' },
    ]));
  test.each<[string, string, readonly string[]]>([
    [
      'a heading in front is none of them',
      '# Model Set Context\n\n1. [2024-05-12]. Tea.\n2. [2024-05-13] Milk.',
      ['Tea.', 'Milk.'],
    ],
    ['words in front are kept', 'About the user:\n1. Tea.\n2. Milk.', ['About the user:', 'Tea.', 'Milk.']],
    ['what a heading parts stays apart', 'Tea\n# More\nMilk\n1. Dog.', ['Tea', 'Milk', 'Dog.']],
    [
      'lines and lists inside an entry stay in it',
      '1. [2024-05-12]. Learns:\n1. Finnish\n2. Dutch\n\n2. [2024-05-13]. Tea.',
      ['Learns:\n1. Finnish\n2. Dutch', 'Tea.'],
    ],
    [
      'a number that is not the next one begins none',
      '1. Tea in\n2024. And milk.\n2. Dog.',
      ['Tea in\n2024. And milk.', 'Dog.'],
    ],
    ['it may begin at any number', '7. Tea.\n8. Milk.', ['Tea.', 'Milk.']],
    ['one entry is a list too', '1. Tea.', ['Tea.']],
    ['a day that is written otherwise is part of the text', '1. [May 2024] Tea.', ['[May 2024] Tea.']],
    ['brackets and CRLF', '1) Tea.\r\n2) Milk.', ['Tea.', 'Milk.']],
    ['empty entries are none', '1. \n2. Milk.', ['Milk.']],
  ])('%s', (_what, text, wanted) => expect(texts(text)).toEqual(wanted));
});

describe('other forms', () => {
  test.each<[string, string, readonly string[]]>([
    ['a mark on each line', '- Tea.\n- Milk\n\n* Dog', ['Tea.', 'Milk', 'Dog']],
    ['a line without a mark keeps it whole', '- Tea\n  and milk\n- Dog', ['- Tea\n  and milk\n- Dog']],
    ['so does one that is set in deeper', '- Tea\n  - green\n- Dog', ['- Tea\n  - green\n- Dog']],
    ['lines that are sentences', 'Likes tea.\nHas a dog!\n', ['Likes tea.', 'Has a dog!']],
    ['Japanese ones too', 'お茶が好き。\n犬がいる。', ['お茶が好き。', '犬がいる。']],
    ['lines that are none stay together', 'Likes tea\nand milk.', ['Likes tea\nand milk.']],
    ['several sentences on a line stay together', 'Likes tea. Has a dog.', ['Likes tea. Has a dog.']],
    ['JSON stays as it is', '{"forget": "Likes tea."}', ['{"forget": "Likes tea."}']],
    ['a price is no list', '3.50 euros a month.', ['3.50 euros a month.']],
    ['nothing in blanks', ' \n\t', []],
    ['nothing in a heading alone but itself', '# Memory', ['# Memory']],
  ])('%s', (_what, text, wanted) => expect(texts(text)).toEqual(wanted));
});

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '1. ',
        '2. ',
        '[2024-05-12]. ',
        '- ',
        '* ',
        '\n',
        '\n\n',
        '.',
        '# ',
        'Tea.',
        '\n3. Tea',
        '```',
        '  ',
        'The user provided ',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('every entry stands in the text as it is, in order, and no letter is lost or made up', () => {
  const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
  let several = 0;
  fc.assert(
    fc.property(anyText, (text) => {
      const entries = texts(text);
      if (entries.length > 1) several += 1;
      let at = 0;
      for (const entry of entries) {
        const found = text.replaceAll('\r\n', '\n').indexOf(entry, at);
        expect(found).toBeGreaterThanOrEqual(0);
        at = found + entry.length;
      }
      if (!text.includes('#')) expect(letters(entries.join(''))).toBe(letters(text));
    }),
    { numRuns: 3000 },
  );
  expect(several).toBeGreaterThan(100);
});

describe('the frame around custom instructions', () => {
  test.each<[string, string, string]>([
    [
      'of the profile',
      'The user provided the following information about themselves. This is shown to you.\nUser profile:\n```Preferred name: Ana\nRole: baker```',
      'Preferred name: Ana\nRole: baker',
    ],
    [
      'of the answers',
      'The user provided the additional info about how they would like you to respond:\n```Be brief.\n```\n',
      'Be brief.',
    ],
    [
      'around words with fences of their own',
      'The user provided the additional info about how they would like you to respond:\n```Code in ```js\nx``` please```',
      'Code in ```js\nx``` please',
    ],
    [
      'is none where a person writes so',
      'The user provided the additional info, I say:\n```x```',
      'The user provided the additional info, I say:\n```x```',
    ],
    [
      'is none where words follow',
      'The user provided the additional info about how they would like you to respond:\n```a``` b',
      'The user provided the additional info about how they would like you to respond:\n```a``` b',
    ],
    ['is none in most', '  Be brief. ', 'Be brief.'],
  ])('%s', (_what, text, wanted) => expect(ownWords(text)).toBe(wanted));
  test('takes time by its length', () => {
    const before = performance.now();
    ownWords(`The user provided the following information about themselves${'\n```'.repeat(200_000)} x`);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
