// Leaving in every way at every kind of prompt: nothing is lost, the terminal is as it was, and carrying on works.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/content/outside-schema';
import { plusFlags } from '../support/plus-flags';
import { aFolder, filesIn, textWhenWritten } from '../support/tools';
import { sitDown, type Person } from './person';

const RECORD = '.local/state/quitgpt/record.json';
const CANCEL_APPLE = plusFlags({ billedBy: 'apple' });

/** Runs the program in a shell that notes the terminal's settings before and after, the process id, and the exit code. */
const SHELL = [
  'sh',
  '-c',
  `trap : INT HUP TERM; cd "$NOTES"; stty -a > before; cd "$HOME"; sh -c 'echo $$ > "$NOTES/pid"; exec "$@"' sh "$@"; code=$?; cd "$NOTES"; stty -a > after 2> /dev/null; echo $code > code; exit $code`,
  'sh',
  process.execPath,
] as const;

type Place = {
  readonly args: readonly string[];
  reach(person: Person): Promise<void>;
  readonly holds: object | undefined;
  readonly carriesOn: (person: Person) => Promise<void>;
};
const takesUp = async (person: Person): Promise<void> => {
  await person.sees('❯', person.translator.say(person.translator.ui.carry_on.fresh));
  person.terminal.key('enter');
};
const atReview = (person: Person): Promise<void> =>
  person.isAsked(person.translator.say(person.translator.ui.review.ask));
const atFirstStep = async (person: Person): Promise<void> => {
  const { say, ui } = person.translator;
  await person.chooses(say(ui.review.ask), say(ui.review.start, { number: 1 }));
  await person.seesStep();
};

/** Where a person may be, what has to be kept there, and where the next start takes them. */
const PLACES: Readonly<Record<string, Place>> = {
  'the first question': {
    args: [],
    reach: ({ isAsked, translator }) =>
      isAsked(translator.say(translator.catalogue.words.questions['goal']?.title ?? '')),
    holds: undefined,
    carriesOn: ({ isAsked, translator }) =>
      isAsked(translator.say(translator.catalogue.words.questions['goal']?.title ?? '')),
  },
  'the middle of the questions': {
    args: [],
    async reach(person) {
      await person.answers('goal', 'cancel');
      await person.answers('plan', 'plus');
      await person.isAsked(
        person.translator.say(person.translator.catalogue.words.questions['billed-by']?.title ?? ''),
      );
    },
    holds: { profile: { goal: 'cancel', plan: 'plus' } },
    async carriesOn(person) {
      await takesUp(person);
      await person.isAsked(
        person.translator.say(person.translator.catalogue.words.questions['billed-by']?.title ?? ''),
      );
    },
  },
  'the text prompt of a question': {
    args: [],
    async reach(person) {
      await person.answers('goal', 'cancel');
      await person.answers('plan', 'plus');
      await person.answers('billed-by', 'apple');
      await person.answers('uses', 'none');
      await person.isAsked(
        person.translator.say(person.translator.catalogue.words.questions['next-billing']?.title ?? ''),
      );
    },
    holds: { profile: { goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [] } },
    async carriesOn(person) {
      await takesUp(person);
      await person.isAsked(
        person.translator.say(person.translator.catalogue.words.questions['next-billing']?.title ?? ''),
      );
    },
  },
  'the review': {
    args: CANCEL_APPLE,
    reach: atReview,
    holds: {
      profile: { goal: 'cancel', plan: 'plus', billedBy: ['apple'], uses: [], nextBilling: 'unsure' },
      steps: {},
    },
    async carriesOn(person) {
      await takesUp(person);
      await atReview(person);
    },
  },
  'a step': {
    args: CANCEL_APPLE,
    async reach(person) {
      await atFirstStep(person);
      await person.atStep(1, 'skip');
      await person.seesStep();
      await person.sees(person.translator.say(person.translator.ui.common.step_of, { number: 2, total: '' }).trim());
    },
    holds: { steps: { 'cancel-apple': { state: 'skipped' } } },
    async carriesOn(person) {
      await takesUp(person);
      await person.chooses(
        person.translator.say(person.translator.ui.review.ask),
        person.translator.say(person.translator.ui.review.start, { number: 2 }),
      );
      await person.atStep(2, 'skip');
    },
  },
  'the proof prompt': {
    args: CANCEL_APPLE,
    async reach(person) {
      await atFirstStep(person);
      await person.atStep(1, 'done');
      await person.isAsked(person.translator.say(person.translator.ui.proof.ask));
    },
    holds: { steps: { 'cancel-apple': { state: 'done' } } },
    async carriesOn(person) {
      await takesUp(person);
      await person.chooses(
        person.translator.say(person.translator.ui.review.ask),
        person.translator.say(person.translator.ui.review.start, { number: 2 }),
      );
    },
  },
};

