// The page as one text, out of the sources: for publishing it and for tests.
import { createHash } from 'node:crypto';
import { loadCatalogue } from '../../src/content/catalogue';
import { say } from '../../src/content/messages';
import { TOOL_FILES } from '../../src/card/draw';
import { makeCard } from '../../src/card/make';
import { assemblePage, socialCard } from '../../src/page/assemble';
import { pageFiles } from './page-parts.mjs';
import { cardFiles } from './shipped-files.mjs';

/** The same text as `quitgpt page --langs … --url …` writes. */
export async function pageHtml(langs: readonly string[], at?: string): Promise<string> {
  const files = await pageFiles();
  const part = (name: string): string => files[name] ?? '';
  const { page } = (await loadCatalogue(langs[0] ?? 'en')).words.ui;
  return assemblePage(
    {
      script: part('page.js'),
      words: langs.map((tag) => ({ tag, json: part(`page-words.${tag}.json`) })),
      screen: part('page.css'),
      print: part('page-print.css'),
      licences: part('page-licences.txt'),
    },
    { title: say(page.title), about: say(page.about), needsScript: say(page.needs_script), at },
    (text) => createHash('sha256').update(text).digest('base64'),
  );
}

/** The picture for links to it, as PNG, in the first language. */
export async function pagePicture(lang: string): Promise<Uint8Array> {
  const { page } = (await loadCatalogue(lang)).words.ui;
  const files = await cardFiles();
  const made = await makeCard(
    socialCard({ title: say(page.title), about: say(page.about) }, lang),
    ['wide'],
    { wasm: files[TOOL_FILES.wasm], regular: files[TOOL_FILES.regular], bold: files[TOOL_FILES.bold] },
    ({ sentence }) => sentence,
  );
  if (!made.ok || made.drawings[0] === undefined) throw new Error(`the picture in "${lang}" cannot be drawn`);
  return made.drawings[0].png;
}
