// Puts beside the bundle what it reads while it runs: the card's typeface cut down to its characters, its licence, resvg's module, and what decodes and reads pictures.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { pageFiles } from './page-parts.mjs';
import subsetFont from 'subset-font';

const { resolve } = createRequire(import.meta.url);

/** First and last code points: Latin with all accents of Europe and Vietnam, punctuation, currencies, arrows and signs in the text. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x202f, 0x203a],
  [0x20a0, 0x20c0],
  [0x2116, 0x2116],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
];
const CHARACTERS = RANGES.flatMap(([first, last]) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)),
).join('');

/** The files a card is drawn with, by the names they are shipped under (src/card/draw.ts). The same sources give the same bytes. */
export async function cardFiles() {
  const family = dirname(resolve('@expo-google-fonts/literata/package.json'));
  const cut = (style) =>
    subsetFont(readFileSync(join(family, style, `Literata_${style}.ttf`)), CHARACTERS, { targetFormat: 'truetype' });
  return {
    'resvg.wasm': readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    'card-regular.ttf': await cut('400Regular'),
    'card-bold.ttf': await cut('700Bold'),
    'card-font-OFL.txt': readFileSync(join(family, 'LICENSE_FONT')),
  };
}

/** The decoders of pictures, and the encoder of PNG, by the names they are shipped under (src/proof/picture.ts). */
export function codecFiles() {
  return {
    'png.wasm': readFileSync(resolve('@jsquash/png/codec/pkg/squoosh_png_bg.wasm')),
    'jpeg.wasm': readFileSync(resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm')),
    'webp.wasm': readFileSync(resolve('@jsquash/webp/codec/dec/webp_dec.wasm')),
  };
}

/** The engine that reads pictures and its French model, by the names they are shipped under (src/proof/reading/recognise.ts). */
export function readingFiles() {
  return {
    'tesseract-core.wasm': readFileSync(join(dirname(resolve('tesseract-wasm')), 'tesseract-core.wasm')),
    'fra.traineddata': gunzipSync(readFileSync(resolve('@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz'))),
    'reading-licences.txt': READING_LICENCES,
  };
}

/** tesseract-wasm has a text of its own, which the bundle's list holds; what is inside its module has these. */
const READING_LICENCES = `tesseract-core.wasm holds Tesseract and Leptonica, unchanged, as tesseract-wasm builds them.

Tesseract: copyright Google Inc. and the Tesseract authors, Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0
Source: https://github.com/tesseract-ocr/tesseract

Leptonica: copyright (C) 2001-2020 Leptonica. All rights reserved. BSD-2-Clause:
Redistribution and use in source and binary forms, with or without modification, are permitted provided that the following
conditions are met: 1. Redistributions of source code must retain the above copyright notice, this list of conditions and the
following disclaimer. 2. Redistributions in binary form must reproduce the above copyright notice, this list of conditions and
the following disclaimer in the documentation and/or other materials provided with the distribution.
THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING,
BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE DISCLAIMED. IN NO EVENT
SHALL ANY CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING,
BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION)
HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR
OTHERWISE) ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

fra.traineddata: French model of tessdata_best, integer form, packed by @tesseract.js-data/fra (MIT).
The model: copyright Google Inc. and the Tesseract authors, Apache License 2.0, https://github.com/tesseract-ocr/tessdata_best
`;

/**
 * A rolldown plugin that writes them into the folder of the bundle. What the program reads is packed by Brotli, a fifth smaller than
 * what npm makes of it; `small` takes ten seconds for another tenth.
 */
export function shippedFiles({ small = false } = {}) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: small ? 11 : 9, [constants.BROTLI_PARAM_LGWIN]: 22 };
  return {
    name: 'shipped-files',
    async generateBundle() {
      for (const [name, text] of Object.entries(await pageFiles()))
        this.emitFile({ type: 'asset', fileName: `${name}.br`, source: brotliCompressSync(text, { params }) });
      for (const [name, bytes] of Object.entries({
        ...(await cardFiles()),
        ...codecFiles(),
        ...readingFiles(),
      }))
        this.emitFile(
          name.endsWith('.txt')
            ? { type: 'asset', fileName: name, source: bytes }
            : { type: 'asset', fileName: `${name}.br`, source: brotliCompressSync(bytes, { params }) },
        );
    },
  };
}
