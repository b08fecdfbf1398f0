// The raw entries of a ZIP or a folder: its files, before it is known which of them are an export and where it begins.
import type { OpenFile } from '../../host/host';
import type { Doubt, Fault } from './faults';
import { isConversations } from './export-names';
import { isJunk } from './junk-files';
import { isPrivate } from './private-folders';

export type RawEntry = {
  /** The whole name, with `/` between folders. */
  readonly path: string;
  readonly bytes: number;
  readonly changed: Date | undefined;
  /** See `OpenedExport.chunks`. */
  chunks(): AsyncIterable<Uint8Array>;
  /** See `OpenedExport.whole`. */
  whole(): Uint8Array | undefined;
  /** The file as it lies there, to look into a ZIP; `packed` when it is deflated, `undefined` when it cannot be read. */
  inPlace(): Promise<OpenFile | 'packed' | undefined>;
};

/** What one container holds, but for junk and private folders, in the order in which it lies on the disk. */
export type Container = {
  readonly entries: readonly RawEntry[];
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
};

/** The base name. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a file is never opened: one that a system left behind, or one in a private folder of the portal. */
export function isLeftOut(path: string): boolean {
  const folders = path.toLowerCase().split('/');
  const name = folders.pop() ?? '';
  return isJunk(name) || name.startsWith('._') || folders.includes('__macosx') || isPrivate(path);
}

/** Whether a name cannot be that of a file inside an export: empty, absolute, climbing (`..`), or with characters that no folder allows. */
export function isStrange(path: string): boolean {
  return (
    path.startsWith('/') ||
    /[\0\\]/.test(path) ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').some((part) => part === '' || part === '.' || part === '..')
  );
}

/** Whether only an export has a file of this name. The manifest in `sites/` is that of a part, under the same name. */
function marks(path: string): boolean {
  const name = nameOf(path);
  return isConversations(name) || (name === 'export_manifest.json' && !/(?:^|\/)sites\/[^/]*$/.test(path));
}

/**
 * The folder in which an export lies, with its last `/`: of those that hold conversations or a manifest the least deep, of
 * several the one that changed last. `others` names a file of each of the rest. `undefined`: there is no export.
 */
export function rootOf(
  found: readonly RawEntry[],
): { readonly root: string; readonly others: readonly string[] } | undefined {
  const folders = new Map<string, { readonly first: string; changed: number }>();
  for (const { path, changed } of found) {
    if (!marks(path)) continue;
    const folder = path.slice(0, path.length - nameOf(path).length);
    const known = folders.get(folder) ?? { first: path, changed: 0 };
    folders.set(folder, { ...known, changed: Math.max(known.changed, changed?.getTime() ?? 0) });
  }
  const depth = (folder: string): number => folder.split('/').length;
  const least = Math.min(...[...folders.keys()].map(depth));
  const [chosen, ...others] = [...folders]
    .filter(([folder]) => depth(folder) === least)
    .sort(([, one], [, other]) => other.changed - one.changed);
  return chosen === undefined ? undefined : { root: chosen[0], others: others.map(([, { first }]) => first) };
}
