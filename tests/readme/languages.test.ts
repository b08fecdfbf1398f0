// The list of the languages, and the short readme of each: they name what is there, in the words that are on the screen.
import { describe, expect, test } from 'vitest';
import { textsOf } from '../../scripts/content/check-wording';
import { PAGE, TABLE, tableNow } from '../../scripts/content/languages-table';
import { readContent } from '../../scripts/content/read-content';
import { LANGUAGES } from '../../src/content/compiled/about';
import { commandsOf, innerLinks, optionsIn, textOf } from './documents';

const { languages } = readContent('content');
const others = LANGUAGES.filter((tag) => tag !== 'en');
const readme = textOf('README.md');
const reference = textOf('docs/reference.md');
const known = new Set([...optionsIn(readme), ...optionsIn(reference)]);

test('the list is that of the content', () => {
  expect(TABLE.exec(textOf(PAGE))?.[0]).toBe(tableNow());
});

describe.each(others)('the short readme in %s', (tag) => {
  const file = `docs/readme.${tag}.md`;
  const text = textOf(file);
  const prose = text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

  test('is reached from the top of README.md', () => {
    const top = readme.slice(0, readme.indexOf('```'));
    expect(innerLinks(top).map(({ path }) => path)).toContain(file);
  });

  test('starts the guide in that language, and names options and commands that there are', () => {
    expect(commandsOf(text).map(({ line }) => line)).toContain(`npm install && npm start -- --lang ${tag}`);
    expect(text).toContain(`npx quitgpt --lang ${tag}`);
    expect([...optionsIn(text)].filter((option) => !known.has(option))).toEqual([]);
    const commands = [...text.matchAll(/npx quitgpt ([a-z]+)/g)].map(([, command = '']) => command);
    expect(commands.filter((command) => !reference.includes(`| \`quitgpt ${command}`))).toEqual([]);
  });

  test('says what is not there yet, and counts nothing that would be counted anew elsewhere', () => {
    expect(text).toContain('`reviewed: false`');
    expect(innerLinks(text).map(({ path }) => path)).toContain('languages.md');
  });

  test('quotes the guide as it speaks', () => {
    const { quotes } = (languages[tag] as { readonly language: { readonly quotes: readonly [string, string] } })
      .language;
    const [open, close] = quotes.map((quote) => quote.replace(/\s/gu, ''));
    const said = new Set(textsOf(languages[tag], '').map(([, words]) => words));
    const quoted = [...prose.matchAll(new RegExp(`${open}\\s?([^${close}]+?)\\s?${close}`, 'gu'))].map(
      ([, words = '']) => words.replaceAll('\n', ' '),
    );
    expect(quoted.length).toBeGreaterThan(0);
    // Words of buttons in ChatGPT stand in the list of labels, and in no language of the guide.
    expect(
      quoted.filter((words) => !said.has(words) && !textOf('content/guide/menu-labels.yaml').includes(words)),
    ).toEqual([]);
  });
});

test('the French one is set as French is', () => {
  const bare = textOf('docs/readme.fr.md')
    .replace(/^```[^]*?^```$/gm, '')
    .replace(/`[^`\n]*`|https:\/\/[^)\s]*/g, '');
  expect(bare).not.toMatch(/[ \p{L}][:;!?]|'|« | »/u);
});
