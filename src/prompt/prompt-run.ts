// Runs a prompt of Inquirer to its answer, and says why it ended otherwise: a key, a signal, the end of input, the shell.
import { emitKeypressEvents, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { Interrupted, type Asked, type Leaving } from './prompter';

/** Why a prompt was taken away from under Inquirer. */
type Ending =
  | { readonly kind: 'back' }
  | Pause
  | { readonly kind: 'left'; readonly how: Leaving }
  | { readonly kind: 'failed'; readonly error: unknown };
/** The prompt is to be shown again: after the shell had the terminal, or at once. */
type Pause = { readonly kind: 'suspended' | 'refreshed' | 'redrawn' };
type Key = { name?: string; readonly ctrl?: boolean };
/** What a prompt of Inquirer runs in. */
export type Context = {
  readonly input: Readable;
  readonly output: Writable;
  readonly signal: AbortSignal;
  readonly clearPromptOnDone: true;
};

/** A lone Esc is told from an arrow key by this pause, in milliseconds; Node waits 500. */
const ESC_PAUSE = 100;

export type PromptRun = {
  /**
   * Runs one prompt to its answer, and again from where it was after the terminal was used by others. `typed` says what stands on the
   * line, so that Ctrl-D leaves only when nothing does; `open` makes the place where the prompt is drawn.
   */
  run<V>(
    back: boolean,
    typed: () => string,
    prompt: (context: Context) => Promise<V>,
    open: () => void,
  ): Promise<Asked<V>>;
  /** Ends the prompt that waits, if there is one. */
  end(ending: Ending): void;
  isWaiting(): boolean;
  /** Ends this prompt and every later one. */
  leave(how: Leaving): void;
};

/** `disturbed` hears that the terminal was used by others; `true`: that the person asked for a clean screen. */
export function promptRunOn({
  stdin,
  stderr,
  suspend,
  disturbed,
}: {
  readonly stdin: Readable;
  readonly stderr: Writable;
  readonly suspend: (() => Promise<void>) | undefined;
  readonly disturbed: (clear: boolean) => void;
}): PromptRun {
  let left: Leaving | undefined;
  let endCurrent: ((ending: Ending) => void) | undefined;

  /** Runs one prompt to its answer, and again from where it was after the terminal was used by others. */
  async function run<V>(
    back: boolean,
    typed: () => string,
    prompt: (context: Context) => Promise<V>,
    open: () => void,
  ): Promise<Asked<V>> {
    for (;;) {
      open();
      const asked = await runOnce(back, typed, prompt);
      if (asked.kind === 'answer' || asked.kind === 'back') return asked;
      if (asked.kind === 'suspended') await suspend?.();
      disturbed(asked.kind === 'redrawn');
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
      } else if (ctrl && name === 'l') {
        // Readline would clear the screen and draw its own empty line.
        key.name = 'redrawn';
        end({ kind: 'redrawn' });
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
      if (why.kind === 'left') throw new Interrupted(why.how);
      if (why.kind === 'failed') throw why.error;
      return why;
    } finally {
      endCurrent = undefined;
      stdin.off('keypress', onKey);
      for (const event of closings) stdin.off(event, onEnd);
    }
  }

  return {
    run,
    end: (ending) => endCurrent?.(ending),
    isWaiting: () => endCurrent !== undefined,
    leave(how) {
      left = how;
      endCurrent?.({ kind: 'left', how });
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
