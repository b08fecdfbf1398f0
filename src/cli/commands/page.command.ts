// `quitgpt page` as it is typed.
import { LANGUAGES } from '../../content/compiled/about';
import { defineCommand, text } from '../typed/command';
import type { FlagsOf } from '../typed/command';
import { OUTPUT } from '../typed/options';

const output = 'group_output';
const options = {
  langs: text(output, { flags: '--langs <languages>', about: 'page_langs' }, { completes: () => LANGUAGES }),
  out: text(output, { flags: '-o, --out <path>', about: 'page_out' }),
  url: text(output, { flags: '--url <address>', about: 'page_url' }),
  force: OUTPUT.force,
};
export type PageFlags = FlagsOf<typeof options>;

export const page = defineCommand({
  name: 'page',
  about: 'command_page',
  options,
  run: async (run, flags) => (await import('./page')).runPage(run, flags),
});
