// `quitgpt --json status` was answered with: There is no command “status”. Did you mean quitgpt status?
import { expect, test } from 'vitest';
import { commandInFront } from '../../src/cli/typed/command-in-front';
import { COMMANDS } from '../../src/cli/commands/all';
import { aHost } from '../support/fake-host';
import { aRecord, expectRun, keptAs } from '../support/program';

const printing = COMMANDS.filter(
  (command) =>
    !['forget', 'schema', 'completion', 'proof', 'card', 'export', 'undo', 'letter', 'kit', 'page'].includes(command),
);

test.each(printing)('options of the walk may stand before %s', async (command) => {
  await expectRun(aHost(`--json ${command}`, { files: keptAs(aRecord()) }), {
    code: command === 'status' ? 3 : 0,
    stdout: /^\{\n {2}"schema": 1/,
    stderr: '',
    files: {},
    pages: [],
  });
});

// `quitgpt --json card --size wide` was answered with: There is no option --size.
test.each([
  ['--json card --size wide', 'card --json --size wide'],
  ['--lang fr export check x.zip --titles', 'export check --lang fr x.zip --titles'],
  ['--json --no-record export save x.zip --to chats', 'export save --json --no-record x.zip --to chats'],
  ['--out=a export --help', 'export --out=a --help'],
  ['--record status status', 'status --record status'],
])('%s is understood as %s', (typed, understood) =>
  expect(commandInFront(typed.split(' ')).join(' ')).toBe(understood),
);

test.each(['--goal cancel card', 'status --json', '--json', '--lang', '--json nonsense', '', '--frobnicate card'])(
  '“%s” stays as it is typed',
  (typed) => {
    const words = typed.split(' ').filter((word) => word !== '');
    expect(commandInFront(words)).toEqual(words);
  },
);

test('options of a command of its own follow it although others stand before', async () => {
  await expectRun(aHost('--json --lang en export check gone.zip --titles'), {
    code: 1,
    stdout: /"code": "export_missing"/,
    stderr: '',
    files: {},
    pages: [],
  });
});
