// Oddities of the tree of a conversation, of its size and its depth: all of them leave an export whole.
import type { Damage } from '../damage';
import { chatOf } from '../edit';
import { plus, beside, nested, changed, branched, withoutChildren } from './odd-chats';

export const ODD_TREES: readonly Damage[] = [
  {
    name: 'a conversation of one line, beside the rest',
    make: (small) => beside(small, chatOf('x', ['one', 'two'])),
    verdict: 'whole',
    counts: plus(2),
  },
  { name: 'abandoned branches', make: (small) => beside(small, branched()), verdict: 'whole', counts: plus(3, 0, 2) },
  {
    name: 'branches in nodes without children',
    make: (small) => beside(small, withoutChildren(branched())),
    verdict: 'whole',
    counts: plus(3, 0, 2),
  },
  {
    name: 'no current node: the newest leaf is taken',
    make: (small) => beside(small, { ...branched(), current_node: null }),
    verdict: 'whole',
    counts: plus(3, 0, 2),
    findings: ({ truth }) => ({
      paths: { guessed: truth.filter((one) => one.isGuessed).length + 1, broken: 0, circles: 0 },
    }),
  },
  {
    name: 'a current node that leads nowhere',
    make: (small) => beside(small, { ...withoutChildren(branched()), current_node: 'gone' }),
    verdict: 'whole',
    counts: plus(3, 0, 2),
  },
  {
    name: 'a parent that is missing',
    make: (small) => beside(small, changed(chatOf('x', ['a', 'b', 'c', 'd']), 'm2', { parent: 'gone' })),
    verdict: 'whole',
    counts: plus(2, 0, 2),
    findings: ({ truth }) => ({
      paths: { guessed: truth.filter((one) => one.isGuessed).length, broken: 1, circles: 0 },
    }),
  },
  {
    name: 'parents that run in a circle',
    make: (small) => beside(small, changed(chatOf('x', ['a', 'b', 'c', 'd']), 'm0', { parent: 'm3' })),
    verdict: 'whole',
    counts: plus(4),
    findings: ({ truth }) => ({
      paths: { guessed: truth.filter((one) => one.isGuessed).length, broken: 0, circles: 1 },
    }),
  },
  {
    name: 'a node that is its own parent',
    make: (small) => beside(small, changed(chatOf('x', ['a', 'b']), 'm1', { parent: 'm1' })),
    verdict: 'whole',
    counts: plus(1, 0, 1),
  },
  {
    name: 'a chain of 12,000 messages',
    make: (small) =>
      beside(
        small,
        chatOf(
          'x',
          Array.from({ length: 12_000 }, (_none, at) => `m ${at}`),
        ),
      ),
    verdict: 'whole',
    counts: plus(12_000),
  },
  {
    name: 'a message of 16 MB',
    make: (small) => beside(small, chatOf('x', ['a', `${'word "and\\" cited '.repeat(1_000_000)}end`])),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'a message of 2 MB of backslashes and quotes',
    make: (small) => beside(small, chatOf('x', ['a', '\\"'.repeat(500_000)])),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: '100,000 levels of nesting in metadata',
    make: (small) => nested(small, 100_000),
    verdict: 'whole',
    counts: (counts) => ({ ...counts, conversations: counts.conversations + 1, shown: counts.shown + 1 }),
  },
  { name: '300 levels of nesting in metadata', make: (small) => nested(small, 300), verdict: 'whole', counts: plus(1) },
];
