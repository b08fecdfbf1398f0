// Reads thousands of exports damaged by chance, and says where a verdict is not honest: whole though something changed, or no verdict at all.
import { checkExport } from '../../src/archive/check/check-export';
import { verdictOf } from '../../src/archive/check/findings';
import type { Findings } from '../../src/archive/check/findings';
import { isConversations } from '../../src/archive/container/export-names';
import { openExport } from '../../src/archive/container/open-export';
import { countedBy, faultIn } from './counted-by-parse';
import { portalEntries } from './damages/portal';
import { diceOf } from './dice';
import type { Dice } from './dice';
import { shardPath, smallExport } from './edit';
import type { Small } from './edit';
import { memoryDisk } from './memory-disk';
import { mutated } from './mutate';
import type { Mutation } from './mutate';
import { rawZip } from './raw-zip';
import type { RawEntry } from './raw-zip';

/** `fault`: what was dishonest; `undefined` when all was well. `outcome`: the verdict, or why it was refused. */
export type Tried = {
  readonly seed: number;
  readonly what: string;
  readonly outcome: string;
  readonly isChanged: boolean;
  readonly fault: string | undefined;
  readonly ms: number;
};

/** One damaged ZIP. The same seed makes the same damage. */
export async function tryZip(seed: number): Promise<Tried> {
  const dice = diceOf('zip', seed);
  const isRepacked = dice.chance(0.15);
  const { entries, contents, pack } = packed(dice);
  const { what, bytes } = isRepacked ? repacked(entries, dice, pack) : mutated(pack(entries), dice, 'zip');
  const begun = performance.now();
  try {
    const disk = memoryDisk({ '/e.zip': bytes });
    const { outcome } = await judged(disk, '/e.zip');
    const change =
      outcome === 'whole' || dice.chance(0.05)
        ? await changeIn(bytes, contents, isRepacked ? 'sizes' : 'bytes')
        : undefined;
    return {
      seed,
      what,
      outcome,
      isChanged: change !== undefined,
      fault: outcome === 'whole' ? change : undefined,
      ms: performance.now() - begun,
    };
  } catch (error) {
    return {
      seed,
      what,
      outcome: 'crash',
      isChanged: true,
      fault: String(error instanceof Error ? error.stack : error),
      ms: performance.now() - begun,
    };
  }
}

/** One folder with a damaged file of conversations: nothing but the JSON itself tells. */
export async function tryJson(seed: number): Promise<Tried> {
  const dice = diceOf('json', seed);
  const small = bases('json', dice);
  const path = small.entries.find((one) => isConversations(one.path))?.path ?? shardPath(0);
  const files = new Map<string, Buffer>(small.entries.map((one) => [`/e/${one.path}`, Buffer.from(one.bytes)]));
  const { what, bytes } = mutated(files.get(`/e/${path}`) ?? Buffer.alloc(0), dice, 'json');
  files.set(`/e/${path}`, bytes);
  const begun = performance.now();
  try {
    const { outcome, findings } = await judged(memoryDisk(Object.fromEntries(files)), '/e');
    const wanted = countedBy([...files].filter(([name]) => isConversations(name.slice(3))).map(([, one]) => one));
    return {
      seed,
      what,
      outcome,
      isChanged: true,
      fault: faultIn(outcome, findings, wanted),
      ms: performance.now() - begun,
    };
  } catch (error) {
    return {
      seed,
      what,
      outcome: 'crash',
      isChanged: true,
      fault: String(error instanceof Error ? error.stack : error),
      ms: performance.now() - begun,
    };
  }
}

/** Outcomes and their numbers, most first, and all faults. */
export function summed(all: readonly Tried[]): {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly faults: readonly Tried[];
  readonly slowest: number;
} {
  const outcomes = new Map<string, number>();
  for (const { outcome } of all) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  return {
    outcomes: Object.fromEntries([...outcomes].sort((one, other) => other[1] - one[1])),
    faults: all.filter(({ fault }) => fault !== undefined),
    slowest: Math.max(0, ...all.map(({ ms }) => ms)),
  };
}

