// `quitgpt checklist`: the journey in every form, on stdout or in a file, never over another file.
import { describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { journeyFor } from '../../src/journey/journey';
import { FORMATS } from '../../src/render/formats';
import { aDay } from '../support/builders';
import { aHost, errno, TODAY } from '../support/fake-host';
import { expectRefusal, expectRun, resultIn } from '../support/program';

const situation = '--goal delete --plan plus --billed-by apple --uses api --next-billing 2026-12-03';
const ids = journeyFor(
  { goal: 'delete', plan: 'plus', billedBy: ['apple'], uses: ['api'] },
  guide,
  aDay(TODAY),
).steps.map(({ step }) => step.id);
const quiet = { stderr: '', files: {}, pages: [] };
const inOrder = (text: string, places: (id: string) => string): void => {
  const found = ids.map((id) => text.indexOf(places(id)));
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found).not.toContain(-1);
};

describe('on stdout', () => {
  test('text is what is printed when nothing is said, with the id of each step in order', async () => {
    const plain = await expectRun(aHost(`checklist ${situation}`), {
      code: 0,
      stdout: (text) => inOrder(text, (id) => `(${id})`),
      ...quiet,
    });
    await expectRun(aHost(`checklist ${situation} --format text`), {
      code: 0,
      stdout: plain.printed().stdout,
      ...quiet,
    });
  });

  test('Markdown is a task list', async () => {
    await expectRun(aHost(`checklist ${situation} --format markdown`), {
      code: 0,
      stdout: (text) => (inOrder(text, (id) => id), expect(text.match(/^- \[ \] /gm)).toHaveLength(ids.length)),
      ...quiet,
    });
  });

  test('HTML is one page without script or remote part', async () => {
    await expectRun(aHost(`checklist ${situation} --format html`), {
      code: 0,
      stdout: (text) => (
        expect(text).toMatch(/^<!doctype html>/i),
        expect(text).not.toMatch(/<script|src="http|@import/i)
      ),
      ...quiet,
    });
  });

  test('JSON holds the same steps', async () => {
    await expectRun(aHost(`checklist ${situation} --json`), {
      code: 0,
      stdout: (text) => expect(resultIn(text)['steps'].map(({ id }) => id)).toEqual(ids),
      ...quiet,
    });
  });

  test('--out - is stdout', async () => {
    const plain = await expectRun(aHost(`checklist ${situation}`), { code: 0, stdout: /./, ...quiet });
    await expectRun(aHost(`checklist ${situation} --out -`), { code: 0, stdout: plain.printed().stdout, ...quiet });
  });

  test('without a word about the person it is the general one, and reads no Record', async () => {
    const host = await expectRun(aHost('checklist', { files: { '~/.local/state/quitgpt/record.json': '{broken' } }), {
      code: 0,
      stdout: /\[ \] +1 /,
      ...quiet,
    });
    expect(host.operations).toEqual([]);
  });

  test('in French it is French', async () => {
    await expectRun(aHost(`checklist ${situation} --lang fr --json`), {
      code: 0,
      stdout: (text) => expect(resultIn(text)['steps'][0]?.title).not.toMatch(/\b(the|your)\b/),
      ...quiet,
    });
  });

  test('a terminal narrower than eighty columns is respected, a pipe is not asked', async () => {
    const widest = (text: string): number =>
      Math.max(
        ...text
          .split('\n')
          .filter((line) => !line.includes('https://'))
          .map((line) => line.length),
      );
    await expectRun(aHost(`checklist ${situation}`, { tty: 'all', columns: 40, env: { NO_COLOR: '1' } }), {
      code: 0,
      stdout: (text) => expect(widest(text)).toBeLessThanOrEqual(40),
      ...quiet,
    });
    await expectRun(aHost(`checklist ${situation}`, { columns: 40 }), {
      code: 0,
      stdout: (text) => expect(widest(text)).toBeGreaterThan(60),
      ...quiet,
    });
  });
});

describe('answers from a file', () => {
  const files = { 'me.json': '{"goal":"cancel","plan":"plus","billedBy":["google"],"uses":[]}' };

  test('count like flags, and flags win', async () => {
    await expectRun(aHost('checklist --answers me.json', { files }), {
      code: 0,
      stdout: /\(cancel-google\)/,
      ...quiet,
    });
    await expectRun(aHost('checklist --answers me.json --billed-by apple', { files }), {
      code: 0,
      stdout: (text) => (expect(text).toContain('(cancel-apple)'), expect(text).not.toContain('cancel-google')),
      ...quiet,
    });
  });

  test('that is missing ends with 1', async () => {
    await expectRefusal('checklist --answers gone.json', {
      id: 'answers_missing',
      flag: '--answers',
      code: 1,
      names: ['~/desk/gone.json'],
    });
  });
});

describe('into a file', () => {
  const written = (name: string): RegExp => new RegExp(name.replaceAll('.', '\\.'));

  test.each([
    ['list.txt', /^ *Checklist|\(check-statement\)/m],
    ['list.md', /^- \[ \] /m],
    ['list.markdown', /^- \[ \] /m],
    ['list.html', /^<!doctype html>/i],
    ['list.HTM', /^<!doctype html>/i],
    ['list.json', /^\{\n {2}"schema": 1/],
    ['list', /\(check-statement\)/],
  ])('the ending of %s says which form', async (name, form) => {
    await expectRun(aHost(`checklist --goal cancel --out ${name}`), {
      code: 0,
      stdout: '',
      stderr: written(`~/desk/${name}`),
      files: { [`~/desk/${name}`]: form },
      pages: [],
    });
  });

  test('--format goes before the ending', async () => {
    await expectRun(aHost('checklist --goal cancel --out list.txt --format html'), {
      code: 0,
      stdout: '',
      stderr: written('list.txt'),
      files: { '~/desk/list.txt': /^<!doctype html>/i },
      pages: [],
    });
  });

  test.each(FORMATS)('into a folder it gets a name with the day, as %s', async (format) => {
    const name = `~/desk/quitgpt-checklist-${TODAY}.${{ text: 'txt', markdown: 'md', html: 'html', json: 'json' }[format]}`;
    await expectRun(aHost(`checklist --goal cancel --out . --format ${format}`), {
      code: 0,
      stdout: '',
      stderr: written(name),
      files: { [name]: /./ },
      pages: [],
    });
  });

  test('the text in a file holds no colour, whatever the terminal can do', async () => {
    await expectRun(aHost('checklist --out list.txt --quiet', { tty: 'all', env: { FORCE_COLOR: '1' } }), {
      code: 0,
      stdout: '',
      stderr: '',
      files: { '~/desk/list.txt': /check-statement/ },
      pages: [],
    });
  });

  test('--quiet says nothing about it', async () => {
    await expectRun(aHost('checklist --out list.md --quiet'), {
      code: 0,
      stdout: '',
      stderr: '',
      files: { '~/desk/list.md': /./ },
      pages: [],
    });
  });

  test('a file that is there stays as it is, and --force replaces it', async () => {
    const files = { 'list.md': 'mine' };
    await expectRefusal('checklist --out list.md', {
      id: 'file_exists',
      flag: '--force',
      code: 1,
      names: ['~/desk/list.md', '--force'],
      setting: { files },
    });
    await expectRun(aHost('checklist --out list.md --force', { files }), {
      code: 0,
      stdout: '',
      stderr: /list\.md/,
      files: { '~/desk/list.md': /^# / },
      pages: [],
    });
  });

  test('the same name in a folder stays as it is too', async () => {
    for (const [form, ending] of [
      ['text', 'txt'],
      ['json', 'json'],
    ]) {
      const name = `quitgpt-checklist-${TODAY}.${ending}`;
      await expectRun(aHost(`checklist --out . --format ${form}`, { files: { [name]: 'mine' } }), {
        code: 1,
        stdout: form === 'json' ? /file_exists/ : '',
        stderr: form === 'json' ? '' : written(name),
        files: {},
        pages: [],
      });
    }
  });

  test.each(['ENOSPC', 'EACCES', 'EROFS'])('a disk that says %s is named in a sentence', async (code) => {
    const fault = ({ name, path }: { name: string; path: string }): void => {
      if (name === 'write') throw errno(code, path);
    };
    await expectRefusal('checklist --out list.md', {
      id: 'file_write',
      flag: '--out',
      code: 1,
      names: ['~/desk/list.md'],
      setting: { fault },
    });
  });

  test.each(['en', 'fr'])('a name that Windows does not take is said to be one, in %s', async (lang) => {
    const fault = ({ name, path }: { readonly name: string; readonly path: string }): void => {
      if (name === 'write') throw errno('EBADNAME', path);
    };
    await expectRefusal(`checklist --lang ${lang} --out nul`, {
      id: 'file_write',
      flag: '--out',
      code: 1,
      names: ['~/desk/nul', 'Windows'],
      setting: { fault },
    });
  });

  test('a folder that is not there is named, not made', async () => {
    await expectRefusal('checklist --out gone/list.md', {
      id: 'file_write',
      flag: '--out',
      code: 1,
      names: ['~/desk/gone/list.md'],
    });
  });
});

test('a stdout that is full ends with 1 and one sentence; a reader that leaves ends with 0', async () => {
  await expectRun(aHost('checklist', { stdoutFault: () => errno('ENOSPC') }), {
    code: 1,
    stdout: '',
    stderr: /^[^\n]+\n$/,
    files: {},
    pages: [],
  });
  await expectRun(aHost('checklist', { stdoutFault: () => errno('EPIPE') }), {
    code: 0,
    stdout: '',
    stderr: '',
    files: {},
    pages: [],
  });
});
