import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html';
import { paragraph, type Block } from '../../src/view/document';
import { aDocument, aStep, checklist, everywhere, HOSTILE, label } from './documents';

const page = (blocks: readonly Block[], lang = 'en'): string => renderHtml(aDocument(blocks, lang), { qr: true });
const main = (block: Block): string =>
  (/<main>\n<div class="head"><h1>A title<\/h1><\/div>\n(.*)<\/main>/s.exec(page([block]))?.[1] ?? '').trimEnd();
/** Every tag with the names of its attributes; what only an address that may be opened has is left out. */
const outline = (html: string): readonly string[] =>
  [...html.matchAll(/<(\/?[a-z!][^\s>]*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/gi)]
    .map(([, tag, attributes]) =>
      [tag, ...(attributes ?? '').matchAll(/([\w-]+)(?:="[^"]*")?/g)]
        .map((part) => (typeof part === 'string' ? part : part?.[1]))
        .join(' '),
    )
    .filter((tag) => !/^(\/?(a|br|svg|path|div)\b)/.test(tag));

describe('hostile text in HTML', () => {
  it.each(HOSTILE)('%s adds no tag and no attribute', (_name, text) => {
    const html = renderHtml(everywhere(text), { qr: false });
    expect(outline(html)).toEqual(outline(renderHtml(everywhere('word'), { qr: false })));
    expect(html.match(/</g)).toHaveLength([...html.matchAll(/<\/?[a-z!][^<>]*>/gi)].length);
  });
  it.each(HOSTILE)('%s is never opened', (_name, text) => {
    const targets = [...renderHtml(everywhere(text), { qr: true }).matchAll(/(?:href|src|action)="([^"]*)"/g)].map(
      ([, target]) => target ?? '',
    );
    expect(targets.filter((target) => !target.startsWith('https://example.org/'))).toEqual([]);
  });
});

describe('the page', () => {
  it('holds no script and loads nothing', () => {
    const html = renderHtml(checklist, { qr: true });
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:;`);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=/i);
  });
  it('names its language and direction', () => {
    expect(page([])).toContain('<html lang="en" dir="ltr">');
    expect(page([], 'ar-EG')).toContain('<html lang="ar-EG" dir="rtl">');
  });
  it('has one heading of level 1, its title when no other', () => {
    expect(page([]).match(/<h1>/g)).toHaveLength(1);
    expect(renderHtml(checklist, { qr: true }).match(/<h1>/g)).toHaveLength(1);
  });
  it('gives each step an id, a box named by its title, and its state in words', () => {
    const step = main(aStep({ state: 'skipped', stateWord: 'skipped' }));
    expect(step).toContain('<li id="step-cancel-apple" data-step="cancel-apple" class="skipped">');
    expect(step).toContain('<input type="checkbox" class="box" aria-labelledby="title-cancel-apple" disabled>');
    expect(step).toContain('<span class="state">skipped</span>');
  });
  it('draws the code of an address that asks for one, and keeps the address as text', () => {
    const url = 'https://chatgpt.com/#settings/Account';
    expect(main({ kind: 'page', url, qr: true })).toMatch(
      /<a href="https:\/\/chatgpt.com\/#settings\/Account" rel="noreferrer"><bdi dir="ltr">https:.*<svg class="qr"/s,
    );
    expect(main({ kind: 'page', url })).not.toContain('<svg');
    expect(renderHtml(aDocument([{ kind: 'page', url, qr: true }]), { qr: false })).not.toContain('<svg');
  });
  it('draws no code for an address too long for one', () =>
    expect(main({ kind: 'page', url: `https://example.org/${'a'.repeat(4000)}`, qr: true })).not.toContain('<svg'));
  it('says in which language the English words are', () =>
    expect(main(paragraph([label('Gérer', 'Manage')]))).toBe('<p><b>Gérer</b> (<span lang="en">Manage</span>)</p>'));
});
