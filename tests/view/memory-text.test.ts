// The text to paste, and its parts: within the size, whole entries, newest first, none twice and none lost.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { GROUPS } from '../../src/archive/memory/memory-entries';
import type { MemoryEntry } from '../../src/archive/memory/memory-entries';
import { memoryText } from '../../src/view/memory-text';
import type { MemoryWishes } from '../../src/view/memory-text';
import type { Translator } from '../../src/view/translator';
import { aTranslator } from '../support/builders';

let languages: Readonly<Record<'en' | 'fr', Translator>>;
beforeAll(async () => {
  languages = { en: await aTranslator('en'), fr: await aTranslator('fr') };
});
const wishes = (more: Partial<MemoryWishes> = {}): MemoryWishes => ({
  made: 1_780_000_000,
  limit: undefined,
  part: 1,
  bare: false,
  ...more,
});
const entry = (group: MemoryEntry['group'], text: string, noted?: string): MemoryEntry => ({
  group,
  text,
  noted,
  first: undefined,
  last: undefined,
  chats: 1,
});
const laid = (entries: readonly MemoryEntry[], more: Partial<MemoryWishes> = {}, lang: 'en' | 'fr' = 'en') =>
  memoryText(languages[lang], entries, wishes(more));
const textOf = (...args: Parameters<typeof laid>): string => {
  const found = laid(...args);
  return found.kind === 'text' ? found.text.text : found.kind;
};

describe('the form', () => {
  const some = [
    entry('instructions', 'Be brief.\nNo emoji.'),
    entry('note', 'Tea.', '2024-05-12'),
    entry('note', 'Milk.'),
  ];
  test('says what it is and what it lacks, then the groups in the order of the entries', () => {
    const [lead = '', ...rest] = textOf(some).split('\n\n');
    expect(lead).toContain('28 May 2026');
    expect(lead).toContain('may not be everything');
    expect(rest).toEqual([
      'How ChatGPT should answer me:',
      'Be brief.\nNo emoji.',
      'What ChatGPT noted about me, one by one:',
      '- [2024-05-12] Tea.\n- Milk.',
    ]);
  });
  test('names no day where none is known', () => expect(textOf(some, { made: undefined })).not.toMatch(/2026/));
  test('bare entries are as they are', () => expect(textOf(some, { bare: true })).toContain('\n\nTea.\n\nMilk.'));
  test('entries of several lines stand apart', () =>
    expect(textOf([entry('memory', 'Learns:\n- Finnish'), entry('memory', 'Tea.')])).toContain(
      '- Learns:\n- Finnish\n\n- Tea.',
    ));
  test('in French it is French', () =>
    expect(textOf(some, {}, 'fr')).toMatch(/^Voici mes instructions à ChatGPT.*28 mai 2026/));
});

describe('a limit', () => {
  const many = Array.from({ length: 60 }, (_none, at) => entry('note', `Note number ${at}.`, '2024-05-12'));
  test('that is not reached changes nothing', () => {
    const whole = textOf(many);
    expect(laid(many, { limit: whole.length })).toMatchObject({
      kind: 'text',
      text: { text: whole, parts: 1, others: 0 },
    });
    expect(laid(many, { limit: whole.length - 1 })).toMatchObject({ kind: 'text', text: { part: 1, parts: 2 } });
  });
  test('gives the newest first and says which part it is', () => {
    const first = laid(many, { limit: 1000 });
    expect(first).toMatchObject({ kind: 'text' });
    const text = textOf(many, { limit: 1000 });
    expect(text).toContain('This is part 1 of');
    expect(text).toContain('Note number 0.');
    expect(text).not.toContain('Note number 59.');
  });
  test('beyond the last part there is none', () => {
    expect(laid(many, { part: 2 })).toEqual({ kind: 'no-part', parts: 1 });
    expect(laid(many, { part: 0 })).toEqual({ kind: 'no-part', parts: 1 });
    expect(laid(many, { limit: 1000, part: 99 })).toMatchObject({ kind: 'no-part' });
  });
  test('too small for anything says what would do, and that does', () => {
    const found = laid(many, { limit: 100 });
    if (found.kind !== 'too-small') throw new Error(found.kind);
    expect(laid(many, { limit: found.needed })).toMatchObject({ kind: 'text' });
    expect(laid(many, { limit: found.needed - 1 })).toMatchObject({ kind: 'too-small' });
  });

  test('each part has room for the headings it needs itself', () => {
    const groups = ['note', 'memory', 'memory-before'] as const;
    const mixed = Array.from({ length: 40 }, (_none, at) => entry(groups[at % 3] ?? 'note', `${'x'.repeat(60)}${at}.`));
    for (let limit = 600; limit < 1000; limit += 1)
      for (let part = 1, parts = 1; part <= parts; part += 1) {
        const one = laid(mixed, { limit, part, bare: true });
        if (one.kind !== 'text') throw new Error(one.kind);
        parts = one.text.parts;
        expect(one.text.text.length).toBeLessThanOrEqual(limit);
      }
  });

  const anEntry = fc.record({
    group: fc.constantFrom(...GROUPS),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
    noted: fc.constantFrom(undefined, '2024-05-12'),
  });
  test('whatever the entries: each part within it, each entry whole, in one part, in order', () => {
    fc.assert(
      fc.property(
        fc.array(anEntry, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.boolean(),
        fc.constantFrom('en' as const, 'fr' as const),
        (made, limit, bare, lang) => {
          const entries = made.map(({ group, text, noted }) => entry(group, text, noted));
          const first = laid(entries, { limit, bare }, lang);
          if (first.kind !== 'text') {
            expect(first.kind).toBe('too-small');
            return;
          }
          const found: MemoryEntry[] = [];
          for (let part = 1; part <= first.text.parts; part += 1) {
            const one = laid(entries, { limit, bare, part }, lang);
            if (one.kind !== 'text') throw new Error(one.kind);
            expect(one.text.text.length).toBeLessThanOrEqual(limit);
            expect(one.text.entries.length).toBeGreaterThan(0);
            for (const { text } of one.text.entries) expect(one.text.text).toContain(text);
            expect(one.text.others + one.text.tooLong + one.text.entries.length).toBe(entries.length);
            found.push(...one.text.entries);
          }
          expect(found).toHaveLength(entries.length - first.text.tooLong);
          expect(entries.filter((one) => found.includes(one))).toEqual(found);
          expect(laid(entries, { limit, bare, part: first.text.parts + 1 }, lang).kind).toBe('no-part');
        },
      ),
      { numRuns: 500 },
    );
  });
});
