// The port for bytes in a browser: libraries in place of what Node has natively. It needs no window, and runs in a worker too.
import { sha256 } from '@noble/hashes/sha2.js';
import type { BytesPort } from '../../host/bytes';
import { crc32 } from './crc32';
import { inflate, inflating } from './inflate';
import { zipRecords } from './zip-records';

/** The same answers as Node's port gives. */
export const pageBytes: BytesPort = {
  inflate,
  inflating,
  crc32,
  sha256() {
    const hash = sha256.create();
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
  },
  sha256Of: (bytes) => sha256(bytes),
  isUtf8(bytes) {
    try {
      strict.decode(bytes);
      return true;
    } catch {
      return false;
    }
  },
  text(bytes, from, to) {
    if (to - from > SHORT) return loose.decode(bytes.subarray(from, to));
    let text = '';
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte > 0x7f) return loose.decode(bytes.subarray(from, to));
      text += String.fromCharCode(byte);
    }
    return text;
  },
  zipRecords,
};

// A mark of byte order is a character like others to Node, and so it is here.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loose = new TextDecoder('utf-8', { ignoreBOM: true });
/** Up to here, in bytes, a loop is quicker than a call of the decoder. */
const SHORT = 48;
