// What is wrong with the guide's own ids, sources, facts and dates: what points nowhere, stands twice or rests on nothing.
import { refusalOf } from '../../src/content/hosts';
import type { WholeGuide } from '../../src/content/schema';
import type { Problem } from './problem';

/** Ids and sources that point nowhere or stand twice, addresses that may not be opened, and facts that nothing rests on. */
export function checkReferences(guide: WholeGuide): Problem[] {
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
  for (const file of ['steps', 'claims', 'campaign', 'alternatives', 'plans', 'billers', 'places', 'letters'] as const)
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
      if (way.link !== undefined && way.link !== 'none' && guide.links[way.link] === undefined)
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
  for (const letter of guide.letters)
    for (const part of ['grounds', 'notes', 'after'] as const) {
      unique(`letters.${letter.id}.${part}`, letter[part]);
      for (const { id, facts } of letter[part])
        for (const fact of facts) {
          used.add(fact);
          if (guide.facts[fact] === undefined)
            report('fact', `letters.${letter.id}.${part}.${id}`, `fact "${fact}" is not in facts.yaml`);
        }
    }
  for (const file of ['recipients', 'authorities'] as const)
    for (const [id, { sources }] of Object.entries(guide[file])) cite(`${file}.${id}`, sources);
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
    unique(`alternatives.${one.id}.takes`, one.takes);
    for (const { id, path = [], sources } of one.takes) {
      const where = `alternatives.${one.id}.takes.${id}`;
      cite(where, sources);
      for (const label of path)
        if (guide.menuLabels[label] === undefined)
          report('label', where, `label "${label}" is not in menu-labels.yaml`);
    }
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

/** Dates after `today` (YYYY-MM-DD). */
export function checkDates(guide: WholeGuide, today: string): Problem[] {
  const listed = (
    ['steps', 'claims', 'campaign', 'alternatives', 'plans', 'billers', 'places', 'letters'] as const
  ).flatMap((file) => guide[file].map(({ id, checked }) => [`${file}.${id}`, checked] as const));
  const linked = (['links', 'facts', 'recipients', 'authorities'] as const).flatMap((file) =>
    Object.entries(guide[file]).map(([id, { checked }]) => [`${file}.${id}`, checked] as const),
  );
  const priced = guide.prices.map(({ plan, currency, checked }) => [`prices.${plan}.${currency}`, checked] as const);
  const sourced = Object.entries(guide.sources).map(([id, { date }]) => [`sources.${id}`, date] as const);
  return [...listed, ...linked, ...priced, ...sourced]
    .filter(([, date]) => date > today)
    .map(([where, date]) => ({ rule: 'future', where, what: `${date} has not come yet` }));
}
