// `quitgpt open` as it is typed.
import { defineCommand, optional } from '../typed/command';
import { OUTPUT } from '../typed/options';

export const open = defineCommand({
  name: 'open',
  about: 'command_open',
  argument: optional('page', 'page_id', { completes: ({ links }) => Object.keys(links) }),
  options: OUTPUT,
  run: async (run, flags, page) => (await import('./open')).runOpen(run, page, flags),
});
