// GIF: pixel size, and whether the file reaches its trailer.
import { viewOf } from './byte-view';
import { CUT, wholeFile, type Reading } from '../reading';

/**
 * Follows the blocks to the trailer 3B; bytes after it are not looked at.
 * Source: Graphics Interchange Format, Version 89a, CompuServe, 31 July 1990, sections 17 to 27.
 */
export function readGif(bytes: Uint8Array): Reading {
  const view = viewOf(bytes);
  const screen = view.u8(10);
  if (screen === undefined) return CUT;
  let pictures = 0;
  for (let at = 13 + colourTable(screen); ;) {
    const block = view.u8(at);
    if (block === TRAILER) return pictures > 0 ? wholeFile(view.u16(6, 'little'), view.u16(8, 'little')) : CUT;
    if (block === EXTENSION) {
      at = afterSubBlocks(bytes, at + 2);
    } else if (block === PICTURE) {
      pictures += 1;
      at = afterSubBlocks(bytes, at + 11 + colourTable(view.u8(at + 9) ?? 0));
    } else {
      return CUT;
    }
  }
}

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const PICTURE = 0x2c;

/** Bytes of the colour table that a packed field announces: three for each of 2^(n+1) colours. */
function colourTable(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 0x07) + 1);
}

/** Data comes in runs of a length byte and that many bytes; a length of zero ends them. */
function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = bytes[at]; length !== undefined && length > 0; length = bytes[at]) at += 1 + length;
  return at + 1;
}
