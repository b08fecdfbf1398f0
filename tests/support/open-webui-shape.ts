// The form of a file for Open WebUI's Import Chats, as its documentation has it field by field, and what must hold between the messages of a chat.
// https://docs.openwebui.com/features/chat-conversations/data-controls/import-export, "Chat Import JSON Schema"
// (https://github.com/open-webui/docs/blob/711872989169dd185ed1f5e09bb460cb8a69cc89/docs/features/chat-conversations/data-controls/import-export.md, 10 August 2026).
// Seconds are whole: ChatImportForm in https://github.com/open-webui/open-webui/blob/f9590b8017199e56d5e953657e6498e3cef1d246/backend/open_webui/models/chats.py.
import { z } from 'zod';

const seconds = z.int();

export const openWebuiMessage = z.looseObject({
  id: z.string().min(1),
  parentId: z.string().nullable(),
  childrenIds: z.array(z.string()),
  role: z.enum(['user', 'assistant']),
  content: z.string(),
  model: z.string().optional(),
  done: z.boolean().optional(),
  timestamp: seconds.optional(),
  context: z.string().nullable().optional(),
  // Two or more on a message of the person make the page draw several answers side by side.
  models: z.array(z.string()).max(1).optional(),
});

export const openWebuiChat = z.looseObject({
  chat: z.looseObject({
    title: z.string().min(1),
    models: z.array(z.string()),
    history: z.strictObject({ currentId: z.string(), messages: z.record(z.string(), openWebuiMessage) }),
    options: z.looseObject({}).optional(),
  }),
  meta: z.looseObject({ tags: z.array(z.string().regex(/^[^\sA-Z]+$/)).optional() }).optional(),
  pinned: z.boolean().optional(),
  folder_id: z.string().nullable().optional(),
  created_at: seconds.nullable().optional(),
  updated_at: seconds.nullable().optional(),
  // One such key and the page takes the whole file for one of ChatGPT.
  mapping: z.never().optional(),
});

/** A file for the import, in the form that its documentation recommends. */
export const openWebuiFile = z.array(openWebuiChat);

export type OpenWebuiChat = z.infer<typeof openWebuiChat>;

/** What is wrong between the messages of one chat: sentences, none when all is well. */
export function brokenLinks({ chat }: OpenWebuiChat): readonly string[] {
  const { currentId, messages } = chat.history;
  const all = Object.entries(messages);
  const wrong: string[] = [];
  const roots = all.filter(([, { parentId }]) => parentId === null);
  if (roots.length !== 1) wrong.push(`${roots.length} messages without a parent`);
  if (messages[currentId] === undefined) wrong.push(`current message ${currentId} is not there`);
  for (const [key, { id, parentId, childrenIds }] of all) {
    if (key !== id) wrong.push(`${id} stands under ${key}`);
    if (parentId !== null && messages[parentId] === undefined) wrong.push(`parent of ${id} is not there`);
    else if (parentId !== null && messages[parentId]?.childrenIds.includes(id) !== true)
      wrong.push(`parent of ${id} does not know it`);
    if (new Set(childrenIds).size < childrenIds.length) wrong.push(`${id} has a child twice`);
    for (const child of childrenIds)
      if (messages[child]?.parentId !== id) wrong.push(`child ${child} of ${id} does not know it`);
  }
  if (wrong.length === 0 && reachable(messages, roots[0]?.[0] ?? '') < all.length) wrong.push('a circle');
  return wrong;
}

/** Messages of the shown path that do not stand last among those that follow one message: whoever goes through the branches ends up elsewhere. */
export function notLast({ chat }: OpenWebuiChat): readonly string[] {
  const { currentId, messages } = chat.history;
  const wrong: string[] = [];
  for (let at = messages[currentId]; typeof at?.parentId === 'string'; at = messages[at.parentId])
    if (messages[at.parentId]?.childrenIds.at(-1) !== at.id) wrong.push(at.id);
  return wrong;
}

function reachable(messages: OpenWebuiChat['chat']['history']['messages'], root: string): number {
  const seen = new Set([root]);
  // A set takes what is added while it is gone through.
  for (const id of seen) for (const child of messages[id]?.childrenIds ?? []) seen.add(child);
  return seen.size;
}

/** Ids that stand twice in these. */
export function twice(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}
