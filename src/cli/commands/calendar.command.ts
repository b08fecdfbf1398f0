// `quitgpt calendar` as it is typed.
import { defineCommand, text } from '../typed/command';
import type { FlagsOf } from '../typed/command';
import { AS_JSON, OUTPUT } from '../typed/options';

const options = {
  out: text('group_output', { flags: '-o, --out <path>', about: 'calendar_out' }),
  force: OUTPUT.force,
  ...AS_JSON,
};
export type CalendarFlags = FlagsOf<typeof options>;

export const calendar = defineCommand({
  name: 'calendar',
  about: 'command_calendar',
  options,
  run: async (run, flags) => (await import('./calendar')).runCalendar(run, flags),
});
