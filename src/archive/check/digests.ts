// Compares assets with what `library_files.json` states of them: the sha-256 of their bytes, or their size where there is none.
import type { BytesPort } from '../../host/bytes';
import { hexOf } from '../container/bytes';
import { idOfFile, isSanitized } from '../conversation/assets';
import type { ExportFile } from '../container/export';
import type { Fault } from '../container/faults';
import type { ChunkSink } from '../json/json-array-reader';
import { withoutDat } from '../conversation/side-files';
import type { LibraryFile } from '../conversation/side-files';

export type Digests = {
  /** Takes the chunks of an asset; `undefined` for other files. `end` only when the file came whole. */
  begin(file: ExportFile): ChunkSink | undefined;
  /** `counts` is `undefined` where the export has no library. */
  compared(library: ReadonlyMap<string, LibraryFile>): {
    readonly faults: readonly Fault[];
    readonly counts: LibraryCounts | undefined;
  };
};

/** How many assets were compared by their digest, by their size alone, and not at all, since the library says nothing of them. */
export type LibraryCounts = { readonly digest: number; readonly size: number; readonly neither: number };

/** When none of at least this many digests agrees, the library states other bytes than those shipped: no sign of damage. */
const NONE_OF = 4;

/** Hashes every asset of an export that has a library: the library may lie behind them in the ZIP. */
export function assetDigests(files: readonly ExportFile[], port: BytesPort): Digests {
  const hasLibrary = files.some(({ name }) => name === 'library_files.json');
  const hashed: ExportFile[] = [];
  /** 32 bytes each, in the same order. */
  let sums = new Uint8Array(32 * 256);
  return {
    begin(file) {
      if (!hasLibrary || (idOfFile(file) === undefined && !isOriginal(file)) || isSanitized(file)) return undefined;
      const hash = port.sha256();
      return {
        push: (chunk) => hash.update(chunk),
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
    compared(library) {
      if (!hasLibrary) return { faults: [], counts: undefined };
      const wrongSizes: Fault[] = [];
      const wrongDigests: Fault[] = [];
      const counts = { digest: 0, size: 0, neither: 0 };
      let sizesToo = 0;
      hashed.forEach((file, index) => {
        const stated = library.get(withoutDat(file.name)) ?? library.get(idOfFile(file) ?? '') ?? NOTHING;
        const isSize = stated.bytes === file.bytes;
        if (stated.bytes !== undefined && !isSize && isOriginal(file))
          wrongSizes.push({ kind: 'library-size', file: file.path, stated: stated.bytes, found: file.bytes });
        if (stated.bytes !== undefined && !isSize) counts[isOriginal(file) ? 'size' : 'neither'] += 1;
        else if (stated.sha256 === undefined) counts[isSize ? 'size' : 'neither'] += 1;
        else {
          counts.digest += 1;
          if (isSize) sizesToo += 1;
          if (stated.sha256 !== hexOf(sums.subarray(index * 32, index * 32 + 32)))
            wrongDigests.push({ kind: 'digest', file: file.path });
        }
      });
      if (wrongDigests.length < counts.digest || counts.digest < NONE_OF)
        return { faults: [...wrongSizes, ...wrongDigests], counts };
      return {
        faults: wrongSizes,
        counts: { digest: 0, size: counts.size + sizesToo, neither: counts.neither + counts.digest - sizesToo },
      };
    },
  };
}

const NOTHING: LibraryFile = { bytes: undefined, sha256: undefined };

/** Newer exports ship the bytes that the library knows, as `.dat`. A picture under its own name may be a smaller rendering. */
function isOriginal({ name }: ExportFile): boolean {
  return /\.dat$/i.test(name);
}
