import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  escapeHtml,
  escapeMarkdown,
  escapeMarkdownStart,
  escapeText,
  escapeToOneLine,
  isLinkable,
} from '../../src/render/escape';
import { HOSTILE } from './documents';

const UNSEEN =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B-\u200F\uFEFF\u{E0000}-\u{E007F}]|\p{Cs}/u;

describe('escaping for a screen', () => {
  it.each(HOSTILE)('shows %s as words', (_name, text) => expect(escapeText(text)).not.toMatch(UNSEEN));
  it('names the code point, so that the reader sees that something was there', () =>
    expect(escapeText('a\u001B[2Jb\uD83D')).toBe('a\\u{1B}[2Jb\\u{D83D}'));
  it('keeps line ends, and only them', () => expect(escapeText('a\nb\r\nc\rd\te')).toBe('a\nb\nc\\u{D}d e'));
  it('keeps everything on one line where one line is meant', () => expect(escapeToOneLine('a\nb')).toBe('a b'));
  it.each(['Gérer\u00A0: 12\u202F€', 'e\u0301', '日本語', 'العربية', '👩‍👩‍👧 ❤️ 👍🏽 🇫🇷 👩🏽‍🚀', 'क्‍ष', 'می‌خواهم'])(
    'leaves %s as it is',
    (text) => expect(escapeText(text)).toBe(text),
  );
  it.each(['a\u200Db', 'a\u200Cb', '\u200D👩', '👩\u200D', '👩\u200D\u200D👩', 'ک\u200D'])(
    'shows a joiner that joins nothing',
    (text) => expect(escapeText(text)).toContain('\\u{200'),
  );
  it('changes nothing the second time', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => escapeText(escapeText(text)) === escapeText(text))));
  it('lets nothing unseen through, whatever the text', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/.test(escapeText(text)),
      ),
    ));
});

describe('escaping for HTML', () => {
  it.each(HOSTILE)('leaves nothing that could end a text or an attribute in %s', (_name, text) =>
    expect(escapeHtml(text)).not.toMatch(/[<>"'`]/),
  );
  it('reads back as the text that was meant', () =>
    expect(escapeHtml(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&#39;'));
});

describe('escaping for Markdown', () => {
  it('opens no link, picture, code, emphasis, table or HTML', () =>
    expect(escapeMarkdown('![a](b) <b> `c` *d* _e_ |f| ~g~ $h$')).toBe(
      '!\\[a\\](b) \\<b\\> \\`c\\` \\*d\\* \\_e\\_ \\|f\\| \\~g\\~ \\$h\\$',
    ));
  it('keeps a bare address words', () =>
    expect(escapeMarkdown('https://evil.example www.evil.example mailto:a')).toBe(
      'https\\://evil.example www\\.evil.example mailto\\:a',
    ));
  it('shows an entity as it was written', () => expect(escapeMarkdown('&lt; & R&D')).toBe('\\&lt; & R&D'));
  it.each(['# a', '###### a', '- a', '+ a', '---', '- - -', '===', '---:', ':-:', '    code'])(
    'opens no block with %s',
    (line) => expect(escapeMarkdownStart(line)).not.toMatch(/^(#|[-+:=]| )/),
  );
  it('opens no numbered list', () =>
    expect([escapeMarkdownStart('1. a'), escapeMarkdownStart('12) a')]).toEqual(['1\\. a', '12\\) a']));
  it.each(['3 December', '-5 euros', '#1', '2.5 GB', 'a - b'])('leaves %s alone', (line) =>
    expect(escapeMarkdownStart(line)).toBe(line),
  );
});

describe('what may be a link', () => {
  it.each(['https://chatgpt.com/#settings/Account', 'https://example.org/a?b=c&d=%20'])('%s may', (url) =>
    expect(isLinkable(url)).toBe(true),
  );
  it.each([
    'javascript:alert(1)',
    'http://chatgpt.com',
    'https://a b',
    'https://a"b',
    'https://a<b',
    'https://chatgpt.com\n',
    'https://chаtgpt.com',
    'data:text/html,x',
    '',
  ])('%s may not', (url) => expect(isLinkable(url)).toBe(false));
});
