// One of several: each choice a button that answers at once.
import type { Choice, OneQuestion } from '../../prompt/prompter';
import { button, element } from '../draw/element';
import type { AskForm } from './form';

/** How many of the choices stand in the bar that a thumb reaches, where there is something to look at above. */
const IN_REACH = 2;

/** Under a screen the first choices stay in reach while it is scrolled, and what has a letter in a terminal is a smaller button. */
export function choiceButtons<T>(form: AskForm, question: OneQuestion<T>, answer: (value: T) => void): void {
  const listed = question.choices.filter(({ shortcut }) => shortcut === undefined);
  const lesser = question.choices.filter(({ shortcut }) => shortcut !== undefined);
  const first = listed.find(({ value }) => value === question.initial) ?? listed[0];
  const made = (choice: Choice<T>, look: string): HTMLButtonElement =>
    button(
      { class: look, 'data-key': choice.key ?? choice.label },
      () => answer(choice.value),
      element('span', { class: 'name' }, look === 'lesser' ? capital(choice.shortcut?.label ?? '') : choice.label),
      ...(choice.hint === undefined || look === 'lesser' ? [] : [element('small', {}, choice.hint)]),
    );
  const look = (choice: Choice<T>): string =>
    question.above !== undefined && choice === first
      ? 'choice first'
      : choice.value === question.initial
        ? 'choice chosen'
        : 'choice';
  const isLong = question.above !== undefined && listed.length > IN_REACH;
  const inReach = isLong ? listed.slice(0, IN_REACH) : [];
  form.reach.append(...inReach.map((one) => made(one, look(one))));
  form.body.append(...listed.filter((one) => !inReach.includes(one)).map((one) => made(one, look(one))));
  if (lesser.length > 0) form.row.append(...lesser.map((one) => made(one, 'lesser')));
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
