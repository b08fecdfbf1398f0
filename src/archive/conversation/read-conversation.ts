// From the JSON of one conversation, of any generation, to what people know: the path they saw, the branches they left, its counts.
import { branchesOf } from './branches';
import type { Conversation, Message } from './conversation';
import { citationsIn } from './citations';
import { fieldsOf } from '../container/parsed-json';
import { textOf, timeOf, titleOf } from '../json/fields';
import type { Fields } from '../container/parsed-json';
import { messageFacts } from './message-facts';
import { sortOf } from './message-sort';
import type { Outline } from './outline';
import { readParts } from './parts';
import { rememberedIn, rememberingFacts, rememberingNodes } from './remembered';
import type { RememberedThen } from './remembered';
import { MISSING, pathOf, ROOT } from './tree';
import type { Path } from './tree';

/** `position` stands for an id where there is none. Never throws for a value that `JSON.parse` gave. */
export function readConversation(value: unknown, position: number): Conversation {
  const fields = fieldsOf(value) ?? {};
  const grown = growTree(fields);
  const { path } = grown;
  const messages = path.nodes.flatMap((node) => messageAt(grown, node) ?? []);
  const gizmos = [textOf(fields['gizmo_id']), textOf(fields['conversation_template_id'])];
  return {
    id: idOf(fields) ?? `position-${position}`,
    title: titleOf(fields['title']),
    created: timeOf(fields['create_time']),
    updated: timeOf(fields['update_time']),
    model: textOf(fields['default_model_slug']) ?? messages.findLast(({ model }) => model !== undefined)?.model,
    project: gizmos.find((id) => id?.startsWith('g-p-')),
    gpt: gizmos.find((id) => id?.startsWith('g-') === true && !id.startsWith('g-p-')),
    isArchived: fields['is_archived'] === true,
    isStarred: fields['is_starred'] === true,
    path: messages,
    branches: branchesOf(grown.parents, grown.messages, path.nodes).map(({ after, nodes }) => ({
      after,
      messages: nodes.flatMap((node) => messageAt(grown, node) ?? []),
    })),
    remembered: rememberedOf(grown),
    oddities: { guessed: path.guessed, broken: path.broken, circle: path.circle },
  };
}

/** The same conversation, counted only. Assets and unknown types in the order of the mapping, each once. */
export function outlineOf(value: unknown): Outline {
  const fields = fieldsOf(value) ?? {};
  const grown = growTree(fields);
  const { messages, path } = grown;
  const onPath = new Set(path.nodes);
  const counts = { shown: 0, behind: 0, drafts: 0 };
  const assets = new Set<string>();
  const unknownTypes = new Set<string>();
  let images = 0;
  let voice = 0;
  messages.forEach((message, node) => {
    if (message === undefined) return;
    const facts = messageFacts(message);
    const isShown = sortOf(facts) === 'shown';
    for (const id of facts.assets) assets.add(id);
    for (const type of facts.unknownTypes) unknownTypes.add(type);
    if (onPath.has(node)) {
      counts[isShown ? 'shown' : 'behind'] += 1;
      images += facts.images;
      voice += facts.voice;
    } else if (isShown) counts.drafts += 1;
  });
  return {
    id: idOf(fields),
    title: titleOf(fields['title']),
    created: timeOf(fields['create_time']),
    updated: timeOf(fields['update_time']),
    messages: counts,
    path: { guessed: path.guessed, broken: path.broken, circle: path.circle },
    assets: [...assets],
    images,
    voice,
    unknownTypes: [...unknownTypes],
    remembered: rememberedOf(grown),
  };
}

/** `id` usually equals `conversation_id`; either may be missing. */
function idOf(fields: Fields): string | undefined {
  return textOf(fields['conversation_id']) ?? textOf(fields['id']);
}

type Grown = {
  readonly keys: readonly string[];
  readonly parents: Int32Array;
  readonly messages: readonly (Fields | undefined)[];
  readonly path: Path;
};

/**
 * Nodes are known by their key in the mapping, not by the `id` inside, and come in the order of `Object.keys`. A parent that is a
 * string names a node or is missing; any other parent, and a node that is no object, makes a root. A message that is no object is none.
 */
function growTree(fields: Fields): Grown {
  const mapping = fieldsOf(fields['mapping']) ?? {};
  const keys = Object.keys(mapping);
  const places = new Map(keys.map((key, index) => [key, index]));
  const nodes = keys.map((key) => fieldsOf(mapping[key]));
  const messages = nodes.map((node) => fieldsOf(node?.['message']));
  const parents = Int32Array.from(nodes, (node) =>
    typeof node?.['parent'] === 'string' ? (places.get(node['parent']) ?? MISSING) : ROOT,
  );
  const current = typeof fields['current_node'] === 'string' ? (places.get(fields['current_node']) ?? -1) : -1;
  const created = Float64Array.from(messages, (message) => timeOf(message?.['create_time']) ?? 0);
  return { keys, parents, messages, path: pathOf({ parents, current, created }) };
}

function rememberedOf({ messages, parents }: Grown): readonly RememberedThen[] {
  const nodes = rememberingNodes(
    messages.map((message) => (message === undefined ? undefined : rememberingFacts(message))),
    parents,
  );
  return nodes.flatMap(({ node, isNote }) => rememberedIn(messages[node] ?? {}, isNote));
}

function messageAt({ keys, messages }: Grown, node: number): Message | undefined {
  const message = messages[node];
  if (message === undefined) return undefined;
  const facts = messageFacts(message);
  const parts = readParts(message);
  return {
    id: textOf(message['id']) ?? textOf(keys[node]),
    role: facts.role,
    name: textOf(fieldsOf(message['author'])?.['name']),
    recipient: facts.recipient,
    created: facts.created,
    model: textOf(fieldsOf(message['metadata'])?.['model_slug']),
    sort: sortOf(facts),
    parts,
    citations: citationsIn(parts, fieldsOf(message['metadata'])),
  };
}
