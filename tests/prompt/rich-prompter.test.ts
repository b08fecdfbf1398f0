// The rich prompter in a real terminal: what it shows, which keys do what, and what it leaves behind.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { billers, goal, plan, words } from '../support/prompt-samples';
import { runInTerminal, type TerminalRun } from '../support/terminal';

type Look = 'rich' | 'mono' | 'ascii' | 'plain';
type Result = {
  readonly outcome: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly backs: readonly string[];
};
type Asking = TerminalRun & { readonly result: () => Promise<Result> };

const folder = mkdtempSync(join(tmpdir(), 'prompts-'));
const running: TerminalRun[] = [];
let runs = 0;
afterEach(() => running.splice(0).forEach((run) => run.kill()));
afterAll(() => rmSync(folder, { recursive: true }));

/** Asks the named sample questions one after the other, in a terminal. */
function asking(
  names: string,
  { look = 'rich', columns = 80, rows = 24 }: { look?: Look; columns?: number; rows?: number } = {},
): Asking {
  const file = join(folder, `${(runs += 1)}.json`);
  const driver = ['--import', 'tsx', 'tests/support/prompt-driver.ts', file, look, ...names.split(' ')];
  const run = runInTerminal(process.execPath, driver, { columns, rows });
  running.push(run);
  const result = async (): Promise<Result> => {
    const { code } = await run.exit;
    if (code !== 0) throw new Error(`The driver ended with ${code}:\n${run.screen()}`);
    return JSON.parse(readFileSync(file, 'utf8'));
  };
  return { ...run, result };
}
const times = (text: string, part: string): number => text.split(part).length - 1;

describe('one choice', () => {
  test('is shown with hints in one column, moved in with the arrows, and left as one line', async () => {
    const run = asking('goal');
    await run.waitFor(words.keysOne);
    expect(run.screen()).toBe(
      [
        '? What do you want to do?',
        '❯ Stop paying, keep a free account    your chats stay',
        '  Delete the account                  chats, files and memory go, for good',
        "  I'm not sure                        what each one means",
        '  Up and down move, Enter chooses',
      ].join('\n'),
    );
    expect(run.styleOf('What do')).toEqual({ bold: true, dim: false, coloured: false });
    expect(run.styleOf('Stop paying')).toMatchObject({ coloured: true });
    expect(run.styleOf('your chats')).toMatchObject({ dim: true });
    run.key('down');
    await run.waitFor('❯ Delete');
    run.key('enter');
    expect(await run.result()).toMatchObject({ outcome: 'finished', given: { goal: 'delete' } });
    expect(run.screen()).toBe('✔ What do you want to do?  Delete the account');
    expect(run.cursorHidden()).toBe(false);
  });

  test('is found by its first letters, by its number, and round the ends', async () => {
    const run = asking('plan');
    await run.waitFor('❯ Free');
    run.type('pr');
    await run.waitFor('❯ Pro');
    run.key('down');
    await run.waitFor('❯ Business');
    run.key('end');
    await run.waitFor('❯ Back');
    run.key('down');
    await run.waitFor('❯ Free');
    run.type('3');
    await run.waitFor('❯ Plus');
    run.key('enter');
    expect((await run.result()).given).toMatchObject({ plan: 'plus' });
  });

  test('forgets a long text that was pasted by mistake, and listens to the next letter', async () => {
    const run = asking('plan');
    await run.waitFor('❯ Free');
    run.type(`${'x'.repeat(21)}pr`);
    await run.waitFor('❯ Pro');
    run.key('enter');
    expect((await run.result()).given).toMatchObject({ plan: 'pro' });
  });

  test('takes keys that arrive all at once', async () => {
    const run = asking('plan');
    await run.waitFor('❯ Free');
    run.type('\u001b[B\u001b[B\u001b[B\r');
    expect((await run.result()).given).toMatchObject({ plan: 'pro' });
  });
});

