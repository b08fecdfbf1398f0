// The conversations of an export, one after the other, each parsed alone.
import type { Conversation } from '../conversation/conversation';
import { arraySplitter } from '../json/array-splitter';
import type { ExportFile, OpenedExport } from '../container/export';
import { textOfBytes } from '../container/bytes';
import { BadFile } from '../container/export';
import type { Doubt, Fault } from '../container/faults';
import type { Limits } from '../container/limits';
import { holdsConversations } from '../container/export-names';
import { readConversation } from '../conversation/read-conversation';

export type Listening = {
  readonly limits: Limits;
  /** Bytes that were read since the last call. */
  readonly onChunk: (bytes: number) => void;
  readonly report: (wrong: Fault | Doubt) => void;
  /** Asked between conversations. */
  readonly isStopped: () => boolean;
};

/** What can be read is given, what cannot be is reported: a damaged file ends where its damage begins. */
export async function* eachConversation(
  opened: Pick<OpenedExport, 'files' | 'chunks' | 'whole'>,
  { limits, onChunk, report, isStopped }: Listening,
): AsyncGenerator<Conversation> {
  let position = 0;
  for (const file of opened.files) {
    if (!holdsConversations(file)) continue;
    const finder = arraySplitter(Math.min(limits.conversation, file.bytes));
    let unparsed = 0;
    try {
      for await (const chunk of piecesOf(opened, file)) {
        onChunk(chunk.length);
        for (const element of finder.push(chunk)) {
          if (isStopped()) return;
          position += 1;
          if (element.kind === 'too-large') report({ kind: 'limit', limit: 'conversation', file: file.path });
          else if (element.kind === 'element') {
            const value = parsed(element.bytes);
            if (value === undefined) unparsed += 1;
            else yield readConversation(value, position);
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
function parsed(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(textOfBytes(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
