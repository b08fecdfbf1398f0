// `quitgpt letter`: each form, what saved progress adds, what is refused, and that nothing is kept.
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/journey/dates';
import { LETTER_KINDS } from '../../src/journey/letter';
import { main } from '../../src/main';
import { aHost, errno, TODAY } from '../support/fake-host';
import { aRecord, expectRun, keptAs, resultIn } from '../support/program';
import { expectRefused } from '../support/refused';

const quiet = { stderr: '', files: {}, pages: [] };
const day = (text: string): CivilDate => text as CivilDate;
const kept = keptAs(
  aRecord({
    profile: {
      goal: 'cancel',
      plan: 'plus',
      billedBy: ['openai'],
      uses: [],
      region: 'eea',
      chargedOn: day('2026-11-15'),
    },
    steps: { 'cancel-web': { state: 'done', on: day('2026-11-18') } },
    extras: { name: 'Ana' },
  }),
);

describe.each(LETTER_KINDS)('%s', (kind) => {
  test.each(['en', 'fr'])('is printed in %s without a Record, and keeps nothing', async (lang) => {
    await expectRun(aHost(`letter ${kind} --lang ${lang}`), { code: 0, stdout: /____/, ...quiet });
  });
  test('as Markdown, HTML and JSON', async () => {
    await expectRun(aHost(`letter ${kind} --format markdown`), { code: 0, stdout: /^# /, ...quiet });
    await expectRun(aHost(`letter ${kind} --format html`), { code: 0, stdout: /^<!doctype html>/i, ...quiet });
    await expectRun(aHost(`letter ${kind} --json`), {
      code: 0,
      stdout: (text) => expect(resultIn(text)['kind']).toBe(kind),
      ...quiet,
    });
  });
  test('as a draft, with what stands around it on the other stream', async () => {
    const host = aHost(`letter ${kind} --format eml --lang fr`);
    expect(await main(host)).toBe(0);
    const read = await PostalMime.parse(host.printed().stdout);
    expect(read.text).toMatch(/conseil juridique/);
    expect(host.printed().stderr).toMatch(/Avant l’envoi/);
    expect(host.changed()).toEqual({});
  });
});

describe('what is known', () => {
  test('from saved progress is filled in', async () => {
    await expectRun(aHost('letter charged-after --json', { files: kept }), {
      code: 0,
      stdout: (text) => {
        const { text: letter } = resultIn(text);
        expect(letter).toContain('I cancelled ChatGPT Plus on 18 November 2026');
        expect(letter).toContain('On 15 November 2026, ____ was charged');
        expect(letter).toMatch(/\nAna$/);
      },
      ...quiet,
    });
  });
  test('of several cancellations is the one with OpenAI', async () => {
    const record = aRecord({
      profile: { goal: 'cancel', plan: 'plus', billedBy: ['apple', 'openai'], uses: [] },
      steps: {
        'cancel-apple': { state: 'done', on: day('2026-11-19') },
        'cancel-web': { state: 'done', on: day('2026-11-18') },
      },
    });
    await expectRun(aHost('letter bank --json', { files: keptAs(record) }), {
      code: 0,
      stdout: (text) => expect(resultIn(text)['text']).toContain('on 18 November 2026'),
      ...quiet,
    });
  });
  test('a Record that is damaged is said, and left as it is', async () => {
    await expectRefused('letter bank', {
      id: 'record_not_json',
      code: 1,
      setting: { files: { '~/.local/state/quitgpt/record.json': '{broken' } },
    });
  });
  test('from an option goes before it', async () => {
    const options = '--plan pro --cancelled-on 2026-11-02 --charged-on 2026-11-20 --amount 229,00eur --name Zoe';
    await expectRun(aHost(`letter charged-after --json ${options}`, { files: kept }), {
      code: 0,
      stdout: (text) => {
        const { text: letter } = resultIn(text);
        expect(letter).toContain('I cancelled ChatGPT Pro on 2 November 2026');
        expect(letter).toContain('On 20 November 2026, €229.00 was charged');
        expect(letter).toMatch(/\nZoe$/);
      },
      ...quiet,
    });
  });
  test('with --no-record is not read', async () => {
    await expectRun(aHost('letter refund --no-record --json', { files: kept }), {
      code: 0,
      stdout: (text) => expect(resultIn(text)['text']).not.toContain('Ana'),
      ...quiet,
    });
  });
  test('a country is one of the EEA', async () => {
    await expectRun(aHost('letter erasure --country FR --json'), {
      code: 0,
      stdout: (text) => expect(resultIn(text)).toMatchObject({ right: 'gdpr', authority: { country: 'fr' } }),
      ...quiet,
    });
  });
  test.each(['EUR 22.99', '22.99EUR', '22,99 eur', 'EUR22.99'])('an amount may be written %s', async (amount) => {
    await expectRun(aHost(['letter', 'refund', '--json', '--amount', amount]), {
      code: 0,
      stdout: (text) => expect(resultIn(text)['text']).toContain('€22.99'),
      ...quiet,
    });
  });
});

describe('into a file', () => {
  test.each([
    ['l.txt', /Dear Sir or Madam/],
    ['l.md', /^# /],
    ['l.html', /^<!doctype html>/i],
    ['l.json', /^\{\n {2}"schema": 1/],
  ])('the ending of %s says which form', async (name, form) => {
    await expectRun(aHost(`letter refund --out ${name}`), {
      code: 0,
      stdout: '',
      stderr: new RegExp(name),
      files: { [`~/desk/${name}`]: form },
      pages: [],
    });
  });
  test.each(['l.eml', 'L.EML', '. --format eml'])('%s is a draft', async (out) => {
    const host = aHost(`letter refund --quiet --out ${out}`);
    expect(await main(host)).toBe(0);
    const [[name, text] = expect.fail()] = Object.entries(host.changed());
    expect(name).toBe(out.startsWith('.') ? `~/desk/quitgpt-letter-refund-${TODAY}.eml` : `~/desk/${out}`);
    expect((await PostalMime.parse(String(text))).subject).toBe('Request for a refund');
    expect(host.printed()).toEqual({ stdout: '', stderr: '' });
  });
  test('that is there is not replaced without --force', async () => {
    for (const name of ['l.txt', 'l.eml']) {
      const files = { [name]: 'mine' };
      const host = aHost(`letter refund --quiet --out ${name}`, { files });
      expect(await main(host)).toBe(1);
      expect(host.changed()).toEqual({});
      const forced = aHost(`letter refund --quiet --force --out ${name}`, { files });
      expect(await main(forced)).toBe(0);
      expect(Object.keys(forced.changed())).toEqual([`~/desk/${name}`]);
    }
  });
  test.each(['ENOSPC', 'EROFS', 'EACCES'])('a disk that says %s is named in a sentence', async (code) => {
    const fault = ({ name, path }: { name: string; path: string }): void => {
      if (name === 'write') throw errno(code, path);
    };
    await expectRefused('letter refund --quiet --out l.eml', {
      id: 'file_write',
      flag: '--out',
      code: 1,
      setting: { fault },
    });
  });
});

describe('refused', () => {
  test.each<[string, readonly string[], string, string]>([
    ['a kind that is none', ['letter', 'farewell'], 'bad_choice', 'KIND'],
    ['a card number as a name', ['letter', 'bank', '--name', '4111 1111 1111 1111'], 'private_letter', '--name'],
    ['a code as a name', ['letter', 'bank', '--name', 'code 123456'], 'private_letter', '--name'],
    ['a token as a name', ['letter', 'bank', '--name', `sk-${'a1'.repeat(10)}`], 'private_letter', '--name'],
    ['an address as a name', ['letter', 'bank', '--name', 'ana@example.org'], 'private_letter', '--name'],
    ['a long name', ['letter', 'bank', '--name', 'x'.repeat(101)], 'text_too_long', '--name'],
    [
      'a card number in an address',
      ['letter', 'bank', '--account-email', '4111111111111111@example.org'],
      'private_letter',
      '--account-email',
    ],
    ['no address', ['letter', 'bank', '--account-email', 'hunter2'], 'bad_account_email', '--account-email'],
    [
      'two addresses',
      ['letter', 'bank', '--account-email', 'a@example.org,b@example.org'],
      'bad_account_email',
      '--account-email',
    ],
    ['an amount without a currency', ['letter', 'bank', '--amount', '22.99'], 'bad_amount', '--amount'],
    ['a currency that is none', ['letter', 'bank', '--amount', '22.99ABC'], 'bad_amount', '--amount'],
    ['a card number as an amount', ['letter', 'bank', '--amount', '4111111111111111EUR'], 'bad_amount', '--amount'],
    ['a day that is none', ['letter', 'bank', '--cancelled-on', '2026-02-30'], 'bad_day', '--cancelled-on'],
    ['a day to come', ['letter', 'bank', '--cancelled-on', '2027-01-01'], 'future_day', '--cancelled-on'],
    ['a country outside the EEA', ['letter', 'erasure', '--country', 'us'], 'bad_choice', '--country'],
  ])('%s', async (_what, argv, id, flag) => {
    await expectRefused(argv, { id, flag });
  });
  test('a form that is none', async () => {
    await expectRun(aHost('letter erasure --format pdf'), {
      code: 2,
      stdout: '',
      stderr: /--format .*text, markdown, html, json, eml/,
      files: {},
      pages: [],
    });
  });
  test('without saying again what was typed where it may be a secret', async () => {
    for (const argv of [
      ['--account-email', 'hunter2'],
      ['--amount', '4111111111111111'],
      ['--name', '4111 1111 1111 1111'],
    ]) {
      const host = aHost(['letter', 'bank', ...argv]);
      expect(await main(host)).toBe(2);
      expect(host.printed().stderr).not.toMatch(/hunter2|4111/);
    }
  });
});
