// The engine on a few pictures whose truth is known: plans seen, nothing private left bare.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NAME } from '../../../scripts/corpus/corpus-pages';
import type { CorpusEntry } from '../../../scripts/corpus/make-corpus';
import { pngPixels } from '../../../scripts/corpus/png-pixels';
import { readingFiles } from '../../../scripts/shipped-files.mjs';
import { readingWords } from '../../../src/content/compiled/reading-words';
import { readPicture } from '../../../src/proof/reading/read-picture';

const FOLDER = 'tests/corpus';
const ENTRIES = JSON.parse(readFileSync(join(FOLDER, 'corpus.json'), 'utf8')) as readonly CorpusEntry[];
const shipped = readingFiles();
const host = { shipped: async (name: string): Promise<Uint8Array> => Buffer.from(shipped[name as keyof typeof shipped]) };

test.each(ENTRIES)('$file', async (entry) => {
  const { judgement, parts } = await readPicture(pngPixels(readFileSync(join(FOLDER, entry.file))), readingWords, { host, today: '2026-11-22', name: NAME });
  const wanted = entry.kind.endsWith('-active') ? 'active' : entry.kind.endsWith('-ended') ? 'ending' : entry.kind === 'web-deleted' ? 'deleted' : 'unsaid';
  expect(judgement.plan).toBe(wanted);
  for (const { kind, left, top, right, bottom } of entry.boxes) expect(parts.some(({ box }) => box.left <= left + 1 && box.right >= right - 1 && box.top <= top && box.bottom >= bottom), kind).toBe(true);
});

test('a picture of nothing is read as nothing', async () => {
  const white = { width: 64, height: 64, data: new Uint8Array(64 * 64 * 4).fill(255) };
  expect(await readPicture(white, readingWords, { host, today: '2026-11-22' })).toEqual({ lines: [], judgement: { looks: 'none', plan: 'unsaid' }, parts: [] });
});

test('pictures of one pixel, one row and one column are read without an error', async () => {
  for (const [width, height] of [[1, 1], [300, 1], [1, 300], [3, 3]] as const) expect((await readPicture({ width, height, data: new Uint8Array(width * height * 4) }, readingWords, { host, today: '2026-11-22' })).parts).toEqual([]);
});

test('the committed corpus stays below a megabyte', () => {
  expect(readdirSync(FOLDER).reduce((sum, name) => sum + statSync(join(FOLDER, name)).size, 0)).toBeLessThan(1_000_000);
});
