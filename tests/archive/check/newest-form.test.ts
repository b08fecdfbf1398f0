// The form of September 2026: two spaces, keys in the order of the alphabet, everything past ASCII as escapes. And keys in any order at all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonIn, MANIFEST, MANY, smallExport, textIn } from '../../../scripts/exports/edit';
import { outlineOf } from '../../../src/archive/conversation/read-conversation';
import { outlineFinder } from '../../../src/archive/conversation/outlines';
import { LIMITS } from '../../../src/archive/container/limits';
import { readSideFiles } from '../../../src/archive/conversation/side-files';
import { scanConversation } from '../../../src/archive/conversation/scan-conversation';
import { aChat, aMessage } from '../../support/chats';
import { LINEAR, growthOf } from '../../support/growth';
import { anOpened } from '../../support/opened-export';
import { nodeBytes } from '../../../src/host/node-bytes';

const small = smallExport({ ...MANY, generation: 'g6' });
const lists = small.entries.filter(({ path }) => /^conversations-\d+\.json$/.test(path)).map(({ path }) => path);
type Message = { readonly author: { readonly role: string }; readonly metadata?: object };
type Chat = {
  readonly [key: string]: unknown;
  readonly mapping: { readonly [id: string]: { readonly message: Message | null } };
};
const chats = lists.flatMap((path) => jsonIn(small, path) as readonly Chat[]);

/** Keys in the order that `order` gives, in every object. */
function reordered(value: unknown, order: (keys: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => reordered(one, order));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    order(Object.keys(value)).map((key) => [key, reordered((value as Record<string, unknown>)[key], order)]),
  );
}
const keysIn = (value: unknown): readonly string[] => Object.keys(value as object);

describe('made-up exports of it', () => {
  test.each([...lists, MANIFEST, 'library_files.json', 'conversation_asset_file_names.json'])(
    '%s is indented, in the order of the alphabet, in ASCII',
    (path) => {
      const text = textIn(small, path);
      // oxlint-disable-next-line no-control-regex
      expect(text).toMatch(/^[\x00-\x7f]*$/);
      const value = reordered(JSON.parse(text), (keys) => keys.toSorted());
      expect(text).toBe(
        JSON.stringify(value, undefined, 2).replaceAll(
          /[\u0080-\uffff]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        ),
      );
    },
  );
  test('nodes, messages and conversations have the keys that were seen, and no others', () => {
    const nodes = chats.flatMap(({ mapping }) => Object.values(mapping));
    expect(new Set(nodes.flatMap(keysIn))).toEqual(new Set(['id', 'message', 'parent']));
    const messages = nodes.flatMap(({ message }) => message ?? []);
    expect(new Set(messages.flatMap(keysIn))).toEqual(new Set(['author', 'content', 'create_time', 'id', 'metadata']));
    expect(new Set(messages.flatMap(({ author }) => keysIn(author)))).toEqual(new Set(['name', 'role']));
    expect(
      messages.filter(
        ({ author, metadata }) =>
          author.role === 'assistant' && !('model_slug' in (metadata ?? {}) && 'parent_id' in (metadata ?? {})),
      ),
    ).toEqual([]);
    expect(new Set(chats.flatMap(keysIn))).toEqual(
      new Set(
        'conversation_id conversation_template_id create_time current_node default_model_slug id is_archived is_do_not_remember is_read_only is_starred is_study_mode mapping memory_scope pinned_time plugin_ids title update_time voice'.split(
          ' ',
        ),
      ),
    );
  });
  test('the list of files names each of them, and the library no digest', () => {
    const { export_files, logical_files, ...rest } = jsonIn(small, MANIFEST) as {
      readonly export_files: readonly { readonly path: string }[];
      readonly logical_files: object;
    };
    expect(export_files.map(({ path }) => path).toSorted()).toEqual(small.entries.map(({ path }) => path).toSorted());
    expect(keysIn(logical_files)).toEqual(
      small.entries
        .map(({ path }) => path)
        .filter((path) => path !== MANIFEST)
        .toSorted(),
    );
    expect(rest).toEqual({ manifest_file: MANIFEST, version: 1 });
    const library = jsonIn(small, 'library_files.json') as readonly {
      readonly sha256_digest: unknown;
      readonly client_sha256_digest: unknown;
      readonly file_size_bytes: unknown;
    }[];
    expect(library.length).toBeGreaterThan(1);
    expect(
      library.every(
        (one) =>
          one.sha256_digest === null && one.client_sha256_digest === null && typeof one.file_size_bytes === 'number',
      ),
    ).toBe(true);
  });
});

