// Files of conversations in other forms, empty ones, and conversations that stand there twice or without an id.
import type { Damage } from '../damage';
import {
  bytesIn,
  chatOf,
  jsonIn,
  relisted,
  shardPath,
  textIn,
  withBytes,
  withConversation,
  withMore,
  SECOND,
} from '../edit';
import type { Small } from '../edit';
import { jsonText } from '../json-form';

export const JSON_FORMS: readonly Damage[] = [
  { name: 'texts as UTF-8 instead of escapes', from: { escapes: false }, make: (small) => small, verdict: 'whole' },
  {
    name: 'blanks after commas and colons, as Python writes JSON',
    from: { style: 'spaced' },
    make: (small) => small,
    verdict: 'whole',
  },
  {
    name: 'JSON on many lines',
    make: (small) =>
      relisted(
        withBytes(small, SECOND, `${JSON.stringify(jsonIn(small, SECOND), undefined, 2).replaceAll('\n', '\r\n')}\r\n`),
      ),
    verdict: 'whole',
  },
  { name: 'a byte order mark before each list', from: { bom: true }, make: (small) => small, verdict: 'whole' },
  { name: 'an object around each list', from: { wrapper: true }, make: (small) => small, verdict: 'whole' },
  {
    name: 'an object around the list with more before and behind',
    make: (small) =>
      relisted(
        withBytes(
          small,
          SECOND,
          `{"version": [1, {"conversations": []}], "conversations": ${textIn(small, SECOND)}, "more": {"a": null}}`,
        ),
      ),
    verdict: 'whole',
  },
  {
    name: 'an object around the list and a byte order mark',
    from: { wrapper: true, bom: true, generation: 'g3' },
    make: (small) => small,
    verdict: 'whole',
  },
  {
    name: 'a shard with an empty list',
    make: (small) => relisted(withMore(small, { path: shardPath(3), bytes: Buffer.from('[]') })),
    verdict: 'whole',
    findings: () => ({ shards: { listed: 4, present: 4 } }),
  },
  {
    name: 'no conversation in any shard',
    make: (small) => relisted([0, 1, 2].reduce((left, shard) => withBytes(left, shardPath(shard), '[]'), small)),
    verdict: 'cannot-tell',
    doubts: ['no-conversations'],
    findings: () => ({ conversations: 0 }),
  },
  {
    name: 'one file with an empty list',
    from: { generation: 'g1' },
    make: (small) => withBytes(small, 'conversations.json', '[]'),
    verdict: 'cannot-tell',
    doubts: ['no-conversations'],
  },
  {
    name: 'a list of numbers and nulls',
    make: (small) => relisted(withBytes(small, SECOND, '[1, null, "x", [], {}]')),
    verdict: 'damaged',
    faults: ['unparsed'],
  },
  {
    name: 'the same conversation in two shards, unchanged',
    make: (small) => repeated(small, (old) => old),
    verdict: 'whole',
    counts: (counts) => counts,
    findings: () => ({ copies: 1 }),
  },
  {
    name: 'the same conversation in two shards, the second time longer and later',
    make: (small) =>
      repeated(small, (old) => ({
        ...(old as object),
        update_time: 1_790_000_000,
        ...shortened(['one', 'two', 'three']),
      })),
    verdict: 'whole',
    counts: ({ conversations }) => ({ conversations }),
    findings: (small) => ({ copies: 1, messages: replacedCounts(small, 3) }),
  },
  {
    name: 'the same conversation in two shards, the second time shorter and earlier',
    make: (small) =>
      repeated(small, (old) => ({ ...(old as object), update_time: 1_600_000_000, ...shortened(['one']) })),
    verdict: 'whole',
    counts: (counts) => counts,
    findings: () => ({ copies: 1 }),
  },
  {
    name: 'the same shard twice under two names',
    make: (small) => relisted(withMore(small, { path: shardPath(3), bytes: bytesIn(small, shardPath(0)) })),
    verdict: 'whole',
    counts: (counts) => counts,
    findings: () => ({ copies: 4 }),
  },
  {
    name: 'conversations without any id',
    make: (small) =>
      [0, 1].reduce(
        (left, index) => withConversation(left, index, ({ id: _id, conversation_id: _same, ...rest }) => rest),
        small,
      ),
    verdict: 'whole',
    findings: () => ({ copies: 0 }),
  },
  {
    name: 'ids that are hostile keys',
    make: (small) =>
      ['__proto__', 'constructor', 'toString'].reduce(
        (left, id, index) => withConversation(left, index, (value) => ({ ...value, id, conversation_id: id })),
        small,
      ),
    verdict: 'whole',
    findings: () => ({ copies: 0 }),
  },
];

/** Puts the first conversation of the first shard, changed, into the last shard too. */
function repeated(small: Small, change: (value: unknown) => unknown): Small {
  const [first] = jsonIn(small, shardPath(0)) as readonly unknown[];
  return relisted(
    withBytes(
      small,
      shardPath(2),
      textIn(small, shardPath(2)).replace(/\]$/, `,${jsonText(change(first), small.plan)}]`),
    ),
  );
}

function shortened(texts: readonly string[]): object {
  const { mapping, current_node } = chatOf('x', texts);
  return { mapping, current_node };
}

/** Messages when the first conversation has so many shown ones instead of its own. */
function replacedCounts(
  { truth }: Small,
  shown: number,
): { readonly shown: number; readonly behind: number; readonly drafts: number } {
  const others = truth.slice(1).flatMap(({ messages }) => messages);
  const of = (sort: string): number => others.filter((one) => one.sort === sort).length;
  return { shown: of('shown') + shown, behind: of('behind'), drafts: of('draft') };
}
