// `quitgpt export check`: the verdict, its exit code, titles only where they are wanted, and the Record told.
import { describe, expect, it } from 'vitest';
import { bytesIn, jsonIn, MANIFEST, smallExport, shardPath, withJson, without } from '../../scripts/exports/edit';
import type { Small } from '../../scripts/exports/edit';
import { CANARIES } from '../../scripts/exports/layout';
import { rawZip } from '../../scripts/exports/raw-zip';
import { countsOf } from '../../scripts/exports/truth';
import { main } from '../../src/main';
import { aRecord, TODAY } from '../support/builders';
import { aHost, RECORD, RECORD_PATH, type FakeHost, type Setting } from '../support/fake-host';
import { aPerson, type Turn } from '../support/fake-prompter';
import { aWizard, expectTidy } from '../support/program';

const zipOf = (small: Small): Uint8Array => rawZip(small.entries);
const whole = smallExport();
const old = smallExport({ generation: 'g1' });
const lacking = without(whole, shardPath(1));
const titles = whole.truth.flatMap(({ title }) => (typeof title === 'string' && title.trim() !== '' ? [title] : []));

type Ran = { readonly code: number; readonly stdout: string; readonly stderr: string; readonly host: FakeHost };

async function ran(argv: readonly string[], files: Setting['files'], setting: Setting = {}): Promise<Ran> {
  const host = aHost(['export', 'check', ...argv], { ...setting, files: { ...files, ...setting.files } });
  const code = await main(host);
  expectTidy(host);
  return { code, ...host.printed(), host };
}

const resultOf = ({ stdout }: Pick<Ran, 'stdout'>): Record<string, unknown> =>
  (JSON.parse(stdout) as { readonly result: Record<string, unknown> }).result;

describe('the verdict and the exit code', () => {
  it('0 and “Whole” for an export that agrees with its own list', async () => {
    const one = await ran(['x.zip'], { 'x.zip': zipOf(whole) });
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout.trim().split('\n')[0]).toBe('Whole');
    const { conversations, shown, drafts } = countsOf(whole.truth);
    expect(resultOf(await ran(['x.zip', '--json'], { 'x.zip': zipOf(whole) }))).toMatchObject({
      verdict: 'whole',
      file: '~/desk/x.zip',
      conversations,
      messages: { shown, drafts },
      faults: [],
      doubts: [],
    });
  });
  it('1 and “do not delete” where a listed file of conversations is not there', async () => {
    const one = await ran(['x.zip'], { 'x.zip': zipOf(lacking) });
    expect(one.code).toBe(1);
    expect(one.stdout.trim().split('\n')[0]).toBe('Damaged: do not delete');
    expect(one.stdout).toContain(shardPath(1));
  });
  it('1 for a download that was cut off', async () => {
    const bytes = zipOf(whole);
    expect((await ran(['x.zip'], { 'x.zip': bytes.subarray(0, Math.floor(bytes.length * 0.8)) })).code).toBe(1);
  });
  it('3 for an older export, which has no list', async () => {
    const one = await ran(['x.zip'], { 'x.zip': zipOf(old) });
    expect(one.code).toBe(3);
    expect(one.stdout.trim().split('\n')[0]).toBe('Cannot tell');
  });
  it('never 0 over no conversation', async () => {
    const empty = smallExport({ conversations: 0 });
    expect((await ran(['x.zip'], { 'x.zip': zipOf(empty) })).code).not.toBe(0);
  });
  it('0 for the folder it was unpacked into', async () => {
    const files = Object.fromEntries(whole.entries.map(({ path, bytes }) => [`export/${path}`, Buffer.from(bytes)]));
    const one = await ran(['export', '--json'], files);
    expect(one.code, one.stdout).toBe(0);
    expect(resultOf(one)).toMatchObject({ verdict: 'whole', kind: 'folder' });
    expect(resultOf(one)).not.toHaveProperty('sha256');
  });
});

describe('what cannot be checked', () => {
  it.each<[string, string, Setting['files'], RegExp]>([
    ['a file that is not there', 'gone.zip', {}, /no file and no folder at gone\.zip/],
    ['an empty file', 'x.zip', { 'x.zip': '' }, /is empty/],
    ['no ZIP', 'x.zip', { 'x.zip': 'hello '.repeat(100) }, /no ZIP file/],
    [
      'a ZIP of something else',
      'x.zip',
      { 'x.zip': rawZip([{ path: 'holiday.txt', bytes: Buffer.from('sun') }]) },
      /not a data export/,
    ],
    ['JSON of something else', 'x.json', { 'x.json': '{"name": "quitgpt"}' }, /holds no conversations of ChatGPT/],
    ['a device', 'x.zip', { 'x.zip': { kind: 'device' } }, /neither a file nor a folder/],
    ['a file of somebody else', 'x.zip', { 'x.zip': { kind: 'unreadable' } }, /cannot be read/],
  ])('%s is said in one sentence, with code 1', async (_what, path, files, says) => {
    const one = await ran([path], files);
    expect(one).toMatchObject({ code: 1, stdout: '' });
    expect(one.stderr.replace(/\s+/g, ' ')).toMatch(says);
    expect(JSON.parse((await ran([path, '--json'], files)).stdout)).toMatchObject({
      schema: 1,
      error: { code: expect.stringMatching(/^export_/) },
    });
  });
});

