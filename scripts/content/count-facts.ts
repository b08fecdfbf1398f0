// Counts the sentences of fact in the content, with what stands behind each: a source, an address, and the age of the newest text.
import type { GuideStep, WholeGuide } from '../../src/content/schema';
import type { RawWords } from '../../src/content/words-schema';
import type { CivilDate } from '../../src/journey/dates';
import { newestText, textAge } from '../../src/journey/text-age';
import type { CheckedContent } from './compile-content';

/** Texts that rest on the same sources. */
type Sourced = { readonly file: string; readonly texts: readonly string[]; readonly sources: readonly string[] };

/** The last day of each group of ages, from the newest on; what is older comes after them, and then what has no closer date than a year. */
export const AGES = [30, 60, 120] as const;

/** `ages` has a number for each of `AGES`, one for what is older and one for undated. */
export type FactCount = {
  readonly file: string;
  readonly sentences: number;
  readonly sourced: number;
  readonly addressed: number;
  readonly ages: readonly number[];
};

/** One row a file of the guide, counted in the words of one language. */
export function countFacts({ guide, languages }: CheckedContent, lang: string, today: CivilDate): readonly FactCount[] {
  const words = languages[lang];
  if (words === undefined) throw new Error(`there is no language "${lang}"`);
  const all = factsOf(guide, words);
  return [...new Set(all.map(({ file }) => file))].map((file) => {
    const count = {
      file,
      sentences: 0,
      sourced: 0,
      addressed: 0,
      ages: Array.from({ length: AGES.length + 2 }, () => 0),
    };
    for (const { texts, sources: ids } of all.filter((one) => one.file === file)) {
      const sentences = texts.flatMap(sentencesOf).length;
      const sources = ids.flatMap((id) => guide.sources[id] ?? []);
      count.sentences += sentences;
      if (sources.length > 0) count.sourced += sentences;
      if (sources.some(({ article, url }) => (article ?? url) !== undefined)) count.addressed += sentences;
      const newest = newestText(sources);
      if (newest === undefined) continue;
      const age = textAge(newest, today);
      const place = newest.date.includes('-') ? AGES.filter((days) => days < age).length : AGES.length + 1;
      count.ages[place] = (count.ages[place] ?? 0) + sentences;
    }
    return count;
  });
}

/** Every text that states a fact. A further file of facts is one more line here. */
function factsOf(guide: WholeGuide, words: RawWords): readonly Sourced[] {
  return [
    ...guide.steps.flatMap((step) => factsOfStep(guide, step, words)),
    ...guide.claims.flatMap(({ id, said, established = [], answered }): readonly Sourced[] => {
      const own = words.claims[id];
      const known = [
        ...(own?.established === undefined ? [] : [own.established]),
        ...(own?.note === undefined ? [] : [own.note]),
      ];
      return own === undefined
        ? []
        : [
            { file: 'claims', texts: [own.claim], sources: said },
            { file: 'claims', texts: known, sources: established },
            { file: 'claims', texts: [own.answer], sources: answered },
          ];
    }),
    ...guide.campaign.map(({ id, sources }): Sourced => ({
      file: 'campaign',
      texts: [words.campaign[id] ?? ''],
      sources,
    })),
    ...guide.letters.flatMap(({ id, ...letter }) =>
      (['grounds', 'notes', 'after'] as const).flatMap((part) =>
        letter[part].map((one): Sourced => {
          const text = words.letters.kinds[id]?.[part][one.id];
          return {
            file: 'letters',
            texts: typeof text === 'string' ? [text] : text === undefined ? [] : [text.note],
            sources: one.facts.flatMap((fact) => guide.facts[fact]?.sources ?? []),
          };
        }),
      ),
    ),
    ...guide.alternatives.flatMap(({ id, takes, sources }): readonly Sourced[] => {
      const own = words.alternatives[id];
      return [
        { file: 'alternatives', texts: [own?.about ?? '', own?.imports ?? '', own?.lost ?? ''], sources },
        ...takes.map((one): Sourced => ({
          file: 'alternatives',
          texts: own?.takes?.[one.id]?.do ?? [],
          sources: one.sources,
        })),
      ];
    }),
  ];
}

/** The sentences of a step: those that name facts rest on the sources of these, the others on those of the step. */
function factsOfStep(guide: WholeGuide, step: GuideStep, words: RawWords): readonly Sourced[] {
  const own = words.steps[step.id];
  if (own === undefined) return [];
  const by = (texts: readonly string[], facts: readonly string[] | undefined): Sourced =>
    facts === undefined
      ? { file: 'steps, by the step', texts, sources: step.sources }
      : { file: 'steps, by a fact', texts, sources: facts.flatMap((id) => guide.facts[id]?.sources ?? []) };
  return [
    by([own.why], step.facts?.why),
    by([own.worked], step.facts?.worked),
    by(own.different ?? [], step.facts?.different),
    by([...(own.gate?.goes ?? []), ...(own.gate?.stays ?? [])], step.facts?.gate),
    ...(step.notes ?? []).map(({ id, facts }) => by([own.notes?.[id] ?? ''], facts)),
    ...(step.traps ?? []).map(({ id, facts }) => by([own.traps?.[id] ?? ''], facts)),
  ];
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?…])[\s\u00A0\u202F]+/u).filter((sentence) => sentence.trim() !== '');
}
