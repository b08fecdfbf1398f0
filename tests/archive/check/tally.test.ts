// Adding up conversations: each once, of its latest copy, however many there are.
import { describe, expect, test } from 'vitest';
import { conversationTally } from '../../../src/archive/check/tally';
import type { Sums, Tally } from '../../../src/archive/check/tally';
import type { Outline } from '../../../src/archive/conversation/outline';

const anOutline = (changes: Partial<Outline> = {}): Outline => ({
  id: 'c-1',
  title: 'A chat',
  created: 1_700_000_000,
  updated: 1_700_000_100,
  messages: { shown: 1, behind: 0, drafts: 0 },
  path: { guessed: false, broken: false, circle: false },
  assets: [],
  images: 0,
  voice: 0,
  unknownTypes: [],
  remembered: [],
  ...changes,
});
const tallied = (...outlines: readonly Partial<Outline>[]): Tally => {
  const tally = conversationTally();
  for (const one of outlines) tally.add(anOutline(one));
  return tally;
};
const sums = (...outlines: readonly Partial<Outline>[]): Sums => tallied(...outlines).sums();

const SHORT: Partial<Outline> = {
  updated: 1,
  messages: { shown: 1, behind: 2, drafts: 3 },
  images: 4,
  voice: 5,
  path: { guessed: true, broken: false, circle: true },
};
const LONG: Partial<Outline> = {
  updated: 2,
  messages: { shown: 10, behind: 20, drafts: 30 },
  images: 40,
  voice: 50,
  path: { guessed: false, broken: true, circle: false },
};

describe('of several conversations with one id', () => {
  const ofLong = {
    conversations: 1,
    copies: 1,
    messages: { shown: 10, behind: 20, drafts: 30 },
    images: 40,
    voice: 50,
    paths: { guessed: 0, broken: 1, circles: 0 },
  };
  test('all that is counted is of the one with the latest update, whichever comes first', () => {
    expect(sums(SHORT, LONG)).toMatchObject(ofLong);
    expect(sums(LONG, SHORT)).toMatchObject(ofLong);
    expect(sums(SHORT, LONG, SHORT, LONG)).toMatchObject({ ...ofLong, copies: 3 });
  });
  test('of equal ones the first counts, also where no update is known', () => {
    expect(sums(LONG, { ...SHORT, updated: 2 })).toMatchObject(ofLong);
    expect(sums({ ...LONG, updated: undefined }, { ...SHORT, updated: undefined })).toMatchObject(ofLong);
    expect(sums({ ...SHORT, updated: undefined }, LONG)).toMatchObject(ofLong);
  });
  test('another conversation beside them keeps what is its own', () =>
    expect(sums({ ...LONG, id: 'c-2' }, SHORT, { ...LONG, updated: 3 })).toMatchObject({
      conversations: 2,
      copies: 1,
      messages: { shown: 20, behind: 40, drafts: 60 },
      paths: { guessed: 0, broken: 2, circles: 0 },
    }));
  test('it is so for each of some thousands', () => {
    const ids = Array.from({ length: 3000 }, (_, at) => `c-${at}`);
    const short = ids.map((id, at) => ({ id, updated: 1, messages: { shown: at, behind: 1, drafts: 0 } }));
    const long = ids.map((id) => ({ id, updated: 2, messages: { shown: 2, behind: 0, drafts: 1 } }));
    expect(sums(...short)).toMatchObject({ messages: { shown: (2999 * 3000) / 2, behind: 3000, drafts: 0 } });
    expect(sums(...short, ...long, ...short)).toMatchObject({
      conversations: 3000,
      copies: 6000,
      messages: { shown: 6000, behind: 0, drafts: 3000 },
    });
  });
});

test('those without an id are all different', () =>
  expect(sums({ id: undefined }, { id: undefined }, { id: undefined })).toMatchObject({
    conversations: 3,
    copies: 0,
    messages: { shown: 3 },
  }));

test('how many there are is told while they are read, and copies are not among them', () => {
  expect(tallied().count()).toBe(0);
  expect(tallied({}, {}, { id: 'c-2' }).count()).toBe(2);
});

describe('times', () => {
  const [day1, day2, day3] = [1_700_000_000, 1_710_000_000, 1_720_000_000];
  test('run from the first creation to the last update, of copies too', () => {
    expect(
      sums({ created: day2, updated: day2 }, { created: day1, updated: day2 }, { created: day2, updated: day3 }),
    ).toMatchObject({ first: day1, last: day3 });
  });
  test('that contradict each other, or stand alone, are all taken', () => {
    expect(sums({ created: day2, updated: day1 })).toMatchObject({ first: day1, last: day2 });
    expect(sums({ created: day2, updated: undefined })).toMatchObject({ first: day2, last: day2 });
    expect(sums({ created: undefined, updated: day3 })).toMatchObject({ first: day3, last: day3 });
    expect(sums({ created: undefined, updated: undefined })).toMatchObject({ first: undefined, last: undefined });
  });
  test('name the oldest and the newest chat; of equal ones the first is the oldest and the last the newest', () => {
    const chats = [day2, day1, day3, day1, day3, day2].map((created, at) => ({
      id: `c-${at}`,
      title: `${at}`,
      created,
      updated: undefined,
    }));
    expect(tallied(...chats).titles()).toEqual({ oldest: { title: '1', on: day1 }, newest: { title: '4', on: day3 } });
  });
});

test('assets that chats refer to are counted once each, also those of copies', () => {
  const tally = tallied({ assets: ['file-a', 'file-b'] }, { assets: ['file-b', 'file-c'] });
  expect(tally.referred()).toBe(3);
  expect(['file-a', 'file-c', 'file-d'].map((asset) => tally.isReferred(asset))).toEqual([true, true, false]);
  expect(tally.isFull()).toBe(false);
});

test('a type that nobody knows is counted by the conversations that hold it, and the fifty named first go on counting', () => {
  expect(
    sums({ unknownTypes: ['a', 'b'] }, { id: 'c-2', unknownTypes: ['b'] }, { unknownTypes: ['b'] }).unknownTypes,
  ).toEqual({ a: 1, b: 2 });
  const many = Array.from({ length: 60 }, (_, at) => `type-${at}`);
  const { unknownTypes } = sums({ unknownTypes: many }, { id: 'c-2', unknownTypes: many });
  expect(unknownTypes).toEqual(Object.fromEntries(many.slice(0, 50).map((name) => [name, 2])));
});