describe('several choices', () => {
  test('are ticked with Space, and "not sure" excludes the others both ways', async () => {
    const run = asking('billers');
    await run.waitFor('❯ ◯ OpenAI');
    expect(run.screen().split('\n').slice(0, 3)).toEqual([
      `? Who charges you for ChatGPT?${' '.repeat(35)}question 3 of 5`,
      '  Your bank statement says it. More than one is possible.',
      '❯ ◯ OpenAI          for example OPENAI *CHATGPT SUBSCR',
    ]);
    run.key('space');
    await run.waitFor('❯ ◉ OpenAI');
    run.type('i');
    await run.waitFor("❯ ◯ I'm not sure");
    run.key('space');
    await run.waitFor("❯ ◉ I'm not sure");
    expect(run.screen()).toContain('  ◯ OpenAI');
    run.type('g');
    await run.waitFor('❯ ◯ Google');
    run.key('space');
    await run.waitFor('❯ ◉ Google');
    expect(run.screen()).toContain("  ◯ I'm not sure");
    run.key('up');
    await run.waitFor('❯ ◯ Apple');
    run.key('space');
    await run.waitFor('❯ ◉ Apple');
    run.key('enter');
    expect((await run.result()).given).toMatchObject({ billers: ['apple', 'google'] });
    expect(run.screen()).toBe('✔ Who charges you for ChatGPT?  Apple, Google Play');
  });

  test('with none of them ticked, Enter takes the one pointed at', async () => {
    const run = asking('billers');
    await run.waitFor('❯ ◯ OpenAI');
    run.key('down');
    await run.waitFor('❯ ◯ Apple');
    run.key('enter');
    expect((await run.result()).given).toMatchObject({ billers: ['apple'] });
  });

  test('have a way back in the list, which has no box', async () => {
    const run = asking('goal billers');
    await run.waitFor('❯ Stop');
    run.key('enter');
    await run.waitFor('❯ ◯ OpenAI');
    run.key('end');
    await run.waitFor('❯ Back');
    run.key('enter');
    await run.waitFor('❯ Stop');
    expect(run.screen()).not.toContain('✔');
    run.key('ctrl-c');
    await run.result();
  });
});

describe('text', () => {
  test('that cannot be taken stays to be mended, with the reason under it', async () => {
    const run = asking('date');
    await run.waitFor(words.keysText);
    expect(run.cursorHidden()).toBe(false);
    expect(run.styleOf('2026-12-03')).toMatchObject({ bold: true });
    run.type('2026-12-3');
    await run.waitFor('› 2026-12-3');
    run.key('enter');
    await run.waitFor('not a date');
    expect(run.screen()).toMatch(/› 2026-12-3\n {2}That is not a date like 2026-12-03\.\n/);
    run.key('backspace');
    await run.waitFor(/› 2026-12-$/m);
    run.type('03');
    await run.waitFor('› 2026-12-03');
    run.key('enter');
    expect((await run.result()).given).toMatchObject({ date: '2026-12-03' });
    expect(run.screen()).toBe('✔ When is the next payment?  2026-12-03');
  });

  test('may be empty', async () => {
    const run = asking('date');
    await run.waitFor(words.keysText);
    run.key('enter');
    expect((await run.result()).given).toMatchObject({ date: '' });
  });
});

describe('going back', () => {
  test('by Ctrl-B, Esc and the visible choice restores the answers given', async () => {
    const run = asking('goal billers plan date');
    await run.waitFor('❯ Stop');
    run.key('down');
    await run.waitFor('❯ Delete');
    run.key('enter');
    await run.waitFor('❯ ◯ OpenAI');
    run.type('2');
    await run.waitFor('❯ ◯ Apple');
    run.key('space');
    await run.waitFor('❯ ◉ Apple');
    run.key('esc');
    await run.waitFor('❯ Delete');
    run.key('enter');
    await run.waitFor('❯ ◯ OpenAI');
    run.key('space');
    await run.waitFor('❯ ◉ OpenAI');
    run.key('enter');
    await run.waitFor('❯ Free');
    run.key('up');
    await run.waitFor('❯ Back');
    run.key('enter');
    await run.waitFor('❯ ◉ OpenAI');
    run.key('enter');
    await run.waitFor('❯ Free');
    run.type('pl');
    await run.waitFor('❯ Plus');
    run.key('enter');
    await run.waitFor(words.keysText);
    run.key('ctrl-b');
    await run.waitFor('❯ Plus');
    run.key('enter');
    await run.waitFor(words.keysText);
    run.type('2026-12-03');
    await run.waitFor('› 2026-12-03');
    run.key('enter');
    expect(await run.result()).toEqual({
      outcome: 'finished',
      given: { goal: 'delete', billers: ['openai'], plan: 'plus', date: '2026-12-03' },
      backs: ['billers', 'plan', 'date'],
    });
    expect(run.scrollback()).not.toContain('❯');
  });

  test('is not possible where the question does not allow it', async () => {
    const run = asking('goal');
    await run.waitFor('❯ Stop');
    expect(run.screen()).not.toContain(words.keysBack);
    run.type('\u0002');
    run.key('down');
    await run.waitFor('❯ Delete');
    run.key('enter');
    expect((await run.result()).backs).toEqual([]);
  });

  test('restores a text to be edited', async () => {
    const run = asking('date goal plan');
    await run.waitFor(words.keysText);
    run.type('2026-12-03');
    await run.waitFor('› 2026-12-03');
    run.key('enter');
    await run.waitFor('❯ Stop');
    run.key('enter');
    await run.waitFor('❯ Free');
    run.key('ctrl-c');
    expect(await run.result()).toMatchObject({ outcome: 'ctrl-c', given: { date: '2026-12-03', goal: 'cancel' } });
  });
});

