// `quitgpt move` as it is typed.
import { defineCommand, optional } from '../typed/command';
import { OUTPUT } from '../typed/options';

export const move = defineCommand({
  name: 'move',
  about: 'command_move',
  argument: optional('assistant', 'move_assistant', {
    completes: ({ alternatives }) => alternatives.map(({ id }) => id),
  }),
  options: OUTPUT,
  run: async (run, flags, name) => (await import('./move')).runMove(run, name, flags),
});
