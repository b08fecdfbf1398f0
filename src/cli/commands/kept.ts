// `quitgpt summary`, `status` and `forget`: what is done with the Record that was kept.
import { journeyFor } from '../../journey/journey';
import type { JourneyRecord } from '../../journey/record';
import { isComplete } from '../../journey/record';
import { summarise } from '../../journey/summary';
import { timelineOf } from '../../journey/timeline';
import { heldDocument, statusDocument } from '../../view/status-view';
import { summaryDocument } from '../../view/summary-view';
import { EXIT, reasonOf, CliError } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { isInPlace, keptFiles } from '../record/kept-name';
import { deleteRecord, findRecord, readKept } from '../record/record-store';
import { setAsideFiles } from '../record/set-aside';
import type { OutputFlags } from '../typed/options';
import { withSession } from '../session/with-session';
import { oneLine } from '../../view/document';
import { giveResult, sayWritten } from '../output';
import type { Run } from '../run';

/** Writes the Summary again. */
export async function runSummary(run: Run, flags: OutputFlags): Promise<ExitCode> {
  const record = await keptRecord(run);
  const journey = journeyFor(record.profile, run.catalogue.guide, run.today);
  sayWritten(
    run,
    await giveResult(run, summaryDocument(run.paper, summarise(record, journey)), flags, {
      name: `quitgpt-summary-${run.today}`,
    }),
  );
  return EXIT.complete;
}

/** Says where the person stands: 0 when every step is settled, 3 when steps are left. */
export async function runStatus(run: Run, flags: OutputFlags): Promise<ExitCode> {
  const record = await keptRecord(run);
  const journey = journeyFor(record.profile, run.catalogue.guide, run.today);
  sayWritten(
    run,
    await giveResult(
      run,
      statusDocument(
        run.translator,
        journey,
        record,
        summarise(record, journey),
        timelineOf(record, journey, run.today),
        shortPath(run),
      ),
      flags,
      { name: 'quitgpt-status' },
    ),
  );
  return isComplete(journey, record) ? EXIT.complete : EXIT.stepsLeft;
}

/** Deletes the Record after saying what it held. Without a person to ask it takes `--yes`. */
export async function runForget(run: Run): Promise<ExitCode> {
  const { host, translator } = run;
  const { forget } = translator.ui;
  const path = pathOf(run);
  const file = shortPath(run);
  const left = await host.files.leftovers(path, true).catch(() => []);
  const aside = await removing(run, path, () => setAsideFiles(host, path));
  if ((await host.files.look(path)).kind === 'missing' && left.length === 0 && aside.length === 0)
    throw await noRecord(run);
  const record = await readKept(host, path).catch((error: unknown) => {
    if (error instanceof CliError) return undefined;
    throw error;
  });
  return withSession(run, run.mode.asks && run.flags.yes !== true, async ({ prompter }) => {
    prompter.say(
      heldDocument(
        translator,
        record,
        aside.map((one) => host.files.shorten(one)),
      ),
    );
    if (run.flags.yes !== true && !run.mode.asks) throw new CliError('forget_needs_yes', { file }, { flag: '--yes' });
    const sure = run.flags.yes === true || (await isSure(prompter, translator.say(forget.ask, { file }), run));
    const deleted = sure ? await removing(run, path, () => deleteRecord(host, path, aside)) : [];
    prompter.say(oneLine(translator, sure ? await deletedText(run, deleted) : translator.say(forget.kept, { file })));
    return EXIT.complete;
  });
}

async function isSure(
  prompter: Parameters<Parameters<typeof withSession>[2]>[0]['prompter'],
  title: string,
  { translator }: Run,
): Promise<boolean> {
  const { forget } = translator.ui;
  const given = await prompter.askOne<boolean>({
    id: 'forget',
    title,
    help: translator.line(forget.help),
    back: false,
    choices: [
      { value: false, key: 'keep', label: translator.say(forget.keep) },
      { value: true, key: 'delete', label: translator.say(forget.delete) },
    ],
  });
  return given.kind === 'answer' && given.value;
}

/** What was deleted, and what is kept under other names. */
async function deletedText(run: Run, deleted: readonly string[]): Promise<string> {
  const { host, translator } = run;
  const { forget } = translator.ui;
  const list = translator.list(deleted.map((one) => host.files.shorten(one)));
  const others = await otherNames(run);
  return [
    translator.say(forget.deleted, { n: deleted.length, list }),
    ...(others.length > 0
      ? [translator.say(forget.others, { list: others.join(', ') })]
      : deleted.length > 1
        ? [translator.say(forget.all)]
        : []),
  ].join(' ');
}

/** Runs what deletes or looks for what is to be deleted; what the system does not let it do is a CliError. */
async function removing<T>({ host }: Run, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new CliError(
      'file_remove',
      { file: host.files.shorten(path), why: reasonOf(error, host.platform) },
      { code: EXIT.failed },
    );
  }
}

/** The names of what else is kept in the program's folder. */
async function otherNames(run: Run): Promise<readonly string[]> {
  const all = isInPlace(run.host, pathOf(run)) ? await keptFiles(run.host).catch(() => []) : [];
  return all
    .filter(({ path }) => path !== pathOf(run))
    .map(({ name }) => name ?? run.translator.say(run.translator.ui.kept.unnamed_in_list));
}

/** There is nothing under this name. Others that are kept are named: a name may be misspelt or left out. */
async function noRecord(run: Run): Promise<CliError> {
  const others = await otherNames(run);
  const args = { file: shortPath(run), list: others.join(', ') };
  return new CliError(others.length === 0 ? 'no_record' : 'no_record_here', args, { code: EXIT.failed });
}

/** The Record of `--record` or of the usual place; without one there is nothing to work on. */
export async function keptRecord(run: Run): Promise<JourneyRecord> {
  const record = await findRecord(run.host, pathOf(run));
  if (record === undefined) throw await noRecord(run);
  return record;
}

/** These commands are about the Record: `--no-record` leaves them nothing to read. */
export function pathOf(run: Run): string {
  if (run.recordPath === undefined) throw new CliError('record_needed', {}, { flag: '--record' });
  return run.recordPath;
}

function shortPath(run: Run): string {
  return run.host.files.shorten(pathOf(run));
}
