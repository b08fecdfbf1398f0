// The port to what an engine does natively with bytes: inflating, checksums, UTF-8. With another implementation the archive runs in a browser.
import type { OpenFile } from './host';

/** All functions are synchronous, but for `inflating` and `zipRecords`. */
export interface BytesPort {
  /**
   * Inflates raw deflate data (RFC 1951) that is there as a whole. `too-much`: it becomes more than `most` bytes. `broken`: it is
   * no such data. `used`: how many bytes of `packed` it took. The caller may keep what it gets.
   */
  inflate(
    packed: Uint8Array,
    most: number,
  ): { readonly bytes: Uint8Array; readonly used: number } | 'too-much' | 'broken';
  /**
   * The same for data that comes in parts and may be large, in chunks of up to `chunk` bytes that the caller may keep. A part
   * may be overwritten once the next but one is asked for. Gives how many packed bytes were used.
   */
  inflating(packed: AsyncIterable<Uint8Array>, chunk: number): AsyncGenerator<Uint8Array, number, undefined>;
  /** CRC-32 as in ZIP. `before`: that of the bytes before these. */
  crc32(bytes: Uint8Array, before?: number): number;
  sha256(): Sha256;
  /** The SHA-256 of bytes that are there as a whole, 32 bytes. */
  sha256Of(bytes: Uint8Array): Uint8Array;
  /** Whether these bytes are valid UTF-8. */
  isUtf8(bytes: Uint8Array): boolean;
  /** The text of a part of bytes in UTF-8; what is none becomes U+FFFD. For hundreds of thousands of short ones. */
  text(bytes: Uint8Array, from: number, to: number): string;
  /** Opens the directory of a ZIP. `detail` says in English what is wrong with it. Rejects with what the disk says. */
  zipRecords(file: OpenFile): Promise<ZipRecords | { readonly detail: string }>;
}

export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** 32 bytes. Nothing may be added afterwards. */
  digest(): Uint8Array;
}

export interface ZipRecords {
  /** Where the directory begins, and how many records it states. */
  readonly start: number;
  readonly count: number;
  /** The records from a place in the directory on, `left` of them. Ends early with `broken`; rejects with what the disk says. */
  read(at: number, left: number): AsyncIterable<ZipRecord | { readonly kind: 'broken'; readonly detail: string }>;
}

/** One record of the directory, as it is written there. Sizes and places are in bytes. */
export type ZipRecord = {
  readonly kind: 'record';
  /** With its slashes as they are; `rawName` are its bytes. */
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly madeBy: number;
  readonly attributes: number;
  readonly header: number;
  readonly packed: number;
  readonly bytes: number;
  readonly crc: number;
  readonly method: number;
  readonly isLocked: boolean;
  readonly changed: Date | undefined;
  /** Where the next record begins. */
  readonly next: number;
};
