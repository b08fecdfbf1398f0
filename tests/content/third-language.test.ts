// Adding a language is adding a folder: a generated one is built and spoken with no other change.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse, stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../scripts/content/check-content';
import { textsOf } from '../../scripts/content/check-wording';
import { compileContent } from '../../scripts/content/compile-content';
import { readContent } from '../../scripts/content/read-content';
import type { Catalogue } from '../../src/content/catalogue';
import { chooseLanguage } from '../../src/content/locale';
import { summarise } from '../../src/journey/summary';
import { renderAs } from '../../src/render/formats';
import { plainStyle } from '../../src/render/style';
import { checklistDocument } from '../../src/view/checklist-view';
import { gateDocument } from '../../src/view/gate-view';
import { reasonsDocument } from '../../src/view/lists-view';
import { reviewDocument } from '../../src/view/review-view';
import { stepDocument } from '../../src/view/step-view';
import { summaryDocument } from '../../src/view/summary-view';
import { translatorOf } from '../../src/view/translator';
import { leftoversIn } from '../journeys/printed';
import { aCheck, aJourney, aRecord, idsOf, TODAY } from '../support/builders';
import { TODAY_OF_CHECK } from './contents';

const TAG = 'eo';
const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/** English with accents on its vowels: as long, and as far from English as a check can see. What stands in braces or backticks stays. */
function pseudo(text: string): string {
  let depth = 0;
  let code = false;
  return [...text]
    .map((letter) => {
      if (letter === '{') depth += 1;
      if (letter === '}') depth -= 1;
      if (letter === '`') code = !code;
      return depth === 0 && !code ? (ACCENTS[letter] ?? letter) : letter;
    })
    .join('');
}

const pseudoTree = (value: unknown): unknown =>
  typeof value === 'string'
    ? pseudo(value)
    : Array.isArray(value)
      ? value.map(pseudoTree)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, pseudoTree(item)]))
        : value;

