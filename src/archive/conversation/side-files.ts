// The small files beside the conversations: the manifest, the names of assets, the library, the public links.
import { assetIdOf } from './assets';
import type { AssetNames } from './assets';
import { assetsScanner } from './chat-html';
import type { ExportFile, OpenedExport } from '../container/export';
import { joined } from '../container/bytes';
import { BadFile } from '../container/export';
import type { Doubt, Fault } from '../container/faults';
import { fieldsOf, listOf } from '../container/parsed-json';
import { objectsOf, textOf, timeOf } from '../json/fields';
import { LIMITS } from '../container/limits';
import type { Limits } from '../container/limits';
import { parsedJson } from '../container/parsed-json';
import { jsonArrayReader } from '../json/json-array-reader';
import type { ChunkSink } from '../json/json-array-reader';
import { readManifest } from './manifest';
import type { Manifest } from './manifest';

export type SharedLink = {
  readonly url: string;
  readonly title: string | undefined;
  readonly conversation: string | undefined;
};
/** `sha256`: 64 hex digits. */
export type LibraryFile = { readonly bytes: number | undefined; readonly sha256: string | undefined };

/** `user.json` is no part of it, on purpose. */
export type SideFiles = {
  /** `undefined` without one that can be read. Several, as in the portal's parts, are taken together. */
  readonly manifest: Manifest | undefined;
  readonly names: AssetNames;
  /** By asset id, and by the name of its file without `.dat`. */
  readonly library: ReadonlyMap<string, LibraryFile>;
  readonly sharedLinks: readonly SharedLink[];
  /** When the export was asked for; epoch seconds. */
  readonly requested: number | undefined;
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
};

/** Takes the bytes of side files as they pass, in any order, and reads each when it ends. */
export type SideFileReader = {
  /** Takes the chunks of this file; `undefined` when it is none. */
  begin(file: ExportFile): ChunkSink | undefined;
  result(): SideFiles;
};

/** Reads them alone, apart from a check. Files that are damaged are left out: it is the check that speaks of them. */
export async function readSideFiles(
  opened: Pick<OpenedExport, 'files' | 'chunks' | 'whole'>,
  limits: Limits = LIMITS,
): Promise<SideFiles> {
  const reader = sideFileReader(limits);
  for (const file of opened.files) {
    const sink = reader.begin(file);
    if (sink === undefined) continue;
    try {
      const whole = opened.whole(file);
      if (whole === undefined) for await (const chunk of opened.chunks(file)) sink.push(chunk);
      else sink.push(whole);
      sink.end();
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
    }
  }
  return reader.result();
}

/** `withNames: false` for whoever only counts: of a large export the names of assets take more memory than all the rest. */
export function sideFileReader(
  limits: Limits = LIMITS,
  { withNames = true }: { readonly withNames?: boolean } = {},
): SideFileReader {
  const faults: Fault[] = [];
  const doubts: Doubt[] = [];
  const manifests: Manifest[] = [];
  const originals = new Map<string, string>();
  const libraryNames = new Map<string, string>();
  const paths = new Map<string, string>();
  const library = new Map<string, LibraryFile>();
  const sharedLinks = new Map<string, SharedLink>();
  let requested: number | undefined;

  const readLibraryItem = (value: unknown): void => {
    const item = fieldsOf(value) ?? {};
    const given = textOf(item['file_id']) ?? textOf(fieldsOf(item['id'])?.['id']);
    if (given === undefined) return;
    const id = assetIdOf(given);
    const name = humanName(item['file_name']);
    if (withNames && name !== undefined && id !== undefined) libraryNames.set(id, name);
    const bytes = item['file_size_bytes'];
    const stated = {
      bytes: typeof bytes === 'number' ? bytes : undefined,
      sha256: digestOf(item['sha256_digest']) ?? digestOf(item['client_sha256_digest']),
    };
    const whole = withoutDat(given);
    library.set(whole, stated);
    if (id !== undefined && id !== whole) library.set(id, stated);
  };
  const readers: Readonly<Record<Kind, (value: unknown, file: ExportFile) => void>> = {
    manifest(value, file) {
      const manifest = readManifest(value, limits.files);
      if (manifest === undefined) faults.push({ kind: 'manifest-unreadable', file: file.path });
      else manifests.push(manifest);
      requested ??= timeOf(fieldsOf(value)?.['requested_at']);
    },
    sites(value) {
      requested = timeOf(fieldsOf(value)?.['requested_at']) ?? requested;
    },
    names(value) {
      for (const [key, name] of Object.entries(fieldsOf(value) ?? {})) {
        const id = assetIdOf(key.slice(key.lastIndexOf('/') + 1));
        const human = humanName(name);
        if (id !== undefined && human !== undefined) originals.set(id, human);
      }
    },
    library: (value) => listOf(fieldsOf(value)?.['files']).forEach(readLibraryItem),
    shared(value) {
      for (const item of objectsOf(value)) {
        const id = textOf(item['id']);
        // Only then is it certain that the address is one of chatgpt.com.
        if (id === undefined || !/^[A-Za-z0-9-]{1,80}$/.test(id)) continue;
        sharedLinks.set(id, {
          url: `https://chatgpt.com/share/${id}`,
          title: textOf(item['title']),
          conversation: textOf(item['conversation_id']),
        });
      }
    },
  };

  return {
    begin(file) {
      if (file.name === 'chat.html') return assetsScanner((pointer, path) => addPath(paths, pointer, path));
      const kind = kindOf(file);
      if (kind === undefined || (kind === 'names' && !withNames)) return undefined;
      const whole = wholeFileSink(
        (value) => readers[kind](value, file),
        () => doubts.push({ kind: 'limit', limit: 'sideFile', file: file.path }),
        limits,
      );
      return kind === 'library' ? jsonArrayReader(limits.sideFile, readLibraryItem, whole) : whole;
    },
    result: () => ({
      manifest: merged(manifests),
      names: { names: combined(libraryNames, originals), paths },
      library,
      sharedLinks: [...sharedLinks.values()],
      requested,
      faults,
      doubts,
    }),
  };
}

