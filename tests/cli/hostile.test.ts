// Strings from outside that want to be more than text: each payload, in each place, through the commands that show it.
import { describe, expect, test } from 'vitest';
import { main } from '../../src/main';
import { aHost, RECORD_PATH, type Setting } from '../support/fake-host';
import { BACK, aPerson, ENTER, leave } from '../support/fake-prompter';
import { aPng } from '../support/pictures';
import { aRecord, aWizard, unseen } from '../support/program';

const PAYLOADS = {
  'clears the screen': '\u001b[2J\u001b[Hgone',
  'writes the clipboard': '\u001b]52;c;ZXZpbA==\u0007',
  'lies about a link': '\u001b]8;;https://evil.example\u001b\\billing\u001b]8;;\u001b\\',
  'sets the title': '\u001b]0;root\u0007',
  'an eight-bit escape': '\u009b2J\u009d0;x\u009c',
  rings: 'a\u0007\u0007b',
  'overwrites the line': 'harmless\rDONE   \b\b',
  'starts new lines': 'a\n[x] 9 forged\n\u2028b\u2029c\u0085d',
  'turns the text round': '\u202Egnp.exe\u202C \u2066a\u2069 \u200F\u061C',
  'hides in nothing': 'a\u200Bb\uFEFFc\u2060d\u{E0041}e',
  'a prototype': '__proto__',
  'a constructor': 'constructor',
  'a half pair': 'a\uD800b\uDC00',
  'very long': 'x '.repeat(5000),
  'very long in one word': `x${'é'.repeat(10_000)}`,
  'a format': '{n, plural, other{#}} %s %n $& ${HOME} `id` $(id)',
  markup: '<script>alert(1)</script>[x](javascript:alert(1))|`*_',
} as const;
const base = '--goal cancel --plan plus --billed-by apple --uses none --next-billing unsure'.split(' ');

type Place = (payload: string) => { readonly argv: readonly string[]; readonly setting?: Setting };
const inRecord = (payload: string): Setting => ({
  files: {
    [RECORD_PATH]: JSON.stringify(aRecord({ extras: { name: payload, reason: payload, reasonText: payload } })),
  },
});
const inForeign = (text: string): Setting => ({ files: { [RECORD_PATH]: text } });
const forms = ['text', 'markdown', 'html', 'json'] as const;

const PLACES: Readonly<Record<string, Place>> = {
  'the name of a command': (payload) => ({ argv: [payload] }),
  'the name of an option': (payload) => ({ argv: [`--${payload}`] }),
  'an option with a value': (payload) => ({ argv: [`--x=${payload}`] }),
  'a word too many': (payload) => ({ argv: ['checklist', payload] }),
  'a goal': (payload) => ({ argv: ['--goal', payload] }),
  billers: (payload) => ({ argv: ['--billed-by', `apple,${payload}`] }),
  'a day': (payload) => ({ argv: ['--next-billing', payload] }),
  'a step that is done': (payload) => ({ argv: [...base, '--done', payload] }),
  'a step': (payload) => ({ argv: [...base, '--step', payload] }),
  'a reason': (payload) => ({ argv: [...base, '--reason', payload] }),
  'a receipt': (payload) => ({ argv: [...base, '--proof', payload] }),
  'a receipt of a step': (payload) => ({ argv: [...base, '--proof', `cancel-apple=${payload}`] }),
  'a page': (payload) => ({ argv: ['open', '--', payload] }),
  'a shell': (payload) => ({ argv: ['completion', '--', payload] }),
  'a schema': (payload) => ({ argv: ['schema', '--', payload] }),
  'a language': (payload) => ({ argv: ['--lang', payload] }),
  'a menu language': (payload) => ({ argv: ['--menu-lang', payload] }),
  'a format': (payload) => ({ argv: ['checklist', '--format', payload] }),
  'the path of a Record': (payload) => ({ argv: ['status', '--record', payload] }),
  'the path of a Record to keep': (payload) => ({ argv: [...base, '--record', payload, '--quiet'] }),
  'the path of a Record, said': (payload) => ({ argv: ['forget', '--record', payload] }),
  'the path of a result': (payload) => ({ argv: ['why', '--out', payload] }),
  'the path of a result in no folder': (payload) => ({ argv: ['why', '--out', `gone/${payload}/x.md`] }),
  'the path of answers': (payload) => ({ argv: ['--answers', payload] }),
  'answers that are no JSON': (payload) => ({
    argv: ['--answers', 'a.json'],
    setting: { files: { 'a.json': payload } },
  }),
  'a key of answers': (payload) => ({
    argv: ['--answers', 'a.json'],
    setting: { files: { 'a.json': `{${JSON.stringify(payload)}:1}` } },
  }),
  'a value of answers': (payload) => ({
    argv: ['--answers', 'a.json'],
    setting: { files: { 'a.json': JSON.stringify({ goal: payload, done: [payload] }) } },
  }),
  'answers on standard input': (payload) => ({ argv: ['--answers', '-'], setting: { stdin: payload } }),
  'a Record that is no JSON': (payload) => ({ argv: ['status'], setting: inForeign(payload) }),
  'a key of a Record': (payload) => ({
    argv: ['status'],
    setting: inForeign(JSON.stringify({ ...aRecord(), [payload]: 1 })),
  }),
  'a step of a Record': (payload) => ({
    argv: ['status'],
    setting: inForeign(
      JSON.stringify(aRecord()).replace('"steps":{}', `"steps":{${JSON.stringify(payload)}:{"state":"done"}}`),
    ),
  }),
  'the extras of a Record, forgotten': (payload) => ({ argv: ['forget', '--yes'], setting: inRecord(payload) }),
  'the extras of a Record, its status': (payload) => ({ argv: ['status'], setting: inRecord(payload) }),
  'the environment': (payload) => ({
    argv: ['status'],
    setting: {
      env: { LANG: payload, LANGUAGE: payload, LC_ALL: '', QUITGPT_LANG: payload, TERM: payload },
      languages: [payload],
    },
  }),
  completion: (payload) => ({ argv: ['complete', '--', payload.replace(/[\n\t]/g, ' ')] }),
  ...Object.fromEntries(
    forms.flatMap((form) => [
      [`the name, as ${form}`, (payload: string) => ({ argv: [...base, '--format', form, '--name', payload] })],
      [
        `the reason in own words, as ${form}`,
        (payload: string) => ({ argv: [...base, '--format', form, '--reason-text', payload] }),
      ],
      [
        `the extras of a Record, as ${form}`,
        (payload: string) => ({ argv: ['summary', '--format', form], setting: inRecord(payload) }),
      ],
    ]),
  ),
};

