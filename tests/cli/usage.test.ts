// Words that were not understood: one sentence, the nearest word where there is one, exit code 2, and nothing done.
import { describe, expect, test } from 'vitest';
import { FLAG_OF } from '../../src/cli/typed/options';
import { aHost } from '../support/fake-host';
import { expectRefusal, expectRun } from '../support/program';

const all = '--goal cancel --plan plus --billed-by apple --uses none --next-billing unsure';

describe('an option nobody knows', () => {
  test('is named with the nearest one', async () => {
    await expectRefusal('--langg fr', { id: 'unknown_option', flag: '--langg', names: ['--langg', '--lang?'] });
    await expectRefusal('checklist --formt html', { id: 'unknown_option', flag: '--formt', names: ['--format?'] });
    await expectRefusal('--langg=fr', { id: 'unknown_option', flag: '--langg', names: ['--lang?'] });
  });

  test('is named alone where nothing is near', async () => {
    await expectRefusal('--xyzzyx', { id: 'unknown_option', flag: '--xyzzyx', names: ['--xyzzyx.'] });
    await expectRefusal('-x', { id: 'unknown_option', flag: '-x', names: ['-x'] });
  });

  test('is no shorter form of another: nothing is guessed', async () => {
    await expectRefusal('--goa cancel', { id: 'unknown_option', flag: '--goa', names: ['--goal?'] });
    await expectRefusal(`${all} --jso`, { id: 'unknown_option', flag: '--jso', names: ['--json?'] });
  });
});

describe('a command nobody knows', () => {
  test('is named with the nearest one', async () => {
    await expectRefusal('checklits', { id: 'unknown_command', names: ['checklits', 'quitgpt checklist?'] });
    await expectRefusal('stat', { id: 'unknown_command', names: ['quitgpt status?'] });
  });

  test('is named alone where nothing is near', async () => {
    await expectRefusal('frobnicate', { id: 'unknown_command', names: ['frobnicate'] });
    await expectRefusal(`${all} now`, { id: 'unknown_command', names: ['now'] });
  });
});

test('options of the walk may stand before a command', async () => {
  await expectRun(aHost('--json --goal delete checklist --plan plus'), {
    code: 0,
    stdout: /"delete-account"/,
    stderr: '',
    files: {},
    pages: [],
  });
  await expectRun(aHost('--quiet --lang fr --format markdown why'), {
    code: 0,
    stdout: /^# /,
    stderr: '',
    files: {},
    pages: [],
  });
  await expectRefusal('--goal cancel status', { id: 'unknown_option', flag: '--goal', names: ['--goal'] });
});

describe('a value that is missing', () => {
  test.each([
    ...Object.values(FLAG_OF),
    '--answers',
    '--step',
    '--done',
    '--proof',
    '--name',
    '--format',
    '--menu-lang',
    '--record',
  ])('%s alone says which option', async (flag) => {
    await expectRefusal([flag], { id: 'missing_value', flag, names: [flag] });
  });

  test('the long name is given where there is a short one', async () => {
    await expectRefusal('checklist --out', { id: 'missing_value', flag: '--out', names: ['--out'] });
    await expectRefusal('checklist -o', { id: 'missing_value', flag: '--out', names: ['--out'] });
  });

  test('a language without a name is missing too', async () => {
    await expectRun(aHost('--lang'), { code: 2, stdout: '', stderr: /--lang/, files: {}, pages: [] });
  });

  test('an argument that a command needs is named', async () => {
    await expectRun(aHost('schema'), { code: 2, stdout: '', stderr: /^.*name.*\n$/, files: {}, pages: [] });
    await expectRun(aHost('completion'), { code: 2, stdout: '', stderr: /^.*shell.*\n$/, files: {}, pages: [] });
  });
});

test('a word too many is named', async () => {
  await expectRefusal('checklist foo', { id: 'too_many_arguments', names: ['foo'] });
  await expectRefusal('open billing account', { id: 'too_many_arguments', names: ['account'] });
  await expectRefusal('status --no-record twice', { id: 'too_many_arguments', names: ['twice'] });
});

