// A damaged Record: whatever of it is valid by itself is read, nothing is made up, and the result can be kept and read again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/content/outside-schema';
import { readableStart, salvageRecord } from '../../src/content/salvage';
import type { JourneyRecord } from '../../src/journey/record';
import { withExportCheck, withOwnWord, withWay } from '../../src/journey/record';
import { aCheck, aDay, aProof, aRecord, TODAY } from '../support/builders';

const LATER = aDay('2026-11-29');
const whole = withWay(
  withOwnWord(
    withExportCheck(
      aRecord({
        done: ['cancel-web', 'save-chats'],
        proofs: { 'cancel-web': [aProof({}, 'a'), aProof({}, 'b')], 'ask-refund': [aProof({}, 'c')] },
        extras: { name: 'Ana', reason: 'price' },
      }),
      aCheck(),
    ),
    'own-copy',
    TODAY,
  ),
  'cancel-web',
  'settings',
  TODAY,
);
const text = `${JSON.stringify(whole, undefined, 2)}\n`;
/** The whole Record with another value at one place, such as `steps/cancel-web/on`; `undefined` takes it out. */
const damagedAt = (place: string, value: unknown): unknown => {
  const copy: unknown = JSON.parse(text);
  const keys = place.split('/');
  const last = keys.pop() ?? '';
  let at = copy as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  at[last] = value;
  return JSON.parse(JSON.stringify(copy));
};
const salvage = (value: unknown, isWhole = true) => salvageRecord(value, LATER, isWhole);

/** Everything in `part` is in `all`, with the same value. */
const isPartOf = (part: JourneyRecord, all: JourneyRecord): void => {
  expect(all.profile).toMatchObject(part.profile);
  expect(all.extras).toMatchObject(part.extras);
  for (const [id, { state, on, proofs = [] }] of Object.entries(part.steps)) {
    if (state !== undefined) expect({ state, on }).toEqual({ state: all.steps[id]?.state, on: all.steps[id]?.on });
    for (const proof of proofs) expect(all.steps[id]?.proofs).toContainEqual(proof);
  }
  if (part.export?.check !== undefined) expect(part.export.check).toEqual(all.export?.check);
  if (part.export?.own !== undefined) expect(part.export.own).toEqual(all.export?.own);
};

describe('one thing that is wrong', () => {
  test.each<[string, string, unknown, object]>([
    ['an answer', 'profile/plan', 'gold', { lostAnswers: ['plan'], lostSteps: [], lostMore: false }],
    ['an answer nobody asks for', 'profile/colour', 'red', { lostAnswers: ['colour'], lostSteps: [], lostMore: false }],
    ['a state', 'steps/cancel-web/state', 'dne', { lostAnswers: [], lostSteps: ['cancel-web'], lostMore: false }],
    [
      'a day of a step',
      'steps/cancel-web/on',
      '2026-02-30',
      { lostAnswers: [], lostSteps: ['cancel-web'], lostMore: false },
    ],
    [
      'a receipt',
      'steps/cancel-web/proofs/0/sha256',
      'x',
      { lostAnswers: [], lostSteps: ['cancel-web'], lostMore: false },
    ],
    ['a whole step', 'steps/cancel-web', 7, { lostAnswers: [], lostSteps: ['cancel-web'], lostMore: false }],
    [
      'the name of a step',
      'steps/Cancel it!',
      { state: 'done', on: '2026-11-21' },
      { lostAnswers: [], lostSteps: ['Cancel it!'], lostMore: false },
    ],
    ['a day of its own', 'started', 'soon', { lostAnswers: [], lostSteps: [], lostMore: true }],
    ['the check', 'export/check/bytes', -1, { lostAnswers: [], lostSteps: [], lostMore: true }],
    ['a key too many', 'extra', 1, { lostAnswers: [], lostSteps: [], lostMore: true }],
    ['all answers', 'profile', [], { lostAnswers: [], lostSteps: [], lostMore: true }],
    ['a way', 'ways/cancel-web', 'A B', { lostAnswers: [], lostSteps: [], lostMore: true }],
  ])('%s: it is named, and all else is read', (_, place, value, lost) => {
    const { record, ...others } = salvage(damagedAt(place, value));
    expect(others).toEqual(lost);
    if (record === undefined) throw new Error('nothing was read');
    isPartOf(record, whole);
    const read = readRecord(JSON.parse(JSON.stringify(record)));
    expect(read.ok).toBe(true);
  });

  test('a receipt beside one that is damaged stays, and the state with it', () => {
    const { record } = salvage(damagedAt('steps/cancel-web/proofs/0/bytes', 'many'));
    expect(record?.steps['cancel-web']).toEqual({
      ...whole.steps['cancel-web'],
      proofs: whole.steps['cancel-web']?.proofs?.slice(1),
    });
  });

  test('a state without its day is not taken, nor a day made up; its receipts are', () => {
    const { record } = salvage(damagedAt('steps/cancel-web/on', undefined));
    expect(record?.steps['cancel-web']).toEqual({ proofs: whole.steps['cancel-web']?.proofs });
  });

  test('nothing wrong: nothing is lost', () => {
    expect(salvage(JSON.parse(text))).toEqual({ record: whole, lostAnswers: [], lostSteps: [], lostMore: false });
  });
});

