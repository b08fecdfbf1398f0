// `npm run facts -- --today 2026-11-27`: a table of the sentences of fact, by file, with their sources and the age of the newest text.
import { parseArgs } from 'node:util';
import { parseCivilDate } from '../../src/journey/dates';
import { checkContent } from '../content/check-content';
import { AGES, countFacts } from '../content/count-facts';
import { readContent } from '../content/read-content';

const now = new Date().toISOString().slice(0, 10);
const { values } = parseArgs({
  options: { today: { type: 'string', default: now }, lang: { type: 'string', default: 'en' } },
});
const today = parseCivilDate(values.today);
const checked = checkContent(readContent('content'), now);
if (today === undefined) throw new Error(`--today ${values.today} is no day; write YYYY-MM-DD`);
if (!checked.ok) throw new Error('content/ has problems; `npm run build` names them');

const rows = countFacts(checked.content, values.lang, today);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const ages = AGES.map((days, index) => (index === 0 ? `≤ ${days} days` : `${(AGES[index - 1] ?? 0) + 1}–${days} days`));
const line = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

console.log(`Sentences of fact on ${today}, by the age of the newest text behind each (${values.lang}):\n`);
line(['file', 'sentences', 'with a source', 'with an address', ...ages, `> ${AGES.at(-1)} days`, 'year only']);
line(['---', ...Array.from({ length: AGES.length + 5 }, () => '--:')]);
for (const row of rows) line([row.file, row.sentences, row.sourced, row.addressed, ...row.ages]);
line([
  'all',
  sum(rows.map(({ sentences }) => sentences)),
  sum(rows.map(({ sourced }) => sourced)),
  sum(rows.map(({ addressed }) => addressed)),
  ...Array.from({ length: AGES.length + 2 }, (_, place) => sum(rows.map((row) => row.ages[place] ?? 0))),
]);
