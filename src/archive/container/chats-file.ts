// A file of conversations without the export around it: people unpack the ZIP and keep just `conversations.json`, or its numbered parts.
import type { OpenFile, ReadableDisk } from '../../host/host';
import { latin1 } from './bytes';
import { BadFile } from './export';
import { fieldsOf, listOf } from './parsed-json';
import { fileEntry } from './folder-source';
import type { RawEntry } from './raw-entries';
import type { Limits } from './limits';
import { parsedJson } from './parsed-json';
import { isConversations, numberIn } from './export-names';
import { READ_SIZE } from './hashing-reader';
import type { HashingReader } from './hashing-reader';
import { tooLarge } from './zip-source';

type Reach = Pick<ReadableDisk, 'folders' | 'files'>;

/** What a file that is no ZIP holds: conversations, some other JSON, or something else. Judged by its first bytes, and by its name where those do not tell. */
export async function contentOf(file: OpenFile, name: string): Promise<'chats' | 'json' | 'other'> {
  const head = new Uint8Array(Math.min(READ_SIZE, file.bytes));
  const bytes = head.subarray(0, await file.read(head, 0));
  const text = latin1(bytes, 0, bytes.length)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (!/^[[{]/.test(text)) return isConversations(name) ? 'chats' : 'other';
  // In a text these would have a backslash before each quote. Other lists of an export name conversations and have no messages.
  if (/"(?:mapping|current_node)"\s*:/.test(text) && (text.startsWith('[') || /"conversations"\s*:\s*\[/.test(text)))
    return 'chats';
  if (!isConversations(name)) return 'json';
  const value = bytes.length === file.bytes ? parsedJson(bytes) : undefined;
  // What does not parse is taken for a damaged list, so that the check reports it.
  if (value === undefined) return 'chats';
  const list = Array.isArray(value) ? value : fieldsOf(value)?.['conversations'];
  return Array.isArray(list) && (list.length === 0 || listOf(list).some(isLikeOne)) ? 'chats' : 'json';
}

function isLikeOne(value: unknown): boolean {
  const fields = fieldsOf(value) ?? {};
  return ['id', 'conversation_id', 'title', 'create_time'].some((key) => key in fields);
}

/** The file at `path`, which the person named; when it is one numbered part, also the other parts in its folder. */
export async function chatsAt(
  path: string,
  reader: HashingReader,
  host: Reach,
  limits: Limits,
): Promise<readonly RawEntry[]> {
  const name = baseOf(path);
  const beside = numberIn(name) === undefined ? [] : await partsBeside(path, host);
  if (beside.length < 2) return [readerEntry(reader, name, limits)];
  return beside.map((listed) =>
    fileEntry({
      host,
      at: host.files.join(path, '..', listed.name),
      path: listed.name,
      listed,
      limit: tooLarge({ path: listed.name, bytes: listed.bytes }, limits),
    }),
  );
}

async function partsBeside(path: string, host: Reach) {
  const listed = await host.folders.list(host.files.join(path, '..')).catch(() => []);
  const parts = listed.filter(
    ({ name, kind }) => kind === 'file' && isConversations(name) && numberIn(name) !== undefined,
  );
  // A link that was named is read; its neighbours are another folder's.
  return parts.some(({ name }) => name === baseOf(path))
    ? parts.sort((one, other) => (one.name < other.name ? -1 : 1))
    : [];
}

export function baseOf(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** An entry that is read through `reader`, which takes the sha-256 meanwhile. */
function readerEntry(reader: HashingReader, name: string, limits: Limits): RawEntry {
  const limit = tooLarge({ path: name, bytes: reader.bytes }, limits);
  return {
    path: name,
    bytes: reader.bytes,
    changed: reader.changed,
    whole: () => undefined,
    async *chunks() {
      if (limit !== undefined) throw new BadFile(limit);
      for (let from = 0; from < reader.bytes; from += READ_SIZE) {
        const into = new Uint8Array(Math.min(READ_SIZE, reader.bytes - from));
        if ((await reader.read(into, from).catch(() => -1)) !== into.length)
          throw new BadFile({ kind: 'unreadable', file: name });
        yield into;
      }
    },
    inPlace: () => Promise.resolve(undefined),
  };
}
