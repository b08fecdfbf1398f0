// A source as a line to read and as a value for programs: who, when, where.
import type { Source } from '../content/schema';
import type { Json, Line } from './document';
import type { Translator } from './translator';

/** Who published a source, in the words of the reader where it is no name. */
export function publisherOf({ catalogue: { words }, ui, say }: Translator, source: Source): string {
  if (source.unnamed === true) return say(ui.common.source_unnamed);
  return source.called === undefined ? source.publisher : say(words.sources[source.called] ?? source.publisher);
}

/** What a source is headed, likewise. */
export function titleOf({ catalogue: { words }, say }: Translator, { title, titled }: Source): string | undefined {
  return titled === undefined ? title : say(words.sources[titled] ?? titled);
}

/** "The Verge, 26 January 2026, address". */
export function sourceLine(translator: Translator, source: Source | undefined): Line {
  if (source === undefined) return [];
  const url = source.url ?? (source.article === undefined ? undefined : helpAddress(source.article));
  const name =
    source.article === undefined
      ? publisherOf(translator, source)
      : translator.say(translator.ui.common.help_article, { number: String(source.article) });
  return [
    `${name}, ${translator.day(source.date)}`,
    ...(url === undefined ? [] : [' · ', { kind: 'address', url } as const]),
  ];
}

/** The sources with these ids for programs; unknown ids are left out. */
export function sourcesResult(
  { catalogue: { guide } }: Translator,
  ids: readonly string[],
  sources: Readonly<Record<string, Source>> = guide.sources,
): Json {
  return ids.flatMap((id) => {
    const source = sources[id];
    return source === undefined
      ? []
      : [
          {
            publisher: source.publisher,
            date: source.date,
            url: source.url ?? (source.article === undefined ? undefined : helpAddress(source.article)),
          },
        ];
  });
}

/** Help pages are linked by number: the words in their address change often, the number does not. */
function helpAddress(article: number): string {
  return `https://help.openai.com/articles/${article}`;
}
