// `quitgpt export save`: what it says, how it ends, and what it refuses.
import { describe, expect, it } from 'vitest';
import { bytesIn, jsonIn, shardPath, smallExport, withJson, without } from '../../scripts/exports/edit';
import { rawZip } from '../../scripts/exports/raw-zip';
import { countsOf } from '../../scripts/exports/truth';
import { main } from '../../src/main';
import { aHost, errno, type FakeHost, type Setting } from '../support/fake-host';

const whole = smallExport();
const zip = rawZip(whole.entries);
const { conversations, shown } = countsOf(whole.truth);

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string; readonly host: FakeHost };
async function ran(argv: readonly string[], setting: Setting = {}): Promise<Ran> {
  const host = aHost(['export', 'save', ...argv], { ...setting, files: { 'x.zip': zip, ...setting.files } });
  const code = await main(host);
  expect(host.problems()).toEqual([]);
  const { stdout, stderr } = host.printed();
  return { code, stdout, stderr, host };
}
const resultOf = ({ stdout }: Pick<Ran, 'stdout'>): Record<string, unknown> =>
  (JSON.parse(stdout) as { readonly result: Record<string, unknown> }).result;
const on = (host: FakeHost, folder = '/home/ana/desk/chats'): readonly string[] =>
  Object.keys(host.disk()).filter((path) => path.startsWith(`${folder}/`));

describe('a name that Windows does not take', () => {
  it.each(['nul', 'chats.', 'a:b c', 'con/chats'])('%j is refused before anything is written', async (to) => {
    const one = await ran(['x.zip', '--to', to], { platform: 'win32' });
    expect(one).toMatchObject({ code: 1, stdout: '' });
    expect(one.stderr).toMatch(/^[^\n]*Windows does not take that name[^\n]*\n$/);
    expect(one.host.changes).toEqual([]);
  });
  it('is one like any other elsewhere', async () => expect((await ran(['x.zip', '--to', 'chats.'])).code).toBe(0));
});

describe('a form that other assistants import', () => {
  const read = (host: FakeHost, name: string): string =>
    Buffer.from(host.disk()[`/home/ana/desk/chats/${name}`] as Uint8Array).toString();
  it.each([
    ['open-webui', 'en', 'open-webui-001.json', 'Import into Open WebUI', 'Import Chats'],
    ['open-webui', 'fr', 'open-webui-001.json', 'Importer dans Open WebUI', 'Importer les conversations'],
    ['claude', 'en', 'conversations.json', 'Import into LibreChat', 'JSON file'],
    ['claude', 'fr', 'conversations.json', 'Importer dans LibreChat', 'fichier JSON'],
  ])('%s in %s names its files, and its README how they are imported', async (format, lang, file, title, menu) => {
    const one = await ran(['x.zip', '--to', 'chats', '--format', format, '--lang', lang]);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toContain(file);
    const readme = read(one.host, 'README.md');
    for (const said of [`## ${title}`, menu, `[${file}](${file})`, '1. ', '2026']) expect(readme).toContain(said);
    expect(JSON.parse(read(one.host, file))).toHaveLength(conversations);
  });
  it('says with --json which files there are', async () => {
    const one = await ran(['x.zip', '--to', 'chats', '--format', 'open-webui', '--json']);
    expect(resultOf(one)).toMatchObject({
      format: 'open-webui',
      messages: shown,
      empty: 0,
      chatFiles: [{ path: 'open-webui-001.json', chats: conversations }],
    });
  });
  it.each([
    [['--format', 'open-webui', '--all'], /--all.*open-webui/],
    [['--format', 'claude', '--all'], /--all.*claude/],
    [['--format', 'claude', '--drafts'], /--drafts.*claude/],
  ])('%j has no place there, and nothing is written', async (options, said) => {
    const one = await ran(['x.zip', '--to', 'chats', ...options]);
    expect(one).toMatchObject({ code: 2, stdout: '' });
    expect(one.stderr).toMatch(said);
    expect(one.host.changes).toEqual([]);
  });
});

