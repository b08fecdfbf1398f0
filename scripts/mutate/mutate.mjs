// `npm run mutate [-- journey|walk|check|reading [file…]]`: changes the code of a room, or of some of its files, in small ways,
// one at a time, and says which changes no test sees.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOMS } from './rooms.mjs';

const [room = 'journey', ...files] = process.argv.slice(2);
if (ROOMS[room] === undefined) throw new Error(`"${room}" is none of ${Object.keys(ROOMS).join(', ')}`);
const missing = files.filter((file) => !existsSync(file.replace(/:.*$/, '')));
if (missing.length > 0) throw new Error(`no such file: ${missing.join(', ')}`);

// Below this project, so that its runner finds the vitest of this project; out of the way of all that reads scripts/.
const TOOLS = 'coverage/mutate/tools';
const STRYKER = join(TOOLS, 'node_modules/@stryker-mutator/core/bin/stryker.js');
if (!existsSync(STRYKER)) {
  mkdirSync(TOOLS, { recursive: true });
  for (const file of ['package.json', 'package-lock.json'])
    copyFileSync(join(import.meta.dirname, file), join(TOOLS, file));
  // Its peers are here already.
  const options = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', options, { cwd: TOOLS, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('Stryker could not be installed');
}
const config = join('scripts', 'mutate', 'stryker.config.mjs');
const only = files.length === 0 ? [] : ['--mutate', files.join(',')];
const { status } = spawnSync(process.execPath, [STRYKER, 'run', config, ...only], {
  stdio: 'inherit',
  env: { ...process.env, MUTATE_ROOM: room },
});
process.exitCode = status ?? 1;
