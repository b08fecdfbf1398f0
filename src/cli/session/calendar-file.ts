// The days ahead as a calendar file: for the command, and where the wizard offers it.
import { journeyFor } from '../../journey/journey';
import type { JourneyRecord } from '../../journey/record';
import { timelineOf } from '../../journey/timeline';
import { renderCalendar } from '../../render/calendar';
import { calendarDays } from '../../view/calendar-view';
import { CliError } from '../cli-error';
import { writeResult } from '../output';
import type { Run } from '../run';
import { writeStdout } from '../stdout';

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
      return await giveCalendar(run, {}, name, days);
    } catch (error) {
      if (!(error instanceof CliError) || error.id !== 'file_exists' || number === MOST_FILES) throw error;
    }
  }
}

/** So many calendars of one day are enough. */
const MOST_FILES = 20;

/** Gives the name of the file; `undefined` when it went to stdout. */
export async function giveCalendar(
  run: Run,
  { out = '.', force }: { readonly out?: string | undefined; readonly force?: boolean | undefined },
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
