// Values inside conversations that have an odd type or text, or are missing: all of them leave an export whole.
import type { Damage } from '../damage';
import { chatOf, withConversation } from '../edit';
import type { Small } from '../edit';
import type { Json } from '../messages/draft';
import { plus, beside, changed, withMessage } from './odd-chats';

export const ODD_VALUES: readonly Damage[] = [
  {
    name: 'titles that are null, empty, numbers, paths and devices',
    make: (small) =>
      [
        null,
        '',
        7,
        '../../../etc/passwd',
        'CON',
        'a\u0000b',
        '\u202egnp.exe',
        'x'.repeat(100_000),
        [],
        {},
      ].reduce<Small>((left, title, index) => withConversation(left, index, (value) => ({ ...value, title })), small),
    verdict: 'whole',
    counts: (counts) => counts,
  },
  {
    name: 'titles that differ only in case',
    make: (small) =>
      ['Plan', 'PLAN', 'plan', 'Plan '].reduce(
        (left, title, index) => withConversation(left, index, (value) => ({ ...value, title })),
        small,
      ),
    verdict: 'whole',
    counts: (counts) => counts,
  },
  {
    name: 'lone surrogates in titles and texts',
    make: (small) => beside(small, { ...chatOf('x', ['\ud83d', 'a\udc00b']), title: '\ud83d\ud83d' }),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'messages, authors and contents that are null',
    make: (small) =>
      beside(
        small,
        ['m0', 'm1', 'm2'].reduce(
          (chat, id, at) =>
            withMessage(
              chat,
              id,
              [{ author: null }, { content: null }, { author: null, content: null, id: null }][at] ?? {},
            ),
          chatOf('x', ['a', 'b', 'c', 'd']),
        ),
      ),
    verdict: 'whole',
    counts: plus(2, 2),
  },
  {
    name: 'nodes without a message',
    make: (small) => beside(small, changed(chatOf('x', ['a', 'b', 'c']), 'm1', { message: null })),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'nodes that are numbers, texts and null',
    make: (small) =>
      beside(small, {
        ...chatOf('x', ['a']),
        mapping: { ...(chatOf('x', ['a'])['mapping'] as Json), one: 1, two: 'x', three: null, four: [], five: {} },
      }),
    verdict: 'whole',
    counts: plus(1),
  },
  {
    name: 'no mapping, or one that is a list, a text, null',
    make: (small) =>
      [undefined, [], 'x', null, 3].reduce<Small>(
        (left, mapping, at) => beside(left, { ...chatOf(`x${at}`, []), mapping }),
        small,
      ),
    verdict: 'whole',
    counts: plus(0, 0, 0, 5),
  },
  {
    name: 'an empty mapping',
    make: (small) => beside(small, { ...chatOf('x', []), mapping: {}, current_node: null }),
    verdict: 'whole',
    counts: plus(0),
  },
  {
    name: 'parts that are null, objects, numbers',
    make: (small) =>
      beside(
        small,
        withMessage(chatOf('x', ['a', 'b']), 'm1', {
          content: { content_type: 'text', parts: [null, { content_type: 'text', text: 'here' }, 7, [], ''] },
        }),
      ),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'parts that are missing',
    make: (small) => beside(small, withMessage(chatOf('x', ['a', 'b']), 'm1', { content: { content_type: 'text' } })),
    verdict: 'whole',
    counts: plus(1, 1),
  },
  {
    name: 'content types nobody has described',
    make: (small) =>
      beside(
        small,
        withMessage(chatOf('x', ['a', 'b']), 'm1', { content: { content_type: 'thought_cloud', cloud: [1] } }),
      ),
    verdict: 'whole',
    counts: plus(2),
    findings: ({ truth }) => ({
      unknownTypes: {
        thought_cloud: 1,
        ...(truth.some(({ unknownTypes }) => unknownTypes.length > 0)
          ? { hologram: truth.filter(({ unknownTypes }) => unknownTypes.length > 0).length }
          : {}),
      },
    }),
  },
  {
    name: 'content types that are hostile keys',
    make: (small) =>
      beside(
        small,
        ['__proto__', 'constructor', 'toString'].reduce(
          (chat, content_type, at) => withMessage(chat, `m${at}`, { content: { content_type, x: 1 } }),
          chatOf('x', ['a', 'b', 'c']),
        ),
      ),
    verdict: 'whole',
    counts: plus(3),
  },
  {
    name: 'a content type that is a number',
    make: (small) =>
      beside(small, withMessage(chatOf('x', ['a', 'b']), 'm1', { content: { content_type: 7, parts: ['b'] } })),
    verdict: 'whole',
    counts: plus(2),
  },
];
