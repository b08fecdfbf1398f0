// A chat that is larger than a file may be, cut into several, between messages; and a message that is larger than others take, cut into several.
import type { ChatMessage } from './chat-tree';

/**
 * The lines of a chat: none where it has no message, one as a rule. `lineOf` makes the line of some of its messages; parts count
 * from 1. They are made when they are asked for, so that one is held at a time.
 */
export function* cutToFit(
  messages: readonly ChatMessage[],
  lineOf: (messages: readonly ChatMessage[], part: number, parts: number) => string,
  most = MOST_CHAT_BYTES,
): Generator<string> {
  if (messages.length === 0) return;
  if (messages.reduce((sum, { text }) => sum + text.length, 0) <= most) {
    const whole = lineOf(messages, 1, 1);
    if (whole.length * 3 <= most || utf8Length(whole) <= most) {
      yield whole;
      return;
    }
  }
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
  for (const [index, group] of groups.entries()) yield lineOf(relinked(group), index + 1, groups.length);
}

/** Bytes of a chat: a browser has to read its file as text. */
const MOST_CHAT_BYTES = 39_000_000;

/**
 * A text in pieces that databases of other assistants take, which end at the end of a line or a word where there is one; together
 * they are the text. One piece as a rule.
 */
export function textPieces(text: string, most = MOST_TEXT_LENGTH): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  while (text.length - from > most) {
    const piece = text.slice(from, from + most);
    const end = [piece.lastIndexOf('\n'), piece.lastIndexOf(' ')].find((at) => at > most / 2) ?? mostWhole(piece) - 1;
    pieces.push(piece.slice(0, end + 1));
    from += end + 1;
  }
  return [...pieces, text.slice(from)];
}

/** UTF-16 units: three bytes each at most, and MongoDB, in which LibreChat keeps a message, takes 16 MiB. */
const MOST_TEXT_LENGTH = 4_000_000;

/** The length without half a character at the end. */
function mostWhole(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last < 0xdc00 ? text.length - 1 : text.length;
}

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
