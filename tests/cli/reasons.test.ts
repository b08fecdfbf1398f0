// Why the system refused something: always in words, whatever its code; and what is wrong with a Record, each with its way out.
import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main';
import { aHost, errno, RECORD, RECORD_PATH, type Operation } from '../support/fake-host';
import { aRecord, keptAs } from '../support/program';
import { textOf } from '../../src/cli/record/read-text';

const CODES = [
  ...Object.keys(constants.errno),
  'EDQUOT',
  'ENOMEDIUM',
  'ENOTSUP',
  'EUNKNOWN',
  'UNKNOWN',
  'ERR_FS_FILE_TOO_LARGE',
  'ENOHOME',
  'ENOCWD',
];
const failing = (code: string, name: Operation['name']) => ({
  fault: (operation: Operation) => {
    if (operation.name === name) throw errno(code, operation.path);
  },
});
const RAW = /\bE[A-Z]{3,}\b|\bUNKNOWN\b|\bERR_/;

describe.each(['linux', 'darwin', 'win32'] as const)('on %s no code of the system reaches a person', (platform) => {
  test.each([
    ['writing a file', 'checklist --out here.txt', 'write'],
    [
      'saving progress',
      '--no-input --goal cancel --plan plus --billed-by openai --uses none --next-billing unsure',
      'writeAtomic',
    ],
    ['reading progress', 'status', 'read'],
    ['reading answers', '--no-input --answers a.json', 'read'],
    ['deleting progress', 'forget --yes', 'remove'],
  ] as const)('when %s fails', async (_, argv, name) => {
    for (const code of CODES) {
      for (const lang of ['en', 'fr']) {
        const host = aHost(`${argv} --lang ${lang}`, {
          platform,
          files: { ...keptAs(aRecord()), 'a.json': '{}' },
          ...failing(code, name),
        });
        await main(host);
        const { stdout, stderr } = host.printed();
        expect(stderr, code).not.toMatch(RAW);
        if (name !== 'read' || code !== 'ENOENT') expect(stderr + stdout, code).not.toBe('');
      }
    }
  });
});

describe('a Record that cannot be read now', () => {
  const status = async (code: string, platform: NodeJS.Platform = 'linux'): Promise<string> => {
    const host = aHost('status', { platform, files: keptAs(aRecord()), ...failing(code, 'read') });
    expect(await main(host)).toBe(1);
    expect(host.changed()).toEqual({});
    return host.printed().stderr;
  };

  test.each([
    ['EACCES', 'linux', /another user.*sudo chown/],
    ['EACCES', 'win32', /Nothing is wrong with it/],
    ['EPERM', 'darwin', /System Settings → Privacy & Security → Files and Folders/],
    ['EPERM', 'linux', /Nothing is wrong with it/],
    ['EPERM', 'win32', /Another program has/],
    ['EBUSY', 'win32', /Another program has/],
    ['EIO', 'linux', /the disk reports a fault/],
    ['ELOOP', 'linux', /links/],
    ['EFBIG', 'linux', /too large/],
  ] as const)(
    '%s on %s has a sentence of its own, and nobody is told to delete good progress',
    async (code, platform, words) => {
      const text = await status(code, platform);
      expect(text).toMatch(words);
      expect(text).not.toMatch(/forget|damaged/);
      expect(text).toContain(RECORD);
    },
  );

  test('one of a newer version names the command that reads it, by whatever way the program was started', async () => {
    const files = { [RECORD_PATH]: JSON.stringify({ ...aRecord(), schema: 7, more: true }) };
    for (const [env, command] of [
      [{}, 'npx quitgpt@latest'],
      [{ npm_config_user_agent: 'pnpm/10.0.0 npm/? node/v20' }, 'pnpm dlx quitgpt@latest'],
    ] as const) {
      const host = aHost('status', { env, files });
      expect(await main(host)).toBe(1);
      expect(host.printed().stderr).toContain(`\`${command}\``);
      expect(host.printed().stderr).not.toContain('forget');
    }
  });
});

describe('what killed saves left', () => {
  const left = `${RECORD_PATH}.1234567890`;

  test('is put away by the next start, whatever it is', async () => {
    for (const argv of ['status', 'summary', '--no-input --done cancel-apple']) {
      const host = aHost(argv, { files: { ...keptAs(aRecord()), [left]: '{"schema": 1, "na' } });
      await main(host);
      expect(host.disk()[left], argv).toBeUndefined();
    }
  });

  test('goes with `forget`, which names it', async () => {
    for (const files of [{ ...keptAs(aRecord()), [left]: '{' }, { [left]: '{' }] as const) {
      const host = aHost('forget --yes', { files });
      expect(await main(host)).toBe(0);
      expect(Object.keys(host.disk()).filter((path) => path.startsWith(RECORD_PATH))).toEqual([]);
      expect(host.printed().stderr).toContain(`${RECORD}.1234567890`);
    }
  });
});

describe('answers as Windows saves them', () => {
  const text =
    '{"goal": "cancel", "plan": "plus", "billedBy": ["apple"], "uses": [], "nextBilling": "unsure", "name": "Zoé"}\r\n';
  const utf16be = (value: string): Buffer => Buffer.from(value, 'utf16le').swap16();
  const forms = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a mark': Buffer.from(`\uFEFF${text}`),
    'UTF-16 with a mark': Buffer.from(`\uFEFF${text}`, 'utf16le'),
    'UTF-16 without': Buffer.from(text, 'utf16le'),
    'UTF-16, big end first, with a mark': utf16be(`\uFEFF${text}`),
    'UTF-16, big end first, without': utf16be(text),
  };

  test.each(Object.entries(forms))('%s are read from a file and from a pipe', async (_, bytes) => {
    expect(textOf(bytes)).toBe(text);
    const host = aHost('--no-input --json --no-record --answers a.json', { files: { 'a.json': bytes } });
    expect(await main(host)).toBe(3);
    expect(JSON.parse(host.printed().stdout)).toMatchObject({ result: { name: 'Zoé' } });
  });
});
