// `npm run bench:export [-- 50MiB 200MiB …] [--rounds N] [--others no] [--from NAME=PATH]`: checking and saving exports of each size against `inflateRawSync` of their entries, in processor seconds, and against other readers.
import { cpus, loadavg, tmpdir } from 'node:os';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNote, inflatingAlone, madeZip } from './bench-steps';
import { leastCpu, secondsOf, table } from './bench-table';
import type { Row } from './bench-table';
import { newLedger, textsIn } from './kept-tokens';
import type { Kept } from './kept-tokens';
import { measuredNode } from './measured-child';
import type { Measured } from './measured-child';
import { installReader, OTHERS } from './other-readers';
import { bytesOf } from '../exports/byte-size';
import { largeExport } from '../exports/large';
import { filesOf } from '../exports/layout';
import { writeFolder } from '../exports/pack';

const PROGRAM = resolve(import.meta.dirname, '../../bin/quitgpt.js');
const SIZES = ['50MiB', '200MiB', '600MiB', '2GiB'];
/** Others get so many times as long as saving took us, and this at least. */
const PATIENCE = { times: 5, seconds: 120 };
const MEBIBYTE = 1024 * 1024;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    others: { type: 'string', default: 'yes' },
    from: { type: 'string', multiple: true, default: [] },
    folder: { type: 'string', default: tmpdir() },
  },
});

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(values.folder, 'quitgpt-bench-'));
  const leave = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('SIGINT', () => {
    leave();
    process.exit(130);
  });
  try {
    console.log(
      `Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}. CPU: processor seconds of the whole process, the least of its runs, on one core where taskset is there. Times: so many times the CPU of zlib.inflateRawSync of the same entries. Lost: messages that were shown and are not in what was written. Mixed in: left drafts that are.\n`,
    );
    const others = values.others === 'no' ? [] : installedOthers(folder);
    for (const size of positionals.length > 0 ? positionals : SIZES) await benchSize(folder, size, others);
    await benchOneConversation(folder);
  } finally {
    leave();
  }
}

type Other = { readonly reader: (typeof OTHERS)[number]; readonly at: string; readonly version: string };

function installedOthers(folder: string): readonly Other[] {
  return OTHERS.flatMap((reader) => {
    const from = values.from.find((one) => one.startsWith(`${reader.name}=`))?.slice(reader.name.length + 1);
    const found = installReader(reader, join(folder, 'others'), from === undefined ? undefined : resolve(from));
    if ('problem' in found) {
      console.log(`SKIPPED: ${reader.name} does not install here (${found.problem.trim()})`);
      return [];
    }
    return [{ reader, at: found.folder, version: found.version }];
  });
}

async function benchSize(folder: string, size: string, others: readonly Other[]): Promise<void> {
  const bytes = bytesOf(size);
  const rounds = Number(values.rounds ?? (bytes > 1024 * MEBIBYTE ? 2 : bytes > 300 * MEBIBYTE ? 3 : 5));
  const made = await madeZip(folder, { generation: 'g6', seed: 1, size: bytes, chatHtml: 'none' });
  const runs: { readonly [step in 'alone' | 'check' | 'save']: Measured[] } = { alone: [], check: [], save: [] };
  let kept: Kept | undefined;
  for (let round = 0; round < rounds; round += 1) {
    // Nothing is removed before the end: ext4 does not hand out an inode again soon after it was freed, and looks for another for long.
    const to = join(folder, `saved-${size}-${round}`);
    runs.alone.push(await inflatingAlone(made.zip));
    runs.check.push(
      await measuredNode([PROGRAM, 'export', 'check', made.zip, '--json', '--no-record'], { pinned: true }),
    );
    runs.save.push(
      await measuredNode([PROGRAM, 'export', 'save', made.zip, '--to', to, '--json', '--no-record', '--quiet'], {
        pinned: true,
      }),
    );
    kept ??= await made.ledger.heldAgainst(textsIn(to));
  }
  const rows: Row[] = [
    { what: 'inflating alone', runs: runs.alone },
    { what: 'quitgpt export check', runs: runs.check, note: checkNote(runs.check[0], made) },
    { what: 'quitgpt export save', runs: runs.save, ...(kept === undefined ? {} : { kept }) },
  ];
  const zipped = statSync(made.zip).size;
  rmSync(made.zip);
  const mostSeconds = Math.max(PATIENCE.seconds, PATIENCE.times * secondsOf(runs.save));
  if (others.length > 0) rows.push(...(await benchOthers(folder, bytes, others, mostSeconds)));
  if (bytes > 512 * MEBIBYTE) rows.push(...(await benchOneFile(folder, bytes)));
  table(
    `${size} of JSON in shards (ZIP ${(zipped / MEBIBYTE).toFixed(0)} MiB, ${made.ledger.conversations()} conversations, ${made.ledger.shown()} messages shown), medians of ${rounds}`,
    rows,
    leastCpu(runs.alone),
    made.json,
  );
}

