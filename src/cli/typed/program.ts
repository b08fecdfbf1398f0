// The command line as commander wants it, made from the definitions of the commands. Flags are never translated; their words are.
import { Command, Help, Option as CommanderOption } from 'commander';
import type { Message } from '../../content/schema';
import { colonOf } from '../../render/typography';
import type { Translator } from '../../view/translator';
import { HELP_WIDTH, versionLine } from '../about';
import { COMMAND_LINE } from '../commands/all';
import { isGroup, optionText } from './command';
import type { Argument, CommandDefinition, GroupDefinition, HelpWord, OptionSet, Table, Typed } from './command';

/** What happens with the command that was understood. */
export type Performing = {
  perform(command: CommandDefinition, typed: Typed, everywhere: Typed['values']): Promise<void>;
  /** Called with the first word behind options of the walk, which takes none: it may be a command. */
  onWord(word: string): Promise<void>;
};

/**
 * The command line in the voice's language: all of it, or only the command that was typed, since building the others takes
 * time. Nothing is printed or ended by commander itself: errors are thrown.
 */
export function buildProgram(
  translator: Translator,
  performing: Performing,
  write: (text: string) => void,
  argv: readonly string[],
): Command {
  const { ui, say } = translator;
  const { help } = ui;
  const configure = configurer(translator, write);
  const program = configure(new Command('quitgpt'))
    .description(`${say(help.about)}\n${say(ui.common.not_affiliated)} ${say(help.privacy)}`)
    .helpCommand(false)
    .version(versionLine(), '-V, --version', say(help.version))
    .addHelpText('after', ({ command }) => below(command, translator, [examples(translator)], [exitCodes(translator)]));
  addOptions(program, COMMAND_LINE.everywhere, translator);

  const fill = (command: Command, definition: CommandDefinition): void => {
    if (definition.about !== undefined) command.description(say(help[definition.about]));
    if (definition.argument !== undefined) addArgument(command, definition.argument, translator);
    if (definition.takesAnything === true) command.allowUnknownOption();
    addOptions(command, definition.options, translator);
    if (definition.below !== undefined)
      command.addHelpText('after', ({ command: shown }) =>
        below(shown, translator, [], definition.below?.(translator) ?? []),
      );
    command.action(async () => {
      const typed = { argument: command.processedArgs[0] as unknown, values: command.opts() };
      const [word] = definition === COMMAND_LINE.main ? command.args : [];
      return word === undefined ? performing.perform(definition, typed, program.opts()) : performing.onWord(word);
    });
  };
  const add = (definition: CommandDefinition | GroupDefinition, hidden: boolean): void => {
    const command = configure(program.command(definition.name, { hidden }));
    if (!isGroup(definition)) return fill(command, definition);
    command.description(say(help[definition.about])).helpCommand('help [command]', say(help.help));
    for (const one of definition.commands) fill(configure(command.command(one.name)), one);
  };
  const { main } = COMMAND_LINE;
  const only = COMMAND_LINE.commands.find(({ name }) => name === argv[0]) ?? (isWalkAlone(argv) ? main : undefined);
  for (const one of COMMAND_LINE.commands) if (only === undefined || only === one) add(one, one.about === undefined);
  if (only === undefined || only === main) {
    const walk = configure(program.command(main.name, { isDefault: true, hidden: true }));
    fill(walk, main);
    // The walk needs no command word: its options are shown in the main help.
    program.configureHelp({
      ...program.configureHelp(),
      visibleOptions: () => [...walk.options, ...new Help().visibleOptions(program)],
      groupItems: inOrder,
    });
  }
  return program;
}

/** Neither another command nor the help, which lists them all, can be what these words ask for. */
function isWalkAlone(argv: readonly string[]): boolean {
  const commands = COMMAND_LINE.commands.map(({ name }) => name);
  // `-qh` is `-q -h`.
  return !argv.some((word) => commands.includes(word) || word === '--help' || /^-[A-Za-z]*h/.test(word));
}

/** The main help as it is printed. */
export function helpText(translator: Translator): string {
  let text = '';
  const nothing: Performing = { perform: async () => {}, onWord: async () => {} };
  buildProgram(translator, nothing, (part) => (text += part), ['--help']).outputHelp();
  return text;
}

