// Chats saved for other assistants, read back by checkers of those assistants' own imports: every word of the path once, in order, in the right chat.
import { describe, expect, it } from 'vitest';
import { builtOf } from '../../../scripts/exports/damages';
import { JSON_BROKEN } from '../../../scripts/exports/damages/json-broken';
import { JSON_FORMS } from '../../../scripts/exports/damages/json-forms';
import { ODD_MESSAGES } from '../../../scripts/exports/damages/odd-messages';
import { ODD_TREES } from '../../../scripts/exports/damages/odd-trees';
import { ODD_VALUES } from '../../../scripts/exports/damages/odd-values';
import { SOUND_FORMS } from '../../../scripts/exports/damages/sound-forms';
import { MANY, smallExport, type Small } from '../../../scripts/exports/edit';
import { GENERATIONS } from '../../../scripts/exports/generation';
import { isReadable, movedCounts } from '../../../scripts/exports/moved-counts';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { tokensIn, type TrueMessage } from '../../../scripts/exports/truth';
import { LIMITS, type Limits } from '../../../src/archive/container/limits';
import { openExport } from '../../../src/archive/container/open-export';
import { EVERYTHING } from '../../../src/archive/save/filter';
import type { Extent } from '../../../src/archive/save/message-selection';
import { saveExport } from '../../../src/archive/save/save';
import { brokenChain, claudeFile } from '../../support/claude-shape';
import { aHost } from '../../support/fake-host';
import type { ImportedChat, ImportOutcome } from '../../support/import-outcome';
import { importIntoLibreChat } from '../../support/librechat-import';
import { importIntoOpenWebui } from '../../support/open-webui-import';
import { brokenLinks, notLast, openWebuiFile, twice } from '../../support/open-webui-shape';
import { words } from '../save/conversations';

const FORMS = ['open-webui', 'claude'] as const;
type Form = (typeof FORMS)[number];
const MOST_BYTES = 40_000_000;
const PATH_ONLY: Extent = { drafts: false, all: false };
const english = await words();

/** The files of chats of a save, as text; none where nothing was saved. */
async function savedFiles(
  zip: Uint8Array,
  format: Form,
  extent: Extent = PATH_ONLY,
  limits: Partial<Limits> = {},
): Promise<readonly string[]> {
  const host = aHost('', { files: { '/home/ana/x.zip': zip } });
  const all = { ...LIMITS, ...limits };
  const opening = await openExport('/home/ana/x.zip', host, all);
  if (!opening.ok) return [];
  const wishes = { to: '/home/ana/chats', format, extent, filter: EVERYTHING };
  await saveExport(opening.opened, wishes, host, { words: english, limits: all });
  await opening.opened.close();
  return Object.entries(host.disk())
    .filter(([path]) => /^\/home\/ana\/chats\/(?:open-webui|conversations)[^/]*\.json$/.test(path))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, thing]) => Buffer.from(thing as Uint8Array).toString());
}

const READERS = { 'open-webui': importIntoOpenWebui, claude: importIntoLibreChat };

/** What the assistant has after the import of every file; each must be taken. */
function imported(form: Form, files: readonly string[]): readonly ImportedChat[] {
  return files.flatMap((text) => {
    const outcome: ImportOutcome = READERS[form](text);
    if (!outcome.ok) throw new Error(outcome.why);
    return outcome.chats;
  });
}

/** Everything that is wrong in the form of these files: none when all is well. */
function faultsIn(form: Form, files: readonly string[], extent: Extent = PATH_ONLY): readonly string[] {
  const sizes = files.flatMap((text) => (Buffer.byteLength(text) > MOST_BYTES ? ['a file too large'] : []));
  if (form === 'open-webui') {
    const chats = files.flatMap((text) => openWebuiFile.parse(JSON.parse(text)));
    const links = chats.flatMap(brokenLinks);
    const messages = chats.flatMap(({ chat }) => Object.keys(chat.history.messages));
    // A draft of the first message is a beginning of its own.
    const wrong = extent.drafts ? links.filter((one) => !one.endsWith('messages without a parent')) : links;
    return [
      ...sizes,
      ...wrong,
      ...chats.flatMap(notLast),
      ...twice(messages),
      ...twice(chats.map((chat) => String(chat['id']))),
    ];
  }
  const conversations = files.flatMap((text) => claudeFile.parse(JSON.parse(text)));
  const ids = conversations.flatMap((one) => [one.uuid, ...one.chat_messages.map((message) => message.uuid)]);
  return [...sizes, ...conversations.flatMap(brokenChain), ...twice(ids)];
}

