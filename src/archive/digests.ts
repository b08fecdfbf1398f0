// Holds the bytes of assets against the sha-256 that the library states for them.
import { createHash } from 'node:crypto';
import { idOfFile, isSanitized } from './assets';
import type { ExportFile } from './export';
import type { Fault } from './faults';
import type { LibraryFile } from './side-files';

export type Digests = {
  /** Takes the chunks of an asset; `undefined` for other files. `end` only when the file came whole. */
  begin(file: ExportFile): { push(chunk: Uint8Array): void; end(): void } | undefined;
  faults(library: ReadonlyMap<string, LibraryFile>): readonly Fault[];
};

/** When none of so many agrees, the library speaks of other bytes than those shipped, and says nothing about damage. */
const NONE_OF = 4;

/** Where the library lies in the ZIP does not matter: every asset is hashed, if there is one at all. */
export function assetDigests(files: readonly ExportFile[]): Digests {
  const hasLibrary = files.some(({ name }) => name === 'library_files.json');
  const hashed: { readonly file: ExportFile; readonly id: string; readonly sha256: string }[] = [];
  return {
    begin(file) {
      const id = idOfFile(file);
      if (!hasLibrary || id === undefined || isSanitized(file)) return undefined;
      const hash = createHash('sha256');
      return {
        push: (chunk) => void hash.update(chunk),
        end: () => void hashed.push({ file, id, sha256: hash.digest('hex') }),
      };
    },
    /** A file of another size than the library states is another rendering of it: smaller pictures are shipped too. */
    faults(library) {
      const compared = hashed.filter(({ file, id }) => {
        const stated = library.get(id);
        return stated?.sha256 !== undefined && (stated.bytes === undefined || stated.bytes === file.bytes);
      });
      const wrong = compared.filter(({ id, sha256 }) => library.get(id)?.sha256 !== sha256);
      return wrong.length === compared.length && wrong.length >= NONE_OF ? [] : wrong.map(({ file }) => ({ kind: 'digest', file: file.path }));
    },
  };
}
