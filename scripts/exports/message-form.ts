// A made-up message in the form that a generation of exports gives it.
import type { Dice } from './dice';
import type { Generation } from './generation';
import type { Draft, Json } from './messages/draft';

/** `time`: epoch seconds. `parent`: the id of the node above. */
export function messageOf(
  draft: Draft,
  {
    id,
    time,
    dice,
    generation,
    parent,
  }: {
    readonly id: string;
    readonly time: number;
    readonly dice: Dice;
    readonly generation: Generation;
    readonly parent: string;
  },
): Json {
  const { role, name = null, recipient = 'all', weight = 1, content, metadata = {} } = draft;
  const create_time = role === 'system' ? null : time;
  if (generation === 'g6')
    return {
      id,
      author: { role, name },
      create_time,
      content,
      ...(role === 'assistant'
        ? { metadata: { model_slug: 'gpt-5', parent_id: parent, ...metadata } }
        : Object.keys(metadata).length === 0
          ? {}
          : { metadata }),
    };
  if (generation === 'g5')
    return {
      id,
      author: { role, name },
      create_time,
      content,
      ...(role === 'user' && Object.keys(metadata).length === 0 ? {} : { metadata }),
    };
  const own: Json =
    role === 'user'
      ? {
          request_id: dice.uuid(),
          serialization_metadata: { custom_symbol_offsets: [] },
          message_source: null,
          timestamp_: 'absolute',
          message_type: null,
        }
      : {
          citations: [],
          content_references: [],
          message_type: 'next',
          model_slug: 'gpt-4o',
          default_model_slug: 'auto',
          parent_id: parent,
          request_id: dice.uuid(),
          timestamp_: 'absolute',
        };
  return {
    id,
    author: { role, name, metadata: {} },
    create_time,
    update_time: null,
    content,
    status: 'finished_successfully',
    end_turn: role === 'assistant' && recipient === 'all' ? true : null,
    weight,
    metadata: { ...own, ...metadata },
    recipient,
    channel: role === 'assistant' ? 'final' : null,
  };
}
