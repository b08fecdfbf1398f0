// The program never touches the network: seen from outside, by the system calls it makes, with controls that do.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plusFlags } from '../support/plus-flags';
import { aFolder, canUse, plainEnvironment, PROGRAM, run, toolAt, type Ran } from '../support/tools';
import { sitDown } from '../terminal/person';

const linux = process.platform === 'linux';
const traces = canUse(
  'strace on Linux',
  linux && toolAt('strace') !== undefined && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0,
);
const isolates = canUse(
  'unshare on Linux and the right to make a network namespace',
  linux && toolAt('unshare') !== undefined && spawnSync('unshare', ['-n', 'true']).status === 0,
);

const SCRIPTED = ['--no-input', ...plusFlags({ goal: 'delete', billedBy: 'apple' }), '--done', 'cancel-apple'];
const RUNS: readonly (readonly [name: string, args: readonly string[], code: number])[] = [
  ['--version', ['--version'], 0],
  [
    'the checklist',
    ['checklist', '--goal', 'cancel', '--plan', 'plus', '--billed-by', 'openai', '--format', 'html'],
    0,
  ],
  ['the list of pages', ['open'], 0],
  ['a scripted walk', SCRIPTED, 3],
];

describe.skipIf(!traces)('the system calls', () => {
  it.each(RUNS)('of %s open no internet socket', async (_name, args, code) => {
    const { ran, calls } = await traced([PROGRAM, ...args]);
    expect(ran.code, ran.stderr).toBe(code);
    expect(internet(calls)).toEqual([]);
  });

  it('of the wizard open no internet socket, from the answers to a printed list and an opened page', async () => {
    const home = aFolder();
    const log = join(aFolder(), 'calls');
    const person = await sitDown({
      home,
      args: ['--goal', 'cancel', '--plan', 'free', '--uses', 'none'],
      starter: ['strace', '-f', '-e', 'trace=network', '-o', log, process.execPath],
    });
    const { say, ui } = person.translator;
    await person.chooses(say(ui.review.ask), say(ui.review.print));
    await person.chooses(say(ui.review.ask), say(ui.review.start, { number: 1 }));
    await person.atStep(1, 'open');
    await person.atStep(1, 'stop');
    expect((await person.terminal.exit).code).toBe(3);
    const calls = readFileSync(log, 'utf8');
    expect(calls).toContain('+++ exited with');
    expect(internet(calls)).toEqual([]);
  });

  it.each([
    ['a connection', `require('node:net').connect(9, '127.0.0.1').on('error', () => {})`],
    ['a name that is looked up', `require('node:dns').resolve4('quitgpt.invalid', () => process.exit())`],
    ['a fetch', `fetch('http://127.0.0.1:65533').catch(() => {})`],
    [
      'a child that connects',
      `require('node:child_process').spawn(process.execPath, ['-e', "require('node:net').connect(9, '127.0.0.1').on('error', () => {})"])`,
    ],
  ])('would show %s', async (_name, code) => {
    expect(internet((await traced(['-e', code])).calls)).not.toEqual([]);
  });
});

describe.skipIf(!isolates)('in a world without a network', () => {
  it.each(RUNS)('%s runs as ever', async (_name, args, code) => {
    const home = aFolder();
    const options = { cwd: home, env: plainEnvironment(home) };
    const apart = await run('unshare', ['-n', process.execPath, PROGRAM, '--no-record', ...args], options);
    expect(apart.code, apart.stderr).toBe(code);
    expect(apart).toEqual(await run(process.execPath, [PROGRAM, '--no-record', ...args], options));
  });

  it('nothing could be reached', async () => {
    const home = aFolder();
    const code = `require('node:net').connect(9, '127.0.0.1').on('error', ({ code }) => console.log(code))`;
    expect(
      (await run('unshare', ['-n', process.execPath, '-e', code], { cwd: home, env: plainEnvironment(home) })).stdout,
    ).toBe('ENETUNREACH\n');
  });
});

/** Runs Node under strace and gives the network calls of it and of all its children. */
async function traced(args: readonly string[]): Promise<{ readonly ran: Ran; readonly calls: string }> {
  const home = aFolder();
  const log = join(aFolder(), 'calls');
  const ran = await run('strace', ['-f', '-e', 'trace=network', '-o', log, process.execPath, ...args], {
    cwd: home,
    env: plainEnvironment(home),
  });
  const calls = readFileSync(log, 'utf8');
  expect(calls).toContain('+++ exited with');
  return { ran, calls };
}

/** The calls that speak of IPv4, IPv6 or a raw link. */
const internet = (calls: string): readonly string[] =>
  calls.split('\n').filter((call) => /\bAF_(?:INET6?|PACKET|NETLINK)\b/.test(call));
