// The messages of a conversation as other assistants keep them: each with an id of its own, the message before it, and those after it.
import type { BytesPort } from '../../host/bytes';
import { bytesOfText } from '../container/bytes';
import { idTable } from '../conversation/id-table';
import type { Conversation } from '../conversation/conversation';
import { textPieces } from './chat-cuts';
import { chatTextOf } from './chat-text';
import type { MessageRun, Turn } from './message-selection';
import type { Places } from './page';
import type { SaveWords } from './words';

/** `time` in epoch seconds, never before that of the message above: some readers sort by it. `undefined` when nothing is known. */
export type ChatMessage = {
  readonly id: string;
  readonly parent: string | null;
  readonly children: readonly string[];
  readonly isPerson: boolean;
  readonly model: string | undefined;
  readonly time: number | undefined;
  readonly text: string;
  readonly isOnPath: boolean;
  /** Counts as a message that the person saw on the path. */
  readonly isCounted: boolean;
  readonly documents: number;
};

export interface ChatTrees {
  /**
   * In the order of the runs. A draft hangs on the message of the path that it leaves; one that leaves before the first message
   * is a second beginning without a parent. Messages without a text are not there; one that is too long follows itself in pieces.
   */
  messagesOf(conversation: Pick<Conversation, 'id' | 'created'>, runs: readonly MessageRun[]): readonly ChatMessage[];
  /** The id of a conversation as a UUID: its own where it is one. `part` counts from 1 where it had to be cut. */
  uuidOf(id: string, part?: number): string;
}

export function chatTrees(
  port: Pick<BytesPort, 'sha256Of'>,
  places: Pick<Places, 'asset'>,
  words: SaveWords,
): ChatTrees {
  /** Chats that were branched off from others hold the same ids as those. */
  const used = idTable(MOST_IDS);
  const uuid = (text: string): string => uuidFrom(port.sha256Of(bytesOfText(text)));
  const idFor = ({ message }: Turn, chat: string, index: number): string => {
    const own = message.id;
    if (own !== undefined && UUID.test(own)) {
      const known = used.count();
      if (used.put(own) === known) return own;
    }
    const made = uuid(`${chat}\n${own ?? ''}\n${index}`);
    used.put(made);
    return made;
  };

  return {
    uuidOf: (id, part = 1) => (part === 1 && UUID.test(id) ? id : uuid(`${id}\n${part}`)),
    messagesOf({ id, created }, runs) {
      const made: (Omit<ChatMessage, 'children'> & { children: string[] })[] = [];
      let onPath: (typeof made)[number] | undefined;
      for (const run of runs) {
        let before = onPath;
        for (const turn of run.turns) {
          const { text, documents } = chatTextOf(turn, places, words);
          if (text === '') continue;
          for (const [piece, pieceText] of textPieces(text).entries()) {
            const one: (typeof made)[number] = {
              id: idFor(turn, id, made.length),
              parent: before?.id ?? null,
              children: [],
              isPerson: turn.message.role === 'user',
              model: turn.message.model,
              time: later(turn.message.created, before?.time ?? created),
              text: pieceText,
              isOnPath: run.kind === 'path',
              isCounted: run.kind === 'path' && turn.message.sort === 'shown' && piece === 0,
              documents: piece === 0 ? documents : 0,
            };
            before?.children.push(one.id);
            made.push(one);
            before = one;
          }
        }
        if (run.kind === 'path') onPath = before;
      }
      return made;
    },
  };
}

/** Ids of messages that are held against each other. */
const MOST_IDS = 4_000_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** RFC 9562, version 8: made of 122 bits of a hash. */
function uuidFrom(hash: Uint8Array): string {
  const bytes = hash.slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function later(own: number | undefined, before: number | undefined): number | undefined {
  return own === undefined ? before : before === undefined ? own : Math.max(own, before);
}
