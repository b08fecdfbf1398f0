// `npm run bench:pages [-- --looks web,phone,mail,store] [--themes light,dark] [FILE…]`: pages in other people's words, drawn and read.
import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readingWords } from '../../src/content/compiled/reading-words';
import { readPicture } from '../../src/proof/reading/read-picture';
import { pngPixels } from '../corpus/png-pixels';
import { readingFiles } from '../build/shipped-files.mjs';

/** `want` is left out where the page shows no end. */
type Page = {
  readonly lang: string;
  readonly kind: string;
  readonly rows: readonly (string | readonly string[])[];
  readonly want?: 'ending' | 'deleted';
  readonly day?: string | null;
  readonly looks?: string;
};

const TODAY = '2026-11-27';
const shipped = readingFiles();
const host = {
  shipped: async (name: string): Promise<Uint8Array> => Buffer.from(shipped[name as keyof typeof shipped]),
};

/** Width in CSS pixels, pixels of the picture for one of them, and the style of each look. */
const LOOKS = {
  web: {
    width: 1000,
    scale: 1,
    style:
      'body{font:15px/1.45 "Liberation Sans";padding:28px 40px}.row{padding:8px 0;border-bottom:1px solid #8883}p:first-child{font-size:22px;font-weight:600}',
  },
  phone: {
    width: 390,
    scale: 2,
    style:
      'body{font:16px/1.4 "DejaVu Sans";padding:20px}.row{padding:10px 0;border-bottom:1px solid #8883}p:nth-child(2){font-size:24px;font-weight:700}',
  },
  mail: {
    width: 820,
    scale: 1,
    style: 'body{font:16px/1.5 "Liberation Serif";padding:24px 60px}.row{padding:4px 0}p:nth-child(2){font-size:22px}',
  },
  store: {
    width: 430,
    scale: 2,
    style:
      'body{font:15px/1.45 "Liberation Sans";padding:16px}.row,p{background:#8881;border-radius:10px;padding:10px;margin:6px 0}',
  },
} as const;
type Look = keyof typeof LOOKS;
const THEMES = { light: 'background:#fff;color:#111', dark: 'background:#1e1e1e;color:#ececec' } as const;
type Theme = keyof typeof THEMES;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function htmlOf({ rows }: Page, look: Look, theme: Theme): string {
  const body = rows
    .map((row) =>
      typeof row === 'string'
        ? `<p>${escaped(row)}</p>`
        : `<div class="row">${row.map((text) => `<span>${escaped(text)}</span>`).join('')}</div>`,
    )
    .join('');
  return `<!doctype html><meta charset="utf-8"><style>body{margin:0;${THEMES[theme]}}p{margin:10px 0}.row{display:flex;justify-content:space-between;gap:40px}${LOOKS[look].style}</style><body>${body}</body>`;
}

async function bench(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      looks: { type: 'string', default: 'web,phone,mail,store' },
      themes: { type: 'string', default: 'light,dark' },
    },
  });
  const files =
    positionals.length > 0
      ? positionals
      : ['not-ended', 'not-ended-2', 'not-ended-3', 'ended', 'ended-2'].map(
          (name) => `tests/proof/reading/pages/${name}.json`,
        );
  const pages = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as readonly Page[]);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const tally = { near: 0, falseEnds: 0, ends: 0, seen: 0, dated: 0, days: 0, looks: 0 };
  try {
    for (const look of values.looks.split(',') as Look[]) {
      const { width, scale } = LOOKS[look];
      const tab = await browser.newPage({ viewport: { width, height: 300 }, deviceScaleFactor: scale });
      for (const theme of values.themes.split(',') as Theme[]) {
        for (const page of pages) {
          await tab.setContent(htmlOf(page, look, theme));
          const {
            judgement: { plan, day, looks },
          } = await readPicture(pngPixels(await tab.screenshot({ fullPage: true })), readingWords, {
            host,
            today: TODAY,
          });
          const isEnd = plan === 'ending' || plan === 'deleted';
          const tell = (what: string): void =>
            console.log(
              `${what} (${look}, ${theme}, ${page.lang}, ${page.kind}): ${plan} ${JSON.stringify(day ?? '')} ${looks} — ${page.rows.flat().join(' / ').slice(0, 300)}`,
            );
          if (page.want === undefined) {
            tally.near += 1;
            if (isEnd) {
              tally.falseEnds += 1;
              tell('false end');
            }
            continue;
          }
          tally.ends += 1;
          if (plan === page.want) tally.seen += 1;
          else tell('not seen');
          if (looks === page.looks) tally.looks += 1;
          if (typeof page.day !== 'string' || plan !== page.want) continue;
          tally.dated += 1;
          if (JSON.stringify(day ?? '').includes(page.day)) tally.days += 1;
          else tell(`day ${page.day}`);
        }
      }
      await tab.close();
    }
  } finally {
    await browser.close();
  }
  console.log(
    `false ends ${tally.falseEnds} of ${tally.near} · ends seen ${tally.seen} of ${tally.ends} · days right ${tally.days} of ${tally.dated} · whose page right ${tally.looks} of ${tally.ends}`,
  );
}

void bench();
