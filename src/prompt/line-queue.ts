// Lines from a stream, one at a time and none lost, however they arrive.
import type { Readable } from 'node:stream';
import { Interrupted, type Leaving } from './prompter';

/** One line without its end. `cut` when it was longer than anybody types; `text` is then its beginning. */
export type TypedLine = { readonly text: string; readonly cut: boolean };

export type LineQueue = {
  /** The next line. Rejects with `Interrupted` at the end of input or after `interrupt`. */
  next(): Promise<TypedLine>;
  interrupt(how: Leaving): void;
  /** Stops reading. What has not been read stays in the stream. */
  close(): void;
};

/**
 * Reads `input` only while somebody waits for a line, so it holds at most one chunk and never keeps the program alive.
 * Understands UTF-8 with or without a byte order mark, LF and CRLF; drops NUL; a last line needs no line end.
 */
export function lineQueue(input: Readable, longest = 64 * 1024): LineQueue {
  const decoder = new TextDecoder();
  const lines: TypedLine[] = [];
  let begun: { text: string; cut: boolean } = { text: '', cut: false };
  let waiting: { resolve: (line: TypedLine) => void; reject: (reason: Interrupted) => void } | undefined;
  let left: Leaving | undefined;
  let listening = false;

  const settle = (): void => {
    if (waiting === undefined) return;
    const line = left === undefined || left === 'end-of-input' ? lines.shift() : undefined;
    if (line !== undefined) waiting.resolve(line);
    else if (left !== undefined) waiting.reject(new Interrupted(left));
    else return;
    waiting = undefined;
  };
  const finishLine = (): void => {
    lines.push({ text: begun.text.replace(/\r$/, ''), cut: begun.cut });
    begun = { text: '', cut: false };
  };
  const take = (text: string): void => {
    const [first = '', ...rest] = text.replace(/[\0\uFEFF]/g, '').split('\n');
    append(first);
    for (const part of rest) {
      finishLine();
      append(part);
    }
  };
  const append = (text: string): void => {
    const room = longest - begun.text.length;
    begun = { text: begun.text + text.slice(0, room), cut: begun.cut || text.length > room };
  };
  const onChunk = (chunk: Buffer | string): void => {
    take(typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    if (lines.length > 0) input.pause();
    settle();
  };
  const onEnd = (): void => {
    take(decoder.decode());
    if (begun.text !== '') finishLine();
    left ??= 'end-of-input';
    settle();
  };
  const listen = (): void => {
    if (listening) return;
    listening = true;
    if (input.readableEnded || input.destroyed) return onEnd();
    input.on('data', onChunk).on('end', onEnd).on('close', onEnd).on('error', onEnd);
  };

  return {
    next: () =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        listen();
        settle();
        if (waiting !== undefined) input.resume();
      }),
    interrupt(how) {
      left = how;
      input.pause();
      settle();
    },
    close() {
      input.pause();
      input.off('data', onChunk).off('end', onEnd).off('close', onEnd).off('error', onEnd);
      listening = false;
    },
  };
}
