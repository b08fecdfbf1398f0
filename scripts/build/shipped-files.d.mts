// What scripts and tests take from shipped-files.mjs.
import type { Plugin } from 'rolldown';

export declare function cardFiles(): Promise<
  Readonly<Record<'resvg.wasm' | 'card-regular.ttf' | 'card-bold.ttf' | 'card-font-OFL.txt', Uint8Array>>
>;
export declare function codecFiles(): Readonly<Record<'png.wasm' | 'jpeg.wasm' | 'webp.wasm', Uint8Array>>;
export declare function readingFiles(): Readonly<
  Record<'tesseract-core.wasm' | 'fra.traineddata' | 'reading-licences.txt', string | Uint8Array>
>;
export declare function shippedFiles(how?: { readonly small?: boolean }): Plugin;
