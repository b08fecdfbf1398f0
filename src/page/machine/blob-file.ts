// A file of the browser, read by slices: of two gigabytes only what is looked at is in memory.
import type { OpenFile } from '../../host/host';

/** Only workers have it. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** For a worker, where reading at once is possible; rejects with an error that has a `code`, as a disk does. */
export function openBlob(file: File): OpenFile {
  const changed = new Date(file.lastModified);
  return {
    bytes: file.size,
    changed,
    read: async (into, at) => copied(into, await slice(file, into, at).arrayBuffer().catch(gone)),
    readNow(into, at) {
      try {
        return copied(into, new FileReaderSync().readAsArrayBuffer(slice(file, into, at)));
      } catch {
        return gone();
      }
    },
    // A file that was written to meanwhile can no longer be read.
    isUnchanged: () =>
      file
        .slice(0, 1)
        .arrayBuffer()
        .then(() => true)
        .catch(() => false),
    close: async () => undefined,
  };
}

const slice = (file: File, into: Uint8Array, at: number): Blob => file.slice(at, at + into.length);

function copied(into: Uint8Array, bytes: ArrayBuffer): number {
  into.set(new Uint8Array(bytes));
  return bytes.byteLength;
}

function gone(): never {
  throw Object.assign(new Error('the file cannot be read'), { code: 'ESTALE' });
}
