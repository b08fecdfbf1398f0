// Numbers that are left out among files of conversations.
import { expect, test } from 'vitest';
import { gapsIn } from '../../../src/archive/check/numbering';

const named = (...paths: readonly string[]): readonly string[] =>
  gapsIn(paths).map((fault) => ('file' in fault ? fault.file : ''));
const shards = (...numbers: readonly number[]): readonly string[] =>
  numbers.map((number) => `conversations-${String(number).padStart(3, '0')}.json`);

test.each<[string, readonly number[], readonly number[]]>([
  ['in a row', [0, 1, 2], []],
  ['in any order', [2, 0, 1], []],
  ['from one on', [1, 2], []],
  ['alone', [0], []],
  ['with one left out', [0, 2], [1]],
  ['with several left out', [0, 3, 5], [1, 2, 4]],
  ['that begin too late', [2, 3], [1]],
])('numbers %s', (_how, there, missing) => expect(named(...shards(...there))).toEqual(shards(...missing)));

test('each folder counts by itself, and a single file has no number', () => {
  expect(
    named('conversations.json', 'a/conversations-000.json', 'b/conversations-001.json', 'b/conversations-003.json'),
  ).toEqual(['b/conversations-002.json']);
});
test('case and a copy’s number make no other file of it', () =>
  expect(named('conversations-000.json', 'Conversations-001 (1).JSON', 'conversations-003 2.json')).toEqual([
    'conversations-002.json',
  ]));
test('names of another kind count nothing', () =>
  expect(named('conversations-000.json', 'conversations-2.json.bak', 'shared_conversations-5.json.txt')).toEqual([]));
test('a number without measure names a hundred and ends', () =>
  expect(named('conversations-000.json', 'conversations-999999999.json')).toHaveLength(100));

test('a missing number has as few digits as the shortest of those that are there', () =>
  expect(named('conversations-000.json', 'conversations-2.json', 'conversations-004.json')).toEqual([
    'conversations-1.json',
    'conversations-3.json',
  ]));
