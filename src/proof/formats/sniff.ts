// What a file is, by its bytes and never by its name, and whether it is all there.
import { viewOf } from './byte-view';
import { isEmail, readEmail } from './email';
import { readGif } from './gif';
import { brandOf, readHeic } from './heic';
import { JPEG_START, readJpeg } from './jpeg';
import { readPdf } from './pdf';
import { PNG_SIGNATURE, readPng } from './png';
import type { Kind, PixelSize, ProofKind } from '../proof-facts';
import type { Reading } from '../reading';
import { readWebp } from './webp';

/**
 * `truncated` covers every file whose structure cannot be followed to its end: cut short, or damaged on the way.
 * `kind` is there for `truncated` and `unsupported-kind`.
 */
export type ProofRead =
  | ({ readonly ok: true; readonly kind: ProofKind } & PixelSize)
  | { readonly ok: false; readonly problem: 'empty' | 'unknown-kind' }
  | { readonly ok: false; readonly problem: 'truncated' | 'unsupported-kind'; readonly kind: Kind };

/**
 * The kind of a file from its first bytes, whole or not.
 * `avif`, `bmp` and `tiff` are recognised only to be named in a refusal. Never throws.
 */
export function sniff(bytes: Uint8Array): Kind | undefined {
  const view = viewOf(bytes);
  if (view.says(0, PNG_SIGNATURE)) return 'png';
  if (view.says(0, JPEG_START)) return 'jpeg';
  if (view.says(0, 'RIFF') && view.says(8, 'WEBP')) return 'webp';
  if (view.says(0, 'GIF87a') || view.says(0, 'GIF89a')) return 'gif';
  if (view.says(0, '%PDF-') || view.says(0, `${BYTE_ORDER_MARK}%PDF-`)) return 'pdf';
  // TIFF 6.0, section 2; BMP: BITMAPFILEHEADER, whose reserved bytes are zero.
  if (view.says(0, 'II*\0') || view.says(0, 'MM\0*')) return 'tiff';
  if (view.says(0, 'BM') && view.says(6, '\0\0\0\0')) return 'bmp';
  return brandOf(bytes) ?? (isEmail(bytes) ? 'eml' : undefined);
}

/** Kind, pixel size and wholeness of a file already in memory. Any input gives a result, in time linear in its size. */
export function readFacts(bytes: Uint8Array): ProofRead {
  if (bytes.length === 0) return { ok: false, problem: 'empty' };
  const kind = sniff(bytes);
  if (kind === undefined) return { ok: false, problem: 'unknown-kind' };
  if (kind === 'avif' || kind === 'bmp' || kind === 'tiff') return { ok: false, problem: 'unsupported-kind', kind };
  const reading = READERS[kind](bytes);
  if (!reading.whole) return { ok: false, problem: 'truncated', kind };
  const { width, height } = reading;
  return width === undefined || height === undefined ? { ok: true, kind } : { ok: true, kind, width, height };
}

const BYTE_ORDER_MARK = '\u00ef\u00bb\u00bf';

const READERS: Readonly<Record<ProofKind, (bytes: Uint8Array) => Reading>> = {
  png: readPng,
  jpeg: readJpeg,
  webp: readWebp,
  heic: readHeic,
  gif: readGif,
  pdf: readPdf,
  eml: readEmail,
};
