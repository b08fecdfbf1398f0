// What every question has in common: its title, its help, a place for a problem, the way back.
import type { OneQuestion, SeveralQuestion, TextQuestion } from '../../prompt/prompter';
import { button, element, icon } from '../draw/element';
import { nodesOf } from '../draw/inline';

/** The words of the questions themselves, in the person's language. */
export type AskWords = {
  readonly back: string;
  readonly goOn: string;
  readonly oneAtLeast: string;
  readonly choose: string;
  readonly drop: string;
};

export type AskForm = {
  readonly element: HTMLFormElement;
  /** Where the first choices stand in reach of the thumb. Empty, it is not there. */
  readonly reach: HTMLElement;
  /** Where the answer is given. */
  readonly body: HTMLElement;
  /** The row of what goes on; the way back stands in it. */
  readonly row: HTMLElement;
  /** Says why an answer cannot be taken; it is read out. */
  problem(text: string | undefined): void;
  /** Called when the form is sent. */
  onSend(act: () => void): void;
};

type Any = OneQuestion<never> | OneQuestion<unknown> | SeveralQuestion<unknown> | TextQuestion;

/** The form of a question, with nothing to answer by yet. `back` is left out where the choices say it or nobody can. */
export function formFor(
  question: Pick<Any, 'id' | 'title' | 'aside' | 'help' | 'above'>,
  { back: backWord }: AskWords,
  back: (() => void) | undefined,
): AskForm {
  const { id, title, aside, help, above } = question;
  const isTitled = above?.parts.some(({ block }) => block.kind === 'heading' && block.level === 1) ?? false;
  // Under a screen with a title of its own the question is the second heading.
  const heading = element(isTitled ? 'h2' : 'h1', { class: 'question', id: 'question' }, title);
  const group = (look: string): HTMLElement =>
    element('div', {
      class: look,
      role: 'group',
      'aria-labelledby': 'question',
      'aria-describedby': help === undefined ? undefined : 'help',
    });
  const [reach, body] = [group('reach'), group('answers')];
  const problem = element('p', { class: 'problem', id: 'problem', role: 'alert' });
  const row = element('div', { class: 'row' });
  if (back !== undefined) row.append(button({ class: 'plain back', 'data-key': 'back' }, back, icon('back'), backWord));
  const form = element(
    'form',
    { class: above === undefined ? 'ask' : 'ask under', 'data-question': id, novalidate: true, autocomplete: 'off' },
    ...(aside === undefined ? [] : [element('p', { class: 'count' }, aside)]),
    heading,
    ...(help === undefined ? [] : [element('p', { class: 'quiet', id: 'help' }, ...nodesOf(help))]),
    element('div', { class: 'notice' }),
    reach,
    body,
    problem,
    row,
  );
  return {
    element: form,
    reach,
    body,
    row,
    problem: (text) => void (problem.textContent = text ?? ''),
    onSend: (act) =>
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        act();
      }),
  };
}
