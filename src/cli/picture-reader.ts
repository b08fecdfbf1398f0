// The seam between a command and the reading of pictures: loaded only when a picture is to be read.
import type { Pixels } from '../proof/reading/picture-lines';
import type { PictureReading } from '../proof/reading/read-picture';
import type { Run } from './run';

/** Reads a picture on this machine. Rejects when the engine cannot run here. */
export type PictureReader = (pixels: Pixels) => Promise<PictureReading>;

/** The reader of a run; `name` is looked for when the person typed one. */
export function pictureReader({ host, today }: Pick<Run, 'host' | 'today'>, name?: string): PictureReader {
  return async (pixels) => {
    const [{ readPicture }, { readingWords }] = await Promise.all([import('../proof/reading/read-picture'), import('../content/compiled/reading-words')]);
    return readPicture(pixels, readingWords, { host, today, name });
  };
}
