// `npm run table:languages`: writes the list of the languages, with what each has and lacks, into docs/languages.md, from the content itself.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { guideSchema } from '../../src/content/schema';
import type { WholeGuide } from '../../src/content/schema';
import type { RawWords } from '../../src/content/words-schema';
import { readContent } from './read-content';

type Label = WholeGuide['menuLabels'][string];
type Group = { readonly title: string; readonly has: (label: Label) => boolean };

/** Whose buttons: what a person meets at each step, by column. */
const GROUPS: readonly Group[] = [
  { title: 'ChatGPT', has: ({ on }) => on === 'chatgpt' },
  { title: 'Stores', has: ({ on }) => on === 'apple' || on === 'google' || on === 'microsoft' },
  { title: 'Other assistants', has: ({ on }) => on === 'assistant' },
  { title: 'Elsewhere', has: ({ on }) => ['platform', 'portal', 'email', 'upi'].includes(on) },
];

/** The rows: each language, English first, by what it calls itself. A language without a readme of its own has `README.md`. */
export function languagesTable(guide: WholeGuide, languages: Readonly<Record<string, RawWords>>): string {
  const labels = Object.values(guide.menuLabels);
  const counted = GROUPS.map(({ title, has }) => ({ title, labels: labels.filter(has) }));
  const heads = counted.map(({ title, labels: all }) => `${title} (${all.length})`);
  const rows = Object.entries(languages)
    .toSorted(([one], [other]) => Number(other === 'en') - Number(one === 'en') || one.localeCompare(other))
    .map(([tag, { language }]) => {
      const cells = counted.map(({ labels: all }) =>
        tag === 'en' ? all.length : all.filter(({ translations }) => translations?.[tag] !== undefined).length,
      );
      const readme = existsSync(`docs/readme.${tag}.md`) ? `readme.${tag}.md` : '../README.md';
      return `| [${language.name}](${readme}) | \`${tag}\` | ${language.reviewed ? 'yes' : '**no**'} | ${cells.join(' | ')} |`;
    });
  return [
    `| Language | Tag | Read whole by a native reader | ${heads.join(' | ')} |`,
    `|---|---|---|${'--:|'.repeat(heads.length)}`,
    ...rows,
  ].join('\n');
}

export const PAGE = 'docs/languages.md';
/** What stands between the two marks of the page. */
export const TABLE = /(?<=<!-- from the content -->\n)[^]*?(?=\n<!-- end -->)/;

/** The table as the content of this folder has it. */
export function tableNow(): string {
  const { guide, languages } = readContent('content');
  return languagesTable(guideSchema.parse(guide), languages as Readonly<Record<string, RawWords>>);
}

if (process.argv[1]?.endsWith('languages-table.ts') === true)
  writeFileSync(PAGE, readFileSync(PAGE, 'utf8').replace(TABLE, tableNow()));
