// `quitgpt calendar`: the days ahead of the Record as a file for a calendar program.
import { journeyFor } from '../../journey/journey';
import { timelineOf } from '../../journey/timeline';
import { calendarDays, calendarDocument } from '../../view/calendar-view';
import { EXIT } from '../cli-error';
import type { ExitCode } from '../cli-error';
import { giveResult, sayWritten } from '../output';
import type { Run } from '../run';
import { giveCalendar } from '../session/calendar-file';
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
  const file = days.length === 0 ? undefined : await giveCalendar(run, flags, name, days);
  if (run.flags.quiet !== true) host.stderr.write(run.show(document));
  sayWritten(run, file);
  return EXIT.complete;
}
