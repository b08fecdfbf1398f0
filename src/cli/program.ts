// What is typed at a shell: commands, flags and help, by commander. Flags are never translated; their words are.
import { Command, Help, Option } from 'commander';
import type { Message } from '../content/schema';
import type { Voice } from '../view/voice';
import { CHOICES_OF, PLACES } from './options';
import { addExport } from './program-export';
import { FORMATS } from '../render/formats';
import { colonOf } from '../render/typography';
import { HELP_WIDTH, versionLine } from './about';

/** What the commands do; each gets the flags of its own and those of every command. */
export type Actions = {
  walk(flags: object, words: readonly string[]): Promise<void>;
  checklist(flags: object): Promise<void>;
  open(id: string | undefined, flags: object): Promise<void>;
  proof(files: readonly string[], flags: object): Promise<void>;
  exportCheck(path: string | undefined, flags: object): Promise<void>;
  exportSave(path: string, flags: object): Promise<void>;
  summary(flags: object): Promise<void>;
  status(flags: object): Promise<void>;
  forget(flags: object): Promise<void>;
  card(flags: object): Promise<void>;
  share(flags: object): Promise<void>;
  why(flags: object): Promise<void>;
  campaign(flags: object): Promise<void>;
  alternatives(flags: object): Promise<void>;
  schema(name: string, flags: object): Promise<void>;
  completion(shell: string, flags: object, program: Command): Promise<void>;
  complete(words: readonly string[], flags: object, program: Command): Promise<void>;
};

export const COMMANDS = [
  'checklist',
  'open',
  'proof',
  'export',
  'summary',
  'status',
  'forget',
  'card',
  'share',
  'why',
  'campaign',
  'alternatives',
  'schema',
  'completion',
] as const;

/**
 * The command line in the voice's language: all of it, or only the command that `argv` begins with, since building the
 * others takes time. Nothing is printed or ended by commander itself: errors are thrown.
 */
export function buildProgram(
  voice: Voice,
  actions: Actions,
  write: (text: string) => void,
  argv: readonly string[],
): Command {
  const { ui } = voice;
  const { help } = ui;
  const tell = (message: Message): string => voice.say(message);
  const configure = configurer(voice, write);
  const program = configure(new Command('quitgpt'))
    .description(`${tell(help.about)}\n${tell(ui.common.not_affiliated)} ${tell(help.privacy)}`)
    .helpCommand(false)
    .version(versionLine(), '-V, --version', tell(help.version))
    .addHelpText('after', ({ command }) => `\n${examples(voice)}\n\n${exitCodes(voice, command.createHelp())}`);
  addGlobal(program, voice);

  const only = ONE_AT_A_TIME.find((name) => name === argv[0]);
  const add = (name: (typeof COMMANDS)[number], about: Message, fill: (command: Command) => void): void => {
    if (only === undefined || only === name) fill(configure(program.command(name)).description(tell(about)));
  };
  if (only === undefined) addWalk(program, configure, voice, actions);
  add('checklist', help.command_checklist, (command) => {
    addOutput(addSituation(command, voice).option('--answers <file>', tell(help.answers)), voice).action(async () =>
      actions.checklist(command.optsWithGlobals()),
    );
  });
  add('open', help.command_open, (command) => {
    addOutput(command.argument('[page]', tell(help.page_id)), voice).action(async (id?: string) =>
      actions.open(id, command.optsWithGlobals()),
    );
  });
  add('proof', help.command_proof, (command) => {
    command
      .argument('<files...>', tell(help.proof_files))
      .optionsGroup(titled(voice, help.group_output))
      .option('--clean', tell(help.clean))
      .option('--redact <box>', tell(help.redact), collect)
      .option('--auto-redact', tell(help.auto_redact))
      .option('--crop <box>', tell(help.crop))
      .option('--name <name>', tell(help.proof_name))
      .option('--no-read', tell(help.no_read));
    addOutput(command, voice).action(async (files: string[]) => actions.proof(files, command.optsWithGlobals()));
  });
  add('export', help.command_export, (command) => addExport(command, configure, voice, actions, addOutput));
  for (const [name, about] of [
    ['summary', help.command_summary],
    ['status', help.command_status],
    ['why', help.command_why],
    ['campaign', help.command_campaign],
    ['alternatives', help.command_alternatives],
  ] as const) {
    add(
      name,
      about,
      (command) => void addOutput(command, voice).action(async () => actions[name](command.optsWithGlobals())),
    );
  }
  add(
    'forget',
    help.command_forget,
    (command) => void command.action(async () => actions.forget(command.optsWithGlobals())),
  );
  add(
    'card',
    help.command_card,
    (command) => void addCard(command, voice).action(async () => actions.card(command.optsWithGlobals())),
  );
  add('share', help.command_share, (command) => {
    // `--no-open` of every command gives `open` a value of its own, so the wish to open goes by another name.
    addShare(command, voice).action(async () =>
      actions.share({ ...command.optsWithGlobals(), openPage: command.opts()['open'] === true }),
    );
  });
  add('schema', help.command_schema, (command) => {
    command
      .argument('<name>', tell(help.schema_name))
      .action(async (name: string) => actions.schema(name, command.optsWithGlobals()));
  });
  add('completion', help.command_completion, (command) => {
    command
      .argument('<shell>', tell(help.shell))
      .action(async (shell: string) => actions.completion(shell, command.optsWithGlobals(), program));
  });
  return program;
}

