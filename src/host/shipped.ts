// Files that come with the program, packed by Brotli: unpacked as they are read.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

/** The bytes of the file packed at `path`. Rejects when it is not there or damaged. */
export async function shippedFile(path: string): Promise<Uint8Array> {
  return promisify(brotliDecompress)(await readFile(path));
}
