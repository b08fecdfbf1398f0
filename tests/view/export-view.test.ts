// What is said about a data export: the verdict first, in every language; titles only where they are wanted.
import { describe, expect, test } from 'vitest';
import type { Doubt, Fault } from '../../src/archive/container/faults';
import { verdictOf, type Findings } from '../../src/archive/check/findings';
import { LANGUAGES } from '../../src/content/compiled/about';
import { plainStyle } from '../../src/render/style';
import { renderText } from '../../src/render/text';
import { exportDocument } from '../../src/view/export-view';
import { aTranslator, TODAY } from '../support/builders';

const MAY_2023 = Date.UTC(2023, 4, 12) / 1000;
const NOVEMBER_2026 = Date.UTC(2026, 10, 20) / 1000;

const found = (changes: Partial<Findings> = {}): Findings => ({
  kind: 'zip',
  bytes: 289_406_976,
  sha256: 'ab'.repeat(32),
  layout: 'shards',
  hasManifest: true,
  conversations: 1204,
  copies: 0,
  messages: { shown: 30_412, behind: 8113, drafts: 0 },
  first: MAY_2023,
  last: NOVEMBER_2026,
  shards: { listed: 13, present: 13 },
  files: { all: 3260, right: 3260, listed: 3260, sizesRight: 3260 },
  page: undefined,
  unparsed: 0,
  paths: { guessed: 0, broken: 0, circles: 0 },
  assets: { shipped: 1656, referred: 2068, notShipped: 412 },
  library: { digest: 900, size: 400, neither: 356 },
  images: 300,
  voice: 0,
  instructions: 1,
  memory: 0,
  remembered: { instructions: { chats: 1, texts: 1 }, memory: { chats: 0, texts: 0 }, notes: { chats: 0, texts: 0 } },
  sharedLinks: 2,
  unknownTypes: {},
  made: NOVEMBER_2026,
  faults: [],
  doubts: [],
  ...changes,
});
const titles = { oldest: { title: 'Recipe for bread', on: MAY_2023 }, newest: { title: undefined, on: NOVEMBER_2026 } };

async function said(findings: Findings, { lang = 'en', withTitles = true, columns = 80 } = {}): Promise<string> {
  const document = exportDocument(await aTranslator(lang), {
    file: '~/Downloads/x.zip',
    verdict: verdictOf(findings),
    findings,
    titles: withTitles ? titles : undefined,
    today: TODAY,
  });
  return renderText(document, { columns, style: plainStyle, plain: false, quotes: ['“', '”'] });
}

