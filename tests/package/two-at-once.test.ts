// The built program, several times at once on one Record: nothing lost, nothing torn.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JourneyRecord } from '../../src/journey/record';
import { leftoversOf } from '../../src/host/leftovers';
import { sitDown } from '../terminal/person';
import { plusFlags } from '../support/plus-flags';
import { aFolder, plainEnvironment, runProgram } from '../support/tools';

/** How often: `ROUNDS=200` for the long form. */
const ROUNDS = Number(process.env['ROUNDS'] ?? 6);
const SITUATION = [
  '--no-input',
  '--quiet',
  '--no-open',
  ...plusFlags({ billedBy: 'openai', nextBilling: '2026-12-03' }),
];
const STEPS = ['cancel-web', 'confirm-cancelled', 'ask-refund', 'turn-off-training', 'check-statement'];
const recordIn = (home: string): JourneyRecord =>
  JSON.parse(readFileSync(join(home, '.local/state/quitgpt/record.json'), 'utf8')) as JourneyRecord;

describe.each([2, 5])('%i scripts at once', (count) => {
  it('each mark a step, and every mark stays', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const home = aFolder();
      const env = plainEnvironment(home);
      if (round % 2 === 0) await runProgram(SITUATION, { cwd: home, env });
      const steps = STEPS.slice(0, count);
      const ran = await Promise.all(
        steps.map((step) => runProgram([...SITUATION, '--done', step], { cwd: home, env })),
      );
      for (const { code, stderr } of ran) expect([0, 3], stderr).toContain(code);
      expect(Object.keys(recordIn(home).steps).sort()).toEqual([...steps].sort());
      expect(readdirSync(join(home, '.local/state/quitgpt'))).toEqual(['record.json']);
      expect(await leftoversOf(join(home, '.local/state/quitgpt/record.json'), true)).toEqual([]);
    }
  }, 600_000);
});

describe('a wizard beside a script', () => {
  it('keeps what the script marked, says so, and does not ask about it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) await beside();
  }, 600_000);

  async function beside(): Promise<void> {
    const home = aFolder();
    const person = await sitDown({ home, args: ['--no-open'], rows: 60 });
    await person.answers('goal', 'cancel');
    await person.answers('plan', 'plus');
    await person.answers('billed-by', 'apple');
    await person.answers('uses', 'none');
    await person.answers('next-billing', '2026-12-03');
    const { say, ui } = person.translator;
    await person.chooses(say(ui.review.ask), say(ui.review.start, { number: 1 }));
    await person.seesStep();
    const script = await runProgram(['--no-input', '--quiet', '--done', 'confirm-cancelled'], {
      cwd: home,
      env: plainEnvironment(home),
    });
    expect(script.code).toBe(3);
    await person.atStep(1, 'done');
    await person.sees('another window', 'Done there');
    person.terminal.key('ctrl-c');
    await person.terminal.exit;
    expect(Object.keys(recordIn(home).steps).sort()).toEqual(['cancel-apple', 'confirm-cancelled']);
  }
});
