// What Open WebUI 0.11.0 makes of a file given to Settings, Data Controls, Import Chats: its behaviour in words of our own.
// Read at https://github.com/open-webui/open-webui/tree/f9590b8017199e56d5e953657e6498e3cef1d246 (27 July 2026):
// src/lib/components/chat/Settings/DataControls.svelte (reading, posting), src/lib/utils/index.ts (getImportOrigin, sanitizeHistory),
// src/lib/components/chat/Chat.svelte (loadChat), Messages.svelte (the path shown), backend/open_webui/models/chats.py (import_chats).
import { chatGptInOpenWebui } from './open-webui-chatgpt';
import { isObject, outcomeOf, Refused } from './import-outcome';
import type { ImportedChat, ImportedMessage, ImportOutcome, Json } from './import-outcome';

/** The import of one file, as its text. */
export function importIntoOpenWebui(text: string): ImportOutcome {
  return outcomeOf(() => {
    // A browser takes the byte order mark away as it reads.
    const items: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (!Array.isArray(items)) throw new Refused('not a list');
    if (items.some((one) => typeof one !== 'object' || one === null)) throw new Refused('something that is no chat');
    const isChatGpt = (items as Json[]).some((one) => 'mapping' in one);
    const records = isChatGpt ? chatGptInOpenWebui(items as Json[]) : (items as Json[]);
    return records.map(chatOf);
  });
}

/** One record as the page posts it, as the server checks it and as the page shows it. */
function chatOf(record: Json): ImportedChat {
  const chat = record['chat'] ? record['chat'] : record;
  if (!isObject(chat)) throw new Refused('chat: not an object');
  const meta = record['chat'] ? (record['meta'] ?? {}) : {};
  if (!isObject(meta)) throw new Refused('meta: not an object');
  const folder = record['chat'] ? (record['folder_id'] ?? null) : null;
  if (folder !== null && typeof folder !== 'string') throw new Refused('folder_id: not a text');
  const created = wholeSeconds(record, 'created_at');
  wholeSeconds(record, 'updated_at');
  const title = 'title' in chat ? chat['title'] : 'New Chat';
  if (typeof title !== 'string') throw new Refused('title: not a text');
  const history = chat['history'] ?? historyOf(chat['messages']);
  const { currentId, messages } = readHistory(history);
  return { title: stored(title), shown: shownPath(messages, currentId), messages: messages.size, created };
}

/** Seconds as the server takes them: whole, or it refuses all that came with it. Nothing and 0 are the moment of the import. */
function wholeSeconds(record: Json, key: string): number | undefined {
  const value = record[key] ?? null;
  if (value === null) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) >= 2 ** 63)
    throw new Refused(`${key}: not a whole number`);
  return value === 0 ? undefined : value;
}

type Node = { readonly id: string; readonly children: readonly string[]; parent: unknown; role: unknown } & {
  readonly text: string;
  readonly time: number;
  readonly hints: boolean;
};

/** The chat as it is opened: nodes that are whole, a current one that exists, parents found again by the children of others. */
function readHistory(history: unknown): { currentId: unknown; messages: ReadonlyMap<string, Node> } {
  const messages = new Map<string, Node>();
  if (!isObject(history) || !isObject(history['messages'])) return { currentId: null, messages };
  for (const [id, value] of Object.entries(history['messages'])) {
    if (typeof value !== 'object' || value === null) continue;
    const one = value as Json;
    messages.set(id, {
      id,
      children: Array.isArray(one['childrenIds']) ? (one['childrenIds'] as string[]) : [],
      parent: one['parentId'],
      role: one['role'],
      text: typeof one['content'] === 'string' ? stored(one['content']) : '',
      time: typeof one['timestamp'] === 'number' ? one['timestamp'] : 0,
      hints: Boolean(one['model'] || one['usage'] || one['done'] !== undefined),
    });
  }
  const currentId = currentOf(history['currentId'], messages);
  const parents = new Map([...messages.values()].flatMap(({ id, children }) => children.map((child) => [child, id])));
  for (const one of messages.values()) {
    if (one.parent === undefined) one.parent = parents.get(one.id) ?? null;
    if (!one.role) one.role = guessedRole(messages.get(String(one.parent))?.role, one.hints);
  }
  return { currentId, messages };
}

/** The one named, or the newest that nothing follows, or the first. */
function currentOf(named: unknown, messages: ReadonlyMap<string, Node>): unknown {
  if (named !== null && typeof named !== 'string' && named !== undefined) throw new Refused('currentId: not a text');
  if (messages.get(String(named))?.role) return named;
  let leaf: Node | undefined;
  for (const one of messages.values()) if (one.children.length === 0 && one.time > (leaf?.time ?? -1)) leaf = one;
  return leaf?.id ?? messages.keys().next().value ?? null;
}

function guessedRole(parent: unknown, hints: boolean): string {
  if (parent === 'user') return 'assistant';
  if (parent === 'assistant') return 'user';
  return hints ? 'assistant' : 'user';
}

/** From the current message up to where no parent is known, never one twice. */
function shownPath(messages: ReadonlyMap<string, Node>, currentId: unknown): readonly ImportedMessage[] {
  const path: Node[] = [];
  const seen = new Set<Node>();
  let at = messages.get(String(currentId));
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    path.push(at);
    at = at.parent === null ? undefined : messages.get(String(at.parent));
  }
  return path.toReversed().map(({ role, text }) => ({ mine: role === 'user', text }));
}

/** A chat of the oldest form has a list of messages alone. One with neither stands in the list and cannot be opened. */
function historyOf(list: unknown): Json {
  if (!Array.isArray(list)) return {};
  const messages: { [id: string]: Json } = {};
  let last: string | null = null;
  for (const [index, one] of (list as readonly Json[]).entries()) {
    const id = String(one['id'] ?? `message ${index}`);
    messages[id] = { ...one, id, parentId: one['parentId'] ?? last };
    last = id;
  }
  return { currentId: last, messages };
}

/** Texts as the server keeps them: without zero bytes and halves of letters. */
function stored(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}
