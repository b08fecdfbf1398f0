// `quitgpt export save PATH --to FOLDER`: keeps the chats of a data export as plain files.
import type { Filter } from '../../archive/save/filter';
import { rendererFor } from '../../archive/save/renderers';
import { SAVE_MANIFEST } from '../../archive/save/save-manifest';
import type { SaveOutcome } from '../../archive/save/save';
import { parseCivilDate } from '../../journey/dates';
import { isReadWhole, nothingDocument, saveDocument } from '../../view/save-view';
import { locate } from '../../walk/export-turn';
import { EXIT, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { SAVE_FORMATS } from '../typed/options';
import { oneOf } from '../typed/values';
import { giveResult, refuseBadName } from '../output';
import type { Run } from '../run';
import { refusedFolder, saveInto } from '../exports/save-into';
import type { ExportSaveFlags } from './export.command';

/** 0 when all was saved, 1 when part of the export could not be read, 3 when there was nothing to save, 128 + the signal when stopped. */
export async function runExportSave(run: Run, typed: string, flags: ExportSaveFlags): Promise<ExitCode> {
  const { host, translator } = run;
  if (flags.to === undefined || flags.to.trim() === '')
    throw new CliError('missing_value', { option: '--to' }, { flag: '--to' });
  const format = oneOf('--format', flags.format ?? 'markdown', SAVE_FORMATS);
  refuseExtent(format, flags);
  const filter = filterFrom(flags);
  const to = host.files.resolve(flags.to);
  refuseBadName(host, to, '--to');
  const path = await locate(host, typed);
  if (path === undefined) throw new CliError('export_missing', { file: typed }, { code: EXIT.failed });
  let signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | undefined;
  const stopListening = host.onSignal((name) => {
    signal ??= name;
  });
  const wishes = { to, format, extent: { drafts: flags.drafts === true, all: flags.all === true }, filter };
  const isUpdate = (await host.files.look(host.files.join(to, SAVE_MANIFEST))).kind === 'file';
  let outcome: SaveOutcome;
  try {
    outcome = await saveInto(run, path, wishes, { isUpdate, isStopped: () => signal !== undefined });
  } finally {
    stopListening();
  }
  if (outcome.kind === 'refused') throw refusedFolder(run, outcome, format);
  const output = flags.json === true ? { json: true } : {};
  if (outcome.kind === 'nothing') {
    await giveResult(run, nothingDocument(translator, outcome), output, { name: 'quitgpt-save' });
    return isReadWhole(outcome) ? EXIT.stepsLeft : EXIT.failed;
  }
  const { saved } = outcome;
  const first = host.files.shorten(host.files.join(saved.folder, (await rendererFor(format)).indexName));
  await giveResult(
    run,
    saveDocument(translator, { saved, folder: host.files.shorten(saved.folder), open: first, format, isUpdate }),
    output,
    { name: 'quitgpt-save' },
  );
  if (!saved.finished)
    return signal === 'SIGTERM' ? EXIT.terminated : signal === 'SIGHUP' ? EXIT.hungUp : EXIT.interrupted;
  return isReadWhole(saved) ? EXIT.complete : EXIT.failed;
}

/** What other assistants take is the path a person saw; Claude's form has no place for another one. */
function refuseExtent(format: (typeof SAVE_FORMATS)[number], { drafts, all }: ExportSaveFlags): void {
  if (all === true && (format === 'open-webui' || format === 'claude'))
    throw new CliError('save_no_all', { format }, { flag: '--all' });
  if (drafts === true && format === 'claude') throw new CliError('save_no_drafts', { format }, { flag: '--drafts' });
}

/** Days are days in UTC, both of them included. */
function filterFrom({ since, until, title, project }: ExportSaveFlags): Filter {
  const from = secondsOf('--since', since);
  const to = secondsOf('--until', until);
  if (project !== undefined && project !== 'none' && !/^g-p-[A-Za-z0-9-]+$/.test(project))
    throw new CliError('bad_project', { value: project }, { flag: '--project' });
  return {
    since: from,
    until: to === undefined ? undefined : to + 86_399.999,
    title: title === '' ? undefined : title,
    project,
  };
}

function secondsOf(option: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const day = parseCivilDate(typed);
  if (day === undefined) throw new CliError('bad_save_day', { option, value: typed }, { flag: option });
  return Date.parse(`${day}T00:00:00Z`) / 1000;
}
