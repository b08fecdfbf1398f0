// How the time of some work grows with its input. Counted in processor time, so that other programs beside the tests do not matter.

/** Linear work gives about 8, quadratic work about 64: in between lies what a slow moment of the machine may add. */
export const LINEAR = 30;

/** Shorter times than this, in microseconds, are noise: they count as this long. */
const LEAST = 3000;

/**
 * How many times as long `work` takes for an input eight times as large: the best of three for each, to be held against `LINEAR`.
 * `made` makes the input of a size and is not counted. Choose `size` so that quadratic work on the large input would take a tenth of
 * a second at least.
 */
export function growthOf<T>(size: number, made: (size: number) => T, work: (input: T) => unknown): number {
  const [small, large] = [made(size), made(8 * size)];
  work(small); // Compiles it.
  const best = (input: T): number => Math.min(...[1, 2, 3].map(() => timed(() => work(input)).microseconds));
  return best(large) / Math.max(LEAST, best(small));
}

/** What `work` gives, and the processor time it takes, the system's part included. */
export function timed<T>(work: () => T): { readonly result: T; readonly microseconds: number } {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, microseconds: user + system };
}