describe('what holds nothing that a person said', () => {
  test.each([null, 1, 'text', [], {}, [whole], { schema: 1 }, { profile: {}, steps: {}, extras: {} }])(
    '%j',
    (value) => {
      expect(salvage(value).record).toBeUndefined();
    },
  );
  test('a prototype is no Record', () =>
    expect(salvage(JSON.parse('{"__proto__":{"profile":{"goal":"cancel"}}}')).record).toBeUndefined());
});

describe('a text that breaks off', () => {
  test('at every letter: what is read was there, what was whole before the end is read, and it can be kept', () => {
    let answers = 0;
    for (let end = 0; end < text.trimEnd().length; end += 1) {
      const { record } = salvage(readableStart(text.slice(0, end)), false);
      const count = Object.keys(record?.profile ?? {}).length + Object.keys(record?.steps ?? {}).length;
      // What was read once is not lost by more of the text.
      expect(count, text.slice(0, end).slice(-40)).toBeGreaterThanOrEqual(answers);
      answers = count;
      if (record === undefined) continue;
      isPartOf(record, whole);
      expect(readRecord(JSON.parse(JSON.stringify(record))).ok).toBe(true);
    }
    expect(answers).toBe(Object.keys(whole.profile).length + Object.keys(whole.steps).length);
  });

  test('or goes wrong anywhere: never more than was there, never a failure', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom('', '\0', '}', ']', ',', '"', ':', '\\', 'x', '{'),
        (at, put) => {
          const broken = `${text.slice(0, at)}${put}${text.slice(at + 1)}`;
          const { record } = salvage(readableStart(broken), false);
          if (record !== undefined) expect(readRecord(JSON.parse(JSON.stringify(record))).ok).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('does not take a number or a list that is cut for a smaller one', () => {
    expect(readableStart('{"a": 1, "b": 12')).toEqual({ a: 1 });
    expect(readableStart('{"a": [1, 23], "b": [4, 5')).toEqual({ a: [1, 23] });
    expect(readableStart('{"a": [')).toEqual({});
    expect(readableStart('{"a": [{"b": 1}, {"b": 2}, {"b": ')).toEqual({ a: [{ b: 1 }, { b: 2 }] });
    expect(readableStart('{"a": tru')).toEqual({});
    expect(readableStart('{"a": "x", "b')).toEqual({ a: 'x' });
    expect(readableStart('{"a": "x" "b": "y"}')).toEqual({ a: 'x' });
    expect(readableStart('')).toBeUndefined();
    expect(readableStart('no')).toBeUndefined();
    expect(readableStart('{"a": 1} tail')).toEqual({ a: 1 });
  });

  test('ends soon for what is deep or long', () => {
    expect(() => readableStart('['.repeat(1_000_000))).not.toThrow();
    expect(() => readableStart('[1,'.repeat(300_000))).not.toThrow();
    expect(() => readableStart(`{"a":"${'\\'.repeat(1_000_000)}`)).not.toThrow();
  });
});
