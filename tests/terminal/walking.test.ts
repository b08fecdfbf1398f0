// The wizard in a real terminal: the first screen, going back, a window that changes, a narrow one, colour, a whole deletion.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/content/outside-schema';
import { journeyFor, type Journey } from '../../src/journey/journey';
import type { Profile } from '../../src/journey/profile';
import { aPng } from '../support/pictures';
import { TODAY } from '../support/builders';
import { plusFlags } from '../support/plus-flags';
import { aFolder, filesIn, runProgram, plainEnvironment } from '../support/tools';
import { flat, sitDown, wordsOf, type Person } from './person';

const RECORD = '.local/state/quitgpt/record.json';
const CANCEL: Profile = { goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [] };
const CANCEL_FLAGS = plusFlags({ billedBy: 'apple' });

it('the first screen says what it does and keeps, then asks the first question, with nothing written yet', async () => {
  const home = aFolder();
  const person = await sitDown({ home });
  await person.isAsked(wordsOf(person.translator, 'goal').title);
  const { say, ui } = person.translator;
  await person.sees(
    say(ui.preamble.what),
    say(ui.preamble.never),
    '~/.local/state/quitgpt',
    say(ui.common.not_affiliated),
  );
  expect(filesIn(home)).toEqual([]);
  expect(person.terminal.brokenLines()).toEqual([]);
  await leave(person);
});

describe('going back', () => {
  it.each([
    ['Ctrl-B', async ({ terminal }: Person) => terminal.key('ctrl-b')],
    ['Esc', async ({ terminal }: Person) => terminal.key('esc')],
    [
      'the Back choice',
      async ({ terminal, pointsAt, translator }: Person) => {
        await pointsAt(translator.say(translator.ui.common.back));
        terminal.key('enter');
      },
    ],
  ])('%s returns to the question before, with its answer as it was given', async (_name, goBack) => {
    const person = await sitDown({ home: aFolder() });
    await person.answers('goal', 'delete');
    await person.isAsked(wordsOf(person.translator, 'plan').title);
    await goBack(person);
    const { title, labels } = wordsOf(person.translator, 'goal', ['delete']);
    await person.isAsked(title);
    await person.sees(`❯ ${labels[0]}`);
    person.terminal.key('enter');
    await person.isAsked(wordsOf(person.translator, 'plan').title);
    await leave(person);
  });

  it('a step goes back to the one before, and the first one to the answers', async () => {
    const person = await sitDown({ home: aFolder(), args: CANCEL_FLAGS });
    await start(person, 1);
    await person.atStep(1, 'skip');
    await person.atStep(2, 'back');
    await person.atStep(1, 'back');
    await person.isAsked(person.translator.say(person.translator.ui.review.ask));
    await leave(person);
  });
});

it('a window that becomes narrow in the middle leaves no ghost, and one that grows again neither', async () => {
  const person = await sitDown({ home: aFolder(), columns: 100 });
  await person.answers('goal', 'cancel');
  const { title } = wordsOf(person.translator, 'plan');
  await person.isAsked(title);
  for (const columns of [40, 30, 80, 120]) {
    const drawn = person.terminal.raw().length;
    person.terminal.resize(columns, 40);
    await person.terminal.waitFor(
      () =>
        person.terminal.raw().length > drawn &&
        flat(person.terminal.screen()).endsWith(flat(person.translator.say(person.translator.ui.prompt.keys_back))),
    );
    expect(
      flat(person.terminal.screen()).split(`? ${title}`),
      `${columns} columns:\n${person.terminal.screen()}`,
    ).toHaveLength(2);
  }
  await person.answers('plan', 'plus');
  await person.isAsked(wordsOf(person.translator, 'billed-by').title);
  await leave(person);
});

describe.each([30, 80])('in %i columns', (columns) => {
  it('the whole way of cancelling can be walked, no line is wider, no word is cut', async () => {
    const home = aFolder();
    const person = await sitDown({ home, columns });
    await person.answers('goal', 'cancel');
    await person.answers('plan', 'plus');
    await person.answers('billed-by', 'apple');
    await person.answers('uses', 'none');
    await person.answers('next-billing', '2026-12-24');
    await start(person, 1);
    const journey = await walkAll(person, CANCEL);
    await finish(person);
    expect((await person.terminal.exit).code, person.story().slice(-500)).toBe(0);
    const record = recordIn(home);
    expect(Object.keys(record.steps)).toEqual(journey.steps.map(({ step }) => step.id));
    expectFits(person, columns);
  });
});

