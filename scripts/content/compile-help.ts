// Writes the main help of each language as a text, so that printing it needs neither the words nor the command line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const NOTE = '// Made from content/ by `npm run build`. Do not edit.\n';

/** Writes `help.<language>.ts` and their list into `folder`, where the compiled content already is. */
export async function compileHelp(tags: readonly string[], folder: string): Promise<void> {
  const { helpText } = await import('../../src/cli/typed/program');
  const { loadCatalogue } = await import('../../src/content/catalogue');
  const { translatorOf } = await import('../../src/view/translator');
  for (const tag of tags) {
    const text = helpText(translatorOf(await loadCatalogue(tag), tag));
    writeFileSync(join(folder, `help.${tag}.ts`), `${NOTE}export default ${JSON.stringify(text)};\n`);
  }
  const loaders = tags
    .map((tag) => `  ${JSON.stringify(tag)}: async () => (await import('./help.${tag}')).default,`)
    .join('\n');
  writeFileSync(
    join(folder, 'helps.ts'),
    `${NOTE}export const loadHelp: Readonly<Record<string, () => Promise<string>>> = {\n${loaders}\n};\n`,
  );
}
