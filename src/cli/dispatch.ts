// Runs the command that was typed, in the language found for it, and says every failure once.
import { CommanderError } from 'commander';
import type { Host } from '../host/host';
import { COMMAND_LINE, COMMANDS } from './commands/all';
import { EXIT } from './cli-error';
import { writeStdout } from './stdout';
import { languageFor } from './language-choice';
import type { LanguageChoice } from './language-choice';
import { readFlags } from './typed/command';
import { commandInFront } from './typed/command-in-front';
import { EVERYWHERE } from './typed/options';
import { buildProgram } from './typed/program';
import type { Performing } from './typed/program';
import { explainUsage } from './typed/usage';
import { translatorOf } from '../view/translator';
import { sayFailure } from './say-error';
import { readEarly } from './typed/early-words';

/** Runs one command. Resolves to the exit code; every failure has been said by then. */
export async function dispatch(host: Host): Promise<number> {
  let choice: LanguageChoice | undefined;
  try {
    choice = await languageFor(host, readEarly(host.argv).lang);
    return await runCommand(host, choice);
  } catch (error) {
    return sayFailure(host, choice, error);
  }
}

async function runCommand(host: Host, choice: LanguageChoice): Promise<number> {
  let code: number = EXIT.complete;
  let printed = '';
  const performing: Performing = {
    async perform(command, typed, everywhere) {
      const { startRun } = await import('./run');
      const run = await startRun(host, choice, readFlags(EVERYWHERE, everywhere));
      code = await command.run(run, typed, COMMAND_LINE);
    },
    // Options of the walk may stand before a command, as in `--goal delete checklist`.
    async onWord(word) {
      if (!COMMANDS.includes(word)) throw explainUsage.unknownCommand(word);
      await parse([word, ...withoutFirst(host.argv, word)]);
    },
  };
  const parse = async (argv: readonly string[]): Promise<void> => {
    const write = (text: string): void => {
      printed += text;
    };
    const program = buildProgram(translatorOf(choice.catalogue, choice.catalogue.lang), performing, write, argv);
    try {
      await program.parseAsync(argv, { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode !== 0) throw explainUsage.of(error, program);
    }
  };
  // "quitgpt help checklist" is "quitgpt checklist --help".
  await parse(commandInFront(host.argv[0] === 'help' ? [...host.argv.slice(1), '--help'] : host.argv));
  if (printed !== '') await writeStdout(host, printed);
  return code;
}

function withoutFirst(words: readonly string[], word: string): readonly string[] {
  const at = words.indexOf(word);
  return words.filter((_, index) => index !== at);
}
