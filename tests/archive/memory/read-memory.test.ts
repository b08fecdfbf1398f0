// Reading the memory alone: the same that a save keeps and a check counts, in exports of every form, sound, odd and damaged.
import { describe, expect, test } from 'vitest';
import { builtOf, DAMAGES } from '../../../scripts/exports/damages';
import { smallExport } from '../../../scripts/exports/edit';
import { GENERATIONS } from '../../../scripts/exports/generation';
import { memoryDisk } from '../../../scripts/exports/memory-disk';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { tokensIn } from '../../../scripts/exports/truth';
import { LIMITS } from '../../../src/archive/container/limits';
import type { Doubt, Fault } from '../../../src/archive/container/faults';
import { openExport } from '../../../src/archive/container/open-export';
import type { OpenedExport } from '../../../src/archive/container/export';
import { readConversation } from '../../../src/archive/conversation/read-conversation';
import { memoryEntries } from '../../../src/archive/memory/memory-entries';
import { readMemory } from '../../../src/archive/memory/read-memory';
import { eachConversation, parsedConversation } from '../../../src/archive/save/each-conversation';
import { personalNotes } from '../../../src/archive/save/personal-notes';
import type { PersonalNotes } from '../../../src/archive/save/personal-notes';
import { main } from '../../../src/main';
import { aHost, HOME } from '../../support/fake-host';

async function withOpened<T>(zip: Uint8Array, use: (opened: OpenedExport) => Promise<T>): Promise<T | undefined> {
  const opening = await openExport('/e.zip', memoryDisk({ '/e.zip': zip }));
  if (!opening.ok) return undefined;
  try {
    return await use(opening.opened);
  } finally {
    await opening.opened.close();
  }
}
const heldBy = (notes: PersonalNotes): unknown => ({
  instructions: notes.instructions(),
  memory: notes.memory(),
  writes: notes.memoryWrites(),
  counts: notes.counts(),
});
/** As a save reads them: each conversation parsed and read as a whole. */
async function asSaved(
  opened: OpenedExport,
): Promise<{ readonly held: unknown; readonly wrong: readonly (Fault | Doubt)[] }> {
  const notes = personalNotes();
  const wrong: (Fault | Doubt)[] = [];
  const whole = (bytes: Uint8Array, position: number) => {
    const value = parsedConversation(bytes);
    return value === undefined ? undefined : readConversation(value, position);
  };
  const listening = {
    limits: LIMITS,
    onChunk: () => {},
    report: (one: Fault | Doubt) => void wrong.push(one),
    isStopped: () => false,
  };
  for await (const conversation of eachConversation(opened, { whole }, listening)) notes.look(conversation);
  return { held: heldBy(notes), wrong };
}

describe('holds what a save holds', () => {
  test.each(GENERATIONS.flatMap((generation) => [1, 2].map((seed) => ({ generation, seed }))))(
    'in an export of $generation (seed $seed), and every word of its side pages once',
    async ({ generation, seed }) => {
      const { entries: files, truth } = smallExport({ generation, seed, conversations: 60, perShard: 25 });
      const zip = rawZip(files);
      const read = await withOpened(zip, (opened) => readMemory(opened, {}));
      const saved = await withOpened(zip, asSaved);
      if (read === undefined) throw new Error('not opened');
      expect(heldBy(read.notes)).toEqual(saved?.held);
      expect(read).toMatchObject({ conversations: truth.length, faults: [], finished: true });

      const host = aHost('export save ~/e.zip --to ~/out --quiet', { files: { '~/e.zip': zip } });
      expect(await main(host)).toBe(0);
      const page = (name: string): string => String(host.disk()[`${HOME}/out/${name}.md`] ?? '');
      const wanted = tokensIn(page('custom-instructions') + page('memory'));
      const given = memoryEntries(read.notes, { all: true }).entries.flatMap(({ text }) => tokensIn(text));
      expect(wanted.length).toBeGreaterThan(5);
      expect(given.toSorted()).toEqual([...new Set(wanted)].sort());
      expect(given).toHaveLength(
        truth.reduce((sum, one) => sum + Number(one.hasInstructions) + Number(one.hasMemory) + one.notes, 0),
      );
    },
  );

  test('in every damaged and odd export, with the faults that cost conversations', async () => {
    let opened = 0;
    for (const damage of DAMAGES) {
      const zip = builtOf(damage).zip();
      const read = await withOpened(zip, (one) => readMemory(one, {}));
      const saved = await withOpened(zip, asSaved);
      expect(read === undefined, damage.name).toBe(saved === undefined);
      if (read === undefined || saved === undefined) continue;
      opened += 1;
      expect(heldBy(read.notes), damage.name).toEqual(saved.held);
      for (const fault of saved.wrong) expect([...read.faults, ...read.doubts], damage.name).toContainEqual(fault);
    }
    expect(opened).toBeGreaterThan(60);
  });
});

