// WebP: pixel size, and whether the file is as long as it says.
import { viewOf, type ByteView } from './byte-view';
import { CUT, wholeFile, type Reading } from '../reading';

/**
 * Looks for picture data inside the RIFF container; bytes after the container are not looked at.
 * Sources: RFC 9649 (WebP container and VP8L), RFC 6386 section 9.1 (VP8 frame header).
 */
export function readWebp(bytes: Uint8Array): Reading {
  const size = viewOf(bytes).u32(4, 'little');
  if (size === undefined || size + 8 > bytes.length) return CUT;
  const view = viewOf(bytes).part(0, size + 8);
  let canvas: Reading | undefined;
  for (let at = 12; ;) {
    const tag = view.tag(at);
    const length = view.u32(at + 4, 'little');
    if (tag === undefined || length === undefined || at + 8 + length > view.length) return CUT;
    const chunk = view.part(at + 8, at + 8 + length);
    if (tag === 'VP8X') canvas = canvasOf(chunk);
    if (tag === 'VP8 ') return canvas ?? lossyFrame(chunk);
    if (tag === 'VP8L') return canvas ?? losslessFrame(chunk);
    if (tag === 'ANMF') return canvas ?? CUT;
    at += 8 + length + (length % 2);
  }
}

/** One less than width and height, in 24 bits each, after four bytes of flags. */
function canvasOf(chunk: ByteView): Reading {
  const width = u24(chunk, 4);
  const height = u24(chunk, 7);
  return width === undefined || height === undefined ? CUT : wholeFile(width + 1, height + 1);
}

/** After a frame tag of three bytes and the start code 9D 01 2A: 14 bits each, the upper two are a scale. */
function lossyFrame(chunk: ByteView): Reading {
  const width = chunk.u16(6, 'little');
  const height = chunk.u16(8, 'little');
  if (width === undefined || height === undefined || !chunk.says(3, '\u009d\u0001\u002a')) return CUT;
  return wholeFile(width & 0x3fff, height & 0x3fff);
}

/** After the byte 2F: one less than width and height, 14 bits each. */
function losslessFrame(chunk: ByteView): Reading {
  const bits = chunk.u32(1, 'little');
  if (bits === undefined || chunk.u8(0) !== 0x2f) return CUT;
  return wholeFile((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

function u24(view: ByteView, at: number): number | undefined {
  const low = view.u16(at, 'little');
  const high = view.u8(at + 2);
  return low === undefined || high === undefined ? undefined : low + high * 0x1_0000;
}
