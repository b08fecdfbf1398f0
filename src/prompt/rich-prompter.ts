// The prompter for a person at a terminal: lists to move in, boxes to tick, a line to type on. Built on Inquirer, which stays inside.
import { emitKeypressEvents, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Document } from '../view/document';
import type { Style } from '../render/style';
import { endingInNewline, printable } from './layout';
import {
  Interrupted,
  type Asked,
  type Leaving,
  type LivePrompter,
  type OneQuestion,
  type PromptWords,
  type SeveralQuestion,
  type TextQuestion,
} from './prompter';
import { answeredLines, glyphsFor, type Canvas } from './rich-frame';
import { richPrompts } from './rich-prompts';

/** Why a prompt was taken away from under Inquirer. */
type Ending =
  | { readonly kind: 'back' }
  | Pause
  | { readonly kind: 'left'; readonly how: Leaving }
  | { readonly kind: 'failed'; readonly error: unknown };
/** The prompt is to be shown again: after the shell had the terminal, or at once. */
type Pause = { readonly kind: 'suspended' } | { readonly kind: 'refreshed' };
type Key = { name?: string; readonly ctrl?: boolean };

/** Beyond this a line is hard to read; notes at the right stand here too. */
const WIDEST = 80;
/** A lone Esc is told from an arrow key by this pause, in milliseconds; Node waits 500. */
const ESC_PAUSE = 100;
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
  style,
  unicode,
  suspend,
}: {
  readonly stdin: Readable;
  readonly stderr: Writable;
  readonly columns: () => number;
  readonly words: PromptWords;
  readonly show: (document: Document) => string;
  readonly style: Style;
  /** Whether the terminal shows ❯ ◯ ◉ ✔ …; ASCII stands in when not. */
  readonly unicode: boolean;
  /** Hands the terminal to the shell, and resolves when the program is in front again. `undefined` where there is no such thing. */
  readonly suspend: (() => Promise<void>) | undefined;
}): LivePrompter {
  let left: Leaving | undefined;
  let endCurrent: ((ending: Ending) => void) | undefined;
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

  type Context = {
    readonly input: Readable;
    readonly output: Writable;
    readonly signal: AbortSignal;
    readonly clearPromptOnDone: true;
  };
  /** Runs one prompt to its answer, and again from where it was after the terminal was used by others. */
  async function run<V>(
    back: boolean,
    typed: () => string,
    prompt: (context: Context) => Promise<V>,
  ): Promise<Asked<V>> {
    for (;;) {
      const asked = await runOnce(back, typed, prompt);
      if (asked.kind === 'answer' || asked.kind === 'back') return asked;
      if (asked.kind === 'suspended') await suspend?.();
    }
  }

  /** `typed` says what stands on the line, so that Ctrl-D leaves only when nothing does. */
  async function runOnce<V>(
    back: boolean,
    typed: () => string,
    prompt: (context: Context) => Promise<V>,
  ): Promise<Asked<V> | Pause> {
    if (stdin.readableEnded || stdin.destroyed) left ??= 'end-of-input';
    if (left !== undefined) throw new Interrupted(left);
    const controller = new AbortController();
    let ending: Ending | undefined;
    const end = (why: Ending): void => {
      ending ??= why;
      controller.abort();
    };
    const onKey = (_text: string | undefined, key: Key): void => {
      const { name, ctrl = false } = key;
      if (ctrl && name === 'c') end({ kind: 'left', how: 'ctrl-c' });
      else if (ctrl && name === 'd' && typed() === '') end({ kind: 'left', how: 'end-of-input' });
      else if (ctrl && name === 'z') {
        // Readline would stop this process alone, with its frame on the screen and its input paused for good.
        key.name = 'suspended';
        if (suspend !== undefined) end({ kind: 'suspended' });
      } else if (back && ((ctrl && name === 'b') || name === 'escape')) end({ kind: 'back' });
    };
    const onEnd = (): void => end({ kind: 'left', how: 'end-of-input' });
    const closings = ['end', 'close', 'error'] as const;

    // The first caller sets the pause for the whole life of the stream; only this field of the interface is read.
    emitKeypressEvents(stdin, { escapeCodeTimeout: ESC_PAUSE } as unknown as Interface);
    stdin.prependListener('keypress', onKey);
    for (const event of closings) stdin.on(event, onEnd);
    endCurrent = end;
    try {
      const value = await prompt({ input: stdin, output: stderr, signal: controller.signal, clearPromptOnDone: true });
      return { kind: 'answer', value };
    } catch (error) {
      const why: Ending = ending ?? leftInside(error) ?? { kind: 'failed', error };
      if (why.kind === 'back' || why.kind === 'suspended' || why.kind === 'refreshed') return why;
      throw why.kind === 'left' ? new Interrupted(why.how) : why.error;
    } finally {
      endCurrent = undefined;
      stdin.off('keypress', onKey);
      for (const event of closings) stdin.off(event, onEnd);
    }
  }

  const keepLine = (title: string, answer: string): void => {
    stderr.write(`${answeredLines(canvas(), title, answer).join('\n')}\n`);
  };
  const nothingTyped = (): string => '';

  return {
    say: (document) => void stderr.write(endingInNewline(show(document))),

    async askOne<T>(question: OneQuestion<T>): Promise<Asked<T>> {
      const { one } = await load();
      const { choices, back } = question;
      const items = back ? [...choices, { label: words.back }] : choices;
      const initial = Math.max(
        0,
        choices.findIndex(({ value }) => value === question.initial),
      );
      let active = initial;
      const onMove = (now: number): void => void (active = now);
      const asked = await run(back, nothingTyped, (context) =>
        one({ ...drawn(words.keysOne, back), heading: question, items, initial: active, onMove }, context),
      );
      const choice = asked.kind === 'answer' ? choices[asked.value] : undefined;
      if (choice === undefined) return { kind: 'back' };
      keepLine(question.title, choice.label);
      return { kind: 'answer', value: choice.value };
    },

    async askSeveral<T>(question: SeveralQuestion<T>): Promise<Asked<readonly T[]>> {
      const { several } = await load();
      const { choices, back } = question;
      const indexesOf = (values: readonly T[]): readonly number[] =>
        choices.flatMap(({ value }, index) => (values.includes(value) ? [index] : []));
      const config = {
        ...drawn(words.keysSeveral, back),
        heading: question,
        items: choices,
        alone: new Set(indexesOf(question.alone)),
        chooseAtLeastOne: words.chooseAtLeastOne,
      };
      let now = { active: indexesOf(question.initial)[0] ?? 0, initial: indexesOf(question.initial) };
      const onMove = (active: number, initial: readonly number[]): void => void (now = { active, initial });
      const asked = await run(back, nothingTyped, (context) => several({ ...config, ...now, onMove }, context));
      if (asked.kind === 'back') return asked;
      const chosen = choices.filter((_, index) => asked.value.includes(index));
      keepLine(question.title, chosen.map(({ label }) => label).join(', '));
      return { kind: 'answer', value: chosen.map(({ value }) => value) };
    },

    async askText(question: TextQuestion): Promise<Asked<string>> {
      const { text } = await load();
      const { back, check, offers } = question;
      let typed = printable(question.initial ?? '');
      const config = {
        ...drawn(words.keysText, back),
        heading: question,
        check,
        offers,
        onTyping: (now: string) => void (typed = now),
      };
      const onFailure = (error: unknown): void => endCurrent?.({ kind: 'failed', error });
      const asked = await run(
        back,
        () => typed,
        (context) => text({ ...config, initial: typed, onFailure, signal: context.signal }, context),
      );
      if (asked.kind === 'answer') keepLine(question.title, asked.value);
      return asked;
    },

    interrupt(how) {
      left = how;
      endCurrent?.({ kind: 'left', how });
    },

    refresh: () => endCurrent?.({ kind: 'refreshed' }),

    close() {
      if (endCurrent === undefined) return;
      endCurrent({ kind: 'left', how: 'end-of-input' });
      if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(false);
      stderr.write(SHOW_CURSOR);
    },
  };
}

/** Inquirer itself gave up: a signal it saw first, or the end of the program. Told by name, since its classes are loaded later. */
function leftInside(error: unknown): Ending | undefined {
  if (!(error instanceof Error) || error.name !== 'ExitPromptError') return undefined;
  const signal = /SIGTERM|SIGHUP|SIGINT/.exec(error.message)?.[0];
  return {
    kind: 'left',
    how: signal === 'SIGTERM' || signal === 'SIGHUP' ? signal : signal === 'SIGINT' ? 'ctrl-c' : 'end-of-input',
  };
}

const rowsOf = (stream: Writable): number =>
  'rows' in stream && typeof stream.rows === 'number' && stream.rows > 0 ? stream.rows : 24;
