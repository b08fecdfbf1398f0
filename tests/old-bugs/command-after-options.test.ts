// `quitgpt --json status` was answered with: There is no command “status”. Did you mean quitgpt status?
import { test } from 'vitest';
import { COMMANDS } from '../../src/cli/program';
import { aHost } from '../support/fake-host';
import { aRecord, expectRun, keptAs } from '../support/program';

const printing = COMMANDS.filter((command) => !['forget', 'schema', 'completion', 'proof', 'card'].includes(command));

test.each(printing)('options of the walk may stand before %s', async (command) => {
  await expectRun(aHost(`--json ${command}`, { files: keptAs(aRecord()) }), { code: command === 'status' ? 3 : 0, stdout: /^\{\n {2}"schema": 1/, stderr: '', files: {}, pages: [] });
});
