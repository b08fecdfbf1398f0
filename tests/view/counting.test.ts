// Each place counts in its own way: their published examples, and what they say about emoji, scripts and addresses.
import { describe, expect, test } from 'vitest';
import { lengthBy } from '../../src/view/counting';

const FAMILY = '👨‍👩‍👧‍👦';

describe('X', () => {
  const count = (text: string): number => lengthBy('weighted', text);
  // docs.x.com/fundamentals/counting-characters
  test.each([
    ['café', 4],
    ['cafe\u0301', 4],
    ['👋', 2],
    [FAMILY, 2],
    ['👍🏽', 2],
    ['🇫🇷', 2],
    ['日本', 4],
    ['“Yes” – no…', 11 + 1],
  ])('%s counts %i', (text, length) => expect(count(text)).toBe(length));
  // egg-mode-text, a port of twitter-text, documents these two.
  test('the examples of addresses come out right', () => {
    expect(count('test.com')).toBe(23);
    expect(count('Test https://test.com test https://test.com test.com test')).toBe(86);
  });
  test('an address counts 23 however long it is, and its full stop one', () =>
    expect(count(`See https://example.org/${'x'.repeat(200)}.`)).toBe(4 + 23 + 1));
  test('what only looks like an address is never counted short', () =>
    expect(count('a.verylongnamethatisnoaddress.anywhere.atall')).toBeGreaterThanOrEqual(23));
  test('digits and signs are no emoji', () => expect(count('#1 © ™ 2*')).toBe(9 + 1));
  test('280 letters are 280', () => expect(count('a'.repeat(280))).toBe(280));
});

describe('the others', () => {
  test('Bluesky counts what people see', () => expect(lengthBy('graphemes', `e\u0301${FAMILY}a`)).toBe(3));
  test('Mastodon counts every link as 23', () => {
    expect(lengthBy('links-as-23', `a https://example.org/${'x'.repeat(99)} b`)).toBe(2 + 23 + 2);
    expect(lengthBy('links-as-23', 'example.org')).toBe(11);
  });
  test('Threads counts emoji by their bytes', () => expect(lengthBy('emoji-as-bytes', 'é👋')).toBe(1 + 4));
  test('characters are code points', () => expect(lengthBy('characters', 'é👋')).toBe(2));
});
