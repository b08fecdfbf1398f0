// `quitgpt proof` as it is typed.
import { defineCommand, flag, several, text, texts } from '../typed/command';
import type { FlagsOf } from '../typed/command';
import { OUTPUT } from '../typed/options';

const output = 'group_output';
const options = {
  clean: flag(output, { flags: '--clean', about: 'clean' }),
  redact: texts(output, { flags: '--redact <box>', about: 'redact' }),
  autoRedact: flag(output, { flags: '--auto-redact', about: 'auto_redact' }),
  crop: text(output, { flags: '--crop <box>', about: 'crop' }),
  name: text(output, { flags: '--name <name>', about: 'proof_name' }),
  read: flag(output, { flags: '--no-read', about: 'no_read' }),
  ...OUTPUT,
};
export type ProofFlags = FlagsOf<typeof options>;

export const proof = defineCommand({
  name: 'proof',
  about: 'command_proof',
  argument: several('files', 'proof_files'),
  options,
  async run(run, flags, files) {
    const [{ runProof }, { pictureReader }] = await Promise.all([
      import('./proof'),
      import('../pictures/picture-thread'),
    ]);
    return runProof(run, files, flags, pictureReader(run, flags.name));
  },
});
