// `quitgpt checklist` as it is typed.
import { defineCommand } from '../typed/command';
import { ANSWERS, OUTPUT, SITUATION } from '../typed/options';

export const checklist = defineCommand({
  name: 'checklist',
  about: 'command_checklist',
  options: { ...SITUATION, ...ANSWERS, ...OUTPUT },
  run: async (run, flags) => (await import('./checklist')).runChecklist(run, flags),
});
