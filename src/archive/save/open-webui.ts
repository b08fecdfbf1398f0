// Chats as Open WebUI's "Import Chats" reads them: records with a tree of messages each.
import type { Conversation } from '../conversation/conversation';
import { cutToFit } from './chat-cuts';
import type { ChatFormat } from './chat-format';
import { plainText, titleOfPart } from './chat-text';
import type { ChatMessage, ChatTrees } from './chat-tree';
import { leadingId } from './jsonl';
import { titleOf } from './message-selection';
import type { SaveWords } from './words';

/**
 * Files `open-webui-001.json` and so on: arrays of
 *
 *     {"id","title","chat": {"title","models","history": {"messages": {<id>: {…}}, "currentId"}},
 *      "meta": {"tags"}, "pinned", "archived", "folder_id", "created_at", "updated_at"}
 *
 * Times are whole epoch seconds: one with a fraction makes the import refuse the file. Of the children of a message the one on the
 * path stands last, since that is where a reader ends up. The name of a project is not in an export, so its chats carry a tag with the
 * end of the project's id. Source: docs.openwebui.com (import & export) and Open WebUI 0.11, read on 30 November 2026.
 */
export function openWebUi(trees: ChatTrees, words: SaveWords): ChatFormat {
  return {
    nameOf: (number) => `open-webui-${String(number).padStart(3, '0')}.json`,
    head: '[\n',
    between: ',\n',
    tail: '\n]\n',
    mostBytes: MOST_BYTES,
    chatOf(conversation, runs) {
      const messages = trees.messagesOf(conversation, runs);
      return {
        lines: cutToFit(messages, (some, part, parts) =>
          JSON.stringify(recordOf(conversation, some, titleOfPart(titleOf(conversation, words), part, parts), part)),
        ),
        messages: messages.filter(({ isCounted }) => isCounted).length,
        documents: messages.reduce((sum, { documents }) => sum + documents, 0),
      };
    },
    idIn: (line) => leadingId(line)?.replace(/#\d+$/, ''),
  };
}

/** Bytes of a file that several chats share: LibreChat's own web server takes 25 MB, others that people put before such programs 20. */
export const MOST_BYTES = 20_000_000;

function recordOf(conversation: Conversation, messages: readonly ChatMessage[], title: string, part: number): object {
  const { id, created, updated, project, isArchived, isStarred } = conversation;
  const path = messages.filter(({ isOnPath }) => isOnPath);
  const last = path.at(-1) ?? messages.at(-1);
  const models = [...new Set(path.flatMap(({ model }) => model ?? []))];
  const fallback = conversation.model === undefined ? [] : [plainText(conversation.model)];
  return {
    id: part === 1 ? plainText(id) : `${plainText(id)}#${part}`,
    title,
    chat: {
      title,
      models: models.length === 0 ? fallback : models.map(plainText),
      history: {
        messages: Object.fromEntries(messages.map((message) => [message.id, messageOf(message)])),
        currentId: last?.id ?? null,
      },
    },
    meta: { tags: project === undefined ? [] : [tagOf(project)] },
    pinned: isStarred,
    archived: isArchived,
    folder_id: null,
    created_at: seconds(created ?? path[0]?.time ?? updated),
    updated_at: seconds(updated ?? last?.time ?? created),
  };
}

function messageOf({ id, parent, children, isPerson, model, time, text }: ChatMessage): object {
  const timestamp = seconds(time);
  return {
    id,
    parentId: parent,
    // Drafts stand before what follows on the path: see `messageRuns`.
    childrenIds: children,
    role: isPerson ? 'user' : 'assistant',
    content: text,
    ...(timestamp === null ? {} : { timestamp }),
    ...(isPerson
      ? {}
      : { ...(model === undefined ? {} : { model: plainText(model), modelName: plainText(model) }), done: true }),
  };
}

/** Ids of tags are in lower case, without blanks. */
function tagOf(project: string): string {
  return `project_${plainText(project)
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(-8)
    .toLowerCase()}`;
}

/** `null` for what is no time after 1970: the import puts its own day there. */
function seconds(time: number | undefined): number | null {
  return time === undefined || time < 1 || time > 253_402_300_799 ? null : Math.floor(time);
}