async function judged(
  disk: ReturnType<typeof memoryDisk>,
  path: string,
): Promise<{ readonly outcome: string; readonly findings: Findings | undefined }> {
  const opening = await openExport(path, disk);
  if (!opening.ok) return { outcome: opening.problem, findings: undefined };
  try {
    const { findings } = await checkExport(opening.opened, {});
    return { outcome: verdictOf(findings), findings };
  } finally {
    await opening.opened.close();
  }
}

/** Small exports, made once. */
const made = new Map<string, Small>();

function bases(kind: 'zip' | 'json', dice: Dice): Small {
  const [generation, seed] = [dice.pick(['g3', 'g4', 'g5', 'g6'] as const), dice.int(4)];
  const key = `${kind} ${generation} ${seed}`;
  const small =
    made.get(key) ?? smallExport({ generation, seed, conversations: 3, perShard: 2, turns: 1, chatHtml: 'none' });
  made.set(key, small);
  return small;
}

type Packed = {
  readonly entries: readonly RawEntry[];
  readonly contents: ReadonlyMap<string, Buffer>;
  pack(entries: readonly RawEntry[]): Buffer;
};

/** Half deflated as usual; the others stored, streamed, in long form, or in the portal. */
function packed(dice: Dice): Packed {
  const { entries, ...small } = bases('zip', dice);
  const contents = new Map(entries.map(({ path, bytes }) => [path, Buffer.from(bytes)]));
  const ways: readonly Packed['pack'][] = [
    (all) => rawZip(all.map((one) => ({ ...one, stored: true }))),
    (all) => rawZip(all.map((one) => ({ ...one, streamed: true }))),
    (all) =>
      rawZip(
        all.map((one) => ({ ...one, zip64: true })),
        { zip64: true },
      ),
    (all) => rawZip(portalEntries({ ...small, entries: all })),
    (all) => rawZip(all.map((one) => ({ ...one, path: `export/${one.path}` }))),
  ];
  return { entries, contents, pack: ways[dice.int(10)] ?? rawZip };
}

/** A sound ZIP in which one file is gone, has another name, is shorter or longer: only the manifest tells. Its own line and the other manifest's are known to be wrong. */
function repacked(entries: readonly RawEntry[], dice: Dice, pack: Packed['pack']): Mutation {
  const { path, bytes } = dice.pick(entries.filter((one) => !one.path.endsWith('export_manifest.json')));
  const way = dice.pick(['gone', 'renamed', 'shorter', 'longer'] as const);
  const others = entries.filter((one) => one.path !== path);
  const cut = dice.int(Math.max(1, bytes.length - 1));
  const changed: RawEntry | undefined =
    way === 'gone'
      ? undefined
      : way === 'renamed'
        ? { path: `x${path}`, bytes }
        : way === 'shorter'
          ? { path, bytes: bytes.subarray(0, cut) }
          : { path, bytes: Buffer.concat([bytes, Buffer.from(' ')]) };
  return { what: `${path} is ${way}`, bytes: pack(changed === undefined ? others : [...others, changed]) };
}

/** What differs from the export before, in bytes or only in sizes; a file that was put in is no loss. */
async function changeIn(
  zip: Buffer,
  contents: ReadonlyMap<string, Buffer>,
  covered: 'bytes' | 'sizes',
): Promise<string | undefined> {
  const opening = await openExport('/e.zip', memoryDisk({ '/e.zip': zip }));
  if (!opening.ok) return 'cannot be opened';
  const found = new Map<string, Buffer>();
  try {
    for (const file of opening.opened.files) {
      const parts: Uint8Array[] = [];
      for await (const part of opening.opened.chunks(file)) parts.push(part);
      found.set(file.path, Buffer.concat(parts));
    }
  } catch (error) {
    return `cannot be read: ${String(error)}`;
  } finally {
    await opening.opened.close();
  }
  for (const [path, bytes] of contents) {
    const now = found.get(path);
    if (now === undefined) return `${path} is gone`;
    if (covered === 'sizes' ? now.length !== bytes.length : !now.equals(bytes)) return `${path} has other bytes`;
  }
  return undefined;
}
