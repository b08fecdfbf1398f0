// Conversations without the export around them: one file, or its numbered parts, whatever they are called by now.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { memoryDisk } from '../../../scripts/exports/memory-disk';
import { rawZip } from '../../../scripts/exports/raw-zip';
import { checkExport } from '../../../src/archive/check/check-export';
import type { Findings } from '../../../src/archive/check/findings';
import { verdictOf } from '../../../src/archive/check/findings';
import { openExport } from '../../../src/archive/container/open-export';
import { aTalk } from '../../support/chats';

const chat = (id: string): object => aTalk(['q', 'a'], { conversation_id: id });
const ONE = JSON.stringify([chat('c-1')]);
const TWO = JSON.stringify([chat('c-2'), chat('c-3')]);

async function checked(
  path: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ readonly problem: string } | Findings> {
  const opening = await openExport(
    path,
    memoryDisk(Object.fromEntries(Object.entries(files).map(([name, body]) => [name, Buffer.from(body as string)]))),
  );
  if (!opening.ok) return { problem: opening.problem };
  const { findings } = await checkExport(opening.opened);
  await opening.opened.close();
  return findings;
}
const summed = (found: { readonly problem: string } | Findings): unknown =>
  'problem' in found
    ? found.problem
    : [verdictOf(found), found.conversations, ...[...found.faults, ...found.doubts].map(({ kind }) => kind)];
const ALONE = ['conversations-alone', 'no-manifest'];

test.each([
  'conversations.json',
  'conversations (1).json',
  'conversations(2).json',
  'conversations 2.json',
  'CONVERSATIONS.JSON',
  'Conversations-000.json',
  'conversations-000 (1).json',
  'my chats.json',
  'export',
])('%s is one', async (name) => {
  const found = await checked(`/d/${name}`, { [`/d/${name}`]: ONE });
  expect(summed(found)).toEqual(['cannot-tell', 1, ...ALONE]);
  expect(found).toMatchObject({
    kind: 'file',
    bytes: ONE.length,
    sha256: createHash('sha256').update(ONE).digest('hex'),
    hasManifest: false,
    made: undefined,
    files: { all: 1, right: 1 },
    messages: { shown: 2 },
  });
});

test.each<[string, string | Uint8Array]>([
  ['with a byte order mark', `\ufeff${ONE}`],
  ['with blanks before it', `\n  ${ONE}\n`],
  ['in an object', `{"conversations": ${ONE}}`],
  ['in an object, with a byte order mark and more before', `\ufeff{"version": 1, "conversations": ${ONE}}`],
  [
    'on many lines, keys in the order of the alphabet',
    JSON.stringify(
      [Object.fromEntries(Object.entries(chat('c-1')).sort(([one], [other]) => (one < other ? -1 : 1)))],
      undefined,
      2,
    ),
  ],
  ['behind a title of 100,000 letters', JSON.stringify([{ title: 'x'.repeat(100_000), ...chat('c-1') }])],
])('%s', async (_how, text) => {
  for (const name of ['conversations.json', 'other.json'])
    expect(summed(await checked(`/d/${name}`, { [`/d/${name}`]: text }))).toEqual(['cannot-tell', 1, ...ALONE]);
});

describe('numbered parts', () => {
  const parts = {
    '/d/conversations-000.json': ONE,
    '/d/Conversations-001 (1).json': TWO,
    '/d/user.json': '{}',
    '/d/conversations.json': '[]',
    '/d/shared_conversations.json': '[]',
  };
  test('that lie beside the one that is named are read with it', async () => {
    for (const name of ['conversations-000.json', 'Conversations-001 (1).json']) {
      const found = await checked(`/d/${name}`, parts);
      expect(summed(found)).toEqual(['cannot-tell', 3, ...ALONE]);
      expect(found).toMatchObject({
        kind: 'file',
        layout: 'shards',
        bytes: ONE.length + TWO.length,
        sha256: undefined,
        shards: { present: 2 },
      });
    }
  });
  test('of which one is missing in between are damaged', async () =>
    expect(
      summed(
        await checked('/d/conversations-000.json', {
          '/d/conversations-000.json': ONE,
          '/d/conversations-002.json': TWO,
        }),
      ),
    ).toEqual(['damaged', 3, 'gap', ...ALONE]));
  test('alone in a folder are an export, and a ZIP of them too', async () => {
    const { '/d/conversations-000.json': first, '/d/Conversations-001 (1).json': second } = parts;
    expect(
      summed(await checked('/d', { '/d/conversations-000.json': first, '/d/conversations-001.json': second })),
    ).toEqual(['cannot-tell', 3, ...ALONE]);
    expect(
      summed(
        await checked('/e.zip', { '/e.zip': rawZip([{ path: 'conversations (1).json', bytes: Buffer.from(first) }]) }),
      ),
    ).toEqual(['cannot-tell', 1, ...ALONE]);
  });
  test('a file without a number takes none along', async () =>
    expect(summed(await checked('/d/conversations.json', { ...parts, '/d/conversations.json': ONE }))).toEqual([
      'cannot-tell',
      1,
      ...ALONE,
    ]));
});

describe('JSON that is no export', () => {
  test.each([
    '{}',
    '[1, 2]',
    '{"name": "quitgpt"}',
    '[{"a": 1}]',
    'null'.replace('null', '[null]'),
    '[{"id": "s", "conversation_id": "c", "title": "t", "is_anonymous": true}]',
    '[{"text": "\\"mapping\\": {}"}]',
    '[not json',
  ])('%s is refused', async (text) =>
    expect(summed(await checked('/d/x.json', { '/d/x.json': text }))).toBe('no-export'),
  );
  test.each(['{}', '[1, 2]', '{"conversations": 5}', '[{"a": 1}]'])(
    '%s is refused under the name of one',
    async (text) =>
      expect(summed(await checked('/d/conversations.json', { '/d/conversations.json': text }))).toBe('no-export'),
  );
  test('what is no JSON is no ZIP either', async () =>
    expect(summed(await checked('/d/x.json', { '/d/x.json': 'hello' }))).toBe('not-zip'));
});

describe('damage', () => {
  test.each<[string, string | Uint8Array, readonly unknown[]]>([
    ['cut off', TWO.slice(0, -40), ['damaged', 1, 'json-cut', ...ALONE]],
    ['cut off in its first words', '[{"ti', ['damaged', 0, 'json-cut', 'no-manifest', 'no-conversations']],
    [
      'a page instead',
      '<!doctype html><title>Sign in</title>',
      ['damaged', 0, 'json-broken', 'no-manifest', 'no-conversations'],
    ],
    [
      'zero bytes, as a full disk leaves them',
      Buffer.alloc(400),
      ['damaged', 0, 'json-broken', 'no-manifest', 'no-conversations'],
    ],
    ['an empty list', '[]', ['cannot-tell', 0, 'no-manifest', 'no-conversations']],
  ])('%s is said', async (_how, text, wanted) => {
    const [verdict, conversations, ...kinds] = summed(
      await checked('/d/conversations.json', { '/d/conversations.json': text }),
    ) as unknown[];
    expect([verdict, conversations, ...kinds].sort()).toEqual([...new Set([...wanted, 'conversations-alone'])].sort());
  });
  test('one that was cut anywhere is never taken for something else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: TWO.length - 1 }), async (at) => {
        const found = await checked('/d/conversations.json', { '/d/conversations.json': TWO.slice(0, at) });
        expect((summed(found) as unknown[])[0]).toBe('damaged');
      }),
      { numRuns: 200 },
    );
  });
});
