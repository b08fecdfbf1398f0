// The words of the page: spoken as the compiler's functions speak, twins where something stands, and nothing left out that is said.
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../scripts/content/language-words';
import { pageWords, UNSAID } from '../../scripts/content/page-words';
import { readContent } from '../../scripts/content/read-content';
import { LANGUAGES } from '../../src/content/compiled/about';
import { loadCatalogue } from '../../src/content/catalogue';
import { say } from '../../src/content/messages';
import type { Message } from '../../src/content/schema';
import { spokenTree } from '../../src/content/spoken';
import type { Words } from '../../src/content/words';
import type { RawWords } from '../../src/content/words-schema';
import { withTwins } from '../../src/page/twins';

/** What stands beside the program that runs on a computer, and what only a terminal has, in the languages there are. */
const ON_A_COMPUTER =
  /[Oo]n a computer|un ordinateur|Computer|\b(?:ordenador|computadora|equipo|computer|computador)\b/;
const TERMINAL = /[Tt]erminal|Ctrl|\bStrg\b|\bEnter\b|Entrée|Eingabetaste|\bIntro\b|\bInvio\b|`quitgpt/;

const content = readContent('content');
const raw = (lang: string): RawWords => content.languages[lang] as unknown as RawWords;

/** Every text of a tree with its path. */
function messagesIn(tree: unknown, path = ''): readonly (readonly [string, Message])[] {
  if (typeof tree === 'string' || typeof tree === 'function') return [[path, tree as Message]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, item]) => messagesIn(item, path === '' ? key : `${path}.${key}`));
}
const at = (tree: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((below, key) => (below as Readonly<Record<string, unknown>> | undefined)?.[key], tree);

describe.each(LANGUAGES)('in %s', (lang) => {
  test('every text is spoken as the compiled one is, whatever the values', async () => {
    const { words } = await loadCatalogue(lang);
    const { letters: _letters, ...texts } = raw(lang);
    const spoken = spokenTree<Words>({ ...texts, language: languageOf(lang, texts.language) }, lang);
    const compiled = new Map(messagesIn(words));
    const pairs = messagesIn(spoken).map(([path, message]) => ({ path, own: message, wanted: compiled.get(path) }));
    expect(pairs.filter(({ wanted }) => wanted === undefined)).toEqual([]);
    const functions = pairs.filter(({ own, wanted }) => typeof own === 'function' || typeof wanted === 'function');
    expect(functions.length).toBeGreaterThan(200);
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(0, 1, 2, 3, 1000, 1_000_000), fc.nat(5_000_000)),
        fc.string(),
        (number, text) => {
          const args = new Proxy({}, { get: (_, name) => (counts.has(String(name)) ? number : text) });
          for (const { path, own, wanted } of functions) expect(say(own, args), path).toBe(say(wanted ?? '', args));
        },
      ),
      { numRuns: 30 },
    );
  });
  /** Values that count something, because a text has forms for their numbers; others are words. */
  const counts = new Set(
    [...JSON.stringify(raw(lang)).matchAll(/\{(\w+), (?:plural|selectordinal),/g)].map(([, name = '']) => name),
  );

  const twins = Object.entries((raw(lang).ui['page'] as { readonly twins: Readonly<Record<string, string>> }).twins);
  test.each(twins)('the twin of %s stands for something else', (path, twin) => {
    expect(typeof at(raw(lang), path), path).toBe('string');
    expect(at(raw(lang), path)).not.toBe(twin);
  });
  test('a twin is said on the page, and what it replaces on paper', () => {
    const words = spokenTree<Words>(pageWords(lang, raw(lang)), lang);
    const page = withTwins(words);
    for (const [path, twin] of twins) if (!twin.includes('{')) expect(at(page, path), path).toBe(twin);
    const step = 'steps.verify-export.ways.check.do.0';
    expect(at(words, step)).toBe(at(raw(lang), step));
  });
  test('no sentence of the page’s own speaks of a terminal', () => {
    for (const [path, message] of messagesIn(raw(lang).ui['page'])) {
      const text = typeof message === 'string' ? message : '';
      if (!ON_A_COMPUTER.test(text)) expect(text, path).not.toMatch(TERMINAL);
    }
  });
});

test('what the page leaves out is said by no part of it', () => {
  const sources = ['walk', 'page', 'prompt'].flatMap((room) =>
    readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && name !== 'damaged-turn.ts')
      .map((name) => ({ name, text: readFileSync(join('src', room, name), 'utf8') })),
  );
  expect(sources.length).toBeGreaterThan(20);
  for (const { name, text } of sources)
    for (const part of UNSAID) expect(text, name).not.toMatch(new RegExp(`\\bui\\.${part}\\b`));
});
