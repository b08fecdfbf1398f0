// Writes conversations: a page for each, or all into one file for programs. Of copies the one that changed last is kept.
import type { Host } from '../../host/host';
import { bytesOfText, writeText } from '../container/bytes';
import type { Conversation } from '../conversation/conversation';
import type { Renderer } from './renderer';
import { jsonLineOf } from './jsonl';
import type { KeptAssets } from './kept-assets';
import { linesOf } from './save-manifest';
import type { FileNames } from './names';
import type { Places } from './page';
import type { OutputFolder } from './output-folder';
import { assetsIn, messageRuns } from './message-selection';
import type { Extent } from './message-selection';
import type { SaveWords } from './words';

export interface PageWriter {
  /** Writes them all and gives how many were further copies of one. */
  write(conversations: AsyncIterable<Conversation>): Promise<number>;
  count(): number;
  totals(): {
    readonly messages: number;
    readonly documents: number;
    readonly draftsLeft: number;
    readonly behindLeft: number;
  };
}

export type PageWriterOptions = {
  readonly output: OutputFolder;
  readonly names: FileNames;
  readonly renderer: Renderer | 'lines';
  readonly assets: KeptAssets;
  readonly words: SaveWords;
  readonly extent: Extent;
  readonly host: Pick<Host, 'folders' | 'files'>;
};

export const LINES_FILE = 'conversations.jsonl';

/** What is kept of a conversation that was written: numbers only, since there may be a hundred thousand conversations. */
type Taken = {
  readonly updated: number;
  readonly drafts: number;
  readonly behind: number;
  readonly markLength: number;
  messages: number;
  documents: number;
  /** In the output's log, or the number of its line. */ place: number;
};

export function pageWriter({ output, names, renderer, assets, words, extent, host }: PageWriterOptions): PageWriter {
  const taken = new Map<string, Taken>();
  const marks = new Set<number>();
  const encode = encoder();
  let copies = 0;
  const places: Places = {
    asset: (id) => assets.pathOf(id),
    document: (document, message, conversation, number) =>
      names.documentPath(document, message, conversation, number, words.document, documentEnding(document.type)),
  };

  /** Whether to write a conversation: `undefined` when a copy that is as new was written before. `older`: the place of an older one. */
  const take = (
    conversation: Conversation,
  ): { readonly facts: Taken; readonly older: number | undefined } | undefined => {
    const updated = conversation.updated ?? conversation.created ?? 0;
    const known = taken.get(conversation.id);
    if (known !== undefined) copies += 1;
    if (known !== undefined && known.updated >= updated) return undefined;
    const mark = Number.parseInt(names.markOf(`c:${conversation.id}`), 36);
    const facts: Taken = {
      updated,
      ...unwritten(conversation, extent),
      messages: 0,
      documents: 0,
      place: -1,
      markLength: known?.markLength ?? (marks.has(mark) ? 12 : 6),
    };
    if (known === undefined) marks.add(mark);
    taken.set(conversation.id, facts);
    return { facts, older: known?.place };
  };

  const writePages = async (conversations: AsyncIterable<Conversation>, pages: Renderer): Promise<void> => {
    for await (const conversation of conversations) {
      const found = take(conversation);
      if (found === undefined) continue;
      const { facts, older } = found;
      const runs = messageRuns(conversation, extent);
      await assets.want(assetsIn(runs));
      const { id, title, created, updated, project } = conversation;
      const path = `conversations/${names.fileName({ id: `c:${id}`, title: title ?? words.untitled, created, ending: pages.ending }, facts.markLength)}`;
      const page = pages.page(conversation, runs, places, words);
      facts.messages = page.messages;
      facts.documents = page.documents.length;
      for (const [index, one] of page.documents.entries())
        await output.put(`d:${id}/${index}`, { path: one.path }, encode(one.content));
      const entry = {
        path,
        title: title?.slice(0, MOST_TITLE),
        created,
        updated,
        project: project?.slice(0, MOST_TITLE),
      };
      facts.place =
        page.text.length > MOST_AT_ONCE
          ? await output.put(`c:${id}`, entry, () => encodedParts(page.text), older)
          : await output.put(`c:${id}`, entry, encode(page.text), older);
    }
  };

  const writeLines = async (conversations: AsyncIterable<Conversation>): Promise<void> => {
    const path = host.files.join(output.folder, LINES_FILE);
    const replaced = new Set<number>();
    let next = 0;
    const fresh = async function* (): AsyncGenerator<Uint8Array> {
      for await (const conversation of conversations) {
        const found = take(conversation);
        if (found === undefined) continue;
        if (found.older !== undefined) replaced.add(found.older);
        const runs = messageRuns(conversation, extent);
        await assets.want(assetsIn(runs));
        const { line, messages } = jsonLineOf(conversation, runs, places);
        found.facts.messages = messages;
        found.facts.place = next;
        next += 1;
        yield bytesOfText(`${line}\n`);
      }
      // An earlier save may know conversations that this export does not have, or that were not asked for now.
      if (output.isUpdate && (await host.files.look(path)).kind === 'file')
        for await (const line of linesOf(host, path)) if (!taken.has(idIn(line))) yield bytesOfText(`${line}\n`);
    };
    const { place } = await output.putStream('f:lines', () => LINES_FILE, Infinity, fresh());
    if (replaced.size === 0) return;
    const kept = async function* (): AsyncGenerator<Uint8Array> {
      let number = 0;
      for await (const line of linesOf(host, path)) {
        if (!replaced.has(number)) yield bytesOfText(`${line}\n`);
        number += 1;
      }
    };
    await output.putStream('f:lines', () => LINES_FILE, Infinity, kept(), place);
  };

  const sum = (of: (facts: Taken) => number): number => {
    let all = 0;
    for (const facts of taken.values()) all += of(facts);
    return all;
  };
  return {
    async write(conversations) {
      if (renderer === 'lines') await writeLines(conversations);
      else await writePages(conversations, renderer);
      return copies;
    },
    count: () => taken.size,
    totals: () => ({
      messages: sum(({ messages }) => messages),
      documents: sum(({ documents }) => documents),
      draftsLeft: sum(({ drafts }) => drafts),
      behindLeft: sum(({ behind }) => behind),
    }),
  };
}

