// The seam between a command and the reading of pictures, which goes on in a thread of its own.
import type { Pixels } from '../../proof/reading/picture-lines';
import type { SeenOnPicture } from '../../proof/reading/read-picture';
import type { Run } from '../run';

/** Reads a picture on this machine. Rejects when the engine cannot run here, or `stop` aborts. */
export type PictureReader = (pixels: Pixels, stop?: AbortSignal) => Promise<SeenOnPicture>;

/** The script of the thread, beside the bundle. */
const SCRIPT = 'reading-thread.cjs';

/** The reader of a run; `name` is looked for when the person typed one. A long picture is read in parts, and each is told on stderr. */
export function pictureReader(run: Pick<Run, 'host' | 'today' | 'translator' | 'flags'>, name?: string): PictureReader {
  const { host, translator, flags } = run;
  return async (pixels, stop) => {
    const { ENGINE_FILES } = await import('../../proof/reading/engine-files');
    const files = Object.fromEntries(
      await Promise.all(ENGINE_FILES.map(async (file) => [file, await host.shipped(file)] as const)),
    );
    const onPart = (done: number, total: number): void => {
      if (total > 1 && flags.quiet !== true)
        host.stderr.write(`${translator.say(translator.ui.reading.part, { done, total })}\n`);
    };
    return (await host.runScript(SCRIPT, { pixels, files, today: run.today, name }, { onPart, stop })) as SeenOnPicture;
  };
}
