// Reads the words of a picture on this machine: tesseract as WebAssembly with its French model, which reads the other languages too.
import type { Host } from '../../host/host';
import { ENGINE_FILE, MODEL_FILE } from './engine-files';
import { bandsOf } from './bands';
import { forReading } from './for-reading';
import { around } from './picture-lines';
import type { Box, PictureLine, PictureWord, Pixels } from './picture-lines';
import { Unshareable } from './unshareable';

const END_OF_LINE = 2;

/** `lines` as if they ran level, in pixels of the picture as stored; `toPicture` gives the box where one of theirs stands on the picture. */
export interface Recognised {
  readonly lines: readonly PictureLine[];
  /** In degrees; 0 where the lines of the picture run level. */
  readonly tilt: number;
  /** Too much stands on the picture: only its upper part was read. */
  readonly isCut: boolean;
  toPicture(box: Box): Box;
}

/** After so many lines no further part is begun: more than pages of settings on several screens have, and about 20 s of reading. */
const MOST_LINES = 300;

/**
 * The lines of `picture`, from top to bottom as the engine orders them. Takes 0.5 to 1 s a screen, in parts from about three screens on.
 * Rejects when the files of the engine are not there or this machine cannot run it.
 */
export async function recognise(
  picture: Pixels,
  host: Pick<Host, 'shipped'>,
  onPart: (done: number, total: number) => void = () => {},
): Promise<Recognised> {
  const [{ createOCREngine }, wasmBinary, model] = await Promise.all([
    import('tesseract-wasm'),
    host.shipped(ENGINE_FILE),
    host.shipped(MODEL_FILE),
  ]);
  const engine = await createOCREngine({ wasmBinary });
  try {
    engine.loadModel(model);
    // A resolution it does not have to guess: it would say its guess on stderr.
    engine.setVariable('user_defined_dpi', '250');
    const { pixels, scale, tilt, toPicture } = forReading(picture);
    const bands = bandsOf(pixels);
    const items: Item[] = [];
    for (const [index, band] of bands.entries()) {
      if (items.filter(({ endsLine }) => endsLine).length >= MOST_LINES)
        return { lines: linesOf(items), tilt, isCut: true, toPicture };
      engine.loadImage(band);
      items.push(
        ...engine.getTextBoxes('word').map(({ text, rect, flags }) => ({
          text,
          box: unscaled({ ...rect, top: rect.top + band.top, bottom: rect.bottom + band.top }, scale),
          endsLine: (flags & END_OF_LINE) !== 0,
        })),
      );
      onPart(index + 1, bands.length);
    }
    return { lines: linesOf(items), tilt, isCut: false, toPicture };
  } finally {
    engine.destroy();
  }
}

type Item = { readonly text: string; readonly box: Box; readonly endsLine: boolean };

function linesOf(items: readonly Item[]): readonly PictureLine[] {
  const lines: PictureLine[] = [];
  let words: PictureWord[] = [];
  for (const { text, box, endsLine } of items) {
    if (text.trim() !== '') words.push({ text: new Unshareable(text.trim()), box });
    const [first, ...others] = words.map((word) => word.box);
    if (!endsLine || first === undefined) continue;
    lines.push({ words, box: around([first, ...others]) });
    words = [];
  }
  return lines;
}

function unscaled({ left, top, right, bottom }: Box, scale: number): Box {
  return {
    left: Math.floor(left / scale),
    top: Math.floor(top / scale),
    right: Math.ceil(right / scale),
    bottom: Math.ceil(bottom / scale),
  };
}
