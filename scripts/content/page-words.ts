// The words of a language as the page takes them along: as they are written, without what only a terminal says.
import { calendarOf } from '../../src/content/locale';
import type { RawWords } from '../../src/content/words-schema';

/** Parts of `ui` that only commands say. A page that says one of them all the same has no words for it. */
export const UNSAID = ['card', 'damaged', 'forget', 'help', 'kept', 'news', 'save', 'undo'] as const;
/** What of `ui.errors` the page says. */
const SAID_ERRORS = /^(?:export_|unexpected$|allow_)/;

type Nested = { readonly [key: string]: Nested } | string | readonly Nested[];

/** Data for JSON: ICU texts. Twins of `ui` stand where what they replace stood; those of steps stay apart, since paper has the others. */
export function pageWords(tag: string, { letters: _letters, ...words }: RawWords): object {
  const { page, errors, ...ui } = words.ui as unknown as Readonly<Record<string, Readonly<Record<string, Nested>>>>;
  const twins = Object.entries((page?.['twins'] ?? {}) as Readonly<Record<string, string>>);
  const said: Record<string, Record<string, Nested>> = {
    ...Object.fromEntries(Object.entries(ui).flatMap(([part, own]) => (isUnsaid(part) ? [] : [[part, { ...own }]]))),
    errors: Object.fromEntries(Object.entries(errors ?? {}).filter(([id]) => SAID_ERRORS.test(id))),
    page: { ...page, twins: Object.fromEntries(twins.filter(([path]) => !path.startsWith('ui.'))) },
  };
  for (const [path, text] of twins) {
    const [, part = '', key = ''] = /^ui\.([^.]+)\.([^.]+)$/.exec(path) ?? [];
    const own = said[part];
    if (path.startsWith('ui.') && own !== undefined) own[key] = text;
  }
  return { ...words, language: { ...words.language, calendar: calendarOf(tag) }, ui: said };
}

function isUnsaid(part: string): boolean {
  return UNSAID.some((one) => one === part);
}
