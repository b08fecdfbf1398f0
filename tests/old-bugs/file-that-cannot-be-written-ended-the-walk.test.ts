// A checklist or a summary that could not be written ended the wizard in the middle; in a folder that cannot be looked into it never ended.
import { expect, test } from 'vitest';
import { errno, RECORD, type Setting } from '../support/fake-host';
import { aPerson, type Turn } from '../support/fake-prompter';
import { expectWalk, textOf } from '../support/program';

const answers: readonly Turn[] = [
  ['goal', 'cancel'],
  ['plan', 'free'],
  ['uses', ['none']],
  ['review', 'print'],
  ['review', 'start'],
  ['step:turn-off-training', 'done'],
  ['extras', 'on'],
  ['summary', 'yes'],
];
const NOT_HERE: Readonly<Record<string, NonNullable<Setting['fault']>>> = {
  'cannot be written to': ({ name, path }) => {
    if (name === 'write') throw errno('EROFS', path);
  },
  'cannot be looked into': ({ name, path }) => {
    if (name === 'write' || (name === 'look' && path.includes('/desk/'))) throw errno('EACCES', path);
  },
};

test.each(Object.entries(NOT_HERE))(
  'in a folder that %s the walk goes on to its end, and the command is still given',
  async (_, fault) => {
    const person = aPerson(answers);
    await expectWalk(
      '',
      person,
      {
        code: 1,
        stdout: '',
        stderr: [/quitgpt-checklist/, /quitgpt-summary/],
        files: { [RECORD]: /"turn-off-training"/ },
        pages: [],
      },
      { fault, env: { NO_COLOR: '1' } },
    );
    expect(textOf(person.saidAfter())).toMatch(/--no-input --goal cancel --plan free/);
  },
);
