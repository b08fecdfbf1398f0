// content/ -> src/content/compiled/: read, check, compile. Ends with code 1 and a line a problem when something is wrong.
import { readFileSync, writeFileSync } from 'node:fs';
import { recordJsonSchema } from '../../src/content/outside-schema';
import { checkContent } from '../content/check-content';
import { compileContent } from '../content/compile-content';
import { compileHelp } from '../content/compile-help';
import { lettersApart } from '../content/letters-apart';
import { pageGuide } from '../content/page-guide';
import { pageWords } from '../content/page-words';
import { readContent } from '../content/read-content';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const checked = checkContent(readContent('content'), new Date().toISOString().slice(0, 10));
if (checked.ok) {
  compileContent(checked.content, 'src/content/compiled', version);
  writeFileSync(
    'src/content/compiled/record-schema.ts',
    `// Made from src/content/outside-schema.ts by \`npm run build\`. Do not edit.\nimport type { JsonSchema } from '../json-schema';\nexport const recordSchema: JsonSchema = ${JSON.stringify(recordJsonSchema())};\n`,
  );
  const { readingWords: _words, ...rest } = checked.content.guide;
  const { guide } = lettersApart(checked.content.guide, rest);
  writeFileSync('src/content/compiled/page-guide.json', JSON.stringify(pageGuide(guide)));
  for (const [tag, words] of Object.entries(checked.content.languages))
    writeFileSync(`src/content/compiled/page-words.${tag}.json`, JSON.stringify(pageWords(tag, words)));
  void compileHelp(Object.keys(checked.content.languages), 'src/content/compiled');
} else {
  for (const { rule, where, what } of checked.problems) console.error(`${where}: ${what} (${rule})`);
  console.error(`content/ has ${checked.problems.length} problem(s); nothing was built.`);
  process.exitCode = 1;
}
