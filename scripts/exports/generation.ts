// The forms that exports have had, oldest first.

/** `g6` is the newest: that of September 2026. */
export const GENERATIONS = ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'] as const;
export type Generation = (typeof GENERATIONS)[number];

/** Since July 2026 nodes name no children, and messages neither recipient nor weight nor status. */
export function isReduced(generation: Generation): boolean {
  return generation === 'g5' || generation === 'g6';
}
