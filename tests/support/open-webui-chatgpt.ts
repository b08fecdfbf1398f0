// How Open WebUI 0.11.0 reads a file of ChatGPT's export by itself: its behaviour in words of our own.
// Read at https://github.com/open-webui/open-webui/blob/f9590b8017199e56d5e953657e6498e3cef1d246/src/lib/utils/index.ts (27 July 2026, convertOpenAIChats).
import { isObject } from './import-outcome';
import type { Json } from './import-outcome';

/** Records of Open WebUI's own form; entries without a `mapping` and chats without a message are left out. */
export function chatGptInOpenWebui(conversations: readonly Json[]): readonly Json[] {
  return conversations.flatMap((one) => {
    if (!('mapping' in one)) return [];
    const { chat, count, isText } = chainOf(one);
    const created = whole(one['create_time']);
    return count === 0 || !isText
      ? []
      : [{ chat, created_at: created, updated_at: whole(one['update_time']) ?? created }];
  });
}

type Link = { id: string; parentId: string | null; childrenIds: unknown; role: string; content: unknown };

/** One chain in the order in which the nodes stand in the file, whatever branch they are of. */
function chainOf(conversation: Json): { readonly chat: Json; readonly count: number; readonly isText: boolean } {
  const links: (Link & { timestamp?: number; done: true })[] = [];
  let currentId = '';
  let last: string | null = null;
  for (const [id, node] of Object.entries((conversation['mapping'] ?? {}) as Json)) {
    // Also that of a node which is then left out.
    currentId = id;
    if (node === null) continue;
    const message = (node as Json)['message'];
    if (links.length === 0 && isNothing(message)) continue;
    const author = isObject(message) && isObject(message['author']) ? message['author']['role'] : undefined;
    if (author === 'system' || author === 'tool') continue;
    const time = isObject(message) && message['create_time'] ? whole(message['create_time']) : null;
    links.push({
      id,
      parentId: last,
      childrenIds: (node as Json)['children'] ?? [],
      role: author === 'user' ? 'user' : 'assistant',
      content: textOf(message),
      done: true,
      ...(time === null ? {} : { timestamp: time }),
    });
    last = id;
  }
  const end = links.at(-1);
  if (end !== undefined) end.childrenIds = [];
  return {
    chat: {
      title: conversation['title'] ?? 'New Chat',
      history: { currentId, messages: Object.fromEntries(links.map((link) => [link.id, link])) },
    },
    count: links.length,
    isText: links.every(({ content }) => typeof content === 'string'),
  };
}

/** Nothing was said yet and nothing is said here. A message without content breaks off, which leaves it out as well. */
function isNothing(message: unknown): boolean {
  if (message === null || message === undefined) return true;
  const content = (message as Json)['content'];
  if (!isObject(content)) return true;
  const parts = content['parts'];
  return Array.isArray(parts) && parts[0] === '' && (content['text'] ?? null) === null;
}

/** The parts that are plain text, or a text of its own: words that were spoken, pictures and papers have neither. */
function textOf(message: unknown): unknown {
  const content = isObject(message) ? message['content'] : undefined;
  if (!isObject(content)) return '';
  const texts = Array.isArray(content['parts']) ? content['parts'].filter((part) => typeof part === 'string') : [];
  return texts.length > 0 ? texts.join('\n') : content['text'] || '';
}

function whole(seconds: unknown): number | null {
  const number = seconds ? Math.floor(Number(seconds)) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