/** What every command has in common: errors are thrown, help is written through `write` with our words. */
function configurer(translator: Translator, write: (text: string) => void): (command: Command) => Command {
  const { ui, say } = translator;
  const { help } = ui;
  const titles: Readonly<Record<string, HelpWord>> = {
    'Usage:': 'usage',
    'Options:': 'group_help',
    'Commands:': 'commands',
    'Arguments:': 'arguments',
    'Global Options:': 'group_behaviour',
  };
  const usageWords = (text: string): string =>
    text.replace('[options]', `[${say(help.options_word)}]`).replace('[command]', `[${say(help.command_word)}]`);
  const styleTitle = (text: string): string => {
    const word = titles[text];
    return word === undefined ? text : titled(translator, help[word]);
  };
  const commandUsage = (command: Command): string => usageWords(new Help().commandUsage(command));
  const subcommandTerm = (command: Command): string => usageWords(new Help().subcommandTerm(command));
  return (command) =>
    command
      .exitOverride()
      .configureOutput({ writeOut: write, writeErr: () => {} })
      .configureHelp({ styleTitle, commandUsage, subcommandTerm, showGlobalOptions: true, minWidthToWrap: 20 })
      .helpOption('-h, --help', say(help.help));
}

function addOptions(command: Command, options: OptionSet, translator: Translator): void {
  for (const option of Object.values(options)) {
    for (const { flags, about } of option.forms) {
      const added = new CommanderOption(flags, about === undefined ? '' : optionText(translator, about, option))
        .hideHelp(about === undefined)
        .makeOptionMandatory(option.isRequired === true)
        .helpGroup(titled(translator, translator.ui.help[option.heading]));
      // Commander gathers the words of a variadic option itself.
      if (option.isRepeated === true && !added.variadic) added.argParser(gathered);
      command.addOption(added);
    }
  }
}

function addArgument(command: Command, { syntax, about }: Argument<unknown>, { say, ui }: Translator): void {
  if (about === undefined) command.argument(syntax);
  else command.argument(syntax, say(ui.help[about]));
}

function gathered(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** A title with the colon of its language. */
function titled({ say, lang }: Translator, title: Message): string {
  return `${say(title)}${colonOf(lang)}`;
}

/** Groups in the order in which they are shown first; commander goes by the order of definition. */
function inOrder<T extends Command | CommanderOption>(
  _defined: T[],
  shown: T[],
  groupOf: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of shown) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return groups;
}

/** What stands under a help, set like the options above it: commander breaks lines only where it is told the width. */
function below(
  command: Command,
  translator: Translator,
  ready: readonly string[],
  parts: readonly (Table | string)[],
): string {
  const layout = command.createHelp();
  layout.helpWidth = Math.min(layout.helpWidth ?? HELP_WIDTH, HELP_WIDTH);
  const width = layout.helpWidth;
  const texts = parts.map((part) =>
    typeof part === 'string'
      ? layout.boxWrap(part, width)
      : [
          titled(translator, translator.ui.help[part.title]),
          ...part.rows.map(([term, what]) => layout.formatItem(term, 3, what, layout)),
        ].join('\n'),
  );
  return `\n${[...ready, ...texts].join('\n\n')}`;
}

function examples(translator: Translator): string {
  const { say } = translator;
  const { help } = translator.ui;
  const rows = [
    ['npx quitgpt', help.example_walk],
    [
      'npx quitgpt --no-input --goal cancel --plan plus --billed-by apple --uses none --next-billing unsure',
      help.example_script,
    ],
    ['npx quitgpt checklist --format html --out .', help.example_checklist],
  ] as const;
  return `${titled(translator, help.examples)}\n${rows.map(([command, what]) => `  ${command}\n      ${say(what)}`).join('\n')}`;
}

function exitCodes({ say, ui: { help } }: Translator): Table {
  const rows = (['0', '1', '2', '3', '130'] as const).map((code) => [code, say(help[`exit_${code}`])] as const);
  return { title: 'exit_title', rows };
}