describe('a value that is not one of the choices', () => {
  test.each(['goal', 'plan', 'role', 'billed-by', 'uses'] as const)('--%s names what it takes', async (id) => {
    await expectRefusal(`${FLAG_OF[id]} frobnicate`, {
      id: 'bad_choice',
      flag: FLAG_OF[id],
      names: [FLAG_OF[id], 'frobnicate', 'unsure'],
    });
  });

  test('the nearest choice is suggested', async () => {
    await expectRefusal('--goal cancell', { id: 'bad_choice', flag: '--goal', names: ['cancel?'] });
    await expectRun(aHost('checklist --format mardown'), {
      code: 2,
      stdout: '',
      stderr: /--format.*mardown.*markdown\?\n$/,
      files: {},
      pages: [],
    });
    await expectRefusal('--billed-by apple,gogle', { id: 'bad_choice', flag: '--billed-by', names: ['google?'] });
  });

  test('a format that does not exist is refused before anything is kept', async () => {
    await expectRun(aHost(`${all} --format pdf`), { code: 2, stdout: '', stderr: /pdf.*html/, files: {}, pages: [] });
  });

  test('an empty list is no answer: an unset variable of a script does not say “nobody”', async () => {
    for (const flag of ['--billed-by', '--uses']) {
      await expectRefusal([flag, ''], { id: 'bad_choice', flag, names: [flag] });
      await expectRefusal([flag, ','], { id: 'bad_choice', flag, names: [flag] });
    }
  });

  test('an answer that stands alone is not taken together with others', async () => {
    await expectRefusal('--billed-by none,apple', { id: 'bad_choice', flag: '--billed-by' });
    await expectRefusal('--uses api --uses unsure', { id: 'bad_choice', flag: '--uses' });
  });

  test('capitals and blanks do not matter', async () => {
    const words = ['checklist', '--json', '--goal', 'Cancel', '--plan', ' PLUS ', '--billed-by', 'Apple, google'];
    await expectRun(aHost(words), {
      code: 0,
      stdout: /cancel-apple[^]*cancel-google/,
      stderr: '',
      files: {},
      pages: [],
    });
  });
});

test.each(['tomorrow', '2026-13-01', '2026-02-30', '3/12/2026', '2026-1-2', ''])('“%s” is no day', async (day) => {
  await expectRefusal(['--next-billing', day], {
    id: 'bad_day',
    flag: '--next-billing',
    names: ['--next-billing', day, 'YYYY-MM-DD'],
  });
});

describe('a language without words', () => {
  test('is refused with those there are, in the language of the environment', async () => {
    await expectRefusal('--lang xx', { id: 'bad_language', flag: '--lang', names: ['xx', 'en', 'fr'] });
    await expectRefusal('--lang xx', {
      id: 'bad_language',
      flag: '--lang',
      names: ['«', 'xx', 'fr'],
      setting: { env: { LANG: 'fr_FR.UTF-8' } },
    });
  });

  test('of the menus is refused with those there are', async () => {
    await expectRefusal('--menu-lang zz', { id: 'bad_menu_language', flag: '--menu-lang', names: ['zz', 'en', 'fr'] });
  });
});

test('an unknown language of the environment is no error', async () => {
  await expectRun(aHost('--version', { env: { LANG: 'xx_XX.UTF-8', QUITGPT_LANG: 'tlh' }, languages: ['not a tag'] }), {
    code: 0,
    stdout: /^quitgpt /,
    stderr: '',
    files: {},
    pages: [],
  });
});

test('--debug shows where it happened, and only then', async () => {
  const host = aHost('--goal nothing --debug');
  const { main } = await import('../../src/main');
  expect(await main(host)).toBe(2);
  expect(host.printed().stderr).toMatch(/^.+\n.*CliError/);
});
