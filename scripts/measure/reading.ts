// `npm run bench:reading [-- --all] [FOLDER]`: what the reading of pictures sees on the corpus, and what it costs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readingWords } from '../../src/content/compiled/reading-words';
import type { PlanState } from '../../src/proof/reading/looks';
import { readPicture } from '../../src/proof/reading/read-picture';
import { DAY, NAME } from '../corpus/corpus-pages';
import type { CorpusKind } from '../corpus/corpus-pages';
import { makeCorpus, variantsOf } from '../corpus/make-corpus';
import type { CorpusEntry } from '../corpus/make-corpus';
import { pngPixels } from '../corpus/png-pixels';
import { readingFiles } from '../build/shipped-files.mjs';

const TODAY = '2026-11-22';
/** Pictures read in a process of their own each: what a person waits for, and the memory of one. */
const ALONE = 8;

const shipped = readingFiles();
const host = {
  shipped: async (name: string): Promise<Uint8Array> => Buffer.from(shipped[name as keyof typeof shipped]),
};

type Read = {
  readonly entry: CorpusEntry;
  readonly plan: PlanState;
  readonly hasDay: boolean;
  readonly covered: readonly (readonly [kind: string, isCovered: boolean])[];
  readonly wall: number;
  readonly cpu: number;
};

function wantedOf(kind: CorpusKind): PlanState {
  if (kind.endsWith('-active')) return 'active';
  if (kind.endsWith('-ended')) return 'ending';
  return kind === 'web-deleted' ? 'deleted' : 'unsaid';
}

async function readOne(folder: string, entry: CorpusEntry): Promise<Read> {
  const pixels = pngPixels(readFileSync(join(folder, entry.file)));
  const [start, before] = [performance.now(), process.cpuUsage()];
  const { judgement, parts } = await readPicture(pixels, readingWords, { host, today: TODAY, name: NAME });
  const [wall, { user, system }] = [performance.now() - start, process.cpuUsage(before)];
  const { plan, day } = judgement;
  const hasDay = day !== undefined && (day.kind === 'day' ? day.on === DAY : day.either.includes(DAY));
  const covered = entry.boxes.map(
    (box) =>
      [
        box.kind,
        parts.some(
          (part) =>
            part.box.left <= box.left + 1 &&
            part.box.right >= box.right - 1 &&
            part.box.top <= box.top &&
            part.box.bottom >= box.bottom,
        ),
      ] as const,
  );
  return { entry, plan, hasDay, covered, wall, cpu: (user + system) / 1000 };
}

function table(reads: readonly Read[]): readonly (readonly [string, string])[] {
  const of = (wanted: PlanState): readonly Read[] => reads.filter(({ entry }) => wantedOf(entry.kind) === wanted);
  const share = (list: readonly Read[], fits: (read: Read) => boolean): string =>
    `${list.filter(fits).length} of ${list.length}`;
  const isEnd = ({ plan }: Read): boolean => plan === 'ending' || plan === 'deleted';
  const dated = [...of('active'), ...of('ending')];
  const covered = (kind: string): string => {
    const all = reads.flatMap((read) => read.covered).filter(([one]) => one === kind);
    return `${all.filter(([, isCovered]) => isCovered).length} of ${all.length}`;
  };
  const walls = reads.map(({ wall }) => wall).sort((one, other) => one - other);
  const cpu = reads.map((read) => read.cpu).sort((one, other) => one - other);
  const at = (list: readonly number[], part: number): string =>
    (list[Math.min(list.length - 1, Math.floor(list.length * part))] ?? 0).toFixed(0);
  return [
    ['pictures', String(reads.length)],
    ['cancellation seen', share(of('ending'), isEnd)],
    ['deletion seen', share(of('deleted'), ({ plan }) => plan === 'deleted')],
    ['active plan seen', share(of('active'), ({ plan }) => plan === 'active')],
    [
      'false alarms: active plan taken for a cancelled one',
      share(of('active'), (read) => isEnd(read) || read.plan === 'mixed'),
    ],
    ['false alarms: other pictures taken for a plan', share(of('unsaid'), ({ plan }) => plan !== 'unsaid')],
    ['date right', share(dated, ({ hasDay }) => hasDay)],
    ...['email', 'phone', 'card', 'invoice', 'name'].map((kind) => [`${kind} covered`, covered(kind)] as const),
    [
      'time of a picture, in one process: median, 95 %, most (ms)',
      `${at(walls, 0.5)}, ${at(walls, 0.95)}, ${at(walls, 1)}`,
    ],
    ['of it processor time (ms)', `${at(cpu, 0.5)}, ${at(cpu, 0.95)}, ${at(cpu, 1)}`],
  ];
}

async function bench(words: readonly string[]): Promise<void> {
  const [first, second] = words;
  if (first === '--alone' && second !== undefined) {
    const read = await readOne(join(second, '..'), { ...EMPTY, file: second.slice(second.lastIndexOf('/') + 1) });
    console.log(JSON.stringify({ wall: read.wall, cpu: read.cpu, megabytes: process.resourceUsage().maxRSS / 1024 }));
    return;
  }
  const given = words.find((word) => !word.startsWith('-'));
  const folder = given ?? mkdtempSync(join(tmpdir(), 'quitgpt-corpus-'));
  try {
    const list = join(folder, 'corpus.json');
    const entries = existsSync(list)
      ? (JSON.parse(readFileSync(list, 'utf8')) as readonly CorpusEntry[])
      : await makeCorpus(folder, variantsOf(words.includes('--all')));
    const reads: Read[] = [];
    for (const entry of entries) reads.push(await readOne(folder, entry));
    const step = Math.max(1, Math.floor(entries.length / ALONE));
    const alone = entries
      .filter((_, index) => index % step === 0)
      .map(
        ({ file }) =>
          JSON.parse(
            execFileSync(
              process.execPath,
              ['--import', 'tsx', 'scripts/measure/reading.ts', '--alone', join(folder, file)],
              { encoding: 'utf8' },
            ),
          ) as { wall: number; cpu: number; megabytes: number },
      );
    const most = (key: 'wall' | 'cpu' | 'megabytes'): string => Math.max(...alone.map((one) => one[key])).toFixed(0);
    const rows = [
      ...table(reads),
      ['first picture of a process: most (ms), of it processor time', `${most('wall')}, ${most('cpu')}`] as const,
      ['memory of a process that reads one: most (MB)', most('megabytes')] as const,
    ];
    for (const [name, value] of rows) console.log(`${name.padEnd(62)} ${value}`);
    console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1) ?? ''}`);
    for (const { entry, plan } of reads.filter((read) => read.plan !== wantedOf(read.entry.kind)))
      console.log(`  ${entry.file}: ${plan}`);
    for (const { entry, covered } of reads)
      for (const [kind] of covered.filter(([, isCovered]) => !isCovered))
        console.log(`  ${entry.file}: ${kind} not covered`);
  } finally {
    if (given === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

const EMPTY: CorpusEntry = {
  kind: 'article',
  lang: 'en',
  theme: 'light',
  font: '',
  scale: 1,
  turn: 0,
  file: '',
  boxes: [],
};

void bench(process.argv.slice(2));
