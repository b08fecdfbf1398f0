// What has to go well on each runtime: each check gives what the program printed of it, or throws what went wrong.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kit } from './kit';
import type { Machine, Ran } from './machine';

export type Check = {
  readonly name: string;
  readonly on?: Machine['system'];
  readonly run: (machine: Machine, kit: Kit) => Promise<string>;
};

/** How the checklist begins in the languages that are tried: one, and one whose letters go beyond ASCII. */
const LISTS = { en: /Checklist/, fr: /À cocher/ };
const SITUATION = '--goal cancel --plan plus --billed-by apple --uses none --next-billing unsure'.split(' ');

export const CHECKS: readonly Check[] = [
  {
    name: 'version',
    async run(machine, { version }) {
      return says(
        await machine.run('--version'),
        0,
        new RegExp(`^quitgpt ${version.replaceAll('.', '\\.')} \\(steps checked \\d{4}-\\d\\d-\\d\\d\\)\\n$`),
      );
    },
  },
  {
    name: 'a journey by options',
    async run(machine) {
      const ran = await machine.run('--no-input', ...SITUATION, '--done', 'cancel-apple');
      return says(
        ran,
        3,
        /1 of 5 steps are done\./,
        existsSync(machine.recordFile()) ? undefined : `no Record at ${machine.recordFile()}`,
      );
    },
  },
  {
    name: 'status reads its Record',
    async run(machine) {
      const ran = await machine.run('status', '--json');
      return says(
        ran,
        3,
        /"next": "confirm-cancelled"/,
        stepStates(ran.stdout)['cancel-apple'] === 'done' ? undefined : 'cancel-apple is not done',
      );
    },
  },
  {
    name: 'answers of a Windows editor',
    async run(machine) {
      writeFileSync(
        join(machine.work, 'réponses.json'),
        `\uFEFF${JSON.stringify({ goal: 'cancel', plan: 'plus', billedBy: ['google'], uses: [], nextBilling: 'unsure' }, undefined, 2).replaceAll('\n', '\r\n')}\r\n`,
      );
      return says(
        await machine.run('--no-input', '--no-record', '--answers', 'réponses.json', '--json'),
        3,
        /"cancel-google"/,
      );
    },
  },
  {
    name: 'the first questions in a terminal',
    async run(machine) {
      const screen = machine.inTerminal('--no-record');
      try {
        await screen.until(/What do you want to do\?[^]*❯/);
        screen.type('\r');
        const shown = await screen.until(/Which ChatGPT plan do you have\?[^]*❯/);
        screen.type('\u0003');
        const code = await screen.ended;
        // Under Wine it is started by a shell, which ends with its own code.
        if (machine.system === 'linux' && code !== 130)
          throw new Error(`ended with ${code} after Ctrl-C, not with 130`);
        return excerpt(shown.split('\n').slice(-14).join('\n'));
      } finally {
        screen.close();
      }
    },
  },
  ...Object.entries(LISTS).map(([lang, wanted]): Check => ({
    name: `checklist, ${lang}`,
    async run(machine) {
      const ran = await machine.run('checklist', '--lang', lang);
      const page = await machine.run('checklist', '--lang', lang, '--format', 'html', '--out', `à cocher ${lang}.html`);
      says(page, 0, /\.html/);
      const html = readFileSync(join(machine.work, `à cocher ${lang}.html`), 'utf8');
      const whole = html.includes(`<html lang="${lang}"`) && html.trimEnd().endsWith('</html>');
      return says(
        ran,
        0,
        wanted,
        /\uFFFD/.test(ran.stdout + html) ? 'letters were lost' : whole ? undefined : 'the page is not whole',
      );
    },
  })),
  {
    name: 'export check',
    async run(machine, { exported }) {
      return says(await machine.run('export', 'check', machine.path(exported.zip)), 0, /^\s*Whole\n/);
    },
  },
  {
    name: 'export save',
    async run(machine, { exported }) {
      const ran = await machine.run('export', 'save', machine.path(exported.zip), '--to', 'mes discussions é');
      const chats = join(machine.work, 'mes discussions é', 'conversations');
      const saved = existsSync(chats) ? readdirSync(chats).filter((name) => name.endsWith('.md')) : [];
      return says(
        ran,
        0,
        /./,
        saved.length === exported.conversations
          ? undefined
          : `${saved.length} of ${exported.conversations} chats are there`,
      );
    },
  },
  {
    name: 'proof, read and cleaned',
    async run(machine, { picture }) {
      const png = join(machine.work, 'reçu.png');
      copyFileSync(picture.png, png);
      says(await machine.run('proof', 'reçu.png'), 0, /1200 × 630[^]*ChatGPT’s own page/);
      const cleaned = await machine.run('proof', 'reçu.png', '--clean', '--no-read');
      const copy = join(machine.work, 'reçu.cleaned.png');
      return says(
        cleaned,
        0,
        /./,
        !existsSync(copy)
          ? 'no cleaned copy'
          : readFileSync(copy).includes(picture.secret)
            ? 'the comment is still in the copy'
            : undefined,
      );
    },
  },
  {
    name: 'card',
    async run(machine) {
      mkdirSync(join(machine.work, 'carte'));
      const ran = await machine.run('card', '--size', 'wide', '--format', 'png', '--out', 'carte');
      const [name = ''] = readdirSync(join(machine.work, 'carte')).filter((one) => one.endsWith('.png'));
      const isPng =
        name !== '' &&
        readFileSync(join(machine.work, 'carte', name))
          .subarray(1, 4)
          .toString() === 'PNG' &&
        statSync(join(machine.work, 'carte', name)).size > 10_000;
      return says(ran, 0, /cancelled ChatGPT Plus/, isPng ? undefined : 'no picture');
    },
  },
  {
    name: 'names that Windows does not take',
    on: 'windows',
    async run(machine) {
      const before = readdirSync(machine.work).join();
      const told = [];
      for (const name of ['nul', 'com1.txt', 'LPT¹', 'checklist 10:30.html', 'a<b>.html', 'list.'])
        told.push(says(await machine.run('checklist', '--out', name), 1, /Windows does not take that name/));
      if (readdirSync(machine.work).join() !== before) throw new Error('something was written');
      return told[0] ?? '';
    },
  },
  {
    name: 'a Downloads folder that was moved',
    on: 'windows',
    async run(machine, { exported }) {
      const moved = join(machine.work, 'Téléchargements');
      mkdirSync(moved);
      copyFileSync(exported.zip, join(moved, 'moved.zip'));
      machine.system32(
        'reg',
        'add',
        'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders',
        '/v',
        '{374DE290-123F-4565-9164-39C4925E467B}',
        '/t',
        'REG_EXPAND_SZ',
        '/d',
        '%SystemDrive%\\work\\Téléchargements',
        '/f',
      );
      return says(await machine.run('export', 'check'), 2, /Téléchargements\\moved\.zip/);
    },
  },
  {
    name: 'forget',
    async run(machine) {
      return says(
        await machine.run('forget', '--yes'),
        0,
        /record\.json/,
        existsSync(machine.recordFile()) ? 'the Record is still there' : undefined,
      );
    },
  },
];

/** What was printed, in short; throws where code or words are others, or `wrong` says something. */
function says({ code, stdout, stderr }: Ran, wanted: number, words: RegExp, wrong?: string): string {
  const failures = [
    code === wanted ? [] : `ended with ${String(code)}, not with ${wanted}`,
    words.test(stdout) || words.test(stderr) ? [] : `did not say ${String(words)}`,
    wrong ?? [],
  ].flat();
  if (failures.length > 0)
    throw new Error(`${failures.join('; ')}. stdout: ${excerpt(stdout)} stderr: ${excerpt(stderr)}`);
  return excerpt(stdout === '' ? stderr : stdout);
}

function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}

function stepStates(json: string): Readonly<Record<string, string>> {
  const { result } = JSON.parse(json) as {
    readonly result: { readonly steps: readonly { readonly id: string; readonly state: string }[] };
  };
  return Object.fromEntries(result.steps.map(({ id, state }) => [id, state]));
}
