// `quitgpt completion SHELL` prints a script for the shell; the script asks `quitgpt complete -- WORDS` at each Tab.
import { RootCommand } from '@bomb.sh/tab';
import type { Command as Completed } from '@bomb.sh/tab';
import { translatorOf } from '../../view/translator';
import { EXIT, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { writeStdout } from '../stdout';
import type { Run } from '../run';
import { isGroup, optionText } from '../typed/command';
import type { CommandDefinition, CommandLine, HelpWord, OptionSet } from '../typed/command';
import { SHELLS } from '../typed/options';
import { nearest } from '../typed/values';

/** Prints the completion script of a shell. */
export async function runCompletion(run: Run, line: CommandLine, shell: string): Promise<ExitCode> {
  const known = SHELLS.find((one) => one === shell);
  const suggestion = nearest(shell, SHELLS);
  if (known === undefined)
    throw new CliError(
      'bad_shell',
      { value: shell, list: SHELLS.join(', ') },
      suggestion === undefined ? {} : { suggestion },
    );
  await writeStdout(
    run.host,
    printedBy(() => completionOf(line, run).setup('quitgpt', 'quitgpt', known)),
  );
  return EXIT.complete;
}

/** Prints what could follow `words`, for the script. */
export async function runComplete(run: Run, line: CommandLine, words: readonly string[]): Promise<ExitCode> {
  await writeStdout(
    run.host,
    printedBy(() => completionOf(line, run).parse([...words])),
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

/** The command line as the completion library wants it, made from the definitions, with the words that each option takes. */
function completionOf({ main, commands, everywhere }: CommandLine, { catalogue }: Run): RootCommand {
  const translator = translatorOf(catalogue, catalogue.lang);
  const { say, ui } = translator;
  const { guide } = catalogue;
  const root = new RootCommand();
  const addOptions = (completed: Completed, options: OptionSet): void => {
    for (const option of Object.values(options)) {
      const values = option.choices ?? option.completes?.(guide) ?? [];
      for (const { flags, about } of option.forms) {
        if (about === undefined) continue;
        const name = /--([a-z-]+)/.exec(flags)?.[1] ?? '';
        const short = /^-([a-z])\b/.exec(flags)?.[1];
        const what = optionText(translator, about, option);
        if (flags.includes('<'))
          completed.option(name, what, (offer) => values.forEach((one) => offer(one, '')), short);
        else completed.option(name, what, short);
      }
    }
  };
  const addEverywhere = (completed: Completed): void => {
    completed.option('version', say(ui.help.version), 'V');
    addOptions(completed, everywhere);
  };
  const add = (names: readonly string[], about: HelpWord, definition?: CommandDefinition): void => {
    const completed = root.command(names.join(' '), say(ui.help[about]));
    if (definition !== undefined) addOptions(completed, definition.options);
    addEverywhere(completed);
    const argument = definition?.argument;
    if (argument !== undefined)
      completed.argument(argument.name, (offer) => argument.completes?.(guide).forEach((one) => offer(one, '')));
  };
  addOptions(root, main.options);
  addEverywhere(root);
  for (const one of commands) {
    if (one.about === undefined) continue;
    if (!isGroup(one)) add([one.name], one.about, one);
    else {
      add([one.name], one.about);
      for (const each of one.commands) if (each.about !== undefined) add([one.name, each.name], each.about, each);
      add([one.name, 'help'], 'help');
    }
  }
  return root;
}
