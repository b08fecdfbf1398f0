// `quitgpt kit` as it is typed.
import { LANGUAGES } from '../../content/compiled/about';
import { defineCommand, text, texts } from '../typed/command';
import type { FlagsOf } from '../typed/command';
import { AS_JSON, OUTPUT } from '../typed/options';

const output = 'group_output';
const options = {
  langs: texts(output, { flags: '--langs <languages>', about: 'langs' }, { completes: () => LANGUAGES }),
  out: text(output, { flags: '-o, --out <path>', about: 'kit_out' }),
  force: OUTPUT.force,
  ...AS_JSON,
};
export type KitFlags = FlagsOf<typeof options>;

export const kit = defineCommand({
  name: 'kit',
  about: 'command_kit',
  options,
  run: async (run, flags) => (await import('./kit')).runKit(run, flags),
});
