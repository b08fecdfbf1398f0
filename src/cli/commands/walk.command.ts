// `quitgpt` without a command as it is typed.
import { anyWords, defineCommand } from '../typed/command';
import type { FlagsOf } from '../typed/command';
import { OUTPUT, PROGRESS, SITUATION } from '../typed/options';

const options = { ...SITUATION, ...PROGRESS, ...OUTPUT };
export type WalkFlags = FlagsOf<typeof options>;

export const walk = defineCommand({
  name: 'walk',
  argument: anyWords(),
  options,
  run: async (run, flags) => (await import('./walk')).runWalk(run, flags),
});
