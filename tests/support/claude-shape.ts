// The form of `conversations.json` in Claude's own export. Anthropic publishes none; this is what public descriptions of real exports agree on:
// https://github.com/brandtcormorant/claude-json-schema/blob/4f47514dc592f9a169377db627cd353c1e470d8f/schema/claude-json-schema.json (3 January 2025, drawn from exports) and
// https://github.com/Superkikim/nexus-ai-chat-importer/blob/1069484ad72de4f3627cf0fc83684854ebd723cb/src/providers/claude/claude-types.ts (which keys every conversation and message has).
import { z } from 'zod';

const time = z.iso.datetime({ precision: 6 });

export const claudeBlock = z.looseObject({
  type: z.enum(['text', 'thinking', 'tool_use', 'tool_result']),
  text: z.string().optional(),
  start_timestamp: time.nullable().optional(),
  stop_timestamp: time.nullable().optional(),
  citations: z.array(z.unknown()).optional(),
});

export const claudeMessage = z.looseObject({
  uuid: z.uuid(),
  text: z.string(),
  content: z.array(claudeBlock),
  sender: z.enum(['human', 'assistant']),
  created_at: time,
  updated_at: time,
  attachments: z.array(
    z.looseObject({
      file_name: z.string(),
      file_size: z.number(),
      file_type: z.string(),
      extracted_content: z.string(),
    }),
  ),
  files: z.array(z.looseObject({ file_name: z.string(), file_uuid: z.uuid().optional() })),
  parent_message_uuid: z.uuid().optional(),
});

export const claudeConversation = z.looseObject({
  uuid: z.uuid(),
  name: z.string(),
  summary: z.string().optional(),
  created_at: time,
  updated_at: time,
  account: z.looseObject({ uuid: z.uuid() }),
  chat_messages: z.array(claudeMessage),
});

export const claudeFile = z.array(claudeConversation);

export type ClaudeConversation = z.infer<typeof claudeConversation>;

/** Before the first message of a conversation stands this one, which is none. */
export const NO_MESSAGE = '00000000-0000-4000-8000-000000000000';

/** What is wrong in the chain of one conversation: each message names the one before it, and its text stands in its content too. */
export function brokenChain({ chat_messages: messages }: ClaudeConversation): readonly string[] {
  return messages.flatMap(({ uuid, text, content, parent_message_uuid: parent }, index) => [
    ...(parent === (messages[index - 1]?.uuid ?? NO_MESSAGE) ? [] : [`${uuid} names another message before it`]),
    ...(content.map((block) => block.text ?? '').join('') === text ? [] : [`${uuid} has two texts`]),
  ]);
}
