// Two windows and one Record: whatever either of them said stays said, in whichever order they save.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyState } from '../../src/journey/copy';
import { isSame, mergeRecords, newsSince } from '../../src/journey/merge-records';
import {
  MOST_PROOFS,
  startRecord,
  withExportCheck,
  withExtras,
  withOwnWord,
  withProfile,
  withProof,
  withState,
} from '../../src/journey/record';
import type { JourneyRecord } from '../../src/journey/record';
import { readRecord } from '../../src/content/outside-schema';
import { aCheck, aDay, aProof, aRecord, TODAY } from '../support/builders';

const IDS = ['save-chats', 'cancel-web', 'confirm-cancelled', 'check-statement', 'delete-account'];
const LATER = aDay('2026-11-25');

type Change = (record: JourneyRecord) => JourneyRecord;
/** One thing that can be said, and whether a Record still says it. */
type Said = { readonly about: string; readonly change: Change; readonly holds: (record: JourneyRecord) => boolean };

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const said: fc.Arbitrary<Said> = fc.oneof(
  fc.tuple(fc.constantFrom(...IDS), fc.constantFrom('done', 'skipped', undefined)).map(([id, state]) => ({
    about: `step ${id}`,
    change: (record: JourneyRecord) => withState(record, id, state, LATER),
    holds: (record: JourneyRecord) => record.steps[id]?.state === state,
  })),
  fc.tuple(fc.constantFrom(...IDS), hex).map(([id, sha256]) => ({
    about: `proof ${id} ${sha256}`,
    change: (record: JourneyRecord) => withProof(record, id, aProof({ sha256 })),
    holds: (record: JourneyRecord) => record.steps[id]?.proofs?.some((one) => one.sha256 === sha256) === true,
  })),
  fc.constantFrom('price', 'trust', undefined).map((reason) => ({
    about: 'reason',
    change: (record: JourneyRecord) => withExtras(record, { reason }, LATER),
    holds: (record: JourneyRecord) => record.extras.reason === reason,
  })),
  fc.constantFrom('Ana', 'Bo', undefined).map((name) => ({
    about: 'name',
    change: (record: JourneyRecord) => withExtras(record, { name }, LATER),
    holds: (record: JourneyRecord) => record.extras.name === name,
  })),
  fc.constantFrom('free', 'plus', 'pro').map((plan) => ({
    about: 'plan',
    change: (record: JourneyRecord) => withProfile(record, { ...record.profile, plan: plan as 'plus' }, LATER),
    holds: (record: JourneyRecord) => record.profile.plan === plan,
  })),
  fc.constantFrom('whole', 'damaged').map((verdict) => ({
    about: 'export',
    change: (record: JourneyRecord) => withExportCheck(record, aCheck({ verdict: verdict as 'whole' })),
    holds: (record: JourneyRecord) => record.export?.check?.verdict === verdict,
  })),
);
const lastOf = (all: readonly Said[]): readonly Said[] => [...new Map(all.map((one) => [one.about, one])).values()];
const after = (record: JourneyRecord, all: readonly Said[]): JourneyRecord =>
  all.reduce((sofar, { change }) => change(sofar), record);
const conversations = fc.tuple(
  fc.array(said, { maxLength: 6 }),
  fc.array(said, { maxLength: 6 }),
  fc.array(said, { maxLength: 6 }),
);

