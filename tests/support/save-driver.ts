// Saves an export over and over into new folders, saying when each begins: for tests that kill it in the middle.
import { openExport } from '../../src/archive/container/open-export';
import { EVERYTHING } from '../../src/archive/save/filter';
import { saveExport } from '../../src/archive/save/save';
import { saveWords } from '../../src/cli/exports/save-words';
import { runOnNode } from '../../src/host/node-host';
import { aTranslator } from './builders';

const [zip = '', to = ''] = process.argv.slice(2);

runOnNode(async (host) => {
  const words = saveWords(await aTranslator());
  const opening = await openExport(zip, host);
  if (!opening.ok) return 1;
  process.stdout.write('begin\n');
  const outcome = await saveExport(
    opening.opened,
    { to, format: 'markdown', extent: { drafts: false, all: false }, filter: EVERYTHING },
    host,
    { words },
  );
  process.stdout.write(`${outcome.kind}\n`);
  return 0;
});
