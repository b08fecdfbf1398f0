// What a made-up export is to be: its form, its size and how its JSON is written.
import { isReduced } from './generation';
import type { Generation } from './generation';
import type { TrueConversation } from './truth';

export type Plan = {
  readonly generation: Generation;
  readonly seed: number;
  /** How many conversations, or how many bytes their JSON has at least. */
  readonly conversations?: number;
  readonly size?: number;
  /** Conversations in a shard; 100. */
  readonly perShard?: number;
  readonly turns?: number;
  /** `spaced` as Python writes JSON by default (G1 to G3), `compact` (G4 and G5), or `indented` by two spaces with keys in the order of the alphabet (G6). */
  readonly style?: Style;
  /** Letters past ASCII as `\u` escapes, as Python writes them; true. */
  readonly escapes?: boolean;
  /** A byte order mark before, an object around the list, of every file of conversations. */
  readonly bom?: boolean;
  readonly wrapper?: boolean;
  /** `full` repeats all conversations in `chat.html`, as real ones do; `none` leaves it out. G1 to G3 have one. */
  readonly chatHtml?: 'full' | 'none';
  /** Hears of every conversation as it passes. */
  readonly onConversation?: (truth: TrueConversation, bytes: number) => void;
};

export type Style = 'spaced' | 'compact' | 'indented';

/** Whether it has assets as `.dat` and the files that tell of them, since late May 2026. */
export function hasLibrary({ generation }: Pick<Plan, 'generation'>): boolean {
  return generation === 'g4' || isReduced(generation);
}
