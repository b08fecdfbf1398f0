// Small helpers for bytes that run in every engine, in a browser too.

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });
const ENCODER = new TextEncoder();

/** The text of bytes in UTF-8; invalid ones become U+FFFD. */
export function textOfBytes(bytes: Uint8Array): string {
  return UTF8.decode(bytes);
}

/** The bytes of a text in UTF-8; half a surrogate becomes U+FFFD. */
export function bytesOfText(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** Writes a text in UTF-8 and gives how many bytes that took: less than the whole when there is no room (three times its length is enough). */
export function writeText(text: string, into: Uint8Array): number {
  return ENCODER.encodeInto(text, into).written;
}

/** Several pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Each byte as the character with its number, so that a search by letters finds ASCII. */
export function latin1(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < Math.min(to, bytes.length); at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}

/** Little-endian numbers of 16 and 32 bits, as in the headers of a ZIP. */
export function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** See `uint16`. */
export function uint32(bytes: Uint8Array, at: number): number {
  return (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;
}

/** Two lower-case hex digits for each byte. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url without its padding (RFC 4648, 5). */
export function base64urlOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const signs = Math.min(4, bytes.length - at + 1);
    for (let sign = 0; sign < signs; sign += 1) text += BASE64URL.charAt((bits >> (18 - 6 * sign)) & 63);
  }
  return text;
}
