// Files that conversations refer to: which id a pointer means, which file of the export it is, and what kind of file.
import type { ExportFile } from '../container/export';

const LEADING_ID = /^file[-_][A-Za-z0-9]+/;

/** `file-…` or `file_…`: without scheme (`file-service://`, `sediment://`) and fragment. `undefined` when it names no file. */
export function assetIdOf(pointer: string): string | undefined {
  const start = pointer.indexOf('://');
  for (const piece of pointer.slice(start < 0 ? 0 : start + 3, MOST_POINTER).split('#')) {
    const id = LEADING_ID.exec(piece)?.[0];
    if (id !== undefined) return id;
  }
  return undefined;
}

/** In characters; what comes after is no part of an id. */
const MOST_POINTER = 4096;

/** What side files say of assets, by id. `paths` are those in `chat.html`, as they are written there. */
export type AssetNames = { readonly names: ReadonlyMap<string, string>; readonly paths: ReadonlyMap<string, string> };

export type ShippedAssets = {
  /** How many different ones the export holds. */
  readonly count: number;
  /** Every file that is an asset, in the order of the export, also those that no id names. */
  readonly files: readonly ExportFile[];
  /** Ids that lead to a file. */
  ids(): Iterable<string>;
  find(id: string): ExportFile | undefined;
  /** The name the person knew it by, as far as any file says: comes from outside, and may hold anything. */
  nameOf(id: string): string | undefined;
};

/**
 * Finds a file by the whole id that its name begins with (`file-abc` is not `file-abcd`), else by the path in `chat.html`. Of two
 * files with one id the first counts; `-sanitized` copies only where there is no other.
 */
export function shippedAssets(files: readonly ExportFile[], { names, paths }: AssetNames): ShippedAssets {
  const byId = new Map<string, ExportFile>();
  const byPath = new Map<string, ExportFile>();
  /** Known by their path in `chat.html` alone. */
  const others = new Set<ExportFile>();
  const isAsset = (file: ExportFile): boolean => idOfFile(file) !== undefined || isAssetFolder(file);
  let nameless = 0;
  for (const file of files) {
    const id = idOfFile(file);
    if (paths.size > 0) byPath.set(file.path, file);
    if (id === undefined && isAssetFolder(file)) nameless += 1;
    const known = id === undefined ? undefined : byId.get(id);
    if (id !== undefined && (known === undefined || (isSanitized(known) && !isSanitized(file)))) byId.set(id, file);
  }
  const named = byId.size;
  for (const [id, path] of paths) {
    const file = byId.has(id) ? undefined : byPath.get(path.replace(/^\.?\//, ''));
    if (file === undefined) continue;
    byId.set(id, file);
    if (!isAsset(file)) others.add(file);
  }
  return {
    count: named + nameless + others.size,
    get files() {
      return files.filter((file) => isAsset(file) || others.has(file));
    },
    ids: () => byId.keys(),
    find: (id) => byId.get(id),
    nameOf(id) {
      const file = byId.get(id);
      return names.get(id) ?? (file === undefined ? undefined : ownName(file));
    },
  };
}

/** The id that the name of an asset's file begins with. */
export function idOfFile({ name }: Pick<ExportFile, 'name'>): string | undefined {
  return LEADING_ID.exec(name)?.[0];
}

/** A smaller or cleaned copy that ChatGPT made: not the bytes that were uploaded. */
export function isSanitized({ name }: Pick<ExportFile, 'name'>): boolean {
  return /-sanitized(?:\.[^.]*)?$/.test(name);
}

/** Pictures, uploads and recordings lie in folders of their own, and not all of them are named by an id. */
function isAssetFolder({ path }: ExportFile): boolean {
  return /(?:^|\/)(?:dalle-generations|user-[^/]+|audio)\/[^/]+$/.test(path);
}

/** `file-<id>-<original name>`; what follows an id in newer names is no name. */
function ownName(file: ExportFile): string | undefined {
  const id = idOfFile(file);
  if (id === undefined) return file.name;
  const rest = file.name.slice(id.length);
  return rest.startsWith('-') && rest.length > 1 && !isSanitized(file) ? rest.slice(1) : undefined;
}

/** The usual ending of a file's name, without the dot, by the bytes it begins with (16 are enough). `zip` is also what office documents are. */
export function assetType(first: Uint8Array): string | undefined {
  const at = (from: number, text: string): boolean =>
    [...text].every((char, index) => first[from + index] === char.charCodeAt(0));
  const bytes = (...wanted: readonly number[]): boolean => wanted.every((byte, index) => first[index] === byte);
  if (bytes(0x89) && at(1, 'PNG\r\n')) return 'png';
  if (bytes(0xff, 0xd8, 0xff)) return 'jpg';
  if (at(0, 'GIF87a') || at(0, 'GIF89a')) return 'gif';
  if (at(0, 'RIFF')) return at(8, 'WEBP') ? 'webp' : at(8, 'WAVE') ? 'wav' : undefined;
  if (at(0, '%PDF-')) return 'pdf';
  if (at(0, 'OggS')) return 'ogg';
  if (at(0, 'ID3') || (first[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(first[1] ?? 0))) return 'mp3';
  if (at(4, 'ftyp')) return at(8, 'M4A') ? 'm4a' : at(8, 'heic') || at(8, 'mif1') ? 'heic' : 'mp4';
  if (bytes(0x1a, 0x45, 0xdf, 0xa3)) return 'webm';
  return bytes(0x50, 0x4b, 0x03, 0x04) || bytes(0x50, 0x4b, 0x05, 0x06) ? 'zip' : undefined;
}