describe('two windows that say different things', () => {
  test('lose nothing that either said, whoever saves last', () => {
    fc.assert(
      fc.property(conversations, fc.boolean(), ([before, mine, theirs], wasKept) => {
        const base = after(startRecord({ goal: 'cancel' }, TODAY), before);
        // Said by one of them alone, and different from what was there.
        const alone = (own: readonly Said[], others: readonly Said[]): readonly Said[] =>
          lastOf(own).filter(({ about, holds }) => !others.some((other) => other.about === about) && !holds(base));
        const merged = mergeRecords(wasKept ? base : undefined, after(base, mine), after(base, theirs));
        for (const one of [...alone(mine, theirs), ...alone(theirs, mine)]) {
          // Without a common beginning nobody can tell a thing taken back from one never said: what was said stays.
          if (
            !wasKept &&
            ((one.about.startsWith('step') && merged.steps[one.about.slice(5)]?.state !== undefined) ||
              ['reason', 'name', 'plan', 'export'].includes(one.about))
          )
            continue;
          expect(one.holds(merged), one.about).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('where both spoke of the same, the one who saves has the last word; every receipt stays', () => {
    fc.assert(
      fc.property(conversations, ([before, mine, theirs]) => {
        const base = after(startRecord({ goal: 'cancel' }, TODAY), before);
        const merged = mergeRecords(base, after(base, mine), after(base, theirs));
        for (const one of lastOf(mine).filter(({ holds }) => !holds(base)))
          expect(one.holds(merged), one.about).toBe(true);
        for (const one of [...before, ...mine, ...theirs].filter(({ about }) => about.startsWith('proof')))
          expect(one.holds(merged), one.about).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('give a Record that can be read again, and saving it once more changes nothing', () => {
    fc.assert(
      fc.property(conversations, ([before, mine, theirs]) => {
        const base = after(startRecord({ goal: 'cancel' }, TODAY), before);
        const theirRecord = after(base, theirs);
        const merged = mergeRecords(base, after(base, mine), theirRecord);
        const read = readRecord(JSON.parse(JSON.stringify(merged)));
        expect(read.ok && isSame(read.value, merged)).toBe(true);
        expect(isSame(mergeRecords(merged, merged, merged), merged)).toBe(true);
        expect(isSame(mergeRecords(theirRecord, theirRecord, merged), merged)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('keep the newest receipts of a step when there are more than can be read again', () => {
    const many = (mark: string): JourneyRecord =>
      Array.from({ length: 80 }, (_, at) => `${mark}${String(at).padStart(3, '0')}`.repeat(16)).reduce(
        (record, sha256) => withProof(record, 'cancel-web', aProof({ sha256 })),
        aRecord(),
      );
    const merged = mergeRecords(aRecord(), many('a'), many('b'));
    expect(merged.steps['cancel-web']?.proofs).toHaveLength(MOST_PROOFS);
    expect(readRecord(JSON.parse(JSON.stringify(merged))).ok).toBe(true);
  });
});

describe('a check of the export that came in meanwhile', () => {
  const base = aRecord();
  const damaged = withExportCheck(base, aCheck({ verdict: 'damaged' }));

  test('takes back the word that a copy is enough, which was given without it', () => {
    const merged = mergeRecords(base, withOwnWord(base, 'own-copy', TODAY), damaged);
    expect(merged.export?.own).toBeUndefined();
    expect(copyState(merged, 'save-chats', true).kind).toBe('damaged');
  });

  test('leaves the word that no copy is wanted', () => {
    expect(mergeRecords(base, withOwnWord(base, 'no-copy', TODAY), damaged).export).toEqual({
      check: damaged.export?.check,
      own: { word: 'no-copy', on: TODAY },
    });
  });
});

describe('starting anew', () => {
  test('takes back what was kept before, but not what came in since', () => {
    const kept = aRecord({ done: ['cancel-web'], extras: { name: 'Ana' } });
    const merged = mergeRecords(kept, startRecord({}, LATER), withState(kept, 'save-chats', 'done', LATER));
    expect(merged).toEqual(withState(startRecord({}, LATER), 'save-chats', 'done', LATER));
  });
});

test('a receipt that went with a new beginning does not come back, whatever the other window added to its step', () => {
  const kept = aRecord({ proofs: { 'cancel-web': [aProof({}, 'a')] } });
  const theirs = withProof(kept, 'cancel-web', aProof({}, 'b'));
  const merged = mergeRecords(kept, startRecord({}, LATER), theirs);
  expect(merged.steps['cancel-web']?.proofs?.map(({ sha256 }) => sha256[0])).toEqual(['b']);
});

test('both said the same: it was said on the earlier day', () => {
  const base = aRecord();
  const merged = mergeRecords(
    base,
    withState(base, 'cancel-web', 'done', LATER),
    withState(base, 'cancel-web', 'done', TODAY),
  );
  expect(merged.steps['cancel-web']).toEqual({ state: 'done', on: TODAY });
});

describe('news', () => {
  test('are what the other window said, and nothing where it said nothing', () => {
    const mine = aRecord({ done: ['save-chats'] });
    expect(newsSince(mine, { ...mine, updated: LATER })).toBeUndefined();
    const theirs = withExportCheck(
      withProof(withState(mine, 'cancel-web', 'done', LATER), 'cancel-web', aProof()),
      aCheck(),
    );
    expect(newsSince(mine, theirs)).toEqual({
      steps: [{ id: 'cancel-web', state: 'done' }],
      proofs: 1,
      answers: false,
      export: theirs.export,
    });
  });
});

describe('each thing that came in is news by itself', () => {
  const mine = aRecord({ done: ['save-chats'] });
  const none = { steps: [], proofs: 0, answers: false, export: undefined };
  test.each<[string, JourneyRecord, object]>([
    ['a step', withState(mine, 'cancel-web', 'skipped', LATER), { steps: [{ id: 'cancel-web', state: 'skipped' }] }],
    ['a step taken back', { ...mine, steps: {} }, { steps: [{ id: 'save-chats', state: undefined }] }],
    ['a receipt', withProof(mine, 'save-chats', aProof()), { proofs: 1 }],
    ['an answer', withProfile(mine, { ...mine.profile, plan: 'pro' }, LATER), { answers: true }],
    ['a check of the export', withExportCheck(mine, aCheck()), { export: { check: aCheck() } }],
  ])('%s', (_what, theirs, wanted) => expect(newsSince(mine, theirs)).toEqual({ ...none, ...wanted }));
});

describe('the same', () => {
  test.each<[unknown, unknown, boolean]>([
    [{ a: 1, b: { c: [2] } }, { b: { c: [2] }, a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [null, null, true],
    [null, {}, false],
    [{}, null, false],
    [undefined, {}, false],
    [[], {}, false],
    [['a'], { 0: 'a' }, false],
    [['a'], ['a', 'b'], false],
  ])('%j and %j: %s', (one, other, wanted) => expect(isSame(one, other)).toBe(wanted));
});

test('without a common beginning it was begun on the earlier of two days', () => {
  const [early, late] = [startRecord({}, TODAY), startRecord({}, LATER)];
  expect(mergeRecords(undefined, early, late).started).toBe(TODAY);
  expect(mergeRecords(undefined, late, early).started).toBe(TODAY);
});

test('nothing is kept of what neither of them holds', () => {
  const merged = mergeRecords(aRecord(), aRecord(), aRecord());
  expect(merged).not.toHaveProperty('export');
  const kept = aRecord({ proofs: { 'cancel-web': [aProof({}, 'a')] } });
  const both = mergeRecords(
    kept,
    withProof(kept, 'cancel-web', aProof({}, 'b')),
    withProof(kept, 'cancel-web', aProof({}, 'c')),
  );
  expect(Object.keys(both.steps['cancel-web'] ?? {})).toEqual(['proofs']);
});

describe('a step that one of them took back whole', () => {
  const kept = aRecord({ done: ['cancel-web'], proofs: { 'cancel-web': [aProof({}, 'a')] } });
  const anew = startRecord({}, LATER);

  test('is gone with its receipts where the other left it as it was, whoever saves', () => {
    expect(Object.keys(mergeRecords(kept, kept, anew).steps)).toEqual([]);
    expect(Object.keys(mergeRecords(kept, anew, kept).steps)).toEqual([]);
  });
  test('is there again where the one who saves said something new of it', () => {
    const mine = withProof(withState(kept, 'cancel-web', 'skipped', LATER), 'cancel-web', aProof({}, 'b'));
    const merged = mergeRecords(kept, mine, anew);
    expect(merged.steps['cancel-web']).toMatchObject({ state: 'skipped', on: LATER });
    expect(merged.steps['cancel-web']?.proofs?.map(({ sha256 }) => sha256[0])).toContain('b');
  });
  test('stays taken back where the other window said something else of it', () =>
    expect(
      mergeRecords(kept, anew, withState(kept, 'cancel-web', 'skipped', LATER)).steps['cancel-web']?.state,
    ).toBeUndefined());
});

describe('a word about a copy', () => {
  const base = withExportCheck(aRecord(), aCheck({ verdict: 'cannot-tell' }));
  const own = (record: JourneyRecord): unknown => record.export?.own?.word;
  const anew = startRecord({}, LATER);

  test('that came in is kept where nothing was said here', () =>
    expect(own(mergeRecords(base, base, withOwnWord(base, 'own-copy', LATER)))).toBe('own-copy'));
  test('given in both windows is that of the one who saves', () =>
    expect(own(mergeRecords(base, withOwnWord(base, 'own-copy', LATER), withOwnWord(base, 'no-copy', LATER)))).toBe(
      'own-copy',
    ));
  test('goes with the check that the other window forgot, but “no copy wanted” stays', () => {
    expect(mergeRecords(base, withOwnWord(base, 'own-copy', LATER), anew)).not.toHaveProperty('export');
    expect(mergeRecords(base, withOwnWord(base, 'no-copy', LATER), anew).export).toEqual({
      own: { word: 'no-copy', on: LATER },
    });
  });
  test('taken back here does not come back with a check from the other window', () => {
    const worded = withOwnWord(base, 'own-copy', TODAY);
    const theirs = withExportCheck(worded, aCheck());
    expect(mergeRecords(worded, base, theirs).export).toEqual({ check: aCheck() });
    const unchecked = withOwnWord(aRecord(), 'own-copy', TODAY);
    expect(mergeRecords(unchecked, anew, withExportCheck(unchecked, aCheck())).export).toEqual({ check: aCheck() });
  });
  test('a new beginning here outweighs a check that came in about what was forgotten', () =>
    expect(mergeRecords(base, anew, withExportCheck(base, aCheck()))).not.toHaveProperty('export'));
});
