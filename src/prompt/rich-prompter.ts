// The prompter for a person at a terminal: lists to move in, boxes to tick, a line to type on. Built on Inquirer, which stays inside.
import type { Readable, Writable } from 'node:stream';
import type { Document } from '../view/document';
import type { Style } from '../render/style';
import { printable } from './layout';
import {
  type Asked,
  type LivePrompter,
  type OneQuestion,
  type PromptWords,
  type SeveralQuestion,
  type TextQuestion,
} from './prompter';
import { answeredLines, glyphsFor, type Canvas } from './rich-frame';
import { layOut } from './list-parts';
import { promptRunOn } from './prompt-run';
import { richPrompts } from './rich-prompts';
import { stageOn } from './rich-stage';

/** Beyond this a line is hard to read; notes at the right stand here too. */
const WIDEST = 80;
const SHOW_CURSOR = '\u001b[?25h';

/**
 * Asks on `stderr` and reads keys from `stdin`; both must be terminals.
 * Ctrl-B and Esc go back where the question allows it; Ctrl-C, Ctrl-D and a closed terminal reject with `Interrupted`.
 * Ctrl-Z takes the frame away and hands over to the shell; it stands there again, as it was, when the person comes back.
 */
export function richPrompter({
  stdin,
  stderr,
  columns,
  words,
  show,
  draw,
  style,
  unicode,
  suspend,
}: {
  readonly stdin: Readable;
  readonly stderr: Writable;
  readonly columns: () => number;
  readonly words: PromptWords;
  readonly show: (document: Document) => string;
  /** A document as it stands in a frame, without room around it. */
  readonly draw: (document: Document) => string;
  readonly style: Style;
  /** Whether the terminal shows ❯ ◯ ◉ ✔ …; ASCII stands in when not. */
  readonly unicode: boolean;
  /** Hands the terminal to the shell, and resolves when the program is in front again. `undefined` where there is no such thing. */
  readonly suspend: (() => Promise<void>) | undefined;
}): LivePrompter {
  let prompts: Promise<ReturnType<typeof richPrompts>> | undefined;
  const load = () => (prompts ??= import('@inquirer/core').then(richPrompts));

  const glyphs = glyphsFor(unicode);
  const canvas = (): Canvas => ({
    width: Math.max(10, Math.min(columns(), WIDEST)),
    rows: rowsOf(stderr),
    style,
    quotes: words.quotes,
    glyphs,
  });
  const drawn = (keys: string, back: boolean) => ({
    canvas,
    keys: back ? `${keys}, ${words.keysBack}` : keys,
    screen: stderr,
  });

  const stage = stageOn({ stderr, rows: () => rowsOf(stderr), show, draw });
  const { run, ...waiting } = promptRunOn({ stdin, stderr, suspend, disturbed: (clear) => stage.disturbed(clear) });
  const keepLine = (title: string, answer: string): void => stage.keep(answeredLines(canvas(), title, answer));
  const nothingTyped = (): string => '';
  const goneBack = (): { readonly kind: 'back' } => {
    stage.takeBack();
    return { kind: 'back' };
  };

  return {
    say: (document) => stage.say(document),
    introduce: (screen) => stage.introduce(screen),

    async askOne<T>(question: OneQuestion<T>): Promise<Asked<T>> {
      const { one } = await load();
      const { choices, back } = question;
      const above = question.above ?? stage.introduced();
      const { choiceAt, ...laidOut } = layOut(question, words);
      let active = Math.max(
        0,
        choices.filter(({ shortcut }) => shortcut === undefined).findIndex(({ value }) => value === question.initial),
      );
      const config = {
        ...drawn('', false),
        ...laidOut,
        heading: question,
        above: above === undefined ? undefined : { screen: above, draw, keysPage: words.keysPage },
        onMove: (now: number): void => void (active = now),
      };
      const asked = await run(
        back !== false,
        nothingTyped,
        (context) => one({ ...config, initial: active }, context),
        () => stage.open(above),
      );
      const choice = asked.kind === 'answer' ? choiceAt(asked.value) : undefined;
      if (choice === undefined) return above === undefined ? goneBack() : { kind: 'back' };
      if (above === undefined) keepLine(question.title, choice.label);
      else stage.answered(above, answeredLines(canvas(), question.title, choice.label));
      return { kind: 'answer', value: choice.value };
    },

    async askSeveral<T>(question: SeveralQuestion<T>): Promise<Asked<readonly T[]>> {
      const { several } = await load();
      const { choices } = question;
      const back = question.back !== false;
      const indexesOf = (values: readonly T[]): readonly number[] =>
        choices.flatMap(({ value }, index) => (values.includes(value) ? [index] : []));
      const config = {
        ...drawn(words.keysSeveral, back),
        heading: question,
        items: back ? [...choices, { label: words.back }] : choices,
        back: back ? choices.length : undefined,
        alone: new Set(indexesOf(question.alone)),
        shortcuts: choices.flatMap(({ shortcut }, index) => (shortcut === undefined ? [] : [{ ...shortcut, index }])),
      };
      let now = { active: indexesOf(question.initial)[0] ?? 0, initial: indexesOf(question.initial) };
      const onMove = (active: number, initial: readonly number[]): void => void (now = { active, initial });
      const asked = await run(
        back,
        nothingTyped,
        (context) => several({ ...config, ...now, onMove }, context),
        () => stage.open(undefined),
      );
      if (asked.kind === 'back' || (back && asked.value.includes(choices.length))) return goneBack();
      const chosen = choices.filter((_, index) => asked.value.includes(index));
      keepLine(question.title, chosen.map(({ label }) => label).join(', '));
      return { kind: 'answer', value: chosen.map(({ value }) => value) };
    },

    async askText(question: TextQuestion): Promise<Asked<string>> {
      const { text } = await load();
      const { check, offers } = question;
      const back = question.back !== false;
      let typed = printable(question.initial ?? '');
      const config = {
        ...drawn(words.keysText, back),
        heading: question,
        check,
        offers,
        onTyping: (now: string) => void (typed = now),
      };
      const onFailure = (error: unknown): void => waiting.end({ kind: 'failed', error });
      const asked = await run(
        back,
        () => typed,
        (context) => text({ ...config, initial: typed, onFailure, signal: context.signal }, context),
        () => stage.open(undefined),
      );
      if (asked.kind === 'back') return goneBack();
      keepLine(question.title, asked.value);
      return asked;
    },

    interrupt: (how) => waiting.leave(how),
    refresh: () => waiting.end({ kind: 'refreshed' }),

    close() {
      stage.close();
      if (!waiting.isWaiting()) return;
      waiting.end({ kind: 'left', how: 'end-of-input' });
      if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(false);
      stderr.write(SHOW_CURSOR);
    },
  };
}

const rowsOf = (stream: Writable): number =>
  'rows' in stream && typeof stream.rows === 'number' && stream.rows > 0 ? stream.rows : 24;
