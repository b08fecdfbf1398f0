// The page as one text, out of the sources: for publishing it and for tests.
import { createHash } from 'node:crypto';
import { loadCatalogue } from '../../src/content/catalogue';
import { say } from '../../src/content/messages';
import { assemblePage } from '../../src/page/assemble';
import { pageFiles } from './page-parts.mjs';

/** The same text as `quitgpt page --langs …` writes. */
export async function pageHtml(langs: readonly string[]): Promise<string> {
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
    { title: say(page.title), about: say(page.about), needsScript: say(page.needs_script) },
    (text) => createHash('sha256').update(text).digest('base64'),
  );
}
