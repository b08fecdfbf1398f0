// `quitgpt export memory`: the text alone on stdout, all else beside it, and how it ends.
import { describe, expect, it } from 'vitest';
import { shardPath, smallExport, without } from '../../scripts/exports/edit';
import { rawZip } from '../../scripts/exports/raw-zip';
import { main } from '../../src/main';
import { aChat, aMessage, holding } from '../support/chats';
import type { Json } from '../support/chats';
import { aHost, errno, HOME } from '../support/fake-host';
import type { FakeHost, Setting } from '../support/fake-host';

const line = (messages: readonly Json[], more: Json = {}): Json =>
  aChat(
    [['root', null], ...messages.map((message, at) => [`n${at}`, at === 0 ? 'root' : `n${at - 1}`, message] as const)],
    more,
  );
const note = (text: string): Json => aMessage(text, { role: 'assistant', recipient: 'bio' });
const instructions = (user_instructions: string, user_profile = ''): Json =>
  holding({ content_type: 'user_editable_context', user_profile, user_instructions }, { create_time: null });
const memory = (model_set_context: string): Json =>
  holding({ content_type: 'model_editable_context', model_set_context }, { create_time: null });
const zipOf = (...chats: readonly Json[]): Uint8Array =>
  rawZip([{ path: 'conversations.json', bytes: Buffer.from(JSON.stringify(chats)) }]);

const zip = zipOf(
  line([instructions('Be very brief.'), aMessage('hi')], { id: 'a', conversation_id: 'a', update_time: 1_690_000_000 }),
  line(
    [
      instructions('Be brief.', 'A baker.'),
      memory('1. [2023-05-12]. Likes tea.\n\n2. [2023-06-01]. Has a dog.'),
      note('Likes tea.'),
    ],
    { id: 'b', conversation_id: 'b' },
  ),
);
const empty = zipOf(line([aMessage('hi'), aMessage('hello', { role: 'assistant' })]));

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string; readonly host: FakeHost };
async function ran(argv: readonly string[], setting: Setting = {}): Promise<Ran> {
  const host = aHost(['export', 'memory', ...argv], {
    ...setting,
    files: { 'x.zip': zip, 'none.zip': empty, ...setting.files },
  });
  const code = await main(host);
  expect(host.problems()).toEqual([]);
  const { stdout, stderr } = host.printed();
  return { code, stdout, stderr: stderr.replace(/\s+/g, ' '), host };
}
const resultOf = ({ stdout }: Pick<Ran, 'stdout'>): Record<string, unknown> =>
  (JSON.parse(stdout) as { readonly result: Record<string, unknown> }).result;

const BODY = `How ChatGPT should answer me:

Be brief.

What ChatGPT should know about me:

A baker.

What ChatGPT noted about me, one by one:

- [2023-11-14] Likes tea.

Memory as ChatGPT had it:

- [2023-06-01] Has a dog.
`;

