// `quitgpt summary`, `status` and `forget` as they are typed.
import { defineCommand } from '../typed/command';
import { OUTPUT } from '../typed/options';

export const summary = defineCommand({
  name: 'summary',
  about: 'command_summary',
  options: OUTPUT,
  run: async (run, flags) => (await import('./kept')).runSummary(run, flags),
});

export const status = defineCommand({
  name: 'status',
  about: 'command_status',
  options: OUTPUT,
  run: async (run, flags) => (await import('./kept')).runStatus(run, flags),
});

export const forget = defineCommand({
  name: 'forget',
  about: 'command_forget',
  options: {},
  run: async (run) => (await import('./kept')).runForget(run),
});
