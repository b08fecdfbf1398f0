// A person who answers by a script: fails on a question they did not expect, and on one that never came.
import type {
  Asked,
  Leaving,
  LivePrompter,
  OneQuestion,
  SeveralQuestion,
  TextQuestion,
} from '../../src/prompt/prompter';
import { Interrupted } from '../../src/prompt/prompter';
import { screenDocument } from '../../src/view/document';
import type { Document, Screen } from '../../src/view/document';

export const BACK = Symbol('back');
/** Enter alone: what was suggested, or nothing. */
export const ENTER = Symbol('enter');
export type Leave = { readonly leave: Leaving };
export type Given = string | boolean | readonly string[] | typeof BACK | typeof ENTER | Leave;
/** The id of a question, what the person gives (a value or a key), and that it is not taken. */
export type Turn = readonly [id: string, given: Given, refused?: 'refused'];

/** A question as it was put, with everything that was said since the one before. */
export type Put = {
  readonly id: string;
  readonly title: string;
  readonly aside: string | undefined;
  readonly values: readonly string[];
  /** What stands at each choice, and beside it. */
  readonly labels: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
  readonly initial: unknown;
  readonly back: boolean | 'unlisted';
  readonly said: readonly Document[];
  readonly refusals: readonly string[];
};

export type Person = {
  readonly turns: readonly Turn[];
  readonly put: readonly Put[];
  /** The ids of what was answered although the script has no word for it. */
  readonly silently: readonly string[];
  /** Everything said, in order; the last part is what followed the last question. */
  said(): readonly Document[];
  saidAfter(): readonly Document[];
  /** What did not go as scripted, unanswered turns included. */
  problems(): readonly string[];
  /** The Prompter, once the program asks for one. */
  sitDown(at: { readonly write: (text: string) => void; readonly show: (document: Document) => string }): LivePrompter;
  readonly closed: boolean;
};

export const leave = (how: Leaving): Leave => ({ leave: how });

