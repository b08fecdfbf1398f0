// The calendar that the page writes: every byte as the command's library writes it, and read back by another one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../src/journey/dates';
import { calendarText } from '../../src/page/calendar-text';
import { renderCalendar } from '../../src/render/calendar';
import { aDay } from '../support/builders';
import { readCalendar } from '../support/calendar-reader';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom('a', ' ', ';', ',', '\\', '"', ':', '\n', '\r', 'é', '\u202F', '😀', '’') }),
);
const days = fc.array(
  fc.record({
    uid: fc.stringMatching(/^[a-z-]{1,20}\.\d{4}@quitgpt$/),
    on: fc.integer({ min: 0, max: 4000 }).map((after) => addDays(aDay('2024-01-01'), after)),
    title: words.map((text) => `a${text}`),
    text: words.map((text) => `a${text}`),
  }),
  { maxLength: 4 },
);
const stamps = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((moment) => new Date(moment));

test('is that of the command, whatever is in it', () =>
  fc.assert(
    fc.property(days, stamps, fc.constantFrom('en', 'fr', 'pt-BR'), (list, stamp, lang) => {
      const about = { name: 'Quitter ChatGPT', stamp, lang };
      expect(calendarText(list, about)).toBe(renderCalendar(list, about));
    }),
    { numRuns: 300 },
  ));

test('is read by another library as whole days with an alarm on the morning before', () => {
  const day = { uid: 'a@quitgpt', on: aDay('2026-12-31'), title: 'Résilier ; « d’ici »', text: 'Why.\n\nSo.' };
  const [read] = readCalendar(calendarText([day], { name: 'n', stamp: new Date('2026-11-22T18:30:05Z'), lang: 'fr' }));
  expect(read).toMatchObject({ from: '2026-12-31', to: '2027-01-01', isWholeDay: true, title: day.title });
  expect(read?.alarms).toEqual([-15 * 3600]);
});
