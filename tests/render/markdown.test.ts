import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown';
import { paragraph, type Block } from '../../src/view/document';
import { aDocument, aStep, checklist, everywhere, HOSTILE, label } from './documents';

const one = (block: Block): string =>
  renderMarkdown(aDocument([{ kind: 'heading', level: 1, text: 'T' }, block])).slice('# T\n\n'.length);
/** What is left when escaped characters and code are taken away: only there can Markdown act. */
const live = (markdown: string): string =>
  markdown.replace(/^ *(`{3,})\n.*\n *\1$/gm, '').replace(/\\[\x21-\x7E]|(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
/** The blocks that are opened, in order. */
const outline = (markdown: string): readonly string[] =>
  live(markdown)
    .split('\n')
    .flatMap((line) => /^ *(#+ |- \[.\] |- |\d+[.)] |>|`|~|\||[-:]+$|=+$)/.exec(line)?.[0] ?? [])
    .filter((opening, index, all) => opening !== '>' || all[index - 1] !== '>');

describe('hostile text in Markdown', () => {
  it.each(HOSTILE)('%s opens no link, picture or HTML', (_name, text) => {
    const links = [
      ...live(renderMarkdown(everywhere(text))).matchAll(
        /<(?!https:\/\/example\.org\/[^>\s]*>)|\]\(|\]\[|!\[|https?:\/\/(?!example\.org)|www\./g,
      ),
    ];
    expect(links.map(([found]) => found)).toEqual([]);
  });
  it.each(HOSTILE.filter(([, text]) => !text.includes('\n')))('%s opens no block', (_name, text) =>
    expect(outline(renderMarkdown(everywhere(text)))).toEqual(outline(renderMarkdown(everywhere('word')))),
  );
  it('opens no block at any line of a text', () =>
    expect(renderMarkdown(aDocument([paragraph('# a\n- b\n1. c\n> d\n```\n---\n===\n:-:\n    e\n<div>')]))).toBe(
      '# A title\n\n\\# a\\\n\\- b\\\n1\\. c\\\n\\> d\\\n\\`\\`\\`\\\n\\---\\\n\\===\\\n\\:-:\\\ne\\\n\\<div\\>\n',
    ));
  it('keeps code in code', () =>
    expect(
      one(
        paragraph([
          { kind: 'code', text: '`a` ``b``' },
          { kind: 'code', text: '<b>' },
        ]),
      ),
    ).toBe('``` `a` ``b`` ``` `<b>`\n'));
  it('shows an address that may not be opened as code', () =>
    expect(one({ kind: 'page', url: 'javascript:alert(1)' })).toBe('`javascript:alert(1)`\n'));
});

describe('Markdown', () => {
  it('makes steps a task list with number, title, aside and id', () =>
    expect(
      one(aStep({ aside: { text: 'before 2 December', tone: 'warning' }, blocks: [paragraph('Only Apple can.')] })),
    ).toBe('- [ ] **4. Cancel with Apple** · before 2 December `cancel-apple`\n\n  Only Apple can.\n'));
  it('ticks what is done, and says what was skipped', () => {
    expect(one(aStep({ state: 'done', stateWord: 'done' }))).toBe(
      '- [x] **4. Cancel with Apple** · done `cancel-apple`\n',
    );
    expect(one(aStep({ state: 'skipped', stateWord: 'skipped' }))).toBe(
      '- [ ] **4. Cancel with Apple** · skipped `cancel-apple`\n',
    );
  });
  it('keeps a list inside its step', () =>
    expect(
      one(aStep({ blocks: [{ kind: 'list', ordered: true, items: [['Tap ', label('Cancel'), '.']] }] })),
    ).toContain('\n\n  1. Tap **Cancel**.\n'));
  it('links addresses to themselves', () =>
    expect(one({ kind: 'page', url: 'https://chatgpt.com/#settings', title: 'Page:' })).toBe(
      '**Page:** <https://chatgpt.com/#settings>\n',
    ));
  it('shows the English words beside a translation', () =>
    expect(one(paragraph([label('Gérer', 'Manage')]))).toBe('**Gérer** (Manage)\n'));
  it('sets a warning apart', () =>
    expect(one(paragraph('You pay.', 'warning', 'Watch out'))).toBe('> **Watch out:** You pay.\n'));
  it('opens with the title unless a heading does', () => {
    expect(renderMarkdown(aDocument([]))).toBe('# A title\n');
    expect(renderMarkdown(checklist).match(/^# /gm)).toHaveLength(1);
  });
});