/** Completion needs the whole tree. */
const ONE_AT_A_TIME = COMMANDS.filter((name) => name !== 'completion');

/** The main help as it is printed. */
export function helpText(voice: Voice, actions: Actions): string {
  let text = '';
  buildProgram(voice, actions, (part) => (text += part), []).outputHelp();
  return text;
}

/** What every command has in common: errors are thrown, help is written through `write` with our words. */
function configurer({ ui, say, lang }: Voice, write: (text: string) => void): (command: Command) => Command {
  const { help } = ui;
  const title = (message: Message): string => `${say(message)}${colonOf(lang)}`;
  const titles: Readonly<Record<string, Message>> = {
    'Usage:': help.usage,
    'Options:': help.group_help,
    'Commands:': help.commands,
    'Arguments:': help.arguments,
    'Global Options:': help.group_behaviour,
  };
  const usageWords = (text: string): string =>
    text.replace('[options]', `[${say(help.options_word)}]`).replace('[command]', `[${say(help.command_word)}]`);
  const styleTitle = (text: string): string => {
    const message = titles[text];
    return message === undefined ? text : title(message);
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

/** The walk needs no command word: its flags are shown in the main help. */
function addWalk(program: Command, configure: (command: Command) => Command, voice: Voice, actions: Actions): void {
  const walk = configure(program.command('walk', { isDefault: true, hidden: true })).argument('[words...]');
  addOutput(addProgress(addSituation(walk, voice), voice), voice).action(async (words: string[]) =>
    actions.walk(walk.optsWithGlobals(), words),
  );
  program.configureHelp({
    ...program.configureHelp(),
    visibleOptions: () => [...walk.options, ...new Help().visibleOptions(program)],
    groupItems: inOrder,
  });
  // Only completion scripts call this one.
  const complete = configure(program.command('complete', { hidden: true }))
    .argument('[words...]')
    .allowUnknownOption();
  complete.action(async (words: string[]) => actions.complete(words, complete.optsWithGlobals(), program));
}

function addSituation(command: Command, voice: Voice): Command {
  const { say } = voice;
  const { help } = voice.ui;
  const choices = (id: keyof typeof CHOICES_OF): string => ` (${CHOICES_OF[id].join(', ')})`;
  return command
    .optionsGroup(titled(voice, help.group_situation))
    .option('--goal <goal>', say(help.goal) + choices('goal'))
    .option('--plan <plan>', say(help.plan) + choices('plan'))
    .option('--billed-by <billers>', say(help.billed_by) + choices('billed-by'), collect)
    .option('--role <role>', say(help.role) + choices('role'))
    .option('--uses <things>', say(help.uses) + choices('uses'), collect)
    .option('--next-billing <day>', say(help.next_billing))
    .option('--region <region>', say(help.region) + choices('region'))
    .option('--charged-on <day>', say(help.charged_on))
    .option('--locked-out', say(help.locked_out))
    .option('--shared-computer', say(help.shared_computer))
    .option('--clean-up', say(help.clean_up))
    .option('--share', say(help.share));
}

function addProgress(command: Command, voice: Voice): Command {
  const { say } = voice;
  const { help } = voice.ui;
  return command
    .optionsGroup(titled(voice, help.group_progress))
    .option('--answers <file>', say(help.answers))
    .option('--step <step>', say(help.step))
    .option('--done <steps...>', say(help.done))
    .option('--skip <steps...>', say(help.skip))
    .option('--proof <file>', say(help.proof), collect)
    .option('--reason <reason>', say(help.reason))
    .option('--reason-text <text>', say(help.reason_text))
    .option('--name <name>', say(help.name));
}

function addOutput(command: Command, voice: Voice): Command {
  const { say } = voice;
  const { help } = voice.ui;
  return command
    .optionsGroup(titled(voice, help.group_output))
    .option('--format <format>', `${say(help.format)} (${FORMATS.join(', ')})`)
    .option('--json', say(help.json))
    .option('-o, --out <path>', say(help.out))
    .option('--force', say(help.force));
}

function addCard(command: Command, voice: Voice): Command {
  const { say } = voice;
  const { help } = voice.ui;
  return command
    .optionsGroup(titled(voice, help.group_output))
    .option('--size <size>', `${say(help.card_size)} (wide, tall, both)`)
    .option('--format <format>', `${say(help.card_format)} (png, svg)`)
    .option('--price <amount>', say(help.price))
    .option('--currency <code>', say(help.currency))
    .option('--picture <file>', say(help.picture))
    .option('--name <name>', say(help.card_name))
    .option('--no-reason', say(help.no_reason))
    .option('-o, --out <path>', say(help.card_out))
    .option('--force', say(help.force))
    .option('--json', say(help.as_json));
}

function addShare(command: Command, voice: Voice): Command {
  const { say } = voice;
  const { help } = voice.ui;
  return command
    .optionsGroup(titled(voice, help.group_output))
    .option('--on <place>', `${say(help.share_on)} (${PLACES.join(', ')})`)
    .option('--copy', say(help.copy))
    .option('--open', say(help.open_page))
    .option('--json', say(help.as_json));
}

function addGlobal(command: Command, voice: Voice): Command {
  const { say } = voice;
  const { help } = voice.ui;
  return command
    .optionsGroup(titled(voice, help.group_behaviour))
    .option('-l, --lang <language>', say(help.lang))
    .option('--menu-lang <language>', say(help.menu_lang))
    .option('--no-input', say(help.no_input))
    .option('--no-open', say(help.no_open))
    .option('--plain', say(help.plain))
    .addOption(new Option('--color').hideHelp())
    .option('--no-color', say(help.no_color))
    .option('-q, --quiet', say(help.quiet))
    .option('--record <file>', say(help.record))
    .option('--no-record', say(help.no_record))
    .option('-y, --yes', say(help.yes))
    .option('--debug', say(help.debug));
}

/** A title with the colon of its language. */
function titled({ say, lang }: Voice, title: Message): string {
  return `${say(title)}${colonOf(lang)}`;
}

/** Groups in the order in which they are shown first; commander goes by the order of definition. */
function inOrder<T extends Command | Option>(
  _defined: T[],
  shown: T[],
  groupOf: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of shown) groups.set(groupOf(item), [...(groups.get(groupOf(item)) ?? []), item]);
  return groups;
}

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

function examples(voice: Voice): string {
  const { say } = voice;
  const { help } = voice.ui;
  const rows = [
    ['npx quitgpt', help.example_walk],
    [
      'npx quitgpt --no-input --goal cancel --plan plus --billed-by apple --uses none --next-billing unsure',
      help.example_script,
    ],
    ['npx quitgpt checklist --format html --out .', help.example_checklist],
  ] as const;
  return `${titled(voice, help.examples)}\n${rows.map(([command, what]) => `  ${command}\n      ${say(what)}`).join('\n')}`;
}

/** Set like the options above it: commander breaks lines only where it is told the width. */
function exitCodes(voice: Voice, layout: Help): string {
  const { help } = voice.ui;
  const rows = [
    ['0', help.exit_0],
    ['1', help.exit_1],
    ['2', help.exit_2],
    ['3', help.exit_3],
    ['130', help.exit_130],
  ] as const;
  layout.helpWidth = Math.min(layout.helpWidth ?? HELP_WIDTH, HELP_WIDTH);
  return `${titled(voice, help.exit_title)}\n${rows.map(([code, what]) => layout.formatItem(code, 3, voice.say(what), layout)).join('\n')}`;
}
