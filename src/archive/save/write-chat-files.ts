// Writes conversations into few files for programs, a line each, in numbered files of a largest size. Of copies the one that changed last stays.
import type { Host } from '../../host/host';
import { bytesOfText } from '../container/bytes';
import type { Conversation } from '../conversation/conversation';
import type { ChatFormat } from './chat-format';
import type { KeptAssets } from './kept-assets';
import { assetsIn, messageRuns } from './message-selection';
import type { Extent } from './message-selection';
import type { OutputFolder, Staged } from './output-folder';
import { linesOf } from './save-manifest';
import type { TakenConversations } from './taken';

export type ChatFileWriting = {
  readonly output: OutputFolder;
  readonly format: ChatFormat;
  readonly assets: KeptAssets;
  readonly extent: Extent;
  readonly taken: TakenConversations;
  readonly host: Pick<Host, 'folders' | 'files'>;
};

/** Owners of these files in the manifest begin with it. */
export const CHAT_FILES = 'f:lines';

/** A file that was written: its path inside the folder, and how many chats stand in it. */
export type ChatFile = { readonly path: string; readonly chats: number };

/** Gives the files in order. Conversations that only an earlier save knew stand behind those of this one. */
export async function writeChatFiles(
  conversations: AsyncIterable<Conversation>,
  { output, format, assets, extent, taken, host }: ChatFileWriting,
): Promise<readonly ChatFile[]> {
  const replaced = new Set<number>();
  let next = 0;

  const fresh = async function* (): AsyncGenerator<string> {
    for await (const conversation of conversations) {
      const found = taken.take(conversation);
      if (found === undefined) continue;
      const { facts, older } = found;
      for (let line = 0; line < (older?.lines ?? 0); line += 1) replaced.add((older?.place ?? 0) + line);
      const runs = messageRuns(conversation, extent);
      await assets.want(assetsIn(runs));
      const { lines, messages, documents } = format.chatOf(conversation, runs);
      Object.assign(facts, { messages, documents, place: next, lines: 0 });
      for (const line of lines) {
        next += 1;
        facts.lines = next - facts.place;
        yield line;
      }
    }
    // An earlier save may know conversations that this export does not have, or that were not asked for now.
    for (const path of output.earlier(CHAT_FILES)) {
      for await (const line of chatsIn(host, host.files.join(output.folder, path), format)) {
        const id = format.idIn(line);
        if (id !== undefined && !taken.has(id)) yield line;
      }
    }
  };

  let staged = await stageAll(fresh(), output, format);
  if (replaced.size > 0) {
    const before = staged;
    const kept = async function* (): AsyncGenerator<string> {
      let number = 0;
      for (const { staged: one } of before) {
        for await (const line of chatsIn(host, one.file, format)) {
          if (!replaced.has(number)) yield line;
          number += 1;
        }
      }
    };
    staged = await stageAll(kept(), output, format);
    for (const one of before) await one.staged.discard();
  }
  const files: ChatFile[] = [];
  for (const [index, { staged: one, chats }] of staged.entries()) {
    const path = format.nameOf(index + 1, staged.length);
    await one.put(index === 0 ? CHAT_FILES : `${CHAT_FILES}-${index + 1}`, path);
    files.push({ path, chats });
  }
  await output.dropEarlier(CHAT_FILES);
  return files;
}

type StagedChats = { readonly staged: Staged; readonly chats: number };

/** Lines into as many files as they need. */
async function stageAll(
  lines: AsyncGenerator<string>,
  output: OutputFolder,
  { head, between, tail, mostBytes }: ChatFormat,
): Promise<readonly StagedChats[]> {
  const all: StagedChats[] = [];
  let chats = 0;
  let waiting = await lines.next();
  const oneFile = async function* (): AsyncGenerator<Uint8Array> {
    yield bytesOfText(head);
    let bytes = head.length + tail.length;
    for (let isFirst = true; waiting.done !== true; isFirst = false) {
      const line = bytesOfText(isFirst ? waiting.value : `${between}${waiting.value}`);
      bytes += line.length;
      if (!isFirst && bytes > mostBytes) break;
      yield line;
      chats += 1;
      waiting = await lines.next();
    }
    yield bytesOfText(tail);
  };
  while (waiting.done !== true) {
    chats = 0;
    all.push({ staged: await output.stage(oneFile()), chats });
  }
  return all;
}

/** The lines with chats of a file that `stageAll` wrote. */
async function* chatsIn(
  host: Pick<Host, 'folders'>,
  path: string,
  { between }: Pick<ChatFormat, 'between'>,
): AsyncGenerator<string> {
  const comma = between.replace('\n', '');
  for await (const line of linesOf(host, path))
    if (line.startsWith('{')) yield comma !== '' && line.endsWith(comma) ? line.slice(0, -comma.length) : line;
}