const tidied = (text: string, argv: readonly string[]): readonly string[] =>
  unseen(argv[0] === 'complete' ? text.replaceAll('\t', ' ') : text);

describe.each(Object.entries(PLACES))('in %s', (_, place) => {
  test.each(Object.entries(PAYLOADS))('what %s is shown, not done', async (__, payload) => {
    const { argv, setting = {} } = place(payload);
    const host = aHost(argv, setting);
    expect([0, 1, 2, 3]).toContain(await main(host));
    const { stdout, stderr } = host.printed();
    expect(tidied(stdout, argv)).toEqual([]);
    expect(unseen(stderr)).toEqual([]);
    expect(stdout + stderr).not.toMatch(/^\[x\] 9 forged/m);
    expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+:\d+|is not a function|Cannot read|Something went wrong/m);
    if (argv.includes('html')) expect(stdout).not.toContain('<script');
    expect(host.pages).toEqual([]);
    expect(({} as Record<string, unknown>)['schema']).toBeUndefined();
  });
});

describe('typed into the wizard', () => {
  test.each(Object.entries(PAYLOADS))('what %s is shown, not done', async (_, payload) => {
    const shot = `${payload.replaceAll('\0', '').slice(0, 300).replaceAll('/', '-')}.png`;
    const person = aPerson([
      ['review', 'start'],
      ['step:cancel-apple', 'done'],
      ['proof:cancel-apple', payload, 'refused'],
      ['proof:cancel-apple', ENTER],
      ['step:confirm-cancelled', 'stop'],
    ]);
    const host = aWizard(base, person, { files: { 'shot.png': aPng(), [shot]: aPng() }, env: { NO_COLOR: '1' } });
    expect([0, 3]).toContain(await main(host));
    expect(person.problems()).toEqual([]);
    expect(unseen(host.printed().stderr)).toEqual([]);
  });

  test('a day that is none comes back without its teeth', async () => {
    for (const payload of Object.values(PAYLOADS)) {
      const person = aPerson([
        ['next-billing', payload, 'refused'],
        ['next-billing', BACK],
        ['uses', leave('ctrl-c')],
      ]);
      const host = aWizard(
        '--goal cancel --plan plus --billed-by apple',
        aPerson([['uses', ['none']], ...person.turns]),
        { env: { NO_COLOR: '1' } },
      );
      expect(await main(host)).toBe(130);
      expect(unseen(host.printed().stderr)).toEqual([]);
    }
  });
});
