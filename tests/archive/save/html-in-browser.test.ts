// Saved pages as a browser sees them from the disk: axe, a narrow phone, the search, and hostile texts that do nothing.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlRenderer } from '../../../src/archive/save/html-renderer';
import { htmlOf } from '../../../src/archive/save/html';
import type { Places } from '../../../src/archive/save/page';
import { messageRuns } from '../../../src/archive/save/message-selection';
import type { Conversation } from '../../../src/archive/conversation/conversation';
import { aConversation, aMessage, NOON, places, text, words } from './conversations';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const english = await words();
const mark = '\uE200cite\uE202turn0search1\uE201';
/** One red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const rich = aConversation({
  project: 'g-p-68a1b2c3',
  path: [
    aMessage({
      role: 'user',
      parts: [
        text('Two lines\n  kept as typed'),
        { kind: 'attachment', asset: 'file-b', name: 'notes.txt' },
        { kind: 'attachment', asset: 'gone', name: 'gone.pdf' },
      ],
    }),
    aMessage({
      parts: [
        text(
          `# Big\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n\`\`\`python\nprint("a long line ${'x'.repeat(200)}")\n\`\`\`\n\n- one\n- two \`code\`\n\n> said\n\nSo it is.${mark} And \\(x^2\\).`,
        ),
        { kind: 'image', asset: 'file-a' },
      ],
      citations: [{ mark, sources: [{ title: 'A page', url: 'https://example.org/a' }] }],
    }),
    aMessage({
      role: 'user',
      parts: [
        { kind: 'speech', text: 'Hello there', by: 'person' },
        { kind: 'audio', asset: 'file-c' },
      ],
    }),
    aMessage({
      sort: 'tool',
      recipient: 'canmore.create_textdoc',
      parts: [{ kind: 'canvas', name: 'Plan', type: 'document', content: '# Plan' }],
    }),
    aMessage({
      parts: [
        { kind: 'unknown', type: 'hologram', json: '{}' },
        { kind: 'quote', title: 'T', url: 'https://example.org', text: 'q' },
        { kind: 'error', name: 'E', text: 'no' },
      ],
    }),
  ],
  branches: [{ after: 0, messages: [aMessage({ parts: [text('left')] })] }],
});
const html = (conversation: Conversation, assets: Places): string =>
  htmlOf(conversation, messageRuns(conversation, { drafts: true, all: true }), assets, english).text;
const assets = places({ 'file-a': 'files/a (1) é.png', 'file-b': 'files/notes.txt', 'file-c': 'files/c.wav' });

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></script><svg onload=alert(1)>',
  '[x](javascript:alert(1))',
  '![x](https://evil.example/p.png)',
  '<https://evil.example/" onclick="alert(1)>',
  '```html"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```',
  '\uE0001\uE001<b>',
  '&lt;script&gt;',
  '<base href="https://evil.example/">',
  '| <script>alert(1)</script> | b |\n|---|---|\n| [a](data:text/html,<script>alert(1)</script>) | \\( <script>alert(1)</script> \\) |',
  'https://evil.example/"onmouseover="alert(1)',
];

/** The text in every place where one can come from outside. */
function everywhere(hostile: string): Conversation {
  const source = { title: hostile, url: hostile };
  return aConversation({
    id: hostile,
    title: hostile,
    model: hostile,
    project: hostile,
    gpt: hostile,
    path: [
      aMessage({ role: 'user', parts: [text(hostile), { kind: 'attachment', asset: hostile, name: hostile }] }),
      aMessage({
        parts: [text(`${hostile}${mark}`), { kind: 'speech', text: hostile, by: undefined }],
        citations: [{ mark, sources: [source] }],
      }),
      aMessage({
        role: hostile,
        name: hostile,
        parts: [
          { kind: 'code', language: hostile, text: hostile },
          { kind: 'output', text: hostile },
          { kind: 'quote', title: hostile, url: hostile, text: hostile },
        ],
      }),
      aMessage({
        role: 'tool',
        name: hostile,
        recipient: hostile,
        parts: [
          { kind: 'canvas', name: hostile, type: hostile, content: hostile },
          { kind: 'canvas', name: hostile, type: undefined, content: hostile },
          { kind: 'canvas-edits', edits: [{ pattern: hostile, replacement: hostile }] },
        ],
      }),
      aMessage({
        parts: [
          { kind: 'thinking', summary: hostile, text: hostile },
          { kind: 'error', name: hostile, text: hostile },
          { kind: 'instructions', profile: hostile, text: hostile },
          { kind: 'memory', text: hostile },
          { kind: 'unknown', type: hostile, json: hostile },
          { kind: 'image', asset: 'file-a' },
        ],
      }),
    ],
  });
}