describe('what it says and how it ends', () => {
  it('0, how many, where, and which file to open first', async () => {
    const one = await ran(['x.zip', '--to', 'chats']);
    expect(one).toMatchObject({ code: 0, stderr: '' });
    for (const said of [`${conversations} conversations are saved`, '~/desk/chats/README.md', String(shown)])
      expect(one.stdout).toContain(said);
    expect(on(one.host)).toContain('/home/ana/desk/chats/README.md');
  });
  it('counts for a program, with --json', async () => {
    const one = await ran(['x.zip', '--to', 'chats', '--json']);
    expect(resultOf(one)).toMatchObject({
      folder: '~/desk/chats',
      format: 'markdown',
      conversations,
      messages: shown,
      finished: true,
      faults: [],
    });
  });
  it('in French', async () =>
    expect((await ran(['x.zip', '--to', 'chats', '--lang', 'fr'])).stdout).toContain(
      'conversations sont enregistrées',
    ));
  it('0 again, and that nothing was new', async () => {
    const first = await ran(['x.zip', '--to', 'chats']);
    const second = await ran(['x.zip', '--to', 'chats'], { files: first.host.disk() });
    expect(second.code).toBe(0);
    expect(second.stdout).toContain('Nothing was new');
  });
  it('1 for a damaged export, loudly, with the file that is not there', async () => {
    const one = await ran(['x.zip', '--to', 'chats'], {
      files: { 'x.zip': rawZip(without(whole, shardPath(1)).entries) },
    });
    expect(one.code).toBe(1);
    expect(one.stdout.trim().split('\n')[0]).toContain('Saved in part');
    expect(one.stdout).toContain(shardPath(1));
  });
  it('3 where nothing fits what was asked for', async () => {
    const one = await ran(['x.zip', '--to', 'chats', '--title', 'no such title']);
    expect(one.code).toBe(3);
    expect(one.stdout).toContain('Nothing to save');
    expect(on(one.host)).toEqual([]);
  });
  it('never 0 over no conversation', async () =>
    expect(
      (await ran(['x.zip', '--to', 'chats'], { files: { 'x.zip': rawZip(smallExport({ conversations: 0 }).entries) } }))
        .code,
    ).not.toBe(0));
  it('a folder is as good as the ZIP it came from', async () => {
    const files = Object.fromEntries(whole.entries.map(({ path, bytes }) => [`export/${path}`, Buffer.from(bytes)]));
    expect(resultOf(await ran(['export', '--to', 'chats', '--json'], { files }))).toMatchObject({ conversations });
  });
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s leaves whole files, says where, and ends with %d', async (signal, code) => {
    let written = 0;
    const host: FakeHost = aHost(['export', 'save', 'x.zip', '--to', 'chats'], {
      files: { 'x.zip': zip },
      fault: ({ name }) => {
        if (name === 'writeWhole' && (written += 1) === 5) host.signal(signal);
      },
    });
    expect(await main(host)).toBe(code);
    expect(host.printed().stdout).toContain('~/desk/chats.partial');
    expect(on(host)).toEqual([]);
  });
});

describe('a disk that refuses', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'has no right'],
  ])('%s is one sentence and 1', async (code, said) => {
    let written = 0;
    const one = await ran(['x.zip', '--to', 'chats'], {
      fault: ({ name, path }) => {
        if (name === 'writeWhole' && (written += 1) > 4) throw errno(code, path);
      },
    });
    expect(one).toMatchObject({ code: 1, stdout: '' });
    expect(one.stderr).toMatch(/^[^\n]+\n$/);
    expect(one.stderr).toContain(said);
    expect(one.stderr).toContain('~/desk/chats.partial');
  });
});

