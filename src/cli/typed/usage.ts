// Turns commander's complaints into ours: what was not understood, in the person's language, with the nearest word.
import type { Command, CommanderError } from 'commander';
import { nearest } from './values';
import { COMMAND_LINE, COMMANDS } from '../commands/all';
import { CliError } from '../cli-error';
import { isGroup } from './command';
import type { OptionSet } from './command';

export const explainUsage = {
  /** A word that is no command, or none of a group such as `export`. */
  unknownCommand(word: string, group?: Command): CliError {
    const suggestion = nearest(word, group?.commands.map((one) => one.name()) ?? COMMANDS);
    return new CliError(
      'unknown_command',
      { command: word },
      suggestion === undefined
        ? {}
        : { suggestion: ['quitgpt', ...(group === undefined ? [] : [group.name()]), suggestion].join(' ') },
    );
  },

  /** A usage error of commander's, by its code. */
  of(error: CommanderError, program: Command): CliError {
    const word = /'([^']+)'/.exec(error.message)?.[1] ?? '';
    switch (error.code) {
      case 'commander.unknownOption': {
        const option = word.replace(/=.*$/s, '');
        const suggestion = nearest(
          option,
          [...new Set(flagsOf(program))].filter((flag) => flag !== option),
        );
        return new CliError(
          'unknown_option',
          { option },
          { flag: option, ...(suggestion === undefined ? {} : { suggestion }) },
        );
      }
      case 'commander.optionMissingArgument': {
        // Commander names the option as it was declared: "-o, --out <path>".
        const option = /--[a-z-]+/.exec(word)?.[0] ?? word;
        return new CliError('missing_value', { option }, { flag: option });
      }
      case 'commander.missingMandatoryOptionValue': {
        const option = /--[a-z-]+/.exec(word)?.[0] ?? word;
        return new CliError('missing_option', { option }, { flag: option });
      }
      case 'commander.help':
        return new CliError('missing_command', {
          list:
            groupOf(program)
              ?.commands.map((one) => `\`quitgpt ${one.parent?.name() ?? ''} ${one.name()}\``)
              .join(', ') ?? '',
        });
      case 'commander.missingArgument':
        return new CliError('missing_argument', { argument: word });
      case 'commander.excessArguments':
        return new CliError('too_many_arguments', { argument: program.args.at(-1) ?? '' });
      case 'commander.unknownCommand':
        return explainUsage.unknownCommand(word, groupOf(program));
      default:
        return new CliError('unexpected', { why: error.message });
    }
  },
};

/** The command that has commands of its own, when it was the one that was typed. */
function groupOf(program: Command): Command | undefined {
  return program.commands.find((command) => command.commands.length > 0 && command.name() === program.args[0]);
}

/** The long flags that could have been meant: those of the command that was typed, or of all where none was. */
function flagsOf(program: Command): readonly string[] {
  const { main, commands } = COMMAND_LINE;
  const own = withCommands(program).flatMap(({ options }) => options.flatMap(({ long }) => long ?? []));
  if (!program.commands.some((one) => one.name() === main.name)) return own;
  const others = commands.flatMap((one) => (isGroup(one) ? one.commands : [one]));
  return [...own, ...others.flatMap(({ options }) => longFlags(options))];
}

function longFlags(options: OptionSet): readonly string[] {
  return Object.values(options).flatMap(({ forms }) => forms.flatMap(({ flags }) => /--[a-z-]+/.exec(flags) ?? []));
}

/** The command and all under it. */
function withCommands(command: Command): readonly Command[] {
  return [command, ...command.commands.flatMap(withCommands)];
}