describe('colour', () => {
  const SGR = /\u001b\[[\d;]*m/;
  it.each<readonly [string, readonly string[], Readonly<Record<string, string>>, boolean]>([
    ['a terminal', [], {}, true],
    ['NO_COLOR=1', [], { NO_COLOR: '1' }, false],
    ['an empty NO_COLOR', [], { NO_COLOR: '' }, true],
    ['--no-color', ['--no-color'], {}, false],
    ['--no-color before FORCE_COLOR', ['--no-color'], { FORCE_COLOR: '1' }, false],
    ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, false],
    ['FORCE_COLOR before NO_COLOR', [], { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
  ])('%s', async (_name, args, env, coloured) => {
    const person = await sitDown({ home: aFolder(), args, env });
    const { title } = wordsOf(person.translator, 'goal');
    await person.isAsked(title);
    expect(SGR.test(person.terminal.raw())).toBe(coloured);
    expect(person.terminal.styleOf(title).bold).toBe(coloured);
    await leave(person);
  });

  it('TERM=dumb gets no escape sequence at all', async () => {
    const person = await sitDown({ home: aFolder(), env: { TERM: 'dumb' } });
    await person.sees('1. ');
    person.terminal.key('ctrl-c');
    expect((await person.terminal.exit).code).toBe(130);
    expect(person.terminal.raw()).not.toContain('\u001b');
  });

  it('a result in a pipe has no colour unless FORCE_COLOR asks for it', async () => {
    const home = aFolder();
    const args = ['checklist', '--goal', 'cancel', '--plan', 'plus', '--billed-by', 'openai'];
    expect((await runProgram(args, { cwd: home, env: plainEnvironment(home) })).stdout).not.toContain('\u001b');
    expect((await runProgram(args, { cwd: home, env: plainEnvironment(home, { FORCE_COLOR: '1' }) })).stdout).toMatch(
      SGR,
    );
  });
});

it.each<readonly [string, readonly string[], Readonly<Record<string, string>>]>([
  ['--lang fr', ['--lang', 'fr'], {}],
  ['LANG=fr_CA.UTF-8', [], { LANG: 'fr_CA.UTF-8' }],
])('%s asks in French', async (_name, args, env) => {
  const home = aFolder();
  const person = await sitDown({ home, args: [...args, ...CANCEL_FLAGS], env, lang: 'fr' });
  await start(person, 1);
  await walkAll(person, CANCEL);
  await finish(person);
  expect((await person.terminal.exit).code).toBe(0);
});

it('a whole deletion: dropped receipts, the typed word, the summary', async () => {
  const home = aFolder();
  const folder = join(home, 'My Shots');
  mkdirSync(folder);
  const first = join(folder, 'shot of Apple.png');
  const second = join(folder, 'it’s (1).png');
  const third = join(folder, 'deleted.png');
  writeFileSync(first, aPng({ width: 1170, height: 2532 }));
  writeFileSync(second, aPng({ width: 640, height: 480 }));
  writeFileSync(third, aPng({ width: 320, height: 200 }));
  const drops = [`'${first}' `, second.replace(/[ ()’]/g, '\\$&'), '~/My Shots/deleted.png'];
  const profile: Profile = { goal: 'delete', plan: 'plus', billedBy: ['apple'], uses: [] };
  const person = await sitDown({
    home,
    args: plusFlags({ goal: 'delete', billedBy: 'apple', nextBilling: '2026-12-24' }),
  });
  await start(person, 1);
  const journey = await walkAll(person, profile, drops);
  await finish(person);
  expect((await person.terminal.exit).code, person.story().slice(-800)).toBe(0);

  expect(filesIn(home)).toEqual(
    [
      RECORD,
      ...[second, first, third].map((file) => file.slice(home.length + 1)).sort(),
      'quitgpt-summary-2026-11-22.md',
    ].sort(),
  );
  const record = recordIn(home);
  const proofs = Object.values(record.steps).flatMap((step) => step.proofs ?? []);
  expect(proofs.map(({ width, height, kind }) => `${kind} ${width}x${height}`)).toEqual(
    ['png 1170x2532', 'png 640x480', 'png 320x200'].slice(0, proofs.length),
  );
  expect(proofs).toHaveLength(journey.steps.filter(({ step }) => step.proof === true).length);
  const summary = readFileSync(join(home, 'quitgpt-summary-2026-11-22.md'), 'utf8');
  for (const { step } of journey.steps)
    expect(summary).toContain(person.translator.say(person.translator.step(step.id).title));
  for (const secret of [home, 'shot', 'Apple.png', ...proofs.map(({ sha256 }) => sha256.slice(0, 12))])
    expect(summary).not.toContain(secret);
});

it('the typed word is the only way through the gate, and Enter alone deletes nothing', async () => {
  const home = aFolder();
  const person = await sitDown({
    home,
    args: ['--goal', 'delete', '--plan', 'free', '--uses', 'none', '--step', 'delete-account'],
  });
  const { say, ui } = person.translator;
  const gate = say(ui.gate.ask, { word: say(ui.gate.word) });
  await person.chooses(say(ui.gate.copy_ask), say(ui.gate.copy_none));
  await person.isAsked(gate);
  person.terminal.type('yes');
  await person.sees('› yes');
  person.terminal.key('enter');
  await person.sees(say(ui.gate.wrong, { word: say(ui.gate.word) }));
  for (let typed = 3; typed > 0; typed -= 1) {
    person.terminal.key('backspace');
    await person.terminal.waitFor((screen) => new RegExp(`›\\s*${'yes'.slice(0, typed - 1)}$`, 'm').test(screen));
  }
  person.terminal.key('enter');
  expect((await person.terminal.exit).code).toBe(3);
  expect(person.story()).toContain(say(ui.gate.left));
  expect(recordIn(home).steps).toEqual({});
});

describe('where nobody can be asked', () => {
  it('CI=1 never asks, not even at a terminal: it ends with 2 and the flag to give', async () => {
    const home = aFolder();
    const person = await sitDown({ home, env: { CI: '1' } });
    expect((await person.terminal.exit).code).toBe(2);
    expect(person.story()).toContain('--goal');
    expect(person.terminal.raw()).not.toContain('\u001b[?25l');
    expect(filesIn(home)).toEqual([]);
  });

  it('a pipe as stdin never asks, whatever is in it', async () => {
    const home = aFolder();
    const { code, stdout, stderr } = await runProgram([], {
      cwd: home,
      env: plainEnvironment(home),
      input: '1\n1\n1\n',
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('--goal');
    expect(stderr).not.toContain('\u001b');
    expect(filesIn(home)).toEqual([]);
  });

  it('a pipe as stdin never asks, at a terminal neither', async () => {
    const home = aFolder();
    const person = await sitDown({ home, starter: ['sh', '-c', 'echo 1 | "$@"', 'sh', process.execPath] });
    expect((await person.terminal.exit).code).toBe(2);
    expect(person.story()).toContain('--goal');
  });
});

async function leave(person: Person): Promise<void> {
  person.terminal.key('ctrl-c');
  expect((await person.terminal.exit).code).toBe(130);
}

async function start({ chooses, translator: { say, ui } }: Person, number: number): Promise<void> {
  await chooses(say(ui.review.ask), say(ui.review.start, { number }));
}

/** Does every step of the profile's way; receipts are dropped in order as long as there are any, then left out. */
async function walkAll(person: Person, profile: Profile, drops: readonly string[] = []): Promise<Journey> {
  const { say, ui, catalogue } = person.translator;
  const journey = journeyFor(profile, catalogue.guide, TODAY);
  const left = [...drops];
  for (const { step, number } of journey.steps) {
    if (step.deletesAccount === true) await person.chooses(say(ui.gate.copy_ask), say(ui.gate.copy_own));
    if (step.irreversible === true)
      await person.types(say(ui.gate.ask, { word: say(ui.gate.word) }), say(ui.gate.word));
    await person.atStep(number, 'done');
    if (step.proof !== true) continue;
    const drop = left.shift() ?? '';
    await person.types(say(ui.proof.ask), drop);
    if (drop === '') continue;
    await person.chooses(say(ui.reading.hide_ask_nothing), say(ui.reading.hide_no));
    await person.types(say(ui.reading.another), '');
  }
  return journey;
}

/** Adds nothing, and lets the summary be written. */
async function finish(person: Person): Promise<void> {
  const { say, ui } = person.translator;
  await person.chooses(say(ui.ending.more), say(ui.ending.more_nothing));
  await person.chooses(
    say(ui.ending.summary_ask),
    say(ui.ending.summary_yes, { file: 'quitgpt-summary-2026-11-22.md' }),
  );
}

function recordIn(home: string): Extract<ReturnType<typeof readRecord>, { ok: true }>['value'] {
  const read = readRecord(JSON.parse(readFileSync(join(home, RECORD), 'utf8')));
  if (!read.ok) throw new Error(`the Record cannot be read again: ${read.where}`);
  return read.value;
}

/**
 * No line was broken by the terminal but those of addresses and commands, which have to stay whole to be copied; no word
 * of the guide that fits on a line stands on two.
 */
function expectFits({ terminal, translator }: Person, columns: number): void {
  const broken = [...terminal.brokenLines()];
  const lines: string[] = [];
  for (const line of terminal.scrollback().split('\n')) {
    if (broken.length > 0 && line === broken[0]) lines.push((lines.pop() ?? '') + broken.shift());
    else lines.push(line);
  }
  expect(lines.filter((line) => line.length > columns && !/https:\/\/| --no-input /.test(line))).toEqual([]);
  const words = new Set(JSON.stringify(Object.values(translator.catalogue.words.steps)).match(/[A-Za-z]{4,}/g));
  for (const [index, line] of lines.entries()) {
    // A path or an address is one long word, and where the program lies is not the guide's to say.
    const cut = /(?:^|\s)\S*\/\S*$/.test(line) ? undefined : /([A-Za-z]+)$/.exec(line)?.[1];
    const rest = /^\s*([a-z]+)/.exec(lines[index + 1] ?? '')?.[1];
    if (line.length < columns - 1 || cut === undefined || rest === undefined || words.has(cut)) continue;
    expect(words.has(cut + rest), `cut: ${line} / ${lines[index + 1]}`).toBe(false);
  }
}
