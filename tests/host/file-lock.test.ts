// The lock beside a file: one at a time, also between programs, and never kept by a dead one.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { underLock } from '../../src/host/file-lock';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'quitgpt-lock-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The number of a process that is no more. */
function aDeadPid(): number {
  return spawnSync(process.execPath, ['-e', '0']).pid;
}

describe('a lock', () => {
  it('is there while the work lasts, and gone after it, also when it fails', async () => {
    expect(await underLock(at('a'), async (isOurs) => [await isOurs(), readdirSync(folder)])).toEqual([
      true,
      ['a.lock'],
    ]);
    await expect(underLock(at('a'), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('lets one at a time through, in one process too', async () => {
    let inside = 0;
    const most: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, () =>
        underLock(at('a'), async () => {
          inside += 1;
          most.push(inside);
          await new Promise((resolve) => setTimeout(resolve, 1));
          inside -= 1;
        }),
      ),
    );
    expect(most).toEqual(Array.from({ length: 20 }, () => 1));
  });

  it('of a dead process is taken over at once, once, by however many wait', async () => {
    for (let round = 0; round < 20; round += 1) {
      writeFileSync(at('a.lock'), `${aDeadPid()} ${hostname()} x`);
      let inside = 0;
      await Promise.all(
        Array.from({ length: 6 }, () =>
          underLock(at('a'), async () => {
            inside += 1;
            expect(inside).toBe(1);
            await new Promise((resolve) => setTimeout(resolve, 1));
            inside -= 1;
          }),
        ),
      );
      expect(readdirSync(folder)).toEqual([]);
    }
  });

  it('of a living process is waited for', async () => {
    writeFileSync(at('a.lock'), `${process.pid} ${hostname()} x`);
    let entered = false;
    const waiting = underLock(at('a'), async () => void (entered = true));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(entered).toBe(false);
    rmSync(at('a.lock'));
    await waiting;
    expect(entered).toBe(true);
  });

  it('that nobody touches for five seconds is taken over, and its holder finds out', async () => {
    let wasOurs: boolean | undefined;
    let goOn = (): void => {};
    const suspended = underLock(at('a'), async (isOurs) => {
      await new Promise<void>((resolve) => (goOn = resolve));
      wasOurs = await isOurs();
    });
    await expect.poll(() => existsSync(at('a.lock'))).toBe(true);
    await underLock(at('a'), async () => {
      goOn();
      await suspended;
      // The first holder must not take the second one's lock away.
      expect(existsSync(at('a.lock'))).toBe(true);
    });
    expect(wasOurs).toBe(false);
  }, 20_000);

  it('that cannot be made is the system’s error', async () => {
    await expect(underLock(at('gone/a'), async () => 1)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('five processes that change one file', () => {
  it('lose nothing and tear nothing in two hundred rounds, also when one is killed in the middle', async () => {
    const bundle = await rolldown({
      input: new URL('../../src/host/node-files.ts', import.meta.url).pathname,
      platform: 'node',
      logLevel: 'silent',
    });
    await bundle.write({ file: at('node-files.cjs'), format: 'cjs', codeSplitting: false });
    await bundle.close();
    writeFileSync(
      at('writer.cjs'),
      `const { readFileSync } = require('node:fs');
      const { nodeFiles } = require('./node-files.cjs');
      const files = nodeFiles({ home: '/', cwd: '/', platform: 'linux' });
      const [, , file, name, rounds] = process.argv;
      (async () => {
        for (let round = 0; round < Number(rounds); round += 1) {
          await files.underLock(file, async () => {
            let list = [];
            try { list = JSON.parse(readFileSync(file, 'utf8')); } catch (error) { if (error.code !== 'ENOENT') throw error; }
            await files.writeAtomic(file, JSON.stringify([...list, name + round]));
          });
          process.stdout.write('.');
        }
      })();`,
    );
    const file = at('list.json');
    const start = (name: string, rounds: number) =>
      spawn(process.execPath, [at('writer.cjs'), file, name, String(rounds)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const victim = start('victim', 100_000);
    let saved = 0;
    victim.stdout.on('data', (dots: Buffer) => (saved += dots.length));
    const writers = ['a', 'b', 'c', 'd'].map((name) => start(name, 200));
    for (const { stdout } of writers) stdout.resume();
    const ends = writers.map((writer) => once(writer, 'close'));
    await expect.poll(() => saved, { timeout: 20_000 }).toBeGreaterThan(5);
    victim.kill('SIGKILL');
    await once(victim, 'close');
    for (const end of ends) expect((await end)[0]).toBe(0);
    const list = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
    for (const name of ['a', 'b', 'c', 'd'])
      expect(
        list.filter((one) => one.startsWith(name)),
        name,
      ).toEqual(Array.from({ length: 200 }, (_, round) => `${name}${round}`));
    expect(list.filter((one) => one.startsWith('victim')).length).toBeGreaterThanOrEqual(saved);
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  }, 60_000);
});
