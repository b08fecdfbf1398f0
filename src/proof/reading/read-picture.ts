// Reads one picture on this machine: what it looks like, and where it shows what should not be shared.
import type { Host } from '../../host/host';
import { judge } from './judge';
import type { Judgement } from './judge';
import type { PictureLine, Pixels } from './picture-lines';
import { privateParts } from './private-parts';
import type { PrivatePart } from './private-parts';
import type { ReadingWords } from './reading-words';
import { recognise } from './recognise';

/** Advice about a picture. The lines hold their words where nothing prints them; nothing of this belongs in a Record. */
export interface PictureReading {
  readonly lines: readonly PictureLine[];
  readonly judgement: Judgement;
  readonly parts: readonly PrivatePart[];
}

/**
 * Reads `pixels`. `today` (`YYYY-MM-DD`) is for dates without a year; `name` is looked for when the person typed one.
 * Takes 0.5 to 1 s without letting anything else run. Rejects when the engine cannot run here: the picture is then unread, not wrong.
 */
export async function readPicture(pixels: Pixels, words: ReadingWords, { host, today, name }: { readonly host: Pick<Host, 'shipped'>; readonly today: string; readonly name?: string | undefined }): Promise<PictureReading> {
  const lines = await recognise(pixels, host);
  return { lines, judgement: judge(lines, words, today), parts: privateParts(lines, words, name) };
}