type Kind = 'manifest' | 'sites' | 'names' | 'library' | 'shared';
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ['export_manifest.json', 'manifest'],
  ['conversation_asset_file_names.json', 'names'],
  ['library_files.json', 'library'],
  ['shared_conversations.json', 'shared'],
]);

function kindOf({ name, path }: ExportFile): Kind | undefined {
  return /(?:^|\/)sites\/export_manifest\.json$/.test(path) ? 'sites' : KINDS.get(name);
}

/** Above this a list is not parsed: 64 MB of empty lists in a list take a gigabyte of memory. Real lists have some hundred thousand. */
const MOST_VALUES = 2_000_000;

/** How many values there are at most: each is followed by a comma, or opens something. */
function valuesIn(chunk: Uint8Array): number {
  let values = 0;
  for (const byte of chunk) if (byte === COMMA || byte === OPEN_LIST || byte === OPEN_OBJECT) values += 1;
  return values;
}

const [COMMA, OPEN_LIST, OPEN_OBJECT] = [0x2c, 0x5b, 0x7b];

/** Collects a file up to the largest size that is read and parses it when it has ended. */
function wholeFileSink(take: (value: unknown) => void, tooMuch: () => void, limits: Limits): ChunkSink {
  const collected: Uint8Array[] = [];
  let bytes = 0;
  return {
    push(chunk) {
      bytes += chunk.length;
      if (bytes <= limits.sideFile) collected.push(chunk);
      else collected.length = 0;
    },
    end() {
      if (bytes > limits.sideFile || collected.reduce((sum, chunk) => sum + valuesIn(chunk), 0) > MOST_VALUES)
        tooMuch();
      else take(parsedJson(joined(collected)));
    },
  };
}

/** How the library names the file of an asset; it may have another ending, or none. */
export function withoutDat(name: string): string {
  return name.replace(/\.dat$/i, '');
}

/** What the export calls its own assets goes before what the library calls them. */
function combined(first: Map<string, string>, later: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  for (const [id, name] of later) first.set(id, name);
  return first;
}

function merged(manifests: readonly Manifest[]): Manifest | undefined {
  const [first, ...others] = manifests;
  if (first === undefined || others.length === 0) return first;
  return {
    files: new Map(manifests.flatMap(({ files }) => [...files])),
    conversations: new Set(manifests.flatMap(({ conversations }) => [...conversations])),
    isCut: manifests.some(({ isCut }) => isCut),
  };
}

function addPath(paths: Map<string, string>, pointer: string, path: string): void {
  const id = assetIdOf(pointer);
  if (id !== undefined) paths.set(id, path);
}

/** The last part of a name; a bare uuid is none. */
function humanName(value: unknown): string | undefined {
  const name = textOf(value)?.replace(/^.*[/\\]/s, '');
  return name === undefined || name === '' || /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name)
    ? undefined
    : name;
}

/** Sixty-four hex digits, also from base64 in either alphabet. */
function digestOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/^sha-?256[:=-]/i, '');
  if (/^[0-9a-f]{64}$/i.test(text)) return text.toLowerCase();
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined;
  const bytes = atob(text.replace('=', '').replaceAll('-', '+').replaceAll('_', '/'));
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}
