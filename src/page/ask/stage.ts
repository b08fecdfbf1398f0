// The one place of the page where screens are shown: what was said, what is looked at, and the question under it.
import { USUAL_RANK } from '../../view/document';
import type { Document, Screen } from '../../view/document';
import { blockNodes } from '../draw/blocks';
import { element } from '../draw/element';

export type Stage = {
  /** Keeps a document for the next screen. */
  say(document: Document): void;
  /** Shows work that lasts in place of a question, and forgets what was said before it. */
  occupy(work: HTMLElement): void;
  /** Keeps what is seen together with the next question. */
  introduce(screen: Screen): void;
  /**
   * Shows a question: `form` stands under what was said and under `above`. `goesOn` says that what was said before the last
   * question still belongs to this one. Focus goes to the title of a new screen; of one drawn anew it stays at the same choice.
   */
  show(
    form: HTMLFormElement,
    place: { readonly id: string; readonly above: Screen | undefined; readonly goesOn: boolean },
  ): void;
};

/** `main` gets the screens; `spoken` is a live region for what a key has done. */
export function stageIn(main: HTMLElement, spoken: HTMLElement): Stage {
  let said: Document[] = [];
  let stays: readonly HTMLElement[] = [];
  let introduced: Screen | undefined;
  let last: { readonly id: string; readonly key: string | undefined } | undefined;
  return {
    say(document) {
      said.push(document);
    },
    occupy(work) {
      said = [];
      last = undefined;
      main.replaceChildren(work);
      scrollTo({ top: 0 });
      work.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    },
    introduce(screen) {
      introduced = screen;
    },
    show(form, { id, above = introduced, goesOn }) {
      introduced = undefined;
      const isSame = last?.id === id && last.key === above?.key && above !== undefined;
      const focused = document.activeElement?.getAttribute('data-key') ?? undefined;
      const documents = said.map((one) => element('section', { lang: one.lang }, ...blockNodes(one.blocks, one.lang)));
      stays = documents.length > 0 || above !== undefined || !goesOn ? documents : stays;
      const looked = above === undefined ? [] : [screenNode(above)];
      said = [];
      last = { id, key: above?.key };
      // All of it is in the form: what stays in reach does so as far as its own box goes.
      form.prepend(...stays, ...looked);
      if (stays.some((one) => one.querySelector('h1') !== null)) placeUnder(form);
      main.replaceChildren(form);
      const notice = above?.notice === undefined ? [] : blockNodes([above.notice], above.lang);
      form.querySelector('.notice')?.append(...notice);
      spoken.textContent = notice.map((node) => node.textContent).join(' ');
      const again = isSame ? form.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused ?? '')}"]`) : null;
      if (again !== null) return again.focus({ preventScroll: true });
      scrollTo({ top: 0 });
      const title =
        (documents.length > 0 || above !== undefined ? main.querySelector<HTMLElement>('h1') : null) ??
        form.querySelector<HTMLElement>('.question');
      title?.setAttribute('tabindex', '-1');
      title?.focus({ preventScroll: true });
    },
  };
}

/** Under a page with a title of its own the question is the second heading. */
function placeUnder(form: HTMLFormElement): void {
  form.classList.add('under');
  const title = form.querySelector('h1.question');
  title?.replaceWith(element('h2', { class: 'question', id: title.id }, ...title.childNodes));
}

/** The parts of a usual window, and those of a high one for whoever has it. */
function screenNode({ lang, parts, key }: Screen): HTMLElement {
  const made = element('section', { class: 'screen', lang, 'data-screen': key });
  for (const { rank, block } of parts)
    for (const node of blockNodes([block], lang)) {
      const before = made.lastElementChild;
      if (rank > USUAL_RANK) node.classList.add('extra');
      // Entries that come one by one belong to one list.
      if (node.matches('ol.steps') && before?.matches('ol.steps') === true) before.append(...node.children);
      else made.append(node);
    }
  return made;
}
