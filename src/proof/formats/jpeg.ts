// JPEG: pixel size, and whether the file reaches its EOI marker, or has all of its pixels without one.
import { viewOf } from './byte-view';
import { cleanJpeg } from '../clean/clean-jpeg';
import { CUT, wholeFile, type Reading } from '../reading';

export const JPEG_START = '\u00ff\u00d8\u00ff';

/**
 * Follows the segments and every scan (progressive files have several) to EOI; bytes after EOI are not looked at. A file without
 * EOI is whole when its scans draw every block, as viewers show it.
 * The preview inside an Exif segment has its own EOI, so segments are skipped by length, never searched.
 * Source: ITU-T T.81 (ISO/IEC 10918-1), Annex B.
 */
export function readJpeg(bytes: Uint8Array): Reading {
  const reading = asItStands(bytes);
  if (reading !== CUT) return reading;
  const kept = cleanJpeg(bytes);
  return kept.ok ? wholeFile(kept.width, kept.height) : CUT;
}

function asItStands(bytes: Uint8Array): Reading {
  const view = viewOf(bytes);
  let width: number | undefined;
  let height: number | undefined;
  let scans = 0;
  for (let at = 2; ;) {
    if (view.u8(at) !== 0xff) return CUT;
    const marker = view.u8(at + 1);
    if (marker === undefined) return CUT;
    if (marker === EOI) return scans > 0 && width !== undefined ? wholeFile(width, height) : CUT;
    if (marker === FILL) {
      at += 1;
    } else if (isAlone(marker)) {
      at += 2;
    } else {
      const length = view.u16(at + 2, 'big');
      if (length === undefined) return CUT;
      if (isFrame(marker)) {
        height = view.u16(at + 5, 'big');
        width = view.u16(at + 7, 'big');
      }
      at += 2 + length;
      if (marker === SOS) {
        scans += 1;
        at = afterScan(bytes, at);
      }
    }
  }
}

const EOI = 0xd9;
const SOS = 0xda;
const FILL = 0xff;

/** SOF0 to SOF15, less DHT (C4), JPG (C8) and DAC (CC), which share their range. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Restart marks RST0 to RST7, and TEM: without a length. */
function isAlone(marker: number): boolean {
  return (marker >= 0xd0 && marker <= 0xd7) || marker === 0x01;
}

/** The offset of the first marker after a scan's coded data, where FF 00 is a byte of data and FF D0–D7 a restart. */
function afterScan(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(0xff, at);
    if (at === -1) return bytes.length;
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0x00 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
}