/** Without line breaks and the spaces that stand for layout. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('the verdict', () => {
  test('stands in the first line, in words', async () => {
    expect((await said(found())).trim().split('\n')[0]).toBe('Whole');
    expect(
      (await said(found({ faults: [{ kind: 'crc', file: 'conversations-003.json' }] }))).trim().split('\n')[0],
    ).toBe('Damaged: do not delete');
    expect((await said(found({ hasManifest: false, doubts: [{ kind: 'no-manifest' }] }))).trim().split('\n')[0]).toBe(
      'Cannot tell',
    );
  });
  test('damage outweighs doubt, and nothing is whole without conversations or a manifest', () => {
    expect(verdictOf(found({ faults: [{ kind: 'zip-cut' }], doubts: [{ kind: 'no-manifest' }] }))).toBe('damaged');
    expect(verdictOf(found({ conversations: 0 }))).toBe('cannot-tell');
    expect(verdictOf(found({ hasManifest: false }))).toBe('cannot-tell');
    expect(verdictOf(found())).toBe('whole');
  });
  test('of a folder does not speak of checksums that were compared', async () => {
    const text = flat(await said(found({ kind: 'folder', sha256: undefined })));
    expect(text).toMatch(/right size\. A folder has no checksums/);
    expect(text).not.toContain('every file agrees with its checksum');
  });
});

describe('the numbers', () => {
  test('say what is in it and what is not', async () => {
    const text = flat(
      await said(found({ copies: 2, unparsed: 3, messages: { shown: 30_412, behind: 8113, drafts: 512 } })),
    );
    for (const part of [
      '1,204, from 12 May 2023 to 20 November 2026',
      '2 more are copies',
      '30,412 that you saw',
      '512 in versions you left',
      '13 there, 13 listed',
      '3,260 of 3,260 files',
      '1,656 in the export',
      '300 images shown',
      '412 more are named',
      'copy it by hand',
      '2 found',
      '3 conversations',
      '276 MB',
      '(2 days ago)',
    ])
      expect(text).toContain(part);
  });
  test('name no more than five files of a kind, and say how many more', async () => {
    const faults = Array.from({ length: 8 }, (_, index): Fault => ({
      kind: 'missing',
      file: `conversations-00${index}.json`,
      shard: true,
    }));
    const text = flat(await said(found({ faults })));
    expect(text).toContain('conversations-004.json');
    expect(text).not.toContain('conversations-005.json');
    expect(text).toContain('and 3 more');
  });
  test('a type nobody knows is named with how often it comes', async () =>
    expect(flat(await said(found({ unknownTypes: { hologram: 3 } })))).toContain('hologram (3)'));
});

describe('the titles', () => {
  test('are asked about, with the day of each', async () => {
    const text = flat(await said(found()));
    expect(text).toContain('12 May 2023: “Recipe for bread”');
    expect(text).toContain('20 November 2026: no title');
    expect(text).toContain('Are they these two?');
  });
  test('are nowhere when they are not wanted, not even in the JSON', async () => {
    const document = exportDocument(await aTranslator(), {
      file: 'x.zip',
      verdict: 'whole',
      findings: found(),
      titles: undefined,
      today: TODAY,
    });
    expect(JSON.stringify(document)).not.toContain('Recipe');
    expect(flat(await said(found(), { withTitles: false }))).toContain('--titles');
  });
  test('are not asked about where there is no conversation', async () =>
    expect(await said(found({ conversations: 0, doubts: [{ kind: 'no-conversations' }] }))).not.toContain('these two'));
});

const FAULTS: readonly Fault[] = [
  { kind: 'zip-cut' },
  { kind: 'zip-broken', detail: 'x' },
  { kind: 'overlap', file: 'a' },
  { kind: 'crc', file: 'a' },
  { kind: 'size', file: 'a', stated: 1, found: 2 },
  { kind: 'not-inflated', file: 'a', found: 2 },
  { kind: 'unreadable', file: 'a' },
  { kind: 'missing', file: 'a', shard: true },
  { kind: 'missing', file: 'a', shard: false },
  { kind: 'gap', file: 'a' },
  { kind: 'manifest-size', file: 'a', stated: 1, found: 2 },
  { kind: 'manifest-unreadable', file: 'a' },
  { kind: 'digest', file: 'a' },
  { kind: 'library-size', file: 'a', stated: 1, found: 2 },
  { kind: 'only-in-page', file: 'chat.html', count: 2 },
  { kind: 'not-in-page', file: 'chat.html', count: 2 },
  { kind: 'page-differs', file: 'chat.html', count: 2 },
  { kind: 'json-cut', file: 'a' },
  { kind: 'json-broken', file: 'a' },
  { kind: 'unparsed', file: 'a', count: 2 },
];
const LIMITED = ['files', 'conversation', 'sideFile', 'file', 'all', 'depth', 'name'] as const;
const DOUBTS: readonly Doubt[] = [
  { kind: 'no-manifest' },
  { kind: 'manifest-silent' },
  { kind: 'no-conversations' },
  { kind: 'conversations-alone' },
  { kind: 'unlisted', file: 'a' },
  { kind: 'twice', file: 'a' },
  { kind: 'locked', file: 'a' },
  { kind: 'packed-twice', file: 'a' },
  { kind: 'strange', file: 'a' },
  ...LIMITED.map((limit): Doubt => ({ kind: 'limit', limit, file: limit === 'all' ? undefined : 'a' })),
];

describe.each(LANGUAGES)('in %s', (lang) => {
  test('every fault and every doubt has a sentence of its own', async () => {
    const { say, ui } = await aTranslator(lang);
    const sentences = await Promise.all([
      ...FAULTS.map((fault) => said(found({ faults: [fault] }), { lang })),
      ...DOUBTS.map((doubt) => said(found({ doubts: [doubt] }), { lang })),
    ]);
    const heading = `${say(ui.export_check.reasons)}\n`;
    const reasons = sentences.map((text) => text.split(heading)[1]?.split('\n\n')[0]);
    expect(reasons).not.toContain(undefined);
    expect(new Set(reasons).size).toBe(reasons.length);
  });
  test.each([30, 40, 80])('fits %i columns', async (columns) => {
    const text = await said(found({ faults: FAULTS, doubts: DOUBTS, sha256: undefined }), { lang, columns });
    expect(text.split('\n').filter((line) => line.length > columns)).toEqual([]);
  });
});
