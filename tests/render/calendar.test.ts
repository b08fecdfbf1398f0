// A calendar file, read back by another library: whole days, alarms before them, lines as the standard wants them.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '../../src/journey/dates';
import { renderCalendar } from '../../src/render/calendar';
import type { CalendarDay } from '../../src/view/document';
import { aDay } from '../support/builders';
import { readCalendar } from '../support/calendar-reader';

const day = (changes: Partial<CalendarDay> = {}): CalendarDay => ({
  uid: 'a.2026-11-20@quitgpt',
  on: '2026-12-01',
  title: 'A day',
  text: 'Why.',
  ...changes,
});
const options = { name: 'Leaving', stamp: new Date('2026-11-22T18:30:05.123Z'), lang: 'en' };
const written = (...days: readonly CalendarDay[]): string => renderCalendar(days, options);
const { TZ } = process.env;

afterEach(() => {
  process.env['TZ'] = TZ;
});

test('one day is one whole day, with one alarm on the morning before it, and takes no time of the day', () => {
  expect(readCalendar(written(day()))).toEqual([
    {
      uid: 'a.2026-11-20@quitgpt',
      from: '2026-12-01',
      to: '2026-12-02',
      isWholeDay: true,
      title: 'A day',
      text: 'Why.',
      alarms: [-15 * 3600],
      related: [undefined],
      stamp: '2026-11-22T18:30:05Z',
      properties: expect.objectContaining({ transp: 'TRANSPARENT', class: 'PRIVATE' }),
    },
  ]);
  expect(written(day())).toContain('\r\nTRIGGER:-PT15H\r\n');
});

test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris'])(
  'in %s every day from 2024 to 2030 is itself, and ends where the next one begins',
  (zone) => {
    process.env['TZ'] = zone;
    const first = aDay('2024-01-01');
    const all = Array.from({ length: daysBetween(first, aDay('2031-01-01')) }, (_, index) => addDays(first, index));
    const text = written(...all.map((on) => day({ uid: on, on })));
    const read = readCalendar(text);
    expect(read.map(({ from }) => from)).toEqual(all);
    expect(read.map(({ to }) => to)).toEqual(all.map((on) => addDays(on, 1)));
    expect(read.every(({ isWholeDay, uid, from }) => isWholeDay && uid === from)).toBe(true);
    expect(text).not.toMatch(/TZID|VTIMEZONE|DTSTART:|DTEND:/);
  },
);

describe('the text', () => {
  test('is that of the calendar, in lines of 75 bytes at most that end with CRLF, whatever is said', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replaceAll(/[\u0000-\u001F\u007F]/g, ' ')),
        fc.boolean(),
        (said, inLines) => {
          const words = inLines ? `${said}\n\n${said}` : said;
          const text = written(day({ title: said, text: words }));
          for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          const [read] = readCalendar(text);
          expect(read?.title ?? '').toBe(said);
          expect(read?.text ?? '').toBe(words);
        },
      ),
    ));

  test('keeps the spaces of French, commas, semicolons and backslashes', () => {
    const said = 'Résilier\u202F; « d’ici »\u00A0: 1,5 \\n\\, fin';
    expect(readCalendar(written(day({ title: said })))[0]?.title).toBe(said);
  });
});

test('a calendar of no days is a calendar all the same', () => expect(readCalendar(written())).toEqual([]));
