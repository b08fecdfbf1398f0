// A kit as HTML: hostile words stay words, ids are there once, and each sheet says its language.
import { describe, expect, it } from 'vitest';
import { renderKit } from '../../src/render/kit';
import { kitStyle } from '../../src/render/kit-style';
import { paragraph, type Block, type Kit, type Sheet, type SheetBody } from '../../src/view/document';
import { aStep, HOSTILE } from './documents';

const bodies = (text: string): readonly SheetBody[] => {
  const blocks: readonly Block[] = [{ kind: 'heading', level: 2, text }, paragraph(text), aStep({ title: text })];
  return [
    { kind: 'poster', lead: [text], rows: [{ term: text, line: [text] }], foot: text },
    { kind: 'case', number: 1, whom: [{ term: text, line: [text], aside: { text, tone: 'quiet' } }], blocks },
    { kind: 'cards', copies: 2, blocks: [paragraph(text)] },
    { kind: 'tally', intro: [paragraph(text)], rows: [text], boxes: 10 },
    { kind: 'page', blocks },
  ];
};
const sheet = (body: SheetBody, text: string, lang: string): Sheet => ({
  id: `${lang}-${body.kind}`,
  lang,
  edge: [text, text],
  title: text,
  body,
});
const kit = (text: string, langs: readonly string[] = ['en']): Kit => ({
  lang: 'en',
  title: text,
  note: text,
  sheets: langs.flatMap((lang) => bodies(text).map((body) => sheet(body, text, lang))),
  result: {},
});
const tags = (html: string): readonly string[] =>
  [...html.matchAll(/<\/?[a-z!][^<>]*>/gi)].map(([tag]) => tag.replaceAll(/="[^"]*"/g, ''));

describe('hostile text in a kit', () => {
  it.each(HOSTILE)('%s adds no tag and no attribute', (_name, text) => {
    const [hostile, plain] = [renderKit(kit(text)), renderKit(kit('word'))];
    expect(tags(hostile).filter((tag) => !tag.startsWith('<br'))).toEqual(tags(plain));
    expect(hostile.match(/<script|<img|javascript:(?=[^<]*")/gi)).toBeNull();
  });
});

describe('the file', () => {
  it('has every id once, though the same steps stand on several sheets', () => {
    const ids = [...renderKit(kit('word', ['en', 'fr'])).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says the language and the direction of each sheet', () => {
    const html = renderKit(kit('word', ['fr', 'ar']));
    expect(html).toContain('<section id="fr-poster" class="sheet poster" lang="fr" dir="ltr">');
    expect(html).toContain('<section id="ar-poster" class="sheet poster" lang="ar" dir="rtl">');
  });

  it('shows one card to a screen reader, and boxes to none', () => {
    const html = renderKit(kit('word'));
    expect(html.match(/<div class="card">/g)).toHaveLength(1);
    expect(html.match(/<div class="card" aria-hidden="true">/g)).toHaveLength(1);
    expect(html.match(/<i><\/i>/g)).toHaveLength(10);
    expect(html).toMatch(/<dd aria-hidden="true"><span class="five">/);
  });

  it('loads nothing by its style', () => {
    expect(kitStyle).not.toMatch(/url\(|@import|@font-face|background(?!: #fff)/);
  });
});
