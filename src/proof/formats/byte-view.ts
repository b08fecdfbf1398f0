// Numbers and tags at an offset of a file that may be cut anywhere or lie about its sizes.

/** A window on bytes; reading outside it gives `undefined`, never an error. Offsets count from the start of the window. */
export interface ByteView {
  readonly length: number;
  u8(at: number): number | undefined;
  u16(at: number, order: 'big' | 'little'): number | undefined;
  u32(at: number, order: 'big' | 'little'): number | undefined;
  /** Four bytes as Latin-1 characters, as PNG chunks, RIFF chunks and ISO boxes name themselves. */
  tag(at: number): string | undefined;
  /** Whether the bytes at `at` are these characters (Latin-1). */
  says(at: number, text: string): boolean;
  /** A smaller window; what lies outside this one is cut off. */
  part(from: number, to: number): ByteView;
}

export function viewOf(bytes: Uint8Array): ByteView {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (at: number, count: number): boolean => at >= 0 && at + count <= data.byteLength;
  return {
    length: bytes.byteLength,
    u8: (at) => (holds(at, 1) ? data.getUint8(at) : undefined),
    u16: (at, order) => (holds(at, 2) ? data.getUint16(at, order === 'little') : undefined),
    u32: (at, order) => (holds(at, 4) ? data.getUint32(at, order === 'little') : undefined),
    tag: (at) =>
      holds(at, 4)
        ? String.fromCharCode(data.getUint8(at), data.getUint8(at + 1), data.getUint8(at + 2), data.getUint8(at + 3))
        : undefined,
    says: (at, text) =>
      holds(at, text.length) && [...text].every((char, index) => bytes[at + index] === char.charCodeAt(0)),
    part: (from, to) => viewOf(bytes.subarray(Math.max(0, from), Math.max(0, from, to))),
  };
}
