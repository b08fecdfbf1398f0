// Saves an export: one pass over its conversations, then the files they refer to, then the pages that go with them.
import type { Host } from '../../host/host';
import type { Conversation } from '../conversation/conversation';
import type { OpenedExport } from '../container/export';
import { bytesOfText } from '../container/bytes';
import { isDoubt } from '../container/faults';
import type { Doubt, Fault } from '../container/faults';
import { LIMITS } from '../container/limits';
import type { Limits } from '../container/limits';
import { holdsConversations } from '../container/export-names';
import { compareWith } from '../conversation/manifest';
import { readConversation } from '../conversation/read-conversation';
import type { RememberedCounts } from '../conversation/remembered';
import { readSideFiles } from '../conversation/side-files';
import { sidePages } from './side-pages';
import { eachConversation, parsedConversation } from './each-conversation';
import type { ConversationReader } from './each-conversation';
import { isEverything, wanting } from './filter';
import type { Filter } from './filter';
import type { Contents } from './renderer';
import { chatFormatFor, isChatFiles, rendererFor } from './renderers';
import { keptAssets } from './kept-assets';
import type { Format } from './save-manifest';
import { leftOutLines } from './left-out';
import { personalNotes } from './personal-notes';
import { fileNames } from './names';
import { openOutputFolder } from './output-folder';
import type { RefusedFolder } from './output-folder';
import type { Extent } from './message-selection';
import type { SaveWords } from './words';
import { takenConversations } from './taken';
import { writeChatFiles } from './write-chat-files';
import type { ChatFile } from './write-chat-files';
import { writePages } from './write-pages';

export type SaveWishes = {
  /** Absolute path of the folder to make, or of one that an earlier save made. */
  readonly to: string;
  readonly format: Format;
  readonly extent: Extent;
  readonly filter: Filter;
};

export type SaveOptions = {
  readonly words: SaveWords;
  readonly limits?: Limits;
  /** Bytes read, bytes to read (as far as known), conversations saved so far. */
  readonly onProgress?: (done: number, total: number, conversations: number) => void;
  /** Asked between conversations and between files. */
  readonly isStopped?: () => boolean;
};

export type Saved = RememberedCounts & {
  /** Where the files are now. */
  readonly folder: string;
  /** False when it was stopped: what is in `folder` is whole files, and not all of them. */
  readonly finished: boolean;
  readonly conversations: number;
  readonly messages: number;
  /** Pictures and the like; canvas documents. */
  readonly files: number;
  readonly documents: number;
  readonly written: number;
  readonly unchanged: number;
  /** Further copies of a conversation; those that the filter left out; assets that the export does not have. */
  readonly copies: number;
  readonly filtered: number;
  readonly notShipped: number;
  readonly sharedLinks: number;
  /** In forms that other programs import: the files, and how many conversations have no message and are not in them. */
  readonly chatFiles: readonly ChatFile[];
  readonly empty: number;
  /** Files a person changed since the last save: left as they are. */
  readonly edited: readonly string[];
  /** Conversations that do not parse. */
  readonly unparsed: number;
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
};

/** `nothing`: no conversation that is wanted; nothing was written. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly saved: Saved }
  | {
      readonly kind: 'nothing';
      readonly filtered: number;
      readonly faults: readonly Fault[];
      readonly doubts: readonly Doubt[];
    }
  | ({ readonly kind: 'refused' } & Omit<RefusedFolder, 'ok'>);

/**
 * Saves what is wanted of an opened export. Damage does not stop it: what can be read is saved, the rest stands in `faults`.
 * Rejects with an `errno` error when the disk refuses; what is written then stays in `<to>.partial`, or in `to` when that
 * was there before.
 */
