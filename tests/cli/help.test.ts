// The two things nobody should have to guess: which version this is, and what can be typed.
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../src/content/catalogue';
import { LANGUAGES, VERSION } from '../../src/content/compiled/about';
import { EXIT } from '../../src/cli/cli-error';
import { CHOICES_OF, FLAG_OF } from '../../src/cli/typed/options';
import { dispatch } from '../../src/cli/dispatch';
import { COMMANDS } from '../../src/cli/commands/all';
import { FORMATS } from '../../src/render/formats';
import { aHost } from '../support/fake-host';
import { expectRun } from '../support/program';

const nothing = { stderr: '', files: {}, pages: [] };
const PROMISED = [
  '--answers',
  '--no-input',
  '--done',
  '--skip',
  '--proof',
  '--step',
  '--reason',
  '--reason-text',
  '--name',
  '--format',
  '--json',
  '--out',
  '--force',
  '--lang',
  '--menu-lang',
  '--no-open',
  '--plain',
  '--no-color',
  '--quiet',
  '--record',
  '--no-record',
  '--yes',
  '--help',
  '--version',
  '--locked-out',
  ...Object.values(FLAG_OF),
];

describe.each(['--version', '-V'])('%s', (flag) => {
  test('is one line with the version and the day the steps were checked', async () => {
    await expectRun(aHost(flag), {
      code: 0,
      stdout: new RegExp(`^quitgpt ${VERSION.replaceAll('.', '\\.')} \\(.*\\d{4}-\\d{2}-\\d{2}.*\\)\n$`),
      ...nothing,
    });
  });
});

describe.each(LANGUAGES)('--help in %s', (lang) => {
  const help = async (argv: string): Promise<string> => {
    const host = await expectRun(aHost(`${argv} --lang ${lang}`), { code: 0, stdout: /^.+\n/, ...nothing });
    return host.printed().stdout;
  };

  test('says that it belongs neither to OpenAI nor to the campaign', async () => {
    const { words } = await loadCatalogue(lang);
    const said = String(words.ui.common.not_affiliated);
    expect(said).toMatch(/OpenAI.*QuitGPT/);
    expect((await help('--help')).replace(/\s+/g, ' ')).toContain(said);
  });

  test('made beforehand, is what the command line itself would say', async () => {
    const live = aHost(`--help --lang ${lang}`);
    expect(await dispatch(live)).toBe(0);
    expect(await help('--help')).toBe(live.printed().stdout);
  });

  test('names every option that was promised', async () => {
    const text = await help('--help');
    for (const flag of PROMISED) expect(text, flag).toMatch(new RegExp(`(^|[ ,])${flag}([ ,\n]|$)`, 'm'));
  });

  test('names every answer a question takes, and every format', async () => {
    const text = (await help('--help')).replace(/\s+/g, ' ');
    for (const words of [
      ...Object.entries(CHOICES_OF).flatMap(([id, list]) => (id === 'next-billing' || id === 'charged-on' ? [] : list)),
      ...FORMATS,
    ])
      expect(text).toMatch(new RegExp(`[(, ]${words}[,)]`));
  });

  test('names every command, and every exit code in order', async () => {
    const text = await help('-h');
    for (const command of COMMANDS) expect(text).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    const codes = [...text.matchAll(/^  (\d+) {2,}\S/gm)].map(([, code]) => Number(code));
    expect(codes).toEqual([EXIT.complete, EXIT.failed, EXIT.notUnderstood, EXIT.stepsLeft, EXIT.interrupted]);
    expect(text).toMatch(/143.*129/);
  });

  test.each(COMMANDS)('%s --help is a page of its own', async (command) => {
    expect(await help(`${command} --help`)).toContain(`quitgpt ${command}`);
  });

  test('no line is wider than eighty columns, but for a command to copy', async () => {
    const wide = (await help('--help')).split('\n').filter((line) => line.length > 80 && !line.startsWith('  npx '));
    expect(wide).toEqual([]);
  });
});

test('the language of the help is that of the environment, and --lang goes before it', async () => {
  await expectRun(aHost('--help', { env: { LANG: 'fr_FR.UTF-8' } }), { code: 0, stdout: /indépendant/, ...nothing });
  await expectRun(aHost('--help', { env: { LANG: 'fr_FR.UTF-8', QUITGPT_LANG: 'en' } }), {
    code: 0,
    stdout: /Independent/,
    ...nothing,
  });
  await expectRun(aHost('--lang=en --help', { env: { LANG: 'fr_FR.UTF-8' } }), {
    code: 0,
    stdout: /Independent/,
    ...nothing,
  });
  await expectRun(aHost('-l fr --help'), { code: 0, stdout: /indépendant/, ...nothing });
});

test('help given with a command that would have done something does nothing else', async () => {
  await expectRun(aHost('open billing --help'), { code: 0, stdout: /quitgpt open/, ...nothing });
  await expectRun(aHost('forget --yes --help'), { code: 0, stdout: /quitgpt forget/, ...nothing });
  await expectRun(aHost('--goal cancel --version'), { code: 0, stdout: /^quitgpt /, ...nothing });
});

test('the word help before a command asks for its help', async () => {
  const words = aHost('help checklist');
  const option = aHost('checklist --help');
  expect(await dispatch(words)).toBe(0);
  expect(await dispatch(option)).toBe(0);
  expect(words.printed().stdout).toBe(option.printed().stdout);
});
