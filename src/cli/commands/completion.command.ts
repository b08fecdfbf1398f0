// `quitgpt completion` as it is typed, and `complete`, which only its scripts type.
import { anyWords, defineCommand, needed } from '../typed/command';
import { SHELLS } from '../typed/options';

export const completion = defineCommand({
  name: 'completion',
  about: 'command_completion',
  argument: needed('shell', 'shell', { completes: () => SHELLS }),
  options: {},
  run: async (run, _flags, shell, line) => (await import('./completion')).runCompletion(run, line, shell),
});

export const complete = defineCommand({
  name: 'complete',
  argument: anyWords(),
  options: {},
  takesAnything: true,
  run: async (run, _flags, words, line) => (await import('./completion')).runComplete(run, line, words),
});
