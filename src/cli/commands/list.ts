// `quitgpt list`: every Record in the program's folder, also those that cannot be read.
import { journeyFor } from '../../journey/journey';
import { keptListDocument } from '../../view/kept-list-view';
import type { ListedRecord } from '../../view/kept-list-view';
import { CliError, EXIT, reasonOf } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { giveResult, sayWritten } from '../output';
import { keptFiles } from '../record/kept-name';
import type { KeptFile } from '../record/kept-name';
import { readKept } from '../record/record-store';
import { setAsideFiles } from '../record/set-aside';
import type { Run } from '../run';
import type { OutputFlags } from '../typed/options';

/** Lists all Records with how far they are. Reads only: what is damaged stays as it is. */
export async function runList(run: Run, flags: OutputFlags): Promise<ExitCode> {
  const { host, translator } = run;
  const { record, profile } = run.flags;
  if (record !== undefined || profile !== undefined) {
    const option = profile !== undefined ? '--profile' : record === false ? '--no-record' : '--record';
    throw new CliError('list_all', { option }, { flag: option });
  }
  const found = await keptFiles(host).catch((error: unknown) => {
    throw new CliError(
      'record_unreadable',
      { file: host.files.shorten(host.stateFolder), why: reasonOf(error, host.platform) },
      { code: EXIT.failed },
    );
  });
  const listed = await Promise.all(found.map((one) => listedRecord(run, one)));
  const document = keptListDocument(
    translator,
    listed.filter((one) => one !== undefined),
    host.files.shorten(host.stateFolder),
  );
  sayWritten(run, await giveResult(run, document, flags, { name: 'quitgpt-list' }));
  return EXIT.complete;
}

/** `undefined` when it was deleted meanwhile. */
async function listedRecord(run: Run, { name, path }: KeptFile): Promise<ListedRecord | undefined> {
  const { host } = run;
  const aside = (await setAsideFiles(host, path).catch(() => [])).map((one) => host.files.shorten(one));
  const file = { name, file: host.files.shorten(path), aside };
  try {
    const record = await readKept(host, path);
    if (record === undefined) return aside.length === 0 ? undefined : { ...file, state: 'set-aside' };
    return { ...file, record, journey: journeyFor(record.profile, run.catalogue.guide, run.today) };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { ...file, state: STATES[error.id] ?? 'unreadable' };
  }
}

const STATES: Readonly<Record<string, 'damaged' | 'newer'>> = {
  record_not_json: 'damaged',
  record_wrong: 'damaged',
  record_newer: 'newer',
};
