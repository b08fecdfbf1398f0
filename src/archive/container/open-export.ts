// Opens an export for reading, whatever it lies in: a ZIP, a folder, ZIPs inside either, or a file of conversations alone.
import type { BytesPort } from '../../host/bytes';
import type { ReadableDisk } from '../../host/host';
import { baseOf, chatsAt, contentOf } from './chats-file';
import type { ExportFile, OpenedExport, Opening } from './export';
import type { Doubt, Fault } from './faults';
import { folderContainer } from './folder-source';
import { nameOf, rootOf } from './raw-entries';
import type { Container, RawEntry } from './raw-entries';
import { LIMITS } from './limits';
import type { Limits } from './limits';
import { holdsConversations, isConversations } from './export-names';
import { portalOf } from './portal';
import { hashingReader, windowed } from './hashing-reader';
import type { HashingReader } from './hashing-reader';
import { beginsAsZip, zipContainer } from './zip-source';

type Problem = Extract<Opening, { readonly ok: false }>['problem'];

/**
 * Reads the directory of a ZIP or lists a folder; no file inside is read yet. A ZIP that ends early or contradicts itself is
 * opened as well, with its faults and whatever can be known of it. `path` is absolute. Never rejects.
 */
export async function openExport(path: string, host: ReadableDisk, limits: Limits = LIMITS): Promise<Opening> {
  const look = await host.files.look(path);
  if (look.kind === 'device' || look.kind === 'fifo') return no('not-file');
  if (look.kind === 'missing' || look.kind === 'unreadable') return no(look.kind);
  try {
    return look.kind === 'directory' ? await openFolder(path, host, limits) : await openFile(path, host, limits);
  } catch (error) {
    return no(PROBLEMS[String((error as { readonly code?: unknown } | undefined)?.code)] ?? 'unreadable');
  }
}

const PROBLEMS: Readonly<Record<string, Problem>> = {
  ENOENT: 'missing',
  EISDIR: 'not-file',
  EINVAL: 'not-file',
  ENOTDIR: 'missing',
};

function no(problem: Problem, faults: readonly Fault[] = []): Opening {
  return { ok: false, problem, faults };
}

async function openFile(path: string, host: ReadableDisk, limits: Limits): Promise<Opening> {
  const file = await host.folders.open(path);
  let isKept = false;
  try {
    if (file.bytes === 0) return no('empty');
    const isZip = await beginsAsZip(file);
    const content = isZip ? undefined : await contentOf(file, baseOf(path));
    if (content === 'json') return no('no-export');
    const port = await host.bytes();
    const reader = hashingReader(file, port);
    const late: Fault[] = [];
    const name = baseOf(path);
    if (content === 'chats') {
      const found = await chatsAt(path, reader, host, limits);
      // Of several files there is no one fingerprint.
      isKept = found.length === 1;
      reader.start();
      return await openContainer(
        'file',
        { entries: found, faults: [], doubts: [] },
        limits,
        port,
        isKept ? { reader, late, name } : undefined,
      );
    }
    const container = await zipContainer(windowed(reader), limits, port, (range, inner) =>
      reader.watch(range, () => late.push({ kind: 'crc', file: inner })),
    );
    if (!container.hasEnd && !isZip) return no('not-zip');
    const opening = await openContainer('zip', container, limits, port, { reader, late, name });
    reader.start();
    isKept = opening.ok;
    return opening;
  } finally {
    if (!isKept) await file.close().catch(() => undefined);
  }
}

async function openFolder(path: string, host: ReadableDisk, limits: Limits): Promise<Opening> {
  return openContainer('folder', await folderContainer(path, host, limits), limits, await host.bytes(), undefined);
}

/** A file of the export and where it comes from: little enough for hundreds of thousands of them. */
class SourcedFile implements ExportFile {
  constructor(
    readonly path: string,
    readonly source: RawEntry,
    readonly isChats: boolean,
  ) {}

  get name(): string {
    return nameOf(this.path);
  }

  get bytes(): number {
    return this.source.bytes;
  }

  get changed(): Date | undefined {
    return this.source.changed;
  }
}

/** The ZIP as one file, and what is found wrong with it when its last byte has passed. */
type Whole = { readonly reader: HashingReader; readonly late: readonly Fault[]; readonly name: string };

async function openContainer(
  kind: 'zip' | 'folder' | 'file',
  container: Container,
  limits: Limits,
  port: BytesPort,
  whole: Whole | undefined,
): Promise<Opening> {
  const { entries, faults, doubts } = container;
  const place = kind === 'file' ? { root: '', others: [] } : rootOf(entries);
  const portal = place === undefined ? await portalOf(entries, limits, port) : undefined;
  if (portal === undefined && place === undefined && faults.length === 0) return no('no-export');
  const inner = portal?.inner ?? [{ entries, root: place?.root ?? '', others: place?.others ?? [] }];
  const files: SourcedFile[] = [];
  const known: Doubt[] = [...doubts, ...(portal?.doubts ?? [])];
  const shards = new Set<string>();
  for (const one of inner) {
    const names = new Set<string>();
    known.push(...one.others.map((file) => ({ kind: 'twice', file }) as const));
    for (const source of one.entries) {
      // Beside the export in a folder lies whatever the person put there; a ZIP is all of it checked.
      if (kind === 'folder' && portal === undefined && !source.path.startsWith(one.root)) continue;
      const path = source.path.startsWith(one.root) ? source.path.slice(one.root.length) : source.path;
      const name = nameOf(path);
      if (names.has(path) || (isConversations(name) && shards.has(path))) known.push({ kind: 'twice', file: path });
      names.add(path);
      if (isConversations(name)) shards.add(path);
      files.push(new SourcedFile(path, source, kind === 'file'));
    }
  }
  if (files.length > 0 && files.every(holdsConversations)) known.push({ kind: 'conversations-alone' });
  const wrong: Fault[] = [...faults, ...(portal?.faults ?? [])];
  const opened: OpenedExport = {
    kind: portal === undefined ? kind : 'portal',
    port,
    bytes: whole?.reader.bytes ?? files.reduce((sum, { bytes }) => sum + bytes, 0),
    files,
    faults: wrong,
    doubts: known,
    chunks(file) {
      if (!(file instanceof SourcedFile)) throw new Error(`no file of this export: ${file.path}`);
      return file.source.chunks();
    },
    whole(file) {
      if (!(file instanceof SourcedFile)) throw new Error(`no file of this export: ${file.path}`);
      return file.source.whole();
    },
    async fingerprint() {
      if (whole === undefined) return undefined;
      const digest = await whole.reader.fingerprint().catch(() => undefined);
      wrong.push(...whole.late);
      if (digest === undefined || !(await whole.reader.isUnchanged().catch(() => false)))
        wrong.push({ kind: 'unreadable', file: whole.name });
      return digest;
    },
    async close() {
      await portal?.close();
      await whole?.reader.close().catch(() => undefined);
    },
  };
  return { ok: true, opened };
}
