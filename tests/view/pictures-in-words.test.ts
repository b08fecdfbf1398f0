// What is said of a picture that was read, of a card that was drawn, and how large a file is.
import { beforeAll, describe, expect, test } from 'vitest';
import { cardDocument } from '../../src/view/card-view';
import { readingText, shownText } from '../../src/view/reading-view';
import type { HowItFits, Made } from '../../src/view/reading-view';
import { sizeText } from '../../src/view/size-text';
import type { Translator } from '../../src/view/translator';
import { aTranslator } from '../support/builders';

let translator: Translator;
beforeAll(async () => {
  translator = await aTranslator('en');
});

describe('a reading', () => {
  const said = (made: Partial<Made>, fit: HowItFits = 'fits'): string =>
    readingText(translator, { looks: 'apple', plan: 'ending', ...made }, fit);
  const words = () => translator.ui.reading;

  test('of a picture without any of this says just that, and what speaks against it', () => {
    expect(said({ looks: 'none' })).toBe(translator.say(words().none));
    expect(said({ looks: 'none', against: 'denied' })).toBe(
      `${translator.say(words().none)} ${translator.say(words().against_denied)}`,
    );
  });
  test('with a day gives it, and with one that reads two ways gives both', () => {
    expect(said({ day: { kind: 'day', on: '2026-12-03' } })).toContain(translator.day('2026-12-03'));
    const either = said({ day: { kind: 'ambiguous', either: ['2026-03-12', '2026-12-03'] } });
    expect(either).toContain(translator.day('2026-03-12'));
    expect(either).toContain(translator.day('2026-12-03'));
  });
  test('gives no day for what has none to begin or end', () => {
    expect(said({ plan: 'deleted', day: { kind: 'day', on: '2026-12-03' } })).not.toContain(
      translator.day('2026-12-03'),
    );
  });
  test('that speaks of somebody else’s plan, or of no deletion, says so', () => {
    expect(said({}, 'other-biller')).toContain(translator.say(words().other_biller));
    expect(said({}, 'not-deletion')).toContain(translator.say(words().not_deletion));
    expect(said({}, 'fits')).not.toContain(translator.say(words().other_biller));
  });
  test('is advice, but where there is nothing to advise', () => {
    expect(said({})).toContain(translator.say(words().advice));
    expect(said({ plan: 'unsaid' })).not.toContain(translator.say(words().advice));
  });
});

describe('what a picture shows', () => {
  test('is named once a kind, with how many, in an order of its own', () => {
    expect(shownText(translator, ['card', 'email', 'card'])).toBe(
      translator.list([
        translator.say(translator.ui.reading.part_email, { n: 1 }),
        translator.say(translator.ui.reading.part_card, { n: 2 }),
      ]),
    );
  });
  test('is nothing where nothing was found', () => expect(shownText(translator, [])).toBeUndefined());
});

describe('a card in words', () => {
  const card = { sentence: 'I cancelled', date: '22 November 2026', rows: [] };
  const kinds = (...args: [Partial<Parameters<typeof cardDocument>[2]>, object?]) =>
    cardDocument(translator, { ...card, ...args[1] }, { leftOut: [], ...args[0] }).blocks.map(({ kind }) => kind);

  test('has no list where there is nothing to list', () => expect(kinds({})).toEqual(['heading', 'paragraph']));
  test('lists a name and a picture, and the reason in a line of its own', () => {
    expect(kinds({ picture: 'x.png' })).toEqual(['heading', 'paragraph', 'facts']);
    expect(kinds({}, { name: 'Ada', reason: 'prices' })).toEqual(['heading', 'paragraph', 'paragraph', 'facts']);
  });
  test('warns of letters that could not be drawn', () => {
    const { blocks } = cardDocument(translator, card, { leftOut: ['語'] });
    expect(blocks.at(-1)).toMatchObject({ tone: 'warning' });
  });
});

describe('a size', () => {
  test.each([
    [0, 'kb', '1'],
    [1023, 'kb', '1'],
    [1536, 'kb', '2'],
    [1024 ** 2 - 1, 'kb', '1,024'],
    [1024 ** 2, 'mb', '1'],
    [1.44 * 1024 ** 2, 'mb', '1.4'],
    [9.94 * 1024 ** 2, 'mb', '9.9'],
    [10.4 * 1024 ** 2, 'mb', '10'],
    [1.4 * 1024 ** 3, 'gb', '1.4'],
  ] as const)('of %d bytes is in %s: %s', (bytes, unit, n) =>
    expect(sizeText(translator, bytes)).toBe(translator.say(translator.ui.export_check[unit], { n })),
  );
  test('has the decimal sign of its language', async () => {
    expect(sizeText(await aTranslator('fr'), 1.4 * 1024 ** 3)).toMatch(/^1,4/);
  });
});
