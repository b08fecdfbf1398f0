// The page's reader of saved progress takes and refuses what the command's does.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordSchema } from '../../src/content/compiled/record-schema';
import { fits } from '../../src/content/json-schema';
import { readRecord } from '../../src/content/outside-schema';

const WHOLE = {
  schema: 1,
  started: '2026-11-22',
  updated: '2026-11-23',
  profile: {
    goal: 'cancel',
    plan: 'plus',
    billedBy: ['openai'],
    uses: 'unsure',
    nextBilling: '2026-12-10',
    lockedOut: false,
  },
  steps: {
    'cancel-web': {
      state: 'done',
      on: '2026-11-22',
      proofs: [{ sha256: 'a'.repeat(64), bytes: 10, kind: 'png', width: 3, height: 2, on: '2026-11-22' }],
    },
    'turn-off-training': { state: 'skipped', on: '2026-11-22' },
  },
  extras: { name: 'Ana' },
  ways: { 'cancel-web': 'billing' },
  export: {
    check: { on: '2026-11-22', verdict: 'whole', conversations: 1, messages: 2, file: 'x.zip', bytes: 3 },
    own: { word: 'no-copy', on: '2026-11-22' },
  },
};

/** Every place in a value, as keys. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...path, key]))];
}
function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy: Record<string, unknown> = { ...(value as Readonly<Record<string, unknown>>) };
  if (rest.length === 0 && to === undefined) delete copy[key];
  else copy[key] = changed(copy[key], rest, to);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

const ODD = [
  undefined,
  null,
  0,
  -1,
  1.5,
  2,
  99,
  2 ** 53,
  '',
  'x',
  'X Y',
  'done',
  '2026-02-30',
  '2026-2-3',
  '20261122',
  '2024-02-29',
  'a'.repeat(64),
  'a'.repeat(70),
  true,
  [],
  ['openai', 'openai'],
  ['nobody'],
  {},
  { x: 1 },
];

describe('a saved Record', () => {
  test('is taken whole', () => {
    expect(readRecord(WHOLE).ok).toBe(true);
    expect(fits(recordSchema, WHOLE)).toBe(true);
  });
  test.each(placesIn(WHOLE).map((path) => [path.join('.'), path] as const))(
    'is judged alike when %s is another',
    (_name, path) => {
      for (const odd of ODD) {
        const value = JSON.parse(JSON.stringify(changed(WHOLE, path, odd) ?? null)) as unknown;
        expect(fits(recordSchema, value), JSON.stringify(odd)).toBe(readRecord(value).ok);
      }
    },
  );
  test('is judged alike with any JSON in any place', () =>
    fc.assert(
      fc.property(fc.constantFrom(...placesIn(WHOLE)), fc.jsonValue(), fc.string(), (path, json, key) => {
        for (const value of [changed(WHOLE, path, json), changed(WHOLE, [...path.slice(0, -1), key], json)])
          expect(fits(recordSchema, value)).toBe(readRecord(value).ok);
      }),
    ));
});

test('a schema with a word that is not read is refused, and not taken for satisfied', () => {
  expect(() => fits({ type: 'string', minLength: 3 } as object, 'x')).toThrow('minLength');
  expect(() => fits({ type: 'null' }, null)).toThrow('null');
});
