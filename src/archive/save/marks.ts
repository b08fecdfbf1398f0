// Citations in a text: the marks ChatGPT left in it become footnotes, and nothing else is touched.
import type { Citation } from '../conversation/conversation';

export type Source = Citation['sources'][number];

/** Numbers the sources of a conversation from 1, each address once. */
export interface Sources {
  numberOf(source: Source): number;
  readonly all: readonly Source[];
}

export function sourcesOfConversation(): Sources {
  const all: Source[] = [];
  const numbers = new Map<string, number>();
  return {
    all,
    numberOf(source) {
      const known = numbers.get(source.url);
      if (known !== undefined) return known;
      all.push(source);
      numbers.set(source.url, all.length);
      return all.length;
    },
  };
}

/**
 * A text without the marks of its citations: `put` gives what stands for a mark's sources. Between U+E200 and U+E201 ChatGPT
 * keeps what no person ever saw; of an `entity` it showed the name. Such a pair without a known source is left out,
 * and nothing else: 【 】 and other marks stay where no citation names them.
 */
export function withoutMarks(
  text: string,
  citations: readonly Citation[],
  put: (sources: Citation['sources']) => string,
): string {
  if (citations.length === 0 && !text.includes('\uE200')) return text;
  const known = new Map(citations.map(({ mark, sources }) => [mark, sources]));
  return text.replace(/\uE200[^\uE200\uE201]*\uE201|【[^【】]*】/g, (mark) => {
    const sources = known.get(mark) ?? [];
    return sources.length > 0 ? put(sources) : mark.startsWith('\uE200') ? shownOf(mark) : mark;
  });
}

/** `entity` U+E202 `["city","Paris","capital of France"]`: the second is what stood there. */
function shownOf(mark: string): string {
  const [, list] = /^\uE200entity\uE202(\[.*\])\uE201$/s.exec(mark) ?? [];
  if (list === undefined) return '';
  try {
    const parsed: unknown = JSON.parse(list);
    return Array.isArray(parsed) && typeof parsed[1] === 'string' ? parsed[1] : '';
  } catch {
    return '';
  }
}
