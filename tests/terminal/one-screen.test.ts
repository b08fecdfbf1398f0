// Each step in a real terminal, in each language: its title, its last click and the whole question stand on the screen together.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/content/compiled/about';
import { guide } from '../../src/content/compiled/guide';
import { journeyFor } from '../../src/journey/journey';
import { UNSURE, USES, type Profile } from '../../src/journey/profile';
import { everyProfile } from '../journeys/profiles';
import { TODAY } from '../support/builders';
import { shareOf } from '../support/languages';
import { aFolder } from '../support/tools';
import { sitDown, type Person } from './person';

const WIDTHS = [80, 60, 40, 30] as const;
const ROWS = 24;
const MOST_ROWS = 22;

/** A person who meets the step, for each step there is. */
const meets = new Map<string, Profile>();
for (const profile of everyProfile([[], UNSURE, USES], '2026-12-24' as Profile['nextBilling'])) {
  if (meets.size === guide.steps.length) break;
  for (const more of [{}, { sharedComputer: true, cleanUp: true, share: true }, { region: 'india' as const }])
    for (const { step } of journeyFor({ ...profile, ...more }, guide, TODAY).steps)
      if (!meets.has(step.id)) meets.set(step.id, { ...profile, ...more, goal: profile.goal ?? UNSURE });
}

const used = new Map<string, number[]>();
afterAll(() => {
  if (process.env['SHOW_ROWS'] === undefined) return;
  console.log(['step', ...WIDTHS.map((columns) => `${columns} × ${ROWS}`)].join(' | '));
  for (const [name, rows] of used) console.log([name, ...rows].join(' | '));
});

it('every step is met by somebody', () =>
  expect([...meets.keys()].toSorted()).toEqual(guide.steps.map(({ id }) => id).toSorted()));

const solid = (text: string): string => text.replace(/\s+/g, '');

// In memory every language is measured on every step (journeys/one-screen); in a terminal English is, and the others share the steps.
const STEPS = guide.steps.map(({ id }) => id);
const stepsIn = (lang: string): readonly string[] =>
  lang === 'fr' && process.env['EVERY_LOOK'] === undefined
    ? STEPS.filter((_, index) => index % 2 === 0)
    : shareOf(lang, STEPS);
it.for(LANGUAGES.flatMap((lang) => stepsIn(lang).map((id) => [lang, id] as const)))('%s: %s', async ([lang, id]) => {
  const home = aFolder();
  writeFileSync(join(home, 'answers.json'), JSON.stringify({ region: UNSURE, chargedOn: UNSURE, ...meets.get(id) }));
  const person = await sitDown({
    home,
    rows: ROWS,
    lang,
    args: ['--answers', 'answers.json', '--step', id, '--lang', lang, '--no-open', '--no-record'],
  });
  await passGate(person, id);
  await person.seesStep();
  const { say, ui, step } = person.translator;
  const title = solid(say(step(id).title));
  const parts = [title, solid(`? ${say(ui.step.ask)}`), solid(`s ${say(ui.step.foot_skip)}`)];
  const clicks = Object.values(step(id).ways).map((way) => way.do.length);
  const rows: number[] = [];
  for (const columns of WIDTHS) {
    if (columns !== 80) person.terminal.resize(columns, ROWS);
    const seen = (): readonly string[] => person.terminal.screen().split('\n');
    /** The number of the last click on the screen; one click alone has none. */
    const lastClick = (): number => Math.max(1, ...seen().map((line) => Number(/^\s*(\d)\. \S/.exec(line)?.[1] ?? 0)));
    const rowsUsed = (): number => seen().findLastIndex((line) => line.trim() !== '') + 1;
    await person.terminal.waitFor(
      () =>
        parts.every((part) => solid(person.terminal.screen()).includes(part)) &&
        clicks.includes(lastClick()) &&
        seen().every((line) => line.length <= columns) &&
        rowsUsed() < ROWS,
    );
    rows.push(rowsUsed());
  }
  used.set(`${lang} ${id}`, rows);
  expect(rows[0], person.terminal.screen()).toBeLessThanOrEqual(MOST_ROWS);
  person.terminal.key('ctrl-c');
  await person.terminal.exit;
});

/** Types the word of a step that cannot be undone, without a copy of the chats. */
async function passGate(person: Person, id: string): Promise<void> {
  const { say, ui } = person.translator;
  const step = guide.steps.find((one) => one.id === id);
  if (step?.irreversible !== true) return;
  const { gate } = ui;
  if (step.deletesAccount === true || step.emptiesAccount === true)
    await person.chooses(say(gate.copy_ask), say(gate.copy_none));
  const word = say(
    step.deletesAccount === true ? gate.word : step.emptiesAccount === true ? gate.word_empty : gate.word_leave,
  );
  await person.types(say(gate.ask, { word }), word);
}
