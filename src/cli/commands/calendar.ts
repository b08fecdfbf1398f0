// `quitgpt calendar`: the days ahead of the Record as a file for a calendar program.
import { journeyFor } from '../../journey/journey';
import type { JourneyRecord } from '../../journey/record';
import { timelineOf } from '../../journey/timeline';
import { renderCalendar } from '../../render/calendar';
import { calendarDays, calendarDocument } from '../../view/calendar-view';
import { CliError, EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { giveResult, sayWritten, writeResult } from '../output';
import type { Run } from '../run';
import { writeStdout } from '../stdout';
import { formatFromFlags } from '../typed/values';
import type { CalendarFlags } from './calendar.command';
import { keptRecord } from './kept';

/** Writes the file into this folder or where `--out` says, and says what is in it; nothing is written when nothing is ahead. */
export async function runCalendar(run: Run, flags: CalendarFlags): Promise<ExitCode> {
  const { host, translator, paper, today } = run;
  const record = await keptRecord(run);
  const timeline = timelineOf(record, journeyFor(record.profile, run.catalogue.guide, today), today);
  const name = `quitgpt-calendar-${today}`;
  const document = calendarDocument(translator, timeline);
  if (formatFromFlags(flags) === 'json') {
    sayWritten(run, await giveResult(run, document, flags, { format: 'json', name }));
    return EXIT.complete;
  }
  const days = calendarDays(paper, timeline, record);
  const file = days.length === 0 ? undefined : await give(run, flags, name, days);
  if (run.flags.quiet !== true) host.stderr.write(run.show(document));
  sayWritten(run, file);
  return EXIT.complete;
}

/**
 * Writes the days ahead into the person's folder and gives the file's name, in short form; `undefined` where no day is ahead. A file
 * of that name is left as it is: the new one gets a number.
 */
export async function writeCalendar(run: Run, record: JourneyRecord): Promise<string | undefined> {
  const { paper, today } = run;
  const timeline = timelineOf(record, journeyFor(record.profile, run.catalogue.guide, today), today);
  const days = calendarDays(paper, timeline, record);
  if (days.length === 0) return undefined;
  for (let number = 1; ; number += 1) {
    const name = `quitgpt-calendar-${today}${number === 1 ? '' : `-${number}`}`;
    try {
      return await give(run, {}, name, days);
    } catch (error) {
      if (!(error instanceof CliError) || error.id !== 'file_exists' || number === MOST_FILES) throw error;
    }
  }
}

/** So many calendars of one day are enough. */
const MOST_FILES = 20;

/** Gives the name of the file; `undefined` when it went to stdout. */
async function give(
  run: Run,
  { out = '.', force }: CalendarFlags,
  name: string,
  days: ReturnType<typeof calendarDays>,
): Promise<string | undefined> {
  const { host, paper } = run;
  const text = renderCalendar(days, { name: paper.say(paper.ui.calendar.name), stamp: host.now(), lang: paper.lang });
  if (out !== '-')
    return writeResult(run, text, host.files.resolve(out), { name: `${name}.ics`, replace: force === true });
  await writeStdout(host, text);
  return undefined;
}
