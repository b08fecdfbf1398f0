// Made-up exports of every generation against the truth they were made from: nothing is miscounted, lost, doubled or mixed in.
import { describe, expect, test } from 'vitest';
import { GENERATIONS } from '../../../scripts/exports/generation';
import type { Generation } from '../../../scripts/exports/generation';
import { smallExport } from '../../../scripts/exports/edit';
import type { Small } from '../../../scripts/exports/edit';
import { memoryDisk } from '../../../scripts/exports/memory-disk';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { countsOf, numbersOf, tokensIn } from '../../../scripts/exports/truth';
import type { TrueMessage } from '../../../scripts/exports/truth';
import { checkExport } from '../../../src/archive/check/check-export';
import { openExport } from '../../../src/archive/container/open-export';
import { main } from '../../../src/main';
import { aHost, HOME } from '../../support/fake-host';

const CASES = GENERATIONS.flatMap((generation) => [1, 2, 3].map((seed) => ({ generation, seed })));
const exportOf = ({ generation, seed }: { readonly generation: Generation; readonly seed: number }): Small =>
  smallExport({
    generation,
    seed,
    conversations: 60,
    perShard: 25,
    chatHtml: 'full',
    ...(seed === 3 ? { escapes: false } : {}),
  });

describe('checking', () => {
  test.each(CASES)('counts an export of $generation as it was made (seed $seed)', async (made) => {
    const { entries, truth } = exportOf(made);
    const opening = await openExport('/e.zip', memoryDisk({ '/e.zip': rawZip(entries) }));
    if (!opening.ok) throw new Error(opening.problem);
    const { findings } = await checkExport(opening.opened, {});
    await opening.opened.close();
    const { conversations, shown, behind, drafts } = countsOf(truth);
    const assets = truth.flatMap((one) => one.assets);
    const shipped = assets.filter(({ isShipped }) => isShipped).length;
    const sum = (of: (one: Small['truth'][number]) => number): number =>
      truth.reduce((total, one) => total + of(one), 0);
    expect(findings).toMatchObject({
      conversations,
      copies: 0,
      messages: { shown, behind, drafts },
      unparsed: 0,
      images: sum(({ images }) => images),
      voice: sum(({ voice }) => voice),
      instructions: sum(({ hasInstructions }) => Number(hasInstructions)),
      memory: sum(({ hasMemory, notes }) => Number(hasMemory || notes > 0)),
      remembered: {
        memory: { chats: sum(({ hasMemory }) => Number(hasMemory)) },
        notes: { chats: sum(({ notes }) => Number(notes > 0)), texts: sum(({ notes }) => notes) },
      },
      sharedLinks: sum(({ isShared }) => Number(isShared)),
      unknownTypes: truth.some(({ unknownTypes }) => unknownTypes.length > 0)
        ? { hologram: sum(({ unknownTypes }) => unknownTypes.length) }
        : {},
      paths: { guessed: sum(({ isGuessed }) => Number(isGuessed)), broken: 0, circles: 0 },
      assets: { shipped, referred: assets.length, notShipped: assets.length - shipped },
      first: Math.min(...truth.map(({ created }) => created)),
      faults: [],
    });
    expect(findings.last).toBe(Math.max(...truth.map(({ created, updated }) => Math.max(created, updated))));
  });
});

/** What a save wrote, by path inside its folder. */
async function savedOf({ entries }: Small, flags = ''): Promise<ReadonlyMap<string, string>> {
  const host = aHost(`export save ~/e.zip --to ~/out --quiet ${flags}`, { files: { '~/e.zip': rawZip(entries) } });
  const code = await main(host);
  expect(code, host.printed().stderr).toBe(0);
  const files = Object.entries(host.disk()).filter(([path]) => path.startsWith(`${HOME}/out/`));
  return new Map(
    files.map(([path, thing]) => [
      path.slice(HOME.length + 5),
      typeof thing === 'string' ? thing : thing instanceof Uint8Array ? Buffer.from(thing).toString() : '',
    ]),
  );
}

/** The prompt of a picture is no text of the chat. */
const hasText = ({ kind }: TrueMessage): boolean => kind !== 'picture' && kind !== 'empty';
/** Canvas documents are files beside the chat. */
const inOwnFile = (one: TrueMessage): boolean => hasText(one) && one.kind !== 'canvas';

describe('saving', () => {
  test.each(CASES.filter(({ seed }) => seed !== 2))(
    'keeps what was seen in an export of $generation, each word once, in order, in a file of its own (seed $seed)',
    async (made) => {
      const small = exportOf(made);
      const files = await savedOf(small);
      const pages = [...files].filter(([path]) => path.endsWith('.md') && path !== 'README.md');
      const wrong: string[] = [];
      for (const { index, id, messages } of small.truth) {
        const own = pages.filter(
          ([, text]) => tokensIn(text).some((token) => numbersOf(token)[0] === index) && text.includes(id),
        );
        const wanted = messages.filter((one) => one.sort === 'shown' && inOwnFile(one)).map(({ token }) => token);
        if (own.length !== 1 && wanted.length > 0) wrong.push(`${id}: ${own.length} files`);
        const [, text = ''] = own[0] ?? [];
        const found = tokensIn(text).filter((token) => wanted.includes(token));
        if (found.join() !== wanted.join())
          wrong.push(`${own[0]?.[0] ?? id}: instead of ${wanted.join()} there is ${found.join()}`);
        const strangers = tokensIn(text).filter(
          (token) => !messages.some((one) => one.token === token && (one.sort === 'shown' || one.kind === 'canvas')),
        );
        if (strangers.length > 0) wrong.push(`${own[0]?.[0] ?? id}: ${strangers.join()} mixed in`);
      }
      expect(wrong).toEqual([]);
    },
  );

  test.each([
    ['', [] as readonly string[]],
    ['--drafts', ['draft']],
    ['--drafts --all', ['draft', 'aside', 'behind']],
    ['--format jsonl', []],
    ['--format html', []],
    ['--format html --drafts', ['draft']],
  ])('loses nothing and mixes nothing in with "%s"', async (flags, more) => {
    const small = exportOf({ generation: 'g4', seed: 2 });
    const found = new Set(tokensIn([...(await savedOf(small, flags)).values()].join('\n')));
    const all = small.truth.flatMap(({ messages }) => messages);
    const lost = all.filter(
      (one) =>
        hasText(one) &&
        (one.sort === 'shown' || one.kind === 'canvas' || more.includes(one.sort)) &&
        !found.has(one.token),
    );
    expect(lost).toEqual([]);
    // Custom instructions, memory and canvas documents are kept beside the chats, whoever wrote them.
    const mixed = all.filter(
      (one) =>
        one.sort !== 'shown' &&
        !more.includes(one.sort) &&
        !['context', 'canvas'].includes(one.kind) &&
        found.has(one.token),
    );
    expect(mixed).toEqual([]);
  });
});
