// `quitgpt share` as it is typed.
import { defineCommand, flag, text } from '../typed/command';
import type { FlagsOf } from '../typed/command';
import { AS_JSON, PLACES } from '../typed/options';

const output = 'group_output';
const options = {
  on: text(output, { flags: '--on <place>', about: 'share_on' }, { choices: PLACES }),
  copy: flag(output, { flags: '--copy', about: 'copy' }),
  /** The wish to open its page; `--no-open` is one of the options everywhere, and stronger. */
  open: flag(output, { flags: '--open', about: 'open_page' }),
  ...AS_JSON,
};
export type ShareFlags = FlagsOf<typeof options>;

export const share = defineCommand({
  name: 'share',
  about: 'command_share',
  options,
  run: async (run, flags) => (await import('./share')).runShare(run, flags),
});