let root: string;
/** A copy of the program's sources, so that its own compiled content stays as it is. */
let program: string;
let content: string;
let words: Catalogue;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'third-language-'));
  [program, content] = [join(root, 'src'), join(root, 'content')];
  cpSync('content', content, { recursive: true });
  mkdirSync(join(content, TAG));
  for (const file of readdirSync(join(content, 'en')))
    writeFileSync(
      join(content, TAG, file),
      stringify(pseudoTree(parse(readFileSync(join(content, 'en', file), 'utf8')))),
    );

  const checked = checkContent(readContent(content), TODAY_OF_CHECK);
  if (!checked.ok) throw new Error(checked.problems.map(({ where, what }) => `${where}: ${what}`).join('\n'));
  cpSync('src', program, { recursive: true, filter: (path) => !/[\\/]compiled([\\/]|$)/.test(path) });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  compileContent(checked.content, join(program, 'content', 'compiled'), '1.2.3');
  const { loadCatalogue } = (await import(join(program, 'content', 'catalogue.ts'))) as {
    loadCatalogue: (lang: string) => Promise<Catalogue>;
  };
  words = await loadCatalogue(TAG);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a folder more is a language more', () => {
  test('the folder listing is the list of languages', async () => {
    const about = (await import(join(program, 'content', 'compiled', 'about.ts'))) as {
      LANGUAGES: readonly string[];
      VERSION: string;
      CHECKED: string;
    };
    expect(about.LANGUAGES).toEqual([...Object.keys(readContent('content').languages), TAG].sort());
    expect(about.VERSION).toBe('1.2.3');
    expect(about.CHECKED).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(chooseLanguage({ LANG: 'eo_XX.UTF-8' }, [], about.LANGUAGES)).toEqual({ lang: TAG, asked: false });
    expect(chooseLanguage({ QUITGPT_LANG: 'eo' }, [], about.LANGUAGES)).toEqual({ lang: TAG, asked: true });
  });

  test('it is spoken, with its own plurals, and never half', () => {
    const translator = translatorOf(words, 'en');
    expect(translator.say(translator.ui.common.back)).toBe(pseudo('Back'));
    expect(translator.say(translator.ui.ending.steps_left, { n: 1 })).not.toBe(
      translator.say(translator.ui.ending.steps_left, { n: 2 }),
    );
    const texts = textsOf(readContent('content').languages['en'], '');
    expect(translator.step('cancel-web').title).toBe(
      pseudo(texts.find(([where]) => where === 'steps.cancel-web.title')?.[1] ?? ''),
    );
    const english = texts.map(([, text]) => text).filter((text) => /^[A-Z][a-z]+ [a-z]+ [a-z ]+$/.test(text));
    expect(english.length).toBeGreaterThan(50);
    const said = JSON.stringify(words.words);
    expect(english.filter((text) => said.includes(JSON.stringify(text)))).toEqual([]);
  });

  test.each(['text', 'markdown', 'html', 'json'] as const)('its pages are whole as %s', async (format) => {
    const translator = translatorOf(words, 'eo');
    const journey = aJourney({ goal: 'delete', billedBy: ['openai', 'apple'], uses: 'unsure' });
    const deletion =
      journey.steps.find(({ step }) => step.irreversible === true) ?? expect.fail('nothing irreversible');
    const record = aRecord({ profile: journey.profile, done: ['cancel-apple'] });
    const documents = [
      checklistDocument(translator, journey, '2026-11-21', TODAY),
      stepDocument(translator, journey, deletion, TODAY),
      gateDocument(translator, journey, deletion, record, { kind: 'gone', check: aCheck() }),
      reviewDocument(translator, journey, record),
      summaryDocument(translator, summarise(record, journey)),
      reasonsDocument(translator),
    ];
    for (const document of documents) {
      expect(document.lang).toBe(TAG);
      const text = await renderAs(format, document, { columns: 80, style: plainStyle, ids: true, qr: false });
      if (format === 'text') expect(leftoversIn(text)).toEqual([]);
      if (format === 'html') expect(text).toContain('<html lang="eo" dir="ltr">');
    }
    const [checklist] = documents;
    const text = await renderAs(format, checklist ?? expect.fail(), {
      columns: 80,
      style: plainStyle,
      ids: true,
      qr: false,
    });
    for (const id of idsOf(journey)) expect(text).toContain(id);
    expect(format === 'json' ? JSON.stringify(JSON.parse(text)) : text).toContain(pseudo('Delete'));
  });
});

describe('a language half done', () => {
  const problems = () => {
    const checked = checkContent(readContent(content), TODAY_OF_CHECK);
    return checked.ok ? [] : checked.problems;
  };
  const change = (file: string, edit: (value: Record<string, Record<string, unknown>>) => void): (() => void) => {
    const path = join(content, TAG, file);
    const before = readFileSync(path, 'utf8');
    const value = parse(before) as Record<string, Record<string, unknown>>;
    edit(value);
    writeFileSync(path, stringify(value));
    return () => writeFileSync(path, before);
  };

  test.each<[string, string, (value: Record<string, Record<string, unknown>>) => void, string]>([
    ['a word of the program', 'ui.yaml', (value) => void delete value['common']?.['back'], 'eo/ui.common.back'],
    ['a page', 'links.yaml', (value) => void delete value['billing'], 'eo/links.billing'],
    ['a claim', 'claims.yaml', (value) => void delete value['donations'], 'eo/claims.donations'],
    ['a step', 'steps.yaml', (value) => void delete value['cancel-apple'], 'eo/steps.cancel-apple'],
  ])('that lacks %s does not build, and is told where', (_what, file, edit, where) => {
    const undo = change(file, edit);
    try {
      expect(problems()).toEqual([expect.objectContaining({ rule: 'missing-words', where })]);
    } finally {
      undo();
    }
  });
  test('that lacks a whole file does not build', () => {
    const path = join(content, TAG, 'questions.yaml');
    const before = readFileSync(path, 'utf8');
    rmSync(path);
    try {
      expect(problems()).toEqual([expect.objectContaining({ rule: 'shape', where: 'eo.questions' })]);
    } finally {
      writeFileSync(path, before);
    }
  });
  test('made whole again, it builds', () => expect(problems()).toEqual([]));
});
