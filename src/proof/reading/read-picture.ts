// Reads one picture on this machine: what it looks like, and where it shows what should not be shared.
import type { Host } from '../../host/host';
import { judge } from './judge';
import type { Judgement } from './judge';
import type { PictureLine, Pixels } from './picture-lines';
import { privateParts } from './private-parts';
import type { PrivatePart } from './private-parts';
import type { ReadingWords } from './reading-words';
import { recognise } from './recognise';

/** Advice about a picture: nothing of it holds a word that stands there. Nothing of this belongs in a Record. */
export interface SeenOnPicture {
  readonly judgement: Judgement;
  readonly parts: readonly PrivatePart[];
  /** By how many degrees the lines fall from left to right. Letters that had to be turned are read less surely: `parts` may lack some. */
  readonly tilt: number;
  /** Too much stands on it: only the upper part was read, and `parts` are those there. */
  readonly isCut: boolean;
}

/** With its lines, which hold their words where nothing prints them. */
export interface PictureReading extends SeenOnPicture {
  readonly lines: readonly PictureLine[];
}

/** What a reading needs. `today` (`YYYY-MM-DD`) is for dates without a year; `name` is looked for when the person typed one. */
interface Setting {
  readonly today: string;
  readonly name?: string | undefined;
}

/** What a thread is given: the picture, and the files of the engine by their names. */
export interface ReadingTask extends Setting {
  readonly pixels: Pixels;
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/**
 * Reads `pixels`. Takes 0.5 to 1 s a screen without letting anything else run; `onPart` is told of each part of a long picture.
 * Rejects when the engine cannot run here: the picture is then unread, not wrong.
 */
export async function readPicture(
  pixels: Pixels,
  words: ReadingWords,
  {
    host,
    today,
    name,
    onPart,
  }: Setting & { readonly host: Pick<Host, 'shipped'>; readonly onPart?: (done: number, total: number) => void },
): Promise<PictureReading> {
  const { lines, tilt, isCut, toPicture } = await recognise(pixels, host, onPart);
  return {
    lines,
    tilt,
    isCut,
    judgement: judge(lines, words, today),
    parts: privateParts(lines, words, name).map(({ kind, box }) => ({ kind, box: toPicture(box) })),
  };
}
