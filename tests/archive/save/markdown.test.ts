// Markdown of one conversation: nothing altered, nothing leaks out of its message, everything in its place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import MarkdownIt from 'markdown-it';
import { contained, fenced, inLine } from '../../../src/archive/save/fences';
import { withoutMarks } from '../../../src/archive/save/marks';
import { markdownOf, quoted } from '../../../src/archive/save/markdown';
import type { Conversation } from '../../../src/archive/conversation/conversation';
import { messageRuns, type Extent } from '../../../src/archive/save/message-selection';
import type { Page } from '../../../src/archive/save/page';
import { aConversation, aMessage, places, SHOWN_ONLY, text, words } from './conversations';

const english = await words();
const pageOf = (
  conversation: Partial<Conversation>,
  extent: Extent = SHOWN_ONLY,
  assets = {},
  spoken = english,
): Page =>
  markdownOf(aConversation(conversation), messageRuns(aConversation(conversation), extent), places(assets), spoken);
const written = (conversation: Partial<Conversation>, extent: Extent = SHOWN_ONLY, assets = {}): string =>
  pageOf(conversation, extent, assets).text;
/** A second opinion on what Markdown means. */
const reader = MarkdownIt({ html: true });
const headings = (markdown: string): readonly string[] =>
  reader
    .parse(markdown, {})
    .flatMap((token, index, all) =>
      token.type === 'heading_open' && token.tag === 'h6' ? [all[index + 1]?.content ?? ''] : [],
    );

/** Texts as ChatGPT and people write them, and as nobody should. */
const texts = fc
  .array(
    fc.constantFrom(
      '```',
      '~~~',
      '````js',
      '`',
      '\n',
      '\n\n',
      '\r',
      '\r\n',
      '   ```',
      '    ```',
      '- ```',
      '1. a\n',
      '<script>',
      '<!--',
      '<div',
      '<br>',
      '</p>',
      '<b',
      '<https://a.b>',
      '>',
      '# x',
      '---',
      '***',
      '$$',
      'word ',
      '[^1]',
      '[a]: b',
      '| a |',
      '\t',
      '&amp;',
      '\\',
      '\u2028',
      '😀',
      '<?',
      '<![CDATA[',
      '"',
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('not a word of a message is altered', () => {
  it('its text stands in the file as it was exported', () => {
    fc.assert(
      fc.property(
        fc.oneof(texts, fc.string({ unit: 'grapheme' })),
        (value) => void expect(written({ path: [aMessage({ parts: [text(value)] })] })).toContain(value),
      ),
      { numRuns: 2000 },
    );
  });
  it('what comes after a message is not swallowed by it', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const found = headings(
          written({
            path: [
              aMessage({ parts: [text(one)] }),
              aMessage({ role: 'user', parts: [text(other)] }),
              aMessage({ parts: [text('end')] }),
            ],
          }),
        );
        expect(found.filter((heading) => heading.includes('UTC')).length).toBe(3);
      }),
      { numRuns: 3000 },
    );
  });
  it('a text without code or HTML gets nothing around it', () =>
    expect(contained('# A heading\n\n- and a list <br> with *stars*')).toBe(
      '# A heading\n\n- and a list <br> with *stars*',
    ));
  it('a text with HTML in it stands in a fence', () =>
    expect(contained('see <div> here')).toBe('```\nsee <div> here\n```'));
  it('code that was never closed is closed behind it', () =>
    expect(contained('```js\nlet a')).toBe('```js\nlet a\n```'));
  it('a fence is longer than any run of backticks inside', () =>
    expect(fenced('a ````` b')).toBe('``````\na ````` b\n``````'));
  it('a text of 16 MB takes no longer than it must', () => {
    for (const value of [
      '`'.repeat(4_000_000),
      '<'.repeat(4_000_000),
      '```\n'.repeat(1_000_000),
      '\uE200'.repeat(4_000_000),
      'a<b '.repeat(1_000_000),
    ]) {
      expect(contained(withoutMarks(value, [], () => '')).length).toBeGreaterThanOrEqual(value.length);
    }
  }, 20_000);
});

describe('the facts in front', () => {
  const facts = (conversation: Partial<Conversation>): unknown =>
    parse(
      written(conversation)
        .split('\n---\n')[0]
        ?.replace(/^---\n/, '') ?? '',
    );
  it('are YAML', () => {
    expect(facts({ project: 'g-p-1', isArchived: true })).toEqual({
      title: 'Pasta for two',
      created: '2024-05-12T12:00:00Z',
      updated: '2024-05-12T12:01:00Z',
      model: 'gpt-4o',
      id: '11111111-2222-4333-8444-555555555555',
      project: 'g-p-1',
      archived: true,
    });
  });
  it('are YAML whatever the title', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }).filter((title) => title.trim() !== ''),
        (title) => void expect(parse(`a: ${quoted(title)}`)).toEqual({ a: Buffer.from(title).toString() }),
      ),
      { numRuns: 1000 },
    );
  });
  it('name a chat without a title', () =>
    expect(facts({ title: undefined, created: undefined, updated: undefined, model: undefined })).toEqual({
      title: 'Untitled',
      id: '11111111-2222-4333-8444-555555555555',
    }));
});