/** Texts as bytes, most of them in one and the same piece of memory: what it gives holds until the next is asked for. */
function encoder(): (text: string) => Uint8Array {
  const piece = new Uint8Array(1024 * 1024);
  return (text) => (text.length * 3 <= piece.length ? piece.subarray(0, writeText(text, piece)) : bytesOfText(text));
}

/** Characters of a page that are made bytes at once; a longer one is written piece by piece. */
const MOST_AT_ONCE = 4 * 1024 * 1024;

/** A long text in pieces of UTF-8, never cut between the halves of a surrogate pair. */
function* encodedParts(text: string): Generator<Uint8Array> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + 256 * 1024);
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end += 1;
    yield bytesOfText(text.slice(at, end));
    at = end;
  }
}

/** Characters of a title in lists; names of files have fewer. */
const MOST_TITLE = 200;

/** Messages that this extent leaves out. */
function unwritten(
  { path, branches }: Conversation,
  { drafts, all }: Extent,
): { readonly drafts: number; readonly behind: number } {
  const shown = branches.reduce((sum, { messages }) => sum + messages.filter(({ sort }) => sort === 'shown').length, 0);
  return {
    drafts: drafts ? 0 : shown,
    behind: all ? 0 : path.filter(({ sort }) => sort !== 'shown' && sort !== 'empty').length,
  };
}

/** The id with which every line begins. */
function idIn(line: string): string {
  const [, written = '""'] = /^\{"id":("(?:[^"\\]|\\.)*")/.exec(line) ?? [];
  return String(JSON.parse(written));
}

/** Of a canvas document, by its type: `document`, or `code/<language>`. Nothing that a system would run. */
function documentEnding(type: string | undefined): string {
  if (type === undefined || type === 'document') return '.md';
  const language = /^code\/(\w+)$/.exec(type)?.[1]?.toLowerCase() ?? '';
  return ENDINGS.get(language) ?? (/^[a-z0-9]{1,12}$/.test(language) ? `.${language}.txt` : '.txt');
}

const ENDINGS: ReadonlyMap<string, string> = new Map([
  ['python', '.py'],
  ['typescript', '.ts'],
  ['css', '.css'],
  ['c', '.c'],
  ['cpp', '.cpp'],
  ['java', '.java'],
  ['go', '.go'],
  ['rust', '.rs'],
  ['ruby', '.rb'],
  ['sql', '.sql'],
  ['json', '.json'],
  ['yaml', '.yaml'],
  ['markdown', '.md'],
  ['react', '.jsx'],
  ['latex', '.tex'],
]);