export async function saveExport(
  opened: OpenedExport,
  { to, format, extent, filter }: SaveWishes,
  host: Pick<Host, 'folders' | 'files'>,
  options: SaveOptions,
): Promise<SaveOutcome> {
  const { words, limits = LIMITS, onProgress = () => {}, isStopped = () => false } = options;
  const opening = await openOutputFolder(host, to, format, opened.port);
  if (!opening.ok)
    return {
      kind: 'refused',
      why: opening.why,
      folder: opening.folder,
      ...(opening.format === undefined ? {} : { format: opening.format }),
    };
  const { output } = opening;
  const faults: Fault[] = [...opened.faults];
  const doubts: Doubt[] = [...opened.doubts];
  const report = (wrong: Fault | Doubt): void => void (isDoubt(wrong) ? doubts.push(wrong) : faults.push(wrong));
  const side = await readSideFiles(withoutChatPage(opened), limits);
  if (side.manifest !== undefined) faults.push(...compareWith(side.manifest, opened.files).faults);
  faults.push(...side.faults);
  doubts.push(...side.doubts);
  const renderer = await rendererFor(format);
  const notes = personalNotes();
  const wanted = wanting(filter);
  const all = isEverything(filter);

  let done = 0;
  let filtered = 0;
  const conversationBytes = opened.files.reduce((sum, file) => sum + (holdsConversations(file) ? file.bytes : 0), 0);
  const tell = (bytes: number): void => {
    done += bytes;
    onProgress(done, Math.max(done, conversationBytes + (all ? assets.bytes : 0)), taken.count());
  };
  const names = fileNames(opened.port);
  const assets = keptAssets({ opened, names, side, output, untitled: words.file, report, onChunk: tell });
  const taken = takenConversations(extent);
  const places = { asset: (id: string) => assets.pathOf(id) };
  const chatFormat = await chatFormatFor(format, { port: opened.port, places, words });
  let chatFiles: readonly ChatFile[] = [];
  const chosen = async function* (): AsyncGenerator<Conversation> {
    for await (const conversation of eachConversation(opened, WHOLE, { limits, onChunk: tell, report, isStopped })) {
      if (!wanted(conversation)) {
        filtered += 1;
        continue;
      }
      notes.look(conversation);
      yield conversation;
    }
  };
  if (all) await assets.wantAll(isStopped);
  if (!isStopped()) {
    const writing = { output, assets, extent, taken };
    if (chatFormat !== undefined) chatFiles = await writeChatFiles(chosen(), { ...writing, host, format: chatFormat });
    else await writePages(chosen(), { ...writing, names, renderer, words });
  }
  const saved = (finished: boolean, folder: string): Saved => ({
    folder,
    finished,
    conversations: taken.count() - taken.totals().empty,
    messages: taken.totals().messages,
    files: assets.count(),
    documents: taken.totals().documents,
    ...output.counts,
    copies: taken.copies(),
    filtered,
    notShipped: assets.missing.size,
    ...notes.counts(),
    sharedLinks: side.sharedLinks.length,
    chatFiles: format === 'jsonl' ? [] : chatFiles,
    empty: taken.totals().empty,
    edited: output.edited,
    unparsed: faults.reduce((sum, fault) => sum + (fault.kind === 'unparsed' ? fault.count : 0), 0),
    faults,
    doubts,
  });
  if (taken.count() === 0 && !isStopped()) {
    await output.discard();
    return { kind: 'nothing', filtered, faults, doubts };
  }
  if (isStopped()) {
    await output.abandon();
    return { kind: 'saved', saved: saved(false, output.folder) };
  }
  const pagesBeside = sidePages(notes, side.sharedLinks, words.sidePages, words.untitled);
  for (const page of pagesBeside)
    await output.put(
      `f:${page.name}`,
      { path: `${page.name}${renderer.ending}` },
      bytesOfText(renderer.sidePage(page, words)),
    );
  const facts = saved(true, to);
  const contents: Contents = {
    count: facts.conversations,
    conversations: chatFormat === undefined ? output.listed() : undefined,
    chatFiles: facts.chatFiles,
    importing: isChatFiles(format) ? words.imports[format] : undefined,
    messages: facts.messages,
    files: facts.files,
    // Those of other assistants have them in the chats.
    documents: chatFormat === undefined ? facts.documents : 0,
    sidePages: pagesBeside,
    leftOut: leftOutLines({ ...facts, extent, format, ...taken.totals() }, words.index),
  };
  await output.putStream('f:index', () => renderer.indexName, Infinity, bytesOf(renderer.index(contents, words)));
  await output.finish();
  return { kind: 'saved', saved: { ...facts, ...output.counts } };
}

const WHOLE: ConversationReader<Conversation> = {
  whole: (bytes, position) => {
    const value = parsedConversation(bytes);
    return value === undefined ? undefined : readConversation(value, position);
  },
};

/** `chat.html` holds every conversation once more. What it knows of assets is wanted only where files do not name themselves. */
function withoutChatPage(opened: OpenedExport): Pick<OpenedExport, 'files' | 'chunks' | 'whole'> {
  const named = opened.files.every(({ name }) => /\.(?:json|html?)$/i.test(name) || /^file[-_][A-Za-z0-9]/.test(name));
  return named
    ? {
        files: opened.files.filter(({ name }) => name !== 'chat.html'),
        chunks: (file) => opened.chunks(file),
        whole: (file) => opened.whole(file),
      }
    : opened;
}

async function* bytesOf(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  let text = '';
  for (const piece of pieces) {
    text += piece;
    if (text.length < 64 * 1024) continue;
    yield bytesOfText(text);
    text = '';
  }
  yield bytesOfText(text);
}