test('the list of as many files as are read fits into what is read of one list', async () => {
  const paths = Array.from({ length: LIMITS.files }, (_none, at) => `file_${at.toString(16).padStart(32, '0')}.dat`);
  const manifest = {
    export_files: paths.map((path) => ({ path, size_bytes: 12_345_678 })),
    logical_files: Object.fromEntries(paths.map((path) => [path, { files: [path], sharded: false }])),
    manifest_file: MANIFEST,
    version: 1,
  };
  const side = await readSideFiles(
    anOpened({ [MANIFEST]: Buffer.from(JSON.stringify(manifest, undefined, 2)) }, { chunk: 256 * 1024 }),
  );
  expect([side.doubts, side.faults, side.manifest?.files.size, side.manifest?.isCut]).toEqual([
    [],
    [],
    LIMITS.files,
    false,
  ]);
});

test('keys in any order are read alike, at once and in pieces', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...chats.slice(0, 20)),
      fc.infiniteStream(fc.nat()),
      fc.integer({ min: 1, max: 5000 }),
      (chat, numbers, size) => {
        const shuffled = (keys: readonly string[]): readonly string[] =>
          keys
            .map((key) => [numbers.next().value ?? 0, key] as const)
            .toSorted(([one], [other]) => one - other)
            .map(([, key]) => key);
        // Without a current node the order of the mapping decides between leaves of one time.
        const value = reordered({ ...chat, current_node: chat['current_node'] ?? keysIn(chat.mapping)[0] }, shuffled);
        const { assets, unknownTypes, remembered, ...wanted } = outlineOf({
          ...chat,
          current_node: chat['current_node'] ?? keysIn(chat.mapping)[0],
        });
        const bytes = Buffer.from(JSON.stringify([value], undefined, 2));
        const finder = outlineFinder(1_000_000, nodeBytes);
        const found = Array.from({ length: Math.ceil(bytes.length / size) }, (_none, at) =>
          finder.push(bytes.subarray(at * size, (at + 1) * size)),
        ).flat();
        expect(found).toMatchObject([{ kind: 'outline', outline: wanted }]);
        const outline = found[0]?.kind === 'outline' ? found[0].outline : undefined;
        expect([outline?.assets.toSorted(), outline?.unknownTypes.toSorted(), outline?.remembered.length]).toEqual([
          assets.toSorted(),
          unknownTypes.toSorted(),
          remembered.length,
        ]);
        expect(finder.end()).toBe('whole');
      },
    ),
    { numRuns: 60 },
  );
});

describe('escapes', () => {
  const escaped = (value: unknown, indent?: number): Buffer =>
    Buffer.from(
      JSON.stringify(value, undefined, indent).replaceAll(
        /[\u0080-\uffff]/g,
        (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    );
  test.each([
    '\u0928\u092e\u0938\u094d\u0924\u0947',
    '\u{1f600}\u{1f469}\u200d\u{1f4bb}',
    '\ud83d',
    '\ude00\ud83d',
    '\u00e9\u{10ffff}\u0000',
  ])('of %j, in titles, ids and notes, are read as the letters are', (text) => {
    const chat = {
      ...aChat(
        [
          [`n${text}`, null, aMessage(text)],
          ['b', `n${text}`, aMessage(text, { role: 'assistant', recipient: 'bio' })],
        ],
        { current_node: 'b' },
      ),
      title: text,
      conversation_id: text,
    };
    const outline = scanConversation(escaped(chat, 2), nodeBytes);
    expect(outline).toEqual(outlineOf(chat));
    expect(outline).toMatchObject({
      id: text,
      title: text,
      messages: { shown: 1, behind: 1 },
      remembered: [{ kind: 'note', text }],
    });
  });
  test('make a text six times as long, and are read in time that grows with it', () => {
    const words = (count: number): Uint8Array =>
      escaped(aChat([['a', null, aMessage('\u0928\u092e\u0938\u094d\u0924\u0947 '.repeat(count))]]), 2);
    expect(words(600_000).length).toBeGreaterThan(20_000_000);
    const growth = growthOf(75_000, words, (bytes) =>
      expect(scanConversation(bytes, nodeBytes)?.messages.shown).toBe(1),
    );
    expect(growth).toBeLessThan(LINEAR);
  });
});
