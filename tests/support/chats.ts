// Handmade conversations in the shapes of each generation, as small as a test needs them.

export type Json = { readonly [key: string]: unknown };
export type Generation = 'g1' | 'g2' | 'g3' | 'g4' | 'g5';

/** A message as exports have it; `role` is the person's unless said. */
export function aMessage(text: unknown, { role = 'user', ...more }: Json = {}): Json {
  return {
    id: `m-${JSON.stringify(text)}`,
    author: { role, name: null },
    create_time: 1_700_000_000,
    content: { content_type: 'text', parts: [text] },
    ...more,
  };
}

/** A message around this content. */
export function holding(content: unknown, more: Json = {}): Json {
  return { ...aMessage(''), content, ...more };
}

/** A conversation from pairs of node and parent, in this order, each with its message. `current` is the last node unless said. */
export function aChat(
  nodes: readonly (readonly [id: string, parent: string | null, message?: unknown])[],
  more: Json = {},
  generation: Generation = 'g4',
): Json {
  const children = new Map<string, string[]>(nodes.map(([id]) => [id, []]));
  for (const [id, parent] of nodes) children.get(parent ?? '')?.push(id);
  const mapping = Object.fromEntries(
    nodes.map(([id, parent, message = null]) => [
      id,
      { id, message, parent, ...(generation === 'g5' ? {} : { children: children.get(id) }) },
    ]),
  );
  return {
    title: 'A chat',
    create_time: 1_700_000_000,
    update_time: 1_700_000_100,
    mapping,
    current_node: nodes.at(-1)?.[0],
    conversation_id: 'c-1',
    id: 'c-1',
    ...more,
  };
}

/** Texts said in turn: the person first. */
export function aTalk(texts: readonly string[], more: Json = {}, generation: Generation = 'g4'): Json {
  const said = texts.map(
    (text, at) =>
      [
        `n${at}`,
        at === 0 ? 'root' : `n${at - 1}`,
        aMessage(text, { role: at % 2 === 0 ? 'user' : 'assistant' }),
      ] as const,
  );
  return aChat([['root', null], ...said], more, generation);
}
