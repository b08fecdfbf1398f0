// Files of conversations that are cut, broken or something else.
import type { Damage } from '../damage';
import { bytesIn, chatOf, relisted, textIn, withBytes, withJson, SECOND } from '../edit';
import type { Small } from '../edit';

export const JSON_BROKEN: readonly Damage[] = [
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