describe('leaving', () => {
  test.each([
    ['ctrl-c', 'ctrl-c'],
    ['ctrl-d', 'end-of-input'],
  ] as const)('by %s is told as %s from every kind of prompt, with the screen tidy', async (key, outcome) => {
    for (const name of ['goal', 'billers', 'date']) {
      const run = asking(name);
      await run.waitFor(/Enter (chooses|goes on)/);
      run.key(key);
      expect(await run.result()).toMatchObject({ outcome });
      expect(run.cursorHidden()).toBe(false);
      expect(run.screen()).toBe('');
    }
  });

  test('by Ctrl-D needs an empty line', async () => {
    const run = asking('date');
    await run.waitFor(words.keysText);
    run.type('20');
    await run.waitFor('› 20');
    run.key('ctrl-d');
    run.type('26');
    await run.waitFor('› 2026');
    run.key('ctrl-u');
    await run.waitFor(/›$/m);
    run.key('ctrl-d');
    expect(await run.result()).toMatchObject({ outcome: 'end-of-input' });
  });

  test('leaves the terminal as it was', async () => {
    const file = join(folder, 'stty.json');
    const script = `stty -a > "$1/before"; "$2" --import tsx tests/support/prompt-driver.ts "$3" rich goal date; stty -a > "$1/after"`;
    const run = runInTerminal('sh', ['-c', script, 'sh', folder, process.execPath, file]);
    running.push(run);
    await run.waitFor('❯ Stop');
    run.key('enter');
    await run.waitFor(words.keysText);
    run.key('ctrl-c');
    await run.exit;
    expect(readFileSync(join(folder, 'after'), 'utf8')).toBe(readFileSync(join(folder, 'before'), 'utf8'));
    expect(run.cursorHidden()).toBe(false);
  });
});

describe('a window', () => {
  test.each([30, 80])('of %i columns cuts no word and breaks no line', async (columns) => {
    const run = asking('goal billers date', { columns });
    await run.waitFor(/❯ Stop/);
    const screens = [run.screen()];
    run.key('enter');
    await run.waitFor('❯ ◯ OpenAI');
    screens.push(run.screen());
    run.key('space');
    await run.waitFor('❯ ◉ OpenAI');
    run.key('enter');
    await run.waitFor('When is');
    await run.waitFor('›');
    screens.push(run.screen());
    run.key('enter');
    await run.result();
    const together = screens.join(' ').replace(/[\s❯◯◉✔?]+/g, ' ');
    for (const { label, hint = '' } of [...goal.choices, ...billers.choices])
      expect(together).toContain(`${label} ${hint}`.trim());
    expect(together).toContain('question 3 of 5');
    expect(together).toContain('Your bank statement says it. More than one is possible.');
    expect(run.brokenLines()).toEqual([]);
  });

  test('narrower than what is typed wraps it and keeps it whole', async () => {
    const run = asking('date', { columns: 30 });
    await run.waitFor('›');
    run.type('~/Downloads/a-long-name-of-an-export.zip');
    await run.waitFor(/\.zip$/m);
    expect(run.screen().split('\n').slice(5)).toEqual([
      '› ~/Downloads/a-long-name-of-a',
      'n-export.zip',
      '  Enter goes on, Ctrl-B goes',
      '  back',
    ]);
    run.key('enter');
    await run.waitFor('not a date');
    run.resize(60, 24);
    await run.waitFor('Enter goes on, Ctrl-B goes back');
    expect(times(run.scrollback(), 'When is')).toBe(1);
    expect(run.screen()).toContain('› ~/Downloads/a-long-name-of-an-export.zip\n  That is not a date');
    run.key('ctrl-c');
    await run.result();
    expect(times(run.scrollback(), 'When is')).toBe(0);
  });

  test('that changes in the middle is drawn afresh, without a ghost', async () => {
    const run = asking('goal billers');
    await run.waitFor('❯ Stop');
    run.key('enter');
    await run.waitFor('❯ ◯ OpenAI');
    run.resize(30, 30);
    await run.waitFor(/\*CHATGPT SUBSCR\n/);
    await run.waitFor(/ChatGPT\?\n {2}question 3 of 5/);
    run.resize(100, 30);
    await run.waitFor(/ChatGPT\? +question 3 of 5/);
    expect(times(run.scrollback(), 'Who charges you')).toBe(1);
    expect(times(run.scrollback(), '✔ What do you want to do?  Stop paying')).toBe(1);
    run.key('space');
    await run.waitFor('❯ ◉ OpenAI');
    run.key('enter');
    expect((await run.result()).given).toMatchObject({ billers: ['openai'] });
    expect(times(run.scrollback(), 'Who charges you')).toBe(1);
  });

  test('too low for all the choices shows the ones around the pointer', async () => {
    const run = asking('billers', { columns: 30, rows: 10 });
    await run.waitFor(/❯ ◯ OpenAI/);
    expect(run.screen()).toContain('? Who charges you');
    expect(run.screen()).toContain('  …');
    run.key('end');
    await run.waitFor('❯ Back');
    run.key('home');
    await run.waitFor('❯ ◯ OpenAI');
    expect(times(run.scrollback(), 'Who charges you')).toBe(1);
    run.key('ctrl-c');
    await run.result();
    expect(run.scrollback()).toBe('');
  });
});

