// Names of saved files against every title: what systems forbid, what they mix up, how long they may be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, endingFor, fileNames, linkTo, timeOf } from '../../../src/archive/save/names';
import { nodeBytes } from '../../../src/host/node-bytes';

const { fileName, markOf } = fileNames(nodeBytes);

const MAY = Date.UTC(2024, 4, 12, 10, 11, 12) / 1000;
const name = (title: string, id = 'a', created: number | undefined = MAY): string =>
  fileName({ id, title, created, ending: '.md' });
/** Titles as people write them, as systems hate them, and of any units at all. */
const titles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(
      fc.constantFrom(
        '.',
        ' ',
        '/',
        '\\',
        ':',
        '..',
        'CON',
        'nul',
        'COM1',
        '\u202E',
        '\u0000',
        '\uD800',
        '\u0301',
        'é',
        '日',
        '👩‍👩‍👧',
        'a',
        '~',
        '\n',
        '\u2028',
        '\u0378',
        '\uFDD0',
      ),
      { maxLength: 200 },
    )
    .map((parts) => parts.join('')),
);

describe('a name', () => {
  it('starts with the day and ends with a mark of the id', () =>
    expect(name('Pasta for two')).toMatch(/^2024-05-12 Pasta for two - [0-9b-z]{6}\.md$/));
  it('of a chat without a date starts with its title', () =>
    expect(fileName({ id: 'a', title: '.hidden', ending: '.md' })).toMatch(/^hidden - /));
  it('of a chat without a title is its day and mark', () => expect(name('')).toMatch(/^2024-05-12 - \w{6}\.md$/));
  it('is taken by Windows, macOS and Linux, whatever the title', () => {
    fc.assert(
      fc.property(titles, fc.option(fc.double({ noNaN: true }), { nil: undefined }), (title, created) => {
        const found = fileName({ id: 'x', title, created, ending: '.md' });
        expect(found).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/u);
        expect(found).not.toMatch(/^[. ~-]|[. ]$/);
        expect(found).not.toMatch(/^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\s*\.|$)/i);
        expect(found.normalize('NFC')).toBe(found);
        expect(Buffer.byteLength(found)).toBeLessThanOrEqual(120);
      }),
      { numRuns: 2000 },
    );
  });
  it('differs from another id’s in more than capitals', () => {
    fc.assert(
      fc.property(
        titles,
        fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 20 }),
        (title, ids) => void expect(new Set(ids.map((id) => name(title, id).toLowerCase())).size).toBe(ids.length),
      ),
      { numRuns: 200 },
    );
  });
  it('is the same every time', () => expect(name('Ünïcode', 'b')).toBe(name('Ünïcode', 'b')));
  it('of a title written decomposed is the same as of the composed one', () =>
    expect(name('cafe\u0301')).toBe(name('café')));
  it('does not depend on which of 20,000 ids has it', () =>
    expect(new Set(Array.from({ length: 20_000 }, (_, index) => markOf(`chat-${index}`))).size).toBeGreaterThan(
      19_990,
    ));
  it('cuts a long title between characters as people see them', () => {
    const found = name('👩‍👩‍👧'.repeat(50));
    expect(found).toContain('… - ');
    expect(name('e\u0301'.repeat(300))).toMatch(/ é+… - /);
  });
  it('of a title of 16 MB is made at once', () => expect(name('x'.repeat(16_000_000))).toHaveLength(118));
  it.each([-1e300, 1e300, -1, 0, 4e12])('has a day even for the time %d', (seconds) =>
    expect(dayOf(seconds)).toMatch(/^\d{4}-\d\d-\d\d$/),
  );
});

it('times are written to the second', () => expect(timeOf(MAY)).toBe('2024-05-12T10:11:12Z'));
it('a link leads to the name it was made of, and to nothing else', () => {
  fc.assert(
    fc.property(titles, (title) => {
      const link = linkTo(`files/${name(title)}`);
      expect(link).toMatch(/^files\/[\w.~%-]+$/);
      expect(decodeURIComponent(link)).toBe(`files/${name(title)}`);
    }),
  );
});
it.each([
  ['png', 'photo.jpg', '.png'],
  [undefined, 'notes.CSV', '.csv'],
  [undefined, 'setup.exe', '.exe.txt'],
  [undefined, 'page.html', '.html.txt'],
  [undefined, 'script.js', '.js.txt'],
  [undefined, 'file-abc.dat', '.bin'],
  [undefined, 'no ending', '.bin'],
])('bytes of type %s named %s end with %s', (type, own, ending) => expect(endingFor(type, own)).toBe(ending));
