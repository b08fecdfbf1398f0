// How far a long reading has come: a bar on a terminal, a few plain lines elsewhere, nothing with --quiet.
import { SingleBar } from 'cli-progress';
import type { Writable } from 'node:stream';
import type { TerminalFacts } from '../host/host';
import type { OutputMode } from '../host/terminal';
import type { Style } from '../render/style';
import { widthOf } from '../render/width';

export interface Progress {
  /** `done` of `total` bytes are read, and `count` things were found in them. May be called as often as one likes. */
  to(done: number, total: number, count: number): void;
  /** Takes the bar away and gives the terminal back as it was. May be called twice; nothing is shown after it. */
  end(): void;
}

export type ProgressOptions = {
  readonly stderr: Writable;
  readonly terminal: Pick<TerminalFacts, 'stderrIsTTY' | 'columns'>;
  readonly mode: Pick<OutputMode, 'plain' | 'unicode'>;
  readonly style: Pick<Style, 'accent' | 'dim'>;
  readonly quiet: boolean;
  readonly words: ProgressWords;
};

export type ProgressWords = {
  /** "812 MB of 1.9 GB". */
  readonly bytes: (done: number, total: number) => string;
  /** "1,204 conversations". */
  readonly count: (count: number) => string;
  /** "2 min left". */
  readonly left: (seconds: number) => string;
  /** "50 %", and the whole line for those who get no bar. */
  readonly percent: (percent: number) => string;
  readonly line: (percent: number, count: number) => string;
};

/** Nothing shows before the first `to`. */
export function progressOf(options: ProgressOptions): Progress {
  const { quiet, terminal, mode } = options;
  if (quiet) return { to: () => {}, end: () => {} };
  return terminal.stderrIsTTY && !mode.plain ? barOf(options) : linesOf(options);
}

/** Reading less than this takes a few seconds, of which nobody needs to hear. */
const LONG = 256 * 1024 * 1024;

function linesOf({ stderr, words }: ProgressOptions): Progress {
  let next = 25;
  return {
    to(done, total, count) {
      if (total < LONG || next > 75 || done / total < next / 100) return;
      const quarter = Math.min(75, Math.floor((done / total) * 4) * 25);
      stderr.write(`${words.line(quarter, count)}\n`);
      next = quarter + 25;
    },
    end() {
      next = 100;
    },
  };
}

function barOf({ stderr, terminal, mode, style, words }: ProgressOptions): Progress {
  let count = 0;
  let told = -1;
  let ended = false;
  const bar = new SingleBar({
    stream: stderr,
    hideCursor: true,
    clearOnComplete: true,
    // Time left goes by the last tenth of the way.
    etaBuffer: STEPS / 10,
    format: (_options, { progress, eta, value, total }) => {
      const seconds = Number(eta);
      return drawn({
        columns: terminal.columns('stderr') - 1,
        progress,
        unicode: mode.unicode,
        style,
        parts: {
          percent: words.percent(Math.floor(progress * 100)),
          bytes: words.bytes(value, total),
          count: words.count(count),
          left: Number.isFinite(seconds) && seconds > 0 && progress > 0.02 ? words.left(seconds) : undefined,
        },
      });
    },
  });
  return {
    to(done, total, found) {
      if (ended) return;
      count = found;
      const step = Math.floor((done / Math.max(1, total)) * STEPS);
      if (told === -1) bar.start(total, 0);
      bar.setTotal(total);
      // The library keeps a list of what it is told: it hears of every thousandth, not of every chunk.
      if (step !== told) bar.update(Math.min(done, total));
      told = step;
    },
    end() {
      if (!ended && told !== -1) bar.stop();
      ended = true;
    },
  };
}

const STEPS = 1000;

type Parts = {
  readonly percent: string;
  readonly bytes: string;
  readonly count: string;
  readonly left: string | undefined;
};

/** One row: the bar, then as many parts as there is room for, the most wanted first. */
function drawn({
  columns,
  progress,
  unicode,
  style,
  parts,
}: {
  readonly columns: number;
  readonly progress: number;
  readonly unicode: boolean;
  readonly style: Pick<Style, 'accent' | 'dim'>;
  readonly parts: Parts;
}): string {
  const dot = unicode ? ' · ' : ', ';
  const fitting = (kept: readonly (keyof Parts)[]): string =>
    (['percent', 'bytes', 'count', 'left'] as const)
      .flatMap((name) => (kept.includes(name) && parts[name] !== undefined ? [parts[name]] : []))
      .join(dot);
  let kept: readonly (keyof Parts)[] = [];
  for (const name of ['percent', 'left', 'bytes', 'count'] as const) {
    if (widthOf(fitting([...kept, name])) + 1 + SHORTEST <= columns) kept = [...kept, name];
  }
  const text = fitting(kept);
  const length = Math.max(0, Math.min(LONGEST, columns - widthOf(text) - 1));
  const full = Math.round(progress * length);
  const [here, ahead] = unicode ? ['█', '░'] : ['#', '.'];
  return `${style.accent(here.repeat(full))}${style.dim(ahead.repeat(length - full))} ${text}`;
}

const SHORTEST = 8;
const LONGEST = 30;
