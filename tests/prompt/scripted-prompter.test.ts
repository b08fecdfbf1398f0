// The prompter for scripts: it never asks, and says which answer is missing.
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { MissingAnswer } from '../../src/prompt/prompter';
import { scriptedPrompter } from '../../src/prompt/scripted-prompter';
import { billers, date, goal } from '../support/prompt-samples';

function aScript(quiet: boolean) {
  const said: string[] = [];
  const stderr = new Writable({ write: (chunk, _encoding, done) => (said.push(String(chunk)), done()) });
  return { said, prompter: scriptedPrompter({ stderr, quiet, show: ({ title }) => title }) };
}

describe('a question nobody can answer', () => {
  test('names itself', async () => {
    const { prompter, said } = aScript(false);
    await expect(prompter.askOne(goal)).rejects.toEqual(new MissingAnswer('goal'));
    await expect(prompter.askSeveral(billers)).rejects.toMatchObject({ questionId: 'billed-by' });
    await expect(prompter.askText(date)).rejects.toMatchObject({ questionId: 'renews' });
    expect(said).toEqual([]);
    prompter.close();
  });
});

test('what is said goes to the error stream, unless quiet', () => {
  const document = { lang: 'en', title: 'Assumed', blocks: [], result: null };
  const loud = aScript(false);
  loud.prompter.say(document);
  expect(loud.said).toEqual(['Assumed\n']);
  const quiet = aScript(true);
  quiet.prompter.say(document);
  expect(quiet.said).toEqual([]);
});
