// The manifest of a save: the list of the files it wrote, kept in its folder. By it a later run knows its own files, and what a person changed in them.
import type { BytesPort, Sha256 } from '../../host/bytes';
import type { Host } from '../../host/host';
import { base64urlOf, joined, textOfBytes } from '../container/bytes';
import type { Entry } from './save-entry';
import { entryIn } from './save-entry';

export const SAVE_MANIFEST = '.quitgpt-save.jsonl';
export type Format = 'markdown' | 'html' | ChatFileFormat;
/** Forms in which chats stand in a few files, for programs. */
export type ChatFileFormat = 'jsonl' | 'open-webui' | 'claude';
const FORMATS: ReadonlySet<unknown> = new Set<Format>(['markdown', 'html', 'jsonl', 'open-webui', 'claude']);

/** Entries by what they are of: `c:` a conversation's id, `a:` an asset's, `d:` a document's, `f:` a file there is once. */
export type SaveManifest = {
  readonly format: Format;
  readonly finished: boolean;
  readonly entries: Map<string, Entry>;
};

/** Of a whole file; see `shortHash`. */
export function hashOf(content: Uint8Array, port: BytesPort): string {
  return shortened(port.sha256Of(content));
}

/** 128 bits of sha-256 in base64url: enough to know a file again. */
export function shortHash(hash: Sha256): string {
  return shortened(hash.digest());
}

function shortened(digest: Uint8Array): string {
  return base64urlOf(digest.subarray(0, 16));
}

export async function hashOfFile({ folders }: Pick<Host, 'folders'>, port: BytesPort, path: string): Promise<string> {
  const hash = port.sha256();
  const file = await folders.open(path);
  try {
    const piece = new Uint8Array(Math.min(256 * 1024, Math.max(1, file.bytes)));
    for (let at = 0; ;) {
      const came = await file.read(piece, at);
      if (came === 0) break;
      hash.update(piece.subarray(0, came));
      at += came;
    }
  } finally {
    await file.close();
  }
  return shortHash(hash);
}

/** The manifest of a folder. `undefined` where there is none, or none that can be read: the folder is then somebody else's. */
export async function readSaveManifest(
  host: Pick<Host, 'folders' | 'files'>,
  folder: string,
): Promise<SaveManifest | undefined> {
  try {
    const entries = new Map<string, Entry>();
    let head: Pick<SaveManifest, 'format' | 'finished'> | undefined;
    for await (const line of linesOf(host, host.files.join(folder, SAVE_MANIFEST))) {
      if (head === undefined) {
        head = headIn(line);
        if (head === undefined) return undefined;
        continue;
      }
      const found = entryIn(line);
      if (found === undefined || !isInside(found[1].path)) return undefined;
      entries.set(...found);
    }
    return head === undefined ? undefined : { ...head, entries };
  } catch {
    return undefined;
  }
}

/** The first line of a manifest. */
export function headLine({ format, finished }: Pick<SaveManifest, 'format' | 'finished'>): string {
  return `${JSON.stringify({ quitgpt: 'save', schema: SCHEMA, format, finished })}\n`;
}

const SCHEMA = 1;

function headIn(line: string): Pick<SaveManifest, 'format' | 'finished'> | undefined {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const { quitgpt, schema, format, finished } = parsed as Record<string, unknown>;
  return quitgpt === 'save' && schema === SCHEMA && FORMATS.has(format)
    ? { format: format as Format, finished: finished === true }
    : undefined;
}

/** A path that stays in the folder: files named in a manifest may be removed. */
function isInside(path: string): boolean {
  return (
    !path.includes('\\') &&
    !path.startsWith('/') &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

/** Lines of a text file without their ends, without ever holding more than one of them. */
export async function* linesOf({ folders }: Pick<Host, 'folders'>, path: string): AsyncGenerator<string> {
  const file = await folders.open(path);
  try {
    const piece = new Uint8Array(256 * 1024);
    let rest: Uint8Array[] = [];
    for (let at = 0; ;) {
      const came = await file.read(piece, at);
      if (came === 0) break;
      at += came;
      let start = 0;
      for (let end = piece.indexOf(10); end !== -1 && end < came; end = piece.indexOf(10, start)) {
        yield textOfBytes(joined([...rest, piece.subarray(start, end)]));
        rest = [];
        start = end + 1;
      }
      if (start < came) rest.push(piece.slice(start, came));
    }
    if (rest.length > 0) yield textOfBytes(joined(rest));
  } finally {
    await file.close();
  }
}
