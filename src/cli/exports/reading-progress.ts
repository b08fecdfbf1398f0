// The progress of one run, in its language: a bar, plain lines, or nothing.
import { progressOf } from '../../prompt/progress';
import type { Progress } from '../../prompt/progress';
import { sizeText } from '../../view/size-text';
import type { Run } from '../run';

/** For a reading of conversations. Whoever asks for it calls `end` in a `finally`: the bar hides the cursor. */
export function progressFor({
  host,
  mode,
  style,
  flags,
  translator,
}: Pick<Run, 'host' | 'mode' | 'style' | 'flags' | 'translator'>): Progress {
  const { progress } = translator.ui;
  return progressOf({
    stderr: host.stderr,
    terminal: host.terminal,
    mode,
    style,
    quiet: flags.quiet === true,
    words: {
      bytes: (done, total) =>
        translator.say(progress.of, { done: sizeText(translator, done), total: sizeText(translator, total) }),
      count: (count) => translator.say(progress.count, { n: count }),
      left: (seconds) =>
        seconds < 100
          ? translator.say(progress.seconds_left, { n: seconds })
          : translator.say(progress.minutes_left, { n: Math.round(seconds / 60) }),
      percent: (percent) => translator.say(progress.percent, { n: percent }),
      line: (percent, count) => translator.say(progress.line, { percent, n: count }),
    },
  });
}
