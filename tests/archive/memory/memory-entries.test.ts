// What is remembered as entries: which group, which version, which day, each text once.
import { describe, expect, test } from 'vitest';
import type { RememberedThen } from '../../../src/archive/conversation/remembered';
import { memoryEntries } from '../../../src/archive/memory/memory-entries';
import { droppedTexts } from '../../../src/view/memory-view';
import { personalNotes } from '../../../src/archive/save/personal-notes';

const DAY = 86_400;
/** Day 0 is 15 November 2023. */
const at = (day: number): number => 1_700_006_400 + day * DAY;
type Held = readonly [kind: RememberedThen['kind'], text: string, profile?: string];
function of(chats: readonly (readonly [day: number | undefined, ...held: readonly Held[]])[], most?: number) {
  const notes = personalNotes(most);
  chats.forEach(([day, ...held], index) =>
    notes.look({
      id: `c${index}`,
      created: day === undefined ? undefined : at(day),
      updated: undefined,
      remembered: held.map(([kind, text, profile]) => ({ kind, text, profile, created: undefined })),
    }),
  );
  return notes;
}
const told = (notes: ReturnType<typeof of>, all = false): readonly string[] =>
  memoryEntries(notes, { all }).entries.map(({ group, text }) => `${group}: ${text}`);

test('groups, newest first; of one day in the order of the groups', () =>
  expect(
    told(
      of([
        [0, ['note', 'Tea.']],
        [2, ['note', 'Milk.'], ['instructions', 'Be brief.', 'Ana.']],
        [1, ['memory', '1. [2023-11-14]. Old.\n2. [2023-11-17]. New.']],
      ]),
    ),
  ).toEqual(['instructions: Be brief.', 'profile: Ana.', 'note: Milk.', 'memory: New.', 'note: Tea.', 'memory: Old.']));

test('a text stands once, in the first group that has it, with all its times', () => {
  const { entries } = memoryEntries(
    of([
      [0, ['note', ' Tea. ']],
      [1, ['note', 'Tea.']],
      [5, ['memory', '1. Tea.\n2. Dog.']],
      [6, ['memory', '1. Tea.\n2. Dog.\n3. Cat.']],
    ]),
  );
  expect(entries.map(({ group, text }) => `${group}: ${text}`)).toEqual(['memory: Dog.', 'memory: Cat.', 'note: Tea.']);
  expect(entries.find(({ text }) => text === 'Tea.')).toEqual({
    group: 'note',
    text: 'Tea.',
    noted: '2023-11-16',
    first: at(0),
    last: at(6),
    chats: 4,
  });
});

test('near-duplicates stay', () =>
  expect(told(of([[0, ['note', 'Tea.'], ['note', 'tea.'], ['note', 'Tea']]]))).toHaveLength(3));

describe('versions', () => {
  const notes = of([
    [0, ['instructions', 'Be very brief.', 'Ana.']],
    [3, ['instructions', 'Be brief.', 'Ana.']],
    [1, ['instructions', 'Rhyme.', 'Anna.']],
  ]);
  test('of instructions are left out but for the last, and counted', () => {
    expect(told(notes)).toEqual(['instructions: Be brief.', 'profile: Ana.']);
    expect(memoryEntries(notes).earlier).toBe(3);
  });
  test('are there with `all`, marked', () => {
    expect(told(notes, true)).toEqual([
      'instructions: Be brief.',
      'profile: Ana.',
      'instructions-before: Rhyme.',
      'profile-before: Anna.',
      'instructions-before: Be very brief.',
    ]);
    expect(memoryEntries(notes, { all: true }).earlier).toBe(0);
  });
  test('of memory: what the last list lacks is there, and said to be of an earlier one', () =>
    expect(
      told(
        of([
          [0, ['memory', '1. Tea.\n2. Rome in July.']],
          [9, ['memory', '1. Tea.\n2. Dog.']],
        ]),
      ),
    ).toEqual(['memory: Tea.', 'memory: Dog.', 'memory-before: Rome in July.']));
  test('without any time nobody can tell, and all are current', () =>
    expect(
      told(
        of([
          [undefined, ['instructions', 'A.'], ['memory', '1. Tea.']],
          [undefined, ['instructions', 'B.'], ['memory', '1. Milk.']],
        ]),
      ),
    ).toEqual(['instructions: A.', 'instructions: B.', 'memory: Tea.', 'memory: Milk.']));
  test('what is undated comes last', () =>
    expect(
      told(
        of([
          [undefined, ['note', 'Tea.']],
          [-9999, ['note', 'Milk.']],
        ]),
      ),
    ).toEqual(['note: Milk.', 'note: Tea.']));
});

test('a conversation that comes again is not counted again', () => {
  const notes = personalNotes();
  const one = (id: string | undefined, ...texts: readonly string[]): void =>
    notes.look({
      id,
      created: at(0),
      updated: undefined,
      remembered: texts.map((text) => ({ kind: 'note', text, profile: undefined, created: undefined })),
    });
  one('a', 'Tea.', 'Tea.');
  one('b', 'Tea.');
  one('a', 'Tea.', 'Milk.');
  one(undefined, 'Tea.');
  one(undefined, 'Tea.');
  expect(memoryEntries(notes).entries.map(({ text, chats }) => [text, chats])).toEqual([
    ['Tea.', 4],
    ['Milk.', 1],
  ]);
});

test('100,000 notes and as many lists stay within what is kept, the newest of them', () => {
  const notes = personalNotes(100_000);
  for (let day = 0; day < 100_000; day += 1)
    notes.look({
      id: `c${day}`,
      created: at(0) + day * 60,
      updated: undefined,
      remembered: [
        { kind: 'note', text: `Note ${day}.`, profile: undefined, created: undefined },
        { kind: 'memory', text: `1. Thing ${day}.\n2. Other ${day}.`, profile: undefined, created: undefined },
      ],
    });
  const { entries } = memoryEntries(notes);
  expect(entries.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(200_000);
  expect(entries.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Note 99999.', 'Thing 99999.', 'Other 99999.']),
  );
  expect(notes.counts().remembered.notes.texts).toBe(100_000);
  expect(droppedTexts({ notes })).toBe(200_000 - notes.memoryWrites().length - notes.memory().length);
  expect(droppedTexts({ notes })).toBeGreaterThan(150_000);
});