describe('chat.html', () => {
  const both = smallExport({ generation: 'g1', chatHtml: 'full' });
  const [lost, ...others] = jsonIn(both, 'conversations.json') as readonly { readonly title: string }[];
  const files = { 'x.zip': zipOf(withJson(both, 'conversations.json', others)) };
  it('3 where it agrees with the list, and that is said', async () => {
    const one = await ran(['x.zip'], { 'x.zip': zipOf(both) });
    expect(one.code).toBe(3);
    expect(one.stdout.replace(/\s+/g, ' ')).toContain(
      `chat.html ${both.truth.length} conversations are the same there`,
    );
  });
  it('1 where the list lacks one of it, by number, and by title only where titles are shown', async () => {
    const one = await ran(['x.zip'], files);
    expect(one.code).toBe(1);
    expect(one.stdout.replace(/\s+/g, ' ')).toContain('The list lacks conversations that stand in chat.html (1)');
    const title = lost?.title ?? expect.fail('no title');
    for (const argv of [[], ['--json'], ['--format', 'html']])
      expect((await ran(['x.zip', ...argv], files)).stdout).not.toContain(title);
    expect((await ran(['x.zip', '--titles'], files)).stdout.replace(/\s+/g, ' ')).toContain(title);
    expect(resultOf(await ran(['x.zip', '--titles', '--json'], files))).toMatchObject({
      titles: { missing: [{ title }] },
      page: { onlyInPage: 1 },
    });
  });
});

