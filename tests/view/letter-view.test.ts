// Every letter for everybody: whole, filled in or visibly blank, and honest about the right it rests on.
import { describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { lettersGuide } from '../../src/content/compiled/letters';
import type { Profile } from '../../src/journey/profile';
import { LETTER_KINDS } from '../../src/journey/letter';
import type { LetterKind } from '../../src/journey/letter';
import { FORMATS, renderAs } from '../../src/render/formats';
import { plainStyle } from '../../src/render/style';
import { BLANK } from '../../src/view/letter-text';
import { emptyPlacesOf, leftoversIn } from '../journeys/printed';
import { aDay } from '../support/builders';
import { aLetter, aVoice, FIELDS, LANGUAGES, LIVES, PROFILE } from '../support/letters';
import { flat } from '../support/frames';

const EVERY = LETTER_KINDS.flatMap((kind) => LANGUAGES.map((lang) => ({ kind, lang })));
/** What a letter leaves blank even when all is given: it is never asked for. */
const BY_HAND: Readonly<Partial<Record<LetterKind, number>>> = {
  withdrawal: 2,
  refund: 1,
  'charged-after': 1,
  bank: 2,
};
/** What must be said in so many words, in each language that somebody has read for it. */
const WORDING: Readonly<Record<string, { readonly advice: RegExp; readonly card: RegExp }>> = {
  de: { advice: /keine Rechtsberatung/, card: /Beides gilt nicht für eine Verlängerung per Karte/ },
  en: { advice: /no legal advice/, card: /Neither covers a renewal by card/ },
  es: { advice: /no asesoramiento jurídico/, card: /Ningun[oa] .*cubre una renovación con tarjeta/ },
  fr: { advice: /conseil juridique/, card: /Ni .* par carte/ },
  it: { advice: /non una consulenza legale/, card: /Nessuna delle due regole vale per un rinnovo con carta/ },
  'pt-BR': { advice: /não orientação jurídica/, card: /Nenhuma? d[oa]s (dois|duas) cobre uma renovação no cartão/ },
};
const BILLED: readonly Profile[] = [
  {},
  { billedBy: ['openai'] },
  { billedBy: ['apple'] },
  { billedBy: ['google'] },
  { billedBy: ['apple', 'openai'] },
  { billedBy: ['partner'] },
  { billedBy: ['organization'], plan: 'business' },
  { billedBy: [], plan: 'free' },
];
type Result = Readonly<Record<string, unknown>> & {
  readonly text: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly sources: readonly { readonly date: string }[];
};
const resultOf = async (...asked: Parameters<typeof aLetter>): Promise<Result> =>
  (await aLetter(...asked)).document.result as Result;

describe.each(EVERY)('$kind in $lang', ({ kind, lang }) => {
  test.each(LIVES)('for somebody in %s has nothing empty and nothing unfilled in any form', async (region) => {
    for (const billed of BILLED) {
      for (const fields of [{}, FIELDS]) {
        const { document, notes, mail } = await aLetter(kind, lang, {
          profile: { ...(fields === FIELDS ? PROFILE : {}), ...billed, region },
          fields,
        });
        expect(document.lang).toBe(lang);
        expect([...emptyPlacesOf(document), ...emptyPlacesOf(notes)]).toEqual([]);
        expect(leftoversIn(mail.text.replaceAll(BLANK, ''))).toEqual([]);
        expect(mail.text).not.toMatch(/\n{3}|^\s|\bundefined\b/);
        const text = await renderAs('text', document, { columns: 80, style: plainStyle });
        expect(leftoversIn(text.replaceAll(BLANK, ''))).toEqual([]);
      }
    }
  });

  test.each(FORMATS)('is whole as %s', async (format) => {
    for (const region of LIVES) {
      const { document } = await aLetter(kind, lang, {
        profile: { ...PROFILE, region },
        fields: FIELDS,
        country: 'fr',
      });
      const text = await renderAs(format, document, { columns: 80, style: plainStyle });
      expect(text).not.toMatch(/\bundefined\b|\[object|\bNaN\b/);
    }
  });

  test('leaves a visible blank where nothing is known, and only what is written by hand where all is', async () => {
    const blanks = (text: string): number => text.split(BLANK).length - 1;
    const [nothing, all] = await Promise.all([
      aLetter(kind, lang, { profile: { region: 'eea' } }),
      aLetter(kind, lang, { profile: { ...PROFILE, region: 'eea' }, fields: FIELDS }),
    ]);
    const text = ({ document }: typeof all): string => String((document.result as Record<string, unknown>)['text']);
    expect(blanks(text(nothing))).toBeGreaterThan(blanks(text(all)));
    expect(blanks(text(all))).toBe(BY_HAND[kind] ?? 0);
    expect(text(all)).toContain('Ana Müller');
  });

  test('says that it is no legal advice, in the draft too', async () => {
    const { document, mail } = await aLetter(kind, lang);
    const { translator, words } = await aVoice(lang);
    const page = await renderAs('text', document, { columns: 80, style: plainStyle });
    expect(flat(page)).toContain(flat(translator.say(words.common.no_advice)));
    expect(mail.text.split('\n')[0]).toBe(translator.say(words.common.draft));
  });

  test('names its sources, each with its day', async () => {
    const { sources } = await resultOf(kind, lang, { profile: { region: 'eea' } });
    expect(sources.length).toBeGreaterThan(0);
    for (const { date } of sources) expect(date).toMatch(/^\d{4}(-\d\d){0,2}$/);
  });

  test('is in the person’s language, and in English below it once', async () => {
    const { mail, document } = await aLetter(kind, lang);
    expect(mail.langs).toEqual(lang === 'en' ? ['en'] : [lang, 'en']);
    const parts = document.blocks.filter((block) => block.kind === 'part');
    expect(parts.map((part) => part.lang)).toEqual(lang === 'en' ? [] : ['en']);
  });
});

describe('the right that a letter rests on', () => {
  test.each([
    ['erasure', 'eea', 'gdpr', true],
    ['erasure', 'uk', 'uk-gdpr', true],
    ['erasure', 'switzerland', 'fadp', true],
    ['erasure', 'brazil', 'lgpd', true],
    ['erasure', 'us', 'us', false],
    ['erasure', 'india', 'elsewhere', false],
    ['erasure', 'unsure', 'unsure', false],
    ['access', 'eea', 'gdpr', true],
    ['access', 'turkey', 'elsewhere', false],
    ['withdrawal', 'eea', 'terms', true],
    ['withdrawal', 'switzerland', 'terms', true],
    ['withdrawal', 'uk', 'terms', true],
    ['withdrawal', 'brazil', 'cdc', true],
    ['withdrawal', 'turkey', 'help-page', true],
    ['withdrawal', 'us', 'elsewhere', false],
    ['withdrawal', 'unsure', 'unsure', false],
    ['refund', 'eea', 'within', false],
    ['refund', 'unsure', 'unsure', false],
    ['refund', 'us', 'elsewhere', false],
    ['bank', 'eea', 'eea', false],
    ['employer', 'eea', 'gdpr', true],
  ] as const)('%s in %s is %s', async (kind, region, right, applies) => {
    expect(await resultOf(kind, 'en', { profile: { region, billedBy: ['openai'] } })).toMatchObject({ right, applies });
  });

  test('names no law of the EEA in a letter from elsewhere', async () => {
    for (const kind of LETTER_KINDS)
      for (const region of LIVES.filter((one) => one !== 'eea' && one !== 'uk'))
        expect((await resultOf(kind, 'en', { profile: { region } })).text, `${kind} ${region}`).not.toMatch(/GDPR/);
  });

  test.each(['withdrawal', 'refund', 'charged-after'] as const)('what Apple charged is Apple’s: %s', async (kind) => {
    const profile: Profile = { region: 'eea', billedBy: ['apple'] };
    const { right, before } = await resultOf(kind, 'en', { profile });
    expect(right).toBe('apple');
    expect(before.join(' ')).toContain('https://reportaproblem.apple.com');
  });

  test.each([
    ['eea', '2026-11-22', '2026-12-06', true],
    ['eea', '2026-11-08', '2026-11-22', true],
    ['eea', '2026-11-07', '2026-11-21', false],
    ['brazil', '2026-11-15', '2026-11-22', true],
    ['brazil', '2026-11-14', '2026-11-21', false],
  ] as const)('a purchase in %s on %s can be taken back until %s', async (region, on, until, applies) => {
    const profile: Profile = { region, billedBy: ['openai'], chargedOn: aDay(on) };
    const { text, ...result } = await resultOf('withdrawal', 'en', { profile });
    expect(result).toMatchObject({ until, applies });
    // Once the time is over, the letter does not say that it is kept.
    expect(/I withdraw within/.test(text)).toBe(applies);
  });

  test('neither 13 months nor 8 weeks covers a renewal by card: every letter to a bank says so', async () => {
    for (const lang of LANGUAGES) {
      const { translator, words } = await aVoice(lang);
      const notes = Object.values(words.kinds['bank']?.grounds ?? {}).map(({ note }) => translator.say(note ?? ''));
      for (const region of LIVES) {
        const { before } = await resultOf('bank', lang, { profile: { region } });
        expect(notes, `${lang} ${region}`).toContain(before[0]);
        if (lang in WORDING) expect(before[0]).toMatch(WORDING[lang]?.card ?? /^$/);
      }
    }
  });

  test.each(Object.entries(WORDING))('in %s the words for “no legal advice” are these', async (lang, { advice }) => {
    const { translator, words } = await aVoice(lang);
    for (const message of [words.common.no_advice, words.common.draft]) expect(translator.say(message)).toMatch(advice);
  });
});

describe('the complaint', () => {
  const EEA = Object.keys(lettersGuide.authorities).filter((code) => code !== 'gb' && code !== 'ch');

  test('has an authority for the 27 and the 3, each with a page', () => {
    expect(EEA).toHaveLength(30);
    expect(new Set(Object.values(lettersGuide.authorities).map(({ url }) => url)).size).toBe(32);
  });

  test.each(EEA)('in %s goes to its own authority, a month after', async (country) => {
    const result = await resultOf('erasure', 'en', { profile: { region: 'eea' }, country });
    expect(result).toMatchObject({ answerBy: '2026-12-22', authority: { country } });
    expect(result.after.join(' ')).toContain(lettersGuide.authorities[country]?.url);
  });

  test('in the UK and in Switzerland it needs no country', async () => {
    for (const [region, country] of [
      ['uk', 'gb'],
      ['switzerland', 'ch'],
    ] as const)
      expect(await resultOf('access', 'en', { profile: { region } })).toMatchObject({ authority: { country } });
  });

  test('without a country says how to name it, and elsewhere names none', async () => {
    const { after } = await resultOf('erasure', 'en', { profile: { region: 'eea' } });
    expect(after.join(' ')).toContain('--country');
    for (const region of ['us', 'india', 'turkey', 'elsewhere'] as const)
      expect((await resultOf('erasure', 'en', { profile: { region } }))['authority']).toBeUndefined();
  });
});

test('what only the letters rest on is not loaded with the guide, and they have all that they name', () => {
  const named = new Set(
    [
      ...Object.values(lettersGuide.facts),
      ...Object.values(lettersGuide.recipients),
      ...Object.values(lettersGuide.authorities),
    ].flatMap(({ sources }) => sources),
  );
  expect(Object.keys(lettersGuide.sources).sort()).toEqual([...named].sort());
  for (const id of ['gdpr', 'lgpd', 'dpa-directory']) expect(guide.sources[id]).toBeUndefined();
  for (const id of ['gdpr-erasure', 'withdrawal-longer']) expect(guide.facts[id]).toBeUndefined();
  for (const { grounds, notes, after } of lettersGuide.letters)
    for (const { facts } of [...grounds, ...notes, ...after])
      for (const fact of facts) expect(lettersGuide.facts[fact], fact).toBeDefined();
});

test('only requests about data go to OpenAI’s address for them', async () => {
  for (const kind of LETTER_KINDS)
    expect((await aLetter(kind, 'en')).mail.to).toBe(
      kind === 'erasure' || kind === 'access' ? 'dsar@openai.com' : undefined,
    );
});