describe('what is said of an export', () => {
  test('a lost file of conversations is a fault, a lost picture is none', async () => {
    const small = smallExport({ generation: 'g4' });
    const read = (lost: RegExp) =>
      withOpened(rawZip(small.entries.filter(({ path }) => !lost.test(path))), (opened) => readMemory(opened, {}));
    expect((await read(/^conversations-001/))?.faults).toMatchObject([{ kind: 'missing', shard: true }]);
    expect((await read(/\.dat$/))?.faults).toEqual([]);
    expect(small.entries.some(({ path }) => path.endsWith('.dat'))).toBe(true);
  });
  test('a manifest that cannot be read is one', async () => {
    const { entries } = smallExport({ generation: 'g4' });
    const broken = entries.map((one) =>
      one.path === 'export_manifest.json' ? { ...one, bytes: Buffer.from('{"') } : one,
    );
    const read = await withOpened(rawZip(broken), (opened) => readMemory(opened, {}));
    expect(read?.faults).toEqual([{ kind: 'manifest-unreadable', file: 'export_manifest.json' }]);
  });
  test('a gap in the numbers is one where no manifest is there', async () => {
    const small = smallExport({ generation: 'g2', conversations: 30, perShard: 10 });
    const zip = rawZip(small.entries.filter(({ path }) => !path.startsWith('conversations-001')));
    expect((await withOpened(zip, (opened) => readMemory(opened, {})))?.faults.map(({ kind }) => kind)).toEqual([
      'gap',
    ]);
  });
  test('the files that are read are the conversations and the manifest', async () => {
    const small = smallExport({ generation: 'g4', chatHtml: 'full' });
    const seen: string[] = [];
    await withOpened(rawZip(small.entries), (opened) =>
      readMemory(
        {
          ...opened,
          whole: (file) => (seen.push(file.path), opened.whole(file)),
          chunks: (file) => (seen.push(file.path), opened.chunks(file)),
        },
        {},
      ),
    );
    expect([...new Set(seen)].filter((path) => !/^conversations-\d+\.json$|export_manifest\.json$/.test(path))).toEqual(
      [],
    );
  });
  test('it stops between conversations', async () => {
    const small = smallExport();
    let asked = 0;
    const read = await withOpened(rawZip(small.entries), (opened) =>
      readMemory(opened, { isStopped: () => (asked += 1) > 3 }),
    );
    expect(read).toMatchObject({ finished: false });
    expect(read?.conversations).toBeLessThan(small.truth.length);
  });
  test('bytes that are no UTF-8 lose one letter and no note', async () => {
    const chat = (bytes: string): Buffer =>
      Buffer.from(
        `[{"id":"a","mapping":{"n":{"id":"n","parent":null,"message":{"author":{"role":"assistant"},"recipient":"bio","content":{"content_type":"text","parts":["Likes ${bytes} tea."]}}}},"title":"x"}]`,
        'latin1',
      );
    const read = await withOpened(rawZip([{ path: 'conversations.json', bytes: chat('\xe9') }]), (opened) =>
      readMemory(opened, {}),
    );
    expect(read?.notes.memoryWrites().map(({ text }) => text)).toEqual(['Likes \uFFFD tea.']);
  });
});
