// Chats for the oddities of conversations, how they are put into an export, and what the counts become.
import { chatOf, relisted, shardPath, withMore } from '../edit';
import type { Small, Value } from '../edit';
import type { Json } from '../messages/draft';
import type { Counts } from '../truth';

/** So many shown messages more than the truth has: those of a chat put beside. */
export const plus =
  (shown: number, behind = 0, drafts = 0, conversations = 1) =>
  (counts: Counts): Counts => ({
    conversations: counts.conversations + conversations,
    shown: counts.shown + shown,
    behind: counts.behind + behind,
    drafts: counts.drafts + drafts,
  });

/** In a shard of its own, so that it may be large. */
export function beside(small: Small, chat: Json, change: (text: string) => string = (text) => text): Small {
  const count = small.entries.filter(({ path }) => /^conversations-\d+\.json$/.test(path)).length;
  return relisted(withMore(small, { path: shardPath(count), bytes: Buffer.from(`[${change(JSON.stringify(chat))}]`) }));
}

export function nested(small: Small, levels: number): Small {
  return beside(small, withMessage(chatOf('x', ['a']), 'm0', { metadata: { deep: 'HERE' } }), (text) =>
    text.replace('"HERE"', '['.repeat(levels) + ']'.repeat(levels)),
  );
}

export function changed(chat: Json, id: string, change: Json): Json {
  const mapping = chat['mapping'] as Value['mapping'];
  return { ...chat, mapping: { ...mapping, [id]: { ...mapping[id], ...change } } };
}

export function withMessage(chat: Json, id: string, change: Json): Json {
  const mapping = chat['mapping'] as Value['mapping'];
  return changed(chat, id, { message: { ...mapping[id]?.message, ...change } });
}

/** Three messages on the path; an answer made again and a question put differently left behind. */
export function branched(): Json {
  const chat = chatOf('x', ['question', 'answer', 'thanks']);
  const mapping = chat['mapping'] as Value['mapping'];
  const draft = (id: string, parent: string, role: string, create_time: number) => ({
    [id]: {
      id,
      message: { id, author: { role }, create_time, content: { content_type: 'text', parts: [`left ${id}`] } },
      parent,
      children: [],
    },
  });
  return {
    ...chat,
    mapping: {
      ...mapping,
      ...draft('d0', 'm0', 'assistant', 1_699_999_000),
      ...draft('d1', 'm1', 'user', 1_699_999_001),
    },
  };
}

export function withoutChildren(chat: Json): Json {
  const mapping = chat['mapping'] as Value['mapping'];
  return {
    ...chat,
    mapping: Object.fromEntries(Object.entries(mapping).map(([id, { children: _children, ...node }]) => [id, node])),
  };
}

export function voiceChat(): Json {
  const spoken = (text: string, direction: string) => ({
    content: {
      content_type: 'multimodal_text',
      parts: [
        { content_type: 'audio_transcription', text, direction, decoding_id: null },
        {
          content_type: 'audio_asset_pointer',
          asset_pointer: `sediment://file_${direction}0123`,
          size_bytes: 10,
          format: 'wav',
          metadata: null,
        },
      ],
    },
  });
  return withMessage(
    withMessage(chatOf('x', ['a', 'b']), 'm0', spoken('good morning', 'in')),
    'm1',
    spoken('good morning to you', 'out'),
  );
}

export function pictureChat(): Json {
  const pointer = {
    content_type: 'image_asset_pointer',
    asset_pointer: 'sediment://file_abcdef0123#page',
    size_bytes: 1,
    width: 1,
    height: 1,
    metadata: null,
  };
  return withMessage(
    withMessage(chatOf('x', ['a', 'b']), 'm0', {
      metadata: { attachments: [{ id: 'file-AbC123', name: 'a.pdf' }, null, 7] },
    }),
    'm1',
    { author: { role: 'tool', name: 'dalle.text2im' }, content: { content_type: 'multimodal_text', parts: [pointer] } },
  );
}
