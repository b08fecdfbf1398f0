// `quitgpt export check` and `quitgpt export save` as they are typed.
import type { Command } from 'commander';
import { LIMITS } from '../archive/limits';
import { colonOf } from '../render/typography';
import { sizeText } from '../view/size-text';
import type { Voice } from '../view/voice';
import { HELP_WIDTH } from './about';
import type { Actions } from './program';

/** The two commands under `export`; `configure` and `addOutput` are those of every command. */
export function addExport(
  command: Command,
  configure: (command: Command) => Command,
  voice: Voice,
  actions: Actions,
  addOutput: (command: Command, voice: Voice) => Command,
): void {
  const { say, lang } = voice;
  const { help } = voice.ui;
  command.helpCommand('help [command]', say(help.help));
  const group = `${say(help.group_output)}${colonOf(lang)}`;
  const check = configure(command.command('check'))
    .description(say(help.command_export_check))
    .argument('[path]', say(help.export_path));
  check.optionsGroup(group).option('--titles', say(help.titles)).option('--no-titles', say(help.no_titles));
  addOutput(check, voice)
    .addHelpText('after', ({ command: one }) => `\n${codesText(voice, one)}\n\n${limitsText(voice, one)}`)
    .action(async (path?: string) => actions.exportCheck(path, check.optsWithGlobals()));
  const save = configure(command.command('save'))
    .description(say(help.command_export_save))
    .argument('<path>', say(help.export_file));
  save
    .optionsGroup(group)
    .requiredOption('--to <folder>', say(help.save_to))
    .option('--format <format>', `${say(help.save_format)} (markdown, jsonl, html)`)
    .option('--drafts', say(help.save_drafts))
    .option('--all', say(help.save_all))
    .option('--since <day>', say(help.save_since))
    .option('--until <day>', say(help.save_until))
    .option('--title <text>', say(help.save_title))
    .option('--project <project>', say(help.save_project))
    .option('--json', say(help.as_json))
    .addHelpText('after', ({ command: one }) => `\n${limitsText(voice, one)}`)
    .action(async (path: string) => actions.exportSave(path, save.optsWithGlobals()));
}

function codesText({ ui: { help, export_check: words }, say, lang }: Voice, command: Command): string {
  const layout = command.createHelp();
  layout.helpWidth = Math.min(layout.helpWidth ?? HELP_WIDTH, HELP_WIDTH);
  const rows = [
    ['0', words.exit_0],
    ['1', words.exit_1],
    ['3', words.exit_3],
  ] as const;
  return `${say(help.exit_title)}${colonOf(lang)}\n${rows.map(([code, what]) => layout.formatItem(code, 3, say(what), layout)).join('\n')}`;
}

/** How much is read at most. */
function limitsText(voice: Voice, command: Command): string {
  const layout = command.createHelp();
  const number = new Intl.NumberFormat(voice.lang);
  const text = voice.say(voice.ui.export_check.limits, {
    files: number.format(LIMITS.files),
    all: sizeText(voice, LIMITS.all),
    file: sizeText(voice, LIMITS.file),
    conversation: sizeText(voice, LIMITS.conversation),
  });
  return layout.boxWrap(text, Math.min(layout.helpWidth ?? HELP_WIDTH, HELP_WIDTH));
}