describe('what is shown', () => {
  it('has who spoke and when', () =>
    expect(headings(written({}))).toEqual(['You · 2024-05-12 12:00 UTC', 'ChatGPT · 2024-05-12 12:00 UTC']));
  it('is what the person saw, and with --all what was behind it', () => {
    const path = [
      aMessage({ sort: 'tool', recipient: 'python', parts: [{ kind: 'code', language: 'python', text: 'print(1)' }] }),
      aMessage({ sort: 'thinking', parts: [{ kind: 'thinking', summary: 'Weighing', text: 'Hm.' }] }),
      aMessage(),
    ];
    expect(written({ path })).not.toMatch(/print|Weighing/);
    expect(headings(written({ path }, { drafts: false, all: true }))).toEqual([
      'ChatGPT (python) · 2024-05-12 12:00 UTC',
      'ChatGPT (thinking) · 2024-05-12 12:00 UTC',
      'ChatGPT · 2024-05-12 12:00 UTC',
    ]);
  });
  it('has drafts only with --drafts, after the place where they branch off', () => {
    const branches = [
      { after: 0, messages: [aMessage({ parts: [text('DRAFT')] })] },
      { after: -1, messages: [aMessage({ parts: [text('ANEW')] })] },
    ];
    expect(written({ branches })).not.toMatch(/DRAFT|ANEW/);
    const found = written({ branches }, { drafts: true, all: false });
    const standing = [
      'ANEW',
      'basil',
      'Version 2 that you left begins',
      'DRAFT',
      'Version 2 that you left ends',
      'Tomatoes',
    ].map((one) => found.indexOf(one));
    expect(standing).toEqual(standing.toSorted((one, other) => one - other));
    expect(standing.every((place) => place > 0)).toBe(true);
  });
  it('links pictures and files, and names what the export does not have', () => {
    const found = written(
      {
        path: [
          aMessage({
            parts: [
              { kind: 'image', asset: 'file-a' },
              { kind: 'attachment', asset: 'file-b', name: 'my [notes].txt' },
              { kind: 'image', asset: 'file-c' },
              text('[x](sandbox:/mnt/data/x.csv)'),
            ],
          }),
        ],
      },
      SHOWN_ONLY,
      { 'file-a': 'files/a (1).png', 'file-b': 'files/notes.txt' },
    );
    expect(found).toContain('![Image](../files/a%20%281%29.png)');
    expect(found).toContain('[my \\[notes\\].txt](../files/notes.txt)');
    expect(found).toContain('*Image: not in your export (`file-c`)*');
    expect(found).toContain('- `/mnt/data/x.csv`');
    expect(found).toContain('[x](sandbox:/mnt/data/x.csv)');
  });
  it('marks what was said aloud', () =>
    expect(
      headings(written({ path: [aMessage({ role: 'user', parts: [{ kind: 'speech', text: 'Hi', by: 'person' }] })] })),
    ).toEqual(['You (spoken) · 2024-05-12 12:00 UTC']));
  it('keeps canvas documents beside it', () => {
    const page = pageOf({
      path: [
        aMessage({
          sort: 'tool',
          recipient: 'canmore.create_textdoc',
          parts: [{ kind: 'canvas', name: 'Plan', type: 'document', content: '# Plan\n' }],
        }),
      ],
    });
    expect(page.documents).toEqual([
      { path: expect.stringMatching(/^documents\/2024-05-12 Plan - \w{6}\.md$/), content: '# Plan\n' },
    ]);
    expect(page.text).toContain('[Document: Plan](../documents/2024-05-12%20Plan%20-%20');
  });
  it('keeps what nobody knows as it was', () =>
    expect(
      written({ path: [aMessage({ parts: [{ kind: 'unknown', type: 'hologram', json: '{"a":1}' }] })] }),
    ).toContain('```json\n{"a":1}\n```'));
});

describe('citations', () => {
  const mark = '\uE200cite\uE202turn0search1\uE201';
  const cited = (value: string, url = 'https://example.org/a'): string =>
    written({
      path: [aMessage({ parts: [text(value)], citations: [{ mark, sources: [{ title: 'A [page]', url }] }] })],
    });
  it('become footnotes', () =>
    expect(cited(`So it is.${mark} And so.${mark}`)).toMatch(
      /So it is\.\[\^1\] And so\.\[\^1\][^]*\[\^1\]: A \\\[page\\\] <https:\/\/example\.org\/a>/,
    ));
  it('take another sign where the chat uses that of footnotes itself', () =>
    expect(cited(`See [^1]${mark}`)).toContain('See [^1][^source-1]'));
  it('leave everything else: words such as “linked” and “cited”, marks nobody knows, half a mark', () => {
    for (const value of [
      'linked cited 【1†source】',
      'cite turn0search1 \uE201',
      '\uE200 never closed',
      '[1] (source)',
    ])
      expect(written({ path: [aMessage({ parts: [text(value)] })] })).toContain(value);
  });
  it('without a source go, between their two signs and no further', () =>
    expect(
      withoutMarks('a\uE200cite\uE202turn9\uE201b \uE200entity\uE202["city","Paris","x"]\uE201 c', [], () => ''),
    ).toBe('ab Paris c'));
  it('are no link to anything but the web', () => {
    expect(cited(`x${mark}`, 'javascript:alert(1)')).toContain('`javascript:alert(1)`');
    expect(cited(`x${mark}`, 'https://a.b/> <script>')).not.toContain('<script>');
  });
  it('inside of a fence are repeated behind it', () => expect(cited(`<div>${mark}`)).toContain('```\n\n[^1]'));
});

it('a title is one line of words', () =>
  expect(inLine('# a\n*b* <i> [c](d)')).toBe('\\# a \\*b\\* \\<i\\> \\[c\\](d)'));
it('speaks French', async () => {
  const french = await words('fr');
  expect(pageOf({}, SHOWN_ONLY, {}, french).text).toContain('###### Vous · 2024-05-12 12:00 UTC');
});
