// Several of several: boxes, of which some exclude the others.
import type { SeveralQuestion } from '../../prompt/prompter';
import { element } from '../draw/element';
import type { AskForm, AskWords } from './form';

export function boxesField<T>(
  form: AskForm,
  question: SeveralQuestion<T>,
  words: AskWords,
  answer: (value: readonly T[]) => void,
): void {
  const boxes = question.choices.map((choice, index) => {
    const box = element('input', { type: 'checkbox', id: `box-${index}`, 'data-key': choice.key ?? choice.label });
    box.checked = question.initial.includes(choice.value);
    const hint = choice.hint === undefined ? [] : [element('small', {}, choice.hint)];
    const name = element('span', { class: 'name' }, choice.label);
    return { box, choice, label: element('label', { class: 'choice', for: box.id }, box, name, ...hint) };
  });
  for (const { box, choice } of boxes)
    box.addEventListener('change', () => {
      form.problem(undefined);
      if (!box.checked) return;
      const isAlone = question.alone.includes(choice.value);
      for (const other of boxes)
        if (other.box !== box && (isAlone || question.alone.includes(other.choice.value))) other.box.checked = false;
    });
  form.body.append(...boxes.map(({ label }) => label));
  form.row.prepend(element('button', { type: 'submit', class: 'choice first', 'data-key': 'go-on' }, words.goOn));
  form.onSend(() => {
    const chosen = boxes.filter(({ box }) => box.checked).map(({ choice }) => choice.value);
    if (chosen.length === 0) form.problem(words.oneAtLeast);
    else answer(chosen);
  });
}
