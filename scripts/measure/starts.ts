// `npm run bench`: how long starts take, as paired ratios over `node -e 0`, and how big the package is. A bench is no test: it always ends with 0.
import { spawn as spawnInTerminal } from '@lydell/node-pty';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { measure, median } from '../bench/paired';

const ROOT = resolve(import.meta.dirname, '../..');
const COMMANDS = [
  ['--version'],
  ['--help'],
  ['checklist', '--goal', 'cancel', '--plan', 'plus', '--billed-by', 'openai'],
];

async function bench(rounds: number): Promise<void> {
  const { baseline, rows } = measure(COMMANDS, rounds);
  console.log(`Node ${process.versions.node}, ${rounds} rounds\n\n| start | ratio, median | ms, fastest |\n|-|-|-|`);
  const row = (name: string, ratio: number, ms: number): void =>
    console.log(`| \`${name}\` | ${ratio.toFixed(2)} | ${ms.toFixed(0)} |`);
  row('node -e 0', 1, baseline);
  for (const { command, ratio, fastest } of rows) row(command.join(' '), ratio, fastest);
  const prompts: { readonly ratio: number; readonly ms: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ms = await firstPrompt();
    prompts.push({ ms, ratio: ms / measure([], 1).baseline });
  }
  row('the first question', median(prompts.map(({ ratio }) => ratio)), Math.min(...prompts.map(({ ms }) => ms)));

  const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' });
  const [{ size, unpackedSize, entryCount }] = JSON.parse(packed.stdout) as [
    { size: number; unpackedSize: number; entryCount: number },
  ];
  console.log(
    `\ntarball ${(size / 1000).toFixed(1)} kB, unpacked ${(unpackedSize / 1000).toFixed(0)} kB, ${entryCount} files`,
  );
}

/** Milliseconds from the start of the wizard in a terminal until its first question can be answered. */
function firstPrompt(): Promise<number> {
  return new Promise((done, fail) => {
    const { NODE_EXTRA_CA_CERTS: _certificates, NODE_OPTIONS: _options, CI: _ci, ...env } = process.env;
    const begun = process.hrtime.bigint();
    const terminal = spawnInTerminal(process.execPath, [resolve(ROOT, 'bin/quitgpt.js'), '--no-record'], {
      name: 'xterm-256color',
      cols: 80,
      rows: 40,
      cwd: tmpdir(),
      env: env as Record<string, string>,
    });
    let shown = '';
    let ms: number | undefined;
    terminal.onData((bytes) => {
      shown += bytes;
      if (ms !== undefined || !shown.includes('❯')) return;
      ms = Number(process.hrtime.bigint() - begun) / 1e6;
      terminal.write('\u0003');
    });
    terminal.onExit(() => (ms === undefined ? fail(new Error(`no question came:\n${shown}`)) : done(ms)));
  });
}

bench(Number(process.argv[2] ?? 21)).catch((error: unknown) => console.error(error));
