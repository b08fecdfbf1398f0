// What a start loads of Node, beside an empty script: counted, so that it is the same on a fast machine and on a slow one.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder, plainEnvironment, PROGRAM, run } from '../support/tools';

const WRITES_THE_LIST =
  "process.on('exit', () => require('fs').writeFileSync(process.env.LOADED, JSON.stringify(process.moduleLoadList)));";

/** The modules that Node has loaded when `script` ends: its own parts and its bindings. */
async function loadedBy(
  script: string | undefined,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly modules: readonly string[] }> {
  const folder = aFolder();
  const [preload, empty, list] = ['preload.cjs', 'empty.js', 'list.json'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(preload, WRITES_THE_LIST);
  writeFileSync(empty, '');
  const { code } = await run(process.execPath, ['--require', preload, script ?? empty, ...args], {
    cwd: folder,
    env: plainEnvironment(folder, { LOADED: list }),
  });
  return { code, modules: JSON.parse(readFileSync(list, 'utf8')) as string[] };
}

/** Streams, sockets, other programs, threads and terminals: some of them take several milliseconds each. */
const COSTLY =
  /NativeModule (?:child_process|net|dgram|stream|tty|worker_threads|http|https|tls|dns|readline|internal\/(?:child_process|dgram|streams\/.*|worker.*))$/;

it.each([
  ['--version', 4],
  ['-V', 4],
  ['--help', 4],
  ['--help --lang fr', 4],
  ['checklist', 6],
  ['checklist --goal cancel --plan plus --billed-by openai', 6],
  ['checklist --lang fr --format html', 6],
])('quitgpt %s loads at most %d modules more than an empty script, and none that costs time', async (line, most) => {
  const [nothing, start] = await Promise.all([loadedBy(undefined, []), loadedBy(PROGRAM, line.split(' '))]);
  const more = start.modules.filter((name) => !nothing.modules.includes(name));
  expect(start.code).toBe(0);
  expect(more.filter((name) => COSTLY.test(name))).toEqual([]);
  expect(more.length, more.join(', ')).toBeLessThanOrEqual(most);
});

it('what decodes pictures asks for no type of a page from the network, whose mere name loads a client for it', async () => {
  const picture = resolve('tests/corpus/web-ended-en-light-liberationsans-1x-24.png');
  const { code, modules } = await loadedBy(PROGRAM, ['proof', picture]);
  expect(code).toBe(0);
  expect(modules.filter((name) => name.includes('undici'))).toEqual([]);
});
