// "Carry on with …" names a command that works for whoever reads it: most people came by npx and have no `quitgpt`.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoted, typedAs } from '../../src/cli/typed/invocation';
import { aHost, DESK } from '../support/fake-host';
import { main } from '../../src/main';

type Env = Readonly<Record<string, string>>;
const agent = (name: string): Env => ({ npm_config_user_agent: name });
const npx: Env = { npm_command: 'exec', ...agent('npm/11.4.2 node/v20.20.2 linux x64 workspaces/false') };
const start: Env = { npm_command: 'run-script', npm_lifecycle_event: 'start' };
const pnpm = agent('pnpm/10.34.9 npm/? node/v20.20.2 linux x64');
const yarn = agent('yarn/4.18.1 npm/? node/v20.20.2 linux x64');
const bunx: Env = { npm_command: 'exec', ...agent('bun/1.4.5 npm/? node/v26.0.0 linux x64') };
const started = (env: Env, setting: Parameters<typeof aHost>[1] = {}, record?: string) =>
  typedAs(aHost('status', { ...setting, env }), { record });

describe('a command to type', () => {
  test.each([
    ['installed', {}, 'quitgpt', 'quitgpt'],
    ['by npx', npx, 'quitgpt', 'npx quitgpt'],
    ['by npx, with options', npx, 'quitgpt --step check-statement', 'npx quitgpt --step check-statement'],
    ['by npm start', start, 'quitgpt', 'npm start'],
    ['by npm start, with options', start, 'quitgpt --step check-statement', 'npm start -- --step check-statement'],
    ['by pnpm start, with options', { ...start, ...pnpm }, 'quitgpt --lang fr', 'pnpm start --lang fr'],
    ['by pnpm dlx', pnpm, 'quitgpt', 'pnpm dlx quitgpt'],
    ['by yarn dlx', yarn, 'quitgpt status', 'yarn dlx quitgpt status'],
    ['by Yarn 1, which has no dlx', agent('yarn/1.22.22 npm/? node/v20.20.2 linux x64'), 'quitgpt', 'npx quitgpt'],
    ['by bunx', bunx, 'quitgpt', 'bunx quitgpt'],
    ['for the newest copy, by npx', npx, 'quitgpt@latest', 'npx quitgpt@latest'],
    ['for the newest copy, installed', {}, 'quitgpt@latest', 'npx quitgpt@latest'],
    ['for the newest copy, by pnpm dlx', pnpm, 'quitgpt@latest', 'pnpm dlx quitgpt@latest'],
    ['for the newest copy, by yarn dlx', yarn, 'quitgpt@latest', 'yarn dlx quitgpt@latest'],
    ['for the newest copy, by bunx', bunx, 'quitgpt@latest', 'bunx quitgpt@latest'],
    ['for the newest copy, in a clone', start, 'quitgpt@latest', 'git pull && npm install && npm start'],
  ] as const)('%s', (_, env, typed, wanted) => {
    expect(started(env)(typed)).toBe(wanted);
  });

  test.each([
    ['its file in a clone', 'linux', `${DESK}/quitgpt/bin/quitgpt.js`, {}, 'node ~/desk/quitgpt/bin/quitgpt.js status'],
    ['a path with a blank', 'linux', '/opt/my tools/bin/quitgpt.js', {}, `node '/opt/my tools/bin/quitgpt.js' status`],
    ['a name on PATH', 'linux', '/usr/local/bin/quitgpt', { PATH: '/usr/bin:/usr/local/bin' }, 'quitgpt status'],
    ['a path that is not on PATH', 'linux', '/opt/x/quitgpt', { PATH: '/usr/bin' }, '/opt/x/quitgpt status'],
    ['the launcher of a project', 'linux', '/p/node_modules/.bin/quitgpt', { PATH: '/usr/bin' }, 'npx quitgpt status'],
    [
      'the launcher of npm under Windows',
      'win32',
      'C:\\Users\\a\\AppData\\Roaming\\npm\\node_modules\\quitgpt\\bin\\quitgpt.js',
      {},
      'quitgpt status',
    ],
  ] as const)('started by %s', (_, platform, script, env, wanted) => {
    expect(started(env, { platform, script })('quitgpt status')).toBe(wanted);
  });

  test('names the record of one’s own, quoted where it has to be', () => {
    expect(started(npx, {}, '/tmp/my.json')('quitgpt')).toBe('npx quitgpt --record /tmp/my.json');
    expect(started({}, {}, '/tmp/my $& file.json')('quitgpt --step x')).toBe(
      `quitgpt --record '/tmp/my $& file.json' --step x`,
    );
    expect(started({}, {}, `~/it's.json`)('quitgpt')).toBe(`quitgpt --record ~/'it'\\''s.json'`);
    expect(started({}, { platform: 'win32' }, 'C:\\my files\\a.json')('quitgpt')).toBe(
      'quitgpt --record "C:\\my files\\a.json"',
    );
    expect(started({}, { platform: 'win32' }, 'C:\\$x\\a.json')('quitgpt')).toBe(`quitgpt --record 'C:\\$x\\a.json'`);
    expect(started({}, {}, '/tmp/my.json')('quitgpt why')).toBe('quitgpt why');
  });

  test('what is quoted is one word to a shell, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'binary', minLength: 1 })
          .filter((text) => !/[\0\uD800-\uDFFF]/.test(text) && !text.startsWith('~') && !text.startsWith('-')),
        (word) => {
          expect(execFileSync('sh', ['-c', `printf %s ${quoted(word, 'linux')}`], { encoding: 'utf8' })).toBe(word);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(['DELETE', 'codex logout', 'quitgptx'])('leaves %s as it is', (typed) => {
    expect(started(npx, {}, '/tmp/my.json')(typed)).toBe(typed);
  });
});

test('who came by npx is told to come back by npx', async () => {
  const host = aHost('status', { env: npx });
  expect(await main(host)).toBe(1);
  expect(host.printed().stderr).toContain('`npx quitgpt`');
});
