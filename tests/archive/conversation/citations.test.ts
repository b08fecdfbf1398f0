// Marks in a text and the pages they stand for; the text is never touched.
import { describe, expect, test } from 'vitest';
import { readConversation } from '../../../src/archive/conversation/read-conversation';
import type { Citation } from '../../../src/archive/conversation/conversation';
import { aChat, aMessage } from '../../support/chats';
import type { Json } from '../../support/chats';
import { LINEAR, growthOf } from '../../support/growth';

const mark = (...words: readonly string[]): string => `\u{e200}${words.join('\u{e202}')}\u{e201}`;
const CITE = mark('cite', 'turn0search1');

function citationsOf(text: string, metadata: Json = {}): readonly Citation[] {
  const [message] = readConversation(aChat([['a', null, aMessage(text, { role: 'assistant', metadata })]]), 0).path;
  expect(message?.parts).toEqual(text === '' ? [] : [{ kind: 'text', text }]);
  return message?.citations ?? [];
}
const reference = (matched_text: unknown, more: Json): Json => ({ content_references: [{ matched_text, ...more }] });
const A = { title: 'A', url: 'https://a.org/x?utm_source=chatgpt.com' };
const B = { title: undefined, url: 'http://b.org' };

describe('the sources of a mark', () => {
  test.each<[string, Json]>([
    [
      'the items of its reference',
      {
        items: [
          { ...A, snippet: 's' },
          { url: B.url, title: null },
        ],
      },
    ],
    ['the pages that support an item', { items: [{ ...A, supporting_websites: [{ url: B.url }] }] }],
    ['the reference itself', { ...A, fallback_items: [{ url: B.url }] }],
    ['a list of sources', { sources: [A, { url: B.url, title: '' }, A] }],
  ])('are %s', (_name, more) =>
    expect(citationsOf(`x ${CITE}`, reference(CITE, more))).toEqual([{ mark: CITE, sources: [A, B] }]),
  );
  test('are bare addresses, where there is nothing else', () => {
    expect(citationsOf(CITE, reference(CITE, { safe_urls: [B.url, 5] }))).toEqual([{ mark: CITE, sources: [B] }]);
    expect(citationsOf(CITE, reference(CITE, { safe_urls: [B.url], items: [A] }))).toEqual([
      { mark: CITE, sources: [A] },
    ]);
  });
  test('are results of the searches that the mark names', () => {
    const two = mark('cite', 'turn0search1', 'turn12news3', 'turn9view9');
    const entries = [
      { ...A, ref_id: { turn_index: 0, ref_type: 'search', ref_index: 1 } },
      { ...B, ref_id: { turn_index: 12, ref_type: 'news', ref_index: 3 } },
      { url: 'https://no.org', ref_id: null },
    ];
    expect(citationsOf(two, { search_result_groups: [{ entries }, null, { entries: 'x' }] })).toEqual([
      { mark: two, sources: [A, B] },
    ]);
  });
  test('are found by place in older messages, counted in letters and not in halves of them', () => {
    const text = '\u{1f600}\u{1f600} one【1†source】 two【4:0†notes.pdf】';
    const points = [...text].indexOf('【');
    const citations = [
      { start_ix: points, end_ix: points + 10, metadata: { type: 'webpage', ...A } },
      { start_ix: 3, metadata: { url: 'https://no.org' } },
      { start_ix: null },
    ];
    expect(citationsOf(text, { citations })).toEqual([
      { mark: '【1†source】', sources: [A] },
      { mark: '【4:0†notes.pdf】', sources: [] },
    ]);
    expect(citationsOf(text, { citations: [{ start_ix: text.indexOf('【'), metadata: A }] })[0]?.sources).toEqual([A]);
  });
  test('are pages of the web and nothing else', () => {
    const urls = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'data:text/html,x',
      'https://',
      'https://a b',
      'https://a\n',
      '//x.org',
      'x',
      '',
      5,
      null,
      'HTTPS://OK.org',
    ];
    expect(citationsOf(CITE, reference(CITE, { items: urls.map((url) => ({ url, title: 't' })) }))).toEqual([
      { mark: CITE, sources: [{ title: 't', url: 'HTTPS://OK.org' }] },
    ]);
  });
  test('of a page named twice carry its title once', () =>
    expect(citationsOf(CITE, reference(CITE, { items: [{ url: A.url }, A] }))).toEqual([{ mark: CITE, sources: [A] }]));
});

describe('marks', () => {
  test('are listed once each, in order, also without sources and of other kinds', () => {
    const others = [
      mark('filecite', 'turn0file0'),
      mark('navlist', 'More', 'turn0news1'),
      mark('image_group', '{"query":["a"]}'),
      mark(),
    ];
    expect(citationsOf([CITE, ...others, CITE].join(' and ')).map((one) => one.mark)).toEqual([CITE, ...others]);
  });
  test.each([
    'linked and cited',
    'cite turn0search1',
    '\u{e200}cite',
    'cite\u{e201}',
    '\u{e202}',
    '【not a mark】',
    '† 【',
  ])('%s holds none', (text) => expect(citationsOf(text, reference(text, { items: [A] }))).toEqual([]));
  test('that never close, in millions, take no longer than their length', () => {
    const many = (size: number): string => `${'\u{e200}'.repeat(size)}${'【'.repeat(size)}${'【a†'.repeat(size)}`;
    expect(growthOf(250_000, many, (text) => citationsOf(text))).toBeLessThan(LINEAR);
  });
  test('with references of hostile shapes are listed all the same', () => {
    const nested = JSON.parse(`${'{"items":['.repeat(5000)}${']}'.repeat(5000)}`) as Json;
    expect(
      citationsOf(CITE, {
        content_references: [
          null,
          5,
          'x',
          { matched_text: 5 },
          { matched_text: CITE, items: 'x', safe_urls: {} },
          { matched_text: CITE, ...nested },
        ],
        citations: {},
        search_result_groups: 'x',
      }),
    ).toEqual([{ mark: CITE, sources: [] }]);
  });
});
