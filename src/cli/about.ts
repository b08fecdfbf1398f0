// What the program says of itself before it has found its words.
import { CHECKED, VERSION } from '../content/compiled/about';

/** The main help is set for this width at most. */
export const HELP_WIDTH = 80;

/** "quitgpt 0.1.0 (steps checked 2026-11-21)", the same in every language: programs read it. */
export function versionLine(): string {
  return `quitgpt ${VERSION} (steps checked ${CHECKED})`;
}