describe('conversations alone', () => {
  const files = { 'conversations (1).json': bytesIn(old, 'conversations.json') };
  it('3, and says what cannot be known of them', async () => {
    const { conversations, shown } = countsOf(old.truth);
    const one = await ran(['conversations (1).json'], files);
    expect(one.code).toBe(3);
    const text = one.stdout.replace(/\s+/g, ' ');
    for (const part of [
      'These are conversations alone.',
      '1 file read; nothing says how large it should be',
      'not known here; the export lists them in a file of its own',
      String(shown),
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/in the export; that is usual|none found/);
    expect(resultOf(await ran(['conversations (1).json', '--json'], files))).toMatchObject({
      kind: 'file',
      verdict: 'cannot-tell',
      conversations,
      doubts: [{ kind: 'conversations-alone' }, { kind: 'no-manifest' }],
    });
  });
  it('in French', async () =>
    expect((await ran(['conversations (1).json', '--lang', 'fr'], files)).stdout).toContain('conversations seules'));
});

describe('titles', () => {
  const files = { 'x.zip': zipOf(whole) };
  const holdsTitle = (text: string): boolean =>
    titles.some((title) => text.replace(/\s+/g, ' ').includes(title.replace(/\s+/g, ' ').slice(0, 20)));
  it('are shown to a person at a terminal', async () =>
    expect(holdsTitle((await ran(['x.zip'], files, { tty: 'all', env: { NO_COLOR: '1' } })).stdout)).toBe(true));
  it.each([
    ['piped', ['x.zip']],
    ['as JSON', ['x.zip', '--json']],
    ['as a page', ['x.zip', '--format', 'html']],
  ])('are left out %s', async (_how, argv) => expect(holdsTitle((await ran(argv, files)).stdout)).toBe(false));
  it('are left out of a file, and on a terminal with --no-titles', async () => {
    const { host } = await ran(['x.zip', '--out', 'report.txt'], files, { tty: 'all', env: { NO_COLOR: '1' } });
    expect(holdsTitle(host.changed()['~/desk/report.txt'] ?? expect.fail('no report'))).toBe(false);
    expect(
      holdsTitle((await ran(['x.zip', '--no-titles'], files, { tty: 'all', env: { NO_COLOR: '1' } })).stdout),
    ).toBe(false);
  });
  it('come with --titles', async () => {
    expect(holdsTitle((await ran(['x.zip', '--titles'], files)).stdout)).toBe(true);
    expect(resultOf(await ran(['x.zip', '--titles', '--json'], files))).toMatchObject({
      titles: { oldest: { on: expect.any(String) }, newest: { on: expect.any(String) } },
    });
  });
});

describe('without a name', () => {
  const files = {
    '~/Downloads/holiday.zip': rawZip([{ path: 'holiday.txt', bytes: Buffer.from('sun') }]),
    '~/Downloads/renamed (1).zip': zipOf(whole),
    '~/Downloads/older.zip': zipOf(old),
  };
  const changedOn = {
    '~/Downloads/holiday.zip': new Date('2026-11-21T10:00:00Z'),
    '~/Downloads/renamed (1).zip': new Date('2026-11-20T10:00:00Z'),
    '~/Downloads/older.zip': new Date('2026-11-01T10:00:00Z'),
  };
  it('refuses where nobody can be asked, and names the newest', async () => {
    const one = await ran([], files, { changedOn });
    expect(one).toMatchObject({ code: 2, stdout: '' });
    expect(one.stderr.replace(/\s+/g, ' ')).toContain('~/Downloads/renamed (1).zip');
  });
  it('takes the newest with --yes', async () =>
    expect(resultOf(await ran(['--yes', '--json'], files, { changedOn }))).toMatchObject({
      file: '~/Downloads/renamed (1).zip',
    }));
  it('says where it looked when there is none', async () => {
    const one = await ran([], {});
    expect(one.code).toBe(1);
    expect(one.stderr).toContain('~/Downloads');
  });
  const asks = async (
    turns: readonly Turn[],
  ): Promise<{ readonly code: number; readonly person: ReturnType<typeof aPerson>; readonly stdout: string }> => {
    const person = aPerson(turns);
    const host = aWizard(['export', 'check'], person, { files, changedOn });
    const code = await main(host);
    expect(person.problems()).toEqual([]);
    return { code, person, stdout: host.printed().stdout };
  };
  it('asks a person, the newest first, and takes what they choose', async () => {
    const { code, person, stdout } = await asks([['export:which', '2']]);
    expect(code).toBe(3);
    expect(person.put[0]?.values).toEqual(['1', '2', 'no']);
    expect(stdout).toContain('older.zip');
  });
  it('reads nothing when they take none', async () =>
    expect(await asks([['export:which', 'no']])).toMatchObject({ code: 3, stdout: '' }));
  it('begins on the newest one', async () =>
    expect((await asks([['export:which', 'no']])).person.put[0]?.initial).toBeUndefined());
  it('ends with 130 when they leave', async () =>
    expect((await asks([['export:which', { leave: 'ctrl-c' }]])).code).toBe(130));
});

describe('saved progress', () => {
  it('gets counts, days and a fingerprint, and no title', async () => {
    const { host } = await ran(['x.zip', '--titles'], {
      'x.zip': zipOf(whole),
      [RECORD_PATH]: JSON.stringify(aRecord()),
    });
    const kept = host.changed()[RECORD] ?? expect.fail('nothing kept');
    const { conversations, shown } = countsOf(whole.truth);
    expect(JSON.parse(kept)).toMatchObject({
      export: {
        check: {
          on: TODAY,
          verdict: 'whole',
          conversations,
          messages: shown,
          file: '~/desk/x.zip',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    });
    for (const title of titles) expect(kept).not.toContain(title);
  });
  it('is not begun by a check, and is left alone with --no-record', async () => {
    expect((await ran(['x.zip'], { 'x.zip': zipOf(whole) })).host.changes).toEqual([]);
    expect(
      (await ran(['x.zip', '--no-record'], { 'x.zip': zipOf(whole), [RECORD_PATH]: JSON.stringify(aRecord()) })).host
        .changes,
    ).toEqual([]);
  });
});

it('nothing of user.json is ever printed', async () => {
  for (const argv of [['x.zip'], ['x.zip', '--json', '--titles'], ['x.zip', '--debug']]) {
    const one = await ran(argv, { 'x.zip': zipOf(whole) });
    for (const canary of CANARIES) expect(`${one.stdout}${one.stderr}`).not.toContain(canary);
  }
  expect(Buffer.from(bytesIn(whole, 'user.json')).toString()).toContain(CANARIES[0]);
});

it('speaks French', async () => {
  const one = await ran(['x.zip', '--lang', 'fr'], { 'x.zip': zipOf(lacking) });
  expect(one.code).toBe(1);
  expect(one.stdout.trim().split('\n')[0]).toBe('Abîmé\u00a0: ne supprimez pas');
});

describe('without its own list', () => {
  const withoutList = (small: Small): Uint8Array => zipOf(without(small, MANIFEST));
  it('an export that lacks its last file of conversations cannot be told from a whole one, and is not called whole', async () => {
    expect((await ran(['x.zip'], { 'x.zip': withoutList(without(whole, shardPath(2))) })).code).toBe(3);
  });
  it('one that lacks a number in between is damaged', async () => {
    const one = await ran(['x.zip'], { 'x.zip': withoutList(lacking) });
    expect(one.code).toBe(1);
    expect(one.stdout).toContain(shardPath(1));
  });
});
