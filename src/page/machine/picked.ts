// The files that the person has chosen on this page: by the names that the walk knows them by. Nothing of them is copied.
import type { FileLook, NamedFiles } from '../../host/host';

export type Picked = {
  /** Remembers a file, and gives the path it is asked for by. */
  take(file: File): string;
  /** The file behind a path or, after it was written down, behind its name. */
  file(path: string): File | undefined;
  readonly files: NamedFiles;
  forget(): void;
};

/** A path is a number and the file's own name, so that two files of one name are two. */
export function pickedFiles(): Picked {
  const known = new Map<string, File>();
  const nameOf = (path: string): string => known.get(path)?.name ?? path.replace(/^picked:\d+\//, '');
  const file = (path: string): File | undefined =>
    known.get(path) ?? [...known.values()].toReversed().find(({ name }) => name === path);
  return {
    take(one) {
      const path = `picked:${known.size + 1}/${one.name}`;
      known.set(path, one);
      return path;
    },
    file,
    files: {
      async look(path): Promise<FileLook> {
        const found = file(path);
        if (found === undefined) return { kind: 'missing' };
        // A folder that was dropped can be named and not read.
        const isReadable = await found
          .slice(0, 1)
          .arrayBuffer()
          .then(
            () => true,
            () => false,
          );
        return isReadable ? { kind: 'file', bytes: found.size, path } : { kind: 'unreadable' };
      },
      async read(path, maxBytes) {
        const found = file(path);
        if (found === undefined) throw refused('ENOENT');
        if (found.size > maxBytes) throw refused('EFBIG');
        return new Uint8Array(await found.arrayBuffer());
      },
      resolve: (path) => path,
      shorten: nameOf,
    },
    forget: () => known.clear(),
  };
}

/** An error with the code that a disk would give. */
function refused(code: string): Error {
  return Object.assign(new Error(code), { code });
}
