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
import { deleteRecord, findRecord, readKept } from '../record/record-store';
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
  if ((await host.files.look(path)).kind === 'missing' && left.length === 0)
    throw new CliError('no_record', { file }, { code: EXIT.failed });
  const record = await readKept(host, path).catch((error: unknown) => {
    if (error instanceof CliError) return undefined;
    throw error;
  });
  return withSession(run, run.mode.asks && run.flags.yes !== true, async ({ prompter }) => {
    prompter.say(heldDocument(translator, record));
    if (run.flags.yes !== true && !run.mode.asks) throw new CliError('forget_needs_yes', { file }, { flag: '--yes' });
    const sure = run.flags.yes === true || (await isSure(prompter, translator.say(forget.ask, { file }), run));
    const deleted = sure ? await removeRecord(run, path) : [];
    prompter.say(
      oneLine(
        translator,
        sure
          ? translator.say(forget.deleted, {
              n: deleted.length,
              list: translator.list(deleted.map((one) => host.files.shorten(one))),
            })
          : translator.say(forget.kept, { file }),
      ),
    );
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

/** Gives the paths of what was deleted. */
async function removeRecord({ host }: Run, path: string): Promise<readonly string[]> {
  try {
    return await deleteRecord(host, path);
  } catch (error) {
    throw new CliError(
      'file_remove',
      { file: host.files.shorten(path), why: reasonOf(error, host.platform) },
      { code: EXIT.failed },
    );
  }
}

/** The Record of `--record` or of the usual place; without one there is nothing to work on. */
export async function keptRecord(run: Run): Promise<JourneyRecord> {
  const record = await findRecord(run.host, pathOf(run));
  if (record === undefined) throw new CliError('no_record', { file: shortPath(run) }, { code: EXIT.failed });
  return record;
}

/** These commands are about the Record: `--no-record` leaves them nothing to read. */
function pathOf(run: Run): string {
  if (run.recordPath === undefined) throw new CliError('record_needed', {}, { flag: '--record' });
  return run.recordPath;
}

function shortPath(run: Run): string {
  return run.host.files.shorten(pathOf(run));
}
