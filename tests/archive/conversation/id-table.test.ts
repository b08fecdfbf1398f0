// Ids told apart in little memory.
import { expect, test } from 'vitest';
import { idTable } from '../../../src/archive/conversation/id-table';

const uuid = (number: number): string => `${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;

test('each id has one number, in the order of their first coming', () => {
  const table = idTable(10);
  expect(['a', 'b', 'a', '', 'b', '__proto__', 'a'].map((id) => table.put(id))).toEqual([0, 1, 0, 2, 1, 3, 0]);
  expect([table.count(), table.has('a'), table.has('c'), table.has('__proto__'), table.has('constructor')]).toEqual([
    4,
    true,
    false,
    true,
    false,
  ]);
});
test('what does not fit is said, and what is there is still known', () => {
  const table = idTable(2);
  expect(['a', 'b', 'c', 'a', 'c'].map((id) => table.put(id))).toEqual([0, 1, undefined, 0, undefined]);
});
test('a million ids that differ in few letters are a million', () => {
  const table = idTable(2_000_000);
  let wrong = 0;
  for (let number = 0; number < 1_000_000; number += 1) if (table.put(uuid(number)) !== number) wrong += 1;
  for (let number = 0; number < 1_000_000; number += 997)
    if (table.put(uuid(number)) !== number || table.has(uuid(number + 1_000_000))) wrong += 1;
  expect([wrong, table.count()]).toEqual([0, 1_000_000]);
});
