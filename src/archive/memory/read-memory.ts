// Reads what is remembered of the person out of an opened export: the same that a check counts and a save keeps.
import type { OpenedExport } from '../container/export';
import { holdsConversations, isConversations } from '../container/export-names';
import { isDoubt } from '../container/faults';
import type { Doubt, Fault } from '../container/faults';
import { LIMITS } from '../container/limits';
import type { Limits } from '../container/limits';
import { madeOf } from '../conversation/made';
import { compareWith } from '../conversation/manifest';
import type { Outline } from '../conversation/outline';
import { outlineOf } from '../conversation/read-conversation';
import { scanConversation, scanConversationAt } from '../conversation/scan-conversation';
import { readSideFiles } from '../conversation/side-files';
import { gapsIn } from '../check/numbering';
import { eachConversation, parsedConversation } from '../save/each-conversation';
import { personalNotes } from '../save/personal-notes';
import type { PersonalNotes } from '../save/personal-notes';

export type MemoryOptions = {
  readonly limits?: Limits;
  /** Bytes read, bytes to read, conversations read so far. */
  readonly onProgress?: (done: number, total: number, conversations: number) => void;
  /** Asked between conversations. */
  readonly isStopped?: () => boolean;
};

export type MemoryRead = {
  readonly notes: PersonalNotes;
  /** Conversations that were read, further copies of one among them. */
  readonly conversations: number;
  /** When the export was made, as far as it is known; epoch seconds. */
  readonly made: number | undefined;
  /** Those that may have cost a conversation: nothing is said of pictures and the like. */
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
  /** False when it was stopped. */
  readonly finished: boolean;
};

/** Reads the conversations and the manifest, and builds nothing but the memory. Damage does not stop it. Rejects with what the disk says. */
export async function readMemory(opened: OpenedExport, options: MemoryOptions): Promise<MemoryRead> {
  const { limits = LIMITS, onProgress = () => {}, isStopped = () => false } = options;
  const faults: Fault[] = [...opened.faults];
  const doubts: Doubt[] = [...opened.doubts];
  const report = (wrong: Fault | Doubt): void => void (isDoubt(wrong) ? doubts.push(wrong) : faults.push(wrong));
  const side = await readSideFiles(
    {
      files: opened.files.filter(({ name }) => name === 'export_manifest.json'),
      chunks: (file) => opened.chunks(file),
      whole: (file) => opened.whole(file),
    },
    limits,
  );
  faults.push(...side.faults);
  const chats = opened.files.filter(holdsConversations);
  faults.push(
    ...(side.manifest === undefined
      ? gapsIn(chats.map(({ path }) => path))
      : compareWith(side.manifest, opened.files).faults.filter(concernsChats)),
  );
  const notes = personalNotes();
  const total = chats.reduce((sum, { bytes }) => sum + bytes, 0);
  let [done, conversations] = [0, 0];
  const onChunk = (bytes: number): void => {
    done += bytes;
    onProgress(done, Math.max(done, total), conversations);
  };
  const reader = { at: scanAt, whole: outlined };
  for await (const outline of eachConversation(opened, reader, { limits, onChunk, report, isStopped })) {
    conversations += 1;
    notes.look(outline);
  }
  return {
    notes,
    conversations,
    made: madeOf(opened, side.requested),
    faults,
    doubts,
    finished: !isStopped(),
  };

  function scanAt(chunk: Uint8Array, from: number): { readonly value: Outline; readonly end: number } | undefined {
    const read = scanConversationAt(chunk, from, opened.port);
    return read === undefined ? undefined : { value: read.outline, end: read.end };
  }

  /** A scan refuses bytes that are no UTF-8: what a save reads of such a conversation is read here too. */
  function outlined(bytes: Uint8Array): Outline | undefined {
    const scanned = scanConversation(bytes, opened.port);
    if (scanned !== undefined) return scanned;
    const value = parsedConversation(bytes);
    return value === undefined ? undefined : outlineOf(value);
  }
}

function concernsChats(fault: Fault): boolean {
  if (fault.kind === 'missing') return fault.shard;
  return !('file' in fault) || isConversations(fault.file.slice(fault.file.lastIndexOf('/') + 1));
}
