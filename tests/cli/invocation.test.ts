// "Carry on with …" names a command that works for whoever reads it: most people came by npx and have no `quitgpt`.
import { describe, expect, test } from 'vitest';
import { typedAs } from '../../src/cli/invocation';
import { aHost } from '../support/fake-host';
import { main } from '../../src/main';

const npx = { npm_command: 'exec' };
const start = { npm_command: 'run-script', npm_lifecycle_event: 'start' };

describe('a command to type', () => {
  test.each([
    ['installed', {}, 'quitgpt', 'quitgpt'],
    ['by npx', npx, 'quitgpt', 'npx quitgpt'],
    ['by npx, with options', npx, 'quitgpt --step check-statement', 'npx quitgpt --step check-statement'],
    ['by npm start', start, 'quitgpt', 'npm start'],
    ['by npm start, with options', start, 'quitgpt --step check-statement', 'npm start -- --step check-statement'],
  ])('%s', (_, env, typed, wanted) => {
    expect(typedAs(env)(typed)).toBe(wanted);
  });

  test('names the record of one’s own, quoted where it has to be', () => {
    expect(typedAs(npx, '/tmp/my.json')('quitgpt')).toBe('npx quitgpt --record /tmp/my.json');
    expect(typedAs({}, '/tmp/my $& file.json')('quitgpt --step x')).toBe('quitgpt --record "/tmp/my $& file.json" --step x');
    expect(typedAs({}, '/tmp/my.json')('quitgpt why')).toBe('quitgpt why');
  });

  test.each(['DELETE', 'codex logout', 'quitgptx'])('leaves %s as it is', (typed) => {
    expect(typedAs(npx, '/tmp/my.json')(typed)).toBe(typed);
  });
});

test('who came by npx is told to come back by npx', async () => {
  const host = aHost('status', { env: npx });
  expect(await main(host)).toBe(1);
  expect(host.printed().stderr).toContain('`npx quitgpt`');
});
