// Windows of odd sizes, a window that changes, and a screen that is drawn anew: the question stays in sight.
import { describe, expect, it } from 'vitest';
import { plusFlags } from '../support/plus-flags';
import { aFolder } from '../support/tools';
import { flat, sitDown, wordsOf, type Person } from './person';

async function atCancelApple(columns: number, rows: number): Promise<Person> {
  const person = await sitDown({
    home: aFolder(),
    columns,
    rows,
    args: [...plusFlags({ billedBy: 'apple' }), '--step', 'cancel-apple', '--no-open'],
  });
  return person;
}
async function leave(person: Person): Promise<void> {
  person.terminal.key('ctrl-c');
  expect((await person.terminal.exit).code).toBe(130);
}

describe.each([
  [20, 10],
  [300, 80],
  [80, 8],
  [40, 12],
])('%i × %i', (columns, rows) => {
  it('shows the first question, and a step with what can be done', async () => {
    const first = await sitDown({ home: aFolder(), columns, rows });
    await first.isAsked(wordsOf(first.translator, 'goal').title);
    await leave(first);
    const person = await atCancelApple(columns, rows);
    await person.seesStep();
    const { say, ui } = person.translator;
    expect(flat(person.terminal.screen())).toContain(`? ${say(ui.step.ask)}`);
    await leave(person);
  });
});

it('a window of one row still shows what is pointed at, and ends well', async () => {
  const person = await sitDown({ home: aFolder(), columns: 80, rows: 1 });
  await person.terminal.waitFor(/\S/);
  await leave(person);
});

it('a step that does not fit is turned page by page with Space, under the same question', async () => {
  const person = await atCancelApple(20, 12);
  await person.seesStep();
  const { say, ui } = person.translator;
  const page = (number: number): RegExp =>
    new RegExp(
      say(ui.prompt.keys_page, { number, total: '\u0001' })
        .replace(/[()]/g, '\\$&')
        .replace('\u0001', '\\d+')
        .replaceAll(' ', '\\s+'),
    );
  await person.terminal.waitFor(page(1));
  const first = person.terminal.screen();
  person.terminal.key('space');
  await person.terminal.waitFor(page(2));
  expect(person.terminal.screen()).not.toBe(first);
  expect(flat(person.terminal.screen())).toContain(`? ${say(ui.step.ask)}`);
  await leave(person);
});

describe('a step', () => {
  it('begins at the top of the window, and what stood there is in the scrollback', async () => {
    const person = await atCancelApple(80, 24);
    await person.seesStep();
    const { say, ui } = person.translator;
    expect(person.terminal.screen().split('\n')[0]).toContain(say(ui.common.step_of, { number: 1, total: '' }).trim());
    expect(flat(person.terminal.scrollback())).toContain(flat(say(ui.preamble.never)));
    await leave(person);
  });

  it('comes back to the same screen from each of its pages, with no row more in the scrollback', async () => {
    const person = await atCancelApple(80, 24);
    await person.seesStep();
    const { say, ui, step } = person.translator;
    const [before, high] = [person.terminal.screen(), person.terminal.scrollback().split('\n').length];
    const pages = [ui.step.look_different, ui.step.stuck, ui.step.more];
    for (const label of pages) {
      await person.pointsAt(say(label));
      person.terminal.key('enter');
      await person.terminal.waitFor(
        (screen) => !screen.includes(`s ${say(ui.step.foot_skip)}`) && screen.includes('❯'),
      );
      expect(person.terminal.screen().split('\n')[0]).toContain(say(step('cancel-apple').title));
      person.terminal.key('esc');
      await person.seesStep();
    }
    person.terminal.type('p');
    await person.terminal.waitFor(/█▀▀▀▀▀█/);
    person.terminal.key('enter');
    await person.seesStep();
    const pointed = (screen: string): string => screen.replaceAll('❯', ' ');
    expect(pointed(person.terminal.screen())).toBe(pointed(before));
    expect(person.terminal.scrollback().split('\n').length).toBe(high);
    await leave(person);
  });

  it('is drawn anew by Ctrl-L, and after a window that became small and large again', async () => {
    const person = await atCancelApple(80, 24);
    await person.seesStep();
    const before = person.terminal.screen();
    const drawn = person.terminal.raw().length;
    person.terminal.key('ctrl-l');
    await person.terminal.waitFor((screen) => person.terminal.raw().length > drawn && screen === before);
    person.terminal.resize(40, 12);
    await person.terminal.waitFor((screen) => screen !== before && screen.includes('❯'));
    person.terminal.resize(80, 24);
    // A window that grows may leave a row free above.
    await person.terminal.waitFor((screen) => screen.trim() === before.trim());
    await leave(person);
  });
});
