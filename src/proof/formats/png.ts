// PNG: pixel size, and whether the file reaches its IEND chunk.
import { viewOf } from './byte-view';
import { CUT, wholeFile, type Reading } from '../reading';

export const PNG_SIGNATURE = '\u0089PNG\r\n\u001a\n';

/**
 * Follows the chunks from the signature to IEND; bytes after IEND are not looked at. Checksums are not verified.
 * Source: PNG (Third Edition), W3C Recommendation 24 June 2025, 5.3 Chunk layout and 11.2.1 IHDR.
 */
export function readPng(bytes: Uint8Array): Reading {
  const view = viewOf(bytes);
  let width: number | undefined;
  let height: number | undefined;
  let pixels = false;
  for (let at = PNG_SIGNATURE.length; ;) {
    const length = view.u32(at, 'big');
    const tag = view.tag(at + 4);
    if (length === undefined || tag === undefined) return CUT;
    const next = at + 12 + length;
    if (next > view.length) return CUT;
    if (tag === 'IHDR') {
      width = view.u32(at + 8, 'big');
      height = view.u32(at + 12, 'big');
    }
    if (tag === 'IDAT') pixels = true;
    if (tag === 'IEND') return pixels && width !== undefined ? wholeFile(width, height) : CUT;
    at = next;
  }
}
