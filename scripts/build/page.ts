// `npm run build:page`: writes the page to publish, and says how large it is and its SHA-256. `-- --langs en,fr --out FILE --url ADDRESS`.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { publishedAt, SOCIAL_PICTURE } from '../../src/page/assemble';
import { pageHtml, pagePicture } from './page-html';
import { pageFiles, pageLanguages } from './page-parts.mjs';

const given = { type: 'string' } as const;
const { values } = parseArgs({ options: { langs: given, out: given, url: given } });

async function main(): Promise<void> {
  const out = values.out ?? 'page/quitgpt.html';
  const langs = values.langs?.split(',') ?? pageLanguages();
  const at = values.url === undefined ? undefined : publishedAt(values.url);
  if (values.url !== undefined && at === undefined)
    throw new Error(`--url: ${values.url} is no https address of a page`);
  const html = await pageHtml(langs, at);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, html);
  if (at !== undefined) writeFileSync(join(dirname(out), SOCIAL_PICTURE), await pagePicture(langs[0] ?? 'en'));
  const parts = Object.entries(await pageFiles()).map(([name, text]) => `  ${name} ${kB(Buffer.byteLength(text))}\n`);
  const zipped = kB(gzipSync(html, { level: 9 }).length);
  process.stdout.write(
    `${out}: ${kB(Buffer.byteLength(html))}, ${zipped} gzipped\nSHA-256 ${createHash('sha256').update(html).digest('hex')}\n${parts.join('')}`,
  );
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

void main();
