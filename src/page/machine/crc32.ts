// CRC-32 as in ZIP, eight bytes at a time: the libraries take one, and an export has hundreds of millions.

/** For each byte at each of eight places, what it does to the sum (the polynomial of IEEE 802.3, bits turned round). */
const table = new Uint32Array(8 * 256);
for (let byte = 0; byte < 256; byte += 1) {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = (sum & 1) === 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  table[byte] = sum;
}
for (let at = 256; at < table.length; at += 1) {
  const before = table[at - 256] ?? 0;
  table[at] = (before >>> 8) ^ (table[before & 0xff] ?? 0);
}
const at = (place: number, byte: number): number => table[place * 256 + byte] as number;

/** The sum of `bytes` after bytes whose sum is `before`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  let next = 0;
  const byte = (index: number): number => bytes[next + index] as number;
  for (const end = bytes.length - 7; next < end; next += 8) {
    const first = sum ^ (byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24));
    sum =
      at(7, first & 0xff) ^
      at(6, (first >>> 8) & 0xff) ^
      at(5, (first >>> 16) & 0xff) ^
      at(4, first >>> 24) ^
      at(3, byte(4)) ^
      at(2, byte(5)) ^
      at(1, byte(6)) ^
      at(0, byte(7));
  }
  for (; next < bytes.length; next += 1) sum = (sum >>> 8) ^ at(0, (sum ^ (bytes[next] as number)) & 0xff);
  return ~sum >>> 0;
}
