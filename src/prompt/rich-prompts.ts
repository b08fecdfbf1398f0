// The three prompts behind the rich prompter, on Inquirer's core: which key does what. They know choices by their index only.
import type { Writable } from 'node:stream';
import { widthOf } from '../render/width';
import { folded } from './matching';
import type { Offer, OneQuestion, SeveralQuestion, Shortcut, TextQuestion } from './prompter';
import { listFrame, textFrame, type Canvas, type Item, type List } from './rich-frame';
import { screenFrame, type Above } from './rich-screen';

type Core = typeof import('@inquirer/core');
type Readline = Parameters<Parameters<Core['useKeypress']>[0]>[1];
type Key = { readonly name: string; readonly ctrl: boolean };

type Drawn = { readonly canvas: () => Canvas; readonly keys: string; readonly screen: Writable };
export type OneConfig = Drawn & {
  readonly heading: Pick<OneQuestion<unknown>, 'title' | 'aside' | 'help'>;
  readonly items: readonly Item[];
  /** Each answers as if it came after the items. */
  readonly shortcuts: readonly Shortcut[];
  readonly above: Omit<Above, 'page'> | undefined;
  readonly initial: number;
  /** Told of the line pointed at. */ readonly onMove: (active: number) => void;
};
export type SeveralConfig = Drawn & {
  readonly heading: Pick<SeveralQuestion<unknown>, 'title' | 'aside' | 'help'>;
  readonly items: readonly Item[];
  readonly initial: readonly number[];
  /** The line pointed at in the beginning. */
  readonly active: number;
  /** Told of each change. */
  readonly onMove: (active: number, chosen: readonly number[]) => void;
  readonly alone: ReadonlySet<number>;
  /** The place of the way back in the list, which is no box; `undefined` where there is none. */
  readonly back: number | undefined;
  /** Letters that answer at once with one box alone: the index of the box by its letter. */
  readonly shortcuts: readonly (Shortcut & { readonly index: number })[];
};
export type TextConfig = Drawn & {
  readonly heading: Pick<TextQuestion, 'title' | 'aside' | 'help'>;
  readonly initial: string;
  readonly check: TextQuestion['check'];
  readonly offers: TextQuestion['offers'];
  /** Told of each change, so that Ctrl-D can mean the end only on an empty line. */
  readonly onTyping: (text: string) => void;
  /** Told when `check` itself fails. */
  readonly onFailure: (error: unknown) => void;
  readonly signal: AbortSignal;
};

/** How long letters typed after each other count as one beginning of a label, in milliseconds. */
const TYPING_PAUSE = 700;
/** More than this was pasted by mistake; Inquirer would take it for a line that wraps. */
const LONGEST_BEGINNING = 20;
const UP = '\u001b[A';
const TO_TOP = '\u001b[H';
const ERASE_BELOW = '\r\u001b[J';

