// The plain twin of the rich prompter: lines in, lines out, append-only. For screen readers, dumb terminals and pipes.
import type { Readable, Writable } from 'node:stream';
import { screenDocument, USUAL_RANK } from '../view/document';
import type { Document, Screen } from '../view/document';
import { escapeToOneLine } from '../render/escape';
import { spansOf } from '../render/spans';
import { plainStyle } from '../render/style';
import { pauses, sentence } from '../render/typography';
import { endingInNewline, printable, wrapped } from './layout';

import { lineQueue, type TypedLine } from './line-queue';
import { folded, matchOne, matchSeveral, type Named } from './matching';
import type {
  Asked,
  Choice,
  LivePrompter,
  Offer,
  OneQuestion,
  PromptWords,
  SeveralQuestion,
  TextQuestion,
} from './prompter';

type Question = OneQuestion<unknown> | SeveralQuestion<unknown> | TextQuestion;
/** What one line meant: an answer and the words to repeat it with, the wish to go back, or why neither. */
type Reading<T> =
  | { readonly kind: 'answer'; readonly value: T; readonly said: string }
  | { readonly kind: 'back' }
  | { readonly kind: 'no'; readonly why: string };

const BACK_KEY = 'b';

/**
 * Asks with numbered lines on `output` and reads lines from `input`, which may be a terminal or a pipe.
 * Writes no escape sequences and never touches the terminal's mode. Rejects with `Interrupted` at the end of input.
 */
