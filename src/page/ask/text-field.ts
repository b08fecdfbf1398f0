// A line of text, a day, or a file: what is given is checked by whoever asks.
import type { TextQuestion } from '../../prompt/prompter';
import { element, icon } from '../draw/element';
import type { Picked } from '../machine/picked';
import type { AskForm, AskWords } from './form';

export function textField(
  form: AskForm,
  question: TextQuestion,
  words: AskWords,
  picked: Picked,
  answer: (value: string) => void,
): void {
  const give = async (text: string): Promise<void> => {
    const wrong = await question.check(text);
    form.problem(wrong);
    if (wrong === undefined) answer(text);
    else form.body.querySelector('input')?.focus();
  };
  const common = { 'aria-labelledby': 'question', 'aria-describedby': 'help problem', 'data-key': 'field' };
  form.row.prepend(element('button', { type: 'submit', class: 'choice first', 'data-key': 'go-on' }, words.goOn));
  if (question.takes === 'file') {
    const field = element('input', { ...common, type: 'file' });
    const take = (files: FileList | null | undefined): void => {
      const [file] = files ?? [];
      if (file !== undefined) void give(picked.take(file));
    };
    field.addEventListener('change', () => take(field.files));
    form.body.append(dropPlace(field, words, take));
    form.onSend(() => void give(''));
    return;
  }
  const field = element('input', {
    ...common,
    type: question.takes === 'day' ? 'date' : 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    value: question.initial,
  });
  form.body.append(field);
  form.onSend(() => void give(field.value));
}

/** A field for a file, and around it a place to drop one. */
function dropPlace(
  field: HTMLInputElement,
  words: AskWords,
  take: (files: FileList | null | undefined) => void,
): HTMLElement {
  const place = element(
    'label',
    { class: 'drop' },
    icon('file'),
    element('span', { class: 'name' }, words.choose),
    element('small', {}, words.drop),
    field,
  );
  const over = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    place.classList.toggle('over', isOver);
  };
  place.addEventListener('dragover', over(true));
  place.addEventListener('dragleave', over(false));
  place.addEventListener('drop', (event) => {
    over(false)(event);
    take(event.dataTransfer?.files);
  });
  return place;
}
