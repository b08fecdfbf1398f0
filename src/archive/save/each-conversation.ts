// The conversations of an export, one after the other, each read alone.
import { arraySplitter } from '../json/array-splitter';
import type { ExportFile, OpenedExport } from '../container/export';
import { textOfBytes } from '../container/bytes';
import { BadFile } from '../container/export';
import type { Doubt, Fault } from '../container/faults';
import type { Limits } from '../container/limits';
import { holdsConversations } from '../container/export-names';

export type Listening = {
  readonly limits: Limits;
  /** Bytes that were read since the last call. */
  readonly onChunk: (bytes: number) => void;
  readonly report: (wrong: Fault | Doubt) => void;
  /** Asked between conversations. */
  readonly isStopped: () => boolean;
};

/** What becomes of the bytes of a conversation. */
export type ConversationReader<T> = {
  /** Tries to read one that begins at this place, and says where it ends; `undefined` when it has to be found first. */
  readonly at?: (chunk: Uint8Array, from: number) => { readonly value: T; readonly end: number } | undefined;
  /** Reads one that was found; `undefined` when it is no JSON object. `position` counts from 1, over the whole export. */
  readonly whole: (bytes: Uint8Array, position: number) => T | undefined;
};

/** What can be read is given, what cannot be is reported: a damaged file ends where its damage begins. */
export async function* eachConversation<T>(
  opened: Pick<OpenedExport, 'files' | 'chunks' | 'whole'>,
  reader: ConversationReader<T>,
  { limits, onChunk, report, isStopped }: Listening,
): AsyncGenerator<T> {
  let position = 0;
  for (const file of opened.files) {
    if (!holdsConversations(file)) continue;
    const finder = arraySplitter(Math.min(limits.conversation, file.bytes), reader.at);
    let unparsed = 0;
    try {
      for await (const chunk of piecesOf(opened, file)) {
        onChunk(chunk.length);
        for (const element of finder.push(chunk)) {
          if (isStopped()) return;
          position += 1;
          if (element.kind === 'too-large') report({ kind: 'limit', limit: 'conversation', file: file.path });
          else if (element.kind === 'read') yield element.value;
          else if (element.kind === 'element') {
            const value = reader.whole(element.bytes, position);
            if (value === undefined) unparsed += 1;
            else yield value;
          }
        }
      }
      const ending = finder.end();
      if (ending !== 'whole') report({ kind: ending === 'cut' ? 'json-cut' : 'json-broken', file: file.path });
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      report(error.wrong);
    }
    if (unparsed > 0) report({ kind: 'unparsed', file: file.path, count: unparsed });
  }
}

/** The file in one piece where that can be had, else in chunks. */
async function* piecesOf(opened: Pick<OpenedExport, 'chunks' | 'whole'>, file: ExportFile): AsyncGenerator<Uint8Array> {
  const whole = opened.whole(file);
  if (whole === undefined) yield* opened.chunks(file);
  else yield whole;
}

/** An object, or nothing. Bytes that are no UTF-8 become U+FFFD: better than losing the conversation, and the check speaks of it. */
export function parsedConversation(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(textOfBytes(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
