// Holds the bytes of assets against the sha-256 that the library states for them.
import { createHash } from 'node:crypto';
import { idOfFile, isSanitized } from './assets';
import type { ExportFile } from './export';
import type { Fault } from './faults';
import type { Taker } from './list-taker';
import type { LibraryFile } from './side-files';

export type Digests = {
  /** Takes the chunks of an asset; `undefined` for other files. `end` only when the file came whole. */
  begin(file: ExportFile): Taker | undefined;
  faults(library: ReadonlyMap<string, LibraryFile>): readonly Fault[];
};

/** When none of so many agrees, the library speaks of other bytes than those shipped, and says nothing about damage. */
const NONE_OF = 4;

/** Where the library lies in the ZIP does not matter: every asset is hashed, if there is one at all. */
export function assetDigests(files: readonly ExportFile[]): Digests {
  const hasLibrary = files.some(({ name }) => name === 'library_files.json');
  const hashed: ExportFile[] = [];
  /** 32 bytes each, in the same order. */
  let sums = new Uint8Array(32 * 256);
  return {
    begin(file) {
      const id = idOfFile(file);
      if (!hasLibrary || id === undefined || isSanitized(file)) return undefined;
      const hash = createHash('sha256');
      return {
        push: (chunk) => void hash.update(chunk),
        end() {
          if (sums.length < (hashed.length + 1) * 32) {
            const more = new Uint8Array(sums.length * 2);
            more.set(sums);
            sums = more;
          }
          sums.set(hash.digest(), hashed.length * 32);
          hashed.push(file);
        },
      };
    },
    /** A file of another size than the library states is another rendering of it: smaller pictures are shipped too. */
    faults(library) {
      const compared = hashed.flatMap((file, index) => {
        const stated = library.get(idOfFile(file) ?? '');
        const isComparable = stated?.sha256 !== undefined && (stated.bytes === undefined || stated.bytes === file.bytes);
        return isComparable ? [{ file, agrees: stated.sha256 === hexOf(sums.subarray(index * 32, index * 32 + 32)) }] : [];
      });
      const wrong = compared.filter(({ agrees }) => !agrees);
      return wrong.length === compared.length && wrong.length >= NONE_OF ? [] : wrong.map(({ file }) => ({ kind: 'digest', file: file.path }));
    },
  };
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
