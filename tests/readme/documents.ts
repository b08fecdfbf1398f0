// The documents of the repository, and the parts of Markdown that can be held against the program.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every Markdown file that people are meant to read, from the root of the repository. */
export function documents(): readonly string[] {
  const inDocs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name));
  return [...readdirSync('.'), ...inDocs, 'content/README.md'].filter((name) => name.endsWith('.md')).sort();
}

export function textOf(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The fenced blocks of one language, in order, without their fences. */
export function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, tag, body]) =>
    tag === language && body !== undefined ? [body] : [],
  );
}

export type Command = {
  /** As it stands there, without the remark. */
  readonly line: string;
  /** The exit code of a remark such as `# ends with 3`; 0 where nothing is said. */
  readonly code: number;
};

/** Every command of the shell blocks, in order. */
export function commandsOf(text: string): readonly Command[] {
  const lines = blocksOf(text, 'sh').flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'));
  return lines.flatMap((line) => {
    const [, command = '', remark] = /^(.*?)(?:\s+#\s*(.*))?$/.exec(line) ?? [];
    return command.trim() === ''
      ? []
      : [{ line: command.trim(), code: Number(/^ends with (\d+)$/.exec(remark ?? '')?.[1] ?? 0) }];
  });
}

/** Every long option that a text names. */
export function optionsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/(?<![\w-])--[a-z][a-z-]*[a-z]/g)].map(([option]) => option));
}

/** Where the links of a document lead that stay inside the repository: a file, and a heading of it or ''. */
export function innerLinks(text: string): readonly { readonly path: string; readonly heading: string }[] {
  const prose = text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => ({ path: target.replace(/#.*$/, ''), heading: /#(.*)$/.exec(target)?.[1] ?? '' }));
}

/** The names under which a document's headings can be linked to, as GitHub makes them. */
export function headingsOf(text: string): readonly string[] {
  const prose = text.replace(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

/** Files and folders of the repository that a document names in code: `src/main.ts`, not `src/<room>/` or `tests/*.ts`. */
export function pathsIn(text: string): readonly string[] {
  const words = [...text.matchAll(/`([^`\s]+)`/g)].map(([, word = '']) => word);
  return words.filter((word) => /^(bin|content|docs|scripts|src|tests)\/[\w./-]*$/.test(word));
}
