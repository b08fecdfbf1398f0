// How LibreChat 0.8.8-rc1 reads a file of ChatGPT's export by itself: its behaviour in words of our own.
// Read at https://github.com/danny-avila/LibreChat/blob/a0fda2cab1fc55ee050536340b8422fa6a60f831/api/server/utils/import/importers.js (18 August 2026, processConversation).
import { isObject } from './import-outcome';
import type { Json } from './import-outcome';
import type { LibreChat, LibreMessage } from './librechat-import';

/** Each node of a known kind is a message; which one is current is not read. */
export function chatGptInLibreChat(conversations: readonly Json[]): readonly LibreChat[] {
  return conversations.map((one) => {
    const mapping = Object.entries(one['mapping'] as Json) as [string, Json][];
    const nodes = new Map(mapping);
    const messages = mapping.flatMap(([id, node]): LibreMessage[] => {
      const message = node['message'];
      if (!isObject(message) || isSkipped(message) || !hasKind(message)) return [];
      return [
        {
          id,
          parent: parentOf(node['parent'], nodes),
          mine: roleOf(message) === 'user',
          text: textOf(message),
          time: timeOf(message['create_time'] || one['create_time']) ?? Date.now(),
        },
      ];
    });
    putInOrder(messages);
    const created = one['create_time'] === null ? 0 : (timeOf(one['create_time']) ?? Number.NaN);
    return { title: one['title'] || 'Imported Chat', time: created, messages };
  });
}

/** Milliseconds of a time that is given; NaN where no calendar has it. */
function timeOf(seconds: unknown): number | undefined {
  return seconds ? new Date(Number(seconds) * 1000).getTime() : undefined;
}

function roleOf(message: Json): unknown {
  return isObject(message['author']) ? message['author']['role'] : undefined;
}

function kindOf(message: Json): unknown {
  return isObject(message['content']) ? message['content']['content_type'] : undefined;
}

function hasKind(message: Json): boolean {
  return Boolean(kindOf(message));
}

function isSkipped(message: Json): boolean {
  return roleOf(message) === 'system' || kindOf(message) === 'reasoning_recap' || kindOf(message) === 'thoughts';
}

/** The nearest node above that is kept. One without a message, or of no kind, ends the search: the message is a beginning then. */
function parentOf(start: unknown, nodes: ReadonlyMap<string, Json>): string | undefined {
  const seen = new Set<unknown>();
  for (let at = start; typeof at === 'string' && at !== '' && !seen.has(at);) {
    seen.add(at);
    const node = nodes.get(at);
    const message = node?.['message'];
    if (!isObject(message) || !hasKind(message)) return undefined;
    if (!isSkipped(message)) return at;
    at = node?.['parent'] as string;
  }
  return undefined;
}

/** A part that is no text is written as JSON in the place of all before it. */
function textOf(message: Json): string {
  const content = message['content'] as Json;
  const parts = content['parts'] as readonly unknown[] | undefined;
  if (kindOf(message) === 'text' && parts) return withSources(message, parts.join(' '));
  if (kindOf(message) === 'code') return `\`\`\`${String(content['language'])}\n${String(content['text'])}\n\`\`\``;
  if (kindOf(message) === 'execution_output') return `Execution Output:\n> ${String(content['text'])}`;
  if (!parts) return fenced(content);
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += `${part} `;
    else if (typeof part === 'object') text = `${fenced(part)}\n`;
  }
  return text.trim();
}

/** Web pages that an answer names by where it does, as links in that place. */
function withSources(message: Json, text: string): string {
  const metadata = isObject(message['metadata']) ? message['metadata'] : {};
  if (roleOf(message) === 'user' || text === '') return text;
  const citations = ((metadata['citations'] ?? []) as readonly Json[]).toSorted(
    (one, other) => Number(other['start_ix']) - Number(one['start_ix']),
  );
  let result = text;
  for (const { start_ix: start, end_ix: end, metadata: page } of citations) {
    if (!isObject(page) || page['type'] !== 'webpage') continue;
    if (typeof start !== 'number' || typeof end !== 'number' || start >= end) continue;
    result = `${result.slice(0, start)} ([${String(page['title'])}](${String(page['url'])}))${result.slice(end)}`;
  }
  return result;
}

function fenced(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``;
}

/** A message is later than the one it follows, by a millisecond at least. */
function putInOrder(messages: readonly LibreMessage[]): void {
  const byId = new Map(messages.map((one) => [one.id, one]));
  let isChanged = true;
  for (let passes = messages.length; isChanged && passes > 0; passes--) {
    isChanged = false;
    for (const one of messages) {
      const before = one.parent === undefined ? undefined : byId.get(one.parent);
      if (before === undefined || one.time > before.time) continue;
      one.time = before.time + 1;
      isChanged = true;
    }
  }
  if (isChanged) cutCircles(messages, byId);
}

/** The first message of a circle, in the order of the file, is a beginning. */
function cutCircles(messages: readonly LibreMessage[], byId: ReadonlyMap<string, LibreMessage>): void {
  const settled = new Set<LibreMessage>();
  for (const message of messages) {
    const chain = new Set<LibreMessage>();
    let at: LibreMessage | undefined = message;
    while (at !== undefined && !settled.has(at)) {
      if (chain.has(at)) {
        at.parent = undefined;
        break;
      }
      chain.add(at);
      at = at.parent === undefined ? undefined : byId.get(at.parent);
    }
    for (const one of chain) settled.add(one);
  }
}
