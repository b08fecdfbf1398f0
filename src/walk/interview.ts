// Asks what is missing from a Profile, one question at a time, with a way back and a way to find out.
import { daysBetween } from '../journey/dates';
import type { CivilDate } from '../journey/dates';
import type { Profile } from '../journey/profile';
import { UNSURE } from '../journey/profile';
import { answered, canCountQuestions, nextRequired, NONE, questionsFor, unanswered } from '../journey/questions';
import type { Question, QuestionId } from '../journey/questions';
import { readDay } from '../journey/read-day';
import type { Asked } from '../prompt/prompter';
import { questionWords } from '../view/answers-view';
import type { Document } from '../view/document';
import type { Session } from './session';

/** A charge further away than this is a slip of the finger. */
const FAR_DAYS = 731;

/** Answers a list of boxes with "None of these" at once. */
const NONE_LETTER = 'n';

type Answer = string | readonly string[];

/**
 * Asks every question that still matters, in order; none when those that are needed are answered, unless `all`. After going back,
 * answers given before are the defaults. `changed` is told of each answer and gives the Profile to go on with: another window may
 * have answered as well.
 */
export async function interview(
  session: Session,
  start: Profile,
  changed: (profile: Profile) => Promise<Profile>,
  { all = false }: { readonly all?: boolean } = {},
): Promise<Profile> {
  let profile = start;
  const asked: QuestionId[] = [];
  const remembered = new Map<QuestionId, Question['answer']>();
  // Whoever has said all that is needed is not held up: the rest is asked at the step that needs it.
  if (!all && nextRequired(start) === undefined) return start;
  for (;;) {
    const questions = questionsFor(profile);
    const question = questions.find(({ answer }) => answer === undefined);
    if (question === undefined) return profile;
    const number = questions.indexOf(question) + 1;
    const given = await askQuestion(
      session,
      { ...question, answer: remembered.get(question.id) },
      { number, total: canCountQuestions(profile) ? questions.length : undefined, back: asked.length > 0 },
    );
    if (given.kind === 'answer') {
      profile = answered(profile, question.id, given.value);
      asked.push(question.id);
      profile = await changed(profile);
      continue;
    }
    const previous = asked.pop();
    if (previous === undefined) continue;
    remembered.set(previous, questionsFor(profile).find(({ id }) => id === previous)?.answer);
    profile = unanswered(profile, previous);
  }
}

type Place = { readonly number?: number; readonly total?: number | undefined; readonly back: boolean };

/** Asks one question until it has an answer, explaining and helping to find out when the person is not sure. */
export async function askQuestion(session: Session, question: Question, place: Place): Promise<Asked<Answer>> {
  for (;;) {
    const given = await askOnce(session, question, place);
    // What only some steps need may be left open without a word.
    if (given.kind === 'back' || !isUnsure(given.value) || question.optional) return given;
    const next = await helpToFindOut(session, question);
    if (next !== 'again') return given;
  }
}

async function askOnce(session: Session, question: Question, place: Place): Promise<Asked<Answer>> {
  const { prompter, translator } = session;
  const words = questionWords(translator, question);
  const common = {
    id: question.id,
    title: translator.say(words.title),
    help: translator.line(words.why),
    back: place.back,
    ...asideOf(session, place),
  };
  if (question.kind === 'day' || question.kind === 'past-day') return askDay(session, question, common);
  const values = [...question.choices, UNSURE];
  const choices = values.map((value) => {
    const own = words.choices[value];
    return {
      value,
      key: value,
      label: translator.say(own?.label ?? translator.ui.common.unsure),
      ...(own?.hint === undefined ? {} : { hint: translator.say(own.hint) }),
    };
  });
  if (question.kind === 'one') {
    const initial = typeof question.answer === 'string' ? { initial: question.answer } : {};
    return prompter.askOne<string>({ ...common, choices, ...initial });
  }
  const alone = [UNSURE, NONE].filter((value) => values.includes(value));
  return prompter.askSeveral<string>({
    ...common,
    choices: choices.map((choice) =>
      choice.value === NONE ? { ...choice, shortcut: { letter: NONE_LETTER, label: choice.label } } : choice,
    ),
    initial: initialList(question),
    alone,
  });
}

