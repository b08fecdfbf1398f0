// `quitgpt export memory PATH`: custom instructions, notes and memory as one text to paste into another assistant.
import { memoryEntries } from '../../archive/memory/memory-entries';
import { readMemory } from '../../archive/memory/read-memory';
import type { MemoryRead } from '../../archive/memory/read-memory';
import { openExport } from '../../archive/container/open-export';
import { escapeText } from '../../render/escape';
import { renderJson } from '../../render/json';
import { memoryText } from '../../view/memory-text';
import type { MemoryText, MemoryWishes } from '../../view/memory-text';
import { memoryRemark, memoryRemarks, memoryResult, memoryTroubles, noMemoryDocument } from '../../view/memory-view';
import type { MemoryReport } from '../../view/memory-view';
import { isReadWhole } from '../../view/save-view';
import { locate } from '../../walk/export-turn';
import { copy } from '../clipboard';
import type { CopyOutcome } from '../clipboard';
import { CliError, EXIT, notOpened } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { progressFor } from '../exports/reading-progress';
import { refuseBadName, sayWritten, writeResult } from '../output';
import type { Run } from '../run';
import { writeStdout } from '../stdout';
import { MEMORY_TARGETS } from '../typed/options';
import { formatFromFlags, oneOf } from '../typed/values';
import type { Document } from '../../view/document';
import type { ExportMemoryFlags } from './export.command';

/**
 * Gives the text and nothing else on stdout, or writes it; all that is said about it goes to stderr. 0 when it was given, 1
 * when part of the export could not be read or nothing could copy it, 3 when there was nothing of the kind, 128 + the signal when stopped.
 */
export async function runExportMemory(run: Run, typed: string, flags: ExportMemoryFlags): Promise<ExitCode> {
  const { host, translator } = run;
  const target = flags.for === undefined ? undefined : oneOf('--for', flags.for, MEMORY_TARGETS);
  const limit = flags.limit === undefined ? undefined : wholeNumber(flags.limit);
  if (flags.limit !== undefined && limit === undefined)
    throw new CliError('bad_limit', { value: flags.limit }, { flag: '--limit' });
  if (flags.out !== undefined && flags.out !== '-') refuseBadName(host, host.files.resolve(flags.out), '--out');
  const path = await locate(host, typed);
  if (path === undefined) throw new CliError('export_missing', { file: typed }, { code: EXIT.failed });
  const read = await readAt(run, path);
  if (typeof read === 'number') return read;

  const { entries, earlier } = memoryEntries(read.notes, { all: flags.all === true });
  const report: MemoryReport = { read, earlier, target, limit };
  const isJson = formatFromFlags({ json: flags.json, out: flags.out }) === 'json';
  if (entries.length === 0) {
    if (isJson) await give(run, renderJson({ result: memoryResult(undefined, report, undefined) }), flags, isJson);
    else tell(run, noMemoryDocument(translator, read));
    sayTroubles(run, read, isJson);
    return isReadWhole(read) ? EXIT.stepsLeft : EXIT.failed;
  }
  const laidOut = layOut(run, memoryText(translator, entries, wishesFrom(read, flags, limit)), flags, limit);
  const copied = flags.copy === true ? await copy(host, laidOut.text) : undefined;
  await give(
    run,
    isJson ? renderJson({ result: memoryResult(laidOut, report, copied) }) : `${laidOut.text}\n`,
    flags,
    isJson,
  );
  if (!isJson) sayBeside(run, laidOut, report, copied);
  sayTroubles(run, read, isJson);
  return isReadWhole(read) && copied !== 'failed' ? EXIT.complete : EXIT.failed;

  function wishesFrom({ made }: MemoryRead, { part = '1' }: ExportMemoryFlags, most: number | undefined): MemoryWishes {
    // What is no number is no part: the refusal names those that there are.
    return { made, limit: most, part: wholeNumber(part) ?? 0, bare: target === 'lumo' };
  }
}

/** What was read, or the code of a run that was stopped. */
async function readAt(run: Run, path: string): Promise<MemoryRead | ExitCode> {
  const { host } = run;
  host.keepMemorySmall();
  let signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP' | undefined;
  const stopListening = host.onSignal((name) => {
    signal ??= name;
  });
  try {
    const opening = await openExport(path, host);
    if (!opening.ok) throw notOpened(opening.problem, host.files.shorten(path), host.platform);
    const progress = progressFor(run);
    try {
      const read = await readMemory(opening.opened, {
        onProgress: (done, total, count) => progress.to(done, total, count),
        isStopped: () => signal !== undefined,
      });
      if (read.finished) return read;
    } finally {
      progress.end();
      await opening.opened.close();
    }
  } finally {
    stopListening();
  }
  tell(run, memoryRemark(run.translator, run.translator.ui.memory.stopped));
  return signal === 'SIGTERM' ? EXIT.terminated : signal === 'SIGHUP' ? EXIT.hungUp : EXIT.interrupted;
}

/** The part that was wished for, or a refusal that says which there are. */
function layOut(
  run: Run,
  laidOut: ReturnType<typeof memoryText>,
  { part = '1' }: ExportMemoryFlags,
  limit: number | undefined,
): MemoryText {
  if (laidOut.kind === 'text') return laidOut.text;
  const { lang } = run.translator;
  const said = (n: number): string => new Intl.NumberFormat(lang).format(n);
  if (laidOut.kind === 'no-part')
    throw new CliError('bad_part', { value: part, parts: laidOut.parts }, { flag: '--part' });
  throw new CliError('limit_too_small', { limit: said(limit ?? 0), needed: said(laidOut.needed) }, { flag: '--limit' });
}

/** To a file as it is; on a screen what acts without being seen is shown, and a program gets every letter. */
async function give(run: Run, content: string, { out, force }: ExportMemoryFlags, isJson: boolean): Promise<void> {
  const { host } = run;
  if (out === undefined || out === '-')
    return writeStdout(host, host.terminal.stdoutIsTTY ? escapeText(content) : content);
  const name = `quitgpt-memory.${isJson ? 'json' : 'txt'}`;
  sayWritten(run, await writeResult(run, content, host.files.resolve(out), { name, replace: force === true }));
}

function sayBeside(run: Run, laidOut: MemoryText, report: MemoryReport, copied: CopyOutcome | undefined): void {
  const { translator, flags, host } = run;
  const words = translator.ui.memory;
  // On one screen a blank line keeps the remarks from what is to be pasted.
  if (host.terminal.stdoutIsTTY && host.terminal.stderrIsTTY && flags.quiet !== true) host.stderr.write('\n');
  if (copied !== undefined && (flags.quiet !== true || copied === 'failed'))
    tell(
      run,
      memoryRemark(
        translator,
        words[copied === 'copied' ? 'copied' : copied === 'asked' ? 'copy_asked' : 'copy_failed'],
      ),
    );
  if (flags.quiet !== true) tell(run, memoryRemarks(translator, laidOut, report));
}

/** Said with `--quiet` too: it is what went wrong. JSON has it in its result. */
function sayTroubles(run: Run, read: MemoryRead, isJson: boolean): void {
  const troubles = isJson ? undefined : memoryTroubles(run.translator, read);
  if (troubles !== undefined) tell(run, troubles);
}

function tell({ host, show }: Run, document: Document): void {
  host.stderr.write(show(document));
}

/** 1 or more. */
function wholeNumber(typed: string): number | undefined {
  const number = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : 0;
  return number > 0 ? number : undefined;
}
