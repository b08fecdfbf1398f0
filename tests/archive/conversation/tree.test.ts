// The path through a conversation, from parents alone.
import { describe, expect, test } from 'vitest';
import { MISSING, pathOf, ROOT } from '../../../src/archive/conversation/tree';

describe('the path', () => {
  test('runs from the root to the current node', () =>
    expect(pathOf({ parents: [ROOT, 0, 1, 1], current: 2, created: [0, 1, 2, 3] })).toEqual({
      nodes: [0, 1, 2],
      guessed: false,
      broken: false,
      circle: false,
    }));
  test('without a current node ends at the newest leaf', () =>
    expect(pathOf({ parents: [ROOT, 0, 0], current: -1, created: [0, 9, 5] })).toMatchObject({
      nodes: [0, 1],
      guessed: true,
    }));
  test('of two leaves of one time ends at the later one', () =>
    expect(pathOf({ parents: [ROOT, 0, 0], current: -1, created: [0, 5, 5] }).nodes).toEqual([0, 2]));
  test('a node that others follow is no leaf, however new it is', () =>
    expect(pathOf({ parents: [ROOT, 0, 1], current: -1, created: [0, 9, 5] }).nodes).toEqual([0, 1, 2]));
  test('stops where a parent is missing, and says so', () =>
    expect(pathOf({ parents: [MISSING, 0], current: 1, created: [0, 0] })).toEqual({
      nodes: [0, 1],
      guessed: false,
      broken: true,
      circle: false,
    }));
  test('stops where it would run in a circle, and says so', () =>
    expect(pathOf({ parents: [1, 0], current: 1, created: [0, 0] })).toMatchObject({ circle: true, broken: false }));
  test('of nothing is nothing', () =>
    expect(pathOf({ parents: [], current: -1, created: [] })).toEqual({
      nodes: [],
      guessed: false,
      broken: false,
      circle: false,
    }));
});
