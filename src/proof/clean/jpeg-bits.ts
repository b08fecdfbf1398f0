// The coded bits of a JPEG, and the Huffman tables that they are read by.

/** Symbols by length and code: `first[n]` is the first code of n bits, `start[n]` where its symbols begin, `end[n]` one past its last code. */
export interface HuffmanTable {
  readonly first: Int32Array;
  readonly end: Int32Array;
  readonly start: Int32Array;
  readonly symbols: Uint8Array;
}

/** A table from the 16 counts and the symbols of a DHT segment; `undefined` when it has more codes than fit. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable | undefined {
  const table = { first: new Int32Array(17), end: new Int32Array(17), start: new Int32Array(17), symbols };
  let code = 0;
  let sofar = 0;
  for (let length = 1; length <= 16; length += 1) {
    const count = counts[length - 1] ?? 0;
    table.first[length] = code;
    table.start[length] = sofar;
    code += count;
    sofar += count;
    table.end[length] = code;
    if (code > 1 << length) return undefined;
    code <<= 1;
  }
  return table;
}

export class BadScan extends Error {}

/** Bits from the top of each byte, FF 00 read as FF, stopping at any marker. */
export class Bits {
  private held = 0;
  private left = 0;

  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  one(): number {
    if (this.left === 0) this.fill();
    this.left -= 1;
    return (this.held >> this.left) & 1;
  }

  many(count: number): number {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) value = (value << 1) | this.one();
    return value;
  }

  symbol({ first, end, start, symbols }: HuffmanTable): number {
    let code = 0;
    for (let length = 1; length <= 16; length += 1) {
      code = (code << 1) | this.one();
      if (code < (end[length] ?? 0)) return symbols[(start[length] ?? 0) + code - (first[length] ?? 0)] ?? 0;
    }
    throw new BadScan();
  }

  /** Drops the rest of a byte and expects the restart mark of this number, from 0 to 7. */
  restart(number: number): void {
    this.left = 0;
    while (this.bytes[this.at] === 0xff && this.bytes[this.at + 1] === 0xff) this.at += 1;
    if (this.bytes[this.at] !== 0xff || this.bytes[this.at + 1] !== 0xd0 + number) throw new BadScan();
    this.at += 2;
  }

  private fill(): void {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new BadScan();
    if (byte === 0xff && this.bytes[this.at + 1] !== 0) throw new BadScan();
    this.at += byte === 0xff ? 2 : 1;
    this.held = byte;
    this.left = 8;
  }
}
