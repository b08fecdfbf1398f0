// `node inflate-alone.mjs ZIP`: inflates every entry by `zlib.inflateRawSync` and does nothing with it. Prints the processor seconds of that alone.
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import yauzl from 'yauzl';

/** Packed bytes of an entry above which it is inflated as a stream: at once it might not fit into one buffer. */
const MOST = 64 * 1024 * 1024;

async function inflateAlone(path) {
  const zip = await promisify(yauzl.open)(path, { lazyEntries: true, autoClose: false });
  const header = promisify(zip.readLocalFileHeader.bind(zip));
  const file = await open(path);
  let [bytes, cpu] = [0, 0];
  zip.readEntry();
  for (;;) {
    const entry = await new Promise((done, fail) => zip.once('entry', done).once('end', done).once('error', fail));
    if (entry === undefined) break;
    const { fileDataStart: start } = await header(entry, { minimal: true });
    const { compressedSize: size, compressionMethod: method } = entry;
    const packed = size > MOST ? undefined : (await file.read(Buffer.allocUnsafe(size), 0, size, start)).buffer;
    const begun = process.cpuUsage();
    if (method !== 0) bytes += packed === undefined ? await inflated(path, start, size) : inflateRawSync(packed).length;
    const { user, system } = process.cpuUsage(begun);
    cpu += (user + system) / 1e6;
    zip.removeAllListeners();
    zip.readEntry();
  }
  await file.close();
  return { bytes, cpu };
}

async function inflated(path, start, size) {
  let bytes = 0;
  const packed = createReadStream(path, { start, end: start + size - 1, highWaterMark: 256 * 1024 });
  for await (const chunk of packed.pipe(createInflateRaw({ chunkSize: 256 * 1024 }))) bytes += chunk.length;
  return bytes;
}

console.log(JSON.stringify(await inflateAlone(process.argv[2] ?? '')));
