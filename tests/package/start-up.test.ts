// How long starts take: only ratios over `node -e 0` of the same round, since milliseconds are the machine's own.
import { expect, it } from 'vitest';
import { measure } from '../../scripts/bench/paired';

/** At most this many times as long as Node alone. */
const BUDGET = 1.5;
const ROUNDS = 25;

it.each([
  ['--version'],
  ['--help'],
  ['checklist --goal cancel --plan plus --billed-by openai'],
])(`%s starts within ${BUDGET} times the start of Node itself`, (command) => {
  const ratio = (): number => measure([command.split(' ')], ROUNDS).rows[0]?.ratio ?? NaN;
  const first = ratio();
  // A second try, because something else on the machine may have come in between.
  expect(first <= BUDGET ? first : ratio()).toBeLessThanOrEqual(BUDGET);
});
