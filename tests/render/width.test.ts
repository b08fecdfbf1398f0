import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hang, widthOf, wrap, type Span } from '../../src/render/width';

const asIs = (text: string): string => text;
const rowsOf = (text: string, width: number, keep?: Span['keep']): readonly string[] =>
  wrap([{ text, paint: asIs, ...(keep === undefined ? {} : { keep }) }], width).map((row) => row.text);
const words = fc
  .array(
    fc.constantFrom(
      'a',
      'subscription',
      'Œuvre',
      '日本語の文章',
      '한국어',
      '👩‍👩‍👧',
      '👍🏽',
      'e\u0301',
      '12\u202F€',
      'a\u00A0b',
      'x'.repeat(37),
      '\n',
      '。',
    ),
  )
  .map((list) => list.join(' '));

describe('breaking lines', () => {
  it('breaks at spaces', () => expect(rowsOf('one two three', 7)).toEqual(['one two', 'three']));
  it('breaks where the text does', () => expect(rowsOf('one\n\ntwo', 20)).toEqual(['one', '', 'two']));
  it('does not break at the no-break spaces of French', () =>
    expect(rowsOf('oui ou non\u00A0? 12\u202F€', 10)).toEqual(['oui ou', 'non\u00A0? 12\u202F€']));
  it.each([
    ['until 3 December 2026', 12, ['until', '3 December', '2026']],
    ['bis 1. Dezember 2026', 12, ['bis', '1. Dezember', '2026']],
    ['le 1er décembre 2026', 13, ['le', '1er décembre', '2026']],
    ['em 3 de dezembro de 2026', 15, ['em', '3 de dezembro', 'de 2026']],
    ['em 1º de dezembro de 2026', 16, ['em', '1º de dezembro', 'de 2026']],
    ['12 of them', 4, ['12', 'of', 'them']],
    ['5 or 10 days', 6, ['5 or', '10', 'days']],
  ])('leaves the day with its month: %j in %i', (text, width, rows) => expect(rowsOf(text, width)).toEqual(rows));
  it('counts a wide character as two columns', () => expect(rowsOf('日本語', 4)).toEqual(['日本', '語']));
  it('begins no row with a closing mark', () => expect(rowsOf('日本語。', 6)).toEqual(['日本', '語。']));
  it('keeps an emoji in one piece', () => expect(rowsOf('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5)).toEqual(['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧']));
  it('cuts a word only when it is wider than a row', () =>
    expect(rowsOf('a abcdefgh', 5)).toEqual(['a', 'abcde', 'fgh']));
  it('lets an address stand out of the row rather than cut it', () =>
    expect(rowsOf('https://example.org/a/long/one', 10, 'always')).toEqual(['https://example.org/a/long/one']));
  it('keeps a label together while it fits a row', () => {
    const spans = [
      { text: 'Open ', paint: asIs },
      { text: 'Data controls', paint: asIs, keep: 'together' as const },
    ];
    expect(wrap(spans, 14).map((row) => row.text)).toEqual(['Open', 'Data controls']);
    expect(wrap(spans, 9).map((row) => row.text)).toEqual(['Open Data', 'controls']);
  });
  it('puts the look on every row by itself, and once', () => {
    const bold: Span = { text: 'one two three', paint: (text) => `<${text}>` };
    expect(wrap([bold, { text: '.', paint: asIs }], 7).map((row) => row.text)).toEqual(['<one two>', '<three>.']);
  });
  it('hangs the other rows under the first', () =>
    expect(hang('1. ', wrap([{ text: 'one two', paint: asIs }], 3))).toEqual(['1. one', '   two']));
  it('makes no row wider than asked', () =>
    fc.assert(
      fc.property(words, fc.integer({ min: 2, max: 60 }), (text, width) =>
        wrap([{ text, paint: asIs }], width).every((row) => row.width <= width && widthOf(row.text) <= width),
      ),
    ));
  it('loses no text', () =>
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'grapheme' })), fc.integer({ min: 2, max: 60 }), (text, width) => {
        const squeezed = (some: string): string => some.replace(/[ \n]/g, '');
        expect(squeezed(rowsOf(text, width).join('\n'))).toBe(squeezed(text));
      }),
    ));
  it('loses no text of several looks, kept or not', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, fc.constantFrom(undefined, 'together' as const, 'always' as const))),
        fc.integer({ min: 2, max: 40 }),
        (parts, width) => {
          const spans = parts.map(([text, keep]) => ({
            text: text.replaceAll('\n', ' '),
            paint: asIs,
            ...(keep === undefined ? {} : { keep }),
          }));
          const squeezed = (some: string): string => some.replace(/[ \n]/g, '');
          expect(
            squeezed(
              wrap(spans, width)
                .map((row) => row.text)
                .join(''),
            ),
          ).toBe(squeezed(spans.map(({ text }) => text).join('')));
        },
      ),
    ));
});
