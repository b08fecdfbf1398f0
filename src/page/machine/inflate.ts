// Raw deflate data (RFC 1951) inflated by zlib in JavaScript. A browser's own stream does not say where the data ended.
import { Z_BUF_ERROR, Z_NO_FLUSH, Z_OK, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit2 } from 'pako';
import type { BytesPort } from '../../host/bytes';

/** The window of 32 KiB; below zero for data without a header. */
const RAW = -15;

function begun(): ZStream {
  const stream = new ZStream();
  if (zlibInflateInit2(stream, RAW) !== Z_OK) throw new Error('inflating cannot begin');
  return stream;
}

/** Inflates as far as input and room go. True at the end of the data; throws when they are no such data. */
function isOver(stream: ZStream): boolean {
  const status = zlibInflate(stream, Z_NO_FLUSH);
  if (status === Z_STREAM_END) return true;
  // Without room or input nothing moves, which is no failure yet.
  if (status !== Z_OK && status !== Z_BUF_ERROR) throw new Error('no deflate data');
  return false;
}

function giveRoom(stream: ZStream, room: Uint8Array<ArrayBuffer>): void {
  stream.output = room;
  stream.next_out = 0;
  stream.avail_out = room.length;
}

function giveInput(stream: ZStream, input: Uint8Array): void {
  stream.input = input;
  stream.next_in = 0;
  stream.avail_in = input.length;
}

export const inflate: BytesPort['inflate'] = (packed, most) => {
  const stream = begun();
  const room = new Uint8Array(Math.max(LEAST, most));
  giveInput(stream, packed);
  giveRoom(stream, room);
  try {
    let over = isOver(stream);
    if (!over && stream.avail_out === 0) {
      // The end may still come without another byte.
      giveRoom(stream, new Uint8Array(LEAST));
      over = isOver(stream);
    }
    if (!over && stream.avail_out > 0) return 'broken';
    return stream.total_out > most ? 'too-much' : { bytes: room.subarray(0, stream.total_out), used: stream.total_in };
  } catch {
    return 'broken';
  }
};

/** Room, in bytes, that is given at least: data that break off soon are called broken and not too much, as in Node. */
const LEAST = 64;

export const inflating: BytesPort['inflating'] = async function* (packed, most) {
  const stream = begun();
  const chunk = Math.max(LEAST, most);
  giveRoom(stream, new Uint8Array(chunk));
  for await (const part of packed) {
    giveInput(stream, part);
    for (let over = false; ;) {
      over = isOver(stream);
      if (stream.avail_out === 0) {
        yield stream.output;
        giveRoom(stream, new Uint8Array(chunk));
        if (!over) continue;
      }
      if (over) {
        if (stream.next_out > 0) yield stream.output.subarray(0, stream.next_out);
        return stream.total_in;
      }
      if (stream.avail_in === 0) break;
    }
  }
  throw new Error('the data end early');
};
