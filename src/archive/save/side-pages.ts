// The side pages of a save: custom instructions, memory, public links. As blocks, which each renderer writes in its own way.
import type { PersonalNotes, Noted } from './personal-notes';
import { dayOf } from './names';
import type { SidePageWords } from './words';

/** `text`: a person's own words, written as they are. `tasks`: boxes to tick, each with an address. */
export type SideBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'notes'; readonly notes: readonly { readonly text: string; readonly when: string }[] }
  | { readonly kind: 'tasks'; readonly tasks: readonly { readonly title: string; readonly url: string }[] };

/** `name` is that of the file, without ending. */
export type SidePage = {
  readonly name: 'custom-instructions' | 'memory' | 'shared-links';
  readonly title: string;
  readonly blocks: readonly SideBlock[];
};

export type SharedLink = { readonly title: string | undefined; readonly url: string };

/** Only pages that have something to say. */
export function sidePages(
  notes: PersonalNotes,
  shared: readonly SharedLink[],
  words: SidePageWords,
  untitled: string,
): readonly SidePage[] {
  const instructions = notes.instructions();
  const [memory, writes] = [notes.memory(), notes.memoryWrites()];
  const pages: SidePage[] = [];
  if (instructions.length > 0) {
    pages.push({
      name: 'custom-instructions',
      title: words.instructions,
      blocks: [
        { kind: 'words', text: words.instructionsWhat },
        ...instructions.flatMap(({ profile, text, ...span }): SideBlock[] => [
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
        ...memory.flatMap(({ text, ...span }): SideBlock[] => [
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

function spanOf({ first, last }: Pick<Noted, 'first' | 'last'>, words: SidePageWords): string {
  return first === undefined || last === undefined ? words.undated : words.span(dayOf(first), dayOf(last));
}
