// What stands in a record of a ZIP's directory besides its numbers: names, days, further fields.
import { crc32 } from './crc32';

/** Why a directory is not read on, in English. */
export class Refused extends Error {}

/** A further field of a record: what it is about, and its bytes. */
export type Field = { readonly id: number; readonly data: Uint8Array };

export const uint16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
export const uint32 = (bytes: Uint8Array, at: number): number =>
  (uint16(bytes, at) | (uint16(bytes, at + 2) << 16)) >>> 0;
/** Beyond 2^53 it is as near as a number can be. */
export const uint64 = (bytes: Uint8Array, at: number): number =>
  uint32(bytes, at + 4) * 0x1_0000_0000 + uint32(bytes, at);
const int32 = (bytes: Uint8Array, at: number): number => uint32(bytes, at) | 0;

/** Throws `Refused` when one is longer than what is there. */
export function fieldsOf(bytes: Uint8Array): readonly Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length - 3;) {
    const end = at + 4 + uint16(bytes, at + 2);
    if (end > bytes.length) throw new Refused('extra field length exceeds extra field buffer size');
    fields.push({ id: uint16(bytes, at), data: bytes.subarray(at + 4, end) });
    at = end;
  }
  return fields;
}

/** The name as it is: that of Info-ZIP's own field when it belongs to this one, else as the flags say it is written. */
export function nameIn(flags: number, raw: Uint8Array, fields: readonly Field[]): string {
  const own = fields.find(
    ({ id, data }) => id === 0x7075 && data.length >= 6 && data[0] === 1 && uint32(data, 1) === crc32(raw),
  );
  if (own !== undefined) return utf8.decode(own.data.subarray(5));
  return (flags & 0x800) !== 0 ? utf8.decode(raw) : ofDos(raw);
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function ofDos(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x20 || byte > 0x7e ? (DOS[byte] ?? '') : String.fromCharCode(byte))).join(
    '',
  );
}

/** Code page 437. */
const DOS = [
  ...'\u0000☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼',
  ...Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0x20 + at)),
  ...'⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
];

/** When the file was changed, by the finest of what is written; local time where only the old form is. `undefined` when nothing is. */
export function changedOn(date: number, time: number, fields: readonly Field[]): Date | undefined {
  const isKnown = date !== 0 || fields.some(({ id }) => id === 0x5455 || id === 0x000a);
  if (!isKnown) return undefined;
  const found = fineTime(fields) ?? dosTime(date, time);
  return Number.isNaN(found.getTime()) ? undefined : found;
}

function fineTime(fields: readonly Field[]): Date | undefined {
  for (const { id, data } of fields) {
    // Info-ZIP's field: seconds since 1970. NTFS's: tenths of microseconds since 1601.
    if (id === 0x5455 && data.length >= 5 && ((data[0] ?? 0) & 1) !== 0) return new Date(int32(data, 1) * 1000);
    if (id === 0x000a && data.length === 32 && uint16(data, 4) === 1 && uint16(data, 6) === 24)
      return new Date((uint32(data, 8) + 0x1_0000_0000 * int32(data, 12)) / 10_000 - 11_644_473_600_000);
  }
  return undefined;
}

function dosTime(date: number, time: number): Date {
  return new Date(
    ((date >> 9) & 0x7f) + 1980,
    ((date >> 5) & 0xf) - 1,
    date & 0x1f,
    (time >> 11) & 0x1f,
    (time >> 5) & 0x3f,
    (time & 0x1f) * 2,
  );
}