describe('what it gives', () => {
  it('the text to paste and nothing else, and what to know beside it', async () => {
    const one = await ran(['x.zip']);
    expect(one.code).toBe(0);
    expect(one.stdout).toBe(`${one.stdout.split('\n', 1)[0]}\n\n${BODY}`);
    expect(one.stdout).toContain('my ChatGPT data export');
    for (const said of [
      '4 entries,',
      'private things',
      '1 text of earlier custom instructions',
      'copy by hand: “Settings”',
    ])
      expect(one.stderr).toContain(said);
    expect(one.host.changes).toEqual([]);
  });
  it('only the text, with --quiet', async () => {
    const one = await ran(['x.zip', '--quiet']);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toContain(BODY);
  });
  it('earlier instructions too, with --all', async () => {
    const one = await ran(['x.zip', '--all']);
    expect(one.stdout).toContain('Be very brief.');
    expect(one.stderr).not.toContain('left out');
  });
  it('in French', async () => {
    const one = await ran(['x.zip', '--lang', 'fr']);
    expect(one.stdout).toContain('Voici mes instructions à ChatGPT');
    expect(one.stderr).toContain('4 entrées');
  });
  it('a file, with --out, and never over one that is there', async () => {
    const one = await ran(['x.zip', '--out', 'me.txt']);
    expect(one).toMatchObject({ code: 0, stdout: '' });
    expect(one.host.disk()[`${HOME}/desk/me.txt`]).toContain(BODY);
    const again = await ran(['x.zip', '--out', 'me.txt'], { files: { 'me.txt': 'mine' } });
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.host.disk()[`${HOME}/desk/me.txt`]).toBe('mine');
    const forced = await ran(['x.zip', '--out', 'me.txt', '--force'], { files: { 'me.txt': 'mine' } });
    expect(forced.host.disk()[`${HOME}/desk/me.txt`]).toContain(BODY);
  });
  it('a file in a folder, under a name of its own, and JSON by its ending', async () => {
    const folder = await ran(['x.zip', '--out', 'out'], { files: { 'out/x': '' } });
    expect(folder.host.disk()[`${HOME}/desk/out/quitgpt-memory.txt`]).toContain(BODY);
    const json = await ran(['x.zip', '--out', 'me.json']);
    expect(resultOf({ stdout: String(json.host.disk()[`${HOME}/desk/me.json`]) })).toMatchObject({ part: 1 });
  });
  it('each entry with its kind, its days and how often, with --json', async () => {
    const one = await ran(['x.zip', '--json']);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(resultOf(one)).toMatchObject({
      part: 1,
      parts: 1,
      left: { otherParts: 0, tooLong: 0, earlier: 1, dropped: 0 },
      conversations: 2,
      instructions: 2,
      memory: 1,
      entries: [
        { kind: 'instructions', current: true, text: 'Be brief.', first: '2023-11-14', last: '2023-11-14', chats: 1 },
        { kind: 'profile', current: true, text: 'A baker.' },
        { kind: 'note', current: true, text: 'Likes tea.', noted: '2023-11-14', chats: 2 },
        { kind: 'memory', current: true, text: 'Has a dog.', noted: '2023-06-01', chats: 1 },
      ],
    });
    expect(resultOf(one)['text']).toContain(BODY.trimEnd());
  });
  it('on a screen what acts without being seen is shown; a pipe gets every letter', async () => {
    const files = { 'x.zip': zipOf(line([note('Tea\u{1B}[31m red\u202E.')])) };
    expect((await ran(['x.zip'], { files, tty: 'all' })).stdout).toContain('Tea\\u{1B}[31m red\\u{202E}.');
    expect((await ran(['x.zip'], { files, tty: 'all' })).host.printed().stderr).toMatch(/^\n/);
    expect((await ran(['x.zip'], { files })).host.printed().stderr).not.toMatch(/^\n/);
    expect((await ran(['x.zip'], { files })).stdout).toContain('Tea\u{1B}[31m red\u202E.');
  });
});

describe('where it goes', () => {
  it.each(['claude', 'gemini', 'lumo'])(
    '--for %s says what it takes, the day that was checked, and that no limit is known',
    async (target) => {
      const one = await ran(['x.zip', '--for', target]);
      for (const said of ['checked 27 November 2026', 'No limit to its size', '30 November 2026', 'https://'])
        expect(one.stderr).toContain(said);
      expect(one.stdout.includes('- [2023-11-14] Likes tea.')).toBe(target !== 'lumo');
      expect(one.stdout).toContain('Likes tea.');
    },
  );
  it('--for local says where it can stand', async () =>
    expect((await ran(['x.zip', '--for', 'local'])).stderr).toContain('system prompt'));
  it('--limit gives the newest, and says how much is left; --part gives the rest', async () => {
    const whole = (await ran(['x.zip', '--quiet'])).stdout.length - 1;
    const limit = String(whole - 1);
    const first = await ran(['x.zip', '--limit', limit]);
    const second = await ran(['x.zip', '--limit', limit, '--part', '2']);
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(first.stdout).toContain('This is part 1 of 2.');
    expect(first.stderr).toMatch(/other entr(?:y is|ies are) not in this part, 1 of 2/);
    expect(first.stdout).toContain('Be brief.');
    expect(first.stdout).not.toContain('Has a dog.');
    expect(second.stdout).toContain('Has a dog.');
    for (const { stdout } of [first, second]) expect(stdout.length - 1).toBeLessThan(whole);
  });
  it('an entry that is longer than the limit is named as such', async () => {
    const one = await ran(['x.zip', '--limit', '600'], {
      files: { 'x.zip': zipOf(line([note('Tea.'), note('x'.repeat(900))])) },
    });
    expect(one.code).toBe(0);
    expect(one.stderr).toContain('1 entry is too long for 600 characters');
    expect(one.stdout).not.toContain('xxx');
  });
});

