// Chats in the form of Claude's own export, which LibreChat and others read.
import type { Conversation } from '../conversation/conversation';
import { cutToFit } from './chat-cuts';
import type { ChatFormat } from './chat-format';
import { titleOfPart } from './chat-text';
import type { ChatMessage, ChatTrees } from './chat-tree';
import { leadingId } from './jsonl';
import { titleOf } from './message-selection';
import { timeOf } from './names';
import { MOST_BYTES } from './open-webui';
import type { SaveWords } from './words';

/**
 * One file `conversations.json`, or `conversations-001.json` and so on: arrays of
 *
 *     {"uuid","name","summary","created_at","updated_at","account": {"uuid"},
 *      "chat_messages": [{"uuid","text","content": [{"type": "text","text"…}],"sender","created_at","updated_at",
 *                         "attachments","files","parent_message_uuid"}]}
 *
 * Readers take the messages in the order of the array and know no branches, so only the path is there. Anthropic publishes no
 * schema; this is what LibreChat 0.8.8 reads and what public types of real exports agree on, read on 30 November 2026.
 */
export function claudeForm(trees: ChatTrees, words: SaveWords): ChatFormat {
  const written = new Map<string, string>();
  return {
    nameOf: (number, total) =>
      total === 1 ? 'conversations.json' : `conversations-${String(number).padStart(3, '0')}.json`,
    head: '[\n',
    between: ',\n',
    tail: '\n]\n',
    mostBytes: MOST_BYTES,
    chatOf(conversation, runs) {
      const messages = trees.messagesOf(conversation, runs).filter(({ isOnPath }) => isOnPath);
      return {
        lines: cutToFit(messages, (some, part, parts) => {
          const uuid = trees.uuidOf(conversation.id, part);
          if (uuid !== conversation.id) written.set(uuid, conversation.id);
          return JSON.stringify(
            recordOf(conversation, some, titleOfPart(titleOf(conversation, words), part, parts), uuid),
          );
        }),
        messages: messages.filter(({ isCounted }) => isCounted).length,
        documents: messages.reduce((sum, { documents }) => sum + documents, 0),
      };
    },
    idIn(line) {
      const uuid = leadingId(line);
      return uuid === undefined ? undefined : (written.get(uuid) ?? uuid);
    },
  };
}

function recordOf(conversation: Conversation, messages: readonly ChatMessage[], name: string, uuid: string): object {
  const created = conversation.created ?? messages[0]?.time ?? conversation.updated;
  return {
    uuid,
    name,
    summary: '',
    ...times(created, conversation.updated ?? messages.at(-1)?.time ?? created),
    account: { uuid: NOBODY },
    chat_messages: messages.map(({ id, parent, isPerson, time, text }) => ({
      uuid: id,
      text,
      content: [
        {
          ...(time === undefined ? {} : { start_timestamp: isoOf(time), stop_timestamp: isoOf(time) }),
          type: 'text',
          text,
          citations: [],
        },
      ],
      sender: isPerson ? 'human' : 'assistant',
      ...times(time, time),
      attachments: [],
      files: [],
      parent_message_uuid: parent ?? NOBODY,
    })),
  };
}

/** No account of anybody, and the message before the first. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

function times(created: number | undefined, updated: number | undefined): object {
  return {
    ...(created === undefined ? {} : { created_at: isoOf(created) }),
    ...(updated === undefined ? {} : { updated_at: isoOf(updated) }),
  };
}

/** ISO 8601 in UTC with six digits behind the second, as Claude writes it; exact to a thousandth. */
function isoOf(seconds: number): string {
  const thousandths = Math.floor((seconds - Math.floor(seconds)) * 1000);
  return timeOf(seconds).replace('Z', `.${String(thousandths).padStart(3, '0')}000Z`);
}
