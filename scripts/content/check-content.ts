// Says everything that is wrong with the content: shapes, ids that point nowhere, missing words. One Problem a finding.
import { refusalOf } from '../../src/content/hosts';
import { guideSchema } from '../../src/content/schema';
import { wordsSchema } from '../../src/content/words-schema';
import type { WholeGuide } from '../../src/content/schema';
import type { RawWords } from '../../src/content/words-schema';
import { USES } from '../../src/journey/profile';
import { checkFit, checkHeadlines } from './check-fit';
import { checkWording, ODD, textsOf } from './check-wording';
import type { CheckedContent } from './compile-content';
import type { Problem } from './problem';
import type { RawContent } from './read-content';

/** The checked content, or the problems. `today` (YYYY-MM-DD): no date may lie after it. */
export function checkContent(
  raw: RawContent,
  today: string,
):
  | { readonly ok: true; readonly content: CheckedContent }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const guide = guideSchema.safeParse(raw.guide);
  const shapes: Problem[] = guide.success ? [] : issuesOf('guide', guide.error.issues);
  const languages: Record<string, RawWords> = {};
  for (const [tag, files] of Object.entries(raw.languages)) {
    const words = wordsSchema.safeParse(files);
    if (words.success) languages[tag] = words.data;
    else shapes.push(...issuesOf(tag, words.error.issues, files));
  }
  if (raw.languages['en'] === undefined)
    shapes.push({ rule: 'english', where: 'en', what: 'English is the reference and has to be there' });
  if (!guide.success || shapes.length > 0) return { ok: false, problems: shapes };

  const english = languages['en'] as RawWords;
  const problems = [
    ...checkReferences(guide.data),
    ...checkDates(guide.data, today),
    ...checkHeadlines(guide.data),
    ...textsOf(guide.data, '')
      .filter(([, text]) => ODD.test(text))
      .map(([where, text]) => ({ rule: 'character', where, what: `holds a character nobody can see: ${text}` })),
    ...copiedNames(languages),
    ...Object.entries(languages).flatMap(([tag, words]) => [
      ...checkKeys(tag, words, guide.data),
      ...checkUiKeys(tag, words, english),
      ...checkWording(tag, words, guide.data, english),
      ...checkFit(tag, words, guide.data),
    ]),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, content: { guide: guide.data, languages } };
}

/** A folder that was copied and not yet given the name of its language. */
function copiedNames(languages: Readonly<Record<string, RawWords>>): readonly Problem[] {
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

function issuesOf(
  where: string,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  files?: Readonly<Record<string, unknown>>,
): Problem[] {
  const isMissing = ([file, ...inside]: readonly PropertyKey[]): boolean =>
    file !== undefined && inside.length === 0 && files !== undefined && !(String(file) in files);
  return issues.map(({ path, message }) => ({
    rule: 'shape',
    where: [where, ...path.map(String)].join('.'),
    what: isMissing(path) ? `content/${where} lacks this file; content/en has it` : message,
  }));
}

function checkReferences(guide: WholeGuide): Problem[] {
  const problems: Problem[] = [];
  const report = (rule: string, where: string, what: string): void => void problems.push({ rule, where, what });
  const cite = (where: string, ids: readonly string[]): void => {
    for (const id of ids)
      if (guide.sources[id] === undefined) report('source', where, `source "${id}" is not in sources.yaml`);
  };
  const unique = (where: string, list: readonly { readonly id: string }[]): void => {
    const ids = list.map(({ id }) => id);
    for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) !== index)))
      report('unique', `${where}.${id}`, 'this id stands twice');
  };
  for (const file of ['steps', 'claims', 'campaign', 'alternatives', 'plans', 'billers', 'places'] as const)
    unique(file, guide[file]);
  const byId = new Map(guide.steps.map((step) => [step.id, step]));
  let inCircle = false;
  for (const step of guide.steps) {
    const where = `steps.${step.id}`;
    for (const part of ['ways', 'stuck', 'notes', 'traps'] as const) unique(`${where}.${part}`, step[part] ?? []);
    for (const id of step.after ?? [])
      if (!byId.has(id)) report('order', where, `"${id}", which comes first, is no step`);
    if (!inCircle && comesBefore(byId, step.id, step.id)) {
      inCircle = true;
      report('order', where, 'it would have to come before itself');
    }
    checkFacts(guide, step, report);
    if (step.link !== undefined && guide.links[step.link] === undefined)
      report('link', where, `link "${step.link}" is not in links.yaml`);
    for (const way of step.ways)
      if (way.link !== undefined && guide.links[way.link] === undefined)
        report('link', `${where}.${way.id}`, `link "${way.link}" is not in links.yaml`);
    for (const way of step.ways)
      for (const id of way.path ?? [])
        if (guide.menuLabels[id] === undefined)
          report('label', `${where}.${way.id}`, `label "${id}" is not in menu-labels.yaml`);
    cite(where, step.sources);
  }
  const used = new Set(
    guide.steps.flatMap(({ notes = [], traps = [], facts = {} }) => [
      ...[...notes, ...traps].flatMap((one) => one.facts ?? []),
      ...Object.values(facts).flat(),
    ]),
  );
  for (const [id, fact] of Object.entries(guide.facts)) {
    cite(`facts.${id}`, fact.sources);
    if (!used.has(id)) report('unused-fact', `facts.${id}`, 'no sentence rests on it');
  }
  for (const [id, link] of Object.entries(guide.links)) {
    const refusal = refusalOf(link.url);
    if (refusal !== undefined) report('host', `links.${id}`, `${link.url}: ${refusal}`);
    cite(`links.${id}`, link.sources);
  }
  for (const [id, label] of Object.entries(guide.menuLabels)) {
    cite(`menu-labels.${id}`, label.sources);
    for (const [tag, translation] of Object.entries(label.translations ?? {}))
      cite(`menu-labels.${id}.${tag}`, translation.sources);
  }
  for (const claim of guide.claims)
    cite(`claims.${claim.id}`, [...claim.said, ...(claim.established ?? []), ...claim.answered]);
  for (const one of guide.campaign) cite(`campaign.${one.id}`, one.sources);
  for (const one of guide.alternatives) {
    cite(`alternatives.${one.id}`, one.sources);
    if (one.link !== undefined && guide.links[one.link] === undefined)
      report('link', `alternatives.${one.id}`, `link "${one.link}" is not in links.yaml`);
  }
  for (const one of [...guide.plans, ...guide.billers]) cite(one.id, one.sources);
  for (const [tag, language] of Object.entries(guide.readingWords.languages)) {
    for (const group of ['billing', 'renews', 'stopped', 'ends', 'deleted'] as const)
      for (const { sources } of language[group]) cite(`reading-words.${tag}.${group}`, sources ?? []);
  }
  for (const price of guide.prices) cite(`prices.${price.plan}.${price.currency}`, price.sources);
  for (const place of guide.places) {
    cite(`places.${place.id}`, place.sources);
    if (place.sources.length === 0 && (place.limit ?? place.titleLimit ?? place.compose) !== undefined)
      report('source', `places.${place.id}`, 'a limit or a page has a source');
    const refusal = place.compose === undefined ? undefined : refusalOf(place.compose.url);
    if (refusal !== undefined) report('host', `places.${place.id}`, `${place.compose?.url ?? ''}: ${refusal}`);
  }
  return problems;
}