/** One file past what a string of V8 holds. Its own inflating alone stands beside it. */
async function benchOneFile(folder: string, size: number): Promise<readonly Row[]> {
  const made = await madeZip(folder, { generation: 'g1', seed: 2, size, chatHtml: 'none' });
  const alone = await inflatingAlone(made.zip);
  const check = await measuredNode([PROGRAM, 'export', 'check', made.zip, '--json', '--no-record']);
  rmSync(made.zip);
  return [
    { what: 'inflating alone, one conversations.json', runs: [alone] },
    {
      what: 'quitgpt export check, one conversations.json',
      runs: [check],
      note: `${checkNote(check, made)}, ${(leastCpu([check]) / leastCpu([alone])).toFixed(1)} times its own`,
    },
  ];
}

/** They read one `conversations.json` in a folder and no shards: they get the older form, unzipped for them. */
async function benchOthers(
  folder: string,
  size: number,
  others: readonly Other[],
  mostSeconds: number,
): Promise<readonly Row[]> {
  const ledger = newLedger();
  const source = join(folder, 'old-form');
  writeFolder(
    source,
    filesOf({ generation: 'g1', seed: 3, size, chatHtml: 'none', onConversation: (one) => ledger.add(one) }),
  );
  const rows: Row[] = [];
  for (const { reader, at, version } of others) {
    const place = join(folder, 'other');
    mkdirSync(place);
    renameSync(source, join(place, 'export'));
    const run = await reader.run(place, at, mostSeconds);
    const kept = await ledger.heldAgainst(reader.written(place, at)).catch((error: unknown) => String(error));
    rows.push({
      what: `${reader.name} ${version}`,
      runs: [run],
      ...(typeof kept === 'string'
        ? { note: `what it wrote cannot be read: ${kept}` }
        : {
            kept,
            note: `${kept.conversations} of ${ledger.conversations()} conversations, ${ledger.shown()} shown; exit ${run.end}${
              run.end === 0
                ? ''
                : ` ${
                    run.stderr
                      .trim()
                      .split('\n')
                      .findLast((line) => /error/i.test(line))
                      ?.slice(0, 80) ?? ''
                  }`
            }`,
          }),
    });
    renameSync(join(place, 'export'), source);
    rmSync(place, { recursive: true, force: true });
  }
  rmSync(source, { recursive: true, force: true });
  return rows;
}

/** One conversation of 45 MB: how much memory the largest one asks for. */
async function benchOneConversation(folder: string): Promise<void> {
  const zip = join(folder, 'one.zip');
  writeFileSync(zip, largeExport({ conversations: 1, megabytes: 45, messages: 200 }));
  const check = await measuredNode([PROGRAM, 'export', 'check', zip, '--json', '--no-record'], { pinned: true });
  const to = join(folder, 'saved-one');
  const save = await measuredNode([PROGRAM, 'export', 'save', zip, '--to', to, '--json', '--no-record', '--quiet'], {
    pinned: true,
  });
  table(
    'One conversation of 45 MB',
    [
      { what: 'quitgpt export check', runs: [check] },
      { what: 'quitgpt export save', runs: [save] },
    ],
    leastCpu([await inflatingAlone(zip)]),
    45e6,
  );
}

if (!existsSync(resolve(import.meta.dirname, '../../dist'))) console.log('There is no dist/: npm run build first.');
else
  bench().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
