// Turns commander's complaints into ours: what was not understood, in the person's language, with the nearest word.
import type { Command, CommanderError } from 'commander';
import { nearest } from './values';
import { COMMANDS } from '../commands/all';
import { Refusal } from '../cli-error';

export const explainUsage = {
  /** A word that is no command, or none of a group such as `export`. */
  unknownCommand(word: string, group?: Command): Refusal {
    const suggestion = nearest(word, group?.commands.map((one) => one.name()) ?? COMMANDS);
    return new Refusal(
      'unknown_command',
      { command: word },
      suggestion === undefined
        ? {}
        : { suggestion: ['quitgpt', ...(group === undefined ? [] : [group.name()]), suggestion].join(' ') },
    );
  },

  /** A usage error of commander's, by its code. */
  of(error: CommanderError, program: Command): Refusal {
    const word = /'([^']+)'/.exec(error.message)?.[1] ?? '';
    switch (error.code) {
      case 'commander.unknownOption': {
        const option = word.replace(/=.*$/s, '');
        const flags = withCommands(program).flatMap(({ options }) => options.flatMap(({ long }) => long ?? []));
        const suggestion = nearest(
          option,
          [...new Set(flags)].filter((flag) => flag !== option),
        );
        return new Refusal(
          'unknown_option',
          { option },
          { flag: option, ...(suggestion === undefined ? {} : { suggestion }) },
        );
      }
      case 'commander.optionMissingArgument': {
        // Commander names the option as it was declared: "-o, --out <path>".
        const option = /--[a-z-]+/.exec(word)?.[0] ?? word;
        return new Refusal('missing_value', { option }, { flag: option });
      }
      case 'commander.missingMandatoryOptionValue': {
        const option = /--[a-z-]+/.exec(word)?.[0] ?? word;
        return new Refusal('missing_option', { option }, { flag: option });
      }
      case 'commander.help':
        return new Refusal('missing_command', {
          list:
            groupOf(program)
              ?.commands.map((one) => `\`quitgpt ${one.parent?.name() ?? ''} ${one.name()}\``)
              .join(', ') ?? '',
        });
      case 'commander.missingArgument':
        return new Refusal('missing_argument', { argument: word });
      case 'commander.excessArguments':
        return new Refusal('too_many_arguments', { argument: program.args.at(-1) ?? '' });
      case 'commander.unknownCommand':
        return explainUsage.unknownCommand(word, groupOf(program));
      default:
        return new Refusal('unexpected', { why: error.message });
    }
  },
};

/** The command that has commands of its own, when it was the one that was typed. */
function groupOf(program: Command): Command | undefined {
  return program.commands.find((command) => command.commands.length > 0 && command.name() === program.args[0]);
}

/** The command and all under it. */
function withCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withCommands)];
}
