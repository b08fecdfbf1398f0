// `npx tsx scripts/corpus/draw.ts [FOLDER] [--all]`: draws the corpus into a folder, a temporary one by default.
// With `--small`: the handful of pictures that tests/corpus holds.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCorpus, variantsOf } from './make-corpus';

/** Of each kind one or two, in turning languages, themes, fonts and scales. */
const SMALL: readonly number[] = [8, 24, 31, 34, 46, 54, 84, 108, 136, 164, 192, 220];

async function run(words: readonly string[]): Promise<void> {
  const isSmall = words.includes('--small');
  const folder =
    words.find((word) => !word.startsWith('-')) ??
    (isSmall ? 'tests/corpus' : mkdtempSync(join(tmpdir(), 'quitgpt-corpus-')));
  const entries = await makeCorpus(
    folder,
    variantsOf(words.includes('--all')).filter(({ turn }) => !isSmall || SMALL.includes(turn)),
  );
  console.log(`${entries.length} pictures in ${folder}`);
}

void run(process.argv.slice(2));