describe('--copy', () => {
  it('puts the text on the clipboard and prints it', async () => {
    const one = await ran(['x.zip', '--copy'], { copies: 'copied' });
    expect(one.code).toBe(0);
    expect(`${one.host.copied.at(-1)}\n`).toBe(one.stdout);
    expect(one.stderr).toContain('on your clipboard');
  });
  it('ends with 1 where nothing could, quiet or not', async () => {
    const one = await ran(['x.zip', '--copy', '--quiet'], { copies: 'failed' });
    expect(one.code).toBe(1);
    expect(one.stderr).toContain('could copy it');
    expect(one.stdout).toContain(BODY);
  });
});

describe('how it ends', () => {
  it('3 where nothing of the kind is there: nothing to paste, and what to do', async () => {
    const one = await ran(['none.zip', '--copy', '--out', 'me.txt'], { copies: 'copied' });
    expect(one).toMatchObject({ code: 3, stdout: '' });
    expect(one.stderr).toContain('No custom instructions, notes or memory were found in the chats');
    expect(one.stderr).toContain('copy by hand');
    expect(one.host.changes).toEqual([]);
    expect(one.host.copied).toEqual([]);
    expect(resultOf(await ran(['none.zip', '--json']))).toMatchObject({ entries: [], conversations: 1 });
  });
  it('1 where part of the export could not be read: what was read is given, and the rest is named', async () => {
    const damaged = without(smallExport(), shardPath(1));
    const one = await ran(['d.zip', '--quiet'], { files: { 'd.zip': rawZip(damaged.entries) } });
    expect(one.code).toBe(1);
    expect(one.stdout).toContain('What ChatGPT noted about me');
    expect(one.stderr).toContain(shardPath(1));
  });
  it('1, and not 3, where nothing was found in a damaged one', async () => {
    const cut = Buffer.from(JSON.stringify([line([aMessage('hi')])])).subarray(0, -3);
    const one = await ran(['d.zip'], { files: { 'd.zip': rawZip([{ path: 'conversations.json', bytes: cut }]) } });
    expect(one).toMatchObject({ code: 1, stdout: '' });
    expect(one.stderr).toContain('in what could be read');
    expect(one.stderr).toContain('conversations.json');
  });
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s gives nothing and ends with %d', async (signal, code) => {
    const host: FakeHost = aHost(['export', 'memory', 'x.zip', '--out', 'me.txt'], {
      files: { 'x.zip': zip },
      fault: ({ name }) => {
        if (name === 'open') host.signal(signal);
      },
    });
    expect(await main(host)).toBe(code);
    expect(host.printed()).toMatchObject({ stdout: '', stderr: expect.stringContaining('nothing was given') });
    expect([...host.changes, ...host.problems()]).toEqual([]);
  });
  it.each<[string, readonly string[], number, string]>([
    ['a file that is not there', ['gone.zip'], 1, 'gone.zip'],
    ['an assistant it does not know', ['x.zip', '--for', 'gemni'], 2, 'gemini'],
    ['a limit that is no number', ['x.zip', '--limit', '1.5'], 2, '1.5'],
    ['a limit of nothing', ['x.zip', '--limit', '0'], 2, '--limit'],
    ['a limit that nothing fits into', ['x.zip', '--limit', '20'], 2, 'Nothing fits into 20'],
    ['a part that is not there', ['x.zip', '--part', '2'], 2, 'There is 1 part only'],
    ['a part that is no number', ['x.zip', '--limit', '500', '--part', 'two'], 2, 'There is 1 part only'],
  ])('%s is one sentence', async (_what, argv, code, said) => {
    const one = await ran(argv);
    expect(one).toMatchObject({ code, stdout: '' });
    expect(one.stderr).toContain(said);
    expect(one.host.printed().stderr).toMatch(/^[^\n]+\n$/);
  });
  it('a disk that is full is one sentence and 1', async () => {
    const one = await ran(['x.zip', '--out', 'me.txt'], {
      fault: ({ name, path }) => {
        if (name === 'write') throw errno('ENOSPC', path);
      },
    });
    expect(one.code).toBe(1);
    expect(one.stderr).toContain('the disk is full');
  });
});
