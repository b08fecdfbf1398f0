// `quitgpt status --record mine.json` on damaged progress named `quitgpt forget` as the way out, which deletes what is kept elsewhere.
import { expect, test } from 'vitest';
import { main } from '../../src/main';
import { aHost } from '../support/fake-host';
import { aRecord, keptAs } from '../support/program';

test.each([
  ['--record mine.json', '`quitgpt --record mine.json forget`'],
  ['--record=mine.json', '`quitgpt --record mine.json forget`'],
  ['--profile ana', '`quitgpt --profile ana forget`'],
])('with %s an error names that one', async (option, wanted) => {
  const files = {
    ...keptAs(aRecord()),
    'mine.json': '{',
    '~/.local/state/quitgpt/record-ana.json': '{',
  };
  for (const words of [`status ${option}`, `${option} status`]) {
    const host = aHost(words, { files });
    expect(await main(host)).toBe(1);
    expect(host.printed().stderr).toContain(wanted);
  }
});
