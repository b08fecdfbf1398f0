// The forms that exports have had over the years, with and without a manifest and `chat.html`.
import type { Damage } from '../damage';
import { chatOf, jsonIn, relisted, shardPath, withJson } from '../edit';

export const SOUND_FORMS: readonly Damage[] = [
  {
    name: 'an export as it comes, with a manifest',
    make: (small) => small,
    verdict: 'whole',
    findings: () => ({ layout: 'shards', hasManifest: true, shards: { listed: 3, present: 3 } }),
  },
  {
    name: 'an export of May 2026: nodes with children, on one line',
    from: { generation: 'g4' },
    make: (small) => small,
    verdict: 'whole',
  },
  {
    name: 'an export of April 2026: names of assets as people gave them, and a manifest',
    from: { generation: 'g3', turns: 6 },
    make: (small) => small,
    verdict: 'whole',
  },
  {
    name: 'an export of July 2026: nodes without children',
    from: { generation: 'g5' },
    make: (small) => small,
    verdict: 'whole',
  },
  {
    name: 'one large file as until early 2026: no manifest',
    from: { generation: 'g1' },
    make: (small) => small,
    verdict: 'cannot-tell',
    doubts: ['no-manifest'],
    counts: (counts) => counts,
    findings: () => ({ layout: 'one-file', hasManifest: false, shards: { listed: undefined, present: 1 } }),
  },
  {
    name: 'one large file with chat.html, which repeats all conversations',
    from: { generation: 'g1', chatHtml: 'full' },
    make: (small) => small,
    verdict: 'cannot-tell',
    doubts: ['no-manifest'],
    counts: (counts) => counts,
    findings: ({ truth }) => ({ page: { same: truth.length, onlyInPage: 0, onlyInLists: 0, different: 0 } }),
  },
  {
    name: 'a conversation that stands in chat.html and not in the list',
    from: { generation: 'g1', chatHtml: 'full' },
    make: (small) =>
      withJson(small, 'conversations.json', (jsonIn(small, 'conversations.json') as readonly unknown[]).slice(1)),
    verdict: 'damaged',
    faults: ['only-in-page'],
    findings: ({ truth }) => ({ page: { same: truth.length - 1, onlyInPage: 1, onlyInLists: 0, different: 0 } }),
  },
  {
    name: 'shards with a manifest, and a conversation that chat.html lacks',
    from: { generation: 'g3', chatHtml: 'full' },
    make: (small) =>
      relisted(
        withJson(small, shardPath(0), [
          ...(jsonIn(small, shardPath(0)) as readonly unknown[]),
          chatOf('new', ['a', 'b']),
        ]),
      ),
    verdict: 'damaged',
    faults: ['not-in-page'],
  },
  {
    name: 'shards without a manifest',
    from: { generation: 'g2' },
    make: (small) => small,
    verdict: 'cannot-tell',
    doubts: ['no-manifest'],
    counts: (counts) => counts,
  },
];
