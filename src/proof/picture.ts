// Pictures as pixels: decoded the way people see them, and written as a new PNG.
import type { Host } from '../host/host';
import { cleanPicture, type CleanProblem } from './clean/clean';
import type { Pixels } from './reading/picture-lines';
import type { Kind, PictureKind } from './proof-facts';
import { upright } from './upright';

/** Files that come with the program: one decoder a kind. That of PNG writes as well. */
export const CODEC_FILES: Readonly<Record<PictureKind, string>> = {
  png: 'png.wasm',
  jpeg: 'jpeg.wasm',
  webp: 'webp.wasm',
};

/** `animated`: more than one picture in the file. `cannot-draw`: whole, but coded in a way that the decoder does not know. */
export type PictureProblem = CleanProblem | { readonly problem: 'animated' | 'cannot-draw'; readonly kind: Kind };

export type Picture =
  | { readonly ok: true; readonly kind: PictureKind; readonly pixels: Pixels }
  | ({ readonly ok: false } & PictureProblem);

/**
 * The pixels of a PNG, JPEG or WebP, upright (a JPEG's orientation is applied). The file is cleaned first, so a header that
 * promises more than the data holds, or more than 50 million pixels, is refused before memory is taken for it.
 * Rejects only when a decoder is missing from the program.
 */
export async function decodePicture(bytes: Uint8Array, host: Pick<Host, 'shipped'>): Promise<Picture> {
  const clean = cleanPicture(bytes);
  if (!clean.ok) return clean;
  const { kind, width, height, orientation } = clean;
  if (clean.animated) return { ok: false, problem: 'animated', kind };
  const decode = await DECODERS[kind](await WebAssembly.compile(exactly(await host.shipped(CODEC_FILES[kind]))));
  try {
    const drawn = await decode(clean.bytes);
    if (drawn.width !== width || drawn.height !== height) return { ok: false, problem: 'damaged', kind };
    // Where there is an ImageData, the decoders make one: going to a thread, it would arrive there empty.
    return { ok: true, kind, pixels: upright({ width, height, data: drawn.data }, orientation) };
  } catch {
    return { ok: false, problem: 'cannot-draw', kind };
  }
}

/** A PNG of these pixels: header, data, end and nothing else. */
export async function encodePng({ width, height, data }: Pixels, host: Pick<Host, 'shipped'>): Promise<Uint8Array> {
  const { init, default: encode } = await import('@jsquash/png/encode.js');
  await init(await WebAssembly.compile(exactly(await host.shipped(CODEC_FILES.png))));
  return new Uint8Array(await encode({ width, height, data: new Uint8ClampedArray(exactly(data).buffer) }));
}

type Decoder = (file: Uint8Array) => Promise<Pixels>;

const SILENT = { print: () => undefined, printErr: () => undefined };

const DECODERS: Readonly<Record<PictureKind, (module: WebAssembly.Module) => Promise<Decoder>>> = {
  async png(module) {
    const { init, default: decode } = await import('@jsquash/png/decode.js');
    await init(module);
    return decode;
  },
  async jpeg(module) {
    const { init, default: decode } = await import('@jsquash/jpeg/decode.js');
    await init(module, SILENT);
    return decode;
  },
  async webp(module) {
    const { init, default: decode } = await import('@jsquash/webp/decode.js');
    await init(module, SILENT);
    return decode;
  },
};

/** The codecs take the whole buffer behind an array, which may hold more. */
function exactly(bytes: Uint8Array | Uint8ClampedArray): Uint8Array<ArrayBuffer> {
  const whole =
    bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  return whole ? new Uint8Array(bytes.buffer) : Uint8Array.from(bytes);
}
