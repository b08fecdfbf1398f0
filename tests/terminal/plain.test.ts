// Plain mode in a real terminal: for screen readers and dumb terminals. Only ever adds lines, never an escape sequence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { journeyFor, type JourneyStep } from '../../src/journey/journey';
import { surePage, wayTitle } from '../../src/view/step-screen';
import { TODAY } from '../support/builders';
import { aFolder, filesIn } from '../support/tools';
import { sitDownPlainly, type PlainPerson } from './plain-person';

const KINDS: readonly (readonly [name: string, args: readonly string[], env: Readonly<Record<string, string>>])[] = [
  ['--plain', ['--plain'], {}],
  ['ACCESSIBLE=1', [], { ACCESSIBLE: '1' }],
  ['TERM=dumb', [], { TERM: 'dumb' }],
];

describe.each(KINDS)('%s', (_name, args, env) => {
  it('walks the whole way of cancelling and writes only lines', async () => {
    const home = aFolder();
    const person = await sitDownPlainly({ home, args, env });
    await cancelWithApple(person);
    expect((await person.terminal.exit).code, person.terminal.raw().slice(-800)).toBe(0);
    expectOnlyLines(person.terminal.raw());
    expect(filesIn(home).filter((file) => !file.startsWith('.'))).toHaveLength(1);
  });
});

it('plain mode speaks French and takes French answers', async () => {
  const home = aFolder();
  const person = await sitDownPlainly({ home, args: ['--plain', '--lang', 'fr'], lang: 'fr' });
  await cancelWithApple(person);
  expect((await person.terminal.exit).code).toBe(0);
  expectOnlyLines(person.terminal.raw());
});

it('plain mode goes back by the word and by its letter', async () => {
  const person = await sitDownPlainly({ home: aFolder() });
  const { say, ui } = person.translator;
  const back = say(ui.common.back);
  await person.answersQuestion('goal', 'cancel');
  await person.answersQuestion('plan', 'plus');
  await person.answers(say(person.translator.catalogue.words.questions['billed-by']?.title ?? ''), 'b', back);
  await person.answers(say(person.translator.catalogue.words.questions['plan']?.title ?? ''), back);
  await person.reads(say(person.translator.catalogue.words.questions['goal']?.title ?? ''));
  person.terminal.key('ctrl-c');
  expect((await person.terminal.exit).code).toBe(130);
});

it.each([
  ['Ctrl-C', 'ctrl-c', 130],
  ['Ctrl-D', 'ctrl-d', 3],
] as const)('plain mode: %s saves, says how to carry on, and carrying on works', async (_name, key, code) => {
  const home = aFolder();
  const person = await sitDownPlainly({ home });
  await person.answersQuestion('goal', 'cancel');
  await person.reads(person.translator.say(person.translator.catalogue.words.questions['plan']?.title ?? ''));
  await person.terminal.waitFor(/: ?$/);
  person.terminal.key(key);
  expect((await person.terminal.exit).code).toBe(code);
  expect(person.terminal.raw()).toMatch(/~\/\.local\/state\/quitgpt\/record\.json[^]*quitgpt/);
  expectOnlyLines(person.terminal.raw());
  expect(JSON.parse(readFileSync(join(home, '.local/state/quitgpt/record.json'), 'utf8'))).toMatchObject({
    profile: { goal: 'cancel' },
  });

  const again = await sitDownPlainly({ home });
  await again.reads('1. ');
  again.terminal.key('enter');
  await again.reads(again.translator.say(again.translator.catalogue.words.questions['plan']?.title ?? ''));
  again.terminal.key('ctrl-d');
  expect((await again.terminal.exit).code).toBe(3);
});

/** From the first question to the summary: every step done, without receipts. */
async function cancelWithApple(person: PlainPerson): Promise<void> {
  const { say, ui, catalogue } = person.translator;
  await person.answersQuestion('goal', 'cancel');
  await person.answersQuestion('plan', 'plus');
  await person.answersQuestion('billed-by', 'apple');
  await person.answersQuestion('uses', 'none');
  await person.answersQuestion('next-billing', '2026-12-24');
  await person.answers(say(ui.review.ask), say(ui.review.start, { number: 1 }));
  const { steps } = journeyFor({ goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [] }, catalogue.guide, TODAY);
  const isAskedWhetherSure = (entry: JourneyStep): boolean => surePage(person.translator, entry) !== undefined;
  for (const entry of steps) {
    const { step, number, ways } = entry;
    if (step.asksWay === true && ways.length > 1)
      await person.answers(say(ui.step.way_ask), '1', wayTitle(person.translator, entry, ways[0]?.id ?? ''));
    await person.reads(say(ui.common.step_of, { number, total: steps.length }));
    await person.answers(say(ui.step.ask), say(ui.step.done));
    for (let part = 1; step.everyWay === true && part < ways.length; part += 1)
      await person.answers(say(ui.step.ask), say(ui.step.done));
    if (isAskedWhetherSure(entry)) await person.answers(say(ui.step.sure_ask), say(ui.step.sure_yes));
    if (step.asksCharge === true) await person.answers(say(ui.charge.ask), say(ui.charge.none));
    if (step.proof === true) await person.answers(say(ui.proof.ask), '');
  }
  await person.answers(say(ui.ending.more), say(ui.ending.more_nothing));
  await person.answers(
    say(ui.ending.summary_ask),
    '1',
    say(ui.ending.summary_yes, { file: 'quitgpt-summary-2026-11-22.md' }),
  );
}

function expectOnlyLines(raw: string): void {
  expect(raw).not.toContain('\u001b');
  // A terminal ends lines with CR LF and shows Ctrl-C and Ctrl-D itself; a CR or a backspace of ours would write over what was read.
  // eslint-disable-next-line no-control-regex
  expect(raw.replaceAll('\r\n', '\n').replaceAll('^D\b\b', '')).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/);
}