/** How a person may leave, and the exit code that says so. */
const WAYS = [
  ['Ctrl-C', 130, (person: Person) => person.terminal.key('ctrl-c')],
  ['Ctrl-D', 3, (person: Person) => person.terminal.key('ctrl-d')],
  ['SIGTERM', 143, (_: Person, pid: number) => process.kill(pid, 'SIGTERM')],
  ['SIGHUP', 129, (_: Person, pid: number) => process.kill(pid, 'SIGHUP')],
] as const;

describe.each(Object.entries(PLACES))('at %s', (_where, place) => {
  it.each(WAYS)(
    '%s ends with %i, keeps what was said, gives the terminal back and says how to carry on',
    async (_how, code, leave) => {
      const home = aFolder();
      const notes = aFolder();
      const person = await sitDown({ home, args: place.args, starter: [...SHELL], env: { NOTES: notes } });
      await place.reach(person);
      leave(person, Number(readFileSync(join(notes, 'pid'), 'utf8')));
      expect(await person.terminal.exit, person.story().slice(-600)).toEqual({ code, signal: undefined });
      expect(readFileSync(join(notes, 'after'), 'utf8')).toBe(readFileSync(join(notes, 'before'), 'utf8'));
      expect(person.terminal.cursorHidden()).toBe(false);
      expectKept(home, place.holds);
      expectWayOn(person, place.holds);
      expect(person.terminal.raw().endsWith('\n'), 'the shell gets a line of its own').toBe(true);

      const again = await sitDown({ home });
      await place.carriesOn(again);
      again.terminal.key('ctrl-c');
      expect((await again.terminal.exit).code).toBe(130);
    },
  );

  it('a terminal that is gone ends the program without a crash and loses nothing', async () => {
    const home = aFolder();
    const notes = aFolder();
    const person = await sitDown({ home, args: place.args, starter: [...SHELL], env: { NOTES: notes } });
    await place.reach(person);
    person.terminal.hangUp();
    expect(await textWhenWritten(notes, 'code')).toBe('129\n');
    expectKept(home, place.holds);
  });
});

/** The Record on the disk can be read again and holds what was said; none was written where nothing was. */
function expectKept(home: string, holds: object | undefined): void {
  expect(filesIn(home)).toEqual(holds === undefined ? [] : [RECORD]);
  if (holds === undefined) return;
  const read = readRecord(JSON.parse(readFileSync(join(home, RECORD), 'utf8')));
  expect(read.ok).toBe(true);
  expect(read.ok ? read.value : undefined).toMatchObject(holds);
}

/** The last words name the file and the command that carries on; or say that there is nothing to carry on with. */
function expectWayOn({ story, translator }: Person, holds: object | undefined): void {
  const told = story();
  if (holds === undefined) return expect(told.endsWith(translator.say(translator.ui.ending.stopped_early))).toBe(true);
  expect(told.slice(told.lastIndexOf('~/.local/state'))).toMatch(/^~\/\.local\/state\/quitgpt\/record\.json.*quitgpt/);
}
