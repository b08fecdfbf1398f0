// `quitgpt completion SHELL` prints a script for the shell; the script asks `quitgpt complete -- WORDS` at each Tab.
import { RootCommand } from '@bomb.sh/tab';
import type { Command as Completed } from '@bomb.sh/tab';
import type { Command, Option } from 'commander';
import { LANGUAGES } from '../../content/compiled/about';
import { FORMATS } from '../../render/formats';
import { EXIT } from '../exit-codes';
import type { ExitCode } from '../exit-codes';
import { CHOICES_OF, nearest, PLACES } from '../options';
import { Refusal } from '../refusal';
import { writeStdout } from '../stdout';
import type { Run } from '../run';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** Prints the completion script of a shell. */
export async function runCompletion({ host, catalogue }: Run, program: Command, shell: string): Promise<ExitCode> {
  const known = SHELLS.find((one) => one === shell);
  const suggestion = nearest(shell, SHELLS);
  if (known === undefined)
    throw new Refusal(
      'bad_shell',
      { value: shell, list: SHELLS.join(', ') },
      suggestion === undefined ? {} : { suggestion },
    );
  await writeStdout(
    host,
    printedBy(() => completionOf(program, catalogue).setup('quitgpt', 'quitgpt', known)),
  );
  return EXIT.complete;
}

/** Prints what could follow `words`, for the script. */
export async function runComplete(
  { host, catalogue }: Run,
  program: Command,
  words: readonly string[],
): Promise<ExitCode> {
  await writeStdout(
    host,
    printedBy(() => completionOf(program, catalogue).parse([...words])),
  );
  return EXIT.complete;
}

/** What the completion library prints: it knows only the console, where a closed pipe or a full disk goes unnoticed. */
function printedBy(print: () => void): string {
  const { log } = console;
  let text = '';
  console.log = (line: string) => {
    text += `${line}\n`;
  };
  try {
    print();
  } finally {
    console.log = log;
  }
  return text;
}

/** The command line as the completion library wants it: commander's own tree, with the words each flag takes. */
function completionOf(program: Command, { guide }: Run['catalogue']): RootCommand {
  const steps = guide.steps.map(({ id }) => id);
  const values: Readonly<Record<string, readonly string[]>> = {
    goal: CHOICES_OF.goal,
    plan: CHOICES_OF.plan,
    'billed-by': CHOICES_OF['billed-by'],
    role: CHOICES_OF.role,
    uses: CHOICES_OF.uses,
    region: CHOICES_OF.region,
    size: ['wide', 'tall', 'both'],
    on: PLACES,
    format: FORMATS,
    lang: LANGUAGES,
    step: steps,
    done: steps,
    skip: steps,
    reason: guide.claims.map(({ id }) => id),
  };
  // Forms of pictures and of saved chats are others than those of a page.
  const ownFormats: Readonly<Record<string, readonly string[]>> = {
    card: ['png', 'svg'],
    save: ['markdown', 'jsonl', 'html'],
  };
  const words: Readonly<Record<string, readonly string[]>> = {
    page: Object.keys(guide.links),
    shell: SHELLS,
    name: ['answers'],
  };
  const root = new RootCommand();
  const addOptions = (
    completed: Completed,
    options: readonly Option[],
    own: { readonly format?: readonly string[] } = {},
  ): void => {
    for (const option of options.filter(({ hidden }) => !hidden)) {
      const name = option.long?.slice(2) ?? '';
      const takes = name === 'format' ? (own.format ?? values['format']) : values[name];
      if (!option.required) completed.option(name, option.description, option.short?.slice(1));
      else
        completed.option(
          name,
          option.description,
          (complete) => takes?.forEach((value) => complete(value, '')),
          option.short?.slice(1),
        );
    }
  };
  const walk = program.commands.find((command) => command.name() === 'walk');
  addOptions(root, [...(walk?.options ?? []), ...program.options]);
  const addCommands = (parent: Command, before: readonly string[]): void => {
    for (const command of parent.createHelp().visibleCommands(parent)) {
      const names = [...before, command.name()];
      const completed = root.command(names.join(' '), command.description());
      const format = ownFormats[command.name()];
      addOptions(completed, [...command.options, ...program.options], format === undefined ? {} : { format });
      for (const argument of command.registeredArguments)
        completed.argument(argument.name(), (complete) =>
          words[argument.name()]?.forEach((value) => complete(value, '')),
        );
      addCommands(command, names);
    }
  };
  addCommands(program, []);
  return root;
}
