// What is known of the copy of the chats before an account is deleted.
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/content/outside-schema';
import { copyState } from '../../src/journey/copy';
import { withExportCheck, withOwnWord, withState } from '../../src/journey/record';
import { addDays } from '../../src/journey/dates';
import { aCheck, aRecord, TODAY } from '../support/builders';

const kindOf = (record: Parameters<typeof copyState>[0], isThere = true): string =>
  copyState(record, 'verify-export', isThere).kind;

describe('the copy', () => {
  test('is none as long as nobody said anything', () => expect(kindOf(aRecord())).toBe('none'));
  test('is what the person said when only the step is marked', () =>
    expect(copyState(aRecord({ done: ['verify-export'] }), 'verify-export', false)).toEqual({
      kind: 'said',
      on: TODAY,
    }));
  test('a skipped step is no word about a copy', () =>
    expect(kindOf(aRecord({ skipped: ['verify-export'] }))).toBe('none'));
  test('is whole only when a check found it so and the file is still there', () => {
    const record = withExportCheck(aRecord(), aCheck());
    expect(kindOf(record, true)).toBe('whole');
    expect(kindOf(record, false)).toBe('gone');
  });
  test('a check goes before what was marked by hand', () =>
    expect(kindOf(withExportCheck(aRecord({ done: ['verify-export'] }), aCheck({ verdict: 'damaged' })))).toBe(
      'damaged',
    ));
  test('a chat that the person misses outweighs a whole file', () =>
    expect(kindOf(withExportCheck(aRecord(), aCheck({ seen: 'missing' })))).toBe('lacks-chats'));
  test('an export that proves nothing is not proved by comparing two titles', () =>
    expect(kindOf(withExportCheck(aRecord(), aCheck({ verdict: 'cannot-tell', seen: 'both' })))).toBe('unproved'));
});

describe('the Record of it', () => {
  test('a new check takes back the word that was given about another export', () => {
    const said = withOwnWord(withExportCheck(aRecord(), aCheck({ verdict: 'cannot-tell' })), 'own-copy', TODAY);
    expect(said.export?.own).toEqual({ word: 'own-copy', on: TODAY });
    expect(withExportCheck(said, aCheck()).export).toEqual({ check: aCheck() });
  });
  test('does not change what was done, and says when it changed', () => {
    const later = addDays(TODAY, 2);
    const before = withState(aRecord(), 'export-data', 'done', TODAY);
    expect(withExportCheck(before, aCheck({ on: later }))).toEqual({
      ...before,
      updated: later,
      export: { check: aCheck({ on: later }) },
    });
  });
  test('is read back as it was written', () => {
    const record = withOwnWord(withExportCheck(aRecord(), aCheck({ seen: 'both' })), 'no-copy', TODAY);
    expect(readRecord(JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, value: record });
  });
  test.each([
    ['a title', { ...aCheck(), title: 'My illness' }],
    ['a verdict nobody knows', { ...aCheck(), verdict: 'fine' }],
    ['a count that is none', { ...aCheck(), conversations: -1 }],
    ['a fingerprint that is none', { ...aCheck(), sha256: 'abc' }],
  ])('%s in it is refused', (_what, check) => expect(readRecord({ ...aRecord(), export: { check } }).ok).toBe(false));
});
