// What LibreChat 0.8.8-rc1 makes of a file given to Settings, Data Controls, Import: its behaviour in words of our own.
// Read at https://github.com/danny-avila/LibreChat/tree/a0fda2cab1fc55ee050536340b8422fa6a60f831 (18 August 2026):
// api/server/utils/import/importers.js and importBatchBuilder.js, packages/data-provider/src/messages.ts (buildTree), client/src/components/Chat/Messages/MultiMessage.tsx.
import { chatGptInLibreChat } from './librechat-chatgpt';
import { isObject, outcomeOf, Refused } from './import-outcome';
import type { ImportedChat, ImportedMessage, ImportOutcome, Json } from './import-outcome';

/** What a file may have at most where nothing else is set, in bytes; its own nginx.conf lets 25 MiB through. */
export const LIBRECHAT_LIMIT = 262_144_000;
/** What its database takes for one message, in bytes. */
const MESSAGE_LIMIT = 16 * 1024 * 1024;

/** A message before it is hung into the tree. `time` in milliseconds; NaN is refused. */
export type LibreMessage = ImportedMessage & {
  readonly id: string;
  parent: string | undefined;
  time: number;
};
export type LibreChat = { readonly title: unknown; readonly time: number; readonly messages: readonly LibreMessage[] };

/** The import of one file, as its text. One thing that cannot be kept, and nothing of the file is. */
export function importIntoLibreChat(text: string): ImportOutcome {
  return outcomeOf(() => {
    if (Buffer.byteLength(text) > LIBRECHAT_LIMIT) throw new Refused('too large');
    // A byte order mark is not taken away: the file is no JSON then.
    const items: unknown = JSON.parse(text);
    return readerFor(items)(items as readonly Json[]).map(kept);
  });
}

function readerFor(items: unknown): (items: readonly Json[]) => readonly LibreChat[] {
  if (!Array.isArray(items)) throw new Refused('Unsupported import type');
  const [first] = items as readonly unknown[];
  if (isObject(first) && first['chat_messages']) return claudeInLibreChat;
  if (items.length === 0 || (isObject(first) && first['mapping'])) return chatGptInLibreChat;
  throw new Refused('Unsupported import type');
}

/** A chain of all messages that have words, in the order of the file; `parent_message_uuid` is not read. */
function claudeInLibreChat(conversations: readonly Json[]): readonly LibreChat[] {
  return conversations.map((one, at) => {
    const messages: LibreMessage[] = [];
    for (const message of (one['chat_messages'] || []) as readonly Json[]) {
      const { words, thoughts } = wordsOf(message);
      if (words === '' && thoughts === '') continue;
      const before = messages.at(-1);
      const time = timeOf(message['created_at'] || one['created_at']);
      messages.push({
        id: `${at} ${messages.length}`,
        parent: before?.id,
        mine: message['sender'] === 'human',
        text: words,
        time: before !== undefined && time <= before.time ? before.time + 1 : time,
      });
    }
    return { title: one['name'] || 'Imported Claude Chat', time: timeOf(one['created_at']), messages };
  });
}

function wordsOf(message: Json): { readonly words: string; readonly thoughts: string } {
  let words = '';
  let thoughts = '';
  for (const part of (message['content'] || []) as readonly Json[]) {
    if (part['type'] === 'text' && part['text']) words += String(part['text']);
    else if (part['type'] === 'thinking' && part['thinking']) thoughts += String(part['thinking']);
  }
  return { words: words === '' && message['text'] ? String(message['text']) : words, thoughts };
}

/** Milliseconds; the moment of the import where none is given. */
function timeOf(value: unknown): number {
  return value ? new Date(value as string).getTime() : Date.now();
}

/** As it is in the database, and as the page shows it: of several that follow one message the newest. */
function kept({ title, time, messages }: LibreChat): ImportedChat {
  if ([time, ...messages.map((one) => one.time)].some(Number.isNaN)) throw new Refused('a time that is none');
  if (typeof title === 'object') throw new Refused('a title that is no text');
  if (messages.some((one) => Buffer.byteLength(one.text) > MESSAGE_LIMIT)) throw new Refused('a message too large');
  const known = new Set(messages.map(({ id }) => id));
  const following = new Map<string | undefined, LibreMessage[]>();
  for (const one of [...messages].sort((a, b) => a.time - b.time)) {
    const parent = one.parent !== undefined && known.has(one.parent) ? one.parent : undefined;
    following.set(parent, [...(following.get(parent) ?? []), one]);
  }
  const shown: ImportedMessage[] = [];
  for (let at = following.get(undefined)?.at(-1); at !== undefined; at = following.get(at.id)?.at(-1))
    shown.push({ mine: at.mine, text: at.text });
  return { title: String(title), shown, messages: messages.length, created: time / 1000 };
}
