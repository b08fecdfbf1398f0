// What stands around the screens: the name, that nothing leaves, the language, and what can be done with one's progress.
import type { Translator } from '../view/translator';
import { button, element, icon } from './draw/element';
import type { State } from './state';

export type Tools = {
  readonly save: () => void;
  readonly load: (file: File) => void;
  readonly print: () => void;
  readonly erase: () => void;
  readonly speak: (lang: string) => void;
};

type Tongues = { readonly lang: string; readonly all: readonly { readonly tag: string; readonly name: string }[] };

/** The header, made anew in each language. */
export function headerNodes(
  { ui, say }: Translator,
  { lang, all }: Tongues,
  state: State,
  tools: Tools,
): readonly Node[] {
  const words = ui.page;
  const more = element(
    'details',
    { class: 'private' },
    element('summary', {}, icon('lock'), say(words.private)),
    element('p', {}, say(words.private_more)),
  );
  return [
    element('b', { class: 'name' }, 'quitgpt'),
    ...(all.length < 2 ? [] : [languageChoice(say(words.language), { lang, all }, tools.speak)]),
    more,
    progressTools(words, say, state, tools),
  ];
}

function languageChoice(label: string, { lang, all }: Tongues, speak: Tools['speak']): HTMLElement {
  const choice = element('select', { 'aria-label': label, id: 'language' });
  for (const { tag, name } of all)
    choice.append(element('option', { value: tag, lang: tag, selected: tag === lang }, name));
  choice.addEventListener('change', () => speak(choice.value));
  return choice;
}

function progressTools(
  words: Translator['ui']['page'],
  say: Translator['say'],
  state: State,
  tools: Tools,
): HTMLElement {
  const where = element('p', { class: 'quiet' });
  const problem = element('p', { class: 'problem', role: 'alert' });
  const tellWhere = (): void =>
    void (where.textContent = say(state.isKept() ? words.progress_kept : words.progress_in_page));
  const keep = element('input', { type: 'checkbox', id: 'keep' });
  keep.checked = state.isKept();
  keep.addEventListener('change', () => {
    problem.textContent = state.keepHere(keep.checked) ? '' : say(words.keep_failed);
    keep.checked = state.isKept();
    tellWhere();
  });
  const file = element('input', { type: 'file', id: 'load', accept: '.json,application/json' });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) tools.load(chosen);
    file.value = '';
  });
  const made = element(
    'details',
    { class: 'tools', id: 'tools' },
    element('summary', {}, say(words.progress)),
    element(
      'div',
      { class: 'sheet' },
      where,
      button({ class: 'choice', id: 'save' }, tools.save, say(words.save), element('small', {}, say(words.save_hint))),
      element('label', { class: 'choice file', for: 'load' }, say(words.load), file),
      button({ class: 'choice', id: 'print' }, tools.print, say(words.print)),
      ...(state.canBeKept() ? [element('label', { class: 'choice', for: 'keep' }, keep, say(words.keep))] : []),
      problem,
      button(
        { class: 'choice', id: 'erase' },
        () => {
          if (confirm(say(words.erase_ask))) tools.erase();
        },
        say(words.erase),
      ),
      element('p', { class: 'quiet' }, say(words.shared)),
    ),
  );
  made.addEventListener('toggle', () => {
    tellWhere();
    keep.checked = state.isKept();
  });
  tellWhere();
  return made;
}
