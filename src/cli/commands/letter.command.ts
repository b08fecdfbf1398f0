// `quitgpt letter` as it is typed.
import { LETTER_KINDS } from '../../journey/letter';
import { defineCommand, needed, text } from '../typed/command';
import type { FlagsOf } from '../typed/command';
import { LETTER_FORMATS, OUTPUT, SITUATION } from '../typed/options';

const situation = 'group_situation';
const options = {
  region: SITUATION.region,
  country: text(situation, { flags: '--country <country>', about: 'letter_country' }),
  plan: SITUATION.plan,
  billedBy: SITUATION.billedBy,
  chargedOn: SITUATION.chargedOn,
  cancelledOn: text(situation, { flags: '--cancelled-on <day>', about: 'cancelled_on' }),
  amount: text(situation, { flags: '--amount <amount>', about: 'letter_amount' }),
  name: text(situation, { flags: '--name <name>', about: 'letter_name' }),
  accountEmail: text(situation, { flags: '--account-email <address>', about: 'account_email' }),
  ...OUTPUT,
  format: text('group_output', { flags: '--format <format>', about: 'format' }, { choices: LETTER_FORMATS }),
};
export type LetterFlags = FlagsOf<typeof options>;

export const letter = defineCommand({
  name: 'letter',
  about: 'command_letter',
  argument: needed('kind', 'letter_kind', { completes: () => LETTER_KINDS }),
  options,
  run: async (run, flags, kind) => (await import('./letter')).runLetter(run, kind, flags),
});
