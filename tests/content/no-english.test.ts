// No sentence of English is left in another language, and no key shows where words should stand.
import { describe, expect, test } from 'vitest';
import { textsOf } from '../../scripts/content/check-wording';
import { guideSchema } from '../../src/content/schema';
import { REAL } from './contents';

const guide = guideSchema.parse(REAL.guide);
const english = new Map(textsOf(REAL.languages['en'], ''));
const others = Object.keys(REAL.languages).filter((tag) => tag !== 'en');

/** Words that hold English sentences together, and that no other language of the guide has. */
const ENGLISH =
  /(?<![\p{L}\p{N}’'-])(the|of|and|your|with|which|that|this|these|those|from|you|are|is|it|have|what|when|where|there|they|their|were|been|how|then|than|would|should|could|about|after|before|if|only|into|its)(?![\p{L}\p{N}’'-])/giu;

/** Texts that are the same in English and there, by place: what is left of them beside names is a word both have. */
const SAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'links.gpts': { de: 'GPTs and ChatGPT are names; “in” is German too' },
  'questions.uses.choices.siri.label': {
    de: 'ChatGPT and Siri are names; “in” is German too',
    it: 'ChatGPT and Siri are names; “in” is Italian too',
  },
  'steps.find-biller.ways.google.title': { de: 'Google Play is a name', it: 'Google Play is a name' },
  'steps.end-upi-mandate.ways.google-pay.title': { de: 'Google Pay is a name', it: 'Google Pay is a name' },
};

/** Who published a source may have an English name. Longest first, so that no piece of a name is left. */
const NAMES = [...new Set(Object.values(guide.sources).map(({ publisher }) => publisher))]
  .filter((name) => /\s/.test(name))
  .toSorted((one, other) => other.length - one.length);

/** The words of a text: without code, placeholders, addresses, quotations and names. */
function wordsIn(text: string): string {
  const bare = NAMES.reduce((rest, name) => rest.replaceAll(name, ' '), text)
    .replace(/`[^`]*`|https?:\S+|[“«„][^”»“]*[”»“]|"[^"]*"/g, ' ')
    .replace(/\{\w+\}/g, ' ')
    .replace(/\{\w+, (?:plural|select),/g, ' ')
    .replace(/(?:=\d+|\w+)\{/g, ' ');
  return bare.replace(/[{}#]/g, ' ');
}
const countOf = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length;

/** Sentences of `text` in which two words or more are English. */
const englishIn = (text: string): readonly string[] =>
  wordsIn(text)
    .split(/(?<=[.!?;:])\s/)
    .filter((sentence) => [...sentence.matchAll(ENGLISH)].length >= 2);

const textsIn = (lang: string): readonly (readonly [string, string])[] =>
  textsOf(REAL.languages[lang], '').filter(([where]) => !where.startsWith('language.'));

describe.each(others)('%s', (lang) => {
  test('no sentence is English', () => {
    const found = textsIn(lang).flatMap(([where, text]) => englishIn(text).map((sentence) => `${where}: ${sentence}`));
    expect(found).toEqual([]);
  });

  test('no text of three words or more is the English one, but for those with a reason', () => {
    const same = textsIn(lang)
      .filter(([where, text]) => english.get(where) === text && countOf(wordsIn(text)) >= 3)
      .map(([where]) => where);
    const allowed = Object.keys(SAME).filter((where) => SAME[where]?.[lang] !== undefined);
    expect(same.toSorted()).toEqual(allowed.toSorted());
  });

  test('no text is empty, or looks like a key', () => {
    const keys = new Set(english.keys());
    const odd = textsIn(lang).filter(
      ([, text]) =>
        text.trim() === '' ||
        keys.has(text.trim()) ||
        /\b(?:ui|steps|questions|claims|letters)\.[a-z]|(?<![\p{L}\w-])[a-z]+_[a-z_]+/u.test(wordsIn(text)),
    );
    expect(odd).toEqual([]);
  });
});

/** Countries and English words that stand in what a source is called: such a name is translated. */
const NAMED = [
  ...['DE', 'FR', 'CH', 'BR', 'GB', 'IE', 'ES', 'IT', 'PT', 'AT', 'US', 'IN', 'KR', 'PK', 'TR', 'EU'].map(
    (code) => new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code,
  ),
  'edition',
  'this',
  'at',
  'on',
];
const isTranslatable = (name: string): boolean => NAMED.some((word) => new RegExp(`(?<![.\\w])${word}\\b`).test(name));

test('a source that is called by words and no name has them in every language', () => {
  const sources = Object.entries(guide.sources);
  expect(sources.filter(([, { called }]) => called !== undefined).length).toBeGreaterThan(10);
  const left = sources.filter(
    ([, { publisher, called, unnamed, article }]) =>
      called === undefined && unnamed !== true && article === undefined && isTranslatable(publisher),
  );
  expect(left.map(([id]) => id)).toEqual([]);
  expect(['European Union', 'Reuters, at CNA', 'TechRadar (French edition)'].filter(isTranslatable)).toHaveLength(3);
});

describe('the looking itself', () => {
  test('almost every longer text of the English content is seen as English', () => {
    const long = textsIn('en').filter(([, text]) => countOf(wordsIn(text)) >= 12);
    const seen = long.filter(([, text]) => englishIn(text).length > 0);
    expect(long.length).toBeGreaterThan(500);
    expect(seen.length / long.length).toBeGreaterThan(0.75);
  });
  test.each(['Open the settings of your account.', 'Wähle das Konto. Then choose what you want from the list.'])(
    'finds %j',
    (text) => expect(englishIn(text)).toHaveLength(1),
  );
  test.each([
    'Laut The Verge und The Decoder.',
    'Nimm `end of the list` und „the end of it“.',
    'Was an Ihrem Ort gilt.',
  ])('lets %j be', (text) => expect(englishIn(text)).toEqual([]));
});
