// The pages beside the conversations: custom instructions, memory, public links. As blocks, which each form writes in its own way.
import type { Notebook, Noted } from './personal-notes';
import { dayOf } from './names';
import type { BesideWords } from './words';

/** `text`: a person's own words, written as they are. `tasks`: boxes to tick, each with an address. */
export type BesideBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'notes'; readonly notes: readonly { readonly text: string; readonly when: string }[] }
  | { readonly kind: 'tasks'; readonly tasks: readonly { readonly title: string; readonly url: string }[] };

/** `name` is that of the file, without ending. */
export type BesidePage = {
  readonly name: 'custom-instructions' | 'memory' | 'shared-links';
  readonly title: string;
  readonly blocks: readonly BesideBlock[];
};

export type SharedLink = { readonly title: string | undefined; readonly url: string };

/** Only pages that have something to say. */
export function besidePages(
  notebook: Notebook,
  shared: readonly SharedLink[],
  words: BesideWords,
  untitled: string,
): readonly BesidePage[] {
  const instructions = notebook.instructions();
  const [memory, writes] = [notebook.memory(), notebook.memoryWrites()];
  const pages: BesidePage[] = [];
  if (instructions.length > 0) {
    pages.push({
      name: 'custom-instructions',
      title: words.instructions,
      blocks: [
        { kind: 'words', text: words.instructionsWhat },
        ...instructions.flatMap(({ profile, text, ...span }): BesideBlock[] => [
          { kind: 'heading', text: spanOf(span, words) },
          ...(profile === undefined || profile === ''
            ? []
            : ([
                { kind: 'words', text: words.profile },
                { kind: 'text', text: profile },
              ] as const)),
          ...(text === ''
            ? []
            : ([
                { kind: 'words', text: words.text },
                { kind: 'text', text },
              ] as const)),
        ]),
      ],
    });
  }
  if (memory.length > 0 || writes.length > 0) {
    pages.push({
      name: 'memory',
      title: words.memory,
      blocks: [
        { kind: 'words', text: words.memoryWhat },
        ...memory.flatMap(({ text, ...span }): BesideBlock[] => [
          { kind: 'heading', text: spanOf(span, words) },
          { kind: 'text', text },
        ]),
        ...(writes.length === 0
          ? []
          : ([
              { kind: 'heading', text: words.memoryWrites },
              {
                kind: 'notes',
                notes: writes.map(({ text, ...span }) => ({
                  text,
                  when: spanOf({ first: span.last, last: span.last }, words),
                })),
              },
            ] as const)),
      ],
    });
  }
  if (shared.length > 0)
    pages.push({
      name: 'shared-links',
      title: words.shared,
      blocks: [
        { kind: 'words', text: words.sharedWhat },
        { kind: 'tasks', tasks: shared.map(({ title, url }) => ({ title: title ?? untitled, url })) },
      ],
    });
  return pages;
}

function spanOf({ first, last }: Pick<Noted, 'first' | 'last'>, words: BesideWords): string {
  return first === undefined || last === undefined ? words.undated : words.span(dayOf(first), dayOf(last));
}
