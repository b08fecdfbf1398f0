// The built program, killed while it saves: what was said before is there, what was damaged is somewhere whole.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/content/outside-schema';
import type { JourneyRecord } from '../../src/journey/record';
import { aRecord } from '../support/program';
import { sitDown } from '../terminal/person';
import { plusFlags } from '../support/plus-flags';
import { aFolder, plainEnvironment, PROGRAM, runProgram } from '../support/tools';

/** How often: `ROUNDS=200` for the long form. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 12);
const QUIET = ['--no-input', '--quiet', '--no-open'];
const folderOf = (home: string): string => join(home, '.local/state/quitgpt');

describe('a save that is killed', () => {
  it('loses nothing that was said before, under a name too, and leaves nothing that stays', async () => {
    const home = aFolder();
    const options = { cwd: home, env: plainEnvironment(home) };
    const named = ['--profile', 'ana'];
    const file = join(folderOf(home), 'record-ana.json');
    await runProgram(
      [...QUIET, ...plusFlags({ billedBy: 'openai', nextBilling: '2026-12-03' }), '--done', 'ask-refund', ...named],
      options,
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      const words = round % 2 === 0 ? [...QUIET, '--done', 'cancel-web'] : ['undo', 'cancel-web'];
      const child = spawn(process.execPath, [PROGRAM, ...words, ...named], { ...options, stdio: 'ignore' });
      const ended = once(child, 'close');
      // A save takes a few milliseconds near the end of the run: most kills come about there.
      await Promise.race([ended, wait(40 + Math.random() * 120)]);
      child.kill('SIGKILL');
      await ended;
      const read = readRecord(JSON.parse(readFileSync(file, 'utf8')));
      expect(read.ok && read.value.steps['ask-refund']?.state).toBe('done');
      expect(read.ok && read.value.profile.plan).toBe('plus');
    }
    // Whatever the last one left is no obstacle to the next, and goes.
    const last = await runProgram([...QUIET, '--done', 'cancel-web', ...named], options);
    expect(last.code, last.stderr).toBe(3);
    expect(readdirSync(folderOf(home))).toEqual(['record-ana.json']);
  }, 600_000);
});

describe('a wizard that is killed while it puts a damaged Record aside', () => {
  const damaged = `${JSON.stringify({ ...aRecord({ extras: { name: 'Ana' } }), updated: 'once' })}\n`;

  it('leaves the damaged text whole, and what could be read where it was or in the new Record', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const home = aFolder();
      mkdirSync(folderOf(home), { recursive: true });
      writeFileSync(join(folderOf(home), 'record.json'), damaged);
      const { terminal, translator } = await sitDown({ home, args: ['--yes', '--no-open'] });
      const seen = translator.say(translator.ui.damaged.title);
      await terminal.waitFor(() => terminal.raw().includes(seen));
      await wait(Math.random() * 15);
      terminal.kill('SIGKILL');
      await terminal.exit;
      const texts = readdirSync(folderOf(home))
        .filter((name) => name.endsWith('.json'))
        .map((name) => readFileSync(join(folderOf(home), name), 'utf8'));
      expect(texts).toContain(damaged);
      for (const text of texts.filter((one) => one !== damaged))
        expect((JSON.parse(text) as JourneyRecord).extras.name).toBe('Ana');
    }
  }, 600_000);
});
