// The progress of one run, in its language: a bar, plain lines, or nothing.
import { progressOf } from '../../prompt/progress';
import type { Progress } from '../../prompt/progress';
import { sizeText } from '../../view/size-text';
import type { Run } from '../run';

/** For a reading of conversations. Whoever asks for it calls `end` in a `finally`: the bar hides the cursor. */
export function progressFor({
  host,
  manner,
  style,
  flags,
  voice,
}: Pick<Run, 'host' | 'manner' | 'style' | 'flags' | 'voice'>): Progress {
  const { progress } = voice.ui;
  return progressOf({
    stderr: host.stderr,
    terminal: host.terminal,
    manner,
    style,
    quiet: flags.quiet === true,
    words: {
      bytes: (done, total) => voice.say(progress.of, { done: sizeText(voice, done), total: sizeText(voice, total) }),
      count: (count) => voice.say(progress.count, { n: count }),
      left: (seconds) =>
        seconds < 100
          ? voice.say(progress.seconds_left, { n: seconds })
          : voice.say(progress.minutes_left, { n: Math.round(seconds / 60) }),
      percent: (percent) => voice.say(progress.percent, { n: percent }),
      line: (percent, count) => voice.say(progress.line, { percent, n: count }),
    },
  });
}
