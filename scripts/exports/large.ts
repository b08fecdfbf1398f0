// Very large exports that are made in a moment: the same conversation over and over, deflated once.
import { constants, crc32, deflateRawSync } from 'node:zlib';
import { rawZip } from './raw-zip';

const MEGABYTE = 1_000_000;

/** One `conversations.json` of so many conversations of so many megabytes each, spread over so many messages. They have no ids, so none is a copy. */
export function largeExport({ conversations, megabytes, messages }: { readonly conversations: number; readonly megabytes: number; readonly messages: number }): Buffer {
  const one = conversationText(megabytes * MEGABYTE, messages);
  const [begin, next, end] = [Buffer.from('['), Buffer.from(','), Buffer.from(']')];
  const packed = flushed(Buffer.concat([one, next]));
  const parts = [flushed(begin)];
  let crc = crc32(begin);
  for (let left = conversations; left > 1; left -= 1) {
    parts.push(packed);
    crc = crc32(next, crc32(one, crc));
  }
  parts.push(flushed(one), deflateRawSync(end));
  crc = crc32(end, crc32(one, crc));
  const size = (one.length + 1) * conversations + 1;
  return rawZip([{ path: 'conversations.json', bytes: Buffer.alloc(0), lie: { packed: Buffer.concat(parts), crc, size } }]);
}

/** Deflated so that something else can follow: it refers to nothing before it. */
function flushed(bytes: Buffer): Buffer {
  return deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH });
}

function conversationText(bytes: number, messages: number): Buffer {
  const filler = 'The same words over and over, with a quote \\" and a line\\n in them. '.repeat(Math.ceil(bytes / messages / 66)).slice(0, Math.floor(bytes / messages));
  const text = filler.endsWith('\\') ? `${filler.slice(0, -1)}.` : filler;
  const parts = ['{"title":"Large","create_time":1700000000,"update_time":1700000001,"mapping":{"r":{"id":"r","message":null,"parent":null}'];
  for (let at = 0; at < messages; at += 1) parts.push(`,"m${at}":{"id":"m${at}","message":{"id":"m${at}","author":{"role":"${at % 2 === 0 ? 'user' : 'assistant'}"},"content":{"content_type":"text","parts":["${text}"]}},"parent":"${at === 0 ? 'r' : `m${at - 1}`}"}`);
  return Buffer.from(`${parts.join('')}},"current_node":"m${messages - 1}"}`, 'latin1');
}
