// Looks among the downloads for exports, by what is in them: people rename them, and other ZIPs lie there too.
import type { Host } from '../../host/host';
import { isConversations } from './export-names';
import { openExport } from './open-export';

/** An export on the disk: absolute path, name, size in bytes (0 for a folder) and when it was last changed. */
export type FoundExport = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly changed: Date;
};

/** How many ZIPs are looked into: people who never tidy up have thousands. */
const MOST = 30;

/** Exports that lie directly in a download folder, newest first. Of ZIPs the directories are read, never a file. Never rejects. */
export async function findExports(
  host: Pick<Host, 'downloadFolders' | 'folders' | 'files' | 'bytes'>,
): Promise<readonly FoundExport[]> {
  const zips: FoundExport[] = [];
  const found: FoundExport[] = [];
  for (const folder of await host.downloadFolders()) {
    for (const { name, kind, bytes, changed } of await host.folders.list(folder).catch(() => [])) {
      const path = host.files.join(folder, name);
      if (kind === 'file' && /\.zip$/i.test(name) && bytes > 0) zips.push({ path, name, bytes, changed });
      else if (kind === 'directory' && (await holdsExport(path, host))) found.push({ path, name, bytes, changed });
    }
  }
  for (const zip of newestFirst(zips).slice(0, MOST)) {
    const opening = await openExport(zip.path, host);
    if (!opening.ok) continue;
    if (opening.opened.files.some(({ name }) => isMark(name))) found.push(zip);
    await opening.opened.close();
  }
  return newestFirst(found);
}

async function holdsExport(folder: string, { folders }: Pick<Host, 'folders'>): Promise<boolean> {
  const listed = await folders.list(folder).catch(() => []);
  return listed.some(({ name, kind }) => kind === 'file' && isMark(name));
}

function isMark(name: string): boolean {
  return isConversations(name) || name === 'export_manifest.json';
}

function newestFirst(exports: readonly FoundExport[]): readonly FoundExport[] {
  return [...exports].sort(
    (one, other) => other.changed.getTime() - one.changed.getTime() || (one.name < other.name ? -1 : 1),
  );
}
