// Finds what a page only quotes: that says nothing about the person's own plan.
import type { Sentence } from './sentences';

/** `text` without what stands between quotation marks in it. */
export function unquoted(text: string): string {
  return text.replace(/[“„«"][^“”„»"]*[”“»"]/g, ' ');
}

/** A quotation goes on over at most this many sentences. */
const QUOTED = 6;

/** The sentences without what is quoted over several of them. */
export function withoutQuotations(sentences: readonly Sentence[]): readonly Sentence[] {
  const opener = /(?:^|\s)([“„«"])[^“”„»"]*$/u;
  const closers: Readonly<Record<string, RegExp>> = {
    '“': /^[^“„]*[”"]/u,
    '„': /^[^„]*[“”"]/u,
    '«': /^[^«]*»/u,
    '"': /^[^"]*"/u,
  };
  const kept: Sentence[] = [];
  let skipped = 0;
  for (const [index, sentence] of sentences.entries()) {
    if (skipped > 0) {
      skipped -= 1;
      continue;
    }
    const mark = opener.exec(sentence.text);
    const closer = closers[mark?.[1] ?? ''];
    const closes =
      mark === null || closer === undefined
        ? -1
        : sentences.slice(index + 1, index + 1 + QUOTED).findIndex(({ text }) => closer.test(text));
    if (closes === -1 || closer === undefined) kept.push(sentence);
    else {
      skipped = closes + 1;
      kept.push({ ...sentence, text: sentence.text.slice(0, mark?.index) });
    }
  }
  return kept;
}
