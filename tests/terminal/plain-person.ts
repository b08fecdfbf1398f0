// The same person in plain mode: reads what comes, line after line, and types whole lines. Nothing is read twice.
import { loadCatalogue } from '../../src/content/catalogue';
import { translatorOf, type Translator } from '../../src/view/translator';
import { runInTerminal, type TerminalRun } from '../support/terminal';
import { PROGRAM } from '../support/tools';
import { flat, surroundings, wordsOf, type Seat } from './person';

export type PlainPerson = {
  readonly terminal: TerminalRun;
  readonly translator: Translator;
  /** Waits for these words, after all that was read before. */
  reads(words: string): Promise<void>;
  /** Waits for a question and answers it by typing; `said` is how the program repeats the answer. */
  answers(title: string, typed: string, said?: string): Promise<void>;
  /** Answers a question of the interview with the labels of its choices, or a day. */
  answersQuestion(question: string, ...values: readonly string[]): Promise<void>;
};

/** Starts the built program in plain mode, by the flag unless `env` asks for it. */
export async function sitDownPlainly({
  home,
  args = ['--plain'],
  columns = 80,
  rows = 40,
  env = {},
  lang = 'en',
  starter = [process.execPath],
}: Seat): Promise<PlainPerson> {
  const [file, ...before] = starter;
  const terminal = runInTerminal(file, [...before, PROGRAM, ...args], {
    columns,
    rows,
    cwd: home,
    env: { ...surroundings(home), ...env },
  });
  const translator = translatorOf(await loadCatalogue(lang), lang);
  const { say, ui } = translator;
  let read = 0;

  async function reads(words: string): Promise<void> {
    const wanted = flat(words);
    const at = (): number => flat(terminal.raw()).indexOf(wanted, read);
    await terminal.waitFor(() => at() !== -1);
    read = at() + wanted.length;
  }
  async function answers(title: string, typed: string, said = typed): Promise<void> {
    await reads(title);
    await terminal.waitFor(() => /[:>] ?$/.test(flat(terminal.raw()).slice(read)));
    terminal.type(typed);
    terminal.key('enter');
    if (said !== '') await reads(say(ui.prompt.you_chose, { label: said }));
  }
  return {
    terminal,
    translator,
    reads,
    answers,
    answersQuestion(question, ...values) {
      const { title, labels } = wordsOf(translator, question, values);
      if (question === 'next-billing') return answers(title, values[0] ?? '');
      return answers(title, labels.join(', '));
    },
  };
}
