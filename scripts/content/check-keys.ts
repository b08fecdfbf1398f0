// What is missing from or too much in the words of a language, held against the guide and the English files.
import type { WholeGuide } from '../../src/content/schema';
import type { RawWords } from '../../src/content/words-schema';
import { LETTER_KINDS } from '../../src/journey/letter';
import { USES } from '../../src/journey/profile';
import type { Problem } from './problem';

/** A folder that was copied and not yet given the name of its language. */
export function copiedNames(languages: Readonly<Record<string, RawWords>>): readonly Problem[] {
  return Object.entries(languages).flatMap(([tag, { language }]) => {
    const other = Object.keys(languages).find((one) => one !== tag && languages[one]?.language.name === language.name);
    return other === undefined || tag === 'en'
      ? []
      : [
          {
            rule: 'language-name',
            where: `${tag}/language.name`,
            what: `"${language.name}" is the name of ${other}: write what the language calls itself, and \`reviewed: false\` until a native reader has read all of it`,
          },
        ];
  });
}

/** Every id of the guide has its words, and no words are left over. */
export function checkKeys(tag: string, words: RawWords, guide: WholeGuide): Problem[] {
  const problems: Problem[] = [];
  const same = (where: string, wanted: readonly string[], given: readonly string[]): void => {
    for (const key of wanted)
      if (!given.includes(key))
        problems.push({
          rule: 'missing-words',
          where: `${tag}/${where}.${key}`,
          what: 'has no words in this language',
        });
    for (const key of given)
      if (!wanted.includes(key))
        problems.push({
          rule: 'unused-words',
          where: `${tag}/${where}.${key}`,
          what: 'is in no file of content/guide',
        });
  };
  same(
    'steps',
    guide.steps.map(({ id }) => id),
    Object.keys(words.steps),
  );
  same('links', Object.keys(guide.links), Object.keys(words.links));
  const named = Object.values(guide.sources).flatMap(({ called, titled }) => [called ?? [], titled ?? []].flat());
  same('sources', [...new Set(named)], Object.keys(words.sources));
  same(
    'claims',
    guide.claims.map(({ id }) => id),
    Object.keys(words.claims),
  );
  same(
    'campaign',
    guide.campaign.map(({ id }) => id),
    Object.keys(words.campaign),
  );
  same(
    'alternatives',
    guide.alternatives.map(({ id }) => id),
    Object.keys(words.alternatives),
  );
  for (const { id, takes } of guide.alternatives) {
    const own = words.alternatives[id];
    if (own === undefined) continue;
    same(
      `alternatives.${id}.takes`,
      takes.map((one) => one.id),
      Object.keys(own.takes ?? {}),
    );
    same(`alternatives.${id}`, takes.length === 0 ? [] : ['lost'], own.lost === undefined ? [] : ['lost']);
  }
  same('letters.kinds', LETTER_KINDS, Object.keys(words.letters.kinds));
  for (const { id, ...letter } of guide.letters)
    for (const part of ['grounds', 'notes', 'after'] as const)
      same(
        `letters.kinds.${id}.${part}`,
        letter[part].map((one) => one.id),
        Object.keys(words.letters.kinds[id]?.[part] ?? {}),
      );
  if (tag === 'en')
    for (const use of USES)
      if (
        words.questions['uses']?.choices[use] !== undefined &&
        words.questions['uses'].choices[use].otherwise === undefined
      )
        problems.push({
          rule: 'missing-words',
          where: `${tag}/questions.uses.choices.${use}.otherwise`,
          what: 'is said to people whose way out has no step about it',
        });
  for (const step of guide.steps) {
    const own = words.steps[step.id];
    if (own === undefined) continue;
    const where = `steps.${step.id}`;
    same(
      `${where}.ways`,
      step.ways.map(({ id }) => id),
      Object.keys(own.ways),
    );
    same(
      `${where}.stuck`,
      step.stuck.map(({ id }) => id),
      Object.keys(own.stuck),
    );
    same(
      `${where}.notes`,
      (step.notes ?? []).map(({ id }) => id),
      Object.keys(own.notes ?? {}),
    );
    same(
      `${where}.traps`,
      (step.traps ?? []).map(({ id }) => id),
      Object.keys(own.traps ?? {}),
    );
    for (const way of step.ways) {
      const words_ = own.ways[way.id];
      const end = way.path?.at(-1);
      if (words_ === undefined) continue;
      if (end === undefined && words_.last !== undefined)
        problems.push({
          rule: 'unused-words',
          where: `${tag}/${where}.ways.${way.id}.last`,
          what: 'belongs to a menu path, and there is none',
        });
      // Forms that show only the path would stop before the last click.
      if (end !== undefined && words_.last === undefined && !(words_.do.at(-1) ?? '').includes(`{menu_${end}}`))
        problems.push({
          rule: 'path-end',
          where: `${tag}/${where}.ways.${way.id}.last`,
          what: `the path ends at "${end}", and the lines go on: say in \`last\` what is left to do there`,
        });
    }
    same(
      `${where}`,
      [...(step.proof ? ['proof'] : []), ...(step.irreversible ? ['gate'] : [])],
      ['proof', 'gate'].filter((key) => key in own),
    );
    if (step.ways.length > 1)
      for (const [id, way] of Object.entries(own.ways))
        if (way.title === undefined)
          problems.push({
            rule: 'missing-words',
            where: `${tag}/${where}.ways.${id}.title`,
            what: 'is needed when a step has several ways',
          });
    if (/"unsure"|"charged":true/.test(JSON.stringify(step.when ?? '')) && own.onlyIf === undefined)
      problems.push({
        rule: 'missing-words',
        where: `${tag}/${where}.onlyIf`,
        what: 'is needed for a step shown to people who are not sure',
      });
  }
  return problems;
}

/** Parts of a step or a claim that need not be there: they are in every language, or in none. */
const OPTIONAL = /^(steps\.[^.]+\.different|claims\.[^.]+\.(established|note))$/;

/** The interface and the questions have the keys of the English files, and so have the optional parts of the rest. */
export function checkUiKeys(tag: string, words: RawWords, english: RawWords): Problem[] {
  const keys = (value: unknown, at: string): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, item]) => keys(item, `${at}.${key}`))
      : [at];
  // What is missing as a whole is reported by `checkKeys`.
  const inBoth = (key: string): boolean =>
    [words, english].every((one) =>
      (['steps', 'claims'] as const).some(
        (file) => (key.split('.')[1] ?? '') in one[file] && key.startsWith(`${file}.`),
      ),
    );
  const optionalKeys = (one: RawWords): string[] =>
    [...keys(one.steps, 'steps'), ...keys(one.claims, 'claims')].filter((key) => OPTIONAL.test(key) && inBoth(key));
  const [given, wanted] = [words, english].map(
    (one) =>
      new Set([
        ...keys(one.ui, 'ui'),
        ...keys(one.questions, 'questions'),
        ...keys(one.letters, 'letters'),
        ...optionalKeys(one),
      ]),
  ) as [Set<string>, Set<string>];
  return [
    ...[...wanted]
      .filter((key) => !given.has(key))
      .map((key) => ({ rule: 'missing-words', where: `${tag}/${key}`, what: 'has no words in this language' })),
    ...[...given]
      .filter((key) => !wanted.has(key))
      .map((key) => ({ rule: 'unused-words', where: `${tag}/${key}`, what: 'is not in the English file' })),
  ];
}
