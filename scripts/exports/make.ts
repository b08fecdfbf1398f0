// `npx tsx scripts/exports/make.ts --generation g6 --size 50MiB --seed 1 --out FILE`: a made-up export of any size; `FILE/` makes a folder, `--truth FILE` writes the truth as lines of JSON.
// `--damage 'the beginning of its name'` makes one of damages.ts instead (`--damage list` names them). Also: --conversations N, --per-shard N, --turns N, --style spaced|compact|indented, --no-escapes, --bom, --wrapper, --chat-html full|none, --prefix NAME/.
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bytesOf } from './byte-size';
import { builtOf, DAMAGES } from './damages';
import { filesOf } from './layout';
import type { Plan } from './plan';
import { writeFolder, writeZip } from './pack';
import { countsOf } from './truth';
import type { Counts } from './truth';

const { values } = parseArgs({
  options: {
    generation: { type: 'string', default: 'g6' },
    size: { type: 'string' },
    conversations: { type: 'string' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    truth: { type: 'string' },
    'per-shard': { type: 'string' },
    turns: { type: 'string' },
    style: { type: 'string' },
    'no-escapes': { type: 'boolean', default: false },
    bom: { type: 'boolean', default: false },
    wrapper: { type: 'boolean', default: false },
    'chat-html': { type: 'string' },
    prefix: { type: 'string', default: '' },
    damage: { type: 'string' },
  },
});

async function make(): Promise<void> {
  const { generation, size, conversations, seed, out, truth, style, damage } = values;
  if (damage === 'list')
    return console.log(DAMAGES.map(({ name, verdict }) => `${name} -> ${String(verdict)}`).join('\n'));
  if (!/^g[1-6]$/.test(generation) || out === undefined) throw new Error('--generation g1 to g6 and --out are needed');
  if (damage !== undefined) {
    const chosen = DAMAGES.find(({ name }) => name.startsWith(damage));
    if (chosen === undefined) throw new Error(`no damage begins with: ${damage}`);
    writeFileSync(out, builtOf(chosen).zip());
    return console.log(JSON.stringify({ out, damage: chosen.name, verdict: chosen.verdict }));
  }
  const total: { -readonly [count in keyof Counts]: number } = { conversations: 0, shown: 0, behind: 0, drafts: 0 };
  const truths = truth === undefined ? undefined : openSync(truth, 'w');
  let json = 0;
  const plan: Plan = {
    generation: generation as Plan['generation'],
    seed: Number(seed),
    ...(size === undefined ? { conversations: Number(conversations ?? 100) } : { size: bytesOf(size) }),
    ...(values['per-shard'] === undefined ? {} : { perShard: Number(values['per-shard']) }),
    ...(values.turns === undefined ? {} : { turns: Number(values.turns) }),
    ...(style === 'spaced' || style === 'compact' || style === 'indented' ? { style } : {}),
    escapes: !values['no-escapes'],
    bom: values.bom,
    wrapper: values.wrapper,
    chatHtml:
      values['chat-html'] === 'full' || (size === undefined && values['chat-html'] !== 'none') ? 'full' : 'none',
    onConversation(one, bytes) {
      const counts = countsOf([one]);
      for (const name of ['conversations', 'shown', 'behind', 'drafts'] as const) total[name] += counts[name];
      json += bytes;
      if (truths !== undefined) writeSync(truths, `${JSON.stringify(one)}\n`);
    },
  };
  if (out.endsWith('/')) writeFolder(out, filesOf(plan));
  else await writeZip(out, filesOf(plan), { prefix: values.prefix });
  if (truths !== undefined) closeSync(truths);
  console.log(JSON.stringify({ out, ...total, jsonBytes: json }));
}

make().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
