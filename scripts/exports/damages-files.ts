// Damages and oddities of a file of conversations as a whole: cut, broken, wrapped, marked, empty, repeated.
import type { Damage } from './damage';
import {
  bytesIn,
  chatOf,
  jsonIn,
  relisted,
  shardPath,
  textIn,
  withBytes,
  withConversation,
  withJson,
  withMore,
} from './edit';
import type { Small } from './edit';
import { jsonText } from './layout';

const SECOND = shardPath(1);

export const FILE_DAMAGES: readonly Damage[] = [
  {
    name: 'the last conversation of a shard is cut off, and the manifest agrees',
    make: (small) => relisted(cut(small, 0.97)),
    verdict: 'damaged',
    faults: ['json-cut'],
    counts: ({ conversations }) => ({ conversations: conversations - 1 }),
  },
  {
    name: 'the last conversation of a shard is cut off, and the manifest does not agree',
    make: (small) => cut(small, 0.97),
    verdict: 'damaged',
    faults: ['json-cut', 'manifest-size'],
  },
  {
    name: 'one large file without a manifest, cut off',
    from: { generation: 'g1' },
    make: (small) => withBytes(small, 'conversations.json', bytesIn(small, 'conversations.json').subarray(0, 9000)),
    verdict: 'damaged',
    faults: ['json-cut'],
  },
  {
    name: 'a list that is never closed',
    make: (small) => relisted(withBytes(small, SECOND, textIn(small, SECOND).slice(0, -1))),
    verdict: 'damaged',
    faults: ['json-cut'],
    counts: (counts) => counts,
  },
  {
    name: 'a shard of no bytes',
    make: (small) => relisted(withBytes(small, SECOND, '')),
    verdict: 'damaged',
    faults: ['json-cut'],
  },
  { name: 'a shard of blanks', make: (small) => relisted(withBytes(small, SECOND, ' \n\t ')), verdict: 'damaged' },
  {
    name: 'a shard of zero bytes, as a full disk leaves it',
    make: (small) => relisted(withBytes(small, SECOND, Buffer.alloc(bytesIn(small, SECOND).length))),
    verdict: 'damaged',
  },
  {
    name: 'something behind the end of a list',
    make: (small) => relisted(withBytes(small, SECOND, `${textIn(small, SECOND)} [`)),
    verdict: 'damaged',
    faults: ['json-broken'],
  },
  {
    name: 'two lists in one file',
    make: (small) => relisted(withBytes(small, SECOND, `${textIn(small, SECOND)}${textIn(small, SECOND)}`)),
    verdict: 'damaged',
    faults: ['json-broken'],
  },
  {
    name: 'a file of conversations that is a text',
    make: (small) => relisted(withBytes(small, SECOND, '"conversations"')),
    verdict: 'damaged',
    faults: ['json-broken'],
  },
  {
    name: 'a file of conversations that is one conversation',
    make: (small) => relisted(withJson(small, SECOND, chatOf('lonely', ['hello', 'hi']))),
    verdict: 'damaged',
    faults: ['json-broken'],
  },
  {
    name: 'a page that says "sign in" instead of conversations',
    make: (small) => relisted(withBytes(small, SECOND, '<!doctype html><title>Sign in</title>')),
    verdict: 'damaged',
    faults: ['json-broken'],
  },
  {
    name: 'a comma too many in the middle',
    make: (small) => relisted(withBytes(small, SECOND, replaced(small, '\n  },', '\n  },,'))),
    verdict: 'damaged',
  },
  {
    name: 'a comma too many at the end',
    make: (small) => relisted(withBytes(small, SECOND, textIn(small, SECOND).replace(/\]$/, ',]'))),
    verdict: 'damaged',
  },
  {
    name: 'a comma missing between two conversations',
    make: (small) => relisted(withBytes(small, SECOND, replaced(small, '\n  },', '\n  }'))),
    verdict: 'damaged',
  },
  {
    name: 'a conversation in the middle that is no JSON',
    make: (small) => relisted(withBytes(small, SECOND, replaced(small, '"mapping":', '"mapping";'))),
    verdict: 'damaged',
    faults: ['unparsed'],
    counts: ({ conversations }) => ({ conversations: conversations - 1 }),
    findings: () => ({ unparsed: 1 }),
  },
  {
    name: 'a number with a leading zero',
    make: (small) => relisted(withBytes(small, SECOND, replaced(small, '"create_time": 1', '"create_time": 01'))),
    verdict: 'damaged',
    faults: ['unparsed'],
    findings: () => ({ unparsed: 1 }),
  },
  {
    name: 'a line break inside a text',
    make: (small) => relisted(withBytes(small, SECOND, replaced(small, '"title": "', '"title": "\n'))),
    verdict: 'damaged',
    faults: ['unparsed'],
  },
  {
    name: 'bytes that are no UTF-8 inside a text',
    make: (small) =>
      relisted(
        withBytes(small, SECOND, Buffer.from(replaced(small, '"title": "', '"title": "\u00ff\u00fe'), 'latin1')),
      ),
    verdict: 'damaged',
    faults: ['unparsed'],
    findings: () => ({ unparsed: 1 }),
  },
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

/** The text of the second shard with one thing changed that has to be there. */
function replaced(small: Small, old: string, now: string): string {
  const text = textIn(small, SECOND);
  if (!text.includes(old)) throw new Error(`no ${old}`);
  return text.replace(old, now);
}

function cut(small: Small, part: number): Small {
  const bytes = bytesIn(small, SECOND);
  return withBytes(small, SECOND, bytes.subarray(0, Math.floor(bytes.length * part)));
}

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
