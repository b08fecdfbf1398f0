// Which sources the marks in a message stand for. The text itself is never touched.
import type { Citation, Part } from './conversation';
import { fieldsOf, listOf } from '../container/parsed-json';
import { objectsOf, textOf } from '../json/fields';
import type { Fields } from '../container/parsed-json';

/** A pair of private-use characters with words between them, or the older `【1†source】`. Both searches are linear. */
const MARKS = /\u{E200}[^\u{E200}\u{E201}]*\u{E201}|【[^【】†]{0,40}†[^【】]{0,200}】/gu;

type Source = Citation['sources'][number];

/** Each mark of the texts once, in order; without sources where the message knows none. */
export function citationsIn(parts: readonly Part[], metadata: Fields | undefined): readonly Citation[] {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [part.text] : []));
  const marks = new Set(texts.flatMap((text) => text.match(MARKS) ?? []));
  if (marks.size === 0) return [];
  const named = sourcesByMark(metadata, texts[0] ?? '');
  const results = marksNeedResults(marks, named) ? sourcesByReference(metadata) : new Map<string, Source>();
  return [...marks].map((mark) => ({
    mark,
    sources: named.get(mark) ?? referencesIn(mark).flatMap((reference) => results.get(reference) ?? []),
  }));
}

function marksNeedResults(marks: ReadonlySet<string>, named: ReadonlyMap<string, unknown>): boolean {
  return [...marks].some((mark) => !named.has(mark));
}

/** From `content_references` by their exact text, and from the older `citations` by their place in the text. */
function sourcesByMark(metadata: Fields | undefined, text: string): ReadonlyMap<string, readonly Source[]> {
  const found = new Map<string, Map<string, Source>>();
  const add = (mark: string, sources: readonly Source[]): void => {
    if (sources.length === 0) return;
    const known = found.get(mark) ?? new Map<string, Source>();
    found.set(mark, known);
    for (const source of sources) if (known.get(source.url)?.title === undefined) known.set(source.url, source);
  };
  for (const reference of objectsOf(metadata?.['content_references'])) {
    const mark = textOf(reference['matched_text']);
    if (mark !== undefined) add(mark, sourcesIn(reference));
  }
  const citations = objectsOf(metadata?.['citations']);
  const places = citations.length > 0 ? marksByPlace(text) : undefined;
  for (const citation of citations) {
    const mark = places?.get(Number(citation['start_ix']));
    const source = fieldsOf(citation['metadata']);
    if (mark !== undefined && source !== undefined) add(mark, sourcesIn(source));
  }
  return new Map([...found].map(([mark, sources]) => [mark, [...sources.values()]]));
}

/** Where each mark begins, counted in code points as the export counts, and in UTF-16 units where that is not taken. */
function marksByPlace(text: string): ReadonlyMap<number, string> {
  const places = new Map<number, string>();
  const others: [number, string][] = [];
  let points = 0;
  let at = 0;
  for (const found of text.matchAll(MARKS)) {
    for (; at < found.index; points += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    places.set(points, found[0]);
    others.push([found.index, found[0]]);
  }
  for (const [place, mark] of others) if (!places.has(place)) places.set(place, mark);
  return places;
}

/** Lists inside a reference that hold further pages; pages stand three lists deep at most. */
const NESTED = ['items', 'fallback_items', 'sources', 'supporting_websites'];

function sourcesIn(reference: Fields, depth = 0): readonly Source[] {
  const nested =
    depth === 3 ? [] : NESTED.flatMap((key) => objectsOf(reference[key]).flatMap((one) => sourcesIn(one, depth + 1)));
  const own = sourceOf(reference['url'], reference['title']);
  const all = [...(own === undefined ? [] : [own]), ...nested];
  // The bare list of addresses repeats those of the items, some of them with marks of where one came from.
  return all.length > 0 ? all : listOf(reference['safe_urls']).flatMap((url) => sourceOf(url, undefined) ?? []);
}

/** Pages of the web only: nothing else is ever made a link. */
function sourceOf(url: unknown, title: unknown): Source | undefined {
  return typeof url === 'string' && /^https?:\/\/[^\s\u0000-\u0020\u007f]+$/i.test(url)
    ? { title: textOf(title), url }
    : undefined;
}

/** `turn0search1` and the like, from the results of the searches. */
function sourcesByReference(metadata: Fields | undefined): ReadonlyMap<string, Source> {
  const found = new Map<string, Source>();
  for (const group of objectsOf(metadata?.['search_result_groups'])) {
    for (const result of objectsOf(group['entries'])) {
      const id = fieldsOf(result['ref_id']);
      const source = sourceOf(result['url'], result['title']);
      if (id !== undefined && source !== undefined)
        found.set(`turn${String(id['turn_index'])}${String(id['ref_type'])}${String(id['ref_index'])}`, source);
    }
  }
  return found;
}

/** U+E202 stands between the words of a mark. */
function referencesIn(mark: string): readonly string[] {
  return mark.startsWith('\u{E200}') ? mark.slice(1, -1).split('\u{E202}').slice(1) : [];
}
