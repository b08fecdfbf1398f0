// `node inflate-alone.mjs ZIP`: inflates every entry and does nothing with it: what reading an export costs at least.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';

const READ = 256 * 1024;

async function inflateAlone(path) {
  const zip = await promisify(yauzl.open)(path, { lazyEntries: true, autoClose: false });
  const header = promisify(zip.readLocalFileHeader.bind(zip));
  const file = await open(path);
  let bytes = 0;
  zip.readEntry();
  for (;;) {
    const entry = await new Promise((done, fail) => zip.once('entry', done).once('end', done).once('error', fail));
    if (entry === undefined) break;
    const { fileDataStart: start } = await header(entry, { minimal: true });
    bytes += await inflated(path, file, start, entry);
    zip.removeAllListeners();
    zip.readEntry();
  }
  await file.close();
  return bytes;
}

/** Small ones at once: making a stream for each would make this slower than it has to be. */
async function inflated(path, file, start, { compressedSize, compressionMethod }) {
  if (compressedSize <= READ) {
    const { buffer } = await file.read(Buffer.allocUnsafe(compressedSize), 0, compressedSize, start);
    return compressionMethod === 0 ? buffer.length : inflateRawSync(buffer).length;
  }
  const packed = createReadStream(path, { start, end: start + compressedSize - 1, highWaterMark: READ });
  let bytes = 0;
  for await (const chunk of compressionMethod === 0 ? packed : packed.pipe(createInflateRaw({ chunkSize: READ })))
    bytes += chunk.length;
  return bytes;
}

console.log(JSON.stringify({ bytes: await inflateAlone(process.argv[2] ?? '') }));