/** Whether `id` has to come before `after`, at once or by the way of others. */
function comesBefore(steps: ReadonlyMap<string, WholeGuide['steps'][number]>, id: string, after: string): boolean {
  const seen = new Set<string>();
  const waiting = [...(steps.get(after)?.after ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(steps.get(next)?.after ?? []));
  }
  return false;
}

/** What costs money or chats, deletes or cancels rests on a fact, and the step names a source of it. */
function checkFacts(
  guide: WholeGuide,
  step: WholeGuide['steps'][number],
  report: (rule: string, where: string, what: string) => void,
): void {
  const carry = (where: string, facts: readonly string[]): void => {
    for (const id of facts) {
      const fact = guide.facts[id];
      if (fact === undefined) report('fact', where, `fact "${id}" is not in facts.yaml`);
      else if (!fact.sources.some((source) => step.sources.includes(source)))
        report('carried', where, `no source of the step carries "${id}" (${fact.sources.join(', ')})`);
    }
  };
  for (const part of ['notes', 'traps'] as const) {
    for (const { id, weight, facts } of step[part] ?? []) {
      if (weight !== 'plain' && facts === undefined)
        report('uncited', `steps.${step.id}.${part}.${id}`, `weighs ${weight} and names no fact`);
      carry(`steps.${step.id}.${part}.${id}`, facts ?? []);
    }
  }
  for (const [part, facts] of Object.entries(step.facts ?? {})) carry(`steps.${step.id}.facts.${part}`, facts);
  if (step.irreversible === true && step.facts?.gate === undefined)
    report('uncited', `steps.${step.id}.facts.gate`, 'what goes and what stays names no fact');
  if ((step.stopsBilling !== undefined || step.deletesAccount === true) && step.facts?.worked === undefined)
    report('uncited', `steps.${step.id}.facts.worked`, 'how to know that it worked names no fact');
}

function checkDates(guide: WholeGuide, today: string): Problem[] {
  const listed = (['steps', 'claims', 'campaign', 'alternatives', 'plans', 'billers', 'places'] as const).flatMap(
    (file) => guide[file].map(({ id, checked }) => [`${file}.${id}`, checked] as const),
  );
  const linked = (['links', 'facts'] as const).flatMap((file) =>
    Object.entries(guide[file]).map(([id, { checked }]) => [`${file}.${id}`, checked] as const),
  );
  const priced = guide.prices.map(({ plan, currency, checked }) => [`prices.${plan}.${currency}`, checked] as const);
  const sourced = Object.entries(guide.sources).map(([id, { date }]) => [`sources.${id}`, date] as const);
  return [...listed, ...linked, ...priced, ...sourced]
    .filter(([, date]) => date > today)
    .map(([where, date]) => ({ rule: 'future', where, what: `${date} has not come yet` }));
}

/** Every id of the guide has its words, and no words are left over. */
function checkKeys(tag: string, words: RawWords, guide: WholeGuide): Problem[] {
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
function checkUiKeys(tag: string, words: RawWords, english: RawWords): Problem[] {
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
  const [given, wanted] = [words, english].map((one) => [
    ...keys(one.ui, 'ui'),
    ...keys(one.questions, 'questions'),
    ...optionalKeys(one),
  ]) as [string[], string[]];
  return [
    ...wanted
      .filter((key) => !given.includes(key))
      .map((key) => ({ rule: 'missing-words', where: `${tag}/${key}`, what: 'has no words in this language' })),
    ...given
      .filter((key) => !wanted.includes(key))
      .map((key) => ({ rule: 'unused-words', where: `${tag}/${key}`, what: 'is not in the English file' })),
  ];
}
