// The words of a language as the page takes them along: as they are written, without what only a terminal says.
import { languageOf } from './language-words';
import type { RawWords } from '../../src/content/words-schema';

/** Parts of `ui` that only commands say. A page that says one of them all the same has no words for it. */
export const UNSAID = ['campaign', 'damaged', 'forget', 'help', 'kept', 'memory', 'news', 'save', 'undo'] as const;
/** What the page says of parts that are a command's for the most: it reads no words on pictures, and of files it knows few errors. */
const SAID: Readonly<Record<string, RegExp>> = {
  errors: /^(?:export_|unexpected$|allow_)/,
  proof_command: /^(?:too-many-pixels|email|date|sender|subject|dkim.*|not_said)$/,
  reading: /^(?:unread|another|another_help|fits_another|written)$/,
};

type Nested = { readonly [key: string]: Nested } | string | readonly Nested[];

/** Data for JSON: ICU texts. Twins of `ui` stand where what they replace stood; those of steps stay apart, since paper has the others. */
export function pageWords(tag: string, { letters: _letters, campaign: _campaign, ...words }: RawWords): object {
  const { page, ...ui } = words.ui as unknown as Readonly<Record<string, Readonly<Record<string, Nested>>>>;
  const twins = Object.entries((page?.['twins'] ?? {}) as Readonly<Record<string, string>>);
  const said: Record<string, Record<string, Nested>> = {
    ...Object.fromEntries(
      Object.entries(ui).flatMap(([part, own]) =>
        isUnsaid(part)
          ? []
          : [[part, Object.fromEntries(Object.entries(own).filter(([id]) => SAID[part]?.test(id) ?? true))]],
      ),
    ),
    page: { ...page, twins: Object.fromEntries(twins.filter(([path]) => !path.startsWith('ui.'))) },
  };
  for (const [path, text] of twins) {
    const [, part = '', key = ''] = /^ui\.([^.]+)\.([^.]+)$/.exec(path) ?? [];
    const own = said[part];
    if (path.startsWith('ui.') && own !== undefined) own[key] = text;
  }
  return { ...words, language: languageOf(tag, words.language), ui: said };
}

function isUnsaid(part: string): boolean {
  return UNSAID.some((one) => one === part);
}
