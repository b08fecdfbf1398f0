// The answers of a Profile in words: for the review, the status and the checklist.
import type { Message } from '../content/schema';
import type { Profile } from '../journey/profile';
import { UNSURE } from '../journey/profile';
import { NONE, questionsFor } from '../journey/questions';
import type { Question, QuestionId } from '../journey/questions';
import type { Translator } from './translator';

export type AnswerRow = {
  readonly id: QuestionId;
  readonly short: string;
  readonly value: string;
  readonly given: boolean;
  /** "None of these". */ readonly empty: boolean;
};

/** One row for each question that matters for this Profile, in the order asked. */
export function answerRows(translator: Translator, profile: Profile): readonly AnswerRow[] {
  return questionsFor(profile).map((question) => ({
    id: question.id,
    short: translator.say(questionWords(translator, question).short),
    value: answerText(translator, question),
    given: question.answer !== undefined,
    empty: Array.isArray(question.answer) && question.answer.length === 0,
  }));
}

/** The words of a question, in the variant that fits the Profile. */
export function questionWords(
  { catalogue: { words } }: Translator,
  question: Pick<Question, 'words'>,
): Translator['catalogue']['words']['questions'][string] {
  const own = words.questions[question.words];
  if (own === undefined) throw new Error(`no words for the question "${question.words}"`);
  return own;
}

/** The label of one choice of a question, "I'm not sure" and "none" included. */
function choiceLabel(translator: Translator, question: Pick<Question, 'words'>, value: string): string {
  const label: Message | undefined = questionWords(translator, question).choices[value]?.label;
  return translator.say(label ?? (value === UNSURE ? translator.ui.common.unsure : value));
}

function answerText(translator: Translator, question: Question): string {
  const { answer } = question;
  if (answer === undefined) return translator.say(translator.ui.review.not_given);
  if (answer === UNSURE) return choiceLabel(translator, question, UNSURE);
  // Nobody charges is an answer of its own; nothing else in use is only nothing.
  if (typeof answer !== 'string' && answer.length === 0)
    return question.id === 'billed-by'
      ? choiceLabel(translator, question, NONE)
      : translator.say(translator.ui.review.none);
  if (typeof answer !== 'string') return answer.map((value) => choiceLabel(translator, question, value)).join(', ');
  return question.kind === 'one' || question.kind === 'several'
    ? choiceLabel(translator, question, answer)
    : translator.day(answer);
}
