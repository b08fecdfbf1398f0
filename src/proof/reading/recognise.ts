// Reads the words of a picture on this machine: tesseract as WebAssembly with its French model, which reads the other languages too.
import type { Host } from '../../host/host';
import { forReading } from './for-reading';
import { around } from './picture-lines';
import type { Box, PictureLine, PictureWord, Pixels } from './picture-lines';
import { Unshareable } from './unshareable';

/** Files that come with the program: the engine and its model. */
const ENGINE_FILE = 'tesseract-core.wasm';
const MODEL_FILE = 'fra.traineddata.gz';
const END_OF_LINE = 2;

/**
 * The lines of `picture`, from top to bottom as the engine orders them. Takes 0.5 to 1 s in which nothing else runs.
 * Rejects when the files of the engine are not there or this machine cannot run it.
 */
export async function recognise(picture: Pixels, host: Pick<Host, 'shipped'>): Promise<readonly PictureLine[]> {
  const [{ createOCREngine }, { gunzipSync }, wasmBinary, model] = await Promise.all([import('tesseract-wasm'), import('node:zlib'), host.shipped(ENGINE_FILE), host.shipped(MODEL_FILE)]);
  const engine = await createOCREngine({ wasmBinary });
  try {
    engine.loadModel(gunzipSync(model));
    // A resolution it does not have to guess: it would say its guess on stderr.
    engine.setVariable('user_defined_dpi', '250');
    const { pixels, scale } = forReading(picture);
    engine.loadImage(pixels);
    const items = engine.getTextBoxes('word');
    return linesOf(items.map(({ text, rect, flags }) => ({ text, box: unscaled(rect, scale), endsLine: (flags & END_OF_LINE) !== 0 })));
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
  return { left: Math.floor(left / scale), top: Math.floor(top / scale), right: Math.ceil(right / scale), bottom: Math.ceil(bottom / scale) };
}