function initialList({ answer, choices }: Question): readonly string[] {
  if (answer === undefined) return [];
  if (typeof answer === 'string') return [answer];
  return answer.length === 0 && choices.includes(NONE) ? [NONE] : answer;
}

async function askDay(
  session: Session,
  question: Question,
  common: { readonly id: string; readonly title: string; readonly back: boolean },
): Promise<Asked<Answer>> {
  const { prompter, translator } = session;
  const isPast = question.kind === 'past-day';
  const read = (text: string): CivilDate | undefined =>
    readDay(text, translator.lang, session.today, isPast ? 'last' : 'next');
  const initial = typeof question.answer === 'string' && question.answer !== UNSURE ? { initial: question.answer } : {};
  const given = await prompter.askText({
    ...common,
    takes: 'day',
    help: [
      ...translator.line(questionWords(translator, question).why),
      ' ',
      ...translator.line(translator.ui.question.day_help),
    ],
    ...initial,
    check: (text) => (text.trim() === '' ? undefined : dayProblem(session, text, read(text), isPast)),
  });
  return given.kind === 'back' ? given : { kind: 'answer', value: read(given.value) ?? UNSURE };
}

function dayProblem(
  { translator, today }: Session,
  typed: string,
  day: CivilDate | undefined,
  isPast: boolean,
): string | undefined {
  const { ui } = translator;
  if (day === undefined)
    return translator.say(ui.question.day_wrong, { typed: typed.trim(), example: `${today.slice(0, 4)}-12-03` });
  const ahead = daysBetween(today, day);
  if (isPast) {
    if (ahead > 0) return translator.say(ui.question.day_ahead, { date: translator.day(day) });
    return -ahead > FAR_DAYS ? translator.say(ui.question.day_long_ago, { date: translator.day(day) }) : undefined;
  }
  if (ahead < 0) return translator.say(ui.question.day_past, { date: translator.day(day) });
  return ahead > FAR_DAYS ? translator.say(ui.question.day_far, { date: translator.day(day) }) : undefined;
}

/** Shows how to find out, and what each choice means; the person answers now or stays unsure. */
async function helpToFindOut(
  { prompter, translator, takesDefaults }: Session,
  question: Question,
): Promise<'again' | 'unsure'> {
  const { ui } = translator;
  const words = questionWords(translator, question);
  const meanings = question.choices.flatMap((value) => {
    const own = words.choices[value];
    return own?.means === undefined ? [] : [{ term: translator.say(own.label), line: translator.line(own.means) }];
  });
  const findOut: Document = {
    lang: translator.lang,
    title: translator.say(ui.question.how_to_find_out),
    blocks: [
      ...(meanings.length > 0
        ? [
            { kind: 'heading', level: 2, text: translator.say(ui.question.means) } as const,
            { kind: 'facts', rows: meanings } as const,
          ]
        : []),
      { kind: 'heading', level: 2, text: translator.say(ui.question.how_to_find_out) },
      { kind: 'list', ordered: words.findOut.length > 1, items: words.findOut.map((text) => translator.line(text)) },
    ],
    result: { question: question.id },
  };
  prompter.say(findOut);
  if (takesDefaults) return 'unsure';
  const given = await prompter.askOne<'again' | 'unsure'>({
    id: `${question.id}:unsure`,
    title: translator.say(words.title),
    back: false,
    choices: [
      { value: 'again', key: 'again', label: translator.say(ui.question.again) },
      {
        value: 'unsure',
        key: 'unsure',
        label: translator.say(ui.question.still_unsure),
        hint: translator.say(ui.question.still_unsure_hint),
      },
    ],
  });
  return given.kind === 'back' ? 'again' : given.value;
}

function asideOf({ translator }: Session, { number, total }: Place): { readonly aside?: string } {
  if (number === undefined) return {};
  return {
    aside:
      total === undefined
        ? translator.say(translator.ui.question.aside, { number })
        : translator.say(translator.ui.question.aside_of, { number, total }),
  };
}

function isUnsure(answer: Answer): boolean {
  return typeof answer === 'string' ? answer === UNSURE : answer.includes(UNSURE);
}
