// Leaving takes weeks: a deletion played over 45 days with the built program, where each day status, calendar and letter agree.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addDays, type CivilDate } from '../../src/journey/dates';
import { readCalendar } from '../support/calendar-reader';
import { aFolder, plainEnvironment, runProgram } from '../support/tools';

const BEGIN = '2026-11-22' as CivilDate;
const DAYS = 45;
const ANSWERS = [
  '--goal',
  'delete',
  '--plan',
  'plus',
  '--billed-by',
  'apple',
  '--uses',
  'none',
  '--next-billing',
  '2026-12-10',
];
/** What the person says on which day after the first. */
const SAID: Readonly<Record<number, readonly string[]>> = {
  0: [...ANSWERS, '--done', 'export-data'],
  1: ['--done', 'save-memory'],
  3: ['--done', 'cancel-apple'],
  5: ['--done', 'verify-export'],
  6: ['--done', 'delete-account'],
  20: ['--done', 'confirm-cancelled', '--skip', 'ask-refund,remove-apps'],
};

/** The day of SAID on which the plan is cancelled. */
const CANCELLED = 3;

type Day = { readonly id: string; readonly on: string; readonly state: string; readonly late?: string };

it('status, calendar and letter agree on each of 45 days, and nothing is forgotten', { timeout: 300_000 }, async () => {
  const home = aFolder();
  const run = (day: number, args: readonly string[]) =>
    runProgram(args, {
      cwd: home,
      env: plainEnvironment(home, { SOURCE_DATE_EPOCH: String(Date.parse(`${addDays(BEGIN, day)}T12:00:00Z`) / 1000) }),
    });
  const seen = new Map<string, string[]>();
  for (let day = 0; day <= DAYS; day += 1) {
    const today = addDays(BEGIN, day);
    const said = SAID[day];
    if (said !== undefined) expect((await run(day, ['--no-input', '--quiet', ...said])).code, today).toBe(3);
    const [status, calendar, file, letter] = await Promise.all([
      run(day, ['status', '--json']),
      run(day, ['calendar', '--json']),
      run(day, ['calendar', '--out', `day-${day}.ics`]),
      run(day, ['letter', 'charged-after', '--json']),
    ]);
    expect(status.code, today).toBe(3);
    expect([calendar.code, file.code], today).toEqual([0, 0]);
    // The letter says the day of cancelling as the Record has it, and leaves it blank before.
    const { text } = (JSON.parse(letter.stdout) as { result: { text: string } }).result;
    expect(text, today).toContain(
      day < CANCELLED ? 'I cancelled ChatGPT Plus on ____' : 'I cancelled ChatGPT Plus on 25 November 2026',
    );
    const { days } = (JSON.parse(status.stdout) as { result: { days: readonly Day[] } }).result;
    const told = (JSON.parse(calendar.stdout) as { result: { days: readonly Day[]; late: readonly Day[] } }).result;
    const ahead = days.filter(({ state }) => state === 'ahead' || state === 'today');
    expect(
      told.days.map(({ id, on }) => [id, on]),
      today,
    ).toEqual(ahead.map(({ id, on }) => [id, on]));
    for (const { id, on } of told.late) expect(days.find((one) => one.id === id)?.on, today).toBe(on);
    if (ahead.length > 0) {
      const events = readCalendar(readFileSync(join(home, `day-${day}.ics`), 'utf8')).map(({ from }) => from);
      expect(events.toSorted(), today).toEqual(ahead.map(({ on }) => on).toSorted());
    }
    for (const { id, state } of days)
      if (seen.get(id)?.at(-1) !== state) seen.set(id, [...(seen.get(id) ?? []), state]);
  }
  // Each day runs its course: it is ahead, then today or settled, and never ahead again.
  for (const [id, states] of seen)
    expect(states.lastIndexOf('ahead'), `${id}: ${states.join(', ')}`).toBeLessThanOrEqual(0);
  expect(Object.fromEntries(seen)).toMatchObject({
    'cancel-by': ['ahead', 'settled'],
    'export-by': ['ahead', 'settled'],
    statement: ['ahead', 'today', 'over'],
    'deletion-complete': ['ahead', 'today', 'over'],
    'e-mail-free': ['ahead', 'today', 'over'],
  });
});