function tokensOf({ truth }: Pick<Small, 'truth'>, isWanted: (message: TrueMessage) => boolean): readonly string[] {
  return truth.flatMap(({ messages }) => messages.filter(isWanted).map(({ token }) => token)).sort();
}

describe.each(GENERATIONS)('an export of generation %s', (generation) => {
  const small = smallExport({ ...MANY, generation });
  const zip = rawZip(small.entries);
  describe.each(FORMS)('saved as %s', (form) => {
    it('is there after the import with every message the person saw, once, in order, in its chat, and no draft', async () => {
      const files = await savedFiles(zip, form);
      expect(faultsIn(form, files)).toEqual([]);
      const chats = imported(form, files);
      const read = chats.map(({ title, shown }) => ({ title, shown: shown.map(({ text }) => text) }));
      const counts = movedCounts(small.truth, read);
      expect(counts.offered).toBe(small.truth.length);
      expect(counts).toEqual({
        offered: counts.offered,
        whole: counts.offered,
        lost: 0,
        disordered: 0,
        doubled: 0,
        retitled: 0,
        messages: counts.messages,
        kept: counts.messages,
        drafts: 0,
        behind: 0,
      });
      const found = read.flatMap(({ shown }) => shown.flatMap(tokensIn)).sort();
      expect(found).toEqual(tokensOf(small, isReadable));
      expect(chats.reduce((sum, { messages, shown }) => sum + messages - shown.length, 0)).toBe(0);
    });
    it('says who wrote what', async () => {
      const chats = imported(form, await savedFiles(zip, form));
      const asked = new Set(await questionsIn(zip));
      const mine = chats.flatMap(({ shown }) => shown.filter((one) => one.mine).flatMap(({ text }) => tokensIn(text)));
      expect(mine.length).toBeGreaterThan(50);
      expect(mine.filter((token) => !asked.has(token))).toEqual([]);
      expect(mine).toHaveLength(asked.size);
    });
  });
  it('has drafts on branches for Open WebUI, and none on the path that the chat opens with', async () => {
    const extent = { drafts: true, all: false };
    const files = await savedFiles(zip, 'open-webui', extent);
    expect(faultsIn('open-webui', files, extent)).toEqual([]);
    const shown = imported('open-webui', files).flatMap((chat) => chat.shown.flatMap(({ text }) => tokensIn(text)));
    expect(shown.sort()).toEqual(tokensOf(small, isReadable));
    const drafts = tokensOf(small, ({ sort, kind }) => sort === 'draft' && kind !== 'empty' && kind !== 'picture');
    expect(drafts.length).toBeGreaterThan(3);
    const all = files.join('\n');
    expect(drafts.filter((token) => all.split(token).length !== 2)).toEqual([]);
  });
  it('has no draft in Claude’s form, whatever is asked: those who read it take the list as the order', async () => {
    const files = await savedFiles(zip, 'claude', { drafts: true, all: false });
    const shown = imported('claude', files).flatMap((chat) => chat.shown.flatMap(({ text }) => tokensIn(text)));
    expect(shown.sort()).toEqual(tokensOf(small, isReadable));
  });
});

/** The tokens of what the person wrote and saw, by the JSON Lines of the same export. */
async function questionsIn(zip: Uint8Array): Promise<readonly string[]> {
  const host = aHost('', { files: { '/home/ana/x.zip': zip } });
  const opening = await openExport('/home/ana/x.zip', host);
  if (!opening.ok) throw new Error(opening.problem);
  const wishes = { to: '/home/ana/lines', format: 'jsonl', extent: PATH_ONLY, filter: EVERYTHING } as const;
  await saveExport(opening.opened, wishes, host, { words: english });
  await opening.opened.close();
  const lines = Buffer.from(host.disk()['/home/ana/lines/conversations.jsonl'] as Uint8Array).toString();
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => (JSON.parse(line) as { messages: readonly { role: string }[] }).messages)
    .filter(({ role }) => role === 'user')
    .flatMap((message) => tokensIn(JSON.stringify(message)));
}

/** What is odd in the conversations themselves; a container that is damaged gives the same or fewer of them. */
const ODD = [...SOUND_FORMS, ...JSON_BROKEN, ...JSON_FORMS, ...ODD_TREES, ...ODD_VALUES, ...ODD_MESSAGES];

describe('an odd export', () => {
  it.each(ODD.map((damage) => [damage.name, damage] as const))('%s', async (_name, damage) => {
    const zip = builtOf(damage).zip();
    for (const form of FORMS) {
      const files = await savedFiles(zip, form, PATH_ONLY, damage.limits);
      expect(faultsIn(form, files), form).toEqual([]);
      // Nothing that is in such a file is refused by the assistant.
      expect(() => imported(form, files), form).not.toThrow();
    }
  });
});
