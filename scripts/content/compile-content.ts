// Writes checked content as modules the program can load: one for the guide, one per language.
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf } from './language-words';
import type { Guide, WholeGuide } from '../../src/content/schema';
import type { RawWords } from '../../src/content/words-schema';
import { lettersApart } from './letters-apart';

export type CheckedContent = { readonly guide: WholeGuide; readonly languages: Readonly<Record<string, RawWords>> };

const NOTE = '// Made from content/ by `npm run build`. Do not edit.\n';

/** Writes the modules into `folder`, replacing what was there. `version` is the package's. */
export function compileContent(content: CheckedContent, folder: string, version: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), NOTE + text);
  const tags = Object.keys(content.languages);
  const checked = newestCheck(content.guide);

  const { readingWords, ...rest } = content.guide;
  const { guide, letters } = lettersApart(content.guide, rest);
  write('guide.ts', `import type { Guide } from '../schema';\nexport const guide: Guide = ${inParts(guide)};\n`);
  write(
    'reading-words.ts',
    `import type { WholeGuide } from '../schema';\nexport const readingWords: WholeGuide['readingWords'] = ${inParts(readingWords)};\n`,
  );
  const letterLoaders = tags
    .map(
      (tag) =>
        `  ${JSON.stringify(tag)}: async () => (await import('./letters.${tag}')).default as unknown as LettersWords,`,
    )
    .join('\n');
  write(
    'letters.ts',
    `import type { LettersGuide } from '../schema';\nimport type { LettersWords } from '../words';\nexport const lettersGuide: LettersGuide = ${inParts(letters)};\nexport const loadLetters: Readonly<Record<string, () => Promise<LettersWords>>> = {\n${letterLoaders}\n};\n`,
  );
  write(
    'about.ts',
    `export const VERSION = ${JSON.stringify(version)};\nexport const CHECKED = ${JSON.stringify(checked)};\nexport const LANGUAGES: readonly string[] = ${JSON.stringify(tags)};\n`,
  );
  const loaders = tags
    .map((tag) => `  ${JSON.stringify(tag)}: async () => (await import('./words.${tag}')).default as unknown as Words,`)
    .join('\n');
  write(
    'languages.ts',
    `import type { Words } from '../words';\nexport const loadWords: Readonly<Record<string, () => Promise<Words>>> = {\n${loaders}\n};\n`,
  );
  for (const [tag, { letters: ownLetters, ...words }] of Object.entries(content.languages)) {
    const language = languageOf(tag, words.language);
    write(`words.${tag}.ts`, `// @ts-nocheck\n${compileWords(tag, { ...words, language })}`);
    write(`letters.${tag}.ts`, `// @ts-nocheck\n${compileWords(tag, ownLetters)}`);
  }
  const reference = content.languages['en'] ?? Object.values(content.languages)[0];
  write('ui.ts', `import type { Message } from '../schema';\nexport type Ui = ${typeOf(reference?.ui ?? {}, '')};\n`);
}

/** The day the content was last checked: the newest date on any step. */
function newestCheck(guide: Pick<Guide, 'steps'>): string {
  return (
    guide.steps
      .map(({ checked }) => checked)
      .sort()
      .at(-1) ?? ''
  );
}

/** Texts without arguments stay strings; the others become functions, by the ICU compiler. */
function compileWords(tag: string, words: object): string {
  const messages: Record<string, string> = {};
  const tree = inParts(words, (text) => {
    if (!/[{}]/.test(text)) return undefined;
    const key = `m${Object.keys(messages).length}`;
    messages[key] = text;
    return `m.${key}`;
  });
  const compiled = compileModule(new MessageFormat(tag), messages).replace(/export default \{/, 'const m = {');
  return `${compiled};\nexport default ${tree};\n`;
}

/**
 * An object as code that reads each part of it from JSON when it is first asked for: a start needs few of them, and JSON
 * is read faster than code. `codeOf` names the texts that are code themselves.
 */
function inParts(parts: object, codeOf: (text: string) => string | undefined = () => undefined): string {
  const entries = Object.entries(parts).map(([name, part]) => {
    const slots: string[] = [];
    const plain = withSlots(part, 'part', codeOf, slots);
    const filled = slots.length === 0 ? '' : `, (part: any) => { ${slots.join(' ')} }`;
    return `  get ${JSON.stringify(name)}() { return read(${JSON.stringify(name)}, ${JSON.stringify(JSON.stringify(plain))}${filled}); },`;
  });
  return `(() => {
const made: Record<string, any> = {};
const read = (name: string, json: string, fill?: (part: any) => void): any => {
  if (made[name] === undefined) {
    made[name] = JSON.parse(json);
    fill?.(made[name]);
  }
  return made[name];
};
return {
${entries.join('\n')}
};
})()`;
}

/** `value` with 0 where code goes; `slots` gets the assignments that put it there. */
function withSlots(
  value: unknown,
  path: string,
  codeOf: (text: string) => string | undefined,
  slots: string[],
): unknown {
  if (typeof value === 'string') {
    const code = codeOf(value);
    if (code === undefined) return value;
    slots.push(`${path} = ${code};`);
    return 0;
  }
  if (Array.isArray(value)) return value.map((item, index) => withSlots(item, `${path}[${index}]`, codeOf, slots));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      withSlots(item, `${path}[${JSON.stringify(key)}]`, codeOf, slots),
    ]),
  );
}

function typeOf(value: unknown, indent: string): string {
  if (typeof value === 'string') return 'Message';
  if (Array.isArray(value)) return 'readonly Message[]';
  const inner = `${indent}  `;
  const rows = Object.entries(value as object).map(
    ([key, item]) => `${inner}readonly ${JSON.stringify(key)}: ${typeOf(item, inner)};`,
  );
  return `{\n${rows.join('\n')}\n${indent}}`;
}
