// The coded data of one JPEG scan, followed symbol by symbol without drawing, to know where it really ends.
import { BadScan, Bits } from './jpeg-bits';
import type { HuffmanTable } from './jpeg-bits';

/** One colour component of a frame. */
export interface Component {
  readonly id: number;
  /** Sampling factors: blocks of this component in one unit of an interleaved scan. */
  readonly across: number;
  readonly down: number;
  /** Its own blocks, as a scan of its own counts them. */
  readonly columns: number;
  readonly rows: number;
  /** Blocks in memory: filled up to whole units. */
  readonly stride: number;
  /** Two words of 32 bits a block: which coefficients are not zero. Only progressive frames need them. */
  readonly nonzero: Uint32Array;
}

export interface Frame {
  readonly progressive: boolean;
  readonly unitsAcross: number;
  readonly unitsDown: number;
  readonly components: readonly Component[];
}

export interface Scan {
  readonly parts: readonly {
    readonly component: Component;
    readonly dc: HuffmanTable | undefined;
    readonly ac: HuffmanTable | undefined;
  }[];
  /** First and last coefficient, and the bit positions of progressive coding: ITU-T T.81, B.2.3. */
  readonly from: number;
  readonly to: number;
  readonly high: number;
  /** Units between restart marks; 0 for none. */
  readonly restart: number;
}

/**
 * Follows the scan that begins at `at`. Gives the offset behind its last coded byte, or `undefined` when the data ends
 * early, holds a code that no table has, or misses a restart mark.
 * Source: ITU-T T.81 (ISO/IEC 10918-1), Annex F.2 and G.2.
 */
export function endOfScan(bytes: Uint8Array, at: number, frame: Frame, scan: Scan): number | undefined {
  try {
    return follow(new Bits(bytes, at), frame, scan);
  } catch (error) {
    if (error instanceof BadScan) return undefined;
    throw error;
  }
}

function follow(bits: Bits, { progressive, unitsAcross, unitsDown }: Frame, scan: Scan): number {
  const [alone] = scan.parts;
  const single = scan.parts.length === 1 ? alone?.component : undefined;
  const across = single?.columns ?? unitsAcross;
  const units = across * (single?.rows ?? unitsDown);
  // How many blocks are still known to hold nothing more: T.81, G.1.2.2.
  const run = { length: 0 };
  for (let unit = 0; unit < units; unit += 1) {
    if (scan.restart > 0 && unit > 0 && unit % scan.restart === 0) {
      bits.restart((unit / scan.restart - 1) % 8);
      run.length = 0;
    }
    const column = unit % across;
    const row = (unit - column) / across;
    for (const { component, dc, ac } of scan.parts) {
      const { across: wide, down, stride, nonzero } = component;
      for (let block = 0; block < (single === undefined ? wide * down : 1); block += 1) {
        const x = single === undefined ? column * wide + (block % wide) : column;
        const y = single === undefined ? row * down + Math.floor(block / wide) : row;
        if (progressive) partOfBlock(bits, scan, dc, ac, nonzero, (y * stride + x) * 2, run);
        else wholeBlock(bits, needed(dc), needed(ac));
      }
    }
  }
  return bits.at;
}

function needed(table: HuffmanTable | undefined): HuffmanTable {
  if (table === undefined) throw new BadScan();
  return table;
}

/** F.2.2: one DC difference, then runs of zeros and values up to the end of the block. */
function wholeBlock(bits: Bits, dc: HuffmanTable, ac: HuffmanTable): void {
  skipValue(bits, bits.symbol(dc));
  for (let k = 1; k < 64;) {
    const symbol = bits.symbol(ac);
    const size = symbol & 15;
    if (size === 0 && symbol >> 4 !== 15) return;
    k += (symbol >> 4) + 1;
    if (k > 64) throw new BadScan();
    skipValue(bits, size);
  }
}

function skipValue(bits: Bits, size: number): void {
  if (size > 16) throw new BadScan();
  for (let bit = 0; bit < size; bit += 1) bits.one();
}

function partOfBlock(
  bits: Bits,
  { from, to, high }: Scan,
  dc: HuffmanTable | undefined,
  ac: HuffmanTable | undefined,
  nonzero: Uint32Array,
  at: number,
  run: { length: number },
): void {
  if (from === 0) {
    if (high === 0) skipValue(bits, bits.symbol(needed(dc)));
    else bits.one();
    return;
  }
  if (high === 0) firstOfBand(bits, from, to, needed(ac), nonzero, at, run);
  else refineBand(bits, from, to, needed(ac), nonzero, at, run);
}

/** G.1.2.2: new coefficients, with runs of blocks that hold no more. */
function firstOfBand(
  bits: Bits,
  from: number,
  to: number,
  ac: HuffmanTable,
  nonzero: Uint32Array,
  at: number,
  run: { length: number },
): void {
  if (run.length > 0) {
    run.length -= 1;
    return;
  }
  for (let k = from; k <= to; k += 1) {
    const symbol = bits.symbol(ac);
    const zeros = symbol >> 4;
    const size = symbol & 15;
    if (size === 0 && zeros < 15) {
      run.length = (1 << zeros) - 1 + bits.many(zeros);
      return;
    }
    k += zeros;
    if (k > to) throw new BadScan();
    if (size === 0) continue;
    skipValue(bits, size);
    mark(nonzero, at, k);
  }
}

/** G.1.2.3: one more bit for each coefficient that is not zero, and new ones among the zeros. */
function refineBand(
  bits: Bits,
  from: number,
  to: number,
  ac: HuffmanTable,
  nonzero: Uint32Array,
  at: number,
  run: { length: number },
): void {
  let k = from;
  while (run.length === 0 && k <= to) {
    const symbol = bits.symbol(ac);
    let zeros = symbol >> 4;
    const size = symbol & 15;
    if (size > 1) throw new BadScan();
    if (size === 0 && zeros < 15) {
      run.length = (1 << zeros) + bits.many(zeros);
      break;
    }
    if (size === 1) bits.one();
    for (; k <= to; k += 1) {
      if (isMarked(nonzero, at, k)) bits.one();
      else if (zeros === 0) break;
      else zeros -= 1;
    }
    if (size === 1) {
      if (k > to) throw new BadScan();
      mark(nonzero, at, k);
    }
    k += 1;
  }
  if (run.length === 0) return;
  for (; k <= to; k += 1) if (isMarked(nonzero, at, k)) bits.one();
  run.length -= 1;
}

function mark(nonzero: Uint32Array, at: number, k: number): void {
  const word = at + (k >> 5);
  nonzero[word] = (nonzero[word] ?? 0) | (1 << (k & 31));
}

function isMarked(nonzero: Uint32Array, at: number, k: number): boolean {
  return (((nonzero[at + (k >> 5)] ?? 0) >>> (k & 31)) & 1) === 1;
}
