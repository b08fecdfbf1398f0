// What other assistants take over: each thing with a file that can be made, a source, and lines that name the menu; no rank and no advice.
import { describe, expect, test } from 'vitest';
import { SAVE_FORMATS } from '../../src/cli/typed/options';
import { guideSchema } from '../../src/content/schema';
import { wordsSchema } from '../../src/content/words-schema';
import { problemsAfter, REAL } from './contents';
import type { Loose } from './contents';

const guide = guideSchema.parse(REAL.guide);
const languages = Object.entries(REAL.languages).map(([tag, words]) => [tag, wordsSchema.parse(words)] as const);
const taken = guide.alternatives.flatMap(({ id, takes }) => takes.map((one) => [id, one] as const));

/** Words that put one before another, or tell which to take. */
const RANKS: Readonly<Record<string, RegExp>> = {
  en: /\b(best|better|worst|worse|recommend\w*|advis\w*|should|favou?rite|leading|superior|safest|ideal|winner|popular)\b/i,
  de: /(?<!\p{L})(beste[nrsm]?|besser\p{L}*|schlecht\p{L}*|(?<!keine )empf[eoa]hl\p{L}*|empfiehl\p{L}*|sollte[nt]?|bevorzug\p{L}*|führend\p{L}*|überlegen\p{L}*|ideal\p{L}*|beliebt\p{L}*|rat(en|sam)?)(?!\p{L})/iu,
  es: /(?<!\p{L})(mejor(es)?|peor(es)?|recom\p{L}*|aconsej\p{L}*|consejos?|deberías?|preferi\p{L}*|líder(es)?|superior(es)?|ideal(es)?|popular(es)?)(?!\p{L})/iu,
  fr: /(?<!\p{L})(meilleure?s?|mieux|pire|recommand\p{L}*|conseill\p{L}*|préfér\p{L}*|idéal\p{L}*|devriez|leader|supérieur\p{L}*|populaires?)(?!\p{L})/iu,
  it: /(?<!\p{L})(miglior[ei]?|meglio|peggior[ei]?|peggio|raccomand\p{L}*|consigli\p{L}*|dovrest[ei]|preferi\p{L}*|leader|superior[ei]|ideal[ei]|popolar[ei])(?!\p{L})/iu,
  'pt-BR':
    /(?<!\p{L})(melhor(es)?|pior(es)?|recomend\p{L}*|aconselh\p{L}*|conselhos?|deveria\p{L}*|preferi\p{L}*|líder(es)?|superior(es)?|ideal|ideais|popular(es)?)(?!\p{L})/iu,
};

/** How “nothing is known” begins. */
const UNKNOWN: Readonly<Record<string, string>> = { en: 'Nothing is known.', fr: 'On ne sait rien.' };
const sentenceOf = (text: string): string => text.slice(0, text.indexOf('.') + 1);

test('all that were asked for are there', () =>
  expect(guide.alternatives.map(({ name }) => name)).toEqual([
    'Alpine',
    'Claude',
    'Confer',
    'DuckDuckGo (Duck.ai)',
    'Gemini',
    'Jan',
    'LibreChat',
    'LM Studio',
    'Lumo (Proton)',
    'Obsidian',
    'Open WebUI',
  ]));

test.each(taken)(
  '%s: what is taken over has a file that this program makes, or the ZIP, and a source with an address',
  (_id, one) => {
    expect([...SAVE_FORMATS, 'zip', 'memory']).toContain(one.with);
    expect(one.sources.some((id) => guide.sources[id]?.url !== undefined)).toBe(true);
  },
);

test('what only reads is no place to go on, and what takes nothing has no page of steps', () => {
  for (const { kind, takes } of guide.alternatives)
    expect(takes.every(({ id }) => (id === 'reading') === (kind === 'reader'))).toBe(true);
});

describe.each(languages)('%s', (tag, words) => {
  test('no word ranks, and none advises', () => {
    const said = JSON.stringify([words.alternatives, words.ui['move']]).replaceAll(
      /Being listed is no advice|Figurer ici n’est pas un conseil|Genannt zu sein ist kein Rat|Estar en la lista no es un consejo|Essere in elenco non è un consiglio|Estar na lista não é conselho/g,
      '',
    );
    const ranks = RANKS[tag] ?? expect.fail(`no list of the words that rank, in ${tag}`);
    expect(ranks.exec(said)?.[0]).toBeUndefined();
  });
  test('every menu of the path stands in the lines, so that nobody has to guess between them', () => {
    for (const [id, one] of taken) {
      const lines = words.alternatives[id]?.takes?.[one.id]?.do.join(' ') ?? '';
      for (const label of one.path ?? []) expect(lines, `${id} ${one.id}`).toContain(`{menu_${label}}`);
    }
  });
  test('what does not come along names GPTs and projects', () => {
    for (const { id, takes } of guide.alternatives)
      if (takes.length > 0) expect(words.alternatives[id]?.lost, id).toMatch(/GPTs?\b.*pro(je[ckt]|get|yect)/i);
  });
  test('where nothing is known, that is what is said, with the same words each time', () => {
    const nothing = words.alternatives['confer']?.imports ?? '';
    if (tag in UNKNOWN) expect(sentenceOf(nothing)).toBe(UNKNOWN[tag]);
    for (const { id, takes } of guide.alternatives)
      expect(words.alternatives[id]?.imports.startsWith(sentenceOf(nothing)), id).toBe(takes.length === 0);
  });
});

describe('the build refuses', () => {
  const claude = ({ guide: loose }: Loose): Loose => loose.alternatives.find(({ id }: Loose) => id === 'claude');
  test.each<[string, string, (content: Loose) => unknown]>([
    [
      'lines for something that is not taken over',
      'unused-words',
      ({ en }) => (en.alternatives.claude.takes.chats = { do: ['Do it.'] }),
    ],
    ['something taken over without lines', 'missing-words', ({ fr }) => delete fr.alternatives.claude.takes.memory],
    ['something taken over without what is lost', 'missing-words', ({ en }) => delete en.alternatives.claude.lost],
    ['a menu that is nowhere', 'label', (content) => (claude(content).takes[0].path = ['nowhere'])],
    ['a source that is nowhere', 'source', (content) => claude(content).takes[0].sources.push('my-uncle')],
    ['the same thing twice', 'unique', (content) => claude(content).takes.push(claude(content).takes[0])],
  ])('%s', (_what, rule, spoil) => expect(problemsAfter(spoil).map((one) => one.rule)).toContain(rule));
});
