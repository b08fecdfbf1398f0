// The export's own list of its files, and the comparison of the files with it.
import { idOfFile } from './assets';
import type { ExportFile } from '../container/export';
import type { Doubt, Fault } from '../container/faults';
import { fieldsOf, listOf } from '../container/parsed-json';
import { textOf } from '../json/fields';
import { isConversations } from '../container/export-names';
import { isPrivate } from '../container/private-folders';

/** Paths are those of the export, with `/`, without the folder that everything lies in. */
export type Manifest = {
  /** Every file that is listed, once, with its size where one is stated. */
  readonly files: ReadonlyMap<string, number | undefined>;
  /** Those of them that hold conversations. */
  readonly conversations: ReadonlySet<string>;
  /** It lists more files than are read. */
  readonly isCut: boolean;
};

/** `undefined` when it is no object. Lines that cannot be read are left out, and those past the first `most` files. */
export function readManifest(value: unknown, most: number): Manifest | undefined {
  const fields = fieldsOf(value);
  if (fields === undefined) return undefined;
  const files = new Map<string, number | undefined>();
  let isCut = false;
  const add = (path: string, size: number | undefined): boolean => {
    if (files.size >= most && !files.has(path)) isCut = true;
    else files.set(path, size ?? files.get(path));
    return !isCut;
  };
  for (const one of listOf(fields['export_files'])) {
    const path = pathIn(one);
    const size = fieldsOf(one)?.['size_bytes'];
    if (path !== undefined && !add(path, typeof size === 'number' && Number.isFinite(size) ? size : undefined)) break;
  }
  const conversations = new Set([...files.keys()].filter((path) => isConversations(baseOf(path))));
  for (const [logical, group] of Object.entries(fieldsOf(fields['logical_files']) ?? {})) {
    for (const one of listOf(fieldsOf(group)?.['files'] ?? group)) {
      const path = pathIn(one);
      if (path === undefined) continue;
      if (!add(path, undefined)) break;
      if (logical === 'conversations.json') conversations.add(path);
    }
  }
  return withoutFolder({ files, conversations, isCut });
}

/** A line is a path, or an object with one. */
function pathIn(line: unknown): string | undefined {
  const fields = fieldsOf(line);
  const path = textOf(line) ?? textOf(fields?.['path']) ?? textOf(fields?.['name']);
  return path
    ?.replaceAll('\\', '/')
    .replace(/^(?:\.?\/)+/, '')
    .normalize();
}

/** Cuts off the folder in which the first file of conversations lies: the export's own paths come without it. */
function withoutFolder(manifest: Manifest): Manifest {
  const { files, conversations, isCut } = manifest;
  const [first = ''] = conversations;
  const folder = first.slice(0, first.length - baseOf(first).length);
  if (folder === '') return manifest;
  const cut = (path: string): string => (path.startsWith(folder) ? path.slice(folder.length) : path);
  return {
    files: new Map([...files].map(([path, size]) => [cut(path), size])),
    conversations: new Set([...conversations].map(cut)),
    isCut,
  };
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export type Comparison = {
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
  readonly sizesRight: number;
};

/**
 * Compares the files with the list. Manifests do not know their own size, and that of `sites/export_manifest.json` is known
 * to be wrong in whole exports. The private folders of the portal are left alone on purpose and so are not missing.
 */
export function compareWith(manifest: Manifest, files: readonly ExportFile[]): Comparison {
  const faults: Fault[] = [];
  const doubts: Doubt[] = [];
  const there = filesByPath(files);
  const listed = new Set<ExportFile>();
  let sizesRight = 0;
  for (const [path, stated] of manifest.files) {
    const found = there(path);
    for (const file of found) if (isConversations(file.name)) listed.add(file);
    if (found.length === 0) {
      if (!isPrivate(path)) faults.push({ kind: 'missing', file: path, shard: manifest.conversations.has(path) });
    } else if (stated !== undefined && baseOf(path) !== 'export_manifest.json') {
      if (found.some(({ bytes }) => bytes === stated)) sizesRight += 1;
      else faults.push({ kind: 'manifest-size', file: path, stated, found: found[0]?.bytes ?? 0 });
    }
  }
  if (manifest.isCut) doubts.push({ kind: 'limit', limit: 'files', file: 'export_manifest.json' });
  if (manifest.conversations.size === 0) doubts.push({ kind: 'manifest-silent' });
  else
    for (const file of files)
      if (isConversations(file.name) && !listed.has(file)) doubts.push({ kind: 'unlisted', file: file.path });
  return { faults, doubts, sizesRight };
}

/**
 * By the path, however its letters are composed: some systems take accents apart. A file whose name came out wrong is known by the
 * id it begins with, where one file only has it.
 */
function filesByPath(files: readonly ExportFile[]): (path: string) => readonly ExportFile[] {
  const byPath = grouped(files, ({ path }) => path.normalize());
  let byId: ReturnType<typeof grouped> | undefined;
  return (path) => {
    const found = byPath.get(path);
    if (found !== undefined) return Array.isArray(found) ? found : [found];
    const id = idOfFile({ name: baseOf(path) });
    const sameId = id === undefined ? undefined : (byId ??= grouped(files, idOfFile)).get(id);
    return sameId === undefined || Array.isArray(sameId) ? [] : [sameId];
  };
}

/** Nearly every key has one file, and a list for each would take more than the file. */
function grouped(
  files: readonly ExportFile[],
  keyOf: (file: ExportFile) => string | undefined,
): ReadonlyMap<string, ExportFile | ExportFile[]> {
  const groups = new Map<string, ExportFile | ExportFile[]>();
  for (const file of files) {
    const key = keyOf(file);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, file);
    else if (Array.isArray(group)) group.push(file);
    else groups.set(key, [group, file]);
  }
  return groups;
}
