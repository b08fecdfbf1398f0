// Very large exports that are made in a moment: the same conversation over and over, deflated once.
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { rawZip } from './raw-zip';

const MEGABYTE = 1_000_000;

export type Large = {
  readonly conversations: number;
  /** Of words in each conversation, before they are escaped. */
  readonly megabytes: number;
  /** Over which they are spread. */
  readonly messages: number;
  /** Words of two bytes a letter, of which escapes make six. */
  readonly isEscaped?: boolean;
};

/** One `conversations.json` in the newest form: two spaces, keys in the order of the alphabet. Without ids, so none is a copy. */
export function largeExport({ conversations, megabytes, messages, isEscaped = false }: Large): Buffer {
  const one = conversationText(Math.floor((megabytes * MEGABYTE) / messages), messages, isEscaped ? ESCAPED : PLAIN);
  const [begin, next, end] = [Buffer.from('[\n'), Buffer.from(',\n'), Buffer.from('\n]')];
  const packed = flushed(Buffer.concat([one, next]));
  const parts = [flushed(begin)];
  let crc = crc32(begin);
  for (let left = conversations; left > 1; left -= 1) {
    parts.push(packed);
    crc = crc32(next, crc32(one, crc));
  }
  parts.push(flushed(one), deflateRawSync(end));
  crc = crc32(end, crc32(one, crc));
  const size = begin.length + (one.length + next.length) * conversations - next.length + end.length;
  return rawZip([
    { path: 'conversations.json', bytes: Buffer.alloc(0), lie: { packed: Buffer.concat(parts), crc, size } },
  ]);
}

/** Deflated so that something else can follow: it refers to nothing before it. */
function flushed(bytes: Buffer): Buffer {
  return deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH });
}

/** As they are written, and how many bytes they have before they are escaped. */
type Words = { readonly text: string; readonly bytes: number };
const PLAIN: Words = { text: 'The same words over and over, with a quote \\" and a line\\n in them. ', bytes: 66 };
const ESCAPED: Words = {
  text: [...'\u0441\u043b\u043e\u0432\u0430'].map((letter) => `\\u0${letter.charCodeAt(0).toString(16)}`).join(''),
  bytes: 10,
};

function conversationText(bytes: number, messages: number, words: Words): Buffer {
  const text = words.text.repeat(Math.max(1, Math.floor(bytes / words.bytes)));
  const node = (at: number): string => `      "m${at}": {
        "id": "m${at}",
        "message": {
          "author": {
            "name": null,
            "role": "${at % 2 === 0 ? 'user' : 'assistant'}"
          },
          "content": {
            "content_type": "text",
            "parts": [
              "${text}"
            ]
          },
          "create_time": 1700000000.5,
          "id": "m${at}"
        },
        "parent": ${at === 0 ? 'null' : `"m${at - 1}"`}
      }`;
  const parts = [`  {\n    "create_time": 1700000000,\n    "current_node": "m${messages - 1}",\n    "mapping": {\n`];
  for (let at = 0; at < messages; at += 1) parts.push(node(at), at === messages - 1 ? '\n' : ',\n');
  return Buffer.from(`${parts.join('')}    },\n    "title": "Large",\n    "update_time": 1700000001\n  }`, 'latin1');
}
