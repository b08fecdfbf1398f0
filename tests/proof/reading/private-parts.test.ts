// What would be blacked out, from words and boxes alone; and that words of a picture show themselves to nobody.
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readingWords } from '../../../src/content/compiled/reading-words';
import { privateParts } from '../../../src/proof/reading/private-parts';
import { Unshareable } from '../../../src/proof/reading/unshareable';
import { linesOf } from './made-lines';

/** The words that would be covered, as `kind:words`. */
function hidden(row: string | readonly string[], name?: string): readonly string[] {
  const [line] = linesOf(row);
  if (line === undefined) return [];
  return privateParts([line], readingWords, name).map(({ kind, box }) => `${kind}:${line.words.filter((word) => word.box.left >= box.left && word.box.right <= box.right).map(({ text }) => Unshareable.wordsOf(text)).join(' ')}`);
}

describe('what is covered', () => {
  test.each<[string, readonly string[]]>([
    ['ana.martin@example.com', ['email:ana.martin@example.com']],
    ['ana.marän©example.com', ['email:ana.marän©example.com']],
    ['Ana.Lopez1987(@example.co.uk', ['email:Ana.Lopez1987(@example.co.uk']],
    ['anamartin.example.com', ['email:anamartin.example.com']],
    ['ana. martin @ example.com', ['email:ana. martin @ example.com']],
    ['+33 6 12 34 56 78', ['phone:+33 6 12 34 56 78']],
    ['Telefonnummer 030 1234567', ['phone:030 1234567']],
    ['(415) 555-2671 22', ['phone:(415) 555-2671 22']],
    ['Visa •••• 4242', ['card:4242']],
    ['Visa see 4242', ['card:4242']],
    ['Mastercard ending in 4242', ['card:4242']],
    ['Carte se terminant par 4242', ['card:4242']],
    ['4242 4242 4242 4242', ['phone:4242 4242 4242 4242', 'card:4242 4242 4242 4242']],
    ['Rechnung A1B2C3D4-0007', ['invoice:A1B2C3D4-0007']],
    ['Factura n.º 20260001', ['invoice:20260001']],
    ['GPA.3301-1234-5678-90123', ['invoice:GPA.3301-1234-5678-90123']],
  ])('“%s”', (text, parts) => expect(hidden(text)).toEqual(parts));

  test.each([['Your plan ends on December 3, 2026.'], ['13.12.2026'], ['2026-12-03'], ['€23.00'], ['chatgpt.com'], ['https://chatgpt.com/#settings'], ['Plus €23.00 / month'], ['3/12/2026']])('nothing in “%s”', (text) => expect(hidden(text)).toEqual([]));

  test('an address takes the words that touch it along, not another column', () => {
    expect(hidden(['Signed in as ana@example.com', 'Plan ends 3 December'])).toEqual(['email:Signed in as ana@example.com']);
  });
  test('the name only when the person typed it', () => {
    expect(hidden('Ana Martin-Lôpez')).toEqual([]);
    expect(hidden('Ana Martin-Lôpez', 'Ana Martín-López')).toEqual(['name:Ana Martin-Lôpez']);
    expect(hidden('Plan of Bo Li', 'Bo Li')).toEqual([]);
  });
  test('an address that goes on in the next row is covered in both', () => {
    const lines = linesOf('a_martin-', 'lopez@example.org', 'Billing');
    // Rows of one text stand closer than the made ones.
    const close = lines.map((line, index) => ({ box: { ...line.box, top: index * 18, bottom: index * 18 + 14 }, words: line.words.map((word) => ({ ...word, box: { ...word.box, top: index * 18, bottom: index * 18 + 14 } })) }));
    expect(privateParts(close, readingWords).map(({ kind }) => kind)).toEqual(['email', 'email']);
  });
});

test('words of a picture show themselves neither in text, JSON nor the console', () => {
  const text = new Unshareable('ana@example.com');
  for (const shown of [`${String(text)}`, JSON.stringify({ text }), inspect({ text }, { depth: 5, showHidden: true }), Object.values(text).join(), structuredCloneOf(text)]) expect(shown).not.toContain('ana');
});

function structuredCloneOf(value: unknown): string {
  return JSON.stringify(structuredClone(value));
}