describe('looks', () => {
  test('without colour hold no colour code', async () => {
    const run = asking('goal billers', { look: 'mono' });
    await run.waitFor('❯ Stop');
    run.key('enter');
    await run.waitFor('❯ ◯ OpenAI');
    run.key('ctrl-c');
    await run.result();
    expect(
      run
        .raw()
        .split('\u001b[')
        .filter((code) => /^[\d;]*m/.test(code)),
    ).toEqual([]);
  });

  test('without symbols hold nothing but ASCII', async () => {
    const run = asking('goal billers', { look: 'ascii' });
    await run.waitFor('> Stop');
    run.key('enter');
    await run.waitFor('> [ ] OpenAI');
    run.key('space');
    await run.waitFor('> [x] OpenAI');
    run.key('enter');
    await run.result();
    expect(run.screen()).toContain('+ Who charges you for ChatGPT?  OpenAI');
    expect(run.raw()).toMatch(/^[\0-\u007f]*$/);
  });
});

describe('the plain twin', () => {
  test('shows the same words in the same order', async () => {
    const rich = asking('billers');
    await rich.waitFor(words.keysBack);
    const plain = asking('billers', { look: 'plain' });
    await plain.waitFor('commas between:');
    const inOrder = [
      billers.title,
      ...billers.choices.flatMap(({ label, hint }) => (hint === undefined ? [label] : [label, hint])),
    ];
    for (const run of [rich, plain]) {
      const screen = run.screen().toLowerCase();
      const places = inOrder.map((part) => screen.indexOf(part.toLowerCase()));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places).not.toContain(-1);
    }
    expect(plain.raw()).not.toContain('\u001b');
  });

  test('shows the way back last, as the rich one does', async () => {
    const rich = asking('plan');
    await rich.waitFor(words.keysBack);
    const plain = asking('plan', { look: 'plain' });
    await plain.waitFor('Choose 1 to 5:');
    for (const run of [rich, plain]) {
      const labels = [...plan.choices.map(({ label }) => label), words.back];
      expect(
        run
          .screen()
          .split('\n')
          .flatMap((line) => labels.filter((label) => line.replace(/^\W*(\d\.|b\.)?\s*|\.$/gu, '') === label)),
      ).toEqual(labels);
    }
  });

  test.each([
    ['ctrl-c', 'ctrl-c'],
    ['ctrl-d', 'end-of-input'],
  ] as const)('told of %s leaves as %s', async (key, outcome) => {
    const run = asking('plan', { look: 'plain' });
    await run.waitFor('Choose 1 to 5:');
    run.key(key);
    expect(await run.result()).toMatchObject({ outcome });
  });
});
