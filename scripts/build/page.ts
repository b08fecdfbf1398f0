// `npm run build:page`: writes the page to publish, and says how large it is. `-- --langs en,fr --out FILE`.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { loadCatalogue } from '../../src/content/catalogue';
import { say } from '../../src/content/messages';
import { assemblePage } from '../../src/page/assemble';
import { pageFiles, pageLanguages } from './page-parts.mjs';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { langs: { type: 'string' }, out: { type: 'string' } } });
  const langs = values.langs?.split(',') ?? pageLanguages();
  const out = values.out ?? 'page/quitgpt.html';
  const files = await pageFiles();
  const part = (name: string): string => files[name] ?? '';
  const { page } = (await loadCatalogue(langs[0] ?? 'en')).words.ui;
  const html = assemblePage(
    {
      script: part('page.js'),
      words: langs.map((tag) => ({ tag, json: part(`page-words.${tag}.json`) })),
      screen: part('page.css'),
      print: part('page-print.css'),
      licences: part('page-licences.txt'),
    },
    { title: say(page.title), about: say(page.about), needsScript: say(page.needs_script) },
    (text) => createHash('sha256').update(text).digest('base64'),
  );
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, html);
  const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`${out}: ${kB(Buffer.byteLength(html))}, ${kB(gzipSync(html, { level: 9 }).length)} gzipped`);
  for (const [name, text] of Object.entries(files)) console.log(`  ${name} ${kB(Buffer.byteLength(text))}`);
}

void main();
