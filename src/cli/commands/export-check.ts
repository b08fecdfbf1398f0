// `quitgpt export check [PATH]`: says whether a data export is whole, and what is in it.
import { withExportCheck } from '../../journey/record';
import { exportDocument } from '../../view/export-view';
import { exportCheckOf, hintOf, locate } from '../../walk/export-turn';
import type { FoundExport } from '../../archive/container/find-export';
import type { Leaving } from '../../prompt/prompter';
import { EXIT, exitCodeOf, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { readExport } from '../exports/read-export';
import type { ReadExport } from '../exports/read-export';
import { findRecord, keepRecord } from '../record/record-store';
import { formatFromFlags } from '../typed/values';
import { howToAllow } from '../../walk/proof-turn';
import { withSession } from '../session/with-session';
import { oneLine } from '../../view/document';
import { giveResult, sayWritten } from '../output';
import type { Run } from '../run';
import type { ExportCheckFlags } from './export.command';

const CODE = { whole: EXIT.complete, damaged: EXIT.failed, 'cannot-tell': EXIT.stepsLeft } as const;

/** 0 only for a whole export, 1 for a damaged one, 3 where nobody can tell. */
export async function runExportCheck(run: Run, typed: string | undefined, flags: ExportCheckFlags): Promise<ExitCode> {
  const format = formatFromFlags(flags);
  const path = typed === undefined ? await newest(run) : await named(run, typed);
  // The person left at the question.
  if (typeof path === 'number') return path;
  const left: { how?: Leaving } = {};
  const letGo = run.host.onSignal((signal) => {
    left.how = signal === 'SIGINT' ? 'ctrl-c' : signal;
  });
  let read: ReadExport;
  try {
    read = await readExport(run, path, () => left.how !== undefined);
  } catch (error) {
    if (left.how === undefined) throw error;
    run.host.stderr.write(
      run.show(oneLine(run.translator, run.translator.say(run.translator.ui.export_check.stopped))),
    );
    return exitCodeOf(left.how);
  } finally {
    letGo();
  }
  // Titles are for the person at this screen: what is kept, sent or piped has them only when they say so.
  const showsTitles =
    flags.titles ?? (run.host.terminal.stdoutIsTTY && flags.out === undefined && format === undefined);
  sayWritten(
    run,
    await giveResult(
      run,
      exportDocument(run.translator, { ...read, titles: showsTitles ? read.titles : undefined, today: run.today }),
      flags,
      { name: 'quitgpt-export' },
    ),
  );
  await keep(run, read);
  return CODE[read.verdict];
}

async function named({ host }: Run, typed: string): Promise<string> {
  const path = await locate(host, typed);
  if (path === undefined) throw new CliError('export_missing', { file: typed }, { code: EXIT.failed });
  return path;
}

/** The newest export of Downloads, when the person (or `--yes`) takes it. */
async function newest(run: Run): Promise<string | ExitCode> {
  const { host, mode, flags } = run;
  const { findExports } = await import('../../archive/container/find-export');
  const found = await findExports(host);
  const [first] = found;
  if (first === undefined) {
    const folders = await host.downloadFolders();
    const unseen = await host.hiddenFolder('downloads');
    if (unseen !== undefined)
      throw new CliError(
        'export_unseen',
        { folder: host.files.shorten(unseen), how: howToAllow(run.translator, host.platform) },
        { code: EXIT.failed },
      );
    throw new CliError(
      'export_none',
      { list: folders.map((folder) => host.files.shorten(folder)).join(', ') },
      { code: EXIT.failed },
    );
  }
  if (flags.yes === true) return first.path;
  if (!mode.asks) throw new CliError('export_nobody', { file: host.files.shorten(first.path) });
  return ask(run, found);
}

async function ask(run: Run, found: readonly FoundExport[]): Promise<string | ExitCode> {
  const { translator } = run;
  const words = translator.ui.export_check;
  let path: string | undefined;
  const code = await withSession(run, true, async ({ prompter }) => {
    const given = await prompter.askOne<string>({
      id: 'export:which',
      title: translator.say(words.ask),
      back: false,
      choices: [
        ...found.slice(0, 3).map((one, index) => ({
          value: one.path,
          key: String(index + 1),
          label: translator.say(words.ask_yes, { name: one.name }),
          hint: hintOf(translator, one),
        })),
        { value: '', key: 'no', label: translator.say(words.ask_no) },
      ],
    });
    path = given.kind === 'answer' && given.value !== '' ? given.value : undefined;
    return EXIT.complete;
  });
  if (code !== EXIT.complete) return code;
  if (path === undefined) throw new CliError('export_declined', {}, { code: EXIT.stepsLeft });
  return path;
}

/** Where progress is kept already, the result is kept with it: the deletion asks for it. */
async function keep(run: Run, read: ReadExport): Promise<void> {
  if (run.recordPath === undefined) return;
  const record = await findRecord(run.host, run.recordPath).catch(() => undefined);
  if (record === undefined) return;
  await keepRecord(run.host, run.recordPath, withExportCheck(record, exportCheckOf(read, run.today)), record);
  if (run.flags.quiet !== true)
    run.host.stderr.write(
      run.show(oneLine(run.translator, run.translator.say(run.translator.ui.export_check.kept), 'quiet')),
    );
}
