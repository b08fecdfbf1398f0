// Pictures as the browser decodes and encodes them: drawn anew, so that nothing of a file but what is seen comes along.

/** A picture that was decoded, upright. Sizes are in pixels. */
export type Drawn = {
  readonly width: number;
  readonly height: number;
  /** The picture for a screen, scaled down where it is larger than one needs. */
  canvas(): HTMLCanvasElement;
  /** The whole picture as a PNG, with places painted over in black; `undefined` when the browser cannot draw as much. */
  png(places: readonly Place[]): Promise<Uint8Array<ArrayBuffer> | undefined>;
  close(): void;
};
type Place = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** More pixels are not drawn, as in the command. */
export const MOST_PIXELS = 50_000_000;
/** The longer side, in pixels, of what a screen shows. */
const SHOWN = 2000;

/** `undefined` when this browser does not know the format, or the file is none. */
export async function drawnFrom(file: Blob): Promise<Drawn | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  const { width, height } = bitmap;
  return {
    width,
    height,
    canvas() {
      const scale = Math.min(1, SHOWN / Math.max(width, height));
      const canvas = canvasOf(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      return canvas;
    },
    async png(places) {
      const canvas = canvasOf(width, height);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) return undefined;
      context.drawImage(bitmap, 0, 0);
      context.fillStyle = '#000';
      for (const { left, top, right, bottom } of places) context.fillRect(left, top, right - left, bottom - top);
      try {
        // A canvas that is too large for a browser stays empty, and some say nothing of it.
        const isPainted = places.every(({ left, top }) => isBlack(context.getImageData(left, top, 1, 1).data));
        return isPainted ? await pngOf(canvas) : undefined;
      } catch {
        return undefined;
      } finally {
        canvas.width = 0;
      }
    },
    close: () => bitmap.close(),
  };
}

/** An empty canvas of this size in pixels. */
export function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

/** What is on the canvas as the bytes of a PNG; `undefined` when the browser makes none. */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer());
}

const isBlack = ([red, green, blue, alpha]: Uint8ClampedArray): boolean =>
  red === 0 && green === 0 && blue === 0 && alpha === 255;
