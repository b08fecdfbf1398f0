// How far it is from the start to the first page that a person needs: keys pressed, for the eight usual journeys.
import { afterAll, expect, it } from 'vitest';
import { aFolder } from '../support/tools';
import { sitDown, wordsOf, type Person } from './person';

/** What each person answers where they are asked; `day` is typed. The most keys it may take, arrows and letters counted. */
const JOURNEYS: Readonly<Record<string, readonly [most: number, answers: Readonly<Record<string, string>>]>> = {
  'cancel, OpenAI': [30, { goal: 'cancel', plan: 'plus', 'billed-by': 'openai', region: 'unsure' }],
  'cancel, Apple': [22, { goal: 'cancel', plan: 'plus', 'billed-by': 'apple' }],
  'cancel, Google': [23, { goal: 'cancel', plan: 'plus', 'billed-by': 'google' }],
  'cancel, owner of Business': [
    26,
    { goal: 'cancel', plan: 'business', role: 'owner', 'billed-by-organization': 'none' },
  ],
  'cancel, member of Business': [
    26,
    { goal: 'cancel', plan: 'business', role: 'member', 'billed-by-organization': 'none' },
  ],
  'delete, Plus': [30, { goal: 'delete', plan: 'plus', 'billed-by': 'openai', region: 'unsure' }],
  'delete, free': [12, { goal: 'delete', plan: 'free' }],
  'locked out, OpenAI': [45, { goal: 'cancel', plan: 'plus', 'billed-by': 'openai', region: 'unsure' }],
};

const table: string[] = [];
afterAll(() => {
  if (process.env['SHOW_KEYS'] !== undefined) console.log(['journey | keys | seconds', ...table].join('\n'));
});

it.for(Object.entries(JOURNEYS))('%s', async ([name, [most, answers]]) => {
  const person = await sitDown({ home: aFolder(), rows: 24, args: ['--no-open'] });
  const keys = counted(person);
  const started = performance.now();
  await answerAll(person, answers);
  const { say, ui } = person.translator;
  if (name.startsWith('locked out')) await cannotSignIn(person);
  // A member of a workspace has no page to open: somebody else cancels.
  if (name.startsWith('cancel, member')) await person.seesStep();
  else {
    await goOnUntilThereIsAPage(person);
    await person.pointsAt(say(ui.step.open));
    person.terminal.key('enter');
    await person.sees(say(ui.step.open_failed));
  }
  table.push(`${name} | ${keys()} | ${((performance.now() - started) / 1000).toFixed(1)}`);
  expect(keys(), person.terminal.screen()).toBeLessThanOrEqual(most);
  person.terminal.key('ctrl-c');
  await person.terminal.exit;
});

/** Counts what is pressed from now on. */
function counted({ terminal }: Person): () => number {
  const { key, type } = terminal;
  let pressed = 0;
  Object.assign(terminal, {
    key: (...args: Parameters<typeof key>) => {
      pressed += 1;
      key(...args);
    },
    type: (text: string) => {
      pressed += text.length;
      type(text);
    },
  });
  return () => pressed;
}

/** Answers what is asked until the answers are shown, then starts. */
async function answerAll(person: Person, answers: Readonly<Record<string, string>>): Promise<void> {
  const { translator, terminal } = person;
  const { say, ui, catalogue } = translator;
  const asked = (): string | undefined =>
    Object.keys(catalogue.words.questions).find((id) =>
      terminal
        .screen()
        .replace(/\s+/g, ' ')
        .includes(`? ${wordsOf(translator, id).title}`),
    );
  const answered = new Set<string>();
  for (;;) {
    const next = (): string | undefined => {
      const id = asked();
      return id === undefined || answered.has(id) ? undefined : id;
    };
    const atReview = (): boolean => terminal.screen().includes(say(ui.review.start, { number: 1 }));
    await terminal.waitFor(() => next() !== undefined || atReview());
    const id = next();
    if (id === undefined) break;
    answered.add(id);
    const value = answers[id] ?? 'none';
    if (id === 'next-billing') await terminal.waitFor(/^› *$/m);
    if (id === 'next-billing') terminal.type('24/12/2026\r');
    else if (value === 'none') {
      await terminal.waitFor(new RegExp(`n ${say(catalogue.words.questions[id]?.choices['none']?.label ?? '')}`));
      terminal.type('n');
    } else {
      await person.pointsAt(wordsOf(translator, id, [value]).labels[0] ?? '');
      terminal.key('enter');
    }
  }
  await person.pointsAt(say(ui.review.start, { number: 1 }));
  terminal.key('enter');
}

async function cannotSignIn(person: Person): Promise<void> {
  const { say, ui, step } = person.translator;
  await person.seesStep();
  await person.pointsAt(say(ui.step.stuck));
  person.terminal.key('enter');
  await person.isAsked(say(ui.step.stuck_title));
  await person.pointsAt(say(step('cancel-web').stuck['no-sign-in']?.problem ?? ''));
  person.terminal.key('enter');
  await person.pointsAt(say(ui.step.go_on));
  person.terminal.key('enter');
}

/** Skips steps that open nothing. */
async function goOnUntilThereIsAPage(person: Person): Promise<void> {
  const { say, ui } = person.translator;
  for (;;) {
    await person.seesStep();
    const before = person.terminal.screen();
    if (before.includes(say(ui.step.open))) return;
    person.terminal.type('s');
    await person.terminal.waitFor((screen) => screen !== before && /Step \d/.test(screen));
  }
}
