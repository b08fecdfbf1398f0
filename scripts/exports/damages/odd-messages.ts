// Messages that are hidden, spoken or drawn, odd times, and ids and keys that stand twice: all of them leave an export whole.
import type { Damage } from '../damage';
import { chatOf } from '../edit';
import type { Small } from '../edit';
import { plus, beside, withMessage, voiceChat, pictureChat } from './odd-chats';

export const ODD_MESSAGES: readonly Damage[] = [
  {
    name: 'hidden messages: by metadata, weight, role and recipient',
    make: (small) =>
      beside(
        small,
        [
          { metadata: { is_visually_hidden_from_conversation: true } },
          { weight: 0 },
          { author: { role: 'system' } },
          { author: { role: 'assistant' }, recipient: 'python' },
          { metadata: { is_user_system_message: true } },
        ].reduce((chat, more, at) => withMessage(chat, `m${at}`, more), chatOf('x', ['a', 'b', 'c', 'd', 'e', 'f'])),
      ),
    verdict: 'whole',
    counts: plus(1, 5),
  },
  {
    name: 'weight and recipient that are missing or odd',
    make: (small) =>
      beside(
        small,
        [{ weight: 0.5 }, { recipient: 'all' }, { weight: null }, { recipient: null }].reduce(
          (chat, more, at) => withMessage(chat, `m${at}`, more),
          chatOf('x', ['a', 'b', 'c', 'd']),
        ),
      ),
    verdict: 'whole',
    counts: plus(4),
  },
  {
    name: 'voice: what was said stands in transcriptions',
    make: (small) => beside(small, voiceChat()),
    verdict: 'whole',
    counts: plus(2),
    findings: ({ truth }) => ({ voice: truth.reduce((sum, one) => sum + one.voice, 0) + 2 }),
  },
  {
    name: 'pictures that a tool made, and a file attached without a pointer',
    make: (small) => beside(small, pictureChat()),
    verdict: 'whole',
    counts: plus(2),
    findings: ({ truth }) => ({ images: truth.reduce((sum, one) => sum + one.images, 0) + 1 }),
  },
  {
    name: 'times in milliseconds, as texts, null and below zero',
    make: (small) =>
      [1_700_000_000_000, '2025-01-02T03:04:05Z', null, -5, 1e300, 'soon'].reduce<Small>(
        (left, time, at) => beside(left, { ...chatOf(`x${at}`, ['a']), create_time: time, update_time: time }),
        small,
      ),
    verdict: 'whole',
    counts: plus(6, 0, 0, 6),
  },
  {
    name: 'ids of messages that two conversations share',
    make: (small) => beside(beside(small, chatOf('x', ['a', 'b'])), chatOf('y', ['a', 'b', 'c'])),
    verdict: 'whole',
    counts: plus(5, 0, 0, 2),
  },
  {
    name: 'keys twice in one object: the last counts',
    make: (small) =>
      beside(small, chatOf('x', ['a', 'b']), (text) => text.replace('"title":', '"current_node":"gone","title":')),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'keys with escapes',
    make: (small) =>
      beside(small, chatOf('x', ['a', 'b']), (text) =>
        text
          .replaceAll('"mapping"', '"m\\u0061pping"')
          .replaceAll('"parent"', '"\\u0070arent"')
          .replaceAll('"current_node"', '"current\\u005fnode"'),
      ),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'ids with escapes on one side only',
    make: (small) =>
      beside(small, chatOf('x', ['a', 'b']), (text) =>
        text
          .replaceAll('"parent":"m0"', '"parent":"\\u006d0"')
          .replace('"current_node":"m1"', '"current_node":"\\u006d\\u0031"'),
      ),
    verdict: 'whole',
    counts: plus(2),
  },
  {
    name: 'node ids that are hostile keys',
    make: (small) =>
      beside(small, chatOf('x', ['a', 'b']), (text) =>
        text.replaceAll('"m0"', '"__proto__"').replaceAll('"m1"', '"constructor"'),
      ),
    verdict: 'whole',
    counts: plus(2),
  },
];
