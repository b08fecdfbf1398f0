// `quitgpt open`: a page by its id or its step's, or the list; only addresses of the guide ever reach the browser.
import { describe, expect, test } from 'vitest';
import { guide } from '../../src/content/compiled/guide';
import { aHost } from '../support/fake-host';
import { expectRefusal, expectRun, resultIn } from '../support/program';

const billing = 'https://chatgpt.com/#settings/Billing';

describe('without an id', () => {
  test('every page is listed with its address and the day it was checked, and none is opened', async () => {
    const text = (await expectRun(aHost('open'), { code: 0, stdout: /./, stderr: '', files: {}, pages: [] })).printed()
      .stdout;
    for (const [id, { url }] of Object.entries(guide.links)) {
      expect(text).toMatch(new RegExp(`(^|[ (])${id}([ )\n]|$)`, 'm'));
      expect(text).toContain(url);
    }
  });

  test('as JSON the list is the same', async () => {
    await expectRun(aHost('open --json'), {
      code: 0,
      stdout: (text) => expect(JSON.stringify(resultIn(text))).toContain(billing),
      stderr: '',
      files: {},
      pages: [],
    });
  });

  test('into a file too', async () => {
    await expectRun(aHost('open --out pages.md'), {
      code: 0,
      stdout: '',
      stderr: /pages\.md/,
      files: { '~/desk/pages.md': /settings\/Billing/ },
      pages: [],
    });
  });
});

describe('with an id', () => {
  test('the page is opened, and its address printed all the same', async () => {
    await expectRun(aHost('open billing', { opens: 'asked' }), {
      code: 0,
      stdout: new RegExp(billing),
      stderr: /^[^\n]+\n$/,
      files: {},
      pages: [billing],
    });
  });

  test('a step stands for its page', async () => {
    await expectRun(aHost('open cancel-web', { opens: 'asked' }), {
      code: 0,
      stdout: new RegExp(billing),
      stderr: /./,
      files: {},
      pages: [billing],
    });
  });

  test('--no-open prints only', async () => {
    await expectRun(aHost('open billing --no-open'), {
      code: 0,
      stdout: new RegExp(billing),
      stderr: '',
      files: {},
      pages: [],
    });
  });

  test('where no browser can be reached the address is enough', async () => {
    await expectRun(aHost('open billing', { opens: 'not-here' }), {
      code: 0,
      stdout: new RegExp(billing),
      stderr: /^[^\n]+\n$/,
      files: {},
      pages: [billing],
    });
  });

  test('an opener that fails ends with 1, with the address printed', async () => {
    await expectRun(aHost('open billing', { opens: 'failed' }), {
      code: 1,
      stdout: new RegExp(billing),
      stderr: /^[^\n]+\n$/,
      files: {},
      pages: [billing],
    });
  });

  test('--quiet says nothing besides', async () => {
    await expectRun(aHost('open billing --quiet', { opens: 'asked' }), {
      code: 0,
      stdout: new RegExp(billing),
      stderr: '',
      files: {},
      pages: [billing],
    });
    await expectRun(aHost('open billing --quiet', { opens: 'failed' }), {
      code: 1,
      stdout: new RegExp(billing),
      stderr: '',
      files: {},
      pages: [billing],
    });
  });

  test('as JSON it holds the address', async () => {
    await expectRun(aHost('open billing --json --no-open'), {
      code: 0,
      stdout: (text) => expect(JSON.stringify(resultIn(text))).toContain(billing),
      stderr: '',
      files: {},
      pages: [],
    });
  });
});

describe('something that is no page', () => {
  test('is refused with the nearest id', async () => {
    await expectRefusal('open biling', { id: 'bad_page', names: ['biling', 'billing?'] });
    await expectRefusal('open xyzzy', { id: 'bad_page', names: ['xyzzy'] });
  });

  test.each([
    'https://example.com',
    '--help=x',
    'javascript:alert(1)',
    '__proto__',
    'constructor',
    'toString',
    'check-statement',
    '-',
  ])('%s is never opened', async (id) => {
    const host = await expectRun(aHost(['open', '--', id]), {
      code: 2,
      stdout: '',
      stderr: /^[^\n]+\n$/,
      files: {},
      pages: [],
    });
    expect(host.pages).toEqual([]);
  });
});