export function linePrompter({
  input,
  output,
  columns,
  words,
  show,
}: {
  readonly input: Readable;
  readonly output: Writable;
  readonly columns: () => number;
  readonly words: PromptWords;
  readonly show: (document: Document) => string;
}): LivePrompter {
  const queue = lineQueue(input);
  /** The prompt before the cursor while a line is waited for. */
  let waiting: string | undefined;
  const typedIsShown = 'isTTY' in input && input.isTTY === true;
  const fit = (text: string): string => wrapped(text, columns()).join('\n');
  const wayBack: Named = { label: words.back, key: BACK_KEY, unnumbered: true };

  async function nextLine(): Promise<TypedLine> {
    try {
      const line = await queue.next();
      if (!typedIsShown) output.write('\n');
      return line;
    } catch (error) {
      output.write('\n');
      throw error;
    }
  }

  async function ask<T>(
    question: Question,
    request: string,
    read: (text: string) => Promise<Reading<T>> | Reading<T>,
  ): Promise<Asked<T>> {
    for (const line of linesOf(question, words)) output.write(`${fit(line)}\n`);
    for (;;) {
      waiting = `${fit(request)} `;
      output.write(waiting);
      const { text, cut } = await nextLine().finally(() => (waiting = undefined));
      const reading: Reading<T> = cut
        ? { kind: 'no', why: words.tooLong }
        : question.back !== false && isWayBack(text)
          ? { kind: 'back' }
          : await read(text.trim());
      if (reading.kind === 'no') {
        output.write(`${fit(reading.why)}\n`);
        continue;
      }
      const said = reading.kind === 'back' ? words.back : reading.said;
      if (said !== '') output.write(`${fit(words.youChose(said))}\n`);
      return reading.kind === 'back' ? reading : { kind: 'answer', value: reading.value };
    }
  }
  /** A screen is read out when it is new; after that only what has happened is. */
  let lastRead: string | undefined;
  const readOut = (screen: Screen | undefined): void => {
    if (screen === undefined) return void (lastRead = undefined);
    const { key, lang, parts, notice } = screen;
    // What a notice speaks of is the address: it is read with it.
    const pages = parts.flatMap(({ block }) => (block.kind === 'page' ? [block] : []));
    if (key !== lastRead) output.write(endingInNewline(show(screenDocument(screen, USUAL_RANK))));
    else if (notice !== undefined)
      output.write(endingInNewline(show({ lang, title: '', blocks: [notice, ...pages], result: null })));
    // Coming back from a page of a screen reads nothing again: the person was told of it before.
    if (!key.includes('/')) lastRead = key;
  };
  const isWayBack = (text: string): boolean => [BACK_KEY, folded(words.back)].includes(folded(text));

  return {
    say: (document) => void output.write(endingInNewline(show(document))),
    introduce: (screen) => void output.write(endingInNewline(show(screenDocument(screen, USUAL_RANK)))),
    askOne<T>(question: OneQuestion<T>) {
      const { choices } = question;
      readOut(question.above);
      const initial = choices.findIndex(({ value }) => value === question.initial);
      const last = choices.length;
      const request =
        words.chooseNumber(1, last) +
        (initial === -1 ? '' : words.orEnterFor(`${initial + 1} (${labelOf(choices, initial)})`));
      return ask<T>(question, request + words.colon.trimEnd(), (text) => {
        const index = text === '' ? initial : matchOne(text, question.back !== false ? [...choices, wayBack] : choices);
        if (index === last) return { kind: 'back' };
        const choice = choices[index ?? -1];
        return choice === undefined
          ? { kind: 'no', why: words.notAChoice(shortened(text), 1, last) }
          : { kind: 'answer', value: choice.value, said: choice.label };
      });
    },
    askSeveral<T>(question: SeveralQuestion<T>) {
      const { choices } = question;
      const initial = choices.flatMap(({ value }, index) => (question.initial.includes(value) ? [index] : []));
      const labels = (indexes: readonly number[]): string => indexes.map((index) => labelOf(choices, index)).join(', ');
      const last = choices.length;
      const request =
        words.chooseNumbers(1, last) +
        (initial.length === 0
          ? ''
          : words.orEnterFor(`${initial.map((index) => index + 1).join(', ')} (${labels(initial)})`));
      return ask<readonly T[]>(question, request + words.colon.trimEnd(), (text) => {
        const read = text === '' ? { indexes: initial } : matchSeveral(text, choices);
        if ('unknown' in read) return { kind: 'no', why: words.notAChoice(shortened(read.unknown), 1, last) };
        if (read.indexes.length === 0) return { kind: 'no', why: words.chooseAtLeastOne };
        const chosen = read.indexes.flatMap((index) => choices.slice(index, index + 1));
        const single = chosen.find(({ value }) => question.alone.includes(value));
        if (single !== undefined && chosen.length > 1) return { kind: 'no', why: words.onlyAlone(single.label) };
        return { kind: 'answer', value: chosen.map(({ value }) => value), said: labels(read.indexes) };
      });
    },
    async askText(question: TextQuestion) {
      const initial = printable(question.initial ?? '');
      let offered: Offer | undefined;
      const take = (offer: Offer): void => {
        // Shown once for each answer offered: its label changes every second with its age.
        if (offer.value !== offered?.value) output.write(`\n${fit(escapeToOneLine(offer.label))}\n> `);
        offered = offer;
      };
      let stop: (() => void) | undefined;
      try {
        // What is offered comes after the question it is an answer to.
        queueMicrotask(() => (stop = question.offers?.(take)));
        return await ask<string>(question, initial === '' ? '>' : `(${initial}) >`, async (text) => {
          const value = text === '' ? (offered?.value ?? initial) : text;
          const why = await question.check(value);
          return why === undefined ? { kind: 'answer', value, said: value } : { kind: 'no', why };
        });
      } finally {
        stop?.();
      }
    },
    interrupt: (how) => queue.interrupt(how),
    refresh() {
      if (waiting === undefined) return;
      output.write(`\n${waiting}`);
      input.resume();
    },
    close: () => queue.close(),
  };
}

/** The question as lines: title and aside, help, one line a choice, the way back. */
function linesOf(question: Question, words: PromptWords): readonly string[] {
  const choices = 'choices' in question ? question.choices : [];
  return [
    [question.title, question.aside]
      .flatMap((part) => (part === undefined ? [] : [sentence(part, words.lang)]))
      .join(' '),
    ...(question.help === undefined
      ? []
      : [
          spansOf(question.help, { style: plainStyle, quotes: words.quotes })
            .map(({ text }) => text)
            .join(''),
        ]),
    ...choices.map(
      ({ label, hint }, index) =>
        `${index + 1}. ${closed(label)}${hint === undefined ? '' : ` ${sentence(hint, words.lang)}`}`,
    ),
    ...(question.back === true ? [`${BACK_KEY}. ${closed(words.back)}`] : []),
  ];
}

const labelOf = (choices: readonly Choice<unknown>[], index: number): string => choices[index]?.label ?? '';

/** `text` with an end that a screen reader pauses at. */
const closed = (text: string): string => (pauses(text) ? text : `${text}.`);

/** Enough of what was typed to recognise it. */
function shortened(typed: string): string {
  const shown = [...escapeToOneLine(typed)];
  return shown.length <= 40 ? shown.join('') : `${shown.slice(0, 39).join('')}…`;
}
