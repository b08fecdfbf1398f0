// Conversations for programs: one line of JSON for each, in one file.
import type { Conversation, Part } from '../conversation/conversation';
import type { ChatFormat } from './chat-format';
import { timeOf } from './names';
import type { Places } from './page';
import { messagesIn } from './message-selection';
import type { MessageRun } from './message-selection';

/** All conversations in one file, `conversations.jsonl`. */
export function jsonLines(places: Pick<Places, 'asset'>): ChatFormat {
  return {
    nameOf: () => 'conversations.jsonl',
    head: '',
    between: '\n',
    tail: '\n',
    mostBytes: Infinity,
    chatOf(conversation, runs) {
      const { line, messages } = jsonLineOf(conversation, runs, places);
      return { lines: [line], messages, documents: 0 };
    },
    idIn: leadingId,
  };
}

/** The id with which a line begins. */
export function leadingId(line: string): string | undefined {
  const [, quoted] = /^\{"(?:uu)?id":("(?:[^"\\]|\\.)*")/.exec(line) ?? [];
  return quoted === undefined ? undefined : String(JSON.parse(quoted));
}

/**
 * One conversation on one line, without the line's end. Keys that have nothing to say are left out; times are ISO 8601 in UTC.
 *
 *     {"id","title","created","updated","model","project","gpt","archived","starred",
 *      "messages": [{"id","role","name","created","model","draft","parts": [{"kind", "text"…}], "citations"}]}
 *
 * Parts are those of `conversation.ts`, texts exactly as exported, citation marks included; `file` is where an asset stands in
 * the save, `null` when it is not in the export. `draft` numbers what the person left; such messages stand where they branch off.
 */
export function jsonLineOf(
  conversation: Conversation,
  runs: readonly MessageRun[],
  places: Pick<Places, 'asset'>,
): { readonly line: string; readonly messages: number } {
  const { id, title, created, updated, model, project, gpt, isArchived, isStarred } = conversation;
  const messages = runs.flatMap((run) =>
    run.turns.map(({ message, parts }) => ({
      id: message.id,
      role: message.role,
      name: message.name,
      created: written(message.created),
      model: message.model,
      ...(run.kind === 'draft' ? { draft: run.number } : {}),
      ...(message.sort === 'shown' ? {} : { sort: message.sort }),
      parts: parts.map((part) => partOf(part, places)),
      ...(message.citations.length === 0 ? {} : { citations: message.citations }),
    })),
  );
  const line = JSON.stringify({
    id,
    title,
    created: written(created),
    updated: written(updated),
    model,
    project,
    gpt,
    ...(isArchived ? { archived: true } : {}),
    ...(isStarred ? { starred: true } : {}),
    messages,
  });
  return { line, messages: messagesIn(runs) };
}

function written(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : timeOf(seconds);
}

function partOf(part: Part, places: Pick<Places, 'asset'>): object {
  return 'asset' in part ? { ...part, file: places.asset(part.asset) ?? null } : part;
}
