// A chat that is larger than a file may be, cut into several, between messages.
import type { ChatMessage } from './chat-tree';

/**
 * The lines of a chat: none where it has no message, one as a rule. `lineOf` makes the line of some of its messages; parts count
 * from 1. A message that is larger by itself stays whole.
 */
export function cutToFit(
  messages: readonly ChatMessage[],
  lineOf: (messages: readonly ChatMessage[], part: number, parts: number) => string,
  most = MOST_CHAT_BYTES,
): readonly string[] {
  if (messages.length === 0) return [];
  const whole = lineOf(messages, 1, 1);
  if (whole.length * 3 <= most || utf8Length(whole) <= most) return [whole];
  const groups: ChatMessage[][] = [];
  let bytes = Infinity;
  for (const message of messages) {
    const own = utf8Length(lineOf([message], 1, 1));
    if (bytes + own > most) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(message);
    bytes += own;
  }
  return groups.map((group, index) => lineOf(relinked(group), index + 1, groups.length));
}

/** Bytes of a chat: a browser has to read its file as text. */
const MOST_CHAT_BYTES = 39_000_000;

/** Links that lead out of the part are cut: it begins anew. */
function relinked(group: readonly ChatMessage[]): readonly ChatMessage[] {
  const here = new Set(group.map(({ id }) => id));
  return group.map((message) => ({
    ...message,
    parent: message.parent !== null && here.has(message.parent) ? message.parent : null,
    children: message.children.filter((child) => here.has(child)),
  }));
}

function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x80) bytes += unit >= 0x800 ? (unit >= 0xd800 && unit < 0xe000 ? 1 : 2) : 1;
  }
  return bytes;
}
