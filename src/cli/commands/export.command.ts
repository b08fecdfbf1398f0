// `quitgpt export check`, `quitgpt export save` and `quitgpt export memory` as they are typed.
import { LIMITS } from '../../archive/container/limits';
import { sizeText } from '../../view/size-text';
import type { Translator } from '../../view/translator';
import { defineCommand, flag, needed, optional, text } from '../typed/command';
import type { FlagsOf, GroupDefinition, Table } from '../typed/command';
import { AS_JSON, MEMORY_TARGETS, OUTPUT, SAVE_FORMATS } from '../typed/options';

const output = 'group_output';
const checkOptions = {
  titles: flag(output, { flags: '--titles', about: 'titles' }, { flags: '--no-titles', about: 'no_titles' }),
  ...OUTPUT,
};
export type ExportCheckFlags = FlagsOf<typeof checkOptions>;

const saveOptions = {
  to: text(output, { flags: '--to <folder>', about: 'save_to' }, { isRequired: true }),
  format: text(output, { flags: '--format <format>', about: 'save_format' }, { choices: SAVE_FORMATS }),
  drafts: flag(output, { flags: '--drafts', about: 'save_drafts' }),
  all: flag(output, { flags: '--all', about: 'save_all' }),
  since: text(output, { flags: '--since <day>', about: 'save_since' }),
  until: text(output, { flags: '--until <day>', about: 'save_until' }),
  title: text(output, { flags: '--title <text>', about: 'save_title' }),
  project: text(output, { flags: '--project <project>', about: 'save_project' }),
  ...AS_JSON,
};
export type ExportSaveFlags = FlagsOf<typeof saveOptions>;

const memoryOptions = {
  for: text(output, { flags: '--for <assistant>', about: 'memory_for' }, { choices: MEMORY_TARGETS }),
  limit: text(output, { flags: '--limit <characters>', about: 'memory_limit' }),
  part: text(output, { flags: '--part <number>', about: 'memory_part' }),
  all: flag(output, { flags: '--all', about: 'memory_all' }),
  copy: flag(output, { flags: '--copy', about: 'copy' }),
  ...AS_JSON,
  out: OUTPUT.out,
  force: OUTPUT.force,
};
export type ExportMemoryFlags = FlagsOf<typeof memoryOptions>;

export const exportCommands: GroupDefinition = {
  name: 'export',
  about: 'command_export',
  commands: [
    defineCommand({
      name: 'check',
      about: 'command_export_check',
      argument: optional('path', 'export_path'),
      options: checkOptions,
      below: (translator) => [exitCodes(translator), limitsText(translator)],
      run: async (run, flags, path) => (await import('./export-check')).runExportCheck(run, path, flags),
    }),
    defineCommand({
      name: 'save',
      about: 'command_export_save',
      argument: needed('path', 'export_file'),
      options: saveOptions,
      below: (translator) => [limitsText(translator)],
      run: async (run, flags, path) => (await import('./export-save')).runExportSave(run, path, flags),
    }),
    defineCommand({
      name: 'memory',
      about: 'command_export_memory',
      argument: needed('path', 'export_file'),
      options: memoryOptions,
      below: (translator) => [memoryExitCodes(translator), limitsText(translator)],
      run: async (run, flags, path) => (await import('./export-memory')).runExportMemory(run, path, flags),
    }),
  ],
};

function exitCodes({ ui: { export_check }, say }: Translator): Table {
  return exitTable(export_check, say);
}

function memoryExitCodes({ ui: { memory }, say }: Translator): Table {
  return exitTable(memory, say);
}

function exitTable(
  words: Pick<Translator['ui']['memory'], 'exit_0' | 'exit_1' | 'exit_3'>,
  say: Translator['say'],
): Table {
  const rows = [
    ['0', say(words.exit_0)],
    ['1', say(words.exit_1)],
    ['3', say(words.exit_3)],
  ] as const;
  return { title: 'exit_title', rows };
}

/** How much is read at most. */
function limitsText(translator: Translator): string {
  return translator.say(translator.ui.export_check.limits, {
    files: new Intl.NumberFormat(translator.lang).format(LIMITS.files),
    all: sizeText(translator, LIMITS.all),
    file: sizeText(translator, LIMITS.file),
    conversation: sizeText(translator, LIMITS.conversation),
  });
}