describe('what it refuses', () => {
  type Refused = { readonly id: string; readonly flag?: string; readonly code?: number; readonly names: string };
  /** In one line on stderr, and with `--json` in one object on stdout; nothing is written. */
  const refused = async (
    argv: string,
    { id, flag, code = 2, names }: Refused,
    files: Setting['files'] = {},
  ): Promise<void> => {
    const one = await ran(argv.split(' '), { files });
    expect(one).toMatchObject({ code, stdout: '' });
    expect(one.stderr).toMatch(/^[^\n]+\n$/);
    expect(one.stderr).toContain(names);
    const json = await ran([...argv.split(' '), '--json'], { files });
    expect(json).toMatchObject({ code, stderr: '' });
    expect(JSON.parse(json.stdout)).toEqual({
      schema: 1,
      error: { code: id, message: one.stderr.trimEnd(), ...(flag === undefined ? {} : { flag }) },
    });
    expect([...one.host.changes, ...json.host.changes]).toEqual([]);
  };
  it('a file that is not there', () =>
    refused('gone.zip --to chats', { id: 'export_missing', code: 1, names: 'gone.zip' }));
  it('a file that is no export', () =>
    refused('notes.txt --to chats', { id: 'export_not-zip', code: 1, names: 'notes.txt' }, { 'notes.txt': 'hello' }));
  it('a folder with other things in it', () =>
    refused(
      'x.zip --to taken',
      { id: 'save_in-use', flag: '--to', code: 1, names: '~/desk/taken' },
      { 'taken/thesis.doc': 'mine' },
    ));
  it('a form it does not know', () =>
    refused('x.zip --to chats --format pdf', { id: 'bad_choice', flag: '--format', names: 'pdf' }));
  it('a day that is none', () =>
    refused('x.zip --to chats --since yesterday', { id: 'bad_save_day', flag: '--since', names: 'yesterday' }));
  it('a project that is none', () =>
    refused('x.zip --to chats --project Work', { id: 'bad_project', flag: '--project', names: 'Work' }));
});

describe('filters', () => {
  const dated = withJson(
    whole,
    shardPath(0),
    (jsonIn(whole, shardPath(0)) as Record<string, unknown>[]).map((one) => ({
      ...one,
      create_time: Date.UTC(2019, 5, 1) / 1000,
      update_time: Date.UTC(2019, 5, 3, 23) / 1000,
    })),
  );
  const files = { 'x.zip': rawZip(dated.entries) };
  it('both days that are named are wanted to their last moment, and the next one is not', async () => {
    const evenings = [
      Date.UTC(2019, 4, 31, 23, 59, 59, 999),
      Date.UTC(2019, 5, 1),
      Date.UTC(2019, 5, 1, 23, 59, 59, 999),
      Date.UTC(2019, 5, 2),
    ];
    const spread = withJson(
      whole,
      shardPath(0),
      (jsonIn(whole, shardPath(0)) as Record<string, unknown>[]).map((one, index) => ({
        ...one,
        create_time: (evenings[index] ?? 0) / 1000,
        update_time: (evenings[index] ?? 0) / 1000,
      })),
    );
    const wanted = async (...flags: readonly string[]): Promise<unknown> =>
      resultOf(
        await ran(['x.zip', '--to', 'chats', '--json', ...flags], { files: { 'x.zip': rawZip(spread.entries) } }),
      )['conversations'];
    expect(await wanted('--until', '2019-06-01')).toBe(3);
    expect(await wanted('--until', '2019-06-02')).toBe(4);
    expect(await wanted('--since', '2019-06-01', '--until', '2019-06-01')).toBe(2);
  });
  it.each([
    [['--until', '2019-06-01'], 4],
    [['--since', '2019-06-03', '--until', '2019-12-31'], 4],
    [['--since', '2019-06-04'], 8],
  ])('%j leave %d', async (flags, count) =>
    expect(resultOf(await ran(['x.zip', '--to', 'chats', '--json', ...flags], { files }))).toMatchObject({
      conversations: count,
      filtered: conversations - count,
    }),
  );
});

describe('conversations alone', () => {
  const older = smallExport({ generation: 'g1' });
  const parts = {
    'conversations-000.json': bytesIn(whole, shardPath(0)),
    'conversations-001.json': bytesIn(whole, shardPath(1)),
    'conversations-002.json': bytesIn(whole, shardPath(2)),
  };
  it('0, with what could not be saved with them', async () => {
    const one = await ran(['my chats.json', '--to', 'chats'], {
      files: { 'my chats.json': bytesIn(older, 'conversations.json') },
    });
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout.replace(/\s+/g, ' ')).toContain('Only conversations were given.');
    expect(String(one.host.disk()['/home/ana/desk/chats/README.md'])).toContain(
      'Only the conversations were given here',
    );
  });
  it('all numbered parts beside the one that is named', async () =>
    expect(resultOf(await ran(['conversations-001.json', '--to', 'chats', '--json'], { files: parts }))).toMatchObject({
      conversations,
      messages: shown,
      faults: [],
    }));
});
