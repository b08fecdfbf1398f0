// Where things stand in the terminal: a screen begins at the top, comes back to its place, and stays in the scrollback once it is left.
import type { Writable } from 'node:stream';
import { screenDocument, USUAL_RANK } from '../view/document';
import type { Document, Screen } from '../view/document';
import { endingInNewline } from './layout';

const TO_TOP = '\u001b[H';
const ERASE_BELOW = '\r\u001b[J';
const UP = '\u001b[A';

export type Stage = {
  say(document: Document): void;
  /** What is shown with the next question of one choice, or by itself before anything else. */
  introduce(screen: Screen): void;
  /** Takes what was introduced, for the question that is shown with it. */
  introduced(): Screen | undefined;
  /** Before a question: `above` is the screen it is asked on, `undefined` where it follows what was said. */
  open(above: Screen | undefined): void;
  /** The line that stays of an answered question. */
  keep(lines: readonly string[]): void;
  /** The question after the last kept line was gone back from: that line is no answer any more. */
  takeBack(): void;
  /** A question on a screen was answered; the screen is kept once something else follows. */
  answered(above: Screen, lines: readonly string[]): void;
  /** Others used the terminal meanwhile. `clear`: the person asked for a clean screen. */
  disturbed(clear: boolean): void;
  close(): void;
};

/**
 * Keeps track of the screen that is shown. What stood in the terminal before moves into its scrollback and is never erased; a screen
 * is drawn from the top row on, and drawn again there when the person comes back to it from one of its pages.
 */
export function stageOn({
  stderr,
  rows,
  show,
  draw,
}: {
  readonly stderr: Writable;
  readonly rows: () => number;
  readonly show: (document: Document) => string;
  readonly draw: (document: Document) => string;
}): Stage {
  /** The screen at the top of the window, erased but for its place. */
  let current: Screen | undefined;
  /** What is to stay of it. */
  let pending: { readonly screen: Screen; readonly lines: readonly string[] } | undefined;
  /** The rows of each kept line since something else was written. */
  let kept: number[] = [];
  let waiting: Screen | undefined;

  const write = (text: string): void => void stderr.write(text);
  /** A line break in the last row moves the top one into the scrollback: as many as there are rows move all of them. */
  const toScrollback = (): string => `${'\n'.repeat(rows())}${TO_TOP}`;
  const flush = (): void => {
    current = undefined;
    if (waiting !== undefined) {
      const screen = waiting;
      waiting = undefined;
      kept = [];
      write(endingInNewline(show(screenDocument(screen, USUAL_RANK))));
    }
    if (pending === undefined) return;
    kept = [];
    const { screen, lines } = pending;
    pending = undefined;
    const { notice: _said, ...lasting } = screen;
    write(`${endingInNewline(draw(screenDocument(lasting, USUAL_RANK)))}${lines.join('\n')}\n\n`);
  };

  return {
    say(document) {
      flush();
      kept = [];
      write(endingInNewline(show(document)));
    },
    introduce: (screen) => void (waiting = screen),
    introduced() {
      const screen = waiting;
      waiting = undefined;
      return screen;
    },
    open(above) {
      if (above === undefined) return flush();
      if (current !== undefined && stepOf(current) === stepOf(above)) {
        current = above;
        return;
      }
      flush();
      kept = [];
      write(toScrollback());
      current = above;
    },
    keep(lines) {
      kept.push(lines.length);
      write(`${lines.join('\n')}\n`);
    },
    takeBack() {
      const lines = kept.pop();
      if (lines !== undefined) write(`${UP.repeat(lines)}${ERASE_BELOW}`);
    },
    answered(above, lines) {
      if (above.key === stepOf(above)) pending = { screen: above, lines };
      else if (pending !== undefined) pending = { ...pending, lines };
    },
    disturbed(clear) {
      // Only a screen can be drawn again whole: what else stands there goes into the scrollback.
      if (clear) write(current === undefined ? toScrollback() : `${TO_TOP}\u001b[J`);
      else current = undefined;
      kept = [];
    },
    close: flush,
  };
}

const stepOf = ({ key }: Screen): string => key.split('/')[0] ?? key;
