// `quitgpt summary`, `status`, `undo`, `list` and `forget` as they are typed.
import { defineCommand, needed } from '../typed/command';
import { AS_JSON, OUTPUT } from '../typed/options';

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

export const undo = defineCommand({
  name: 'undo',
  about: 'command_undo',
  argument: needed('step', 'undo_step', { completes: ({ steps }) => steps.map(({ id }) => id) }),
  options: AS_JSON,
  run: async (run, flags, step) => (await import('./undo')).runUndo(run, flags, step),
});

export const list = defineCommand({
  name: 'list',
  about: 'command_list',
  options: OUTPUT,
  run: async (run, flags) => (await import('./list')).runList(run, flags),
});

export const forget = defineCommand({
  name: 'forget',
  about: 'command_forget',
  options: {},
  run: async (run) => (await import('./kept')).runForget(run),
});