/** Builds the prompts from Inquirer's core, which the caller loads when the first question comes. */
export function richPrompts(core: Core) {
  const { createPrompt, useEffect, useKeypress, useRef, useState, isEnterKey, isSpaceKey } = core;

  const one = createPrompt<number, OneConfig>((config, done) => {
    const [active, setActive] = useState(config.initial);
    const [page, setPage] = useState(0);
    config.onMove(active);
    const move = useMoving(config.items, setActive);
    const foot = config.shortcuts.map(({ letter, label }) => `${letter} ${label}`);
    const list: List = { ...config, active, foot, problem: undefined };
    const { lines, pages } =
      config.above === undefined
        ? { lines: listFrame(config.canvas(), list), pages: 1 }
        : screenFrame(config.canvas(), { ...config.above, page }, list);
    useKeypress((key, rl) => {
      if (isEnterKey(key)) return done(active);
      const pressed = shortcutOf(config.shortcuts, key, rl);
      if (pressed !== -1) return done(config.items.length + pressed);
      if (pages > 1 && isSpaceKey(key)) {
        rl.clearLine(0);
        return setPage((page + 1) % pages);
      }
      move(key, rl, active);
    });
    return useFrame(config, lines, undefined, config.above !== undefined);
  });

  const several = createPrompt<readonly number[], SeveralConfig>((config, done) => {
    const [active, setActive] = useState(config.active);
    const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set(config.initial));
    config.onMove(active, [...chosen]);
    const move = useMoving(config.items, setActive);
    useKeypress((key, rl) => {
      // Whoever points at one line and presses Enter has chosen it.
      if (isEnterKey(key) || (isSpaceKey(key) && active === config.back))
        return done(active === config.back || chosen.size === 0 ? [active] : [...chosen].sort((a, b) => a - b));
      const pressed = config.shortcuts[shortcutOf(config.shortcuts, key, rl)];
      if (pressed !== undefined) return done([pressed.index]);
      if (isSpaceKey(key)) {
        rl.clearLine(0);
        return setChosen(toggled(chosen, active, config.alone));
      }
      move(key, rl, active);
    });
    const foot = config.shortcuts.map(({ letter, label }) => `${letter} ${label}`);
    return useFrame(config, listFrame(config.canvas(), { ...config, active, chosen, foot, problem: undefined }));
  });

  const text = createPrompt<string, TextConfig>((config, done) => {
    const [value, setValue] = useState(config.initial);
    const [problem, setProblem] = useState<string | undefined>(undefined);
    const [offer, setOffer] = useState<Offer | undefined>(undefined);
    const checking = useRef(false);
    const keep = (rl: Readline, kept: string): void => {
      rl.clearLine(0);
      rl.write(kept);
    };
    useEffect((rl) => rl.write(config.initial), []);
    useEffect(() => config.offers?.(setOffer), []);
    useKeypress(async (key, rl) => {
      if (checking.current) return;
      if (!isEnterKey(key)) {
        if (key.name === 'tab') keep(rl, value);
        config.onTyping(rl.line);
        setValue(rl.line);
        return setProblem(undefined);
      }
      checking.current = true;
      try {
        const meant = value === '' && offer !== undefined ? offer.value : value;
        const why = await config.check(meant);
        if (config.signal.aborted) return;
        if (why === undefined) return done(meant);
        keep(rl, value);
        setProblem(why);
      } catch (error) {
        config.onFailure(error);
      } finally {
        checking.current = false;
      }
    });
    const canvas = config.canvas();
    const { above, below } = textFrame(canvas, { ...config, problem, offer: value === '' ? offer?.label : undefined });
    return useFrame(
      config,
      [...above, `${canvas.style.accent(canvas.glyphs.typing)} ${value.replace(/\p{Cc}/gu, ' ')}`],
      below,
    );
  });

  /** Arrows move; letters jump to the label they begin, digits to the choice of that number. */
  function useMoving(
    items: readonly Item[],
    go: (index: number) => void,
  ): (key: Key, rl: Readline, active: number) => void {
    const pause = useRef<NodeJS.Timeout | undefined>(undefined);
    useEffect(() => () => clearTimeout(pause.current), []);
    return (key, rl, active) => {
      clearTimeout(pause.current);
      const moved = arrow(key, active, items.length);
      const typed = folded(rl.line);
      const meant = /^\d+$/.test(typed)
        ? Number(typed) - 1
        : items.findIndex(({ label }) => folded(label).startsWith(typed));
      if (moved !== undefined) go(moved);
      else if (typed !== '' && items[meant] !== undefined) go(meant);
      if (moved !== undefined || rl.line.length > LONGEST_BEGINNING) rl.clearLine(0);
      else pause.current = setTimeout(() => rl.clearLine(0), TYPING_PAUSE);
    };
  }

  /** Hands the frame to Inquirer and draws it afresh when the window changes. A list rests its hidden cursor on a line of its own. */
  function useFrame(
    { screen }: Drawn,
    lines: readonly string[],
    below?: readonly string[],
    isScreen = false,
  ): string | [string, string] {
    const drawn = useRef<Frame>({ above: [], cursor: '', below: 0 });
    const [, redraw] = useState(0);
    useEffect(() => {
      const onResize = (): void => {
        screen.write(isScreen ? clearedWhole(drawn.current) : cleared(drawn.current, columnsOf(screen)));
        redraw((times) => times + 1);
      };
      screen.on('resize', onResize);
      return () => void screen.off('resize', onResize);
    }, []);
    drawn.current =
      below === undefined
        ? { above: lines, cursor: ' ', below: 0 }
        : { above: lines.slice(0, -1), cursor: lines.at(-1) ?? '', below: below.length };
    if (below !== undefined) return [lines.join('\n'), below.join('\n')];
    // In a window of one row there is no other line to rest on.
    return `${lines.join('\n')}${rowsOf(screen) > 1 ? '\n ' : ''}\u001b[?25l`;
  }

  return { one, several, text };
}

type Frame = { readonly above: readonly string[]; readonly cursor: string; readonly below: number };

/**
 * A narrower window folds the lines already drawn, so Inquirer would erase too few of them and leave a ghost.
 * This erases all of them, then stands where Inquirer expects to stand.
 */
function cleared({ above, cursor, below }: Frame, width: number): string {
  const folds = (line: string): number => Math.max(1, Math.ceil(widthOf(line) / width));
  const up = above.reduce((rows, line) => rows + folds(line), 0) + Math.floor(widthOf(cursor) / width);
  return UP.repeat(up) + ERASE_BELOW + '\n'.repeat(above.length + below) + UP.repeat(below);
}

/** The same where the frame is a screen of its own: it begins in the top row, wherever a window that grew has moved it. */
const clearedWhole = ({ above, below }: Frame): string =>
  TO_TOP + ERASE_BELOW + '\n'.repeat(above.length + below) + UP.repeat(below);

const rowsOf = (screen: Writable): number =>
  'rows' in screen && typeof screen.rows === 'number' && screen.rows > 0 ? screen.rows : 24;

const columnsOf = (screen: Writable): number =>
  'columns' in screen && typeof screen.columns === 'number' && screen.columns > 0 ? screen.columns : 80;

/** Which shortcut was pressed, or -1: a letter alone, and no part of a label that is being typed. */
function shortcutOf(shortcuts: readonly Shortcut[], key: Key, rl: Readline): number {
  if (key.ctrl) return -1;
  return shortcuts.findIndex(({ letter }) => letter === rl.line.toLowerCase());
}

function arrow(key: Key, active: number, count: number): number | undefined {
  if (key.name === 'up' || (key.ctrl && key.name === 'p')) return (active - 1 + count) % count;
  if (key.name === 'down' || (key.ctrl && key.name === 'n')) return (active + 1) % count;
  if (key.name === 'home' || key.name === 'pageup') return 0;
  if (key.name === 'end' || key.name === 'pagedown') return count - 1;
  return undefined;
}

function toggled(chosen: ReadonlySet<number>, index: number, alone: ReadonlySet<number>): ReadonlySet<number> {
  if (chosen.has(index)) return new Set([...chosen].filter((other) => other !== index));
  if (alone.has(index)) return new Set([index]);
  return new Set([...[...chosen].filter((other) => !alone.has(other)), index]);
}
