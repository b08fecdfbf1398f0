// A first-timer in a window where nobody can be asked: why, where to go, and what works here.
import { describe, expect, test } from 'vitest';
import { menuLanguage } from '../../src/cli/run';
import { loadCatalogue, type Catalogue } from '../../src/content/catalogue';
import { LANGUAGES } from '../../src/content/compiled/about';
import { main } from '../../src/main';
import { aHost, type Setting } from '../support/fake-host';

async function said(argv: string, setting: Setting): Promise<string> {
  const host = aHost(argv, setting);
  expect(await main(host)).toBe(2);
  return host.printed().stderr;
}

describe('without a terminal', () => {
  test.each([
    ['win32', {}, 'Command Prompt'],
    ['win32', { MSYSTEM: 'MINGW64' }, 'winpty'],
    ['darwin', {}, 'Terminal'],
    ['linux', {}, 'terminal window'],
  ] as const)('on %s with %j the person is sent to a %s', async (platform, env, place) => {
    const text = await said('', { platform, env });
    expect(text).toContain(place);
    expect(text).toMatch(/^Nobody can be asked here/);
    expect(text).toContain('`quitgpt checklist` needs no answers');
    expect(text).toContain('--goal <cancel|delete|unsure>');
  });

  test('the checklist needs none indeed', async () => {
    expect(await main(aHost('checklist'))).toBe(0);
  });

  test('who came by npx is told of the checklist by npx', async () => {
    expect(await said('', { env: { npm_command: 'exec', npm_config_user_agent: 'npm/11.0.0 node/v20' } })).toContain(
      '`npx quitgpt checklist`',
    );
  });

  test('says it in French', async () => {
    expect(await said('--lang fr', { platform: 'win32' })).toContain('Invite de commandes');
  });
});

test.each([
  ['--no-input', { tty: 'all' }, '--no-input'],
  ['', { tty: 'all', env: { CI: 'true' } }, '`CI`'],
  ['--answers -', { stdin: '{}' }, 'piped in'],
] as const)('where it was meant so (%s %j), that is said and nobody is sent away', async (argv, setting, why) => {
  const text = await said(argv, setting as Setting);
  expect(text).toContain(why);
  expect(text).not.toContain('terminal window');
});

describe('a language nobody has words for', () => {
  test('is refused from the environment as from the command line', async () => {
    for (const argv of ['', '--help', 'why', 'status --json']) {
      const host = aHost(argv, { env: { QUITGPT_LANG: 'tlh' } });
      expect(await main(host)).toBe(2);
      expect(host.printed().stdout + host.printed().stderr).toMatch(
        new RegExp(`QUITGPT_LANG.*tlh.*${LANGUAGES.join(', ')}`),
      );
    }
    expect(await main(aHost('why', { env: { QUITGPT_LANG: '' } }))).toBe(0);
    expect(await main(aHost('why --lang fr', { env: { QUITGPT_LANG: 'tlh' } }))).toBe(0);
    expect(await main(aHost('why', { env: { LANG: 'tlh_TLH.UTF-8' } }))).toBe(0);
  });
});

describe('the words of menus', () => {
  const menus = async (argv: string, setting: Setting): Promise<string> => {
    const host = aHost(`checklist --goal cancel --plan plus --billed-by openai ${argv}`, setting);
    expect(await main(host)).toBe(0);
    return host.printed().stdout;
  };
  const inLanguage = (lang: string): Promise<string> => menus(`--menu-lang ${lang}`, {});

  test('follow the system’s language, also one that the guide does not speak', async () => {
    for (const lang of ['de', 'es'])
      expect(await menus('', { env: { LANG: `${lang}_XX.UTF-8` } })).toBe(await menus(`--lang ${lang}`, {}));
    expect(await inLanguage('de')).not.toBe(await inLanguage('en'));
    expect(await menus('', { languages: ['de-DE'] })).toBe(await menus('--lang de', {}));
    // A language of which only a menu word is known.
    const catalogue = await loadCatalogue('en');
    const { settings } = catalogue.guide.menuLabels;
    if (settings === undefined) throw new Error('no menu word to translate');
    const nl = { text: ['Instellingen'], confidence: 'high', sources: settings.sources } as const;
    const more = { ...settings, translations: { ...settings.translations, nl } };
    const guide = { ...catalogue.guide, menuLabels: { ...catalogue.guide.menuLabels, settings: more } };
    const chosen = (one: Catalogue, asked: boolean): string =>
      menuLanguage({ env: { LANG: 'nl_NL.UTF-8' }, systemLanguages: [] }, { catalogue: one, asked }, undefined);
    expect(chosen({ ...catalogue, guide }, false)).toBe('nl');
    expect(chosen({ ...catalogue, guide }, true)).toBe('en');
    expect(chosen(catalogue, false)).toBe('en');
  });

  test('are those of a language asked for by name', async () => {
    expect(await menus('--lang fr', { env: { LANG: 'de_DE.UTF-8' } })).toBe(
      await menus('--lang fr --menu-lang fr', {}),
    );
    expect(await menus('', { env: { LANG: 'de_DE.UTF-8', QUITGPT_LANG: 'fr' } })).toBe(await menus('--lang fr', {}));
  });
});

describe('a copy that has grown old', () => {
  const old = new Date('2027-03-01T12:00:00Z');
  const young = new Date('2026-12-15T12:00:00Z');
  const commands = {
    'on paper': 'checklist --lang en',
    'in a script':
      '--no-input --no-record --goal cancel --plan plus --billed-by openai --uses none --next-billing unsure',
    'for a program': 'checklist --json',
  };

  test.each(Object.entries(commands))('says so %s, with the command that brings the newest', async (_, argv) => {
    for (const now of [old, young]) {
      const host = aHost(argv, { now });
      await main(host);
      const { stdout, stderr } = host.printed();
      expect((stdout + stderr).replace(/\s+/g, ' ').includes('npx quitgpt@latest')).toBe(now === old);
    }
  });
});
