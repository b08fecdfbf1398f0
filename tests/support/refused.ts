// A refusal of a command with options of its own: `--json` stands after them, since before a command only the walk's options are known.
import { expect } from 'vitest';
import { aHost } from './fake-host';
import { expectRun } from './program';
import type { Refused } from './program';

/** The command is refused in one line on stderr, and with `--json` in one object on stdout; nothing is done either time. */
export async function expectRefused(
  argv: string | readonly string[],
  { id, flag, code = 2, names = [], setting = {} }: Refused,
): Promise<void> {
  const words = typeof argv === 'string' ? argv.split(' ') : argv;
  let sentence = '';
  await expectRun(aHost(words, setting), {
    code,
    stdout: '',
    stderr: (text) => (sentence = text),
    files: {},
    pages: [],
  });
  expect(sentence).toMatch(/^[^\n]+\n$/);
  for (const name of names) expect(sentence).toContain(name);
  const error = { code: id, message: sentence.trimEnd(), ...(flag === undefined ? {} : { flag }) };
  await expectRun(aHost([...words, '--json'], setting), {
    code,
    stdout: (text) => expect(JSON.parse(text)).toEqual({ schema: 1, error }),
    stderr: '',
    files: {},
    pages: [],
  });
}
