// Says on stderr which file a result went to.
import { oneLine } from '../person';
import type { Run } from '../run';

/** Nothing is said when the result went to stdout, or with `--quiet`. */
export function sayWritten(run: Run, file: string | undefined): void {
  if (file === undefined || run.flags.quiet === true) return;
  run.host.stderr.write(run.show(oneLine(run.voice, run.voice.say(run.voice.ui.common.written, { file }))));
}
