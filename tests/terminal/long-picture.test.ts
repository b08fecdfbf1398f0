// A picture as long as seven screens: the person hears how far the reading is, and is not kept waiting when they want to leave.
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plusFlags } from '../support/plus-flags';
import { aFolder } from '../support/tools';
import { sitDown, type Person } from './person';

const CANCEL_APPLE = plusFlags({ billedBy: 'apple' });

/** Ten pages of the corpus, one under the other. */
function aLongPicture(folder: string): string {
  const page = readdirSync('tests/corpus').find((name) => /^web-ended-.*-light-.*-1x/.test(name)) ?? '';
  const file = join(folder, 'long.png');
  execFileSync('convert', [...Array.from({ length: 10 }, () => join('tests/corpus', page)), '-append', file]);
  return file;
}

async function givesIt(args: readonly string[] = []): Promise<Person> {
  const home = aFolder();
  const picture = aLongPicture(aFolder());
  const person = await sitDown({ home, args: [...CANCEL_APPLE, ...args] });
  const { say, ui } = person.translator;
  await person.chooses(say(ui.review.ask), say(ui.review.start, { number: 1 }));
  await person.atStep(1, 'done');
  await person.isAsked(say(ui.proof.ask));
  person.terminal.type(picture);
  person.terminal.key('enter');
  await person.sees(say(ui.reading.working));
  return person;
}

it('Ctrl-C while it is read ends at once, and what was said is kept', async () => {
  const person = await givesIt();
  const { say, ui } = person.translator;
  await person.sees(say(ui.reading.part, { done: 1, total: '' }).slice(0, 7));
  person.terminal.key('ctrl-c');
  expect((await person.terminal.exit).code).toBe(130);
  expect(person.story()).not.toContain(say(ui.reading.part, { done: 3, total: '' }).slice(0, 6));
  expect(person.story()).not.toContain(say(ui.reading.unread));
  expect(person.story()).toContain('record.json');
});
