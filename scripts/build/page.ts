// `npm run build:page`: writes the page to publish, and says how large it is. `-- --langs en,fr --out FILE`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { pageHtml } from './page-html';
import { pageFiles, pageLanguages } from './page-parts.mjs';

const { values } = parseArgs({ options: { langs: { type: 'string' }, out: { type: 'string' } } });

async function main(): Promise<void> {
  const out = values.out ?? 'page/quitgpt.html';
  const html = await pageHtml(values.langs?.split(',') ?? pageLanguages());
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, html);
  const parts = Object.entries(await pageFiles()).map(([name, text]) => `  ${name} ${kB(Buffer.byteLength(text))}\n`);
  const zipped = kB(gzipSync(html, { level: 9 }).length);
  process.stdout.write(`${out}: ${kB(Buffer.byteLength(html))}, ${zipped} gzipped\n${parts.join('')}`);
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

void main();