/** `onPut` hears of each question before it is answered, which waits for it. */
export function aPerson(
  turns: readonly Turn[],
  onPut: (turn: number, id: string) => void | Promise<void> = () => {},
): Person {
  const put: (Put & { refusals: string[] })[] = [];
  const said: Document[] = [];
  const problems: string[] = [];
  let since: Document[] = [];
  let next = 0;
  let closed = false;
  let gone: Leaving | undefined;

  /** The screen as it was put up; one that is drawn anew says only what has happened. */
  let screen: Screen | undefined;
  const see = (above: Screen | undefined): void => {
    if (above === undefined) return;
    const isNew = JSON.stringify(above.parts) !== JSON.stringify(screen?.parts);
    screen = above;
    const { notice } = above;
    if (isNew) tell(screenDocument(above, 9));
    else if (notice !== undefined)
      tell({
        lang: above.lang,
        title: '',
        blocks: [notice, ...above.parts.flatMap(({ block }) => (block.kind === 'page' ? [block] : []))],
        result: null,
      });
  };
  const tell = (document: Document): void => {
    said.push(document);
    since.push(document);
    if (out !== undefined) out.write(out.show(document));
  };
  let out: Parameters<Person['sitDown']>[0] | undefined;
  /**
   * Whoever has no word in the script for it takes the first way of a step, does its parts one after the other, and has understood
   * what else may cost money or chats.
   */
  const silently: string[] = [];
  const goesWithoutSaying = (id: string): boolean => {
    if (turns[next]?.[0] === id || gone !== undefined) return false;
    const [before, given] = turns[next - 1] ?? [];
    return /^(way|sure|try|charge|calendar):/.test(id) || (id.startsWith('step:') && before === id && given === 'done');
  };

  const note = (question: OneQuestion<unknown> | SeveralQuestion<unknown> | TextQuestion): string[] => {
    const refusals: string[] = [];
    const choices = 'choices' in question ? question.choices : [];
    const keyOf = ({ value, key }: (typeof choices)[number]): string => key ?? String(value);
    put.push({
      id: question.id,
      title: question.title,
      aside: question.aside,
      values: choices.map(keyOf),
      labels: Object.fromEntries(choices.map((choice) => [keyOf(choice), choice.label])),
      hints: Object.fromEntries(
        choices.flatMap((choice) => ('hint' in choice ? [[keyOf(choice), String(choice.hint)]] : [])),
      ),
      initial: question.initial,
      back: question.back,
      said: since,
      refusals,
    });
    since = [];
    if (closed) problems.push(`“${question.id}” was asked after the terminal was given back`);
    if (question.title.trim() === '') problems.push(`“${question.id}” has no title`);
    for (const { label } of choices)
      if (label.trim() === '') problems.push(`“${question.id}” has a choice without a label`);
    for (const part of ['label', 'key', 'value'] as const)
      if (new Set(choices.map((choice) => choice[part])).size !== choices.length)
        problems.push(`“${question.id}” has two choices with the same ${part}`);
    return refusals;
  };
  /** The next turn of the script; a program that asks something else gets an Interrupted, so that it ends. */
  const turn = async (id: string): Promise<Turn> => {
    if (gone !== undefined) throw new Interrupted(gone);
    const scripted = turns[next];
    const number = next;
    next += 1;
    await onPut(number, id);
    if (scripted?.[0] !== id) {
      problems.push(
        scripted === undefined
          ? `“${id}” was asked after the script had ended`
          : `“${id}” was asked where the script has “${scripted[0]}” (turn ${next})`,
      );
      gone = 'ctrl-c';
      throw new Interrupted('ctrl-c');
    }
    const [, given] = scripted;
    if (typeof given === 'object' && 'leave' in given) {
      gone = given.leave;
      throw new Interrupted(given.leave);
    }
    return scripted;
  };
  const broken = (text: string): never => {
    problems.push(text);
    gone = 'ctrl-c';
    throw new Interrupted('ctrl-c');
  };
  const pick = <T>({ id, choices }: Pick<OneQuestion<T>, 'id' | 'choices'>, given: string | boolean): T => {
    const choice = choices.find(({ value, key }) => value === given || key === given);
    return choice === undefined
      ? broken(
          `“${id}” has no choice “${String(given)}”: ${choices.map(({ value, key }) => key ?? String(value)).join(', ')}`,
        )
      : choice.value;
  };
  const goBack = (question: { readonly id: string; readonly back: boolean | 'unlisted' }): { readonly kind: 'back' } =>
    question.back !== false ? { kind: 'back' } : broken(`“${question.id}” has no way back`);

  const prompter = (): LivePrompter => ({
    say: tell,
    introduce: (one) => tell(screenDocument(one, 9)),
    async askOne<T>(question: OneQuestion<T>): Promise<Asked<T>> {
      see(question.above);
      if (goesWithoutSaying(question.id)) {
        silently.push(question.id);
        return {
          kind: 'answer',
          value: pick(question, question.id.startsWith('step:') ? 'done' : (question.choices[0]?.key ?? '')),
        };
      }
      note(question);
      if (question.initial !== undefined && !question.choices.some(({ value }) => value === question.initial))
        problems.push(`“${question.id}” starts on a choice it does not have`);
      const [, given] = await turn(question.id);
      if (
        given === BACK ||
        (given === 'back' && question.back !== false && !question.choices.some(({ key }) => key === 'back'))
      )
        return goBack(question);
      const first = question.choices[0];
      if (given === ENTER)
        return { kind: 'answer', value: question.initial ?? (first as (typeof question.choices)[number]).value };
      return {
        kind: 'answer',
        value:
          typeof given === 'string' || typeof given === 'boolean'
            ? pick(question, given)
            : broken(`“${question.id}” takes one answer`),
      };
    },
    async askSeveral<T>(question: SeveralQuestion<T>): Promise<Asked<readonly T[]>> {
      note(question);
      const [, given] = await turn(question.id);
      if (given === BACK) return goBack(question);
      if (given === ENTER)
        return question.initial.length > 0
          ? { kind: 'answer', value: question.initial }
          : broken(`“${question.id}” has nothing to take with Enter`);
      const list =
        typeof given === 'string'
          ? [given]
          : Array.isArray(given)
            ? (given as readonly string[])
            : broken(`“${question.id}” takes a list`);
      const values = list.map((one) => pick(question, one));
      if (values.length > 1 && values.some((value) => question.alone.includes(value)))
        broken(`“${question.id}” does not take ${list.join(' and ')} together`);
      return { kind: 'answer', value: values };
    },
    async askText(question: TextQuestion): Promise<Asked<string>> {
      const refusals = note(question);
      for (;;) {
        const [, given, refused] = await turn(question.id);
        if (given === BACK) return goBack(question);
        const text =
          given === ENTER
            ? (question.initial ?? '')
            : typeof given === 'string'
              ? given
              : broken(`“${question.id}” takes a text`);
        const why = await question.check(text);
        if (why === undefined && refused === undefined) return { kind: 'answer', value: text };
        if (why === undefined) return broken(`“${question.id}” took “${text}”, which was to be refused`);
        if (refused === undefined) return broken(`“${question.id}” refused “${text}”: ${why}`);
        refusals.push(why);
      }
    },
    refresh() {},
    interrupt(how) {
      gone = how;
    },
    close() {
      closed = true;
    },
  });

  return {
    turns,
    put,
    silently,
    said: () => said,
    saidAfter: () => since,
    problems: () => [
      ...problems,
      ...(problems.length > 0 ? [] : turns.slice(next).map(([id]) => `“${id}” was never asked`)),
      ...(closed ? [] : ['the terminal was not given back']),
    ],
    sitDown(at) {
      out = at;
      return prompter();
    },
    get closed() {
      return closed;
    },
  };
}
