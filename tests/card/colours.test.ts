// The card's colours can be told apart by everyone.
import { expect, test } from 'vitest';
import { COLOURS, contrast } from '../../src/card/colours';

test('the published extremes and a known pair come out right', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#777777')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test.each(['ink', 'quiet', 'warm'] as const)('%s on paper passes AA at any size', (name) => {
  expect(contrast(COLOURS[name], COLOURS.paper)).toBeGreaterThanOrEqual(4.5);
});
