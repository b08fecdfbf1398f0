// Writes conversations, a page for each.
import { bytesOfText, writeText } from '../container/bytes';
import type { Conversation } from '../conversation/conversation';
import type { Renderer } from './renderer';
import type { KeptAssets } from './kept-assets';
import type { FileNames } from './names';
import type { Places } from './page';
import type { OutputFolder } from './output-folder';
import { assetsIn, messageRuns } from './message-selection';
import type { Extent } from './message-selection';
import type { TakenConversations } from './taken';
import type { SaveWords } from './words';

export type PageWriting = {
  readonly output: OutputFolder;
  readonly names: FileNames;
  readonly renderer: Renderer;
  readonly assets: KeptAssets;
  readonly words: SaveWords;
  readonly extent: Extent;
  readonly taken: TakenConversations;
};

/** Writes them all; of copies the one that changed last is kept. */
export async function writePages(
  conversations: AsyncIterable<Conversation>,
  { output, names, renderer, assets, words, extent, taken }: PageWriting,
): Promise<void> {
  const encode = encoder();
  const marks = markLengths(names);
  const places: Places = {
    asset: (id) => assets.pathOf(id),
    document: (document, message, conversation, number) =>
      names.documentPath(document, message, conversation, number, words.document, documentEnding(document.type)),
  };
  for await (const conversation of conversations) {
    const found = taken.take(conversation);
    if (found === undefined) continue;
    const { facts, older } = found;
    const runs = messageRuns(conversation, extent);
    await assets.want(assetsIn(runs));
    const { id, title, created, updated, project } = conversation;
    const path = `conversations/${names.fileName({ id: `c:${id}`, title: title ?? words.untitled, created, ending: renderer.ending }, marks.of(id))}`;
    const page = renderer.page(conversation, runs, places, words);
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
        ? await output.put(`c:${id}`, entry, () => encodedParts(page.text), older?.place)
        : await output.put(`c:${id}`, entry, encode(page.text), older?.place);
  }
}

/** How long the mark in a conversation's file name is: longer where a short one is another's already. */
function markLengths(names: FileNames): { of(id: string): number } {
  const short = new Map<number, string>();
  const long = new Set<string>();
  return {
    of(id) {
      const mark = Number.parseInt(names.markOf(`c:${id}`), 36);
      const first = short.get(mark);
      if (first === undefined) short.set(mark, id);
      else if (first !== id) long.add(id);
      return long.has(id) ? 12 : 6;
    },
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