describe.skipIf(!existsSync(executablePath))('saved pages in a browser', () => {
  let browser: Browser;
  let page: Page;
  let folder: string;
  const write = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return pathToFileURL(path).href;
  };
  const list = (count: number, title = (index: number): string => `Chat number ${index}`): string =>
    [
      ...htmlRenderer.index(
        {
          count,
          conversations: Array.from({ length: count }, (_, index) => ({
            path: `conversations/${index}.html`,
            title: title(index),
            created: NOON - index * 3_000_000,
            project: index === 1 ? 'g-p-68a1b2c3' : undefined,
          })),
          messages: 3,
          files: 2,
          documents: 1,
          sidePages: [{ name: 'memory', title: 'Memory' }],
          chatFiles: [],
          importing: undefined,
          leftOut: ['Something'],
        },
        english,
      ),
    ].join('');
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'saved-pages-'));
    for (const name of ['conversations', 'files']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'files', 'a (1) é.png'), PIXEL);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const pages: readonly (readonly [string, () => string])[] = [
    ['a conversation', () => write('conversations/rich.html', html(rich, assets))],
    ['the list', () => write('index.html', list(12))],
    [
      'public links',
      () =>
        write(
          'shared-links.html',
          htmlRenderer.sidePage(
            {
              name: 'shared-links',
              title: 'Public links',
              blocks: [
                { kind: 'words', text: 'w' },
                { kind: 'heading', text: 'h' },
                { kind: 'text', text: 't' },
                { kind: 'notes', notes: [{ text: 'n', when: 'now' }] },
                { kind: 'tasks', tasks: [{ title: 'one', url: 'https://chatgpt.com/share/1' }] },
              ],
            },
            english,
          ),
        ),
    ],
  ];
  it.each(pages)('axe finds nothing wrong with %s, light or dark', async (_name, url) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(url());
      // The policy of the page lets no script in; this one comes from outside of it.
      const violations: unknown = await (
        await page.context().newCDPSession(page)
      ).send('Runtime.evaluate', {
        expression: `${axe}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
        awaitPromise: true,
        returnByValue: true,
      });
      expect((violations as { readonly result: { readonly value: unknown } }).result.value).toEqual([]);
    }
  });
  it.each(pages)('%s fits a phone 320 pixels wide', async (_name, url) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(url());
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.setViewportSize({ width: 1024, height: 768 });
  });
  it('the style is let in, and so is a picture of the folder', async () => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(pages[0]?.[1]() ?? '');
    expect(await page.evaluate("getComputedStyle(document.querySelector('.mine')).borderRadius")).toBe('12px');
    await page.evaluate("document.querySelector('img').scrollIntoView()");
    await page.waitForFunction("document.querySelector('img').naturalWidth === 1");
    page.removeAllListeners();
    expect(said).toEqual([]);
  });
  it('the search finds titles whatever their accents, and says how many', async () => {
    await page.goto(
      write(
        'index.html',
        list(30, (index) => (index === 7 ? 'Un été à la mer' : `Chat ${index}`)),
      ),
    );
    await page.fill('#search', 'ETE');
    expect(
      await page.evaluate("[...document.querySelectorAll('.list li')].filter((row) => row.checkVisibility()).length"),
    ).toBe(1);
    expect(await page.textContent('#found')).toBe('1 found');
    await page.fill('#search', '');
    expect(
      await page.evaluate("[...document.querySelectorAll('.list li')].filter((row) => row.checkVisibility()).length"),
    ).toBe(30);
  });
  it('the list is whole without its script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(write('index.html', list(30)));
    expect(await still.locator('.list li').count()).toBe(30);
    expect(await still.locator('#search').isVisible()).toBe(false);
    await context.close();
  });
  it.each(HOSTILE)('%s runs and loads nothing', async (hostile) => {
    const heard: string[] = [];
    page.on('dialog', (dialog) => {
      heard.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => heard.push(...(request.url().startsWith('file:') ? [] : [request.url()])));
    const urls = [
      write('conversations/hostile.html', html(everywhere(hostile), places({ 'file-a': 'files/a (1) é.png' }))),
      write(
        'hostile.html',
        list(2, () => hostile),
      ),
      write(
        'beside.html',
        htmlRenderer.sidePage(
          {
            name: 'memory',
            title: hostile,
            blocks: [
              { kind: 'heading', text: hostile },
              { kind: 'text', text: hostile },
              { kind: 'notes', notes: [{ text: hostile, when: hostile }] },
              { kind: 'tasks', tasks: [{ title: hostile, url: hostile }] },
            ],
          },
          english,
        ),
      ),
    ];
    for (const [index, url] of urls.entries()) {
      await page.goto(url);
      expect(
        await page.evaluate(
          `document.querySelectorAll('script, iframe, object, embed, base, svg, [onclick], [onerror], [onmouseover], [onload]').length`,
        ),
      ).toBe(index === 1 ? 1 : 0);
      expect(
        await page.evaluate(
          `[...document.links].map(({ protocol }) => protocol).filter((one) => !['https:', 'file:'].includes(one))`,
        ),
      ).toEqual([]);
      expect(
        await page.evaluate(`[...document.images].map(({ src }) => src).filter((one) => !one.startsWith('file:'))`),
      ).toEqual([]);
    }
    expect(heard).toEqual([]);
    page.removeAllListeners();
  });
});
