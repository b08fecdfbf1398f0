// `quitgpt card` as it is typed.
import { defineCommand, flag, text } from '../typed/command';
import type { FlagsOf } from '../typed/command';
import { AS_JSON, OUTPUT } from '../typed/options';

const output = 'group_output';
const options = {
  size: text(output, { flags: '--size <size>', about: 'card_size' }, { choices: ['wide', 'tall', 'both'] }),
  format: text(output, { flags: '--format <format>', about: 'card_format' }, { choices: ['png', 'svg'] }),
  price: text(output, { flags: '--price <amount>', about: 'price' }),
  currency: text(output, { flags: '--currency <code>', about: 'currency' }),
  picture: text(output, { flags: '--picture <file>', about: 'picture' }),
  name: text(output, { flags: '--name <name>', about: 'card_name' }),
  reason: flag(output, { flags: '--no-reason', about: 'no_reason' }),
  out: text(output, { flags: '-o, --out <path>', about: 'card_out' }),
  force: OUTPUT.force,
  ...AS_JSON,
};
export type CardFlags = FlagsOf<typeof options>;

export const card = defineCommand({
  name: 'card',
  about: 'command_card',
  options,
  run: async (run, flags) => (await import('./card')).runCard(run, flags),
});
