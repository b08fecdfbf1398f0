// The port that asks, as a page: choices are buttons, boxes are boxes, a file is chosen or dropped.
import { QUESTION_IDS } from '../../journey/questions';
import type { Asked, OneQuestion, Prompter, SeveralQuestion, TextQuestion } from '../../prompt/prompter';
import { boxesField } from './boxes';
import { choiceButtons } from './choices';
import { formFor } from './form';
import type { AskWords } from './form';
import type { Picked } from '../machine/picked';
import type { Stage } from './stage';
import { textField } from './text-field';

/** A prompter that is left behind asks nothing more: its promises never settle. */
export type PagePrompter = Prompter & {
  /** Goes back from the question that waits, if it can be gone back from. */
  back(): void;
  leave(): void;
  /** The id of the question that waits, or was answered last. */
  waiting(): string | undefined;
};

/** `picked` takes the files that are chosen and gives each the name that the walk asks by. */
export function pagePrompter(stage: Stage, words: AskWords, picked: Picked): PagePrompter {
  let isLeft = false;
  let goBack: (() => void) | undefined;
  let waiting: string | undefined;
  let last: string | undefined;

  function asking<T>(
    question: OneQuestion<T> | SeveralQuestion<T> | TextQuestion,
    fill: (form: ReturnType<typeof formFor>, answer: (value: T) => void) => void,
  ): Promise<Asked<T>> {
    return new Promise((resolve) => {
      if (isLeft) return;
      const end = (given: Asked<T>): void => {
        if (isLeft || waiting !== question.id) return;
        waiting = goBack = undefined;
        resolve(given);
      };
      const back = question.back === false ? undefined : () => end({ kind: 'back' });
      const form = formFor(question, words, question.back === true ? back : undefined);
      [goBack, waiting] = [back, question.id];
      last = waiting;
      fill(form, (value) => end({ kind: 'answer', value }));
      stage.show(form.element, { id: question.id, above: question.above, goesOn: !isOfInterview(question.id) });
    });
  }

  return {
    say: (document) => isLeft || stage.say(document),
    introduce: (screen) => isLeft || stage.introduce(screen),
    askOne: <T>(question: OneQuestion<T>) =>
      asking<T>(question, (form, answer) => choiceButtons(form, question, answer)),
    askSeveral: <T>(question: SeveralQuestion<T>) =>
      asking<readonly T[]>(question as never, (form, answer) => boxesField(form, question, words, answer)),
    askText: (question) => asking<string>(question, (form, answer) => textField(form, question, words, picked, answer)),
    close: () => undefined,
    back: () => goBack?.(),
    leave() {
      isLeft = true;
    },
    waiting: () => last,
  };
}

const isOfInterview = (id: string): boolean => QUESTION_IDS.some((one) => one === id);
