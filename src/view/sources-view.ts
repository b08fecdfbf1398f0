// Where a step comes from: who published what it rests on, how new the newest of it is, and the day of the comparison.
import type { Source } from '../content/schema';
import type { CivilDate } from '../journey/dates';
import type { JourneyStep } from '../journey/journey';
import { isOldText, newestText } from '../journey/text-age';
import type { DatedText } from '../journey/text-age';
import type { Block, Json } from './document';
import { paragraph } from './document';
import { publisherOf, titleOf } from './source-lines';
import type { Translator } from './translator';

/** What names its sources and was compared with them. */
type Sourced = { readonly sources: readonly string[]; readonly checked: string };

/** The sources of a step as this person meets it: without those that stand only behind notes and traps of others. */
export function sourcesHere(
  { catalogue: { guide } }: Translator,
  { step, notes, traps }: Pick<JourneyStep, 'step' | 'notes' | 'traps'>,
): Sourced {
  const behind = (remarks: JourneyStep['traps']): readonly string[] =>
    remarks.flatMap(({ facts = [] }) => facts).flatMap((fact) => guide.facts[fact]?.sources ?? []);
  const shown = new Set([
    ...behind([...notes, ...traps]),
    ...Object.values(step.facts ?? {})
      .flat()
      .flatMap((fact) => guide.facts[fact]?.sources ?? []),
  ]);
  const all = new Set(behind([...(step.notes ?? []), ...(step.traps ?? [])]));
  return { sources: step.sources.filter((id) => shown.has(id) || !all.has(id)), checked: step.checked };
}

/** The last lines of a step: a warning when its newest text is old, then its sources. */
export function sourceBlocks(translator: Translator, of: Sourced, today: CivilDate): readonly Block[] {
  return [...oldTextBlocks(translator, of, today), paragraph(sourcesText(translator, of), 'quiet')];
}

/** One sentence of warning when even the newest text is old on this day. */
export function oldTextBlocks(translator: Translator, of: Sourced, today: CivilDate): readonly Block[] {
  const newest = newestText(sourcesOf(translator, of));
  return newest !== undefined && isOldText(newest, today)
    ? [paragraph(translator.say(translator.ui.common.old_text, { newest: dateOfText(translator, newest) }), 'warning')]
    : [];
}

/** The same for programs. */
export function sourcesResult(
  translator: Translator,
  of: Sourced,
  today: CivilDate,
): { readonly [key: string]: Json | undefined } {
  const sources = sourcesOf(translator, of);
  const newest = newestText(sources);
  return {
    checked: of.checked,
    newestText: newest?.date,
    old: newest === undefined || isOldText(newest, today),
    sources: sourcesText(translator, of),
    texts: sources.map((source) => ({
      publisher: source.publisher,
      title: source.title,
      article: source.article,
      url: addressOf(source),
      date: source.date,
      since: source.since,
      secondHand: source.secondHand,
    })),
  };
}

/** Where a source can be read. Help pages are linked by number: the words in their address change often, the number does not. */
function addressOf({ article, url }: Source): string | undefined {
  return url ?? (article === undefined ? undefined : `https://help.openai.com/articles/${article}`);
}

/** "OpenAI Help Center 7232927, 12362718 · Apple Support (Article 118428) · newest text … · compared …". */
function sourcesText(translator: Translator, of: Sourced): string {
  const sources = sourcesOf(translator, of);
  const newest = newestText(sources);
  return translator.say(translator.ui.common.sources, {
    list: namesOf(translator, sources).join(' · '),
    newest: newest === undefined ? '' : dateOfText(translator, newest),
    date: translator.day(of.checked),
  });
}

/** Help pages by number, then every other publisher once, with the titles that are known. */
function namesOf(translator: Translator, sources: readonly Source[]): readonly string[] {
  const { ui, say } = translator;
  const articles = sources.flatMap(({ article }) => article ?? []);
  const titles = new Map<string, Set<string>>();
  for (const source of sources) {
    if (source.article !== undefined) continue;
    const [name, title] = [publisherOf(translator, source), titleOf(translator, source)];
    titles.set(name, new Set([...(titles.get(name) ?? []), ...(title === undefined ? [] : [title])]));
  }
  const others = [...titles].map(([name, known]) => (known.size === 0 ? name : `${name} (${[...known].join(', ')})`));
  return [...(articles.length === 0 ? [] : [say(ui.common.help_article, { number: articles.join(', ') })]), ...others];
}

/** "7 October 2026", "October 2026", "July to October 2026", "2026, no closer date known". */
function dateOfText({ ui, say, day }: Translator, { date, since }: DatedText): string {
  if (since !== undefined)
    return say(ui.common.text_months, {
      from: day(since, since.slice(0, 4) === date.slice(0, 4) ? 'short' : 'long'),
      to: day(date),
    });
  return date.includes('-') ? day(date) : say(ui.common.text_year, { year: date });
}

function sourcesOf({ catalogue: { guide } }: Translator, { sources }: Sourced): readonly Source[] {
  return sources.flatMap((id) => guide.sources[id] ?? []);
}
