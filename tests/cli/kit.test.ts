// `quitgpt kit`: one file, in the languages typed, never over another file; what is not understood is said in a sentence.
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { aHost } from '../support/fake-host';
import { expectRefusal, expectRun, resultIn } from '../support/program';

const FILE = '~/desk/quitgpt-kit-2026-11-22.html';
const sheets = (html: string): readonly string[] =>
  [...html.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id ?? '');
const sheetsOf = (lang: string): readonly string[] =>
  ['poster', '1', '2', '3', '4', '5', '6', '7', '8', 'cards', 'tally', 'helpers'].map((id) => `${lang}-${id}`);

async function written(args: string, setting = {}): Promise<string> {
  const host = await expectRun(aHost(`kit ${args}`, setting), {
    code: 0,
    stdout: '',
    stderr: /quitgpt-kit-2026-11-22\.html/,
    files: { [FILE]: /^<!doctype html>/ },
    pages: [],
  });
  return host.changed()[FILE] ?? '';
}

test('is written into this folder, in the language of the run', async () => {
  expect(sheets(await written(''))).toEqual(sheetsOf('en'));
  expect(sheets(await written('--lang fr'))).toEqual(sheetsOf('fr'));
});

test('holds the languages typed, each once, in the order typed', async () => {
  expect(sheets(await written('--langs en,fr'))).toEqual([...sheetsOf('en'), ...sheetsOf('fr')]);
  expect(sheets(await written('--langs fr,en'))).toEqual([...sheetsOf('fr'), ...sheetsOf('en')]);
  expect(sheets(await written('--langs fr --langs en'))).toEqual([...sheetsOf('fr'), ...sheetsOf('en')]);
  expect(sheets(await written('--langs fr-CA,FR'))).toEqual(sheetsOf('fr'));
});

test('the sheets of a language are the same alone and beside another, but for the command that makes them anew', async () => {
  const [both, french] = [await written('--langs en,fr'), await written('--langs fr')];
  const own = (html: string): string => html.slice(html.indexOf('<section id="fr-poster"'));
  expect(own(both)).toContain('kit --langs en,fr');
  expect(own(both).replace('--langs en,fr', '--langs fr')).toBe(own(french));
});

test('the same day gives the same bytes, whatever else is on the machine', async () => {
  const first = await written('--langs en,fr');
  expect(await written('--langs en,fr', { languages: ['de-DE'], columns: 100, platform: 'win32' })).toBe(first);
});

test('menus are in the language of the sheet, or in that of --menu-lang', async () => {
  expect(await written('--langs fr')).toContain('<b>Paramètres</b>');
  const german = await written('--langs fr --menu-lang de');
  expect(german).toContain('<b>Einstellungen</b>');
  expect(german).not.toContain('<b>Paramètres</b>');
});

test('--out - is stdout', async () => {
  const file = await written('');
  await expectRun(aHost('kit --out -'), { code: 0, stdout: file, stderr: '', files: {}, pages: [] });
});

test('a file that is there is left alone without --force', async () => {
  const files = { [FILE]: 'mine\n' };
  await expectRefusal('kit', { id: 'file_exists', flag: '--force', code: 1, setting: { files } });
  await expectRun(aHost('kit --force', { files }), {
    code: 0,
    stdout: '',
    stderr: /./,
    files: { [FILE]: /^<!doctype html>/ },
    pages: [],
  });
});

test('a language without words is named with those there are', async () => {
  for (const typed of ['xx', 'en,xx', 'en,', ','])
    await expectRefusal(['kit', '--langs', typed], {
      id: 'bad_choice',
      flag: '--langs',
      names: ['--langs', LANGUAGES.join(', ')],
    });
});

test('--json says what is in the file that was written', async () => {
  await expectRun(aHost('kit --langs fr --json'), {
    code: 0,
    stdout: (text) => {
      const result = resultIn(text) as Readonly<Record<string, unknown>>;
      expect(result).toMatchObject({ file: FILE, langs: ['fr'] });
      const listed = result['sheets'] as readonly { readonly id: string; readonly steps?: readonly string[] }[];
      expect(listed.map(({ id }) => id)).toEqual(sheetsOf('fr'));
      expect(listed[1]?.steps).toContain('cancel-web');
    },
    stderr: '',
    files: { [FILE]: /^<!doctype html>/ },
    pages: [],
  });
});

test('--json has standard output for itself', async () => {
  await expectRun(aHost('kit --json --out -'), {
    code: 2,
    stdout: /"code": "kit_json_out"/,
    stderr: '',
    files: {},
    pages: [],
  });
});
