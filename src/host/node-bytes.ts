// The port for bytes on Node.js: node:zlib, node:crypto and, for the directory of a ZIP, yauzl.
import { isUtf8 } from 'node:buffer';
import { createHash, hash as hashAtOnce } from 'node:crypto';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import type { ZlibOptions } from 'node:zlib';
import type { BytesPort } from './bytes';
import { zipRecords } from './node-zip';

export const nodeBytes: BytesPort = {
  inflate(packed, most) {
    try {
      const { buffer, engine } = inflateRawSync(packed, {
        info: true,
        maxOutputLength: most,
        chunkSize: Math.max(64, most),
      }) as unknown as { readonly buffer: Uint8Array; readonly engine: { readonly bytesWritten: number } };
      return { bytes: buffer, used: engine.bytesWritten };
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-much' : 'broken';
    }
  },
  inflating,
  crc32: (bytes, before = 0) => crc32(bytes, before),
  sha256() {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
  },
  // Deno and Bun may have only the older of the two, which makes an object for each.
  sha256Of: (bytes) => hashAtOnce?.('sha256', bytes, 'buffer') ?? createHash('sha256').update(bytes).digest(),
  isUtf8,
  text: (bytes, from, to) => Buffer.prototype.utf8Slice.call(bytes, from, to),
  zipRecords,
};

/** How many chunks inflating may run ahead of whoever takes them. */
const AHEAD = 4;

/** Inflating runs on a thread of Node's pool while the program looks at a chunk. */
async function* inflating(
  packed: AsyncIterable<Uint8Array>,
  chunk: number,
): AsyncGenerator<Uint8Array, number, undefined> {
  // It takes the options of every stream, which the types do not say.
  const options: ZlibOptions & { readonly readableHighWaterMark: number } = {
    chunkSize: Math.max(64, chunk),
    readableHighWaterMark: AHEAD * chunk,
  };
  const inflate = createInflateRaw(options);
  let goOn = (): void => undefined;
  // A failure comes out of the loop below; one after its end must not end the program.
  inflate.on('error', () => undefined);
  inflate.once('close', () => goOn());
  const feed = async (): Promise<void> => {
    for await (const part of packed) {
      await new Promise<void>((done) => {
        goOn = done;
        inflate.write(part, () => done());
      });
      if (inflate.destroyed) return;
    }
    inflate.end();
  };
  const feeding = feed().catch((error: unknown) => void inflate.destroy(error as Error));
  try {
    for await (const one of inflate) yield one as Uint8Array;
  } finally {
    inflate.destroy();
    await feeding;
  }
  return inflate.bytesWritten;
}
