// `npx tsx scripts/exports/moving.ts --truth FILE --reader 'COMMAND' FILE…`: what of a made-up export arrives in another assistant.
// The command runs that assistant's own import on the files it gets as arguments and prints `{"files": [{"ok": true}], "chats": [{"title": "…", "shown": ["…"]}]}`; docs/moving.md says how to make one.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { movedCounts } from './moved-counts';
import type { ReadChat } from './moved-counts';
import type { TrueConversation } from './truth';

const { values, positionals } = parseArgs({
  options: { truth: { type: 'string' }, reader: { type: 'string' } },
  allowPositionals: true,
});
const { truth, reader } = values;
if (truth === undefined || reader === undefined || positionals.length === 0)
  throw new Error('--truth FILE, --reader COMMAND and the files to import are needed');

const known = readFileSync(truth, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as TrueConversation);
const [command = '', ...first] = reader.split(' ');
const printed = execFileSync(command, [...first, ...positionals], { maxBuffer: 1 << 30 });
const { files, chats } = JSON.parse(printed.toString()) as {
  readonly files: readonly { readonly ok: boolean; readonly error?: string }[];
  readonly chats: readonly ReadChat[];
};
const refused = files.filter(({ ok }) => !ok);
console.log(JSON.stringify({ files: files.length, refused: refused.length, ...movedCounts(known, chats) }));
for (const error of new Set(refused.map((one) => one.error))) console.error(error);
